package scoring

import (
	"math"
	"slices"
)

// Mean is the arithmetic mean of the figures of a column that are not
// missing. It is missing if there are none or one is infinite.
func Mean(column []float64) float64 {
	mean, _ := moments(column)
	return mean
}

// StandardDeviation is the population standard deviation, √(Σ(x−mean)²/n), of
// the figures of a column that are not missing: the occupations are the whole
// population, not a sample. It is 0 for figures that are all the same, and
// missing where the mean is.
func StandardDeviation(column []float64) float64 {
	_, deviation := moments(column)
	return deviation
}

// ZScores are the figures of a column as distances from its mean, in standard
// deviations. What is missing stays missing. A column without spread gives 0
// for each of its figures. If one is infinite, the whole column is refused:
// every score is missing.
func ZScores(column []float64) []float64 {
	mean, deviation := moments(column)
	scores := make([]float64, len(column))
	for i, x := range column {
		scores[i] = standardise(x, mean, deviation)
	}
	return scores
}

// Percentile is the mid-rank percentile, 0 to 100, of a value among the
// figures of a column: the share below it, plus half the share equal to it.
// It is missing if the value is, if there are no figures, or if one is infinite.
func Percentile(column []float64, value float64) float64 {
	return midRank(present(column), value)
}

// Percentiles gives every figure of a column its mid-rank [Percentile] in
// that column. What is missing stays missing.
func Percentiles(column []float64) []float64 {
	figures := present(column)
	percentiles := make([]float64, len(column))
	for i, x := range column {
		percentiles[i] = midRank(figures, x)
	}
	return percentiles
}

// Pearson is the product-moment correlation, −1 to 1, over the pairs of which
// neither is missing. It is not defined for slices of different length, fewer
// than three pairs, an infinity, or a side without spread.
func Pearson(a, b []float64) (r float64, defined bool) {
	if len(a) != len(b) {
		return 0, false
	}
	var x, y []float64
	for i := range a {
		if !math.IsNaN(a[i]) && !math.IsNaN(b[i]) {
			x, y = append(x, a[i]), append(y, b[i])
		}
	}
	x, xDefined := unit(x)
	y, yDefined := unit(y)
	if !xDefined || !yDefined {
		return 0, false
	}
	return dot(x, y), true
}

// present returns the figures of a column that are not missing, in ascending
// order. It returns none if one is infinite.
func present(column []float64) []float64 {
	if infinite(column) {
		return nil
	}
	known := make([]float64, 0, len(column))
	for _, x := range column {
		if !math.IsNaN(x) {
			known = append(known, x)
		}
	}
	figures := make([]float64, len(known))
	for i, position := range ascending(known) {
		figures[i] = known[position]
	}
	return figures
}

// moments returns mean and population standard deviation of a column, NaN
// both if they have no finite value.
func moments(column []float64) (mean, deviation float64) {
	figures := present(column)
	mean, squares := deviations(figures)
	if len(figures) == 0 || !finite(mean) || !finite(squares) {
		return math.NaN(), math.NaN()
	}
	return mean, math.Sqrt(squares / float64(len(figures)))
}

// deviations returns the mean of some numbers and the sum of their squared
// distances from it, which is exactly 0 where they have no spread.
func deviations(numbers []float64) (mean, squares float64) {
	sum := 0.0
	for _, x := range numbers {
		sum += x
	}
	mean = sum / float64(len(numbers))
	if !spread(numbers) {
		return mean, 0
	}
	for _, x := range numbers {
		squares += float64((x - mean) * (x - mean))
	}
	return mean, squares
}

// spread reports whether numbers differ by more than rounding: 0.3 and
// 0.1+0.2 are the same number.
func spread(numbers []float64) bool {
	if len(numbers) == 0 {
		return false
	}
	low, high := slices.Min(numbers), slices.Max(numbers)
	return high-low > 1e-9*max(math.Abs(low), math.Abs(high))
}

func standardise(x, mean, deviation float64) float64 {
	if deviation == 0 && finite(x) {
		return 0
	}
	return (x - mean) / deviation
}

func midRank(sorted []float64, value float64) float64 {
	if len(sorted) == 0 || !finite(value) {
		return math.NaN()
	}
	below, _ := slices.BinarySearch(sorted, value)
	through, _ := slices.BinarySearch(sorted, math.Nextafter(value, math.Inf(1)))
	return 50 * float64(below+through) / float64(len(sorted))
}

// unit centres numbers on their mean and scales them to length 1, so that the
// correlation of two such slices is their inner product. It is not defined
// for fewer than three numbers, without spread, or beyond the finite.
func unit(numbers []float64) (centred []float64, defined bool) {
	if len(numbers) < 3 {
		return nil, false
	}
	mean, squares := deviations(numbers)
	if squares == 0 || !finite(squares) {
		return nil, false
	}
	length := math.Sqrt(squares)
	centred = make([]float64, len(numbers))
	for i, x := range numbers {
		centred[i] = (x - mean) / length
	}
	return centred, true
}

// dot is the correlation of two unit slices of the same length. Nine decimals
// are kept: what lies beyond is rounding, and must not decide an order.
func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return math.RoundToEven(sum*1e9) / 1e9
}

func finite(x float64) bool {
	return !math.IsNaN(x) && !math.IsInf(x, 0)
}

func infinite(numbers []float64) bool {
	return slices.ContainsFunc(numbers, func(x float64) bool { return math.IsInf(x, 0) })
}
