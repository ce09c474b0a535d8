package catalog

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"shigotoatlas/generator/catalog/prose"
)

// StoryLabel stands on every story, in the data and on the page: what it tells is made up.
const StoryLabel = "モデルケース・架空"

// A Story is a model case of somebody who goes from one occupation to another. Nobody in it is real.
type Story struct {
	Title    string      `yaml:"title"`
	Label    string      `yaml:"label" jsonschema:"enum=モデルケース・架空"`
	Summary  string      `yaml:"summary" jsonschema:"description=One or two sentences of 30 to 90 characters"`
	From     int         `yaml:"from" jsonschema:"minimum=1,description=The occupation left"`
	To       int         `yaml:"to" jsonschema:"minimum=1,description=The occupation gone to; also where somebody did not stay"`
	Age      int         `yaml:"age" jsonschema:"minimum=19,maximum=63,description=At the change"`
	Course   string      `yaml:"course" jsonschema:"enum=direct,enum=detour,enum=setback,description=setback: it did not work out as hoped"`
	Licences []string    `yaml:"licences,omitempty" jsonschema:"description=Names of taxonomy/licences.yaml that play a part"`
	Steps    []StoryStep `yaml:"steps" jsonschema:"minItems=2,maxItems=6,description=The preparation in its order"`
	Reviewed string      `yaml:"reviewed" jsonschema:"format=date"`
	Slug     string      `yaml:"-"`
	Sections []*Section  `yaml:"-"` // all of StorySections in order
}

// A StoryStep is a part of the preparation and how many months it takes.
type StoryStep struct {
	Months int    `yaml:"months" jsonschema:"minimum=1,maximum=48"`
	Text   string `yaml:"text"`
}

// Months is how long the preparation takes in all.
func (s *Story) Months() int {
	months := 0
	for _, step := range s.Steps {
		months += step.Months
	}
	return months
}

// StorySections are the sections of a story in their order.
var StorySections = []SectionKind{
	{"before", "これまで", 80, 320},
	{"trigger", "きっかけ", 60, 260},
	{"preparation", "準備", 80, 320},
	{"carried", "生かせたこと", 80, 320},
	{"first-year", "最初の一年", 100, 380},
	{"employer", "採用した側が見たこと", 60, 260},
	{"site", "このサイトで役に立つところ", 50, 240},
}

// StoryCourses are the ways a story can go, in the order they are named.
var StoryCourses = []struct{ Key, Name string }{
	{"direct", "順に進んだ例"}, {"detour", "回り道をした例"}, {"setback", "思いどおりにならなかった例"},
}

// storyFile is a story and where its text was written.
type storyFile struct {
	story *Story
	textFile
}

// readStories reads content/stories, if there are any.
func (l *loader) readStories() {
	names, _ := fs.Glob(l.content.FS, "stories/*") // errs on a malformed pattern alone
	parser := prose.NewParser()
	for _, name := range names {
		slug, isMarkdown := strings.CutSuffix(path.Base(name), ".md")
		f := &storyFile{&Story{Slug: slug}, textFile{name: l.content.path(name)}}
		if !isMarkdown || !slugRule.MatchString(slug) {
			l.faults.add(f.name, 1, 1, "stories are named <slug>.md in small letters, digits and single hyphens")
			continue
		}
		src, ok := l.readFile(l.content, name)
		if !ok {
			continue
		}
		f.doc, f.body, f.bodyLine = l.frontMatter(f.name, src, f.story)
		l.c.Stories = append(l.c.Stories, f.story)
		if f.doc.readable {
			f.story.Sections = l.splitSections(&f.textFile, parser.Parse(f.body), StorySections)
			l.storyFiles = append(l.storyFiles, f)
			l.checkStory(f)
		}
	}
}

func (l *loader) checkStory(f *storyFile) {
	s, d := f.story, f.doc
	if s.Label != StoryLabel {
		d.fault("$.label", "label %q should be %q: no story is of real people", s.Label, StoryLabel)
	}
	if n := length(s.Summary); n < 30 || n > 90 {
		d.fault("$.summary", "summary has %d characters; allowed are 30 to 90", n)
	}
	if s.Age < 19 || s.Age > 63 {
		d.fault("$.age", "age %d; allowed are 19 to 63", s.Age)
	}
	var courses []string
	for _, c := range StoryCourses {
		courses = append(courses, c.Key)
	}
	if !slices.Contains(courses, s.Course) {
		d.fault("$.course", "course %q is not one of %s%s", s.Course, join(courses), near(s.Course, courses))
	}
	checkDate(d, "$.reviewed", s.Reviewed)
	checkDistinct(d, "$.licences", s.Licences)
	checkSteps(d, s.Steps)
	if len(s.Sections) == 0 {
		l.faults.add(f.name, f.bodyLine, 1, "the sections are missing: %s", join(sectionTitles(StorySections)))
	}
	for _, section := range s.Sections {
		l.checkStorySection(f, section)
	}
}

func checkSteps(d *document, steps []StoryStep) {
	if n := len(steps); n < 2 || n > 6 {
		d.fault("$.steps", "%d steps; allowed are 2 to 6", n)
	}
	for i, step := range steps {
		at := indexed("$.steps", i)
		if step.Months < 1 || step.Months > 48 {
			d.fault(at+".months", "%d months; allowed are 1 to 48", step.Months)
		}
		if n := length(step.Text); n < 8 || n > 50 {
			d.fault(at+".text", "step has %d characters; allowed are 8 to 50", n)
		}
	}
}

// checkStorySection holds a section against its length and the marks that prose may have. The last leads to pages of
// the site, or it would not say what they are good for.
func (l *loader) checkStorySection(f *storyFile, s *Section) {
	fault := func(format string, args ...any) { l.faults.add(f.name, s.line, 1, format, args...) }
	plain := s.Plain()
	if n := length(plain); n < s.Kind.Min || n > s.Kind.Max {
		fault("section ## %s has %d characters; allowed are %d to %d", s.Kind.Title, n, s.Kind.Min, s.Kind.Max)
	}
	if amount := findAmount(plain); amount != "" {
		fault("section ## %s states %q: amounts and shares come from the dataset, not from prose", s.Kind.Title, amount)
	}
	if s.Kind.Key == "site" && len(s.Links()) == 0 {
		fault("section ## %s links to no page", s.Kind.Title)
	}
	s.opening, s.closing = endSentences(plain)
	for _, block := range s.Blocks {
		ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && !allowedInProse(n) {
				line, column := f.at(prose.Offset(n))
				l.faults.add(f.name, line, column, "%s is not allowed in a story; allowed are paragraphs, lists, emphasis, links and ruby", markName(n))
				return ast.WalkSkipChildren, nil
			}
			return ast.WalkContinue, nil
		})
	}
}

// Story returns the story with the slug, or nil.
func (c *Catalog) Story(slug string) *Story {
	for _, s := range c.Stories {
		if s.Slug == slug {
			return s
		}
	}
	return nil
}

// joinStories resolves what stories refer to, and holds their first and last sentences against one another.
func (l *loader) joinStories() {
	for i, slug := range l.c.Site.Stories {
		if l.c.Story(slug) == nil {
			l.siteDoc.fault(indexed("$.stories", i), "story %q is not in %s", slug, l.content.path("stories"))
		}
	}
	said := map[string]string{} // sentence → the story that has it
	for _, f := range l.storyFiles {
		s := f.story
		l.resolveID(f.doc, "$.from", s.From, 0)
		if s.To == s.From {
			f.doc.fault("$.to", "occupation %d is the one the story begins at", s.To)
		} else {
			l.resolveID(f.doc, "$.to", s.To, 0)
		}
		for i, name := range s.Licences {
			resolve(f.doc, indexed("$.licences", i), "licence", name, l.content.path("taxonomy/licences.yaml"), l.c.licences)
		}
		for _, section := range s.Sections {
			for _, sentence := range []string{section.opening, section.closing} {
				if other := said[sentence]; other != "" && other != s.Slug {
					l.faults.add(f.name, section.line, 1, "section ## %s begins or ends with %q, as %s does", section.Kind.Title, sentence, other)
				}
				said[sentence] = s.Slug
			}
			for _, link := range section.Links() {
				line, column := f.at(prose.Offset(link.Node))
				l.checkLink(f.name, line, column, link)
			}
		}
	}
}
