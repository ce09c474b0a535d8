package catalog

import (
	"io/fs"
	"slices"
)

// A SynonymGroup tells search which words mean the same: each of Words finds the others; or each of From finds To, but
// not the other way round.
type SynonymGroup struct {
	Words []string `yaml:"words,omitempty" jsonschema:"description=Words that mean the same; two or more"`
	From  []string `yaml:"from,omitempty" jsonschema:"description=Words that also find those of to"`
	To    []string `yaml:"to,omitempty"`
}

type synonymFile struct {
	Groups []*SynonymGroup `yaml:"groups"`
}

// readSynonyms reads content/synonyms.yaml; without the file, search takes every word for itself.
func (l *loader) readSynonyms() {
	if _, err := fs.Stat(l.content.FS, "synonyms.yaml"); err != nil {
		return
	}
	var file synonymFile
	doc := l.readYAML("synonyms.yaml", &file)
	l.c.Synonyms = file.Groups
	groups := map[string]string{} // first word of the group a word stands in
	for i, g := range file.Groups {
		at := indexed("$.groups", i)
		checkSynonyms(doc, at, g)
		for j, w := range g.Words {
			if group, taken := groups[w]; taken && group != g.Words[0] {
				doc.fault(indexed(at+".words", j), "word %q stands in the group of %q already; make one group of both", w, group)
			}
			groups[w] = g.Words[0]
		}
	}
}

func checkSynonyms(doc *document, at string, g *SynonymGroup) {
	checkDistinct(doc, at+".words", g.Words)
	checkDistinct(doc, at+".from", g.From)
	checkDistinct(doc, at+".to", g.To)
	switch both, directed := len(g.Words) > 0, len(g.From) > 0 || len(g.To) > 0; {
	case both && directed:
		doc.fault(at, "a group has either words, or from and to")
	case both && len(g.Words) < 2:
		doc.fault(at+".words", "a group has two words or more")
	case !both && (len(g.From) == 0 || len(g.To) == 0):
		doc.fault(at, "a group has words, or both from and to")
	}
	for i, w := range g.To {
		if slices.Contains(g.From, w) {
			doc.fault(indexed(at+".to", i), "word %q stands in from as well", w)
		}
	}
}
