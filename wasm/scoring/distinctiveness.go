package scoring

import (
	"cmp"
	"slices"
)

// Distinctive names the items in which an occupation stands out, by their
// position, the most distinctive first and equals by position.
type Distinctive struct {
	High, Low []int
}

// Distinctiveness picks from an occupation's standard scores the at most k
// items at or above threshold, and the at most k at or below −threshold. An
// item flagged in notRelevant is never high; notRelevant is nil in domains
// without flags. Missing items are never named. Refused are WrongLength (also
// for k < 0) and NotFinite (an infinite score, or a threshold that is not a
// number above 0).
func Distinctiveness(scores []float64, notRelevant []bool, k int, threshold float64) (Distinctive, Refusal) {
	if k < 0 || notRelevant != nil && len(notRelevant) != len(scores) {
		return Distinctive{}, WrongLength
	}
	if !finite(threshold) || threshold <= 0 || infinite(scores) {
		return Distinctive{}, NotFinite
	}
	var d Distinctive
	for i, z := range scores {
		flagged := notRelevant != nil && notRelevant[i]
		if z >= threshold && !flagged {
			d.High = append(d.High, i)
		}
		if z <= -threshold {
			d.Low = append(d.Low, i)
		}
	}
	slices.SortStableFunc(d.High, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	slices.SortStableFunc(d.Low, func(a, b int) int { return cmp.Compare(scores[a], scores[b]) })
	d.High, d.Low = d.High[:min(k, len(d.High))], d.Low[:min(k, len(d.Low))]
	return d, Accepted
}
