package catalog

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog/prose"
)

// joinOccupations puts the files in order, gives each its official record and resolves what it refers to.
func (l *loader) joinOccupations() {
	slices.SortStableFunc(l.occupationFiles, func(a, b *occupationFile) int { return cmp.Compare(a.occupation.ID, b.occupation.ID) })
	records := make(map[int]*record, len(l.records))
	for _, r := range l.records {
		records[r.id] = r
	}
	l.indexOccupations()
	for _, f := range l.occupationFiles {
		if !f.doc.readable {
			continue
		}
		if r := records[f.occupation.ID]; r != nil && l.c.occupations[r.id] == f.occupation {
			l.joinRecord(f, r)
		}
		l.resolveOccupation(f)
	}
	for _, r := range l.records {
		if r.id > 0 && l.c.occupations[r.id] == nil && !l.lost {
			l.faults.add(l.dataset.path("tables/occupations.csv"), r.line, 1, "occupation %d %s has no file in %s/occupations", r.id, r.title, l.content.Name)
		}
	}
}

// indexOccupations makes the list of occupations. Files that cannot be read count by their ids, so that links to them
// are not called wrong; where not even the id can be made out, no link is.
func (l *loader) indexOccupations() {
	c := l.c
	c.occupations = make(map[int]*Occupation, len(l.occupationFiles))
	l.lost = len(l.occupationFiles) == 0
	for _, f := range l.occupationFiles {
		o := f.occupation
		if o.ID < 1 {
			l.lost = true
			continue
		}
		if earlier := c.occupations[o.ID]; earlier != nil {
			f.doc.fault("$.id", "id %d already belongs to %s (%s.md)", o.ID, earlier.Name, earlier.Slug)
			continue
		}
		c.occupations[o.ID] = o
		c.Occupations = append(c.Occupations, o)
		if len(l.known) > 0 && !l.known[o.ID] {
			f.doc.fault("$.id", "id %d is not in %s", o.ID, l.dataset.path("tables/occupations.csv"))
		}
	}
}

func (l *loader) joinRecord(f *occupationFile, r *record) {
	o := f.occupation
	o.Codes = r.codes
	if o.Name != r.title && r.title != "" {
		f.doc.fault("$.name", "name %q should be %q, the title in the dataset", o.Name, r.title)
	}
	for _, alias := range r.codes.Aliases {
		if alias != o.Name && !slices.Contains(o.Aliases, alias) {
			f.doc.fault("$.aliases", "official alias %q is missing", alias)
		}
	}
	for _, published := range r.codes.Licences {
		licence := l.c.certificate[published]
		switch {
		case licence == nil && !l.c.notLicence[published] && len(l.c.Licences) > 0:
			l.faults.add(l.dataset.path("tables/occupations.csv"), r.line, 1, "licence %q of occupation %d is in no entry's \"published\" in %s/taxonomy/licences.yaml",
				published, r.id, l.content.Name)
		case licence != nil && !slices.Contains(o.Licences, licence.Name):
			f.doc.fault("$.licences", "licence %q is missing; the dataset lists it as %q", licence.Name, published)
		}
	}
}

func (l *loader) resolveOccupation(f *occupationFile) {
	c, o, d := l.c, f.occupation, f.doc
	if field := l.checkFieldKey(d, "$.field", o.FieldKey); field != nil {
		field.Occupations = append(field.Occupations, o)
	}
	for i, key := range o.Themes {
		if t := resolve(d, indexed("$.themes", i), "theme", key, l.content.path("taxonomy/themes.yaml"), c.themes); t != nil {
			t.Occupations = append(t.Occupations, o)
		}
	}
	for i, code := range o.Industries {
		at := indexed("$.industries", i)
		industry := resolve(d, at, "industry", code, l.content.path("taxonomy/industries.yaml"), c.industries)
		switch {
		case industry == nil:
		case len(code) != 3:
			d.fault(at, "industry %q is a major class; name the middle class, such as D07", code)
		default:
			industry.Occupations = append(industry.Occupations, o)
		}
	}
	for i, name := range o.Licences {
		if x := resolve(d, indexed("$.licences", i), "licence", name, l.content.path("taxonomy/licences.yaml"), c.licences); x != nil {
			x.Occupations = append(x.Occupations, o)
		}
	}
	for i, name := range o.Required {
		if !slices.Contains(o.Licences, name) {
			d.fault(indexed("$.required", i), "required licence %q is not among the licences of this file%s", name, near(name, o.Licences))
		}
	}
	l.resolveSources(f)
	for i, id := range o.Next {
		l.resolveID(d, indexed("$.next", i), id, o.ID)
	}
	for i, id := range o.Related {
		l.resolveID(d, indexed("$.related", i), id, o.ID)
	}
	for _, s := range o.Sections {
		for _, link := range s.Links() {
			l.resolveLink(f, link)
		}
	}
}

func (l *loader) checkFieldKey(d *document, path, key string) *Field {
	return resolve(d, path, "field", key, l.content.path("taxonomy/fields.yaml"), l.c.fields)
}

// resolve looks a key up and reports it when it is unknown.
func resolve[T any](d *document, path, what, key, file string, in map[string]*T) *T {
	v := in[key]
	if v == nil && len(in) > 0 {
		d.fault(path, "%s %q is not in %s%s", what, key, file, near(key, sortedKeys(in)))
	}
	return v
}

// resolveSources knows "ipd", the profiles the dataset is built around, and the dataset's sidecars.
func (l *loader) resolveSources(f *occupationFile) {
	for i, key := range f.occupation.SourceKeys {
		if key != "ipd" && l.c.sources[key] == nil && len(l.c.sources) > 0 {
			known := append(sortedKeys(l.c.sources), "ipd")
			f.doc.fault(indexed("$.sources", i), "source %q is neither \"ipd\" nor a file of %s%s", key, l.dataset.path("sources"), near(key, known))
		}
	}
}

// resolveID reports an id that is unknown, or the same as the one it is seen from.
func (l *loader) resolveID(d *document, path string, id, from int) {
	switch {
	case id == from:
		d.fault(path, "occupation %d refers to itself", id)
	case l.c.occupations[id] == nil && !l.lost:
		d.fault(path, "occupation %d is not known", id)
	}
}

func (l *loader) resolveLink(f *occupationFile, link prose.Link) {
	line, column := f.at(prose.Offset(link.Node))
	if link.Kind != "occupation" && link.Kind != "licence" {
		l.faults.add(f.name, line, column, "link %q: an occupation's text links to occupation:<id> or licence:<key>", link.Destination())
		return
	}
	if link.Kind == "occupation" && link.Key == strconv.Itoa(f.occupation.ID) {
		l.faults.add(f.name, line, column, "link to %s leads to this page itself", link.Destination())
	}
	l.checkLink(f.name, line, column, link)
}

// checkLink reports a link that leads nowhere or that has no words to follow.
func (l *loader) checkLink(file string, line, column int, link prose.Link) {
	if !link.Node.HasChildren() {
		l.faults.add(file, line, column, "link to %s has no words between its brackets", link.Destination())
	}
	switch {
	case l.cannotTell(link.Kind):
	case link.Kind == "" && !urlRule.MatchString(link.Key), link.Kind != "" && !slices.Contains(LinkKinds, link.Kind):
		l.faults.add(file, line, column, "link to %q; links are written https://… or %s:…", link.Destination(), strings.Join(LinkKinds, ":…, "))
	case !l.c.Has(link.Reference):
		l.faults.add(file, line, column, "link to %s leads nowhere", link.Destination())
	}
}

// cannotTell tells whether what links of a kind lead to could not all be read.
func (l *loader) cannotTell(kind string) bool {
	switch kind {
	case "occupation":
		return l.lost
	case "licence":
		return len(l.c.Licences) == 0
	case "term":
		return len(l.c.Glossary) == 0
	case "item":
		return slices.ContainsFunc(l.itemFiles, func(f *itemFile) bool { return !f.doc.readable })
	}
	return false
}

// LinkKinds are the kinds of references that prose may have.
var LinkKinds = []string{"occupation", "licence", "item", "guide", "term", "story", "yardstick"}

// Has tells whether the page that a reference names exists.
func (c *Catalog) Has(r prose.Reference) bool {
	switch r.Kind {
	case "occupation":
		id, err := strconv.Atoi(r.Key)
		return err == nil && r.Key == strconv.Itoa(id) && c.occupations[id] != nil
	case "licence":
		return slices.ContainsFunc(c.Licences, func(x *Licence) bool { return x.Key == r.Key })
	case "guide":
		return slices.ContainsFunc(c.Guides, func(g *Guide) bool { return g.Slug == r.Key })
	case "story":
		return c.Story(r.Key) != nil
	case "yardstick":
		return c.Yardstick(r.Key) != nil
	case "term":
		return slices.ContainsFunc(c.Glossary, func(t *GlossaryTerm) bool { return t.Key == r.Key })
	case "item":
		return c.HasItem(r.Key)
	}
	return r.Kind == "" && urlRule.MatchString(r.Key)
}

// HasItem tells whether "domain/key" names an item.
func (c *Catalog) HasItem(name string) bool {
	for _, d := range c.Domains {
		for _, i := range d.Items {
			if d.Key+"/"+i.Key == name {
				return true
			}
		}
	}
	return false
}
