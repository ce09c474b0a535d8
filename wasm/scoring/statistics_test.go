package scoring

import (
	"math"
	"testing"
)

var (
	nan = math.NaN()
	inf = math.Inf(1)
)

// By hand: 2, 4, 4, 4, 5, 5, 7, 9 sum to 40; the squared distances from 5 sum
// to 32, and √(32/8) = 2.
func TestColumnByHand(t *testing.T) {
	column := []float64{2, 4, nan, 4, 4, 5, 5, 7, 9}
	wantNumber(t, "mean", Mean(column), 5)
	wantNumber(t, "standard deviation", StandardDeviation(column), 2)
	wantNumbers(t, "z-scores", ZScores(column), []float64{-1.5, -0.5, nan, -0.5, -0.5, 0, 0, 1, 2})
	// One of eight below 4 and three equal: (1 + 3/2)/8.
	wantNumber(t, "percentile of 4", Percentile(column, 4), 31.25)
	wantNumber(t, "percentile of 1", Percentile(column, 1), 0)
	wantNumber(t, "percentile of 6", Percentile(column, 6), 75)
	wantNumber(t, "percentile of 10", Percentile(column, 10), 100)
	wantNumbers(t, "percentiles", Percentiles(column),
		[]float64{6.25, 31.25, nan, 31.25, 31.25, 62.5, 62.5, 81.25, 93.75})
}

func TestColumnRefused(t *testing.T) {
	for name, column := range map[string][]float64{
		"empty":       {},
		"all missing": {nan, nan},
		"infinite":    {1, inf, 2},
		"-infinite":   {1, math.Inf(-1), 2},
		"overflowing": {math.MaxFloat64, -math.MaxFloat64, math.MaxFloat64},
	} {
		missing := make([]float64, len(column))
		for i := range missing {
			missing[i] = nan
		}
		t.Run(name, func(t *testing.T) {
			wantNumber(t, "mean", Mean(column), nan)
			wantNumber(t, "standard deviation", StandardDeviation(column), nan)
			wantNumbers(t, "z-scores", ZScores(column), missing)
		})
	}
	wantNumber(t, "percentile in nothing", Percentile([]float64{nan}, 1), nan)
	wantNumber(t, "percentile beside an infinity", Percentile([]float64{1, inf}, 1), nan)
	wantNumber(t, "percentile of the missing", Percentile([]float64{1, 2}, nan), nan)
	wantNumber(t, "percentile of an infinity", Percentile([]float64{1, 2}, inf), nan)
}

// A column without spread does not differ from its mean, even where summing
// its figures rounds: 0.1+0.1+0.1 is not 0.3.
func TestColumnWithoutSpread(t *testing.T) {
	for _, column := range [][]float64{{0.1, nan, 0.1, 0.1}, {0.3, nan, 0.1 + 0.2, 0.3}, {0, nan, 0, 0}} {
		wantNumber(t, "standard deviation", StandardDeviation(column), 0)
		wantNumbers(t, "z-scores", ZScores(column), []float64{0, nan, 0, 0})
	}
}

func TestPearson(t *testing.T) {
	for _, test := range []struct {
		name string
		a, b []float64
		r    float64
	}{
		// By hand: deviations −1, 0, 1 and −2, 1, 1; 3/√(2·6).
		{"by hand", []float64{1, 2, 3}, []float64{2, 5, 5}, math.Sqrt(3) / 2},
		{"same shape", []float64{1, 2, 4}, []float64{10, 20, 40}, 1},
		{"opposite", []float64{1, 2, 4}, []float64{4, 3, 1}, -1},
		// python3 -c 'from statistics import *; print(correlation([3.2,1.5,4.75,2,1.001],[1,4,2.5,3,5]))'
		// (3.11.7)
		{"by Python", []float64{3.2, 1.5, 4.75, 2, 1.001}, []float64{1, 4, 2.5, 3, 5}, -0.7143751059784611},
		{"missing left out", []float64{1, nan, 2, 9, 3}, []float64{2, 7, 5, nan, 5}, math.Sqrt(3) / 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, defined := Pearson(test.a, test.b)
			if !defined {
				t.Fatal("not defined")
			}
			wantNumber(t, "r", r, test.r)
		})
	}
}

func TestPearsonNotDefined(t *testing.T) {
	for name, pair := range map[string][2][]float64{
		"empty":              {{}, {}},
		"different lengths":  {{1, 2, 3}, {1, 2, 3, 4}},
		"two pairs":          {{1, 2}, {2, 1}},
		"two common pairs":   {{1, 2, nan, 4}, {2, nan, 1, 4}},
		"no spread":          {{1, 2, 3}, {5, 5, 5}},
		"spread of rounding": {{1, 2, 3}, {0.3, 0.1 + 0.2, 0.3}},
		"infinity":           {{1, 2, inf}, {1, 2, 3}},
		"overflow":           {{1e300, -1e300, 0}, {1, 2, 3}},
		"underflow":          {{1e-300, 2e-300, 3e-300}, {1, 2, 3}},
	} {
		if r, defined := Pearson(pair[0], pair[1]); defined {
			t.Errorf("%s: r = %v, want not defined", name, r)
		}
	}
}
