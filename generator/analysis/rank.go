package analysis

import (
	"fmt"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

// Ranking returns the figures of all occupations in interests or values, ready to be ranked as the visitor's browser
// ranks them.
func (a *Analysis) Ranking(domain string) (*scoring.Table, error) {
	prepare := scoring.NewInterests
	if domain == "values" {
		prepare = scoring.NewWorkValues
	}
	var ids []int32
	var figures []float64
	for _, o := range a.catalog.Occupations {
		ids = append(ids, int32(o.ID))
		for i := range a.domains[domain].Items {
			figures = append(figures, o.Figure(domain, i).Value)
		}
	}
	table, refusal := prepare(ids, figures)
	if refusal != scoring.Accepted {
		return nil, fmt.Errorf("preparing the figures of %s: %v", domain, refusal)
	}
	return table, nil
}

// NearestTo are the first n occupations of a ranking by scores, one per area, on a scale of 0 to 4.
func (a *Analysis) NearestTo(table *scoring.Table, scores []float64, n int) ([]*catalog.Occupation, error) {
	ranking, refusal := table.RankScores(scores, 0, scoring.HighestAnswer)
	if refusal != scoring.Accepted {
		return nil, fmt.Errorf("ranking by %v: %v", scores, refusal)
	}
	var nearest []*catalog.Occupation
	for _, place := range ranking.Places[:min(n, len(ranking.Places))] {
		nearest = append(nearest, a.catalog.Occupation(int(place.ID)))
	}
	return nearest, nil
}
