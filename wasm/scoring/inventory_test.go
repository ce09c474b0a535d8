package scoring

import (
	"slices"
	"testing"
)

// shortForm is a form of 30 items, five an area, in turn.
func shortForm() (key []int32) {
	for item := range int32(30) {
		key = append(key, item%InterestAreas)
	}
	return key
}

// answered answers every item of an area alike.
func answered(key []int32, byArea ...int32) (answers []int32) {
	for _, area := range key {
		answers = append(answers, byArea[area])
	}
	return answers
}

func TestAreaScoresByHand(t *testing.T) {
	key := []int32{0, 1, 2, 0, 1, 2, 0, 1, 2}
	answers := []int32{0, 4, 2, 1, 3, Unanswered, 4, 2, 3}
	scores, refusal := AreaScores(answers, key, 3)
	wantRefusal(t, refusal, Accepted)
	// 0+1+4 and 4+3+2 over three, 2+3 over the two that are answered.
	wantNumbers(t, "scores", scores, []float64{5.0 / 3, 3, 2.5})
}

func TestAreaScoresRefused(t *testing.T) {
	key := shortForm()
	good := answered(key, 0, 1, 2, 3, 4, 2)
	with := func(value int32, items ...int) []int32 {
		answers := slices.Clone(good)
		for _, i := range items {
			answers[i] = value
		}
		return answers
	}
	badKey := func(area int32) []int32 {
		changed := slices.Clone(key)
		changed[29] = area
		return changed
	}
	onlyFive := slices.Clone(key)
	for i, area := range onlyFive {
		onlyFive[i] = min(area, 4)
	}
	for _, test := range []struct {
		name         string
		answers, key []int32
		areas        int
		want         Refusal
	}{
		{"all answered", good, key, 6, Accepted},
		{"one of five unanswered", with(Unanswered, 6), key, 6, Accepted},
		{"two of five unanswered", with(Unanswered, 6, 12), key, 6, TooFewAnswers},
		{"nothing answered", answered(key, -1, -1, -1, -1, -1, -1), key, 6, TooFewAnswers},
		{"an area unanswered", answered(key, 0, 1, 2, 3, 4, -1), key, 6, TooFewAnswers},
		{"answer above the scale", with(5, 3), key, 6, OutOfRange},
		{"answer below the scale", with(-2, 3), key, 6, OutOfRange},
		{"an answer too few", good[1:], key, 6, WrongLength},
		{"nothing", nil, nil, 6, WrongLength},
		{"two areas", []int32{0, 4}, []int32{0, 1}, 2, WrongLength},
		{"no areas", good, key, 0, WrongLength},
		{"areas without end", good, key, 1 << 60, WrongLength},
		{"item of no area", good, badKey(6), 6, WrongKey},
		{"item of a negative area", good, badKey(-1), 6, WrongKey},
		{"area without items", good, onlyFive, 6, WrongKey},
		{"all 0", answered(key, 0, 0, 0, 0, 0, 0), key, 6, SameAnswer},
		{"all 3", answered(key, 3, 3, 3, 3, 3, 3), key, 6, SameAnswer},
		{"all 3 but one unanswered", slices.Concat([]int32{-1}, answered(key[1:], 3, 3, 3, 3, 3, 3)), key, 6, SameAnswer},
		// Scores 2.2, 2, 2, 2, 2, 2: deviation 0.2·√5/6 = 0.075.
		{"one step from straight", slices.Concat([]int32{3}, answered(key[1:], 2, 2, 2, 2, 2, 2)), key, 6, Flat},
		// Scores 2.2 and 1.8: deviation 0.2, the threshold itself.
		{"just steep enough", steps(key, 3, 1), key, 6, Accepted},
		// The same with one step less: the deviation of 2.2, 2, 2.2, 1.8, 2.2, 1.8 is 0.179.
		{"just too flat", steps(key, 3, 1, 1), key, 6, Flat},
		{"different answers, same means", []int32{0, 4, 2, 4, 0, 2}, []int32{0, 1, 2, 0, 1, 2}, 3, Flat},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, refusal := AreaScores(test.answers, test.key, test.areas)
			wantRefusal(t, refusal, test.want)
		})
	}
}

// steps answers 2 throughout but for the first item of each area, which is
// answered up and down in turn; the areas named keep 2.
func steps(key []int32, up, down int32, straight ...int) []int32 {
	answers := answered(key, 2, 2, 2, 2, 2, 2)
	for area := range InterestAreas {
		answers[area] = []int32{up, down}[area%2]
		if slices.Contains(straight, area) {
			answers[area] = 2
		}
	}
	return answers
}

// Two thirds of four items are three, and of ten seven.
func TestTwoThirds(t *testing.T) {
	for items, needed := range map[int]int{1: 1, 3: 2, 4: 3, 5: 4, 6: 4, 10: 7} {
		if (areaTally{items: items, answered: needed - 1}).enough() || !(areaTally{items: items, answered: needed}).enough() {
			t.Errorf("%d items: want %d answers needed", items, needed)
		}
	}
}

func TestRefusalNames(t *testing.T) {
	seen := map[string]bool{}
	for r := Accepted; r <= RepeatedID; r++ {
		if name := r.String(); name == "" || name == Refusal(200).String() || seen[name] {
			t.Errorf("refusal %d is called %q", r, name)
		} else {
			seen[name] = true
		}
	}
}
