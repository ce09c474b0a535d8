package scoring

import "math"

// Gaps compare what one has with what a target occupation has.
type Gaps struct {
	// Items holds first what suffices, the most telling of the target first;
	// then what is lacking, the largest weighted gap first, then the largest
	// gap. Equals stand by position.
	Items []Gap
	// Unknown counts the items of which a figure is missing. They are in no
	// other number.
	Unknown int
	// Shortfall is the weighted mean of what is lacking, in units of the
	// scale: Σ weight·max(gap, 0) / Σ weight. It is missing (NaN) where no
	// item has weight.
	Shortfall float64
}

// A Gap is the difference in one item.
type Gap struct {
	Item int // position
	// Lacking is the target's figure minus one's own, in units of the scale.
	Lacking float64
	// Weight is how distinctive the item is of the target, in standard
	// deviations, and 0 where it is not above the mean.
	Weight float64
	Class  GapClass
}

// A GapClass is a word for a gap.
type GapClass uint8

const (
	Enough GapClass = 0 // もう足りている
	Small  GapClass = 1 // 少し足りない
	Large  GapClass = 2 // 大きく足りない
)

// Gaps begin, in standard deviations of the item over all occupations, where
// Cohen (1988, Statistical Power Analysis, ISBN 0-8058-0283-5, p. 25) speaks
// of a small and of a large difference.
const (
	smallGap = 0.2
	largeGap = 0.8
)

func gapClass(lacking, deviation float64) GapClass {
	switch {
	case lacking <= 0 || lacking < smallGap*deviation:
		return Enough
	case lacking < largeGap*deviation:
		return Small
	}
	return Large
}

// A Target is what an occupation has in the items of a domain. The slices have
// one entry for each item.
type Target struct {
	Figures     []float64
	Scores      []float64 // standard scores
	Deviations  []float64 // of the items over all occupations
	NotRelevant []bool    // nil in domains without flags
}

// GapsTo compares own figures with a target's, item by item on the same scale.
// Items flagged as not relevant are not needed there and are left out. Refused
// are WrongLength and NotFinite (an infinity).
func GapsTo(own []float64, target Target) (Gaps, Refusal) {
	if len(own) != len(target.Figures) || len(own) != len(target.Scores) || len(own) != len(target.Deviations) ||
		target.NotRelevant != nil && len(target.NotRelevant) != len(own) {
		return Gaps{}, WrongLength
	}
	if infinite(own) || infinite(target.Figures) || infinite(target.Scores) || infinite(target.Deviations) {
		return Gaps{}, NotFinite
	}
	var gaps Gaps
	for i := range own {
		if target.NotRelevant != nil && target.NotRelevant[i] {
			continue
		}
		lacking := target.Figures[i] - own[i]
		if !finite(lacking) || math.IsNaN(target.Scores[i]) {
			gaps.Unknown++
			continue
		}
		gaps.Items = append(gaps.Items, Gap{i, lacking, max(target.Scores[i], 0), gapClass(lacking, target.Deviations[i])})
	}
	gaps.Shortfall = shortfall(gaps.Items)
	gaps.Items = sufficientFirst(gaps.Items)
	return gaps, Accepted
}

func shortfall(gaps []Gap) float64 {
	lacking, weight := 0.0, 0.0
	for _, g := range gaps {
		lacking += float64(g.Weight * max(g.Lacking, 0))
		weight += g.Weight
	}
	if mean := lacking / weight; finite(mean) {
		return mean
	}
	return math.NaN()
}

// sufficientFirst puts gaps into the order that Gaps promises.
func sufficientFirst(gaps []Gap) []Gap {
	var enough, lacking []Gap
	for _, g := range gaps {
		if g.Class == Enough {
			enough = append(enough, g)
		} else {
			lacking = append(lacking, g)
		}
	}
	enough = largestFirst(enough, func(g Gap) float64 { return g.Weight })
	lacking = largestFirst(lacking, func(g Gap) float64 { return g.Lacking })
	lacking = largestFirst(lacking, func(g Gap) float64 { return g.Weight * g.Lacking })
	return append(enough, lacking...)
}

// largestFirst sorts by a key; equals keep their order.
func largestFirst(gaps []Gap, key func(Gap) float64) []Gap {
	keys, sorted := make([]float64, len(gaps)), make([]Gap, len(gaps))
	for i, g := range gaps {
		keys[i] = key(g)
	}
	for to, from := range descending(keys) {
		sorted[to] = gaps[from]
	}
	return sorted
}

// Gap compares own figures in a domain, NaN where they are not known, with an
// occupation's. Refused are NoSuchKind (a domain that does not exist),
// NoSuchID, NoFigures (the occupation has none there), WrongLength and
// NotFinite.
func (s *Scorer) Gap(domain int, own []float64, id int32) (Gaps, Refusal) {
	if domain < 0 || domain >= len(s.vectors.Domains) {
		return Gaps{}, NoSuchKind
	}
	place := s.vectors.Place(id)
	if place < 0 {
		return Gaps{}, NoSuchID
	}
	var target Target
	known := false
	for i, item := range s.vectors.Domains[domain].Items {
		column := s.domain(domain)[i]
		known = known || !math.IsNaN(item.Figures[place])
		target.Figures = append(target.Figures, item.Figures[place])
		target.Scores = append(target.Scores, column.scores[place])
		target.Deviations = append(target.Deviations, column.deviation)
		if item.NotRelevant != nil {
			target.NotRelevant = append(target.NotRelevant, item.NotRelevant[place])
		}
	}
	if !known {
		return Gaps{}, NoFigures
	}
	return GapsTo(own, target)
}
