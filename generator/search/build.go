package search

import (
	"fmt"
	"slices"
	"strconv"

	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/catalog"
)

// An Index is the whole static index as files.
type Index struct {
	// Root is the file to load first; it names the others.
	Root []byte
	// Files are the others by their names, such as "ja/v12-0a1b2c3d.bin".
	Files map[string][]byte
}

// Build makes the index of everything the catalog has. Equal catalogs give equal bytes.
func (a *Analyser) Build(c *catalog.Catalog) (*Index, error) {
	collections := collect(c)
	var g errgroup.Group
	for _, col := range collections {
		g.Go(func() error { return col.build(a, c) })
	}
	if err := g.Wait(); err != nil {
		return nil, fmt.Errorf("building the search index: %w", err)
	}
	if err := a.cache.save(); err != nil {
		return nil, err
	}
	index := &Index{Files: map[string][]byte{}}
	var others []other
	for _, col := range collections[1:] {
		f := seal(col.name+"/root", "SAr1", appendOthers(col.head, nil))
		index.Files[f.name] = f.data
		others = append(others, other{col.name, f.sum})
	}
	index.Root = seal("root", "SAr1", appendOthers(collections[0].head, others)).data
	for _, col := range collections {
		for _, f := range col.files {
			index.Files[f.name] = f.data
		}
	}
	return index, nil
}

// A collection is searched by itself: words are as rare as they are in it.
type collection struct {
	name  string
	docs  []*document
	root  root
	head  []byte // of its root, all but the roots it leads to
	files []file
}

// collect gathers the documents, the collection that is loaded first before the others.
func collect(c *catalog.Catalog) []*collection {
	var all []*collection
	for _, k := range kinds {
		at := slices.IndexFunc(all, func(col *collection) bool { return col.name == k.collection })
		if at < 0 {
			at = len(all)
			all = append(all, &collection{name: k.collection})
		}
		all[at].docs = append(all[at].docs, k.gather(c)...)
	}
	return all
}

// build makes the files of a collection, or takes them from the cache where nothing has changed.
func (col *collection) build(a *Analyser, c *catalog.Catalog) error {
	key := col.key(c)
	if a.cache.dir != "" && col.restore(a.cache.dir, key) {
		a.cache.spare()
		return nil
	}
	if err := col.make(a, c); err != nil {
		return err
	}
	col.head = col.root.encode()
	if a.cache.dir == "" {
		return nil
	}
	return col.keep(a.cache.dir, key)
}

func (col *collection) make(a *Analyser, c *catalog.Catalog) error {
	v := &vocabulary{terms: map[string]*term{}, docs: col.docs}
	describe(col.docs, c.Synonyms)
	if err := col.addWords(v, a, c); err != nil {
		return err
	}
	v.addNames()
	if col.name != "en" {
		if err := v.addTails(a); err != nil {
			return err
		}
		v.addSynonyms(c.Synonyms)
		if err := col.addReadings(v, a, c); err != nil {
			return err
		}
		v.addLetters()
		v.addPairs()
	}
	col.encode(v.sorted())
	switch col.name {
	case "ja":
		names, err := a.names(c, col.docs)
		if err != nil {
			return err
		}
		col.encodeNames(names)
	case "en":
		col.encodeNames(englishNames(col.docs))
	}
	return nil
}

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

// cut gives the words of every field of every document.
func (col *collection) cut(v *vocabulary, a *Analyser, c *catalog.Catalog) ([][fieldCount][]string, error) {
	fields := make([][fieldCount][]string, len(col.docs))
	if col.name == "en" {
		for i, d := range col.docs {
			for f, texts := range d.texts {
				for _, text := range texts {
					fields[i][f] = append(fields[i][f], englishWords(text)...)
				}
			}
		}
		return fields, nil
	}
	known := col.phrases(c)
	type place struct {
		doc   int
		field int
	}
	var places []place
	var all []string
	for i, d := range col.docs {
		for f, texts := range d.texts {
			for _, text := range texts {
				places, all = append(places, place{i, f}), append(all, text)
			}
		}
	}
	cut, err := a.words(all)
	if err != nil {
		return nil, err
	}
	seenReadings := map[word]bool{}
	for n, words := range cut {
		into := &fields[places[n].doc][places[n].field]
		seen := map[string]bool{}
		for _, w := range words {
			*into = append(*into, w.key)
			seen[w.key] = true
			if w.reading != "" && !seenReadings[w] {
				seenReadings[w] = true
				v.addReading(w.reading, w.key)
			}
		}
		found := known.find(all[n])
		if f := field(places[n].field); f == title || f == alias || f == licence {
			found = append(found, joined(all[n])) // parted by signs, it may not have been seen
		}
		for _, p := range found {
			if !seen[p] && p != "" {
				*into = append(*into, p)
				seen[p] = true
			}
		}
	}
	return fields, nil
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

func (col *collection) encode(terms []*term) {
	passages := col.encodePassages()
	col.root.language, col.root.documents = col.name, len(col.docs)
	for first := 0; first < len(col.docs); first += blockSize {
		f := seal(col.name+"/b"+strconv.Itoa(first/blockSize), "SAb1", encodeBlock(first, col.docs[first:min(first+blockSize, len(col.docs))], passages))
		col.files = append(col.files, f)
		col.root.blocks = append(col.root.blocks, f.sum)
	}
	for i, p := range split(terms, func(t *term) string { return t.key }, (*term).size) {
		f := seal(col.name+"/v"+strconv.Itoa(i), "SAv1", encodeTerms(p.items, len(col.docs)))
		col.files = append(col.files, f)
		col.root.vocabulary = append(col.root.vocabulary, bound{p.first, f.sum})
	}
	for _, d := range col.docs {
		id, err := strconv.Atoi(d.id)
		if err != nil {
			return // named by words: ids stand in the blocks alone
		}
		col.root.ids = append(col.root.ids, id)
	}
}

// encodePassages gives for each document the checksum of the file that holds its passage. Long passages are alone in a
// file, because each is loaded for itself; short ones share it.
func (col *collection) encodePassages() []uint32 {
	per := 1
	if col.name == "en" {
		per = blockSize
	}
	col.root.perPassage = per
	sums := make([]uint32, len(col.docs))
	for first := 0; first < len(col.docs); first += per {
		var content []byte
		docs := col.docs[first:min(first+per, len(col.docs))]
		for _, d := range docs {
			content = appendString(content, d.passage)
		}
		if len(content) == len(docs) {
			continue // all of them empty
		}
		f := seal(col.name+"/p"+strconv.Itoa(first/per), "SAp1", content)
		col.files = append(col.files, f)
		for i := range docs {
			sums[first+i] = f.sum
		}
	}
	return sums
}

func (col *collection) encodeNames(names []name) {
	for i, p := range split(names, func(n name) string { return n.key }, func(n name) int { return 6 + len(n.key)/2 + len(n.text) }) {
		f := seal(col.name+"/n"+strconv.Itoa(i), "SAn1", encodeNames(p.items))
		col.files = append(col.files, f)
		col.root.names = append(col.root.names, bound{p.first, f.sum})
	}
}
