package ingest

import (
	"fmt"
	"slices"
	"strings"
)

// Check reports every fault of a dataset: a column without a description, a cell
// outside its type or range, a key that stands twice, a reference to nothing, a
// table without the sidecar of its source. References to a table that is not
// there yet are passed over, so that kinds can be imported one by one.
func (d Dataset) Check() error {
	var faults Faults
	for _, t := range d.Tables {
		file := "tables/" + t.Name + ".csv"
		checkDefinition(t.Table, &faults)
		for _, key := range t.Sources {
			if _, ok := d.Source(key); !ok {
				faults.add(file, 0, 0, "its source sources/%s.yaml is missing", key)
			}
		}
		checkCells(file, t, &faults)
		checkKeys(file, t, &faults)
		for _, r := range t.References {
			d.checkReference(file, t, r, &faults)
		}
	}
	return faults.err()
}

// checkDefinition demands what a reader of the dataset needs.
func checkDefinition(t Table, faults *Faults) {
	if t.Title == "" || t.TitleEN == "" || t.About == "" || t.AboutEN == "" || len(t.Sources) == 0 {
		faults.add("table "+t.Name, 0, 0, "has no title, description or source")
	}
	for _, f := range t.Fields {
		if f.About == "" || f.AboutEN == "" {
			faults.add("table "+t.Name, 0, 0, "column %s has no description", f.Name)
		}
	}
}

func checkCells(file string, t Data, faults *Faults) {
	for i, record := range t.Records {
		if len(record) != len(t.Fields) {
			faults.add(file, i+2, 0, "expected %d columns, found %d", len(t.Fields), len(record))
			continue
		}
		for c, field := range t.Fields {
			value, problem := field.parse(record[c])
			if problem == "" && value != record[c] {
				problem = fmt.Sprintf("%q should be written %q", record[c], value)
			}
			if problem != "" {
				faults.add(file, i+2, c+1, "%s: %s", field.Name, problem)
			}
		}
	}
}

func checkKeys(file string, t Data, faults *Faults) {
	rowOf := map[string]int{}
	for i, record := range t.Records {
		var key []string
		for _, name := range t.Key {
			if c := t.Column(name); c < len(record) {
				key = append(key, record[c])
			}
		}
		joined := strings.Join(key, "\x00")
		if first, ok := rowOf[joined]; ok {
			faults.add(file, i+2, 0, "%s %s stands in row %d too", strings.Join(t.Key, ", "), strings.Join(key, ", "), first)
			continue
		}
		rowOf[joined] = i + 2
	}
}

func (d Dataset) checkReference(file string, t Data, r Reference, faults *Faults) {
	target, ok := d.Table(r.Table)
	if !ok {
		return
	}
	known := map[string]bool{"": true}
	for _, record := range target.Records {
		known[record[target.Column(r.Column)]] = true
	}
	c := t.Column(r.Field)
	for i, record := range t.Records {
		if c < len(record) && !known[record[c]] {
			faults.add(file, i+2, c+1, "%s: %q is not in tables/%s.csv", r.Field, record[c], r.Table)
		}
	}
}

// Terms returns the distinct terms of the sources of a table.
func (d Dataset) Terms(t Table) []Source {
	var result []Source
	for _, key := range t.Sources {
		s, ok := d.Source(key)
		if ok && !slices.ContainsFunc(result, func(o Source) bool { return o.Terms == s.Terms }) {
			result = append(result, s)
		}
	}
	return result
}
