package catalog

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"shigotoatlas/generator/catalog/prose"
)

// checkOccupation holds a file against the rules that need no other file.
func (l *loader) checkOccupation(f *occupationFile) {
	o, d := f.occupation, f.doc
	if o.ID < 1 {
		d.fault("$.id", "id %d should be the official number (収録番号), 1 or more", o.ID)
	}
	checkReading(d, "$.reading", o.Reading)
	if hasJapanese(o.English) {
		d.fault("$.english", "english %q has Japanese characters", o.English)
	}
	if !o.Borrowed() {
		checkSummary(d, o.Summary)
	}
	if len(o.Themes) > 5 {
		d.fault("$.themes", "%d themes; allowed are 1 to 5", len(o.Themes))
	}
	checkDate(d, "$.reviewed", o.Reviewed)
	l.checkLists(f)
	l.checkTasks(f)
	for _, s := range o.Sections {
		l.checkProse(f, s)
	}
}

func checkSummary(d *document, summary string) {
	if n := length(summary); n < 15 || n > 70 {
		d.fault("$.summary", "summary has %d characters; allowed are 15 to 70", n)
	}
	if strings.Count(summary, "。") != 1 || !strings.HasSuffix(summary, "。") {
		d.fault("$.summary", "summary should be one sentence that ends in 。")
	}
}

// checkLists holds the lists of a file to say nothing twice.
func (l *loader) checkLists(f *occupationFile) {
	o, d := f.occupation, f.doc
	checkDistinct(d, "$.aliases", o.Aliases)
	checkDistinct(d, "$.industries", o.Industries)
	checkDistinct(d, "$.themes", o.Themes)
	checkDistinct(d, "$.licences", o.Licences)
	checkDistinct(d, "$.required", o.Required)
	checkDistinct(d, "$.tools", o.Tools)
	checkDistinct(d, "$.next", o.Next)
	checkDistinct(d, "$.related", o.Related)
	checkDistinct(d, "$.sources", o.SourceKeys)
	for i, a := range o.Aliases {
		if a == o.Name {
			d.fault(indexed("$.aliases", i), "alias %q is the name itself", a)
		}
	}
	for i, b := range o.Bodies {
		at := indexed("$.bodies", i)
		checkURL(d, at+".url", b.URL)
		if slices.ContainsFunc(o.Bodies[:i], func(earlier Body) bool { return earlier.Name == b.Name }) {
			d.fault(at+".name", "body %q stands here twice", b.Name)
		}
	}
}

func (l *loader) checkTasks(f *occupationFile) {
	o, d := f.occupation, f.doc
	if o.Written() && (len(o.Tasks) < 8 || len(o.Tasks) > 14) {
		d.fault("$.tasks", "%d tasks; a written occupation has 8 to 14", len(o.Tasks))
	}
	texts, numbers := map[string]bool{}, map[int]bool{}
	for i, t := range o.Tasks {
		at := indexed("$.tasks", i)
		if n := length(t.Text); n < 12 || n > 40 {
			d.fault(at+".text", "task has %d characters; allowed are 12 to 40", n)
		}
		if last, _ := utf8.DecodeLastRuneInString(t.Text); !strings.ContainsRune("うくぐすつぬぶむる", last) && !strings.HasSuffix(t.Text, "ない") {
			d.fault(at+".text", "task should end in a verb in its plain form, found %q", t.Text)
		}
		if texts[t.Text] {
			d.fault(at+".text", "task %q stands here twice", t.Text)
		}
		if t.IPD < 0 {
			d.fault(at+".ipd", "official task %d: numbers begin at 1", t.IPD)
		}
		if t.IPD != 0 && numbers[t.IPD] {
			d.fault(at+".ipd", "official task %d is already given to an earlier task", t.IPD)
		}
		texts[t.Text], numbers[t.IPD] = true, true
	}
}

// checkProse holds a section against its length and the words and marks that prose may have.
func (l *loader) checkProse(f *occupationFile, s *Section) {
	for _, block := range s.Blocks {
		l.checkMarks(f, s, block)
	}
	if f.occupation.Borrowed() {
		return
	}
	fault := func(format string, args ...any) { l.faults.add(f.name, s.line, 1, format, args...) }
	plain := s.Plain()
	n, unit := length(plain), "characters"
	if s.Kind.Key == "english" {
		n, unit = len(strings.Fields(plain)), "words"
		if hasJapanese(plain) {
			fault("section ## English has Japanese characters")
		}
	}
	if n < s.Kind.Min || n > s.Kind.Max {
		fault("section ## %s has %d %s; allowed are %d to %d", s.Kind.Title, n, unit, s.Kind.Min, s.Kind.Max)
	}
	if amount := findAmount(plain); amount != "" {
		fault("section ## %s states %q: amounts and shares come from the dataset, not from prose", s.Kind.Title, amount)
	}
	if s.Kind.Key == "easy" {
		if n := strings.Count(plain, "。"); n < 3 || n > 6 {
			fault("section ## %s has %d sentences; allowed are 3 to 6", s.Kind.Title, n)
		}
	}
	s.opening, s.closing = endSentences(plain)
}

// checkMarks reports every mark of a block that an occupation's text may not have, each at its place.
func (l *loader) checkMarks(f *occupationFile, s *Section, block ast.Node) {
	fault := func(offset int, format string, args ...any) {
		line, column := f.at(offset)
		l.faults.add(f.name, line, column, format, args...)
	}
	ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if !allowedInProse(n) {
			fault(prose.Offset(n), "%s is not allowed in an occupation's text; allowed are paragraphs, lists, emphasis, links and ruby", markName(n))
			return ast.WalkSkipChildren, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			text, begin := n.Segment.Value(f.body), n.Segment.Start
			if brace := bytes.IndexAny(text, "{}"); brace >= 0 {
				fault(begin+brace, "ruby is written {左官|さかん}; found a brace that does not belong to one")
			}
			if s.Kind.Key != "easy" {
				break
			}
			if kanji, at := firstKanji(text); kanji != "" {
				fault(begin+at, "section ## %s: %q has no reading; write it as {%s|…}", s.Kind.Title, kanji, kanji)
			}
		case *prose.Ruby:
			if kanji, _ := firstKanji(n.Base); kanji == "" || !isKana(n.Reading) {
				fault(prose.Offset(n), "ruby {%s|%s} should be a word in kanji and its reading in kana", n.Base, n.Reading)
			}
		}
		return ast.WalkContinue, nil
	})
}

func allowedInProse(n ast.Node) bool {
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Text, *ast.String, *ast.Emphasis, *ast.Link, *ast.List, *ast.ListItem, *prose.Ruby:
		return true
	}
	return false
}

// markNames are the marks of Markdown in words.
var markNames = map[ast.NodeKind]string{
	ast.KindHTMLBlock: "HTML", ast.KindRawHTML: "HTML", ast.KindImage: "an image", ast.KindAutoLink: "a bare address",
	ast.KindCodeSpan: "code", ast.KindCodeBlock: "a block indented by four spaces", ast.KindFencedCodeBlock: "a block of code",
	ast.KindBlockquote: "a quotation", ast.KindThematicBreak: "a rule", ast.KindHeading: "a heading inside a list",
	ast.KindLinkReferenceDefinition: "a link definition", extension.KindTable: "a table",
}

func markName(n ast.Node) string {
	if name, ok := markNames[n.Kind()]; ok {
		return name
	}
	return n.Kind().String()
}

func isKanji(r rune) bool { return unicode.Is(unicode.Han, r) }

// firstKanji is the first run of kanji in a text and where it begins, or "".
func firstKanji(text []byte) (kanji string, at int) {
	at = bytes.IndexFunc(text, isKanji)
	if at < 0 {
		return "", 0
	}
	end := bytes.IndexFunc(text[at:], func(r rune) bool { return !isKanji(r) })
	if end < 0 {
		end = len(text) - at
	}
	return string(text[at : at+end]), at
}

func isKana(text []byte) bool {
	return !bytes.ContainsFunc(text, func(r rune) bool {
		return r != 'ー' && r != '・' && !unicode.In(r, unicode.Hiragana, unicode.Katakana)
	})
}

// findAmount returns the first number with a unit of money or shares in a text, or "". Such amounts belong to
// dataset/, where they have a source and a year. 一円 is mostly no amount but 関東一円.
func findAmount(text string) string {
	for _, unit := range []string{"円", "％", "%", "パーセント", "割"} {
		for begin, end := 0, 0; ; {
			i := strings.Index(text[end:], unit)
			if i < 0 {
				break
			}
			begin, end = end+i, end+i+len(unit)
			before := strings.TrimRightFunc(text[:begin], unicode.IsSpace)
			number := before[len(strings.TrimRight(before, "0123456789０１２３４５６７８９一二三四五六七八九十百千万")):]
			if number != "" && number+unit != "一円" {
				return text[len(before)-len(number) : end]
			}
		}
	}
	return ""
}
