package scoring

import "math"

// maximumParts bounds how many parts can be combined.
const maximumParts = 8

// Combine ranks the occupations by several parts at once: see the package
// comment. Scores are the weights, brought to a sum of 1, and contributions
// are per part. An occupation that any of the parts cannot rank is left out.
// Refused are WrongLength (no part, or more than eight), NotFinite and
// OutOfRange (a weight not above 0), NoFigures (no occupation that all parts
// can rank), and whatever a part is refused for.
func (s *Scorer) Combine(parts []Part) (Ranking, Refusal) {
	r, refusal := s.combinedResult(parts)
	if refusal != Accepted {
		return Ranking{}, refusal
	}
	return s.ranking(r), Accepted
}

// A combinedResult is several results, each with its weight.
type combinedResult struct {
	parts   []result
	weights []float64
	scaled  [][]float64 // weighted standard scores, by part and place
	sums    []float64   // by place
}

func (s *Scorer) combinedResult(parts []Part) (result, Refusal) {
	if len(parts) == 0 || len(parts) > maximumParts {
		return nil, WrongLength
	}
	results, weights := make([]result, len(parts)), make([]float64, len(parts))
	total := 0.0
	for i, p := range parts {
		if !finite(p.Weight) {
			return nil, NotFinite
		}
		if p.Weight <= 0 || p.Weight > 1e6 {
			return nil, OutOfRange
		}
		r, refusal := s.result(p)
		if refusal != Accepted {
			return nil, refusal
		}
		results[i], weights[i] = r, p.Weight
		total += p.Weight
	}
	for i := range weights {
		weights[i] /= total
	}
	r := combine(results, weights)
	if r == nil {
		return nil, NoFigures
	}
	return r, Accepted
}

// combine is nil if there is no occupation that all results rank.
func combine(results []result, weights []float64) *combinedResult {
	r := &combinedResult{parts: results, weights: weights}
	columns := make([][]float64, len(results))
	for i, part := range results {
		columns[i] = part.standing()
	}
	complete := completePlaces(columns)
	r.sums = make([]float64, len(complete))
	ranked := false
	for place, all := range complete {
		ranked = ranked || all
		if !all {
			r.sums[place] = math.NaN()
		}
	}
	if !ranked {
		return nil
	}
	for i := range columns {
		scores := scaled(columns[i], complete, weights[i])
		for place, x := range scores {
			r.sums[place] += x
		}
		r.scaled = append(r.scaled, scores)
	}
	for place, sum := range r.sums {
		r.sums[place] = math.RoundToEven(sum*1e9) / 1e9
	}
	return r
}

// scaled are the standard scores of the complete places, times a weight. They
// are summed in the order of the ids, which is always the same.
func scaled(column []float64, complete []bool, weight float64) []float64 {
	known := make([]float64, 0, len(column))
	for place, x := range column {
		if complete[place] {
			known = append(known, x)
		}
	}
	mean, squares := deviations(known)
	deviation := math.Sqrt(squares / float64(len(known)))
	scores := make([]float64, len(column))
	for place, x := range column {
		scores[place] = math.NaN()
		if complete[place] {
			scores[place] = weight * standardise(x, mean, deviation)
		}
	}
	return scores
}

func (r *combinedResult) scores() []float64   { return r.weights }
func (r *combinedResult) standing() []float64 { return r.sums }
func (r *combinedResult) bands() *bands       { return nil }

func (r *combinedResult) contribute(place int, into []float64) {
	for i, scores := range r.scaled {
		into[i] = scores[place]
	}
}

func (r *combinedResult) changes(visit func(result) bool) {
	goOn := true
	for i, part := range r.parts {
		part.changes(func(changed result) bool {
			if changed == nil {
				goOn = visit(nil)
				return goOn
			}
			parts := make([]result, len(r.parts))
			copy(parts, r.parts)
			parts[i] = changed
			again := combine(parts, r.weights)
			goOn = visitChange(visit, again, again != nil)
			return goOn
		})
		if !goOn {
			return
		}
	}
}

func (r *combinedResult) like(place int) result {
	parts := make([]result, len(r.parts))
	for i, part := range r.parts {
		parts[i] = part.like(place)
	}
	return combine(parts, r.weights)
}
