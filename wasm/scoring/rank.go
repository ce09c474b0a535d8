package scoring

import (
	"math"
	"slices"
)

// A Band is a word of nearness, larger for nearer.
type Band uint8

const (
	Beyond     Band = 0 // no word
	FairlyNear Band = 1 // やや近い
	Near       Band = 2 // 近い
	VeryNear   Band = 3 // とても近い
)

// bands are the correlations, in hundredths, at which each band begins.
type bands struct {
	veryNear, near, fairlyNear int
}

func (b bands) of(hundredths int) Band {
	switch {
	case hundredths >= b.veryNear:
		return VeryNear
	case hundredths >= b.near:
		return Near
	case hundredths >= b.fairlyNear:
		return FairlyNear
	}
	return Beyond
}

// A Table holds the figures of all occupations in one domain, ready to be
// ranked. It is immutable and may be used by several goroutines at once.
type Table struct {
	areas             int
	bands             bands
	means, deviations []float64 // per area
	ids               []int32   // of the occupations that can be ranked, ascending
	units             []float64 // one row of areas per id, see unit
	unranked          int
}

// A Ranking lists occupations, nearest first.
type Ranking struct {
	// Scores are what was compared, one per area: a person's scores, or an
	// occupation's standard scores. Of portable skills they are shares, of a
	// profile the items compared in each domain, of a combination weights.
	Scores []float64
	Places []Place
	// Unranked counts the occupations left out for lack of figures.
	Unranked int
}

// A Place is one occupation's place in a ranking.
type Place struct {
	ID int32
	// Rank counts from 1; ties share it, and the next rank is skipped
	// (1, 2, 2, 4).
	Rank int32
	Band Band
	// Closeness is what the order follows: the correlation, −1 to 1, of
	// inventories and profiles; of portable skills the distance, below 0; of
	// a combination the weighted mean of standard scores. It is no percentage
	// of fit and is not shown to visitors.
	Closeness float64
	// Contributions are what the closeness is made of, one per area, element,
	// domain or part: positive speaks for the occupation, negative against it.
	Contributions []float64
}

// newTable takes the figures of occupation ids[i] from row i of figures,
// which has one column per area, as published or already standardised. NaN is
// missing; an occupation with a figure missing is left out of every ranking,
// and so is one whose standard scores are all equal.
func newTable(ids []int32, figures []float64, areas int, bands bands) (*Table, Refusal) {
	if areas < 3 || len(figures)%areas != 0 || len(figures)/areas != len(ids) {
		return nil, WrongLength
	}
	if infinite(figures) {
		return nil, NotFinite
	}
	t := &Table{areas: areas, bands: bands}
	if refusal := t.addRows(ids, t.standardised(figures)); refusal != Accepted {
		return nil, refusal
	}
	return t, Accepted
}

// standardised returns the figures as standard scores, and keeps mean and
// deviation of each area.
func (t *Table) standardised(figures []float64) []float64 {
	scores := make([]float64, len(figures))
	column := make([]float64, len(figures)/t.areas)
	for area := range t.areas {
		for i := range column {
			column[i] = figures[i*t.areas+area]
		}
		mean, deviation := moments(column)
		for i, x := range column {
			scores[i*t.areas+area] = standardise(x, mean, deviation)
		}
		t.means, t.deviations = append(t.means, mean), append(t.deviations, deviation)
	}
	return scores
}

// addRows keeps the rows that can be ranked, in the order of their ids.
func (t *Table) addRows(ids []int32, standardised []float64) Refusal {
	order, refusal := byID(ids)
	if refusal != Accepted {
		return refusal
	}
	for _, i := range order {
		row, defined := unit(standardised[int(i)*t.areas : (int(i)+1)*t.areas])
		if !defined {
			t.unranked++
			continue
		}
		t.ids = append(t.ids, ids[i])
		t.units = append(t.units, row...)
	}
	if len(t.ids) == 0 {
		return NoFigures
	}
	return Accepted
}

// byID returns the positions of ids in ascending order of id.
func byID(ids []int32) ([]int32, Refusal) {
	keys := make([]float64, len(ids))
	for i, id := range ids {
		keys[i] = float64(id)
	}
	order := ascending(keys)
	for i := 1; i < len(order); i++ {
		if ids[order[i-1]] == ids[order[i]] {
			return nil, RepeatedID
		}
	}
	return order, Accepted
}

// RankScores ranks occupations by a person's scores, one per area, on a scale
// from minimum to maximum: [AreaScores] on 0 to 4, or official scores the
// person already has. Refused are WrongLength, NotFinite, OutOfRange and Flat.
func (t *Table) RankScores(scores []float64, minimum, maximum float64) (Ranking, Refusal) {
	if refusal := t.checkScores(scores, minimum, maximum); refusal != Accepted {
		return Ranking{}, refusal
	}
	return t.rank(scores)
}

func (t *Table) checkScores(scores []float64, minimum, maximum float64) Refusal {
	if len(scores) != t.areas {
		return WrongLength
	}
	return checkScores(scores, minimum, maximum)
}

// RankFigures ranks occupations by their nearness to a profile on the
// occupations' own scale, such as the figures of one of them. It is
// standardised as they are, so an occupation's own figures return it first.
// Refused are WrongLength, NotFinite and Flat.
func (t *Table) RankFigures(figures []float64) (Ranking, Refusal) {
	scores, refusal := t.scoresOf(figures)
	if refusal != Accepted {
		return Ranking{}, refusal
	}
	return t.rank(scores)
}

// scoresOf are figures as standard scores.
func (t *Table) scoresOf(figures []float64) ([]float64, Refusal) {
	if len(figures) != t.areas {
		return nil, WrongLength
	}
	scores := make([]float64, t.areas)
	for i, x := range figures {
		scores[i] = standardise(x, t.means[i], t.deviations[i])
		if !finite(scores[i]) {
			return nil, NotFinite
		}
	}
	return scores, Accepted
}

func (t *Table) rank(scores []float64) (Ranking, Refusal) {
	person, defined := unit(scores)
	if !defined {
		return Ranking{}, Flat
	}
	r := Ranking{Scores: slices.Clone(scores), Unranked: t.unranked}
	r.list(t.ids, t.closeness(person), t.areas, t.bands, func(row int, into []float64) { t.contribute(person, row, into) })
	return r, Accepted
}

// contribute fills in the summands of the correlation with a row.
func (t *Table) contribute(person []float64, row int, into []float64) {
	for area, x := range t.row(int32(row)) {
		into[area] = person[area] * x
	}
}

// list gives occupations their places by closeness, which is in the order of
// the ids; contribute fills in what one of them has of the columns.
func (r *Ranking) list(ids []int32, closeness []float64, columns int, words bands, contribute func(i int, into []float64)) {
	r.Places = make([]Place, len(ids))
	contributions := make([]float64, len(ids)*columns)
	before := 0
	for at, i := range descending(closeness) {
		own := contributions[at*columns : (at+1)*columns : (at+1)*columns]
		contribute(int(i), own)
		near := hundredths(closeness[i])
		rank := int32(at + 1)
		if at > 0 && near == before {
			rank = r.Places[at-1].Rank
		}
		before = near
		r.Places[at] = Place{ids[i], rank, words.of(near), closeness[i], own}
	}
}

// closeness returns the correlation of every row with a unit profile.
func (t *Table) closeness(person []float64) []float64 {
	closeness := make([]float64, len(t.ids))
	for i := range closeness {
		closeness[i] = dot(person, t.row(int32(i)))
	}
	return closeness
}

func (t *Table) row(i int32) []float64 {
	return t.units[int(i)*t.areas : (int(i)+1)*t.areas]
}

// hundredths is the precision at which closeness ties.
func hundredths(closeness float64) int {
	return int(math.RoundToEven(closeness * 100))
}
