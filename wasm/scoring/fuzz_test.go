package scoring

import (
	"encoding/binary"
	"math"
	"testing"
)

// fuzzed turns bytes into numbers: eight of them into a float64, whatever it
// be, so that NaN, infinities and the largest and smallest numbers come up.
type fuzzed []byte

func (f *fuzzed) float() float64 {
	if len(*f) < 8 {
		return math.NaN()
	}
	bits := binary.LittleEndian.Uint64(*f)
	*f = (*f)[8:]
	return math.Float64frombits(bits)
}

func (f *fuzzed) floats(count int) (floats []float64) {
	for range count {
		floats = append(floats, f.float())
	}
	return floats
}

func (f *fuzzed) int() int {
	if len(*f) == 0 {
		return 0
	}
	value := int(int8((*f)[0]))
	*f = (*f)[1:]
	return value
}

func (f *fuzzed) ints(count int) (ints []int32) {
	for range count {
		ints = append(ints, int32(f.int()))
	}
	return ints
}

func bytesOf(first []byte, numbers ...float64) []byte {
	for _, x := range numbers {
		first = binary.LittleEndian.AppendUint64(first, math.Float64bits(x))
	}
	return first
}

func FuzzRanking(f *testing.F) {
	_, figures := invented(1, 5, InterestAreas)
	f.Add(bytesOf([]byte{5, 30, 1, 2, 3, 4, 5}, append([]float64{0, 4, 1, 2, 3, 4, 0, 1}, figures...)...))
	f.Add(bytesOf([]byte{4, 29, 1, 2, 3, 4}, nan, inf, -inf, 1e308, -1e308, 5e-324, 0, 1, 2))
	f.Add(bytesOf([]byte{2, 12, 7, 7}, 0, 4, 1, 2, 3, 4, 5, 6))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, input []byte) {
		numbers := fuzzed(input)
		occupations, count := numbers.int()&15, numbers.int()&63
		ids := numbers.ints(occupations)
		scale, scores := numbers.floats(2), numbers.floats(count%8)
		figures := numbers.floats(count)
		table, refusal := NewInterests(ids, figures)
		if refusal != Accepted {
			return
		}
		for _, rank := range []func() (Ranking, Refusal){
			func() (Ranking, Refusal) { return table.RankScores(scores, scale[0], scale[1]) },
			func() (Ranking, Refusal) { return table.RankFigures(scores) },
		} {
			if ranking, refusal := rank(); refusal == Accepted {
				checkRanking(t, ranking, len(ids))
			}
		}
	})
}

// checkRanking checks what holds of every ranking.
func checkRanking(t *testing.T, r Ranking, occupations int) {
	t.Helper()
	if len(r.Places)+r.Unranked != occupations {
		t.Fatalf("%d places and %d unranked of %d occupations", len(r.Places), r.Unranked, occupations)
	}
	for i, place := range r.Places {
		if !(math.Abs(place.Closeness) <= 1) || place.Band > VeryNear {
			t.Errorf("place %d: %+v", i, place)
		}
		if place.Rank < 1 || int(place.Rank) > i+1 {
			t.Errorf("place %d has rank %d", i, place.Rank)
		}
		if i == 0 {
			continue
		}
		before := r.Places[i-1]
		if before.Closeness < place.Closeness || before.Rank > place.Rank || before.Band < place.Band ||
			before.Closeness == place.Closeness && before.ID >= place.ID {
			t.Errorf("%+v stands before %+v", before, place)
		}
	}
}

func FuzzAnswers(f *testing.F) {
	ids, figures := invented(1, 20, InterestAreas)
	scorer := scorerOf(ids, figures)
	f.Add([]byte{9, 3, 0, 1, 2, 0, 1, 2, 0, 1, 2, 4, 3, 0, 4, 2, 1, 3, 255, 0})
	f.Add([]byte{30, 6})
	f.Add([]byte{6, 6, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 9})
	f.Add([]byte{6, 130, 250, 1, 2, 3, 4, 5})
	f.Fuzz(func(t *testing.T, input []byte) {
		numbers := fuzzed(input)
		items, areas := numbers.int()&63, numbers.int()
		key, answers := numbers.ints(items), numbers.ints(items)
		scores, refusal := AreaScores(answers, key, areas)
		if refusal == Accepted && len(scores) != areas {
			t.Errorf("%d scores of %d areas", len(scores), areas)
		}
		for _, score := range scores {
			if refusal == Accepted && !(score >= 0 && score <= HighestAnswer) {
				t.Errorf("score %v", score)
			}
		}
		if kept, refusal := scorer.Stability([]Part{{Kind: Answers, Answers: answers, Key: key}}); kept < 0 || kept > topPlaces || refusal != Accepted && kept != 0 {
			t.Errorf("%d kept, %v", kept, refusal)
		}
	})
}

func FuzzColumns(f *testing.F) {
	f.Add(bytesOf([]byte{3, 3}, 1, 2, 3, 4, 5, 7))
	f.Add(bytesOf([]byte{4, 3}, nan, inf, -inf, 1e308, 5e-324, -5e-324, 0.1))
	f.Add(bytesOf([]byte{5, 5}, 1e308, -1e308, 1e308, -1e308, 0, 1, 1, 1, 1, 2))
	f.Fuzz(func(t *testing.T, input []byte) {
		numbers := fuzzed(input)
		sizeA, sizeB, k := numbers.int()&31, numbers.int()&31, numbers.int()
		a, b := numbers.floats(sizeA), numbers.floats(sizeB)
		checkColumn(t, a)
		if r, defined := Pearson(a, b); defined && !(math.Abs(r) <= 1) {
			t.Errorf("Pearson = %v", r)
		}
		if profiles, refusal := NewProfiles([]int32{1, 2}, [][][]float64{{a, b}}); refusal == Accepted {
			for _, n := range profiles.Nearest(0, k) {
				if !(math.Abs(n.Closeness) < 1) || n.ID != 2 || n.Shared != 1 {
					t.Errorf("neighbour %+v", n)
				}
			}
		}
		flags := make([]bool, sizeB)
		if d, refusal := Distinctiveness(a, flags, k, 1); refusal == Accepted && len(d.High) > k {
			t.Errorf("%d of at most %d", len(d.High), k)
		}
		if gaps, refusal := GapsTo(a, Target{b, a, b, flags}); refusal == Accepted && len(gaps.Items)+gaps.Unknown != sizeA {
			t.Errorf("%d gaps and %d unknown of %d items", len(gaps.Items), gaps.Unknown, sizeA)
		}
	})
}

func checkColumn(t *testing.T, column []float64) {
	t.Helper()
	scores, percentiles := ZScores(column), Percentiles(column)
	for i, x := range column {
		if math.IsInf(scores[i], 0) || math.IsNaN(x) && !math.IsNaN(scores[i]) {
			t.Errorf("z-score of %v is %v", x, scores[i])
		}
		if p := percentiles[i]; p < 0 || p > 100 || math.IsNaN(x) && !math.IsNaN(p) {
			t.Errorf("percentile of %v is %v", x, p)
		}
	}
	if deviation := StandardDeviation(column); deviation < 0 || math.IsInf(deviation, 0) {
		t.Errorf("standard deviation %v", deviation)
	}
}
