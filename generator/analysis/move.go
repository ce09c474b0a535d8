package analysis

import "shigotoatlas/generator/catalog"

// A Move is what the figures say of going from one occupation to another. They describe the occupations and not the
// person who goes: what somebody carries over is known to that person alone.
type Move struct {
	Carried  []Telling // high in both; the score is the smaller standard score of the two
	Asked    []Telling // high in the second, and a level or more above the first; the score is the difference
	Compared []*catalog.Domain
	Missing  []*catalog.Domain // in which one of the two has no figures, or both have none
}

// Move compares two occupations over SimilarityDomains and names at most k items on each side, the most telling first.
// What is high is told by [LevelOf]. Items that the people of an occupation call irrelevant are left out as in
// [Analysis.Alike] and [Analysis.Differs].
func (a *Analysis) Move(from, to *catalog.Occupation, k int) Move {
	var m Move
	items := 0
	for _, key := range SimilarityDomains {
		d := a.domains[key]
		items += len(d.items)
		if from.Profiles[key] != nil && to.Profiles[key] != nil {
			m.Compared = append(m.Compared, d.Domain)
		} else {
			m.Missing = append(m.Missing, d.Domain)
		}
	}
	level := func(o *catalog.Occupation, t Telling) Level { return LevelOf(a.Percentile(o, t.Domain.Key, t.Item)) }
	for _, t := range a.Alike(from, to, items) {
		if len(m.Carried) < k && level(from, t) >= High && level(to, t) >= High {
			m.Carried = append(m.Carried, t)
		}
	}
	for _, t := range a.Differs(from, to, items) {
		if len(m.Asked) < k && level(to, t) >= High && level(to, t) > level(from, t) {
			m.Asked = append(m.Asked, t)
		}
	}
	return m
}
