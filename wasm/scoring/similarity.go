package scoring

import (
	"cmp"
	"slices"
)

// sharedPrior is added to the number of shared domains, so that few of them
// cannot give a high similarity. See the package comment.
const sharedPrior = 0.5

// Profiles are the standard scores of all occupations in several domains,
// ready to be compared. They are immutable and may be used by several
// goroutines at once.
type Profiles struct {
	ids     []int32
	domains [][]domainRow // one slice per domain, one row per id
}

// A domainRow is an occupation in a domain. The unit is nil if an item is
// missing or all are equal; such rows are compared over their common items.
type domainRow struct {
	scores, unit []float64
}

// A Similarity of two occupations.
type Similarity struct {
	// Closeness is less than 1 and larger for more alike. It orders
	// occupations; it is no percentage.
	Closeness float64
	// Shared is the number of domains in which both could be compared.
	Shared int
}

// A Neighbour is an occupation and how similar it is.
type Neighbour struct {
	ID int32
	Similarity
}

// NewProfiles takes the standard scores of occupation ids[i] in domain d from
// domains[d][i]. Within a domain, rows have the same length, or none where the
// occupation lacks the domain; NaN is a missing item. Refused are WrongLength,
// NotFinite (an infinity) and RepeatedID.
func NewProfiles(ids []int32, domains [][][]float64) (*Profiles, Refusal) {
	if _, refusal := byID(ids); refusal != Accepted {
		return nil, refusal
	}
	p := &Profiles{ids: slices.Clone(ids)}
	for _, rows := range domains {
		if len(rows) != len(ids) {
			return nil, WrongLength
		}
		domain, refusal := newDomain(rows)
		if refusal != Accepted {
			return nil, refusal
		}
		p.domains = append(p.domains, domain)
	}
	return p, Accepted
}

func newDomain(rows [][]float64) ([]domainRow, Refusal) {
	domain := make([]domainRow, len(rows))
	items := 0
	for i, scores := range rows {
		if len(scores) == 0 {
			continue
		}
		if items != 0 && len(scores) != items {
			return nil, WrongLength
		}
		items = len(scores)
		if infinite(scores) {
			return nil, NotFinite
		}
		domain[i].scores = slices.Clone(scores)
		domain[i].unit, _ = unit(scores)
	}
	return domain, Accepted
}

func (a domainRow) correlation(b domainRow) (r float64, defined bool) {
	if a.unit != nil && b.unit != nil {
		return dot(a.unit, b.unit), true
	}
	return Pearson(a.scores, b.scores)
}

// Between compares the occupations at positions a and b of the ids. It is not
// defined where they share no domain, nor for positions that do not exist.
func (p *Profiles) Between(a, b int) (similarity Similarity, defined bool) {
	if min(a, b) < 0 || max(a, b) >= len(p.ids) {
		return Similarity{}, false
	}
	sum, shared := 0.0, 0
	for _, domain := range p.domains {
		if r, ok := domain[a].correlation(domain[b]); ok {
			sum += r
			shared++
		}
	}
	return Similarity{sum / (float64(shared) + sharedPrior), shared}, shared > 0
}

// Nearest lists the k occupations most similar to the one at position a, the
// nearest first and equals by id. Occupations that cannot be compared with it
// are left out, so there may be fewer.
func (p *Profiles) Nearest(a, k int) []Neighbour {
	var nearest []Neighbour
	for b, id := range p.ids {
		similarity, defined := p.Between(a, b)
		if !defined || a == b {
			continue
		}
		n := Neighbour{id, similarity}
		if at, _ := slices.BinarySearchFunc(nearest, n, nearerFirst); at < k {
			nearest = slices.Insert(nearest, at, n)
			nearest = nearest[:min(len(nearest), k)]
		}
	}
	return nearest
}

func nearerFirst(a, b Neighbour) int {
	return cmp.Or(cmp.Compare(b.Closeness, a.Closeness), cmp.Compare(a.ID, b.ID))
}
