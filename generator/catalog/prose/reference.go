package prose

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// A Reference names a page by kind, such as "occupation" or "guide", and permanent key.
// Kind is "" for an address on the web, which is then the key.
type Reference struct{ Kind, Key string }

// Destination is the reference as it is written in a text.
func (r Reference) Destination() string {
	if r.Kind == "" {
		return r.Key
	}
	return r.Kind + ":" + r.Key
}

// ParseReference reads a reference as it is written in a text.
func ParseReference(destination string) Reference {
	kind, key, found := strings.Cut(destination, ":")
	switch {
	case !found || kind == "https" || kind == "http":
		return Reference{"", destination}
	case kind == "job": // the short form, which texts prefer
		kind = "occupation"
	}
	return Reference{kind, key}
}

// A Link is a reference and the node it stands in.
type Link struct {
	Reference
	Node ast.Node
}

// Links lists the links of a text in order.
func (t Text) Links() []Link {
	var links []Link
	for _, block := range t.Blocks {
		ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if link, ok := n.(*ast.Link); ok && entering {
				links = append(links, Link{ParseReference(string(link.Destination)), n})
			}
			return ast.WalkContinue, nil
		})
	}
	return links
}

type referenceExtension struct{ resolve func(Reference) string }

func (e referenceExtension) Extend(m goldmark.Markdown) { addRenderer(m, e) }

func (e referenceExtension) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, e.render)
}

func (e referenceExtension) render(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	link := n.(*ast.Link)
	w.WriteString(`<a href="`)
	w.Write(util.EscapeHTML(util.URLEscape([]byte(e.resolve(ParseReference(string(link.Destination)))), true)))
	w.WriteString(`">`)
	return ast.WalkContinue, nil
}
