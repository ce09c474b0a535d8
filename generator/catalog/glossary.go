package catalog

import (
	"slices"

	"shigotoatlas/generator/catalog/prose"
)

// A GlossaryTerm is a word of a trade, explained at the first place it stands in a page.
type GlossaryTerm struct {
	Key     string   `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	Term    string   `yaml:"term"`
	Reading string   `yaml:"reading"`
	English string   `yaml:"english"`
	Meaning string   `yaml:"meaning"`
	Also    []string `yaml:"also,omitempty" jsonschema:"description=Other spellings explained alike"`
	Fields  []string `yaml:"fields,omitempty" jsonschema:"description=Fields whose pages explain it; all when absent"`
}

type glossaryFile struct {
	Terms []*GlossaryTerm `yaml:"terms"`
}

func (l *loader) readGlossary() {
	var file glossaryFile
	l.glossaryDoc = l.readYAML("glossary.yaml", &file)
	l.c.Glossary = file.Terms
	keys := map[string]bool{}
	owners := map[string][]*GlossaryTerm{} // by word
	for i, t := range l.c.Glossary {
		at := indexed("$.terms", i)
		checkSlug(l.glossaryDoc, at+".key", t.Key)
		checkUnique(l.glossaryDoc, at+".key", "key", t.Key, keys)
		checkReading(l.glossaryDoc, at+".reading", t.Reading)
		checkDistinct(l.glossaryDoc, at+".fields", t.Fields)
		l.checkWord(at+".term", t.Term, t, owners)
		for j, w := range t.Also {
			l.checkWord(indexed(at+".also", j), w, t, owners)
		}
	}
}

// checkWord holds a word to mean one thing in a field; in different fields it may mean different things.
func (l *loader) checkWord(path, word string, t *GlossaryTerm, owners map[string][]*GlossaryTerm) {
	for _, earlier := range owners[word] {
		if t.sharesField(earlier) {
			l.glossaryDoc.fault(path, "word %q is explained by %q already", word, earlier.Key)
			return
		}
	}
	owners[word] = append(owners[word], t)
}

// sharesField tells whether there is a field whose pages explain both terms.
func (t *GlossaryTerm) sharesField(other *GlossaryTerm) bool {
	return len(t.Fields) == 0 || len(other.Fields) == 0 ||
		slices.ContainsFunc(t.Fields, func(f string) bool { return slices.Contains(other.Fields, f) })
}

func (l *loader) joinGlossary() {
	for i, t := range l.c.Glossary {
		for j, f := range t.Fields {
			l.checkFieldKey(l.glossaryDoc, indexed(indexed("$.terms", i)+".fields", j), f)
		}
	}
}

// markTerms explains in every text of an occupation the terms of its field.
func (l *loader) markTerms() {
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
