// Package analysis computes what the figures say when occupations are seen beside one another: standard scores and
// percentiles, what is distinctive of an occupation, which occupations are near, what a move would ask for.
//
// The arithmetic and its sources are in wasm/scoring, so that pages, exports and the visitor's browser agree; this
// package applies it to the catalog. What always holds: a missing figure is missing in every result; an item flagged
// as not relevant in an occupation is never named as high or low there; a domain whose sample is flagged as small speaks in
// no sentence; results do not depend on the order of anything but the occupations' ids.
//
// What is found in the figures as a whole is computed when it is first asked for: components and the landscape's two
// axes, clusters, the navigator's tree. Their names are content; [Analysis.CheckNames] refuses those that no longer fit.
//
// It knows nothing of pages and decides no wording beyond the one-sentence summary of [Analysis.Sentence].
package analysis

import (
	"fmt"
	"math"
	"sync"

	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

// Analysis holds the results for all occupations of a catalog. It is safe for concurrent use.
type Analysis struct {
	catalog    *catalog.Catalog
	position   map[int]int // of an occupation id in catalog.Occupations
	domains    map[string]*domain
	profiles   *scoring.Profiles // by position
	neighbours [][]Neighbour     // by position
	components func() *namedComponents
	clusters   func() *namedClusters
}

// A domain holds, per item, the columns over all occupations.
type domain struct {
	*catalog.Domain
	items []Item
}

// An Item is what an item looks like over all occupations that have it.
type Item struct {
	Mean, Deviation float64
	Count           int       // occupations with a figure
	scores          []float64 // standard scores by position, NaN where missing
	percentiles     []float64
}

// New analyses a catalog.
func New(c *catalog.Catalog) (*Analysis, error) {
	a := &Analysis{catalog: c, position: map[int]int{}, domains: map[string]*domain{}}
	a.components, a.clusters = sync.OnceValue(a.findComponents), sync.OnceValue(a.findClusters)
	for i, o := range c.Occupations {
		a.position[o.ID] = i
	}
	var g errgroup.Group
	for _, d := range c.Domains {
		analysed := &domain{Domain: d, items: make([]Item, len(d.Items))}
		a.domains[d.Key] = analysed
		g.Go(func() error {
			for i := range d.Items {
				analysed.items[i] = a.item(d.Key, i)
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	if err := a.findNeighbours(); err != nil {
		return nil, fmt.Errorf("finding near occupations: %w", err)
	}
	return a, nil
}

func (a *Analysis) item(domain string, i int) Item {
	column := make([]float64, len(a.catalog.Occupations))
	count := 0
	for k, o := range a.catalog.Occupations {
		column[k] = o.Figure(domain, i).Value
		if !math.IsNaN(column[k]) {
			count++
		}
	}
	return Item{
		Mean: scoring.Mean(column), Deviation: scoring.StandardDeviation(column), Count: count,
		scores: scoring.ZScores(column), percentiles: scoring.Percentiles(column),
	}
}

// Item returns the statistics of an item, by its place in the domain.
func (a *Analysis) Item(domain string, i int) Item { return a.domains[domain].items[i] }

// Score is the standard score of an occupation in an item, NaN where missing.
func (a *Analysis) Score(o *catalog.Occupation, domain string, i int) float64 {
	return a.domains[domain].items[i].scores[a.position[o.ID]]
}

// Percentile is the mid-rank percentile, 0–100, of an occupation in an item, NaN where missing.
func (a *Analysis) Percentile(o *catalog.Occupation, domain string, i int) float64 {
	return a.domains[domain].items[i].percentiles[a.position[o.ID]]
}

// scores are an occupation's standard scores in a domain, nil where it has no figures there.
func (a *Analysis) scores(o *catalog.Occupation, domain string) []float64 {
	if o.Profiles[domain] == nil {
		return nil
	}
	scores := make([]float64, len(a.domains[domain].items))
	for i := range scores {
		scores[i] = a.Score(o, domain, i)
	}
	return scores
}

// A Level says in a word where a percentile lies.
type Level int

const (
	Unknown Level = iota
	VeryLow
	Low
	Average
	High
	VeryHigh
)

// LevelOf cuts percentiles at 10, 30, 70 and 90.
func LevelOf(percentile float64) Level {
	switch {
	case math.IsNaN(percentile):
		return Unknown
	case percentile < 10:
		return VeryLow
	case percentile < 30:
		return Low
	case percentile <= 70:
		return Average
	case percentile <= 90:
		return High
	}
	return VeryHigh
}
