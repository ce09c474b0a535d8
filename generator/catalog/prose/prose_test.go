package prose

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
)

// rendered is a text as a page has it; a reference leads to /<kind>/<key>.
func rendered(t testing.TB, text Text) string {
	t.Helper()
	r := NewRenderer(func(ref Reference) string {
		if ref.Kind == "" {
			return ref.Key
		}
		return "/" + ref.Kind + "/" + ref.Key
	})
	var b strings.Builder
	if err := r.Render(&b, text); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarks(t *testing.T) {
	for _, want := range []struct{ name, source, html string }{
		{"paragraphs", "風が吹く。\n\n雨が降る。", "<p>風が吹く。</p>\n<p>雨が降る。</p>\n"},
		{"a line break in Japanese is none", "風が\n吹く。", "<p>風が吹く。</p>\n"},
		{"a line break in English is a space", "The wind\nblows.", "<p>The wind\nblows.</p>\n"},
		{"a line break before a link in English", "The\n[wind](occupation:1)\nblows.", "<p>The\n<a href=\"/occupation/1\">wind</a>\nblows.</p>\n"},
		{"a line break before a link in Japanese", "この\n[風](occupation:1)\nが。", "<p>この<a href=\"/occupation/1\">風</a>が。</p>\n"},
		{"a line break beside ruby", "この\n{風|かぜ}\nが。", "<p>この<ruby>風<rp>（</rp><rt>かぜ</rt><rp>）</rp></ruby>が。</p>\n"},
		{"a line break at the end of emphasis", "*The\n**wind***\nblows", "<p><em>The\n<strong>wind</strong></em>\nblows</p>\n"},
		{"a line break between two scripts", "風\nwind", "<p>風\nwind</p>\n"},
		{"a line break that is meant", "風\\\n雨  \n雪", "<p>風<br />\n雨<br />\n雪</p>\n"},
		{"an escaped space between marks", "太郎は\\ **「こんにちわ」**\\ と", "<p>太郎は<strong>「こんにちわ」</strong>と</p>\n"},
		{"emphasis", "*風*と**雨**", "<p><em>風</em>と<strong>雨</strong></p>\n"},
		{"a list", "- 風\n- 雨\n", "<ul>\n<li>風</li>\n<li>雨</li>\n</ul>\n"},
		{"HTML in a line", "<b onclick=\"x()\">風</b>", "<p><!-- raw HTML omitted -->風<!-- raw HTML omitted --></p>\n"},
		{"a block of HTML", "<div>\nx\n</div>", "<!-- raw HTML omitted -->\n"},
		{"marks of HTML in a text", "風 < 雨 & \"雪\"", "<p>風 &lt; 雨 &amp; &quot;雪&quot;</p>\n"},
		{"an address that is a script", "<javascript:alert(1)>", "<p><a href=\"\">javascript:alert(1)</a></p>\n"},
	} {
		if got := rendered(t, NewParser().Parse([]byte(want.source))); got != want.html {
			t.Errorf("%s: %q gives\n%q, should be\n%q", want.name, want.source, got, want.html)
		}
	}
}

func TestRuby(t *testing.T) {
	ruby := func(base, reading string) string {
		return "<ruby>" + base + "<rp>（</rp><rt>" + reading + "</rt><rp>）</rp></ruby>"
	}
	for _, want := range []struct{ name, source, html, plain string }{
		{"a word", "{左官|さかん}", ruby("左官", "さかん"), "左官"},
		{"words in a sentence", "{壁|かべ}に{土|つち}を", ruby("壁", "かべ") + "に" + ruby("土", "つち") + "を", "壁に土を"},
		{"in emphasis", "*{壁|かべ}*", "<em>" + ruby("壁", "かべ") + "</em>", "壁"},
		{"in a link", "[{壁|かべ}](occupation:3)", `<a href="/occupation/3">` + ruby("壁", "かべ") + "</a>", "壁"},
		{"marks of HTML", "{<b>|&}", ruby("&lt;b&gt;", "&amp;"), "<b>"},
		{"marks of Markdown are letters", "{*壁*|かべ}", ruby("*壁*", "かべ"), "*壁*"},
		{"the first bar divides", "{壁|か|べ}", ruby("壁", "か|べ"), "壁"},
		{"no bar", "{壁}", "{壁}", "{壁}"},
		{"no reading", "{壁|}", "{壁|}", "{壁|}"},
		{"no word", "{|かべ}", "{|かべ}", "{|かべ}"},
		{"not closed", "{壁|かべ", "{壁|かべ", "{壁|かべ"},
		{"over two lines", "{壁|か\nべ}", "{壁|かべ}", "{壁|か\nべ}"},
		{"in code", "`{壁|かべ}`", "<code>{壁|かべ}</code>", "{壁|かべ}"},
		{"escaped", `\{壁|かべ}`, "{壁|かべ}", "{壁|かべ}"},
	} {
		text := NewParser().Parse([]byte(want.source))
		if got := rendered(t, text); got != "<p>"+want.html+"</p>\n" {
			t.Errorf("%s: %q gives\n%q, should be\n%q", want.name, want.source, got, want.html)
		}
		if got := text.Plain(); got != want.plain {
			t.Errorf("%s: %q is read as %q, should be %q", want.name, want.source, got, want.plain)
		}
	}
}

func TestReferences(t *testing.T) {
	for _, want := range []struct{ source, kind, key, html string }{
		{"[防水工](occupation:44)", "occupation", "44", `<a href="/occupation/44">防水工</a>`},
		{"[防水工](job:44)", "occupation", "44", `<a href="/occupation/44">防水工</a>`},
		{"[読解力](item:skills/reading)", "item", "skills/reading", `<a href="/item/skills/reading">読解力</a>`},
		{"[統計](https://www.e-stat.go.jp/a?b=c&d=e)", "", "https://www.e-stat.go.jp/a?b=c&d=e", `<a href="https://www.e-stat.go.jp/a?b=c&amp;d=e">統計</a>`},
		{"[統計](http://www.e-stat.go.jp/)", "", "http://www.e-stat.go.jp/", `<a href="http://www.e-stat.go.jp/">統計</a>`},
		{"[一覧](occupations/)", "", "occupations/", `<a href="occupations/">一覧</a>`},
		{"[語](term:左官)", "term", "左官", `<a href="/term/%E5%B7%A6%E5%AE%98">語</a>`},
		{`[語](term:a"b)`, "term", `a"b`, `<a href="/term/a%22b">語</a>`},
		{"[語](<guide:a b>)", "guide", "a b", `<a href="/guide/a%20b">語</a>`},
		{"[語](javascript:alert(1))", "javascript", "alert(1)", `<a href="/javascript/alert(1)">語</a>`},
		{`[語](occupation:1 "題")`, "occupation", "1", `<a href="/occupation/1">語</a>`},
	} {
		text := NewParser().Parse([]byte(want.source))
		links := text.Links()
		if len(links) != 1 || links[0].Reference != (Reference{want.kind, want.key}) {
			t.Errorf("%s has links %+v", want.source, links)
			continue
		}
		destination := want.key
		if want.kind != "" {
			destination = want.kind + ":" + want.key
		}
		if got := links[0].Destination(); got != destination {
			t.Errorf("%s leads to %q, should be %q", want.source, got, destination)
		}
		if got := rendered(t, text); got != "<p>"+want.html+"</p>\n" {
			t.Errorf("%s gives %q, should be %q", want.source, got, want.html)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, want := range []struct{ source, plain string }{
		{"風が*吹く*。[雨](occupation:1)も\n降る。\n\n- 雪\n- 霜\n", "風が吹く。雨も\n降る。\n雪\n霜"},
		{"| 風 | 雨 |\n| --- | --- |\n| 雪 | 霜 |\n", "風\n雨\n雪\n霜"},
		{`A \* B &amp; C &#65;`, "A * B & C A"},
		{"`\\* &amp;`", "\\* &amp;"},
		{"風  \n雨", "風\n雨"},
		{"<https://mill.example/>", "https://mill.example/"},
		{"風<b>が</b>\n\n<div>\n", "風が\n"},
	} {
		if got := NewParser().Parse([]byte(want.source)).Plain(); got != want.plain {
			t.Errorf("%q is read as %q, should be %q", want.source, got, want.plain)
		}
	}
}

func TestLinksInOrder(t *testing.T) {
	text := NewParser().Parse([]byte("[一](occupation:1)と*[二](occupation:2)*\n\n- [三](licence:x)\n- 四 [五][a]\n\n[a]: term:y\n"))
	var keys []string
	for _, link := range text.Links() {
		keys = append(keys, link.Destination())
	}
	if got := strings.Join(keys, " "); got != "occupation:1 occupation:2 licence:x term:y" {
		t.Errorf("links are %s", got)
	}
}

// marked is the text with its terms in brackets, as «label=key».
func marked(text Text) string {
	var b strings.Builder
	for i, block := range text.Blocks {
		if i > 0 {
			b.WriteString(" / ")
		}
		ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch n := n.(type) {
			case *ast.Text:
				b.Write(n.Segment.Value(text.Source))
			case *Ruby:
				fmt.Fprintf(&b, "{%s|%s}", n.Base, n.Reading)
			case *Term:
				fmt.Fprintf(&b, "«%s=%s»", n.Label, n.Key)
			}
			return ast.WalkContinue, nil
		})
	}
	return b.String()
}

func TestMarkTerms(t *testing.T) {
	// Longer words stand before shorter ones that begin alike, as NewTerms asks.
	terms := NewTerms([]Explanation{
		{"brake-shoe", "制動機くさび", "くさび。"}, {"brake", "制動機", "止める装置。"}, {"brake", "ブレーキ", "止める装置。"},
		{"scaffold", "足場", "足を置く台。"}, {"cad", "CAD", "図面の道具。"}, {"shift", "シフト", "勤務の割り当て。"}, {"cure", "養生", "守ること。"},
	})
	for _, want := range []struct{ name, source, marked string }{
		{"a word", "足場に上る。", "«足場=scaffold»に上る。"},
		{"in the middle", "朝は足場に上る。", "朝は«足場=scaffold»に上る。"},
		{"two words", "足場で養生する。", "«足場=scaffold»で«養生=cure»する。"},
		{"the first place only", "足場を組み、足場を外す。", "«足場=scaffold»を組み、足場を外す。"},
		{"once in a page, not in a paragraph", "足場。\n\n足場。", "«足場=scaffold»。 / 足場。"},
		{"two words of one key", "制動機、つまりブレーキ。", "«制動機=brake»、つまりブレーキ。"},
		{"the longest", "制動機くさびを打つ。", "«制動機くさび=brake-shoe»を打つ。"},
		{"the shorter after the longest", "制動機くさびと制動機。", "«制動機くさび=brake-shoe»と«制動機=brake»。"},
		{"inside a longer word in kanji", "大足場と足場板。", "大足場と足場板。"},
		{"inside a longer word in katakana", "シフトキーとダブルシフト。", "シフトキーとダブルシフト。"},
		{"a long vowel is katakana", "シフトー", "シフトー"},
		{"inside a longer word in Latin letters", "CADと2D-CADとCADs。", "«CAD=cad»と2D-CADとCADs。"},
		{"beside another script", "仮設の足場パイプ", "仮設の«足場=scaffold»パイプ"},
		{"beside a dot", "夜勤・シフト・残業", "夜勤・«シフト=shift»・残業"},
		{"first where it stands alone", "足場板を足場に積む。", "足場板を«足場=scaffold»に積む。"},
		{"in emphasis", "*足場*に", "«足場=scaffold»に"},
		{"in a list", "- 足場\n- 養生", "«足場=scaffold»«養生=cure»"},
		{"not in a link", "[足場](occupation:3)と足場", "足場と«足場=scaffold»"},
		{"not in ruby", "{足場|あしば}と足場", "{足場|あしば}と«足場=scaffold»"},
		{"not in code", "`足場`と足場", "足場と«足場=scaffold»"},
		{"not in the text of an image", "![足場](x)と足場", "足場と«足場=scaffold»"},
		{"not in a heading", "## 足場\n\n足場", "足場 / «足場=scaffold»"},
		{"nothing", "風が吹く。", "風が吹く。"},
		{"at the end", "高い足場", "高い«足場=scaffold»"},
		{"alone", "足場", "«足場=scaffold»"},
	} {
		text := NewParser().Parse([]byte(want.source))
		plain := text.Plain()
		MarkTerms(text, terms, map[string]bool{})
		if got := marked(text); got != want.marked {
			t.Errorf("%s: %q is marked\n%s, should be\n%s", want.name, want.source, got, want.marked)
		}
		if got := text.Plain(); got != plain {
			t.Errorf("%s: %q is read as %q once its terms are marked", want.name, want.source, got)
		}
	}
}

func TestTermsOfAPage(t *testing.T) {
	terms := NewTerms([]Explanation{{"brake", "制動機", `輪を締める "装置" & <木>。`}})
	seen := map[string]bool{}
	first, second := NewParser().Parse([]byte("その制動機を")), NewParser().Parse([]byte("制動機を"))
	MarkTerms(first, terms, seen)
	MarkTerms(second, terms, seen)
	want := `<p>その<button type="button" class="term" popovertarget="term-brake">制動機</button>` +
		`<span popover class="note" id="term-brake">輪を締める &quot;装置&quot; &amp; &lt;木&gt;。</span>を</p>` + "\n"
	if got := rendered(t, first); got != want {
		t.Errorf("a term is\n%s, should be\n%s", got, want)
	}
	if got := rendered(t, second); got != "<p>制動機を</p>\n" {
		t.Errorf("a term that the page explained is %s", got)
	}
	if !seen["brake"] {
		t.Error("the page has explained brake")
	}
}

func TestTermBeforeALineBreak(t *testing.T) {
	text := NewParser().Parse([]byte("the CAD\nroom"))
	MarkTerms(text, NewTerms([]Explanation{{"cad", "CAD", "a tool."}}), map[string]bool{})
	if got := text.Plain(); got != "the CAD\nroom" {
		t.Errorf("found %q", got)
	}
	if got := rendered(t, text); !strings.HasSuffix(got, "</span>\nroom</p>\n") {
		t.Errorf("the line break stays after the term: %s", got)
	}
}

func TestTermAfterALineBreak(t *testing.T) {
	for _, want := range []struct{ source, html string }{
		{"the\nCAD\nroom", "the\n"}, {"この\n足場\nに", "この<button"},
	} {
		text := NewParser().Parse([]byte(want.source))
		MarkTerms(text, NewTerms([]Explanation{{"cad", "CAD", "a tool."}, {"scaffold", "足場", "台。"}}), map[string]bool{})
		if got := rendered(t, text); !strings.HasPrefix(got, "<p>"+want.html) {
			t.Errorf("%q gives %s", want.source, got)
		}
	}
}

func TestPosition(t *testing.T) {
	source := []byte("一二\n三四五\n")
	for _, want := range []struct{ offset, line, column int }{
		{0, 1, 1}, {3, 1, 2}, {6, 1, 3}, {7, 2, 1}, {13, 2, 3}, {16, 2, 4}, {17, 3, 1}, {99, 3, 1},
	} {
		if line, column := Position(source, want.offset); line != want.line || column != want.column {
			t.Errorf("offset %d is %d:%d, should be %d:%d", want.offset, line, column, want.line, want.column)
		}
	}
}

func TestOffset(t *testing.T) {
	source := "一\n\n## 二\n\n- 三\n\n***\n\n<b>四</b> [五](term:x) {六|ろく} `七` ![八](y)\n\n<div>\n"
	text := NewParser().Parse([]byte(source))
	found := map[string]string{}
	for _, block := range text.Blocks {
		ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if at := Offset(n); entering && found[n.Kind().String()] == "" {
				found[n.Kind().String()] = string([]rune(source[at:] + "$$")[:2])
			}
			return ast.WalkContinue, nil
		})
	}
	for kind, want := range map[string]string{
		"Paragraph": "一\n", "Heading": "##", "List": "- ", "ThematicBreak": "**", "RawHTML": "<b", "Link": "[五", "Ruby": "{六", "CodeSpan": "`七",
		"Image": "![", "HTMLBlock": "<d",
	} {
		if found[kind] != want {
			t.Errorf("%s begins at %q, should be %q", kind, found[kind], want)
		}
	}
}
