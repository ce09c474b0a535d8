package scoring

import (
	"slices"
	"testing"
)

func TestGapsByHand(t *testing.T) {
	own := []float64{3, 2, 5, 1, nan, 4, 2, 1, 3}
	target := []float64{4, 4, 4, 2, 3, 4, nan, 5, 5}
	scores := []float64{1, 0.5, 2, -1, 1, 0.5, 1, 3, 1}
	flags := []bool{false, false, false, false, false, false, false, true, false}
	gaps, refusal := GapsTo(own, target, scores, flags)
	wantRefusal(t, refusal, Accepted)
	want := []Gap{
		{2, -1, 2},  // suffices, and is the most telling of the target
		{5, 0, 0.5}, // suffices exactly
		{8, 2, 1},   // 2·1
		{1, 2, 0.5}, // 2·0.5 = 1, more lacking than the next
		{0, 1, 1},   // 1·1
		{3, 1, 0},   // below the mean in the target: no weight
	}
	if !slices.Equal(gaps.Items, want) {
		t.Errorf("items %v, want %v", gaps.Items, want)
	}
	if gaps.Unknown != 2 {
		t.Errorf("%d unknown, want 2", gaps.Unknown)
	}
	// (2·1 + 2·0.5 + 1·1) / (1 + 0.5 + 2 + 0.5 + 1 + 0)
	wantNumber(t, "shortfall", gaps.Shortfall, 4.0/5)
}

func TestGapsWithoutFlags(t *testing.T) {
	gaps, refusal := GapsTo([]float64{1}, []float64{5}, []float64{3}, nil)
	wantRefusal(t, refusal, Accepted)
	wantNumber(t, "shortfall", gaps.Shortfall, 4)
}

func TestGapsWithoutWeight(t *testing.T) {
	gaps, refusal := GapsTo([]float64{1, nan}, []float64{5, 2}, []float64{-3, 4}, nil)
	wantRefusal(t, refusal, Accepted)
	wantNumber(t, "shortfall", gaps.Shortfall, nan)
}

func TestGapsRefused(t *testing.T) {
	two, one := []float64{1, 2}, []float64{1}
	for _, test := range []struct {
		name                string
		own, target, scores []float64
		flags               []bool
		want                Refusal
	}{
		{"no items", nil, nil, nil, nil, Accepted},
		{"own too short", one, two, two, nil, WrongLength},
		{"target too short", two, one, two, nil, WrongLength},
		{"scores too short", two, two, one, nil, WrongLength},
		{"flags too short", two, two, two, []bool{true}, WrongLength},
		{"own infinite", []float64{1, inf}, two, two, nil, NotFinite},
		{"target infinite", two, []float64{1, inf}, two, nil, NotFinite},
		{"scores infinite", two, two, []float64{1, inf}, nil, NotFinite},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, refusal := GapsTo(test.own, test.target, test.scores, test.flags)
			wantRefusal(t, refusal, test.want)
		})
	}
}
