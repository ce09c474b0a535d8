package catalog

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// A filler reads the syntax tree of a document.
type filler struct {
	*document
	fields map[reflect.Type][]keyField // of the types met so far
}

// fill puts a value of the text into v. What names it in faults: a key, or an entry of one.
func (f *filler) fill(node ast.Node, v reflect.Value, what string) {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if _, null := node.(*ast.NullNode); null {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		f.fillStruct(node, v, what)
	case reflect.Slice:
		f.fillSlice(node, v, what)
	default:
		f.fillScalar(node, v, what)
	}
}

func (f *filler) fillStruct(node ast.Node, v reflect.Value, what string) {
	values, ok := pairs(node)
	if !ok {
		f.misfit(node, what, "keys and values")
		return
	}
	fields := f.fieldsOf(v.Type())
	found := make([]*ast.MappingValueNode, len(fields))
	for _, value := range values {
		key := value.Key.GetToken().Value
		i := fieldIndex(fields, key)
		switch {
		case i < 0:
			names := fieldNames(fields)
			if meant := nearest(key, names); meant != "" {
				f.unfit[missing(node, meant)] = true // it is misspelt and not missing
			}
			f.faultAt(placeOf(value), "key %q is not known here%s; allowed: %s", key, near(key, names), join(names))
		case found[i] != nil:
			f.faultAt(placeOf(value), "key %q stands here twice; it is in line %d already", key, placeOf(found[i]).line)
		default:
			found[i] = value
			f.fill(value.Value, v.Field(fields[i].index), fields[i].quoted)
		}
	}
	for i, value := range found {
		f.checkFilled(node, value, fields[i], v.Field(fields[i].index))
	}
}

// refuse reports a value as unfit.
func (f *filler) refuse(at valuePlace, format string, args ...any) {
	f.unfit[at] = true
	f.faultAt(at, format, args...)
}

// checkFilled reports a value that has to be there and is not, and a text with spaces around it.
func (f *filler) checkFilled(parent ast.Node, value *ast.MappingValueNode, field keyField, v reflect.Value) {
	at, isText := missing(parent, field.name), v.Kind() == reflect.String
	if value != nil {
		at = placeOf(value.Value)
	}
	switch {
	case f.unfit[at], value == nil && !field.required:
	case field.required && v.Kind() == reflect.Slice && v.Len() == 0:
		f.refuse(at, "%s is missing: at least one entry", field.quoted)
	case field.required && (value == nil || isText && strings.TrimSpace(v.String()) == ""):
		f.refuse(at, "%s is missing", field.quoted)
	case isText && v.String() != strings.TrimSpace(v.String()):
		f.refuse(at, "%s begins or ends with a space", field.quoted)
	}
}

func (f *filler) fillSlice(node ast.Node, v reflect.Value, what string) {
	list, ok := node.(*ast.SequenceNode)
	if !ok {
		f.misfit(node, what, "a list")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(list.Values), len(list.Values)))
	entry := "each entry of " + what
	for i, value := range list.Values {
		e := v.Index(i)
		f.fill(value, e, entry)
		if e.Kind() == reflect.String && strings.TrimSpace(e.String()) == "" && !f.unfit[placeOf(value)] {
			f.refuse(placeOf(value), "an empty entry of %s; write it or take it out", what)
		}
	}
}

func (f *filler) fillScalar(node ast.Node, v reflect.Value, what string) {
	_, whole := node.(*ast.IntegerNode)
	_, fraction := node.(*ast.FloatNode)
	switch v.Kind() {
	case reflect.Bool:
		b, ok := node.(*ast.BoolNode)
		if !ok {
			f.misfit(node, what, "true or false")
			return
		}
		v.SetBool(b.Value)
	case reflect.Int:
		n, err := strconv.Atoi(node.GetToken().Value)
		if !whole || err != nil {
			f.misfit(node, what, "a whole number")
		}
		v.SetInt(int64(n))
	case reflect.Float64:
		n, err := strconv.ParseFloat(node.GetToken().Value, 64)
		if !whole && !fraction || err != nil || math.IsInf(n, 0) {
			f.misfit(node, what, "a number")
			n = 0
		}
		v.SetFloat(n)
	case reflect.String:
		switch text := node.(type) {
		case *ast.StringNode:
			v.SetString(text.Value)
		case *ast.LiteralNode:
			v.SetString(strings.TrimRight(text.Value.Value, "\n"))
		case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
			f.misfit(node, what, "a text (put it in quotes)")
		default:
			f.misfit(node, what, "a text")
		}
	}
}

func (f *filler) misfit(node ast.Node, what, want string) {
	var found string
	switch node.(type) {
	case *ast.SequenceNode:
		found = "a list"
	case *ast.MappingNode, *ast.MappingValueNode:
		found = "keys and values"
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode:
		found = "an anchor, alias or tag"
	default:
		found = strconv.Quote(node.GetToken().Value)
	}
	f.refuse(placeOf(node), "%s should be %s, found %s", what, want, found)
}

// A keyField is a field of a struct with the key it has in YAML.
type keyField struct {
	name, quoted string
	index        int
	required     bool
}

func (f *filler) fieldsOf(t reflect.Type) []keyField {
	fields, ok := f.fields[t]
	if ok {
		return fields
	}
	for i := range t.NumField() {
		name, option, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name != "" && name != "-" {
			fields = append(fields, keyField{name, fmt.Sprintf("%q", name), i, option != "omitempty"})
		}
	}
	f.fields[t] = fields
	return fields
}

func fieldIndex(fields []keyField, name string) int {
	for i := range fields {
		if fields[i].name == name {
			return i
		}
	}
	return -1
}

func fieldNames(fields []keyField) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	return names
}
