package analysis

import (
	"cmp"
	"errors"
	"math"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

// SimilarityDomains are the domains over which occupations are compared.
var SimilarityDomains = []string{"skills", "knowledge", "abilities", "activities"}

// keptNeighbours is how many near occupations are kept for each.
const keptNeighbours = 20

// A Neighbour is an occupation near another.
type Neighbour struct {
	Occupation *catalog.Occupation
	Closeness  float64 // below 1, larger for nearer; an order and no percentage
	Shared     int     // domains in which both have figures
}

// Nearest returns the at most k nearest occupations, nearest first.
func (a *Analysis) Nearest(o *catalog.Occupation, k int) []Neighbour {
	all := a.neighbours[a.position[o.ID]]
	return all[:min(k, len(all))]
}

func (a *Analysis) findNeighbours() error {
	occupations := a.catalog.Occupations
	ids := make([]int32, len(occupations))
	domains := make([][][]float64, len(SimilarityDomains))
	for i, o := range occupations {
		ids[i] = int32(o.ID)
		for d, key := range SimilarityDomains {
			domains[d] = append(domains[d], a.scores(o, key))
		}
	}
	profiles, refusal := scoring.NewProfiles(ids, domains)
	if refusal != scoring.Accepted {
		return errors.New(refusal.String())
	}
	a.profiles, a.neighbours = profiles, make([][]Neighbour, len(occupations))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range occupations {
		g.Go(func() error {
			for _, n := range profiles.Nearest(i, keptNeighbours) {
				a.neighbours[i] = append(a.neighbours[i], Neighbour{a.catalog.Occupation(int(n.ID)), n.Closeness, n.Shared})
			}
			return nil
		})
	}
	return g.Wait()
}

// Alike returns the at most k items in which both occupations stand highest above the mean.
func (a *Analysis) Alike(x, y *catalog.Occupation, k int) []Telling {
	return a.shared(x, y, k, func(zx, zy float64) float64 { return min(zx, zy) })
}

// Differs returns the at most k items in which y stands above x by most; Score is the difference.
func (a *Analysis) Differs(x, y *catalog.Occupation, k int) []Telling {
	return a.shared(x, y, k, func(zx, zy float64) float64 {
		if zy <= 0 {
			return 0
		}
		return zy - zx
	})
}

// shared ranks the items that both occupations have, by a score that has to be positive. Left out are those that y's
// people call irrelevant, and those where x stands high although its people do.
func (a *Analysis) shared(x, y *catalog.Occupation, k int, score func(zx, zy float64) float64) []Telling {
	var best []Telling
	for _, key := range SimilarityDomains {
		px, py, d := x.Profiles[key], y.Profiles[key], a.domains[key]
		if px == nil || py == nil {
			continue
		}
		atX, atY := a.position[x.ID], a.position[y.ID]
		for i, item := range d.items {
			zx := item.scores[atX]
			s := score(zx, item.scores[atY])
			if math.IsNaN(s) || s <= 0 || irrelevant(py, i) || zx > 0 && irrelevant(px, i) {
				continue
			}
			best = keepBest(best, Telling{d.Domain, i, s}, k)
		}
	}
	return best
}

// keepBest puts t into a list of at most k, the highest score first and equals in the order they came.
func keepBest(best []Telling, t Telling, k int) []Telling {
	at := len(best)
	for at > 0 && best[at-1].Score < t.Score {
		at--
	}
	if at == k {
		return best
	}
	return slices.Insert(best[:min(len(best), k-1)], at, t)
}

func irrelevant(p *catalog.Profile, i int) bool { return p.NotRelevant != nil && p.NotRelevant[i] }

// Compared are the domains in which two occupations can be compared, by name.
func (a *Analysis) Compared(x, y *catalog.Occupation) []string {
	var names []string
	for _, key := range SimilarityDomains {
		if x.Profiles[key] != nil && y.Profiles[key] != nil {
			names = append(names, a.domains[key].Name)
		}
	}
	return names
}

// An Opening is a near occupation that one further licence opens.
type Opening struct {
	Licence    *catalog.Licence
	Occupation *catalog.Occupation
}

// OneMoreLicence returns the at most k nearest of the near occupations whose work the law keeps for holders of a
// licence that is not among the occupation's own. Where any of several licences will do, the first is named.
func (a *Analysis) OneMoreLicence(o *catalog.Occupation, k int) []Opening {
	var found []Opening
	for _, n := range a.Nearest(o, keptNeighbours) {
		required := n.Occupation.Required
		held := slices.ContainsFunc(required, func(name string) bool { return slices.Contains(o.Licences, name) })
		if len(required) > 0 && !held && len(found) < k {
			found = append(found, Opening{a.catalog.Licence(required[0]), n.Occupation})
		}
	}
	return found
}

// A Rank is an occupation's place in an item; equal figures share a place.
type Rank struct {
	Place      int
	Occupation *catalog.Occupation
	Figure     catalog.Figure
}

// Highest ranks all occupations that have a figure in an item, the highest first, equal ones by id; those whose people
// call the item not relevant are left out.
func (a *Analysis) Highest(domain string, i int) []Rank {
	var ranks []Rank
	for _, o := range a.catalog.Occupations {
		p := o.Profiles[domain]
		if p == nil || !p.Figures[i].Known() || irrelevant(p, i) {
			continue
		}
		ranks = append(ranks, Rank{Occupation: o, Figure: p.Figures[i]})
	}
	slices.SortFunc(ranks, func(x, y Rank) int {
		return cmp.Or(cmp.Compare(y.Figure.Value, x.Figure.Value), cmp.Compare(x.Occupation.ID, y.Occupation.ID))
	})
	for k := range ranks {
		ranks[k].Place = k + 1
		if k > 0 && ranks[k].Figure.Value == ranks[k-1].Figure.Value {
			ranks[k].Place = ranks[k-1].Place
		}
	}
	return ranks
}
