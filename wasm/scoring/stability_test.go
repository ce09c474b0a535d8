package scoring

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// scorerOf makes a scorer that has interests alone.
func scorerOf(ids []int32, figures []float64) *Scorer {
	order, _ := byID(ids)
	v := &Vectors{Domains: make([]VectorDomain, 1)}
	var rows [][]float64
	for _, i := range order {
		v.IDs = append(v.IDs, ids[i])
		rows = append(rows, figures[int(i)*InterestAreas:(int(i)+1)*InterestAreas])
	}
	v.Domains[0].Items = itemsOf(rows)
	return NewScorer(v)
}

// keptByTrial scores the answers anew for every answer changed to every other.
func keptByTrial(s *Scorer, answers, key []int32) int {
	first := topTen(s, answers, key)[:10]
	for item, answer := range answers {
		if answer == Unanswered {
			continue
		}
		for other := range int32(HighestAnswer + 1) {
			changed := slices.Clone(answers)
			changed[item] = other
			top := topTen(s, changed, key)
			first = slices.DeleteFunc(slices.Clone(first), func(id int32) bool { return !slices.Contains(top, id) })
		}
	}
	return len(first)
}

// topTen lists the occupations of rank ten or better; none if refused.
func topTen(s *Scorer, answers, key []int32) (ids []int32) {
	ranking, _ := s.Rank(Part{Kind: Answers, Answers: answers, Key: key})
	for _, place := range ranking.Places {
		if place.Rank <= 10 {
			ids = append(ids, place.ID)
		}
	}
	return ids
}

func TestStabilityIsWhatTrialShows(t *testing.T) {
	ids, figures := invented(6, 120, InterestAreas)
	scorer := scorerOf(ids, figures)
	key := shortForm()
	seen := map[int]bool{}
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 2))
		level := random.Perm(5)
		answers := make([]int32, len(key))
		for i, area := range key {
			answers[i] = int32(min(4, max(0, level[area%5]+random.IntN(3)-1)))
		}
		answers[random.IntN(len(answers))] = Unanswered
		kept, refusal := scorer.Stability([]Part{{Kind: Answers, Answers: answers, Key: key}})
		wantRefusal(t, refusal, Accepted)
		if want := keptByTrial(scorer, answers, key); kept != want {
			t.Errorf("seed %d: %d kept, by trial %d", seed, kept, want)
		}
		seen[kept] = true
	}
	if len(seen) < 3 {
		t.Errorf("only %v were met: the answers try too little", seen)
	}
}

func TestStabilityOnTheEdge(t *testing.T) {
	ids, figures := invented(7, 120, InterestAreas)
	key := shortForm()
	// Seven occupations are among the first ten, whatever changes.
	few := scorerOf(ids[:7], figures[:42])
	kept, refusal := few.Stability([]Part{{Kind: Answers, Answers: answered(key, 0, 1, 4, 3, 4, 2), Key: key}})
	wantRefusal(t, refusal, Accepted)
	if kept != 7 {
		t.Errorf("%d of seven kept, want 7", kept)
	}
	// One step less and these answers would be too flat to rank by.
	kept, refusal = few.Stability([]Part{{Kind: Answers, Answers: steps(key, 3, 1), Key: key}})
	wantRefusal(t, refusal, Accepted)
	if kept != 0 {
		t.Errorf("%d kept, want 0", kept)
	}
	_, refusal = few.Stability([]Part{{Kind: Answers, Answers: answered(key, 3, 3, 3, 3, 3, 3), Key: key}})
	wantRefusal(t, refusal, SameAnswer)
}
