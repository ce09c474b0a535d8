package catalog

import (
	"bytes"
	"io/fs"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/catalog/prose"
)

// occupationFile is an occupation and where each of its values was written.
type occupationFile struct {
	occupation *Occupation
	doc        *document // unreadable when only the id could be made out
	name       string    // as shown in faults
	bodyLine   int       // line of the file on which the body begins
	body       []byte
}

// at gives the place of an offset of the body in the file.
func (f *occupationFile) at(offset int) (line, column int) {
	line, column = prose.Position(f.body, offset)
	return f.bodyLine + line - 1, column
}

func (l *loader) readOccupations() {
	entries, err := fs.ReadDir(l.content.FS, "occupations")
	if err != nil {
		l.faults.add(l.content.path("occupations"), 1, 1, "cannot be read: no directory of occupation files")
		return
	}
	files := make([]*occupationFile, len(entries))
	parser := prose.NewParser()
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, e := range entries {
		g.Go(func() error {
			files[i] = l.readOccupation(parser, e.Name())
			return nil
		})
	}
	g.Wait()
	for _, f := range files {
		if f != nil {
			l.occupationFiles = append(l.occupationFiles, f)
		}
	}
}

func (l *loader) readOccupation(parser *prose.Parser, name string) *occupationFile {
	file := l.content.path("occupations/" + name)
	slug, isMarkdown := strings.CutSuffix(name, ".md")
	if !isMarkdown || !slugRule.MatchString(slug) {
		l.faults.add(file, 1, 1, "occupation files are named <slug>.md in small letters, digits and single hyphens")
	}
	if !isMarkdown {
		return nil
	}
	f := &occupationFile{occupation: &Occupation{Slug: slug}, doc: &document{}, name: file}
	src, ok := l.readFile(l.content, "occupations/"+name)
	if !ok {
		return f
	}
	f.doc, f.body, f.bodyLine = l.frontMatter(file, src, f.occupation)
	if !f.doc.readable {
		f.occupation.ID = idOf(src)
		return f
	}
	l.splitSections(f, parser.Parse(f.body))
	l.checkOccupation(f)
	return f
}

var idLine = regexp.MustCompile(`(?m)^id: *(\d{1,9})\b`)

// idOf makes out the id in a file whose front matter cannot be read, so that links to it are not called wrong; or 0.
func idOf(src []byte) int {
	m := idLine.FindSubmatch(src)
	if m == nil {
		return 0
	}
	id, _ := strconv.Atoi(string(m[1])) // digits, not many
	return id
}

// frontMatter decodes the YAML between the two lines "---" at the beginning of a file and returns what follows. The
// document is unreadable when there is none.
func (l *loader) frontMatter(file string, src []byte, into any) (doc *document, body []byte, bodyLine int) {
	src = append(src, '\n') // a closing line --- may be the last of the file
	if !bytes.HasPrefix(src, []byte("---\n")) {
		l.faults.add(file, 1, 1, "should begin with a line ---, front matter, and a line ---")
		return &document{}, nil, 0
	}
	front, body, found := bytes.Cut(src[3:], []byte("\n---\n")) // from the first line's end, so that lines keep their numbers
	if !found {
		l.faults.add(file, 1, 1, "the front matter has no closing line ---")
		return &document{}, nil, 0
	}
	return decode(file, front, into, l.faults), body, bytes.Count(front, []byte("\n")) + 3
}

// splitSections cuts the body at its headings and holds it against SectionKinds.
func (l *loader) splitSections(f *occupationFile, t prose.Text) {
	fault := func(n ast.Node, format string, args ...any) {
		line, column := f.at(prose.Offset(n))
		l.faults.add(f.name, line, column, format, args...)
	}
	var current *Section
	for _, block := range t.Blocks {
		heading, isHeading := block.(*ast.Heading)
		if !isHeading {
			if current == nil {
				fault(block, "text stands before the first section; begin with ## %s", SectionKinds[0].Title)
				return
			}
			current.Blocks = append(current.Blocks, block)
			continue
		}
		title := prose.Text{Source: t.Source, Blocks: []ast.Node{heading}}.Plain()
		if heading.Level != 2 {
			fault(block, "heading %q: sections have no headings of their own", title)
			continue
		}
		kind, ok := sectionKind(title)
		if !ok {
			fault(block, "section %q is not one of %s%s", title, join(sectionTitles()), near(title, sectionTitles()))
			return
		}
		line, _ := f.at(prose.Offset(block))
		current = &Section{Kind: kind, Text: prose.Text{Source: t.Source}, line: line}
		f.occupation.Sections = append(f.occupation.Sections, current)
	}
	l.checkSections(f)
}

func (l *loader) checkSections(f *occupationFile) {
	sections := f.occupation.Sections
	if len(sections) == 0 {
		return
	}
	for i, kind := range SectionKinds {
		if i >= len(sections) {
			l.faults.add(f.name, sections[len(sections)-1].line, 1, "section ## %s is missing; there are all sections or none", kind.Title)
			return
		}
		if sections[i].Kind != kind {
			l.faults.add(f.name, sections[i].line, 1, "section ## %s stands where ## %s belongs; each stands once, in the order %s",
				sections[i].Kind.Title, kind.Title, join(sectionTitles()))
			return
		}
	}
	for _, extra := range sections[len(SectionKinds):] {
		l.faults.add(f.name, extra.line, 1, "section ## %s stands twice", extra.Kind.Title)
	}
}

func sectionKind(title string) (SectionKind, bool) {
	for _, k := range SectionKinds {
		if k.Title == title {
			return k, true
		}
	}
	return SectionKind{}, false
}

func sectionTitles() []string {
	titles := make([]string, len(SectionKinds))
	for i, k := range SectionKinds {
		titles[i] = k.Title
	}
	return titles
}

func join(words []string) string { return strings.Join(words, ", ") }
