package catalog

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// fill puts a value of the text into v. What names it in faults: a key, or an entry of one.
func (d *document) fill(node ast.Node, v reflect.Value, what string) {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if _, null := node.(*ast.NullNode); null {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.fillStruct(node, v, what)
	case reflect.Slice:
		d.fillSlice(node, v, what)
	default:
		d.fillScalar(node, v, what)
	}
}

func (d *document) fillStruct(node ast.Node, v reflect.Value, what string) {
	values, ok := pairs(node)
	if !ok {
		d.misfit(node, what, "keys and values")
		return
	}
	fields := d.fieldsOf(v.Type())
	found := make([]*ast.MappingValueNode, len(fields))
	for _, value := range values {
		key := value.Key.GetToken().Value
		i := fieldIndex(fields, key)
		switch {
		case i < 0:
			names := fieldNames(fields)
			if meant := nearest(key, names); meant != "" {
				d.unfit[valuePlace{node, meant}] = true // it is misspelt and not missing
			}
			d.unreadKey(value, "key %q is not known here%s; allowed: %s", key, near(key, names), join(names))
		case found[i] != nil:
			d.unreadKey(value, "key %q stands here twice; it is in line %d already", key, found[i].Key.GetToken().Position.Line)
		default:
			found[i] = value
			d.fill(value.Value, v.Field(fields[i].index), fields[i].quoted)
		}
	}
	for i, value := range found {
		d.checkFilled(node, value, fields[i], v.Field(fields[i].index))
	}
}

func (d *document) unreadKey(value *ast.MappingValueNode, format string, args ...any) {
	at := value.Key.GetToken().Position
	d.faults.add(d.file, at.Line, at.Column, format, args...)
}

// checkFilled reports a value that has to be there and is not, and a text with spaces around it.
func (d *document) checkFilled(parent ast.Node, value *ast.MappingValueNode, field keyField, v reflect.Value) {
	place := valuePlace{parent, field.name}
	if value != nil {
		place = valuePlace{value.Value, ""}
	}
	problem := ""
	switch {
	case d.unfit[place]:
	case field.required && v.Kind() == reflect.Slice && v.Len() == 0:
		problem = " is missing: at least one entry"
	case field.required && (value == nil || v.Kind() == reflect.String && strings.TrimSpace(v.String()) == ""):
		problem = " is missing"
	case v.Kind() == reflect.String && v.String() != strings.TrimSpace(v.String()):
		problem = " begins or ends with a space"
	}
	if problem != "" {
		line, column := position(place.node)
		d.unfit[place] = true
		d.faults.add(d.file, line, column, "%s%s", field.quoted, problem)
	}
}

func (d *document) fillSlice(node ast.Node, v reflect.Value, what string) {
	list, ok := node.(*ast.SequenceNode)
	if !ok {
		d.misfit(node, what, "a list")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(list.Values), len(list.Values)))
	for i, value := range list.Values {
		e := v.Index(i)
		d.fill(value, e, "each entry of "+what)
		if e.Kind() == reflect.String && strings.TrimSpace(e.String()) == "" && !d.unfit[valuePlace{value, ""}] {
			d.unfit[valuePlace{value, ""}] = true
			line, column := position(value)
			d.faults.add(d.file, line, column, "an empty entry of %s; write it or take it out", what)
		}
	}
}

func (d *document) fillScalar(node ast.Node, v reflect.Value, what string) {
	_, whole := node.(*ast.IntegerNode)
	_, fraction := node.(*ast.FloatNode)
	switch v.Kind() {
	case reflect.Int:
		n, err := strconv.Atoi(node.GetToken().Value)
		if !whole || err != nil {
			d.misfit(node, what, "a whole number")
		}
		v.SetInt(int64(n))
	case reflect.Float64:
		n, err := strconv.ParseFloat(node.GetToken().Value, 64)
		if !whole && !fraction || err != nil || math.IsInf(n, 0) {
			d.misfit(node, what, "a number")
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
			d.misfit(node, what, "a text (put it in quotes)")
		default:
			d.misfit(node, what, "a text")
		}
	}
}

func (d *document) misfit(node ast.Node, what, want string) {
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
	d.unfit[valuePlace{node, ""}] = true
	line, column := position(node)
	d.faults.add(d.file, line, column, "%s should be %s, found %s", what, want, found)
}

// A keyField is a field of a struct with the key it has in YAML.
type keyField struct {
	name, quoted string
	index        int
	required     bool
}

func (d *document) fieldsOf(t reflect.Type) []keyField {
	fields, ok := d.fields[t]
	if ok {
		return fields
	}
	for i := range t.NumField() {
		name, option, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name != "" && name != "-" {
			fields = append(fields, keyField{name, fmt.Sprintf("%q", name), i, option != "omitempty"})
		}
	}
	d.fields[t] = fields
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
