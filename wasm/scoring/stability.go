package scoring

import "slices"

// topPlaces is how many places the stability of a ranking is asked of.
const topPlaces = 10

// Stability tells how many of the ten nearest occupations keep a rank of ten
// or better whichever single answer is changed to whatever other answer: 10
// means that the top ten survives. Where a changed answer leaves nothing to
// rank by, none is kept. If fewer than ten occupations can be ranked, it is
// asked of those. The refusals are those of [AreaScores].
func (t *Table) Stability(answers, key []int32) (kept int, refusal Refusal) {
	scores, refusal := AreaScores(answers, key, t.areas)
	if refusal != Accepted {
		return 0, refusal
	}
	person, _ := unit(scores)
	survivors := descending(t.closeness(person))[:min(topPlaces, len(t.ids))]
	tallies, _ := tally(answers, key, t.areas)
	for area, before := range tallies {
		for _, change := range singleChanges(answers, key, area) {
			after := areaTally{before.items, before.answered, before.sum + change}
			changed := slices.Clone(scores)
			changed[area] = after.mean()
			survivors = t.surviving(survivors, changed)
		}
	}
	return len(survivors), Accepted
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

// surviving returns those of the given rows that rank among the first ten by
// the given scores, ties included.
func (t *Table) surviving(rows []int32, scores []float64) []int32 {
	person, defined := unit(scores)
	if !defined || checkScores(scores, 0, HighestAnswer) != Accepted {
		return nil
	}
	closeness := t.closeness(person)
	last := hundredths(tenthLargest(closeness))
	var surviving []int32
	for _, row := range rows {
		if hundredths(closeness[row]) >= last {
			surviving = append(surviving, row)
		}
	}
	return surviving
}

// tenthLargest is the tenth largest of some numbers, or the smallest if there
// are fewer.
func tenthLargest(numbers []float64) float64 {
	var largest [topPlaces]float64 // descending
	found := 0
	for _, x := range numbers {
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
