package scoring

import (
	"math"
	"slices"
)

// topPlaces is how many places the stability of a ranking is asked of.
const topPlaces = 10

// Stability tells how many of the ten nearest occupations keep a rank of ten
// or better whichever single answer is changed: 10 means that the top ten
// survives. An answer to an inventory is changed to every other answer; of
// points, one is moved from every element that can spare it to every other;
// scores and figures that a person brings are no answers and stay. Where a
// change leaves nothing to rank by, none is kept. If fewer than ten
// occupations can be ranked, it is asked of those. One part is ranked as
// [Scorer.Rank] does, several as [Scorer.Combine]; the refusals are theirs.
func (s *Scorer) Stability(parts []Part) (kept int, refusal Refusal) {
	var r result
	if len(parts) == 1 {
		r, refusal = s.result(parts[0])
	} else {
		r, refusal = s.combinedResult(parts)
	}
	if refusal != Accepted {
		return 0, refusal
	}
	survivors := nearest(r.standing())
	r.changes(func(changed result) bool {
		survivors = surviving(survivors, changed)
		return len(survivors) > 0
	})
	return len(survivors), Accepted
}

// nearest are the places of the ten nearest occupations.
func nearest(standing []float64) (places []int) {
	var known []float64
	var of []int
	for place, c := range standing {
		if !math.IsNaN(c) {
			known, of = append(known, c), append(of, place)
		}
	}
	order := descending(known)
	for _, i := range order[:min(topPlaces, len(order))] {
		places = append(places, of[i])
	}
	return places
}

// singleChanges lists by how much the sum of an area can change if one of its
// answers does. Each change is listed once, because it does not matter to the
// scores which answer brought it about.
func singleChanges(answers, key []int32, area int) []int {
	var changes []int
	for i, answer := range answers {
		if int(key[i]) != area || answer == Unanswered {
			continue
		}
		for other := range HighestAnswer + 1 {
			change := other - int(answer)
			if !slices.Contains(changes, change) {
				changes = append(changes, change)
			}
		}
	}
	return changes
}

// surviving returns those of the given places that rank among the first ten of
// a result, ties included.
func surviving(places []int, changed result) (survivors []int) {
	if changed == nil {
		return nil
	}
	standing := changed.standing()
	last := hundredths(tenthLargest(standing))
	for _, place := range places {
		if hundredths(standing[place]) >= last {
			survivors = append(survivors, place)
		}
	}
	return survivors
}

// tenthLargest is the tenth largest of some numbers, or the smallest if there
// are fewer; missing ones are passed over.
func tenthLargest(numbers []float64) float64 {
	var largest [topPlaces]float64 // descending
	found := 0
	for _, x := range numbers {
		if math.IsNaN(x) {
			continue
		}
		if found < topPlaces {
			found++
		} else if x <= largest[topPlaces-1] {
			continue
		}
		at := found - 1
		for ; at > 0 && largest[at-1] < x; at-- {
			largest[at] = largest[at-1]
		}
		largest[at] = x
	}
	return largest[found-1]
}
