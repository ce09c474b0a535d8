package scoring

import "math"

const (
	// Unanswered stands for an item without an answer.
	Unanswered = -1
	// HighestAnswer is the top of the answer scale; its bottom is 0.
	HighestAnswer = 4
)

// flatShare is the deviation, as a share of the scale, below which areas do
// not differ enough to be ranked by.
const flatShare = 0.05

// areaTally is what was answered in one area.
type areaTally struct {
	items, answered, sum int
}

func (a areaTally) mean() float64 { return float64(a.sum) / float64(a.answered) }

// enough reports whether two thirds of the items are answered.
func (a areaTally) enough() bool { return 3*a.answered >= 2*a.items }

// AreaScores are the mean answers of each area, 0 to 4, over its answered
// items. Item i was answered answers[i], 0 to 4 or [Unanswered], and belongs
// to area key[i], 0 to areas−1; the items may stand in any order. Refused are
// WrongLength, WrongKey, OutOfRange, TooFewAnswers, SameAnswer and Flat.
func AreaScores(answers, key []int32, areas int) ([]float64, Refusal) {
	tallies, refusal := tally(answers, key, areas)
	if refusal != Accepted {
		return nil, refusal
	}
	if sameAnswer(answers) {
		return nil, SameAnswer
	}
	scores := make([]float64, areas)
	for i, t := range tallies {
		scores[i] = t.mean()
	}
	return scores, checkScores(scores, 0, HighestAnswer)
}

func tally(answers, key []int32, areas int) ([]areaTally, Refusal) {
	if len(answers) != len(key) || areas < 3 || areas > len(key) {
		return nil, WrongLength
	}
	tallies := make([]areaTally, areas)
	for i, area := range key {
		if area < 0 || int(area) >= areas {
			return nil, WrongKey
		}
		if answers[i] < Unanswered || answers[i] > HighestAnswer {
			return nil, OutOfRange
		}
		tallies[area].items++
		if answers[i] != Unanswered {
			tallies[area].answered++
			tallies[area].sum += int(answers[i])
		}
	}
	return tallies, checkTallies(tallies)
}

func checkTallies(tallies []areaTally) Refusal {
	refusal := Accepted
	for _, t := range tallies {
		if t.items == 0 {
			return WrongKey
		}
		if !t.enough() {
			refusal = TooFewAnswers
		}
	}
	return refusal
}

func sameAnswer(answers []int32) bool {
	first := int32(Unanswered)
	for _, a := range answers {
		if first == Unanswered {
			first = a
		}
		if a != Unanswered && a != first {
			return false
		}
	}
	return true
}

// checkScores refuses scores that are not on the scale from minimum to
// maximum, or that hardly differ.
func checkScores(scores []float64, minimum, maximum float64) Refusal {
	for _, s := range append([]float64{minimum, maximum}, scores...) {
		if !finite(s) {
			return NotFinite
		}
		if s < minimum || s > maximum {
			return OutOfRange
		}
	}
	if maximum <= minimum {
		return OutOfRange
	}
	_, squares := deviations(scores)
	deviation := math.Sqrt(squares / float64(len(scores)))
	// Rounding must not refuse a deviation that is exactly the threshold.
	if deviation+1e-9 < flatShare*(maximum-minimum) {
		return Flat
	}
	return Accepted
}
