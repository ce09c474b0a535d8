package catalog

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// A document is one YAML text with the places of its values.
type document struct {
	file   string // as shown in faults
	offset int    // lines before the YAML text, for front matter
	root   *ast.File
	faults *faultList
}

// decode reads YAML strictly into the struct that into points to. Every unknown key and every value of a wrong
// type becomes a fault; the result tells whether there was none.
func decode(file string, offset int, src []byte, into any, faults *faultList) (*document, bool) {
	d := &document{file: file, offset: offset, faults: faults}
	root, err := parser.ParseBytes(src, 0)
	if err != nil {
		d.syntax(err)
		return d, false
	}
	d.root = root
	if len(root.Docs) == 0 || root.Docs[0].Body == nil {
		faults.add(file, offset+1, 1, "is empty")
		return d, false
	}
	body := root.Docs[0].Body
	if err := yaml.NodeToValue(body, into, yaml.Strict()); err != nil {
		if !d.shape(body, reflect.TypeOf(into).Elem(), "") {
			d.syntax(err)
		}
		return d, false
	}
	return d, true
}

func (d *document) syntax(err error) {
	line, column, message := 1, 1, err.Error()
	if ye, ok := err.(yaml.Error); ok {
		message = ye.GetMessage()
		if t := ye.GetToken(); t != nil {
			line, column = t.Position.Line, t.Position.Column
		}
	}
	d.faults.add(d.file, d.offset+line, column, "%s", message)
}

// fault reports a fault at the value with the given YAML path ("$.tasks[2].text"), or at the nearest parent there is.
func (d *document) fault(path, format string, args ...any) {
	line, column := 1, 1
	for path != "$" && path != "" {
		if l, c, ok := d.position(path); ok {
			line, column = l, c
			break
		}
		path = path[:strings.LastIndexAny(path, ".[")]
	}
	d.faults.add(d.file, d.offset+line, column, format, args...)
}

func (d *document) position(path string) (line, column int, ok bool) {
	p, err := yaml.PathString(path)
	if err != nil || d.root == nil {
		return 0, 0, false
	}
	node, err := p.FilterFile(d.root)
	if err != nil || node == nil {
		return 0, 0, false
	}
	for {
		if m, isMapping := node.(*ast.MappingNode); isMapping && len(m.Values) > 0 {
			node = m.Values[0].Key
			continue
		}
		break
	}
	at := node.GetToken().Position
	return at.Line, at.Column, true
}

// shape reports every key that the type does not have and every value that does not fit; true if it reported any.
func (d *document) shape(node ast.Node, t reflect.Type, where string) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Struct:
		return d.shapeStruct(node, t, where)
	case reflect.Slice:
		return d.shapeList(node, t, where)
	case reflect.Int, reflect.Float64:
		switch node.(type) {
		case *ast.IntegerNode:
			return false
		case *ast.FloatNode:
			if t.Kind() == reflect.Float64 {
				return false
			}
		}
		return d.misfit(node, where, "a number")
	case reflect.Bool:
		if _, ok := node.(*ast.BoolNode); !ok {
			return d.misfit(node, where, "true or false")
		}
	case reflect.String:
		if _, ok := node.(ast.ScalarNode); !ok {
			return d.misfit(node, where, "a text")
		}
	}
	return false
}

func (d *document) shapeList(node ast.Node, t reflect.Type, where string) bool {
	list, ok := node.(*ast.SequenceNode)
	if !ok {
		return d.misfit(node, where, "a list")
	}
	found := false
	for _, v := range list.Values {
		found = d.shape(v, t.Elem(), where) || found
	}
	return found
}

func (d *document) shapeStruct(node ast.Node, t reflect.Type, where string) bool {
	var values []*ast.MappingValueNode
	switch m := node.(type) {
	case *ast.MappingNode:
		values = m.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{m}
	default:
		return d.misfit(node, where, "keys and values")
	}
	fields := yamlFields(t)
	found := false
	for _, v := range values {
		key := v.Key.GetToken().Value
		at := v.Key.GetToken().Position
		if field, ok := fields.types[key]; ok {
			found = d.shape(v.Value, field, key) || found
			continue
		}
		d.faults.add(d.file, d.offset+at.Line, at.Column, "key %q is not known here%s; allowed: %s",
			key, near(key, fields.names), strings.Join(fields.names, ", "))
		found = true
	}
	return found
}

func (d *document) misfit(node ast.Node, where, want string) bool {
	at := node.GetToken().Position
	if where != "" {
		where = fmt.Sprintf("%q ", where)
	}
	d.faults.add(d.file, d.offset+at.Line, at.Column, "%sshould be %s, found %q", where, want, node.GetToken().Value)
	return true
}

type fieldSet struct {
	names []string
	types map[string]reflect.Type
}

func yamlFields(t reflect.Type) fieldSet {
	set := fieldSet{types: map[string]reflect.Type{}}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		set.names = append(set.names, name)
		set.types[name] = f.Type
	}
	return set
}
