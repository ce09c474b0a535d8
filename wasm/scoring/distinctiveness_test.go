package scoring

import (
	"slices"
	"testing"
)

func TestDistinctiveness(t *testing.T) {
	scores := []float64{1.2, nan, -1, 2.5, 1.2, 0.99, -3, 4, -0.99}
	flags := []bool{false, true, false, false, false, false, false, true, false}
	for _, test := range []struct {
		name      string
		flags     []bool
		k         int
		high, low []int
	}{
		{"no flags", nil, 9, []int{7, 3, 0, 4}, []int{6, 2}},
		{"flagged are not high", flags, 9, []int{3, 0, 4}, []int{6, 2}},
		{"at most two", flags, 2, []int{3, 0}, []int{6, 2}},
		{"at most one", nil, 1, []int{7}, []int{6}},
		{"none", nil, 0, nil, nil},
		{"all flagged", slices.Repeat([]bool{true}, 9), 9, nil, []int{6, 2}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, refusal := Distinctiveness(scores, test.flags, test.k, 1)
			wantRefusal(t, refusal, Accepted)
			if !slices.Equal(got.High, test.high) || !slices.Equal(got.Low, test.low) {
				t.Errorf("high %v and low %v, want %v and %v", got.High, got.Low, test.high, test.low)
			}
		})
	}
}

func TestDistinctivenessRefused(t *testing.T) {
	for _, test := range []struct {
		name      string
		scores    []float64
		flags     []bool
		k         int
		threshold float64
		want      Refusal
	}{
		{"no items", nil, nil, 3, 1, Accepted},
		{"a flag too few", []float64{1, 2}, []bool{true}, 3, 1, WrongLength},
		{"fewer than none", []float64{1, 2}, nil, -1, 1, WrongLength},
		{"infinity", []float64{1, inf}, nil, 3, 1, NotFinite},
		{"threshold missing", []float64{1, 2}, nil, 3, nan, NotFinite},
		{"threshold infinite", []float64{1, 2}, nil, 3, inf, NotFinite},
		{"threshold 0", []float64{1, 2}, nil, 3, 0, NotFinite},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, refusal := Distinctiveness(test.scores, test.flags, test.k, test.threshold)
			wantRefusal(t, refusal, test.want)
		})
	}
}
