package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Term is a place where a glossary term is explained.
type Term struct {
	ast.BaseInline
	Key     string
	Label   []byte // as it stands in the text
	Meaning string
}

var kindTerm = ast.NewNodeKind("Term")

func (n *Term) Kind() ast.NodeKind { return kindTerm }

func (n *Term) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Key": n.Key}, nil)
}

// An Explanation is what a term's note says.
type Explanation struct{ Key, Word, Meaning string }

// Terms finds glossary terms in running text: the longest at each place.
type Terms struct {
	byFirst map[rune][]Explanation // words by their first character, longest first
	first   [1 << 10]uint64        // a bit for each first character below U+10000: most characters of a text begin no word
}

// NewTerms takes the words with longer ones before shorter ones that begin alike.
func NewTerms(words []Explanation) *Terms {
	t := &Terms{byFirst: map[rune][]Explanation{}}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w.Word)
		t.byFirst[first] = append(t.byFirst[first], w)
		if first < 0x10000 {
			t.first[first>>6] |= 1 << (first & 63)
		}
	}
	return t
}

// beginsNone tells that no word begins with a character.
func (t *Terms) beginsNone(r rune) bool { return r < 0x10000 && t.first[r>>6]&(1<<(r&63)) == 0 }

// MarkTerms puts a [Term] where a word of t stands for the first time; seen holds the keys explained so far in the
// page, and is added to. Words inside links, headings, ruby, code and the text of images are left alone.
func MarkTerms(prose Text, terms *Terms, seen map[string]bool) {
	var texts []*ast.Text
	for _, block := range prose.Blocks {
		ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			switch n := n.(type) {
			case *ast.Link, *ast.Heading, *ast.CodeSpan, *ast.Image:
				return ast.WalkSkipChildren, nil
			case *ast.Text:
				if entering {
					texts = append(texts, n)
				}
			}
			return ast.WalkContinue, nil
		})
	}
	for _, n := range texts {
		for n != nil {
			n = terms.markFirst(prose.Source, n, seen)
		}
	}
}

// markFirst splits n at the first unseen word and returns the text after it, or nil.
func (t *Terms) markFirst(source []byte, n *ast.Text, seen map[string]bool) *ast.Text {
	value := string(n.Segment.Value(source))
	for at, r := range value {
		if t.beginsNone(r) {
			continue
		}
		for _, w := range t.byFirst[r] {
			if seen[w.Key] || !standsAlone(value, at, w.Word) {
				continue
			}
			seen[w.Key] = true
			return split(n, at, w)
		}
	}
	return nil
}

// standsAlone tells whether word stands at the place and is not a part of a longer word of the same script:
// a katakana or kanji neighbour of the same kind at either end means it is.
func standsAlone(value string, at int, word string) bool {
	if !strings.HasPrefix(value[at:], word) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(value[:at])
	after, _ := utf8.DecodeRuneInString(value[at+len(word):])
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	return !sameScript(before, first) && !sameScript(last, after)
}

func sameScript(a, b rune) bool {
	s := script(a)
	return s != 0 && s == script(b)
}

func script(r rune) byte {
	switch {
	case r >= 0x30A1 && r <= 0x30FC && r != '・':
		return 'k'
	case r >= 0x4E00 && r <= 0x9FFF || r == '々':
		return 'h'
	case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
		return 'l'
	}
	return 0
}

func split(n *ast.Text, at int, w Explanation) *ast.Text {
	parent, whole := n.Parent(), n.Segment
	middle := whole.Start + at
	end := middle + len(w.Word)
	rest := ast.NewTextSegment(text.NewSegment(end, whole.Stop))
	rest.SetSoftLineBreak(n.SoftLineBreak())
	rest.SetHardLineBreak(n.HardLineBreak())
	n.SetSoftLineBreak(false)
	n.SetHardLineBreak(false)
	n.Segment = whole.WithStop(middle)
	term := &Term{Key: w.Key, Label: []byte(w.Word), Meaning: w.Meaning}
	parent.InsertAfter(parent, n, term)
	parent.InsertAfter(parent, term, rest)
	return rest
}

type termExtension struct{}

func (e termExtension) Extend(m goldmark.Markdown) { addRenderer(m, e) }

func (e termExtension) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindTerm, e.render)
}

// render writes a button that opens the note beside it: the popover attribute needs no script, and a browser that
// does not know it shows the note in brackets in the line.
func (termExtension) render(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkSkipChildren, nil
	}
	term := n.(*Term)
	id := "term-" + term.Key
	w.WriteString(`<button type="button" class="term" popovertarget="` + id + `">`)
	w.Write(util.EscapeHTML(term.Label))
	w.WriteString(`</button><span popover class="note" id="` + id + `">`)
	w.Write(util.EscapeHTML([]byte(term.Meaning)))
	w.WriteString(`</span>`)
	return ast.WalkSkipChildren, nil
}
