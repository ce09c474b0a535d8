package search

import "shigotoatlas/generator/catalog"

// addWords enters the words of all texts with their postings.
func (col *collection) addWords(v *vocabulary, a *Analyser, c *catalog.Catalog) error {
	fields, err := col.cut(v, a, c)
	if err != nil {
		return err
	}
	inv, err := invert(fields)
	if err != nil {
		return err
	}
	for key, postings := range weigh(inv) {
		v.term(key).postings = postings
	}
	return nil
}

// cut gives the words of every field of every document, and enters how they are read.
func (col *collection) cut(v *vocabulary, a *Analyser, c *catalog.Catalog) ([][fieldCount][]string, error) {
	fields := make([][fieldCount][]string, len(col.docs))
	places, texts := col.allTexts()
	if col.name == "en" {
		for n, text := range texts {
			places[n].append(fields, englishWords(text))
		}
		return fields, nil
	}
	cut, err := a.words(texts)
	if err != nil {
		return nil, err
	}
	known := col.phrases(c)
	read := map[word]bool{}
	for n, words := range cut {
		var keys []string
		for _, w := range words {
			keys = append(keys, w.key)
			if w.reading != "" && !read[w] {
				read[w] = true
				v.addReading(w.reading, w.key)
			}
		}
		found := known.find(texts[n])
		if f := places[n].field; f == title || f == alias || f == licence {
			found = append(found, joined(texts[n])) // parted by signs, it may not have been seen
		}
		places[n].append(fields, withNew(keys, found))
	}
	return fields, nil
}

// A place is where a text stands.
type place struct {
	doc   int
	field field
}

func (p place) append(fields [][fieldCount][]string, words []string) {
	fields[p.doc][p.field] = append(fields[p.doc][p.field], words...)
}

// allTexts are the texts of all documents, each with its place.
func (col *collection) allTexts() (places []place, all []string) {
	for i, d := range col.docs {
		for f, texts := range d.texts {
			for _, text := range texts {
				places, all = append(places, place{i, field(f)}), append(all, text)
			}
		}
	}
	return places, all
}

// withNew adds to the words of a text phrases that are none of them, each once.
func withNew(words, phrases []string) []string {
	seen := map[string]bool{"": true}
	for _, w := range words {
		seen[w] = true
	}
	for _, p := range phrases {
		if !seen[p] {
			seen[p] = true
			words = append(words, p)
		}
	}
	return words
}

// phrases are the names and synonyms that are words of the vocabulary wherever they stand.
func (col *collection) phrases(c *catalog.Catalog) *phrases {
	known := &phrases{}
	for _, d := range col.docs {
		for _, e := range d.entries {
			known.add(joined(e.text))
		}
	}
	for _, g := range c.Synonyms {
		for _, words := range [][]string{g.Words, g.From, g.To} {
			for _, w := range words {
				known.add(joined(w))
			}
		}
	}
	return known
}

// addReadings lets names and synonyms be found by how they are read: as the content says, or as their words are read.
func (col *collection) addReadings(v *vocabulary, a *Analyser, c *catalog.Catalog) error {
	var unread []string
	for _, d := range col.docs {
		for _, e := range d.entries {
			if e.reading != "" {
				v.addReading(joined(e.reading), joined(e.text))
			} else if hasHan(e.text) {
				unread = append(unread, e.text)
			}
		}
	}
	for _, g := range c.Synonyms {
		unread = append(append(unread, g.Words...), g.From...)
	}
	readings, err := a.readings(unread)
	if err != nil {
		return err
	}
	for i, text := range unread {
		v.addReading(readings[i], joined(text))
	}
	return nil
}
