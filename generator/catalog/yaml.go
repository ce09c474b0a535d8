package catalog

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// A document is one YAML text with the places of its values.
type document struct {
	file   string   // as shown in faults
	root   ast.Node // nil when the text is no YAML or empty
	faults *faultList
	unfit  map[valuePlace]bool         // values that are missing, blank or not of their type, reported already
	fields map[reflect.Type][]keyField // of the types met so far
}

// A valuePlace is a value, or the key of keys and values where there is none.
type valuePlace struct {
	node ast.Node
	key  string
}

// readable tells whether there are values; a document that is not has its fault already.
func (d *document) readable() bool { return d.root != nil }

// decode reads YAML into the struct that into points to. Every key that the struct does not have, every value that is
// not of its type and every one that is missing or blank (all but those marked omitempty have to be there) becomes a
// fault; everything else is read all the same, so that the rest can be checked. Texts that look like numbers need
// quotes; anchors, aliases and tags are not read.
func decode(file string, src []byte, into any, faults *faultList) *document {
	d := &document{file: file, faults: faults, unfit: map[valuePlace]bool{}, fields: map[reflect.Type][]keyField{}}
	root, err := parser.ParseBytes(src, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		d.syntax(err)
		return d
	}
	if len(root.Docs) == 0 || root.Docs[0].Body == nil {
		faults.add(file, 1, 1, "is empty")
		return d
	}
	if len(root.Docs) > 1 {
		at := root.Docs[1].Start.Position
		faults.add(file, at.Line, at.Column, "a second document begins here; a file holds one")
	}
	d.root = root.Docs[0].Body
	d.fill(d.root, reflect.ValueOf(into).Elem(), "the file")
	return d
}

// plainSyntax says in plain words what the parser's commonest messages mean for someone who writes the file.
var plainSyntax = []struct{ message, plain string }{
	{"mapping value is not allowed", `a colon inside a text without quotes, or a line with a wrong indent; put a text that has ": " in it in quotes`},
	{"unexpected key name", `a key without a colon and a space after it`},
	{"non-map value is specified", `a key without a colon and a space after it`},
	{"cannot start any token", `a tab; indent with spaces`},
	{"end character of", `a quote that is not closed`},
	{"',' or ']' must be specified", `a list that is not closed with ]`},
	{"is a reserved character", `a text that begins with a character YAML keeps for itself; put the text in quotes`},
}

func (d *document) syntax(err error) {
	line, column, message := 1, 1, err.Error()
	if ye, ok := err.(yaml.Error); ok {
		message = ye.GetMessage()
		if t := ye.GetToken(); t != nil {
			line, column = t.Position.Line, t.Position.Column
		}
	}
	for _, s := range plainSyntax {
		if strings.Contains(message, s.message) {
			message = s.plain
		}
	}
	d.faults.add(d.file, line, column, "not YAML: %s", message)
}

// fault reports a fault at the value with the given path ("$.tasks[2].text"), or at the nearest parent there is.
// A value that is unfit, and a document that cannot be read, have theirs already.
func (d *document) fault(path, format string, args ...any) {
	if !d.readable() {
		return
	}
	node := d.root
	for _, step := range steps(path) {
		next := child(node, step)
		if d.unfit[valuePlace{node, step}] || d.unfit[valuePlace{next, ""}] {
			return
		}
		if next == nil {
			break
		}
		node = next
	}
	line, column := position(node)
	d.faults.add(d.file, line, column, format, args...)
}

// steps are the keys and numbers of a path.
func steps(path string) []string {
	return strings.FieldsFunc(strings.TrimPrefix(path, "$"), func(r rune) bool { return r == '.' || r == '[' || r == ']' })
}

// child is the value of a key, or the entry of a list by number; nil where there is none.
func child(node ast.Node, step string) ast.Node {
	if list, ok := node.(*ast.SequenceNode); ok {
		if i, err := strconv.Atoi(step); err == nil && i < len(list.Values) {
			return list.Values[i]
		}
		return nil
	}
	values, _ := pairs(node)
	for _, v := range values {
		if v.Key.GetToken().Value == step {
			return v.Value
		}
	}
	return nil
}

func pairs(node ast.Node) (values []*ast.MappingValueNode, ok bool) {
	switch m := node.(type) {
	case *ast.MappingNode:
		return m.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{m}, true
	}
	return nil, false
}

// position is where a value begins: for keys and values, where the first key does.
func position(node ast.Node) (line, column int) {
	if values, ok := pairs(node); ok && len(values) > 0 {
		node = values[0].Key
	}
	at := node.GetToken().Position
	return at.Line, at.Column
}
