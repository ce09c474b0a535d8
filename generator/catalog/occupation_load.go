package catalog

import (
	"bytes"
	"io/fs"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/catalog/prose"
)

// occupationFile is an occupation and where each of its values was written.
type occupationFile struct {
	occupation *Occupation
	textFile   // its document is unreadable when only the id could be made out
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
	f := &occupationFile{&Occupation{Slug: slug}, textFile{doc: &document{}, name: file}}
	src, ok := l.readFile(l.content, "occupations/"+name)
	if !ok {
		return f
	}
	f.doc, f.body, f.bodyLine = l.frontMatter(file, src, f.occupation)
	if !f.doc.readable {
		f.occupation.ID = idOf(src)
		return f
	}
	kinds := SectionKinds
	if f.occupation.Borrowed() {
		kinds = borrowedSections
	}
	f.occupation.Sections = l.splitSections(&f.textFile, parser.Parse(f.body), kinds)
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
