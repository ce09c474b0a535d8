package catalog

import (
	"slices"
	"strings"
)

// A Profile holds an occupation's figures in one domain, in the order of the domain's items.
type Profile struct {
	Figures     []Figure
	NotRelevant []bool // nil where the domain has no such flags; a flagged item matters little whatever its figure says
}

// flagTables are the tables that tell which items matter little in an occupation.
var flagTables = map[string]string{"skills": "skills_not_relevant", "knowledge": "knowledge_not_relevant"}

func (l *loader) readProfiles() {
	l.profiles = map[string]*table{}
	for _, domain := range DomainKeys {
		l.profiles[domain] = l.openTable(domain, nil)
		if flags, ok := flagTables[domain]; ok {
			l.profiles[flags] = l.openTable(flags, nil)
		}
	}
}

// joinProfiles gives every occupation its figures, each held against the range of its item.
func (l *loader) joinProfiles() {
	for _, o := range l.c.Occupations {
		o.Profiles = map[string]*Profile{}
	}
	for i, f := range l.itemFiles {
		key := DomainKeys[i]
		flags, flagged := flagTables[key]
		sound := l.checkHeader(l.profiles[key], key)
		if flagged {
			sound = l.checkHeader(l.profiles[flags], key) && sound
		}
		if !sound || !f.joined {
			continue
		}
		l.joinFigures(l.profiles[key], key, &f.domain)
		if flagged && !l.profiles[key].broken {
			l.joinRelevance(l.profiles[flags], key, &f.domain)
		}
	}
}

// checkHeader holds the columns of a table against the dataset's own list of items; false for a table that cannot be read.
func (l *loader) checkHeader(t *table, domain string) bool {
	items := l.tables.items[domain]
	if t == nil || len(items) == 0 {
		return false
	}
	want := []string{"id"}
	for _, i := range items {
		want = append(want, i.column)
	}
	if !slices.Equal(t.columns, want) {
		l.faults.add(t.file, 1, 1, "columns should be %s, found %s", strings.Join(want, ","), strings.Join(t.columns, ","))
		return false
	}
	return true
}

// joinFigures reads a table whose columns are id and the items in their order.
func (l *loader) joinFigures(t *table, key string, d *Domain) {
	seen := map[int]bool{}
	t.each(func(r *row) {
		id := l.knownID(r, seen)
		p := &Profile{Figures: make([]Figure, len(d.Items))}
		for i, item := range d.Items {
			p.Figures[i] = r.figureAt(1+i, item.Minimum, item.Maximum)
		}
		if o := l.c.occupations[id]; o != nil {
			o.Profiles[key] = p
		}
	})
}

// joinRelevance gives the figures of a domain their flags: a row of 0 and 1 for every row of figures.
func (l *loader) joinRelevance(t *table, key string, d *Domain) {
	seen, zeroOrOne := map[int]bool{}, []string{"0", "1"}
	t.each(func(r *row) {
		id := l.knownID(r, seen)
		flags := make([]bool, len(d.Items))
		for i, item := range d.Items {
			flags[i] = r.oneOf(item.Key, zeroOrOne) == "1"
		}
		if o := l.c.occupations[id]; o != nil && o.Profiles[key] != nil {
			o.Profiles[key].NotRelevant = flags
		} else if o != nil {
			r.fault("id", "occupation %d has no figures in %s.csv", id, key)
		}
	})
	for _, o := range l.c.Occupations {
		if p := o.Profiles[key]; p != nil && p.NotRelevant == nil {
			l.faults.add(t.file, 1, 1, "occupation %d has figures in %s.csv and no row here", o.ID, key)
		}
	}
}

// knownID reads the id of a row that every occupation of the dataset may have once.
func (l *loader) knownID(r *row, seen map[int]bool) int {
	id := r.id()
	if seen[id] {
		r.fault("id", "occupation %d stands here twice", id)
	}
	seen[id] = true
	l.checkKnown(r, id)
	return id
}

// checkKnown reports the id of a row that occupations.csv does not have.
func (l *loader) checkKnown(r *row, id int) {
	if id > 0 && len(l.known) > 0 && !l.known[id] {
		r.fault("id", "occupation %d is not in occupations.csv", id)
	}
}

// Figure returns the figure of an item, Missing where there is none.
func (o *Occupation) Figure(domain string, item int) Figure {
	if p := o.Profiles[domain]; p != nil {
		return p.Figures[item]
	}
	return Missing
}
