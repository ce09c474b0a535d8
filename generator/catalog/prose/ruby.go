package prose

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Ruby is a word with its reading: {左官|さかん}.
type Ruby struct {
	ast.BaseInline
	Base, Reading []byte
}

var kindRuby = ast.NewNodeKind("Ruby")

func (n *Ruby) Kind() ast.NodeKind { return kindRuby }

func (n *Ruby) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Base": string(n.Base), "Reading": string(n.Reading)}, nil)
}

type rubyExtension struct{}

func (rubyExtension) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(rubyParser{}, 150)))
	addRenderer(m, rubyRenderer{})
}

type rubyParser struct{}

func (rubyParser) Trigger() []byte { return []byte{'{'} }

func (rubyParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	end := bytes.IndexByte(line, '}')
	if end < 0 {
		return nil
	}
	base, reading, found := bytes.Cut(line[1:end], []byte("|"))
	if !found || len(base) == 0 || len(reading) == 0 {
		return nil
	}
	block.Advance(end + 1)
	return &Ruby{Base: base, Reading: reading}
}

type rubyRenderer struct{}

func (r rubyRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindRuby, r.render)
}

func (rubyRenderer) render(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		ruby := n.(*Ruby)
		w.WriteString("<ruby>")
		w.Write(util.EscapeHTML(ruby.Base))
		w.WriteString("<rp>（</rp><rt>")
		w.Write(util.EscapeHTML(ruby.Reading))
		w.WriteString("</rt><rp>）</rp></ruby>")
	}
	return ast.WalkSkipChildren, nil
}
