package catalog

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"shigotoatlas/generator/catalog/prose"
)

// Site is what the site says of itself.
type Site struct {
	Name      string   `yaml:"name"`
	English   string   `yaml:"english"`
	Tagline   string   `yaml:"tagline"`
	TaglineEn string   `yaml:"tagline_en"`
	Base      string   `yaml:"base" jsonschema:"description=Address of the home page with the slash at the end; for canonical links and sitemap and feed only"`
	Version   string   `yaml:"version"`
	Chooser   []Choice `yaml:"chooser" jsonschema:"description=The situations on the home page"`
	Changes   []Change `yaml:"changes" jsonschema:"description=Newest first; the feed"`
}

// A Choice is a situation a visitor comes with and the page that answers it (a path inside the site).
type Choice struct {
	Title string `yaml:"title"`
	Text  string `yaml:"text"`
	Page  string `yaml:"page"`
}

// A Change is an entry of the feed.
type Change struct {
	Date  string `yaml:"date"`
	Key   string `yaml:"key" jsonschema:"description=Permanent; makes the entry's id"`
	Title string `yaml:"title"`
	Text  string `yaml:"text"`
	Page  string `yaml:"page"`
}

func (l *loader) readSite() error {
	if err := l.readYAML("site.yaml", &l.c.Site, &l.siteDoc); err != nil {
		return err
	}
	s := &l.c.Site
	if !urlRule.MatchString(s.Base) || !strings.HasSuffix(s.Base, "/") {
		l.siteDoc.fault("$.base", "base %q should be an https address that ends in a slash", s.Base)
	}
	keys := map[string]bool{}
	for i, c := range s.Changes {
		at := indexed("$.changes", i)
		checkDate(l.siteDoc, at+".date", c.Date)
		checkUnique(l.siteDoc, at+".key", "key", c.Key, keys)
		if i > 0 && c.Date > s.Changes[i-1].Date {
			l.siteDoc.fault(at+".date", "changes stand newest first; %s comes after %s", c.Date, s.Changes[i-1].Date)
		}
	}
	return nil
}

func checkDate(d *document, path, date string) {
	if !dateRule.MatchString(date) {
		d.fault(path, "date %q should be a day written YYYY-MM-DD", date)
	}
}

// A GlossaryTerm is a word of a trade, explained at the first place it stands in a page.
type GlossaryTerm struct {
	Key     string   `yaml:"key"`
	Term    string   `yaml:"term"`
	Reading string   `yaml:"reading"`
	English string   `yaml:"english"`
	Meaning string   `yaml:"meaning"`
	Also    []string `yaml:"also,omitempty" jsonschema:"description=Other spellings explained alike"`
	Fields  []string `yaml:"fields,omitempty" jsonschema:"description=Fields whose pages explain it; all when absent"`
}

func (l *loader) readGlossary() error {
	var file struct {
		Terms []*GlossaryTerm `yaml:"terms"`
	}
	if err := l.readYAML("glossary.yaml", &file, &l.glossaryDoc); err != nil {
		return err
	}
	l.c.Glossary = file.Terms
	keys, words := map[string]bool{}, map[string]bool{}
	for i, t := range l.c.Glossary {
		at := indexed("$.terms", i)
		checkSlug(l.glossaryDoc, at+".key", t.Key)
		checkUnique(l.glossaryDoc, at+".key", "key", t.Key, keys)
		checkUnique(l.glossaryDoc, at+".term", "term", t.Term, words)
		if !readingRule.MatchString(t.Reading) {
			l.glossaryDoc.fault(at+".reading", "reading %q should be hiragana", t.Reading)
		}
	}
	return nil
}

// markTerms explains in every text of an occupation the terms of its field.
func (l *loader) markTerms() {
	for i, t := range l.c.Glossary {
		for j, f := range t.Fields {
			l.checkFieldKey(l.glossaryDoc, indexed(indexed("$.terms", i)+".fields", j), f)
		}
	}
	byField := map[string]*prose.Terms{}
	for _, f := range l.c.Fields {
		byField[f.Key] = prose.NewTerms(l.termsOf(f.Key))
	}
	for _, o := range l.c.Occupations {
		seen := map[string]bool{}
		for _, s := range o.Sections {
			if s.Kind.Key != "easy" && s.Kind.Key != "english" {
				prose.MarkTerms(s.Text, byField[o.FieldKey], seen)
			}
		}
	}
}

func (l *loader) termsOf(field string) []prose.Explanation {
	var words []prose.Explanation
	for _, t := range l.c.Glossary {
		if len(t.Fields) > 0 && !slices.Contains(t.Fields, field) {
			continue
		}
		for _, w := range append([]string{t.Term}, t.Also...) {
			words = append(words, prose.Explanation{Key: t.Key, Word: w, Meaning: t.Meaning})
		}
	}
	slices.SortStableFunc(words, func(a, b prose.Explanation) int { return len(b.Word) - len(a.Word) })
	return words
}

// A Guide is a text for one audience.
type Guide struct {
	Title      string        `yaml:"title"`
	Summary    string        `yaml:"summary"`
	Audience   string        `yaml:"audience" jsonschema:"enum=seekers,enum=schools,enum=newcomers,enum=supporters,enum=placement,enum=employers,enum=public-service,enum=method"`
	Language   string        `yaml:"language" jsonschema:"enum=ja,enum=easy,enum=en"`
	Reviewed   string        `yaml:"reviewed"`
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

func (l *loader) readGuides() error {
	names, err := fs.Glob(l.content.FS, "guides/*.md")
	if err != nil {
		return err
	}
	parser := prose.NewParser()
	for _, name := range names {
		src, err := fs.ReadFile(l.content.FS, name)
		if err != nil {
			return err
		}
		g := &Guide{Slug: strings.TrimSuffix(path.Base(name), ".md")}
		doc, body, _, ok := l.frontMatter(name, src, g)
		if !ok {
			continue
		}
		l.checkGuide(doc, g)
		g.Text = parser.Parse(body)
		l.c.Guides = append(l.c.Guides, g)
	}
	return nil
}

func (l *loader) checkGuide(doc *document, g *Guide) {
	checkFilled(doc, "$", g)
	checkDate(doc, "$.reviewed", g.Reviewed)
	if !slices.ContainsFunc(Audiences, func(a struct{ Key, Name string }) bool { return a.Key == g.Audience }) {
		doc.fault("$.audience", "audience %q is not known", g.Audience)
	}
	if !slices.Contains([]string{"ja", "easy", "en"}, g.Language) {
		doc.fault("$.language", "language %q is not one of ja, easy, en", g.Language)
	}
}
