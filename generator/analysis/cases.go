package analysis

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

// structureDomains are the domains whose structure is studied: what the work asks of people. Both have figures for
// nearly all occupations that have any, so that few are left out; with abilities and activities a sixth more would be.
var structureDomains = []string{"skills", "knowledge"}

// Cases are the occupations that have every item of some domains, with their figures standardised over these
// occupations alone. Others are not filled in; they are in no result.
type Cases struct {
	Occupations []*catalog.Occupation // by id
	Items       []catalog.ItemRef
	scores      *mat.Dense // a row for each occupation, a column for each item
}

// completeCases finds the cases for some domains.
func (a *Analysis) completeCases(domains []string) *Cases {
	c := &Cases{}
	for _, key := range domains {
		d := a.catalog.Domain(key)
		for i := range d.Items {
			c.Items = append(c.Items, catalog.ItemRef{Domain: d, Index: i})
		}
	}
	for _, o := range a.catalog.Occupations {
		if complete(o, c.Items) {
			c.Occupations = append(c.Occupations, o)
		}
	}
	if len(c.Occupations) == 0 {
		return c
	}
	c.scores = mat.NewDense(len(c.Occupations), len(c.Items), nil)
	for j, item := range c.Items {
		column := make([]float64, len(c.Occupations))
		for i, o := range c.Occupations {
			column[i] = o.Figure(item.Domain.Key, item.Index).Value
		}
		c.scores.SetCol(j, scoring.ZScores(column))
	}
	return c
}

func complete(o *catalog.Occupation, items []catalog.ItemRef) bool {
	for _, item := range items {
		if math.IsNaN(o.Figure(item.Domain.Key, item.Index).Value) {
			return false
		}
	}
	return true
}

// correlations of the items over the cases.
func (c *Cases) correlations() *mat.SymDense {
	n, p := c.scores.Dims()
	r := mat.NewSymDense(p, nil)
	r.SymOuterK(1/float64(n), c.scores.T())
	return r
}
