package catalog

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A RelationMap (職業関連図) shows, in one part of the working world, who works with whom and what passes between them.
// It is a grid: its rows are stages, named from top to bottom, and every node has a cell of its own.
type RelationMap struct {
	Key     string     `yaml:"-"`
	Title   string     `yaml:"title"`
	Summary string     `yaml:"summary" jsonschema:"description=One or two sentences of 30 to 120 characters"`
	Rows    []string   `yaml:"rows" jsonschema:"description=Names of the rows from top to bottom"`
	Nodes   []*MapNode `yaml:"nodes"`
	Edges   []*MapEdge `yaml:"edges"`
}

// A MapNode is an occupation, or a group of people that has a name of its own, such as 発注者.
type MapNode struct {
	Key    string `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	ID     int    `yaml:"occupation,omitempty" jsonschema:"description=Number of the occupation; a group has none"`
	Name   string `yaml:"name,omitempty" jsonschema:"description=Of a group; of an occupation a short one where its title is long"`
	Row    int    `yaml:"row" jsonschema:"minimum=1"`
	Column int    `yaml:"column" jsonschema:"minimum=1,maximum=3"`
	Text   string `yaml:"text" jsonschema:"description=What it does here in one sentence of 10 to 50 characters"`
	IDs    []int  `yaml:"members,omitempty" jsonschema:"description=Numbers of the occupations of a group"`

	Occupation *Occupation   `yaml:"-"` // nil for a group
	Members    []*Occupation `yaml:"-"` // of a group, where it names any
}

// has tells whether the node is the occupation or names it among its members.
func (n *MapNode) has(o *Occupation) bool { return n.Occupation == o || slices.Contains(n.Members, o) }

// A MapEdge is what passes from one node to another. Two nodes may pass something each way.
type MapEdge struct {
	From  string `yaml:"from"`
	To    string `yaml:"to"`
	Words string `yaml:"words" jsonschema:"description=What passes in 3 to 14 characters such as 図面を渡す"`

	Start, End *MapNode `yaml:"-"`
}

// MapColumns is the number of columns of a relation map.
const MapColumns = 3

// Maps returns the relation maps in which an occupation stands.
func (c *Catalog) Maps(o *Occupation) []*RelationMap {
	var found []*RelationMap
	for _, m := range c.RelationMaps {
		if slices.ContainsFunc(m.Nodes, func(n *MapNode) bool { return n.has(o) }) {
			found = append(found, m)
		}
	}
	return found
}

// mapFile is a relation map and where its values were written.
type mapFile struct {
	*RelationMap
	doc  *document
	name string
	keys map[string]*MapNode
}

// readMaps reads content/maps: the town and, in every other file, a relation map.
func (l *loader) readMaps() {
	names, _ := fs.Glob(l.content.FS, "maps/*") // errs on a malformed pattern alone
	for _, name := range names {
		slug, isYAML := strings.CutSuffix(path.Base(name), ".yaml")
		switch {
		case !isYAML || !slugRule.MatchString(slug):
			l.faults.add(l.content.path(name), 1, 1, "maps are named <slug>.yaml in small letters, digits and single hyphens")
		case slug == "town":
			l.readTown(name)
		default:
			m := &RelationMap{Key: slug}
			f := &mapFile{RelationMap: m, doc: l.readYAML(name, m), name: l.content.path(name)}
			l.mapFiles, l.c.RelationMaps = append(l.mapFiles, f), append(l.c.RelationMaps, m)
		}
	}
}

func (l *loader) joinMaps() {
	for _, f := range l.mapFiles {
		checkSentence(f.doc, "$.summary", "summary", f.Summary, 30, 120)
		for i, row := range f.Rows {
			if n := length(row); n > maxRowName {
				f.doc.fault(indexed("$.rows", i), "row %q has %d characters; allowed are %d", row, n, maxRowName)
			}
		}
		f.keys = index(f.doc, "$.nodes", "key", f.Nodes, func(n *MapNode) string { return n.Key })
		for i, n := range f.Nodes {
			l.checkMapNode(f, i, n)
		}
		for i, e := range f.Edges {
			at := indexed("$.edges", i)
			e.Start = resolve(f.doc, at+".from", "node", e.From, f.name, f.keys)
			e.End = resolve(f.doc, at+".to", "node", e.To, f.name, f.keys)
			f.checkEdge(at, i, e)
		}
		for i, n := range f.Nodes {
			if !slices.ContainsFunc(f.Edges, func(e *MapEdge) bool { return e.From == n.Key || e.To == n.Key }) {
				f.doc.fault(indexed("$.nodes", i)+".key", "node %q has no edge; say what passes between it and another", n.Key)
			}
		}
	}
}

func (l *loader) checkMapNode(f *mapFile, i int, n *MapNode) {
	at := indexed("$.nodes", i)
	checkSlug(f.doc, at+".key", n.Key)
	checkSentence(f.doc, at+".text", "text", n.Text, 10, 50)
	n.Occupation = l.c.occupations[n.ID]
	switch {
	case n.ID == 0 && n.Name == "":
		f.doc.fault(at, "node %q has neither an occupation nor a name", n.Key)
	case n.ID != 0 && n.Occupation == nil && !l.lost:
		f.doc.fault(at+".occupation", "occupation %d is not known", n.ID)
	case n.Name == "" && n.Occupation != nil:
		n.Name = n.Occupation.Name
	}
	if size := length(n.Name); size > maxNodeName {
		f.doc.fault(at, "name %q has %d characters; allowed are %d, so give the node a short name", n.Name, size, maxNodeName)
	}
	if n.Row < 1 || n.Row > len(f.Rows) {
		f.doc.fault(at+".row", "row %d: this map has the rows 1 to %d", n.Row, len(f.Rows))
	}
	if n.Column < 1 || n.Column > MapColumns {
		f.doc.fault(at+".column", "column %d: a map has the columns 1 to %d", n.Column, MapColumns)
	}
	for j, id := range n.IDs {
		switch o := l.c.occupations[id]; {
		case n.ID != 0:
			f.doc.fault(at+".members", "node %q is an occupation; only a group has members", n.Key)
		case o == nil && !l.lost:
			f.doc.fault(indexed(at+".members", j), "occupation %d is not known", id)
		case o != nil:
			n.Members = append(n.Members, o)
		}
	}
	checkDistinct(f.doc, at+".members", n.IDs)
	for _, earlier := range f.Nodes[:i] {
		if earlier.Row == n.Row && earlier.Column == n.Column {
			f.doc.fault(at+".row", "row %d, column %d is taken by %q already", n.Row, n.Column, earlier.Key)
		}
		if n.ID != 0 && earlier.ID == n.ID {
			f.doc.fault(at+".occupation", "occupation %d stands here as %q already", n.ID, earlier.Key)
		}
	}
}

// What fits in the box of a node on two lines, and beside a row.
const maxNodeName, maxRowName = 20, 7

func (f *mapFile) checkEdge(at string, i int, e *MapEdge) {
	if n := length(e.Words); n < 3 || n > 14 {
		f.doc.fault(at+".words", "words %q have %d characters; allowed are 3 to 14", e.Words, n)
	}
	if e.From == e.To {
		f.doc.fault(at, "an edge leads from %q to itself", e.From)
		return
	}
	for _, earlier := range f.Edges[:i] {
		if earlier.From == e.From && earlier.To == e.To {
			f.doc.fault(at, "an edge from %q to %q stands here already", e.From, e.To)
		}
	}
	if e.Start == nil || e.End == nil {
		return
	}
	for _, n := range f.Nodes {
		if n.between(e.Start, e.End) {
			f.doc.fault(at, "the line from %q to %q would run over %q; move one of them", e.From, e.To, n.Key)
		}
	}
}

// between tells whether the cell lies on the straight line from a to b.
func (n *MapNode) between(a, b *MapNode) bool {
	dr, dc := b.Row-a.Row, b.Column-a.Column
	r, c := n.Row-a.Row, n.Column-a.Column
	along := r*dr + c*dc
	return r*dc == c*dr && along > 0 && along < dr*dr+dc*dc
}

// checkSentence holds a text to be a sentence of so many characters, spaces aside.
func checkSentence(d *document, path, what, text string, least, most int) {
	if n := length(text); n < least || n > most {
		d.fault(path, "%s has %d characters; allowed are %d to %d", what, n, least, most)
	} else if !strings.HasSuffix(text, "。") {
		d.fault(path, "%s should end with 。", what)
	}
}
