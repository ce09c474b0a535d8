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

type rawTable struct {
	table *table
	rows  []rawRow
}

type rawRow struct {
	line  int
	id    int
	cells []string
}

func (l *loader) readProfiles() error {
	l.rawProfiles = map[string]*rawTable{}
	names := slices.Concat(DomainKeys, []string{"skills_not_relevant", "knowledge_not_relevant"})
	for _, name := range names {
		raw := &rawTable{}
		var err error
		raw.table, err = l.eachRow(name, nil, func(r *row) {
			raw.rows = append(raw.rows, rawRow{r.line, r.id(), slices.Clone(r.cells)})
		})
		if err != nil {
			return err
		}
		l.rawProfiles[name] = raw
	}
	return nil
}

// joinProfiles gives every occupation its figures, each held against the range of its item.
func (l *loader) joinProfiles() {
	for _, o := range l.c.Occupations {
		o.Profiles = map[string]*Profile{}
	}
	for _, d := range l.c.Domains {
		raw := l.rawProfiles[d.Key]
		if !l.checkHeader(raw.table, d) {
			continue
		}
		for _, rr := range raw.rows {
			r := l.rowAgain(raw.table, rr)
			o := l.c.occupations[rr.id]
			switch {
			case o == nil:
				r.fault("id", "occupation %d is not known", rr.id)
			case o.Profiles[d.Key] != nil:
				r.fault("id", "occupation %d stands here twice", rr.id)
			default:
				o.Profiles[d.Key] = profileOf(r, d)
			}
		}
		if d.HasRelevance() {
			l.joinRelevance(d)
		}
	}
}

func (l *loader) checkHeader(t *table, d *Domain) bool {
	want := []string{"id"}
	for _, i := range d.Items {
		want = append(want, i.Key)
	}
	if !slices.Equal(t.columns, want) {
		l.faults.add(t.file, 1, 1, "columns should be %s, found %s", strings.Join(want, ","), strings.Join(t.columns, ","))
		return false
	}
	return true
}

// rowAgain makes a row of kept cells; the columns of its cells are counted anew, which suits cells without quotes.
func (l *loader) rowAgain(t *table, rr rawRow) *row {
	r := &row{table: t, line: rr.line, cells: rr.cells, column: make([]int, len(rr.cells))}
	at := 1
	for i, c := range rr.cells {
		r.column[i] = at
		at += len(c) + 1
	}
	return r
}

func profileOf(r *row, d *Domain) *Profile {
	p := &Profile{Figures: make([]Figure, len(d.Items))}
	for i, item := range d.Items {
		p.Figures[i] = r.figure(item.Key, item.Minimum, item.Maximum)
	}
	return p
}

func (l *loader) joinRelevance(d *Domain) {
	raw := l.rawProfiles[d.Key+"_not_relevant"]
	if !l.checkHeader(raw.table, d) {
		return
	}
	for _, rr := range raw.rows {
		r := l.rowAgain(raw.table, rr)
		o := l.c.occupations[rr.id]
		if o == nil || o.Profiles[d.Key] == nil {
			r.fault("id", "occupation %d has no figures in %s", rr.id, d.Key)
			continue
		}
		flags := make([]bool, len(d.Items))
		for i, item := range d.Items {
			flags[i] = r.figure(item.Key, 0, 1).Value == 1
		}
		o.Profiles[d.Key].NotRelevant = flags
	}
}

// Figure returns the figure of an item, Missing where there is none.
func (o *Occupation) Figure(domain string, item int) Figure {
	if p := o.Profiles[domain]; p != nil {
		return p.Figures[item]
	}
	return Missing
}
