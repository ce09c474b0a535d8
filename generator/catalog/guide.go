package catalog

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"shigotoatlas/generator/catalog/prose"
)

// A Guide is a text for one audience.
type Guide struct {
	Title      string        `yaml:"title"`
	Summary    string        `yaml:"summary"`
	Audience   string        `yaml:"audience" jsonschema:"enum=seekers,enum=schools,enum=newcomers,enum=supporters,enum=placement,enum=employers,enum=public-service,enum=method"`
	Language   string        `yaml:"language" jsonschema:"enum=ja,enum=easy,enum=en"`
	Reviewed   string        `yaml:"reviewed" jsonschema:"format=date"`
	Sources    []GuideSource `yaml:"sources,omitempty"`
	Slug       string        `yaml:"-"`
	prose.Text `yaml:"-"`
}

// A GuideSource is a named page a guide leans on or leads to.
type GuideSource struct {
	Title     string `yaml:"title"`
	Publisher string `yaml:"publisher"`
	URL       string `yaml:"url,omitempty"`
}

// Audiences are the readers guides are written for, in the order they are listed.
var Audiences = []struct{ Key, Name string }{
	{"seekers", "仕事を探す人・変えたい人"}, {"schools", "生徒・先生"}, {"newcomers", "日本語を学ぶ人"},
	{"supporters", "キャリア支援の人"}, {"placement", "職業紹介の人"}, {"employers", "採用・人事の人"},
	{"public-service", "公務の人事・育成"}, {"method", "道具と方法"},
}

// guideLengths are the limits of a guide's text in characters, spaces aside, by language.
var guideLengths = map[string]struct{ min, max int }{"ja": {1200, 3000}, "easy": {400, 3000}, "en": {400, 3000}}

// guideFile is a guide and where its text was written.
type guideFile struct {
	guide    *Guide
	name     string
	bodyLine int
}

func (f *guideFile) at(n ast.Node) (line, column int) {
	line, column = prose.Position(f.guide.Source, prose.Offset(n))
	return f.bodyLine + line - 1, column
}

// readGuides reads the guides, if there are any yet.
func (l *loader) readGuides() {
	names, _ := fs.Glob(l.content.FS, "guides/*") // errs on a malformed pattern alone
	parser := prose.NewParser()
	for _, name := range names {
		file := l.content.path(name)
		slug, isMarkdown := strings.CutSuffix(path.Base(name), ".md")
		if !isMarkdown || !slugRule.MatchString(slug) {
			l.faults.add(file, 1, 1, "guides are named <slug>.md in small letters, digits and single hyphens")
			continue
		}
		src, ok := l.readFile(l.content, name)
		if !ok {
			continue
		}
		g := &Guide{Slug: slug}
		doc, body, bodyLine := l.frontMatter(file, src, g)
		l.c.Guides = append(l.c.Guides, g)
		if doc.readable {
			g.Text = parser.Parse(body)
			f := &guideFile{g, file, bodyLine}
			l.guideFiles = append(l.guideFiles, f)
			l.checkGuide(f, doc)
		}
	}
}

func (l *loader) checkGuide(f *guideFile, doc *document) {
	g := f.guide
	checkDate(doc, "$.reviewed", g.Reviewed)
	var audiences []string
	for _, a := range Audiences {
		audiences = append(audiences, a.Key)
	}
	if !slices.Contains(audiences, g.Audience) {
		doc.fault("$.audience", "audience %q is not one of %s%s", g.Audience, join(audiences), near(g.Audience, audiences))
	}
	for i, s := range g.Sources {
		checkURL(doc, indexed("$.sources", i)+".url", s.URL)
	}
	limits, ok := guideLengths[g.Language]
	if n := length(g.Plain()); !ok {
		doc.fault("$.language", "language %q is not one of ja, easy, en", g.Language)
	} else if n < limits.min || n > limits.max {
		l.faults.add(f.name, f.bodyLine, 1, "guide has %d characters; allowed are %d to %d", n, limits.min, limits.max)
	}
	l.checkGuideMarks(f)
}

// checkGuideMarks holds the headings to begin at the second level (the first is the title) and to skip none, and the
// text to have no HTML and no images.
func (l *loader) checkGuideMarks(f *guideFile) {
	level := 1
	for _, block := range f.guide.Blocks {
		ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			line, column := f.at(n)
			switch n := n.(type) {
			case *ast.Heading:
				if n.Level == 1 {
					l.faults.add(f.name, line, column, "a heading with one # is the title's, which stands in the front matter; write ##")
				} else if n.Level > level+1 {
					l.faults.add(f.name, line, column, "a heading of level %d follows one of level %d; no level is skipped", n.Level, level)
				}
				level = max(n.Level, 2)
			case *ast.HTMLBlock, *ast.RawHTML, *ast.Image, *ast.AutoLink:
				l.faults.add(f.name, line, column, "%s is not allowed in a guide; allowed are headings, paragraphs, lists, tables, quotations, emphasis, links and ruby", markName(n))
			}
			return ast.WalkContinue, nil
		})
	}
}

// joinGuides follows the links of every guide.
func (l *loader) joinGuides() {
	for _, f := range l.guideFiles {
		for _, link := range f.guide.Links() {
			line, column := f.at(link.Node)
			l.checkLink(f.name, line, column, link)
		}
	}
}
