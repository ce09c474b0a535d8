package catalog

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// A document is one YAML text that was read into a struct. It does not keep the syntax tree: of many files that would
// be much, and it is wanted again only where there is a fault.
type document struct {
	file     string // as shown in faults
	src      []byte
	readable bool // a document that is not has its fault already
	faults   *faultList
	unfit    map[valuePlace]bool // values that are missing, blank or not of their type, reported already
	again    ast.Node            // the syntax tree, once it was wanted again
}

// A valuePlace is where a value begins; key is that of a value missing there.
type valuePlace struct {
	line, column int
	key          string
}

// decode reads YAML into the struct that into points to. Every key that the struct does not have, every value that is
// not of its type and every one that is missing or blank (all but those marked omitempty have to be there) becomes a
// fault; everything else is read all the same, so that the rest can be checked. Texts that look like numbers need
// quotes; anchors, aliases and tags are not read.
func decode(file string, src []byte, into any, faults *faultList) *document {
	d := &document{file: file, src: src, faults: faults, unfit: map[valuePlace]bool{}}
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
	d.readable = true
	f := filler{d, map[reflect.Type][]keyField{}}
	f.fill(root.Docs[0].Body, reflect.ValueOf(into).Elem(), "the file")
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
	if !d.readable {
		return
	}
	node, reported := d.find(path)
	if !reported {
		d.faultAt(placeOf(node), format, args...)
	}
}

// place is where the value with the given path stands, or its nearest parent.
func (d *document) place(path string) Position {
	if !d.readable {
		return Position{}
	}
	node, _ := d.find(path)
	at := placeOf(node)
	return Position{d.file, at.line, at.column}
}

// find walks down a path as far as there are values, and tells whether it met one that has its fault already.
func (d *document) find(path string) (node ast.Node, reported bool) {
	if d.again == nil {
		root, _ := parser.ParseBytes(d.src, 0, parser.AllowDuplicateMapKey()) // it went well before
		d.again = root.Docs[0].Body
	}
	node = d.again
	for _, step := range steps(path) {
		if d.unfit[missing(node, step)] {
			return node, true
		}
		next := child(node, step)
		if next == nil {
			break
		}
		if node = next; d.unfit[placeOf(node)] {
			return node, true
		}
	}
	return node, false
}

func (d *document) faultAt(at valuePlace, format string, args ...any) {
	d.faults.add(d.file, at.line, at.column, format, args...)
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

// placeOf is where a value begins: for keys and values, where the first key does.
func placeOf(node ast.Node) valuePlace {
	if values, ok := pairs(node); ok && len(values) > 0 {
		node = values[0].Key
	}
	at := node.GetToken().Position
	return valuePlace{at.Line, at.Column, ""}
}

// missing is the place of a key that is not among keys and values.
func missing(node ast.Node, key string) valuePlace {
	at := placeOf(node)
	at.key = key
	return at
}
