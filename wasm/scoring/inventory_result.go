package scoring

import (
	"math"
	"slices"
)

// An inventoryResult is a profile of interests or work values.
type inventoryResult struct {
	table     *Table
	areas     []float64 // what was compared
	person    []float64 // the same as a unit
	closeness []float64
	rows      []int32 // of the table by place, −1 for none
	answers   []int32 // nil where there are none
	key       []int32
}

func (s *Scorer) inventoryResult(p Part) (result, Refusal) {
	table, refusal := s.table(p.Domain)
	if refusal != Accepted {
		return nil, refusal
	}
	scores := p.Numbers
	switch p.Kind {
	case Answers:
		if scores, refusal = AreaScores(p.Answers, p.Key, table.areas); refusal == Accepted {
			refusal = table.checkScores(scores, 0, HighestAnswer)
		}
	case Scores:
		refusal = table.checkScores(scores, p.Minimum, p.Maximum)
	case Figures:
		scores, refusal = table.scoresOf(scores)
	}
	if refusal != Accepted {
		return nil, refusal
	}
	r := &inventoryResult{table: table, rows: s.rows(table)}
	if p.Kind == Answers {
		r.answers, r.key = p.Answers, p.Key
	}
	if !r.compare(scores) {
		return nil, Flat
	}
	return r, Accepted
}

// rows tells where the occupations stand in a table.
func (s *Scorer) rows(table *Table) []int32 {
	rows := make([]int32, len(s.vectors.IDs))
	next := 0
	for place, id := range s.vectors.IDs {
		rows[place] = -1
		if next < len(table.ids) && table.ids[next] == id {
			rows[place] = int32(next)
			next++
		}
	}
	return rows
}

// compare holds scores against the table; false if they are flat.
func (r *inventoryResult) compare(scores []float64) bool {
	person, defined := unit(scores)
	if !defined {
		return false
	}
	r.areas, r.person = slices.Clone(scores), person
	r.closeness = make([]float64, len(r.rows))
	for place, row := range r.rows {
		r.closeness[place] = math.NaN()
		if row >= 0 {
			r.closeness[place] = dot(person, r.table.row(row))
		}
	}
	return true
}

func (r *inventoryResult) scores() []float64   { return r.areas }
func (r *inventoryResult) standing() []float64 { return r.closeness }
func (r *inventoryResult) bands() *bands       { return &r.table.bands }

func (r *inventoryResult) contribute(place int, into []float64) {
	r.table.contribute(r.person, int(r.rows[place]), into)
}

func (r *inventoryResult) changes(visit func(result) bool) {
	tallies, refusal := tally(r.answers, r.key, r.table.areas)
	if refusal != Accepted {
		return // scores and figures have no answers to change
	}
	for area, before := range tallies {
		for _, change := range singleChanges(r.answers, r.key, area) {
			after := areaTally{before.items, before.answered, before.sum + change}
			scores := make([]float64, len(r.areas))
			copy(scores, r.areas)
			scores[area] = after.mean()
			changed := &inventoryResult{table: r.table, rows: r.rows}
			sound := checkScores(scores, 0, HighestAnswer) == Accepted && changed.compare(scores)
			if !visitChange(visit, changed, sound) {
				return
			}
		}
	}
}

// visitChange visits a changed result, or nil where it is not sound: a nil
// pointer in an interface is not nil.
func visitChange[R result](visit func(result) bool, changed R, sound bool) bool {
	if !sound {
		return visit(nil)
	}
	return visit(changed)
}

func (r *inventoryResult) like(place int) result {
	own := &inventoryResult{table: r.table, rows: r.rows}
	own.compare(r.table.row(r.rows[place]))
	return own
}
