// Package prose is the small Markdown language in which the site's texts are written: CommonMark and tables as goldmark
// reads them, line breaks as Japanese needs them, and three additions, each a goldmark extension:
//
//   - ruby: {左官|さかん} puts a reading over a word;
//   - references: [防水工](occupation:44), or job:44 for short, links to another page by its kind and permanent key,
//     never by its address;
//   - terms: the first place where a glossary term stands in a page is explained there (see [MarkTerms]).
//
// Parsing and rendering are apart, because the catalog checks what the page stage renders. Raw HTML is never rendered.
package prose

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Text is parsed prose: its source and the blocks of it that belong together, such as one section.
type Text struct {
	Source []byte
	Blocks []ast.Node
}

// A Parser reads prose. It is safe for concurrent use.
type Parser struct{ parser parser.Parser }

func NewParser() *Parser {
	md := goldmark.New(goldmark.WithExtensions(extension.NewCJK(extension.WithEscapedSpace()), extension.Table, rubyExtension{}))
	return &Parser{md.Parser()}
}

// Parse reads source into its top-level blocks. Bytes that are not UTF-8 become U+FFFD.
func (p *Parser) Parse(source []byte) Text {
	if !utf8.Valid(source) { // which goldmark's line breaks take for granted
		source = bytes.ToValidUTF8(source, []byte("\uFFFD"))
	}
	document := p.parser.Parse(text.NewReader(source))
	t := Text{Source: source}
	for n := document.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == tables.KindTable {
			scopeHeaders(n)
		}
		t.Blocks = append(t.Blocks, n)
	}
	return t
}

// ParseLine reads a source of one line: the blocks are what stands in its paragraph, without the paragraph.
func (p *Parser) ParseLine(source []byte) Text {
	t := p.Parse(source)
	line := Text{Source: t.Source}
	for _, block := range t.Blocks {
		for n := block.FirstChild(); n != nil; n = n.NextSibling() {
			line.Blocks = append(line.Blocks, n)
		}
	}
	return line
}

// scopeHeaders says of the cells in a table's head that each is the header of its column.
func scopeHeaders(table ast.Node) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		for cell := row.FirstChild(); cell != nil && row.Kind() == tables.KindTableHeader; cell = cell.NextSibling() {
			cell.SetAttributeString("scope", "col")
		}
	}
}

// A Renderer writes prose as HTML. Resolve gives the address of a reference from the page being written.
// It is safe for concurrent use when Resolve is.
type Renderer struct{ renderer renderer.Renderer }

func NewRenderer(resolve func(Reference) string) *Renderer {
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, textExtension{html.NewWriter(html.WithEscapedSpace())}, rubyExtension{}, termExtension{},
			referenceExtension{resolve}),
		goldmark.WithRendererOptions(html.WithXHTML()))
	return &Renderer{md.Renderer()}
}

// Render writes the blocks of t.
func (r *Renderer) Render(w io.Writer, t Text) error {
	for _, block := range t.Blocks {
		if err := r.renderer.Render(w, t.Source, block); err != nil {
			return err
		}
	}
	return nil
}

// Plain is the text as read aloud from the page: no markup, no readings, a line per block.
func (t Text) Plain() string {
	var b strings.Builder
	for i, block := range t.Blocks {
		if i > 0 && block.Type() == ast.TypeBlock {
			b.WriteByte('\n')
		}
		plain(&b, t.Source, block)
	}
	return b.String()
}

// plainOf is one node without the line break at its end.
func plainOf(source []byte, n ast.Node) string {
	var b strings.Builder
	plain(&b, source, n)
	return strings.TrimSuffix(b.String(), "\n")
}

func plain(b *strings.Builder, source []byte, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		b.Write(readable(n, source))
		if n.SoftLineBreak() || n.HardLineBreak() {
			b.WriteByte('\n')
		}
	case *ast.AutoLink:
		b.Write(n.Label(source))
	case *ast.String:
		b.Write(n.Value)
	case *Ruby:
		b.Write(n.Base)
	case *Term:
		b.Write(n.Label)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock && c.PreviousSibling() != nil {
			b.WriteByte('\n')
		}
		plain(b, source, c)
	}
}

// readable is a text without its escapes, which code has none of.
func readable(n *ast.Text, source []byte) []byte {
	value := n.Segment.Value(source)
	if _, code := n.Parent().(*ast.CodeSpan); code || !bytes.ContainsAny(value, `\&`) {
		return value
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
}

// Offset is the place in the source where n begins, or that of the nearest node around it with a place.
func Offset(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if at := n.Pos(); at >= 0 {
			return at
		}
	}
	return 0
}

// Position turns an offset in source into a line and a column in characters, both from 1.
func Position(source []byte, offset int) (line, column int) {
	before := source[:min(offset, len(source))]
	lineStart := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, len([]rune(string(before[lineStart:]))) + 1
}

// addRenderer saves each extension the same three lines.
func addRenderer(m goldmark.Markdown, r renderer.NodeRenderer) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(r, 100)))
}
