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

// make does the work of build: see the package comment for its order.
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

// encode makes the files of a collection, except names.
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
