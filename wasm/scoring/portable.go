package scoring

import (
	"math"
	"slices"
)

const (
	// PortableElements is the number of elements of the portable skills.
	PortableElements = 9
	// PortablePoints are given out over the elements, at least one to each.
	PortablePoints = 29
)

// compositions are the shares of the nine elements in every occupation.
type compositions struct {
	shares [][]float64 // by place, nil where a figure is missing
}

// Elements are the shares of the nine elements in an occupation, which add up
// to 1: see the package comment. Refused are NoSuchID and NoFigures.
func (s *Scorer) Elements(id int32) ([]float64, Refusal) {
	place := s.vectors.Place(id)
	if place < 0 {
		return nil, NoSuchID
	}
	shares := s.composed().shares[place]
	if shares == nil {
		return nil, NoFigures
	}
	return shares, Accepted
}

func (s *Scorer) composed() *compositions {
	if s.compositions != nil {
		return s.compositions
	}
	s.compositions = &compositions{make([][]float64, len(s.vectors.IDs))}
	if len(s.vectors.Elements) != PortableElements {
		return s.compositions
	}
	elements := make([][]float64, PortableElements)
	for e, weights := range s.vectors.Elements {
		elements[e] = s.element(weights)
	}
	complete := completePlaces(elements)
	for e := range elements {
		elements[e] = Percentiles(masked(elements[e], complete))
	}
	for place := range s.vectors.IDs {
		if complete[place] {
			s.compositions.shares[place] = composition(elements, place)
		}
	}
	return s.compositions
}

// element is, by place, the weighted mean of the standard scores of an
// element's items, missing where one of them is.
func (s *Scorer) element(weights []ElementWeight) []float64 {
	sums := make([]float64, len(s.vectors.IDs))
	total := 0.0
	for _, w := range weights {
		total += float64(w.Weight)
		for place, z := range s.domain(int(w.Domain))[w.Item].scores {
			sums[place] += float64(float64(w.Weight) * z)
		}
	}
	for place := range sums {
		sums[place] /= total
	}
	return sums
}

// completePlaces tells for which occupations no column has a gap.
func completePlaces(columns [][]float64) []bool {
	complete := make([]bool, len(columns[0]))
	for place := range complete {
		complete[place] = true
		for _, column := range columns {
			complete[place] = complete[place] && !math.IsNaN(column[place])
		}
	}
	return complete
}

// masked is a column without the places that are not to be counted.
func masked(column []float64, counted []bool) []float64 {
	kept := make([]float64, len(column))
	for place, x := range column {
		kept[place] = math.NaN()
		if counted[place] {
			kept[place] = x
		}
	}
	return kept
}

// composition spreads the points of an occupation as a person does: one to
// each element, the others in proportion to 100 + P − P̄, with P the percentiles
// and P̄ their mean over the elements. So an occupation that asks much of
// everything, and one that asks little, differ from the even spread alike.
func composition(percentiles [][]float64, place int) []float64 {
	sum := 0.0
	for _, column := range percentiles {
		sum += column[place]
	}
	elements := float64(len(percentiles))
	shares := make([]float64, len(percentiles))
	for e, column := range percentiles {
		part := (100 + column[place] - sum/elements) / (100 * elements)
		shares[e] = (1 + float64((PortablePoints-PortableElements)*part)) / PortablePoints
	}
	return shares
}

// A portableResult is a composition held against those of the occupations.
type portableResult struct {
	scorer   *Scorer
	shares   []float64
	points   []float64 // nil where it is an occupation's
	distance []float64 // negative, by place
	squares  []float64 // by element: mean squared difference to all occupations
}

func (s *Scorer) portableResult(points []float64) (result, Refusal) {
	if refusal := checkPoints(points); refusal != Accepted {
		return nil, refusal
	}
	r := s.composedOf(sharesOf(points))
	if r == nil {
		return nil, NoFigures
	}
	r.points = points
	return r, Accepted
}

func checkPoints(points []float64) Refusal {
	if len(points) != PortableElements {
		return WrongLength
	}
	sum := 0.0
	for _, p := range points {
		if !finite(p) {
			return NotFinite
		}
		if p < 1 || p > PortablePoints || p != math.Trunc(p) {
			return OutOfRange
		}
		sum += p
	}
	if sum != PortablePoints {
		return WrongTotal
	}
	return Accepted
}

func sharesOf(points []float64) []float64 {
	shares := make([]float64, len(points))
	for e, p := range points {
		shares[e] = p / PortablePoints
	}
	return shares
}

// composedOf compares shares with all occupations, nil where none has any.
func (s *Scorer) composedOf(shares []float64) *portableResult {
	r := &portableResult{scorer: s, shares: shares, squares: make([]float64, PortableElements)}
	ranked := 0.0
	for _, other := range s.composed().shares {
		if other == nil {
			r.distance = append(r.distance, math.NaN())
			continue
		}
		squares := 0.0
		for e, x := range other {
			square := float64((shares[e] - x) * (shares[e] - x))
			r.squares[e] += square
			squares += square
		}
		ranked++
		r.distance = append(r.distance, -math.Sqrt(squares))
	}
	if ranked == 0 {
		return nil
	}
	for e := range r.squares {
		r.squares[e] /= ranked
	}
	return r
}

func (r *portableResult) scores() []float64   { return r.shares }
func (r *portableResult) standing() []float64 { return r.distance }
func (r *portableResult) bands() *bands       { return nil }

func (r *portableResult) contribute(place int, into []float64) {
	for e, x := range r.scorer.composed().shares[place] {
		into[e] = r.squares[e] - float64((r.shares[e]-x)*(r.shares[e]-x))
	}
}

// changes moves one point from every element that can spare it to every other.
func (r *portableResult) changes(visit func(result) bool) {
	for from := range r.points {
		for to := range r.points {
			if from == to || r.points[from] == 1 {
				continue
			}
			points := make([]float64, len(r.points))
			copy(points, r.points)
			points[from]--
			points[to]++
			if !visit(r.scorer.composedOf(sharesOf(points))) {
				return
			}
		}
	}
}

// like deals the same points out in another order. An occupation in the
// person's stead would not do: its shares are far more even than people's, so
// nobody would come near to any.
func (r *portableResult) like(place int) result {
	return r.scorer.composedOf(reordered(r.shares, uint32(place)))
}

// reordered are numbers in another order, the same for the same seed: Fisher &
// Yates by the generator of Numerical Recipes (Press et al. 1992, p. 284).
func reordered(numbers []float64, seed uint32) []float64 {
	order := slices.Clone(numbers)
	state := seed
	for i := len(order) - 1; i > 0; i-- {
		state = state*1664525 + 1013904223
		j := int(state>>16) % (i + 1)
		order[i], order[j] = order[j], order[i]
	}
	return order
}
