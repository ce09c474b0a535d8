package prose

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// elements are all that prose is ever rendered with, and their attributes.
var elements = map[string]string{
	"html": "", "head": "", "body": "", "p": "", "em": "", "strong": "", "ul": "", "ol": "start", "li": "", "blockquote": "", "br": "", "hr": "",
	"h1": "", "h2": "", "h3": "", "h4": "", "h5": "", "h6": "", "pre": "", "code": "class", "a": "href", "img": "src alt title",
	"table": "", "thead": "", "tbody": "", "tr": "", "th": "style align scope", "td": "style align",
	"ruby": "", "rp": "", "rt": "", "button": "type class popovertarget", "span": "popover class id",
}

// Any text is parsed, marked and rendered without a panic, into HTML that a browser's parser reads as only the elements
// above: nothing that is HTML in the text becomes HTML in the page.
func FuzzRender(f *testing.F) {
	for _, seed := range []string{
		"", "風が*吹く*。\n\n- 雨\n- **雪**\n\n1. 霜\n", "{左官|さかん}と[防水工](occupation:44 \"題\")と足場", "## 見出し\n\n> 引用\n\n    code\n\n```x\"y\ncode\n```\n***\n",
		"| a | b |\n| :-- | --: |\n| {左官|さかん} | <b> |\n", "<script>alert(1)</script>\n\n<b onclick=x>a</b> <!-- c --> <?php ?> <![CDATA[x]]>",
		"![x](javascript:alert(1)) <javascript:alert(1)> [x](javascript:alert(1))", "{<script>|</ruby><script>}{|}{a|}{|b}{{a|b}|c}", "[a]: b 'c'\n[a] [足場](足場) *足場*足場",
		"a\\\nb  \nc\\<b>&lt;b&gt;&#60;b&#62;\x00\xff\r\n\tx", "足場\n===\n足場\n---\n", "[足場]{足場|x}(足場)",
	} {
		f.Add(seed)
	}
	parser := NewParser()
	renderer := NewRenderer(func(ref Reference) string { return "/" + ref.Destination() })
	terms := NewTerms([]Explanation{{"scaffold", "足場", "<i>高い所の床</i>"}, {"a", "a", `"&"`}})
	f.Fuzz(func(t *testing.T, source string) {
		text := parser.Parse([]byte(source))
		for _, link := range text.Links() {
			checkOffset(t, text.Source, Offset(link.Node))
		}
		for _, block := range text.Blocks {
			checkOffset(t, text.Source, Offset(block))
		}
		before := text.Plain()
		MarkTerms(text, terms, map[string]bool{})
		if after := text.Plain(); after != before {
			t.Errorf("%q is read as %q once its terms are marked", before, after)
		}
		var b strings.Builder
		if err := renderer.Render(&b, text); err != nil {
			t.Fatal(err)
		}
		page, err := html.Parse(strings.NewReader(b.String()))
		if err != nil && strings.Contains(err.Error(), "exceeds 512 nodes") {
			return // quotations in quotations, deeper than the parser goes
		}
		if err != nil {
			t.Fatal(err)
		}
		checkElements(t, page)
		if !utf8.ValidString(b.String()) {
			t.Errorf("%q gives bytes that are not UTF-8", source)
		}
	})
}

func checkOffset(t *testing.T, source []byte, at int) {
	if at < 0 || at > len(source) {
		t.Errorf("offset %d in a text of %d bytes", at, len(source))
	}
	if line, column := Position(source, at); line < 1 || column < 1 {
		t.Errorf("offset %d is %d:%d", at, line, column)
	}
}

func checkElements(t *testing.T, page *html.Node) {
	for n := range page.Descendants() {
		if n.Type == html.CommentNode && n.Data != " raw HTML omitted " {
			t.Errorf("comment %q", n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		allowed, ok := elements[n.Data]
		if !ok {
			t.Errorf("element %s", n.Data)
		}
		for _, a := range n.Attr {
			if !strings.Contains(" "+allowed+" ", " "+a.Key+" ") {
				t.Errorf("attribute %s of %s", a.Key, n.Data)
			}
			if (a.Key == "href" || a.Key == "src") && strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
				t.Errorf("%s of %s is %q", a.Key, n.Data, a.Val)
			}
		}
	}
}
