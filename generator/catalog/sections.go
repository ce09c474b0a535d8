package catalog

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"shigotoatlas/generator/catalog/prose"
)

// A textFile is a file of front matter and a text in fixed sections, with where each was written.
type textFile struct {
	doc      *document
	name     string // as shown in faults
	bodyLine int    // line of the file on which the body begins
	body     []byte
}

// at gives the place of an offset of the body in the file.
func (f *textFile) at(offset int) (line, column int) {
	line, column = prose.Position(f.body, offset)
	return f.bodyLine + line - 1, column
}

// splitSections cuts the body at its headings and holds it against the kinds of sections the file has.
func (l *loader) splitSections(f *textFile, t prose.Text, kinds []SectionKind) (sections []*Section) {
	fault := func(n ast.Node, format string, args ...any) {
		line, column := f.at(prose.Offset(n))
		l.faults.add(f.name, line, column, format, args...)
	}
	for _, block := range t.Blocks {
		heading, isHeading := block.(*ast.Heading)
		if !isHeading {
			if len(sections) == 0 {
				fault(block, "text stands before the first section; begin with ## %s", kinds[0].Title)
				return nil
			}
			current := sections[len(sections)-1]
			current.Blocks = append(current.Blocks, block)
			continue
		}
		title := prose.Text{Source: t.Source, Blocks: []ast.Node{heading}}.Plain()
		if heading.Level != 2 {
			fault(block, "heading %q: sections have no headings of their own", title)
			continue
		}
		kind, ok := sectionKind(kinds, title)
		if !ok {
			fault(block, "section %q is not one of %s%s", title, join(sectionTitles(kinds)), near(title, sectionTitles(kinds)))
			return sections
		}
		line, _ := f.at(prose.Offset(block))
		sections = append(sections, &Section{Kind: kind, Text: prose.Text{Source: t.Source}, line: line})
	}
	l.checkSections(f, sections, kinds)
	return sections
}

func (l *loader) checkSections(f *textFile, sections []*Section, kinds []SectionKind) {
	if len(sections) == 0 {
		return
	}
	for i, kind := range kinds {
		if i >= len(sections) {
			l.faults.add(f.name, sections[len(sections)-1].line, 1, "section ## %s is missing; there are all sections or none", kind.Title)
			return
		}
		if sections[i].Kind != kind {
			l.faults.add(f.name, sections[i].line, 1, "section ## %s stands where ## %s belongs; each stands once, in the order %s",
				sections[i].Kind.Title, kind.Title, join(sectionTitles(kinds)))
			return
		}
	}
	for _, extra := range sections[len(kinds):] {
		l.faults.add(f.name, extra.line, 1, "section ## %s stands twice", extra.Kind.Title)
	}
}

func sectionKind(kinds []SectionKind, title string) (SectionKind, bool) {
	for _, k := range kinds {
		if k.Title == title {
			return k, true
		}
	}
	return SectionKind{}, false
}

func sectionTitles(kinds []SectionKind) []string {
	titles := make([]string, len(kinds))
	for i, k := range kinds {
		titles[i] = k.Title
	}
	return titles
}

func join(words []string) string { return strings.Join(words, ", ") }
