package analysis

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"shigotoatlas/generator/catalog"
)

// Components are principal components of [Cases], turned by varimax so that each stands for a few items.
type Components struct {
	*Cases
	Eigenvalues []float64 // of the correlations, largest first; their sum is the number of items
	List        []Component
}

// A Component is a direction in which occupations differ. Its sign is such that its loadings have a positive sum.
type Component struct {
	Name     *catalog.ComponentName
	Share    float64   // of the variance of all items, 0–1
	Loadings []float64 // by item: correlations with the component, −1 to 1
	Scores   []float64 // by occupation: mean 0, deviation 1, uncorrelated with those of the other components
}

// Components are the components that content names, as many as there are names, in the order of their share.
func (a *Analysis) Components() *Components { return a.components().components }

// Landscape is the solution with two components, in the order of the axes: across, then up.
func (a *Analysis) Landscape() *Components { return a.components().landscape }

// newComponents keeps the first k principal components and turns them.
func newComponents(c *Cases, k int) (*Components, error) {
	var eigen mat.EigenSym
	if c.scores == nil || !eigen.Factorize(c.correlations(), true) {
		return nil, errors.New("the correlations of the items have no eigenvalues")
	}
	p := len(c.Items)
	values := eigen.Values(nil) // ascending
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	loadings, weights := mat.NewDense(p, k, nil), mat.NewDense(p, k, nil)
	for j := range k {
		at := p - 1 - j
		for i := range p {
			loadings.Set(i, j, vectors.At(i, at)*math.Sqrt(values[at]))
			weights.Set(i, j, vectors.At(i, at)/math.Sqrt(values[at]))
		}
	}
	rotation := varimax(loadings)
	var turned, scoreWeights, scores mat.Dense
	turned.Mul(loadings, rotation)
	scoreWeights.Mul(weights, rotation)
	scores.Mul(c.scores, &scoreWeights)

	found := &Components{Cases: c, Eigenvalues: values}
	slices.Reverse(found.Eigenvalues)
	for j := range k {
		found.List = append(found.List, newComponent(mat.Col(nil, j, &turned), mat.Col(nil, j, &scores)))
	}
	slices.SortStableFunc(found.List, func(x, y Component) int { return cmp.Compare(y.Share, x.Share) })
	return found, nil
}

func newComponent(loadings, scores []float64) Component {
	sum, squares := 0.0, 0.0
	for _, l := range loadings {
		sum += l
		squares += float64(l * l)
	}
	if sum < 0 {
		for _, column := range [][]float64{loadings, scores} {
			for i := range column {
				column[i] = -column[i]
			}
		}
	}
	return Component{Share: squares / float64(len(loadings)), Loadings: loadings, Scores: scores}
}

// varimax is the rotation after which each loading is large or near 0 (H. F. Kaiser 1958, doi:10.1007/BF02289233),
// found by turning two components at a time until none turns any more. Items count alike, whatever their communality.
func varimax(loadings *mat.Dense) *mat.Dense {
	p, k := loadings.Dims()
	turned := mat.DenseCopyOf(loadings)
	for i := range p {
		row := turned.RawRowView(i)
		length := mat.Norm(mat.NewVecDense(k, row), 2)
		for j := range row {
			row[j] /= length
		}
	}
	rotation := mat.NewDense(k, k, nil)
	for j := range k {
		rotation.Set(j, j, 1)
	}
	const mostRounds, still = 200, 1e-12 // radians
	for range mostRounds {
		largest := 0.0
		for a := range k {
			for b := a + 1; b < k; b++ {
				angle := varimaxAngle(mat.Col(nil, a, turned), mat.Col(nil, b, turned))
				turn(turned, a, b, angle)
				turn(rotation, a, b, angle)
				largest = max(largest, math.Abs(angle))
			}
		}
		if largest < still {
			break
		}
	}
	return rotation
}

// varimaxAngle is the angle by which two columns have to be turned for the variance of their squares to be largest.
func varimaxAngle(x, y []float64) float64 {
	var sumU, sumV, sumDiff, sumProduct float64
	for i := range x {
		u, v := float64(x[i]*x[i])-float64(y[i]*y[i]), 2*x[i]*y[i]
		sumU, sumV = sumU+u, sumV+v
		sumDiff += float64(u*u) - float64(v*v)
		sumProduct += float64(u * v)
	}
	n := float64(len(x))
	return math.Atan2(2*sumProduct-2*sumU*sumV/n, sumDiff-(sumU*sumU-sumV*sumV)/n) / 4
}

// turn rotates columns a and b of a matrix in their plane.
func turn(m *mat.Dense, a, b int, angle float64) {
	rows, _ := m.Dims()
	sin, cos := math.Sincos(angle)
	for i := range rows {
		x, y := m.At(i, a), m.At(i, b)
		m.Set(i, a, float64(x*cos)+float64(y*sin))
		m.Set(i, b, float64(y*cos)-float64(x*sin))
	}
}
