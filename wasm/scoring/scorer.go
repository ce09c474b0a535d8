package scoring

import (
	"math"
	"slices"
)

// The domains of the vectors that scoring knows by name, by their place.
const (
	Interests  = 0
	WorkValues = 1
	Skills     = 2
	Knowledge  = 3
	Abilities  = 4
	Natures    = 5
	Activities = 6
)

// A Kind says what a person brings to be ranked by.
type Kind int32

const (
	Answers  Kind = 0 // to an inventory
	Scores   Kind = 1 // one per area, on a scale of their own
	Figures  Kind = 2 // one per area, on the occupations' scale
	Portable Kind = 3 // points over the nine elements of the portable skills
	Profile  Kind = 4 // figures of all domains, as far as they are known
)

// A Part is what a person brings.
type Part struct {
	Kind   Kind
	Domain int     // Interests or WorkValues; of Answers, Scores and Figures
	Weight float64 // how much it counts among others, above 0; see [Scorer.Combine]

	Answers, Key     []int32   // of Answers, as AreaScores takes them
	Minimum, Maximum float64   // of the scale of Scores
	Numbers          []float64 // of every kind but Answers
}

// A Scorer holds the figures of all occupations and ranks them. It prepares a
// domain when it is first needed, so it must not be used by several goroutines
// at once.
type Scorer struct {
	vectors      *Vectors
	tables       [2]*Table
	columns      [][]column // by domain and item
	compositions *compositions
}

// A column is an item over all occupations.
type column struct {
	deviation float64
	scores    []float64 // standard scores by place
}

// NewScorer takes decoded vectors.
func NewScorer(v *Vectors) *Scorer {
	return &Scorer{vectors: v, columns: make([][]column, len(v.Domains))}
}

// Rank ranks the occupations by one part, whatever its weight. Contributions
// are per area, per element or, of a profile, per domain: skills, knowledge,
// abilities, activities, NaN where the domain was not compared. Beside the
// refusals that the kinds have ([AreaScores], [Table.RankScores],
// [Table.RankFigures], and for portable skills and profiles those told below)
// there is NoSuchKind.
//
// Points are refused as WrongLength (not nine), NotFinite, OutOfRange (below 1
// or no whole number) and WrongTotal (not 29 together). A profile has one
// number for every item of every domain, NaN where it is not known; it is
// refused as WrongLength, NotFinite (an infinity), OutOfRange (outside an
// item's scale), TooFewAnswers (no domain known by half), Flat and NoFigures (no
// occupation has all that is known).
func (s *Scorer) Rank(p Part) (Ranking, Refusal) {
	r, refusal := s.result(p)
	if refusal != Accepted {
		return Ranking{}, refusal
	}
	return s.ranking(r), Accepted
}

// A result is a part held against all occupations.
type result interface {
	// scores are what was compared.
	scores() []float64
	// standing is the closeness by place, NaN where an occupation cannot be
	// ranked.
	standing() []float64
	// contribute fills in what speaks for an occupation that can, and against.
	contribute(place int, into []float64)
	// bands are the words for closeness, nil where they follow from like.
	bands() *bands
	// changes visits the results that changing one answer would give, and nil
	// for a change that leaves nothing to rank by, until visit returns false.
	changes(visit func(result) bool)
	// like is a result of somebody else, to see what closeness is usual: what
	// an occupation that can be ranked would bring in the person's stead or,
	// of points, the same in another order.
	like(place int) result
}

func (s *Scorer) result(p Part) (result, Refusal) {
	switch p.Kind {
	case Answers, Scores, Figures:
		return s.inventoryResult(p)
	case Portable:
		return s.portableResult(p.Numbers)
	case Profile:
		return s.profileResult(p.Numbers)
	}
	return nil, NoSuchKind
}

// ranking lists the occupations by their standing.
func (s *Scorer) ranking(r result) Ranking {
	standing := r.standing()
	var places []int // that can be ranked
	var ids []int32
	var closeness []float64
	for place, c := range standing {
		if !math.IsNaN(c) {
			places, ids, closeness = append(places, place), append(ids, s.vectors.IDs[place]), append(closeness, c)
		}
	}
	words := r.bands()
	if words == nil {
		words = bandsOf(r)
	}
	ranking := Ranking{Scores: r.scores(), Unranked: len(standing) - len(ids)}
	ranking.list(ids, closeness, len(ranking.Scores), *words, func(i int, into []float64) { r.contribute(places[i], into) })
	return ranking
}

// samples is how many others, taken from occupations evenly spread, take a
// person's place to find what closeness is usual.
const samples = 64

// bandsOf finds the closeness, in hundredths, that one, five and ten in a
// hundred of them reach.
func bandsOf(r result) *bands {
	usual := usualCloseness(r)
	if len(usual) == 0 {
		return &bands{math.MaxInt32, math.MaxInt32, math.MaxInt32} // one occupation alone is near to nobody
	}
	low, high := slices.Min(usual), slices.Max(usual)
	counts := make([]int, high-low+1) // by hundredths above the lowest
	for _, c := range usual {
		counts[c-low]++
	}
	reachedBy := func(share int) int { // of hundred
		c, above := high, counts[high-low]
		for 100*above < len(usual)*share {
			c--
			above += counts[c-low]
		}
		return c
	}
	return &bands{veryNear: reachedBy(1), near: reachedBy(5), fairlyNear: reachedBy(10)}
}

// usualCloseness is that of the samples to every other occupation, in
// hundredths.
func usualCloseness(r result) (usual []int) {
	var ranked []int
	for place, c := range r.standing() {
		if !math.IsNaN(c) {
			ranked = append(ranked, place)
		}
	}
	count := min(samples, len(ranked))
	usual = make([]int, 0, count*len(ranked))
	for i := range count {
		place := ranked[i*len(ranked)/count]
		standing := r.like(place).standing()
		for _, other := range ranked {
			if other != place {
				usual = append(usual, hundredths(standing[other]))
			}
		}
	}
	return usual
}

// table prepares the figures of an inventory's domain.
func (s *Scorer) table(domain int) (*Table, Refusal) {
	if domain != Interests && domain != WorkValues || domain >= len(s.vectors.Domains) {
		return nil, NoSuchKind
	}
	if s.tables[domain] != nil {
		return s.tables[domain], Accepted
	}
	items := s.vectors.Domains[domain].Items
	var figures []float64
	for place := range s.vectors.IDs {
		for _, item := range items {
			figures = append(figures, item.Figures[place])
		}
	}
	prepare := NewInterests
	if domain == WorkValues {
		prepare = NewWorkValues
	}
	table, refusal := prepare(s.vectors.IDs, figures)
	s.tables[domain] = table
	return table, refusal
}

// domain prepares the columns of a domain.
func (s *Scorer) domain(d int) []column {
	if s.columns[d] == nil {
		for _, item := range s.vectors.Domains[d].Items {
			_, deviation := moments(item.Figures)
			s.columns[d] = append(s.columns[d], column{deviation, ZScores(item.Figures)})
		}
	}
	return s.columns[d]
}
