package asset

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// outline writes a document so that two documents a reader cannot tell apart
// have the same outline: white space is collapsed as a browser does, and a
// space at the edge of an inline element counts the same on either side of it.
func outline(t *testing.T, document string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	o := outliner{edge: true}
	o.node(root)
	return o.out.String()
}

type outliner struct {
	out   strings.Builder
	edge  bool // at the edge of a block, where white space is not shown
	space bool // white space not written yet
}

func (o *outliner) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		o.text(n)
	case html.ElementNode:
		o.tag(n, "<"+n.Data+attributes(n)+">")
	}
	for child := range n.ChildNodes() {
		o.node(child)
	}
	if n.Type == html.ElementNode {
		o.tag(n, "</"+n.Data+">")
	}
}

func (o *outliner) tag(n *html.Node, tag string) {
	switch {
	case isInline(n.DataAtom) || n.Namespace == "svg" && n.Data != "svg":
		o.out.WriteString(tag)
		return
	case isObject(n.DataAtom):
		o.flush()
		o.edge = false
	default:
		o.space, o.edge = false, true
	}
	o.out.WriteString(tag)
}

func (o *outliner) text(n *html.Node) {
	for up := n.Parent; up != nil; up = up.Parent {
		if slices.Contains([]atom.Atom{atom.Pre, atom.Textarea, atom.Script, atom.Style}, up.DataAtom) {
			fmt.Fprintf(&o.out, "%q", n.Data)
			return
		}
	}
	for _, r := range n.Data {
		if strings.ContainsRune(" \t\r\n\f", r) {
			o.space = true
			continue
		}
		o.flush()
		o.out.Write(utf8.AppendRune(nil, r))
		o.edge = false
	}
}

func (o *outliner) flush() {
	if o.space && !o.edge {
		o.out.WriteByte(' ')
	}
	o.space = false
}

func attributes(n *html.Node) string {
	var list []string
	for _, a := range n.Attr {
		if a.Key == "class" {
			a.Val = strings.Join(strings.Fields(a.Val), " ")
		}
		list = append(list, fmt.Sprintf(" %s=%q", a.Key, a.Val))
	}
	slices.Sort(list)
	return strings.Join(list, "")
}

func isInline(a atom.Atom) bool {
	return slices.Contains([]atom.Atom{
		atom.A, atom.B, atom.Code, atom.Em, atom.I, atom.Label, atom.Rp, atom.Ruby,
		atom.Small, atom.Span, atom.U,
	}, a)
}

func isObject(a atom.Atom) bool {
	return slices.Contains([]atom.Atom{
		atom.Button, atom.Img, atom.Input, atom.Rt, atom.Select, atom.Svg, atom.Textarea, atom.Wbr,
	}, a)
}
