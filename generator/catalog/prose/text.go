package prose

import (
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// textExtension renders running text. It knows one thing that goldmark's own renderer does not: a line break between
// Japanese characters is no space, but one between English words is, also where a link, ruby or a term stands beside it.
type textExtension struct{ writer html.Writer }

func (e textExtension) Extend(m goldmark.Markdown) { addRenderer(m, e) }

func (e textExtension) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindText, e.render)
}

func (e textExtension) render(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Text)
	value := n.Segment.Value(source)
	if n.IsRaw() {
		e.writer.RawWrite(w, value)
		return ast.WalkContinue, nil
	}
	e.writer.Write(w, value)
	switch {
	case n.HardLineBreak():
		w.WriteString("<br />\n")
	case n.SoftLineBreak() && !betweenWide(source, n):
		w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

// betweenWide tells whether the characters at both sides of the line break that ends n are written without spaces.
func betweenWide(source []byte, n ast.Node) bool {
	before, _ := utf8.DecodeLastRuneInString(plainOf(source, n))
	for p := n.PreviousSibling(); before == utf8.RuneError && p != nil; p = p.PreviousSibling() {
		before, _ = utf8.DecodeLastRuneInString(plainOf(source, p))
	}
	after := utf8.RuneError
	for next := following(n); after == utf8.RuneError && next != nil; next = following(next) {
		after, _ = utf8.DecodeRuneInString(plainOf(source, next))
	}
	return util.IsEastAsianWideRune(before) && util.IsEastAsianWideRune(after)
}

// following is the inline node after n and all in it, or nil at the end of the block.
func following(n ast.Node) ast.Node {
	for ; n != nil && n.Type() == ast.TypeInline; n = n.Parent() {
		if next := n.NextSibling(); next != nil {
			return next
		}
	}
	return nil
}
