package analysis

import (
	"math"
	"slices"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

// A Transition is what a move from one occupation to another asks for, on average: no person's figures are in it.
type Transition struct {
	From, To   *catalog.Occupation
	Rank       int     // among the occupations nearest to From, from 1; 0 where only people named the move
	Named      bool    // content has it as a next step
	Closeness  float64 // as in the similarity; NaN where the two share no domain
	Shared     int     // domains in which both have figures
	Shortfalls []float64
	Lacking    []Telling // the items in which To stands above From by most, in deviations
	Licences   LicenceStep
}

// A LicenceStep compares the licences that the law asks for. Where it names several for an occupation, which of them
// is needed depends on the scope of the work.
type LicenceStep struct {
	Required []string // by To
	Shared   []string // of them those that From requires too, so that its people have them
	Related  []string // of the others those that are related to From: its people may have them
	Missing  []string // the rest
}

// Kind says what the licences mean for the move: "none" (the law asks for none), "shared", "related" or "further".
func (s LicenceStep) Kind() string {
	switch {
	case len(s.Required) == 0:
		return "none"
	case len(s.Shared) > 0:
		return "shared"
	case len(s.Related) > 0:
		return "related"
	}
	return "further"
}

// licenceKinds are what [LicenceStep.Kind] may say.
var licenceKinds = []string{"none", "shared", "related", "further"}

// lackingItems is how many items of a transition are named.
const lackingItems = 5

// Transitions lists, for each occupation, the moves to the nearest ones, nearest first, then those that only content
// names, by id.
func (a *Analysis) Transitions() []Transition {
	var all []Transition
	for _, from := range a.catalog.Occupations {
		near := map[*catalog.Occupation]bool{}
		for i, n := range a.Nearest(from, keptNeighbours) {
			near[n.Occupation] = true
			t := a.transition(from, n.Occupation)
			t.Rank = i + 1
			all = append(all, t)
		}
		for _, id := range slices.Sorted(slices.Values(from.Next)) {
			if to := a.catalog.Occupation(id); !near[to] {
				all = append(all, a.transition(from, to))
			}
		}
	}
	return all
}

func (a *Analysis) transition(from, to *catalog.Occupation) Transition {
	t := Transition{From: from, To: to, Named: slices.Contains(from.Next, to.ID), Closeness: math.NaN(),
		Lacking: a.Differs(from, to, lackingItems), Licences: licenceStep(from, to)}
	if similarity, defined := a.profiles.Between(a.position[from.ID], a.position[to.ID]); defined {
		t.Closeness, t.Shared = similarity.Closeness, similarity.Shared
	}
	for _, key := range SimilarityDomains {
		t.Shortfalls = append(t.Shortfalls, a.shortfall(from, to, key))
	}
	return t
}

// shortfall is what To has more than From in a domain, the mean over its items by how distinctive they are of To, in
// units of the domain's scale; NaN where one of them has no figures.
func (a *Analysis) shortfall(from, to *catalog.Occupation, domain string) float64 {
	own, target := from.Profiles[domain], to.Profiles[domain]
	if own == nil || target == nil {
		return math.NaN()
	}
	items := a.domains[domain].items
	deviations := make([]float64, len(items))
	for i, item := range items {
		deviations[i] = item.Deviation
	}
	gaps, refusal := scoring.GapsTo(values(own), scoring.Target{
		Figures: values(target), Scores: a.scores(to, domain), Deviations: deviations, NotRelevant: target.NotRelevant,
	})
	if refusal != scoring.Accepted {
		return math.NaN()
	}
	return gaps.Shortfall
}

func values(p *catalog.Profile) []float64 {
	list := make([]float64, len(p.Figures))
	for i, f := range p.Figures {
		list[i] = f.Value
	}
	return list
}

func licenceStep(from, to *catalog.Occupation) LicenceStep {
	s := LicenceStep{Required: to.Required}
	for _, name := range to.Required {
		switch {
		case slices.Contains(from.Required, name):
			s.Shared = append(s.Shared, name)
		case slices.Contains(from.Licences, name):
			s.Related = append(s.Related, name)
		default:
			s.Missing = append(s.Missing, name)
		}
	}
	return s
}
