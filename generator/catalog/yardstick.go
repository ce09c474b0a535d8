package catalog

import (
	"io/fs"
	"path"
	"strings"
)

// A Yardstick describes the same abilities at several levels in words, for people to place themselves and to talk: its
// areas are what is looked at, and each has one sentence for every level.
type Yardstick struct {
	Name      string           `yaml:"name"`
	English   string           `yaml:"english"`
	Summary   string           `yaml:"summary"`
	SummaryEn string           `yaml:"summary_en"`
	Notes     []string         `yaml:"notes" jsonschema:"minItems=1,description=How to use it and what it cannot say; a paragraph each"`
	Levels    []YardstickLevel `yaml:"levels" jsonschema:"minItems=2,description=From the first to the last"`
	Areas     []YardstickArea  `yaml:"areas" jsonschema:"minItems=2"`
	Reviewed  string           `yaml:"reviewed" jsonschema:"format=date"`
	Sources   []GuideSource    `yaml:"sources,omitempty"`
	Slug      string           `yaml:"-"`
}

// A YardstickLevel is a step that all areas share.
type YardstickLevel struct {
	Name    string `yaml:"name"`
	English string `yaml:"english"`
	Meaning string `yaml:"meaning"`
}

// A YardstickArea is one thing looked at. Its Key is permanent; tools keep answers under it.
type YardstickArea struct {
	Key          string   `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	Name         string   `yaml:"name"`
	English      string   `yaml:"english"`
	Group        string   `yaml:"group,omitempty" jsonschema:"description=A heading that areas standing together share"`
	Definition   string   `yaml:"definition"`
	DefinitionEn string   `yaml:"definition_en"`
	Levels       []string `yaml:"levels" jsonschema:"description=One sentence for each level of the yardstick and in its order"`
}

// Yardstick returns the yardstick with the slug, or nil.
func (c *Catalog) Yardstick(slug string) *Yardstick {
	for _, y := range c.Yardsticks {
		if y.Slug == slug {
			return y
		}
	}
	return nil
}

// readYardsticks reads content/yardsticks, if there are any.
func (l *loader) readYardsticks() {
	names, _ := fs.Glob(l.content.FS, "yardsticks/*") // errs on a malformed pattern alone
	for _, name := range names {
		slug, isYAML := strings.CutSuffix(path.Base(name), ".yaml")
		if !isYAML || !slugRule.MatchString(slug) {
			l.faults.add(l.content.path(name), 1, 1, "yardsticks are named <slug>.yaml in small letters, digits and single hyphens")
			continue
		}
		y := &Yardstick{Slug: slug}
		checkYardstick(l.readYAML(name, y), y)
		l.c.Yardsticks = append(l.c.Yardsticks, y)
	}
}

func checkYardstick(d *document, y *Yardstick) {
	checkDate(d, "$.reviewed", y.Reviewed)
	for i, s := range y.Sources {
		checkURL(d, indexed("$.sources", i)+".url", s.URL)
	}
	keys, said := map[string]bool{}, map[string]bool{}
	for i, a := range y.Areas {
		at := indexed("$.areas", i)
		checkSlug(d, at+".key", a.Key)
		checkUnique(d, at+".key", "key", a.Key, keys)
		if len(a.Levels) != len(y.Levels) {
			d.fault(at+".levels", "%d sentences; there are %d levels and each has one", len(a.Levels), len(y.Levels))
		}
		for j, sentence := range a.Levels {
			checkLevelSentence(d, indexed(at+".levels", j), sentence, said)
		}
	}
}

// checkLevelSentence holds a sentence to be one, and to stand nowhere else in the yardstick.
func checkLevelSentence(d *document, at, sentence string, said map[string]bool) {
	if n := length(sentence); n < 10 || n > 90 {
		d.fault(at, "sentence has %d characters; allowed are 10 to 90", n)
	}
	if strings.Count(sentence, "。") != 1 || !strings.HasSuffix(sentence, "。") {
		d.fault(at, "a level is told in one sentence that ends in 。")
	}
	if said[sentence] {
		d.fault(at, "the sentence stands at an earlier level already")
	}
	said[sentence] = true
}
