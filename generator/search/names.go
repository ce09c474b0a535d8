package search

import (
	"slices"
	"strings"

	"shigotoatlas/generator/catalog"
)

// names are what is suggested while typing: names and aliases of occupations, and licences, each by how it is written,
// by how it is read, and by how its later words begin.
func (a *Analyser) names(c *catalog.Catalog, docs []*document) ([]name, error) {
	var all []name
	var texts []string
	for i, d := range docs {
		for _, e := range d.entries {
			if e.suggest {
				all, texts = append(all, name{text: e.text, kind: d.kind, doc: i, rank: e.rank, key: joined(e.reading)}), append(texts, e.text)
			}
		}
	}
	for _, l := range c.Licences {
		all, texts = append(all, name{text: l.Name, kind: "licence", rank: 8, key: joined(l.Reading)}), append(texts, l.Name)
	}
	readings, err := a.readings(texts)
	if err != nil {
		return nil, err
	}
	cut, err := a.words(texts)
	if err != nil {
		return nil, err
	}
	var out []name
	for i, n := range all {
		keys := append([]string{joined(n.text), n.key, readings[i]}, tails(joined(n.text), cut[i])...)
		slices.Sort(keys)
		for _, key := range slices.Compact(keys) {
			if key != "" {
				out = append(out, name{key, n.text, n.kind, n.doc, n.rank})
			}
		}
	}
	slices.SortStableFunc(out, byKey)
	return out, nil
}

func byKey(a, b name) int {
	if order := compare(a.key, b.key); order != 0 {
		return order
	}
	return int(b.rank) - int(a.rank)
}

// englishNames are what is suggested on the English page: each name by all of its words, and by those after each space.
func englishNames(docs []*document) []name {
	var out []name
	for i, d := range docs {
		words := strings.Fields(d.name)
		for k := range words {
			out = append(out, name{text: d.name, kind: d.kind, doc: i, rank: uint8(max(15-k, 1)), key: joined(strings.Join(words[k:], ""))})
		}
	}
	slices.SortStableFunc(out, byKey)
	return out
}

// tails are the ends of a name that begin where one of its later words does: デザイナー of Webデザイナー.
func tails(key string, words []word) []string {
	var out []string
	for _, w := range words {
		if at := strings.Index(key, w.key); at > 0 && len(key)-at > 2*len("字") {
			out = append(out, key[at:])
		}
	}
	return out
}

// readings gives how texts are read, in hiragana; "" where the dictionary does not know all of their words.
func (a *Analyser) readings(texts []string) ([]string, error) {
	out := make([]string, len(texts))
	for i, text := range texts {
		reading, err := a.read(text)
		if err != nil {
			return nil, err
		}
		out[i] = reading
	}
	return out, nil
}
