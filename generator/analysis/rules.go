package analysis

import (
	"math"
	"math/bits"
	"slices"

	"shigotoatlas/generator/catalog"
)

// A Rule is an association of distinctive items: of the occupations of which all items of If are distinctive, most have
// Then too (R. Agrawal, T. Imieliński and A. Swami 1993, doi:10.1145/170035.170072). An item is distinctive where its
// standard score is 1 or more, among the five highest of its domain, and not flagged as not relevant. Without the five,
// rules would say little more than that people of some occupations rate everything higher. Counted are the occupations
// that can be told for every item of the rule: those with a figure, in a domain whose sample is not flagged as small.
type Rule struct {
	If          []catalog.ItemRef // one or two
	Then        catalog.ItemRef
	Occupations int // that can be told
	Matching    int // of them those with all of If
	Both        int // of them those with Then as well
	Lift        float64
}

// Support is the share of the occupations that have all items of the rule, 0–1.
func (r Rule) Support() float64 { return float64(r.Both) / float64(r.Occupations) }

// Confidence is the share of those with If that have Then, 0–1.
func (r Rule) Confidence() float64 { return float64(r.Both) / float64(r.Matching) }

// What a rule has to reach to be listed.
const (
	foremost         = 5  // items of a domain at most
	leastBoth        = 12 // occupations
	leastSupport     = 0.03
	leastConfidence  = 0.7
	leastLift        = 2
	leastImprovement = 0.1 - 1e-12 // of a second condition, in confidence over either alone; a tenth that was rounded is one
)

// Rules lists all rules that reach the thresholds, those with one condition first, in the order of the items. A rule
// with two conditions says clearly more than either of them alone.
func (a *Analysis) Rules() []Rule {
	b := a.baskets()
	var one, two []Rule
	for x := range b.items {
		for y := range b.items {
			if r, ok := b.rule(y, x); ok {
				one = append(one, r)
			}
		}
		for z := range x {
			if common(b.high[x], b.high[z]) < leastBoth {
				continue
			}
			for y := range b.items {
				r, ok := b.rule(y, z, x)
				if ok && r.Confidence()-max(b.confidence(x, y), b.confidence(z, y)) >= leastImprovement {
					two = append(two, r)
				}
			}
		}
	}
	return append(one, two...)
}

// A set holds occupations by their position.
type set []uint64

func (s set) add(i int) { s[i/64] |= 1 << (i % 64) }

// common counts the occupations that are in all of some sets.
func common(sets ...set) int {
	n := 0
	for i := range sets[0] {
		word := sets[0][i]
		for _, s := range sets[1:] {
			word &= s[i]
		}
		n += bits.OnesCount64(word)
	}
	return n
}

// baskets tell for each item of which occupations it can be told whether it is distinctive, and of which it is.
type baskets struct {
	items       []catalog.ItemRef
	known, high []set
}

func (a *Analysis) baskets() *baskets {
	b := &baskets{}
	words := (len(a.catalog.Occupations) + 63) / 64
	for _, key := range sentenceDomains {
		d := a.domains[key]
		if d == nil {
			continue
		}
		first := len(b.items)
		for i := range d.items {
			b.items = append(b.items, catalog.ItemRef{Domain: d.Domain, Index: i})
			b.known, b.high = append(b.known, make(set, words)), append(b.high, make(set, words))
		}
		for at, o := range a.catalog.Occupations {
			if o.Surveys[key].SmallSample {
				continue
			}
			for i := range d.items {
				if !math.IsNaN(d.items[i].scores[at]) {
					b.known[first+i].add(at)
				}
			}
			for _, t := range a.Telling(o, key, foremost, 0) {
				if t.Score >= threshold {
					b.high[first+t.Item].add(at)
				}
			}
		}
	}
	return b
}

// confidence of the rule with one condition, 0 where no occupation has it.
func (b *baskets) confidence(x, then int) float64 {
	return float64(common(b.high[x], b.high[then])) / float64(max(1, common(b.high[x], b.known[then])))
}

// rule counts a rule with one or two conditions and tells whether it reaches the thresholds.
func (b *baskets) rule(then int, conditions ...int) (Rule, bool) {
	if slices.Contains(conditions, then) {
		return Rule{}, false
	}
	x, z := conditions[0], conditions[len(conditions)-1] // the same where there is one
	r := Rule{Then: b.items[then], Both: common(b.high[x], b.high[z], b.high[then]), Matching: common(b.high[x], b.high[z], b.known[then])}
	if r.Both < leastBoth || r.Confidence() < leastConfidence {
		return Rule{}, false
	}
	for _, c := range conditions {
		r.If = append(r.If, b.items[c])
	}
	r.Occupations = common(b.known[x], b.known[z], b.known[then])
	r.Lift = r.Confidence() * float64(r.Occupations) / float64(common(b.known[x], b.known[z], b.high[then]))
	return r, r.Support() >= leastSupport && r.Lift >= leastLift
}
