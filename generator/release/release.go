// Package release tells what changed between two releases of the numeric profiles: occupations, items, figures and
// flags. The two may have different layouts; items are the same where the dataset gives them the same column, which it
// decides by name, because official ids have been given to other items between releases.
//
// What always holds: figures are compared as published, to three decimals; a figure that appeared or went is counted
// apart from one that changed; an item whose scale changed is named and its figures are not compared; two equal
// releases give an empty change. It does not judge: a changed figure may be a new survey or a correction.
package release

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"

	"shigotoatlas/generator/ingest"
)

// Threshold is the change of a figure from which it is listed by itself, as a share of the item's scale, unless the
// caller has another.
const Threshold = 0.15

// A Change is everything that differs between two releases. Its JSON form is published and kept in dataset/changes.
type Change struct {
	Old         Edition     `json:"old"`
	New         Edition     `json:"new"`
	Threshold   float64     `json:"threshold"` // share of an item's scale
	Occupations Occupations `json:"occupations"`
	Items       Items       `json:"items"`
	Domains     []Domain    `json:"domains"`
	Figures     []Figure    `json:"figures,omitempty"` // changed by the threshold or more: by occupation, domain and item
	Flags       []Flags     `json:"flags"`
	Tasks       Tasks       `json:"tasks"`
}

// An Edition names a release.
type Edition struct {
	Version     string `json:"version"`
	Date        string `json:"date"` // YYYY-MM-DD, "" where it is not known
	Occupations int    `json:"occupations"`
}

// Occupations that came, went or were renamed, by id.
type Occupations struct {
	Added   []Occupation `json:"added,omitempty"`
	Retired []Occupation `json:"retired,omitempty"`
	Renamed []Renamed    `json:"renamed,omitempty"`
}

type Occupation struct {
	ID    int    `json:"id"`
	Title string `json:"title"`
}

type Renamed struct {
	ID  int    `json:"id"`
	Old string `json:"old"`
	New string `json:"new"`
}

// Items of the profiles that came, went or changed their name, number or scale, by domain and official order.
type Items struct {
	Added      []Item       `json:"added,omitempty"`
	Retired    []Item       `json:"retired,omitempty"`
	Renamed    []ItemChange `json:"renamed,omitempty"`
	Renumbered []ItemChange `json:"renumbered,omitempty"`
	Rescaled   []ItemChange `json:"rescaled,omitempty"`
}

type Item struct {
	Domain string `json:"domain"`
	Key    string `json:"key"`
	Name   string `json:"name"`
}

// An ItemChange has what an item had before and has now: a name, a number or a scale.
type ItemChange struct {
	Item
	Old string `json:"old"`
	New string `json:"new"`
}

// A Domain counts the cells of a domain over the occupations and items that both releases have.
type Domain struct {
	Domain     string `json:"domain"`
	Compared   int    `json:"compared"` // figures that both have
	Changed    int    `json:"changed"`
	Large      int    `json:"large"`      // of the changed, those of the threshold or more
	Appeared   int    `json:"appeared"`   // missing before
	Withdrawn  int    `json:"withdrawn"`  // missing now
	Resurveyed int    `json:"resurveyed"` // occupations with any changed figure
}

// A Figure is a figure that changed by the threshold or more.
type Figure struct {
	ID     int     `json:"id"`
	Domain string  `json:"domain"`
	Key    string  `json:"key"`
	Old    float64 `json:"old"`
	New    float64 `json:"new"`
}

// Flags count the marks of a table over the occupations and columns that both releases have. Columns of marks that one
// release alone has are named.
type Flags struct {
	Table   string   `json:"table"`
	Set     int      `json:"set"`     // from 0 to another value
	Cleared int      `json:"cleared"` // from another value to 0
	Added   []string `json:"added,omitempty"`
	Retired []string `json:"retired,omitempty"`
}

// Tasks count the rated tasks of the occupations that both releases have, by occupation and number.
type Tasks struct {
	Compared int `json:"compared"`
	Changed  int `json:"changed"` // 実施率 or 重要度
	Added    int `json:"added"`
	Retired  int `json:"retired"`
}

// Compare tells what changed from one release to another. The threshold is a share of an item's scale, above 0.
func Compare(from, to ingest.Release, threshold float64) Change {
	c := Change{Old: edition(from), New: edition(to), Threshold: threshold}
	c.compareTitles(from, to)
	c.compareItems(from, to)
	for _, d := range ingest.Domains() {
		c.compareDomain(d.Name, table(from, d.Name), table(to, d.Name))
	}
	slices.SortStableFunc(c.Figures, func(a, b Figure) int { return cmp.Compare(a.ID, b.ID) })
	for _, name := range []string{"skills_not_relevant", "knowledge_not_relevant", "sample_flags"} {
		c.Flags = append(c.Flags, compareFlags(name, table(from, name), table(to, name)))
	}
	c.Tasks = compareTasks(table(from, "tasks"), table(to, "tasks"))
	return c
}

func edition(r ingest.Release) Edition { return Edition{r.Version, r.Date, len(r.Titles)} }

// table is a table of a release, empty where it has none of that name.
func table(r ingest.Release, name string) ingest.Data {
	if i := slices.IndexFunc(r.Tables, func(t ingest.Data) bool { return t.Name == name }); i >= 0 {
		return r.Tables[i]
	}
	return ingest.Data{}
}

func (c *Change) compareTitles(from, to ingest.Release) {
	for _, id := range ids(from, to) {
		before, was := from.Titles[id]
		now, is := to.Titles[id]
		switch {
		case !was:
			c.Occupations.Added = append(c.Occupations.Added, Occupation{id, now})
		case !is:
			c.Occupations.Retired = append(c.Occupations.Retired, Occupation{id, before})
		case before != now:
			c.Occupations.Renamed = append(c.Occupations.Renamed, Renamed{id, before, now})
		}
	}
}

// ids are those of either release, ascending.
func ids(from, to ingest.Release) []int {
	all := maps.Clone(from.Titles)
	maps.Copy(all, to.Titles)
	return slices.Sorted(maps.Keys(all))
}

// An entry is a row of the table of items.
type entry struct{ name, number, scale string }

func entries(items ingest.Data) (map[[2]string]entry, [][2]string) {
	found := map[[2]string]entry{}
	var order [][2]string
	for _, r := range items.Records {
		key := [2]string{r[items.Column("domain")], r[items.Column("column")]}
		found[key] = entry{r[items.Column("name")], r[items.Column("ipd_id")], r[items.Column("minimum")] + "–" + r[items.Column("maximum")]}
		order = append(order, key)
	}
	return found, order
}

func (c *Change) compareItems(from, to ingest.Release) {
	before, oldOrder := entries(table(from, "items"))
	now, newOrder := entries(table(to, "items"))
	for _, key := range oldOrder {
		if _, kept := now[key]; !kept {
			c.Items.Retired = append(c.Items.Retired, Item{key[0], key[1], before[key].name})
		}
	}
	for _, key := range newOrder {
		was, kept := before[key]
		is := now[key]
		item := Item{key[0], key[1], is.name}
		if !kept {
			c.Items.Added = append(c.Items.Added, item)
			continue
		}
		for _, change := range []struct {
			old, new string
			list     *[]ItemChange
		}{{was.name, is.name, &c.Items.Renamed}, {was.number, is.number, &c.Items.Renumbered}, {was.scale, is.scale, &c.Items.Rescaled}} {
			if change.old != change.new {
				*change.list = append(*change.list, ItemChange{item, change.old, change.new})
			}
		}
	}
}

// rows are the records of a table by occupation.
func rows(t ingest.Data) map[int][]string {
	found := map[int][]string{}
	for _, r := range t.Records {
		if id, err := strconv.Atoi(r[t.Column("id")]); err == nil {
			found[id] = r
		}
	}
	return found
}

// compareDomain compares the figures of the items that both releases have on the same scale.
func (c *Change) compareDomain(name string, from, to ingest.Data) {
	d := Domain{Domain: name}
	before, now := rows(from), rows(to)
	for _, id := range slices.Sorted(maps.Keys(before)) {
		if now[id] == nil {
			continue
		}
		changed := d.Changed
		for column, field := range to.Fields {
			old := from.Column(field.Name)
			if field.Name == "id" || old < 0 || *from.Fields[old].Range != *field.Range {
				continue
			}
			c.compareFigure(&d, Figure{ID: id, Domain: name, Key: field.Name}, cell(before[id], old), cell(now[id], column), *field.Range)
		}
		if d.Changed > changed {
			d.Resurveyed++
		}
	}
	c.Domains = append(c.Domains, d)
}

func (c *Change) compareFigure(d *Domain, f Figure, before, now string, scale ingest.Range) {
	oldValue, err1 := strconv.ParseFloat(before, 64)
	newValue, err2 := strconv.ParseFloat(now, 64)
	switch {
	case before == "" && now == "":
	case err1 != nil:
		d.Appeared++
	case err2 != nil:
		d.Withdrawn++
	default:
		d.Compared++
		if oldValue == newValue {
			return
		}
		d.Changed++
		// Half of the last published digit keeps 1.2 → 1.8 from missing 0.6 in binary.
		if math.Abs(newValue-oldValue)+0.0005 >= c.Threshold*(scale.Maximum-scale.Minimum) {
			d.Large++
			f.Old, f.New = oldValue, newValue
			c.Figures = append(c.Figures, f)
		}
	}
}

// cell is a cell of a record, "" where there is no record.
func cell(record []string, column int) string {
	if column < len(record) {
		return record[column]
	}
	return ""
}

func compareFlags(name string, from, to ingest.Data) Flags {
	f := Flags{Table: name}
	for _, field := range from.Fields {
		if to.Column(field.Name) < 0 {
			f.Retired = append(f.Retired, field.Name)
		}
	}
	before, now := rows(from), rows(to)
	for column, field := range to.Fields {
		old := from.Column(field.Name)
		if old < 0 {
			f.Added = append(f.Added, field.Name)
			continue
		}
		if field.Name == "id" {
			continue
		}
		for id := range before {
			switch a, b := cell(before[id], old), cell(now[id], column); {
			case a == "0" && b != "0" && b != "":
				f.Set++
			case b == "0" && a != "0" && a != "":
				f.Cleared++
			}
		}
	}
	return f
}

func compareTasks(from, to ingest.Data) Tasks {
	before, now := ratings(from), ratings(to)
	occupations := [2]map[string]bool{{}, {}}
	for i, all := range []map[[2]string]string{before, now} {
		for key := range all {
			occupations[i][key[0]] = true
		}
	}
	var t Tasks
	for key, rating := range before {
		switch is, kept := now[key]; {
		case !occupations[1][key[0]]:
		case !kept:
			t.Retired++
		default:
			t.Compared++
			if is != rating {
				t.Changed++
			}
		}
	}
	for key := range now {
		if _, was := before[key]; !was && occupations[0][key[0]] {
			t.Added++
		}
	}
	return t
}

// ratings are the figures of each task by occupation and number.
func ratings(t ingest.Data) map[[2]string]string {
	found := map[[2]string]string{}
	for _, r := range t.Records {
		found[[2]string{r[t.Column("id")], r[t.Column("number")]}] = r[t.Column("performed")] + "|" + r[t.Column("importance")]
	}
	return found
}
