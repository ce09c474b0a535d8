package page

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shigotoatlas/wasm/scoring"
)

// The worked examples were worked out by hand; this repeats them with the code that visitors are scored by.
func TestWorkedExamples(t *testing.T) {
	for domain, x := range examples {
		if scoring.Mean(x.scores) != 2 {
			t.Errorf("%s: the scores have the mean %v, want 2", domain, scoring.Mean(x.scores))
		}
		for _, o := range x.occupations {
			squares, sum := 0.0, 0.0
			for i, z := range o.standard {
				squares += z * z
				sum += (x.scores[i] - 2) * z
			}
			r, defined := scoring.Pearson(x.scores, o.standard)
			if math.Abs(squares-o.squares) > 1e-9 || math.Abs(sum-o.sum) > 1e-9 || !defined || strconv.FormatFloat(r, 'f', 2, 64) != o.result {
				t.Errorf("%s, %s: squares %v, sum %v, correlation %v", domain, o.in, squares, sum, r)
			}
		}
	}
}

func TestWorkedMatch(t *testing.T) {
	x := matchNumbers
	interests, values := scoring.ZScores(x.interests), scoring.ZScores(x.values)
	for i := range x.names {
		if hundredth(interests[i]) != x.interestsStandard[i] || hundredth(values[i]) != x.valuesScores[i] {
			t.Errorf("%s has %v and %v", x.names[i], interests[i], values[i])
		}
	}
	for e, w := range x.weights {
		sums := make([]float64, len(x.names))
		for i := range sums {
			sums[i] = (w[0]*interests[i] + w[1]*values[i]) / (w[0] + w[1])
			if hundredth(sums[i]) != x.sums[e][i] {
				t.Errorf("weights %v: %s sums to %v", w, x.names[i], sums[i])
			}
		}
		order := slices.Clone(x.names)
		slices.SortFunc(order, func(a, b string) int {
			return cmp.Compare(sums[slices.Index(x.names, b)], sums[slices.Index(x.names, a)])
		})
		if strings.Join(order, " ") != x.orders[e] {
			t.Errorf("weights %v: the order is %v", w, order)
		}
	}
}

// hundredth writes a number with two decimals; nothing is less than zero by less than a hundredth.
func hundredth(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100+0, 'f', 2, 64)
}
