package scoring

import (
	"cmp"
	"math"
	"slices"
)

// Gaps compare what one has with what a target occupation has.
type Gaps struct {
	// Items holds first what suffices (gap at most 0), the most telling of
	// the target first; then what is lacking, the largest weighted gap first,
	// then the largest gap. Equals stand by position.
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
}

// Suffices reports whether nothing is lacking.
func (g Gap) Suffices() bool { return g.Lacking <= 0 }

// GapsTo compares own figures with the target's, item by item on the same
// scale; targetScores are the target's standard scores. Items flagged in
// notRelevant are not needed there and are left out; it is nil in domains
// without flags. Refused are WrongLength and NotFinite (an infinity).
func GapsTo(own, target, targetScores []float64, notRelevant []bool) (Gaps, Refusal) {
	if len(own) != len(target) || len(own) != len(targetScores) ||
		notRelevant != nil && len(notRelevant) != len(own) {
		return Gaps{}, WrongLength
	}
	if infinite(own) || infinite(target) || infinite(targetScores) {
		return Gaps{}, NotFinite
	}
	var gaps Gaps
	for i := range own {
		if notRelevant != nil && notRelevant[i] {
			continue
		}
		lacking := target[i] - own[i]
		if !finite(lacking) || math.IsNaN(targetScores[i]) {
			gaps.Unknown++
			continue
		}
		gaps.Items = append(gaps.Items, Gap{i, lacking, max(targetScores[i], 0)})
	}
	gaps.Shortfall = shortfall(gaps.Items)
	slices.SortStableFunc(gaps.Items, sufficientFirst)
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

func sufficientFirst(a, b Gap) int {
	if a.Suffices() != b.Suffices() {
		if a.Suffices() {
			return -1
		}
		return 1
	}
	if a.Suffices() {
		return cmp.Compare(b.Weight, a.Weight)
	}
	return cmp.Or(
		cmp.Compare(b.Weight*b.Lacking, a.Weight*a.Lacking),
		cmp.Compare(b.Lacking, a.Lacking),
	)
}
