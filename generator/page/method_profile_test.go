package page

import (
	"math"
	"strconv"
	"testing"

	"shigotoatlas/wasm/scoring"
)

// The worked examples were worked out by hand; these tests repeat them with the code that visitors are scored by.

func TestWorkedPortable(t *testing.T) {
	x := portableNumbers
	for _, o := range []struct {
		points []int
		sum    int
		root   string
	}{{x.Near, x.NearSum, x.NearRoot}, {x.Far, x.FarSum, x.FarRoot}} {
		sum, person, total := 0, 0, 0
		for i, p := range o.points {
			sum += (p - x.Person[i]) * (p - x.Person[i])
			person, total = person+x.Person[i], total+p
		}
		if sum != o.sum || hundredth(math.Sqrt(float64(sum))) != o.root || person != scoring.PortablePoints || total != scoring.PortablePoints {
			t.Errorf("%v: sum %d of %d and %d points", o.points, sum, person, total)
		}
	}
	sum := 0
	for _, p := range x.Percentiles {
		sum += p
	}
	first, last := 1+20*float64(x.Percentiles[0])/float64(sum), 1+20*float64(x.Percentiles[8])/float64(sum)
	if sum != x.Sum || hundredth(first) != x.FirstOf29 || hundredth(last) != x.LastOf29 {
		t.Errorf("sum %d, first %v, last %v", sum, first, last)
	}
	if free := scoring.PortablePoints - scoring.PortableElements; free != 20 {
		t.Errorf("%d points are free, the pages say 20", free)
	}
}

func TestWorkedProfile(t *testing.T) {
	x := profileNumbers
	figures := []float64{number64(t, x.FirstFigure), number64(t, x.SecondFigure)}
	scorer := scoring.NewScorer(&scoring.Vectors{IDs: []int32{1, 2}, Domains: []scoring.VectorDomain{{
		Items: []scoring.VectorItem{{Minimum: 1, Maximum: 5, Figures: figures}}, Small: make([]bool, 2)}}})
	profile, refusal := scorer.FromPast([]int32{1, 2}, []float64{number64(t, x.FirstYears), number64(t, x.SecondYears)})
	if refusal != scoring.Accepted || strconv.FormatFloat(profile[0], 'f', -1, 64) != x.Mean {
		t.Errorf("the mean is %v (%v), want %s", profile, refusal, x.Mean)
	}
	for _, g := range x.Gaps {
		z := (g.Target - g.ItemMean) / g.Deviation
		gaps, refusal := scoring.GapsTo([]float64{g.Own}, scoring.Target{Figures: []float64{g.Target}, Scores: []float64{z}, Deviations: []float64{g.Deviation}})
		if refusal != scoring.Accepted {
			t.Fatal(refusal)
		}
		found := gaps.Items[0]
		class := map[scoring.GapClass]string{scoring.Enough: "enough", scoring.Small: "small", scoring.Large: "large"}[found.Class]
		if hundredth(found.Lacking) != g.Lacking || hundredth(found.Lacking/g.Deviation) != g.InDeviations || hundredth(found.Weight) != g.Weight || class != g.Class.En {
			t.Errorf("own %v: %+v is %s", g.Own, found, class)
		}
	}
}

func number64(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}
