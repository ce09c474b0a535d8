package catalog

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"shigotoatlas/generator/catalog/prose"
)

// checkOccupation holds a file against the rules that need no other file.
func (l *loader) checkOccupation(f *occupationFile) {
	o, d := f.occupation, f.doc
	checkFilled(d, "$", o)
	if o.ID < 1 {
		d.fault("$.id", "id %d should be the official number (収録番号), 1 or more", o.ID)
	}
	if o.Reading != "" && !readingRule.MatchString(o.Reading) {
		d.fault("$.reading", "reading %q should be hiragana", o.Reading)
	}
	if hasJapanese(o.English) {
		d.fault("$.english", "english %q has Japanese characters", o.English)
	}
	if n := length(o.Summary); n > 0 && (n < 15 || n > 70) {
		d.fault("$.summary", "summary has %d characters; allowed are 15 to 70", n)
	}
	if len(o.Themes) > 5 {
		d.fault("$.themes", "%d themes; allowed are 1 to 5", len(o.Themes))
	}
	checkDate(d, "$.reviewed", o.Reviewed)
	checkDistinct(d, "$.aliases", o.Aliases)
	checkDistinct(d, "$.industries", o.Industries)
	checkDistinct(d, "$.themes", o.Themes)
	checkDistinct(d, "$.licences", o.Licences)
	checkDistinct(d, "$.tools", o.Tools)
	checkDistinct(d, "$.next", o.Next)
	checkDistinct(d, "$.related", o.Related)
	for i, a := range o.Aliases {
		if a == o.Name {
			d.fault(indexed("$.aliases", i), "alias %q is the name itself", a)
		}
	}
	for i, b := range o.Bodies {
		if b.URL != "" && !urlRule.MatchString(b.URL) {
			d.fault(indexed("$.bodies", i)+".url", "url %q should be an https address", b.URL)
		}
	}
	l.checkTasks(f)
	for _, s := range o.Sections {
		l.checkProse(f, s)
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
		if last, _ := utf8.DecodeLastRuneInString(t.Text); !strings.ContainsRune("うくぐすつぬぶむる", last) {
			d.fault(at+".text", "task should end in a verb in its plain form, found %q", t.Text)
		}
		if texts[t.Text] {
			d.fault(at+".text", "task %q stands here twice", t.Text)
		}
		if t.IPD != 0 && numbers[t.IPD] {
			d.fault(at+".ipd", "official task %d is already given to an earlier task", t.IPD)
		}
		texts[t.Text], numbers[t.IPD] = true, true
	}
}

// Amounts of money, shares and head counts belong to dataset/, where they have a source and a year.
var amountRule = regexp.MustCompile(`[0-9０-９一二三四五六七八九十百千万]+\s*(円|％|%|パーセント|割)`)

// checkProse holds a section against its length and the words and marks that prose may have.
func (l *loader) checkProse(f *occupationFile, s *Section) {
	fault := func(n ast.Node, format string, args ...any) {
		line, column := f.at(prose.Offset(n))
		l.faults.add(f.name, line, column, format, args...)
	}
	plain := s.Plain()
	n, unit := length(plain), "characters"
	if s.Kind.Key == "english" {
		n, unit = len(strings.Fields(plain)), "words"
		if hasJapanese(plain) {
			l.faults.add(f.name, s.line, 1, "section ## English has Japanese characters")
		}
	}
	if n < s.Kind.Min || n > s.Kind.Max {
		l.faults.add(f.name, s.line, 1, "section ## %s has %d %s; allowed are %d to %d", s.Kind.Title, n, unit, s.Kind.Min, s.Kind.Max)
	}
	if m := amountRule.FindString(plain); m != "" {
		l.faults.add(f.name, s.line, 1, "section ## %s states %q: amounts and shares come from the dataset, not from prose", s.Kind.Title, m)
	}
	if s.Kind.Key == "easy" {
		if n := strings.Count(plain, "。"); n < 3 || n > 6 {
			l.faults.add(f.name, s.line, 1, "section ## %s has %d sentences; allowed are 3 to 6", s.Kind.Title, n)
		}
	}
	for _, block := range s.Blocks {
		ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && !allowedInProse(n) {
				fault(n, "%s is not allowed in an occupation's text; allowed are paragraphs, lists, emphasis, links and ruby", n.Kind())
				return ast.WalkSkipChildren, nil
			}
			if t, ok := n.(*ast.Text); ok && entering && strings.ContainsAny(string(t.Segment.Value(f.body)), "{}") {
				fault(n, "ruby is written {左官|さかん}; found a brace that does not close one")
			}
			return ast.WalkContinue, nil
		})
	}
}

func allowedInProse(n ast.Node) bool {
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Text, *ast.String, *ast.Emphasis, *ast.Link, *ast.List, *ast.ListItem, *prose.Ruby:
		return true
	}
	return false
}
