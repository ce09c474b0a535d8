package page

import (
	"math"

	"shigotoatlas/generator/catalog"
)

// A shareTable shows the answers to the three questions of training and experience: a stacked bar for each and one
// table with all shares.
type shareTable struct {
	Columns []shareColumn
	Rows    []shareRow
	Survey  string
	Small   bool
}

type shareColumn struct {
	Name     string
	Domain   string
	Segments []segment
}

// A segment of a stacked bar, in thousandths of its length.
type segment struct {
	Class    int // 0 the shortest period … 8 the longest, 9 unknown
	X, Width int
}

type shareRow struct {
	Name   string
	Values []string // a share per column, "" where missing
}

var periodDomains = []string{"training_before", "experience_before", "training_after"}

// periods builds the table, or nil where none of the three has figures.
func (s *site) periods(o *catalog.Occupation) *shareTable {
	t := &shareTable{}
	for _, key := range periodDomains {
		p := o.Profiles[key]
		if p == nil {
			continue
		}
		d := s.c.Domain(key)
		t.Columns = append(t.Columns, shareColumn{d.Name, key, segments(p)})
		t.Survey, t.Small = surveyNote(o.Surveys[key]), o.Surveys[key].SmallSample
		for i, item := range d.Items {
			if len(t.Rows) <= i {
				t.Rows = append(t.Rows, shareRow{Name: item.Name})
			}
			t.Rows[i].Values = append(t.Rows[i].Values, percent(p.Figures[i].Value))
		}
	}
	if len(t.Columns) == 0 {
		return nil
	}
	return t
}

func segments(p *catalog.Profile) []segment {
	var parts []segment
	at := 0.0
	for i, f := range p.Figures {
		if !f.Known() || f.Value == 0 {
			continue
		}
		x := int(math.Round(at * 1000))
		at += f.Value
		parts = append(parts, segment{i, x, int(math.Round(at*1000)) - x})
	}
	return parts
}
