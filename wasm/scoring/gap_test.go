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
	deviations := []float64{2, 0, 1, 5.1, 1, 1, 1, 1, 2.5}
	gaps, refusal := GapsTo(own, Target{target, scores, deviations, flags})
	wantRefusal(t, refusal, Accepted)
	want := []Gap{
		{2, -1, 2, Enough},  // suffices, and is the most telling of the target
		{5, 0, 0.5, Enough}, // suffices exactly
		{3, 1, 0, Enough},   // 1/5.1 of a deviation is less than a fifth
		{8, 2, 1, Large},    // 2·1, and 2 is 0.8·2.5
		{1, 2, 0.5, Large},  // 2·0.5 = 1, more lacking than the next
		{0, 1, 1, Small},    // 1·1, half a deviation
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
	gaps, refusal := GapsTo([]float64{1}, Target{[]float64{5}, []float64{3}, []float64{1}, nil})
	wantRefusal(t, refusal, Accepted)
	wantNumber(t, "shortfall", gaps.Shortfall, 4)
}

func TestGapsWithoutWeight(t *testing.T) {
	gaps, refusal := GapsTo([]float64{1, nan}, Target{[]float64{5, 2}, []float64{-3, 4}, []float64{1, 1}, nil})
	wantRefusal(t, refusal, Accepted)
	wantNumber(t, "shortfall", gaps.Shortfall, nan)
}

func TestGapsRefused(t *testing.T) {
	two, one := []float64{1, 2}, []float64{1}
	for _, test := range []struct {
		name   string
		own    []float64
		target Target
		want   Refusal
	}{
		{"no items", nil, Target{}, Accepted},
		{"own too short", one, Target{two, two, two, nil}, WrongLength},
		{"target too short", two, Target{one, two, two, nil}, WrongLength},
		{"scores too short", two, Target{two, one, two, nil}, WrongLength},
		{"deviations too short", two, Target{two, two, one, nil}, WrongLength},
		{"flags too short", two, Target{two, two, two, []bool{true}}, WrongLength},
		{"own infinite", []float64{1, inf}, Target{two, two, two, nil}, NotFinite},
		{"target infinite", two, Target{[]float64{1, inf}, two, two, nil}, NotFinite},
		{"scores infinite", two, Target{two, []float64{1, inf}, two, nil}, NotFinite},
		{"deviations infinite", two, Target{two, two, []float64{1, inf}, nil}, NotFinite},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, refusal := GapsTo(test.own, test.target)
			wantRefusal(t, refusal, test.want)
		})
	}
}

func TestGapRefused(t *testing.T) {
	g := readGolden(t).Scorer
	s := g.scorer(t)
	six := make([]float64, 6)
	for _, test := range []struct {
		name   string
		domain int
		own    []float64
		id     int32
		want   Refusal
	}{
		{"good", Skills, six, g.IDs[9], Accepted},
		{"no such domain", 7, six, g.IDs[9], NoSuchKind},
		{"negative domain", -1, six, g.IDs[9], NoSuchKind},
		{"no such occupation", Skills, six, 600, NoSuchID},
		{"no figures", Interests, six, g.IDs[7], NoFigures},
		{"too few", Skills, six[1:], g.IDs[9], WrongLength},
		{"infinite", Skills, []float64{1, 2, 3, 4, 5, inf}, g.IDs[9], NotFinite},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, refusal := s.Gap(test.domain, test.own, test.id)
			wantRefusal(t, refusal, test.want)
		})
	}
}
