package analysis

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

// threshold is the standard score from which an item counts as distinctive: one deviation above or below the mean.
const threshold = 1

// A Telling is an item that sets an occupation apart.
type Telling struct {
	Domain *catalog.Domain
	Item   int
	Score  float64
}

// Name is the item's name.
func (t Telling) Name() string { return t.Domain.Items[t.Item].Name }

// Telling returns the items of a domain that tell most of an occupation: at most high of the highest standard scores,
// then at most low of the lowest, whether or not they reach the threshold. Items flagged as not relevant are left out.
func (a *Analysis) Telling(o *catalog.Occupation, domain string, high, low int) []Telling {
	d, p := a.domains[domain], o.Profiles[domain]
	if p == nil {
		return nil
	}
	var all []Telling
	for i := range d.items {
		z := a.Score(o, domain, i)
		if !math.IsNaN(z) && !irrelevant(p, i) {
			all = append(all, Telling{d.Domain, i, z})
		}
	}
	slices.SortStableFunc(all, func(x, y Telling) int { return cmp.Compare(y.Score, x.Score) })
	if len(all) <= high+low {
		return all
	}
	return slices.Concat(all[:high], all[len(all)-low:])
}

// sentenceDomains are those whose items can be named in a sentence about the work.
var sentenceDomains = []string{"skills", "knowledge", "abilities", "activities", "natures"}

// Distinctive returns what sets an occupation apart over all of skills, knowledge, abilities, activities and nature
// of work: at most k high and k low items, at most two of a domain on each side, the most distinctive first.
// Domains with a small sample do not speak, nor do items flagged as not relevant.
func (a *Analysis) Distinctive(o *catalog.Occupation, k int) (high, low []Telling) {
	for _, key := range sentenceDomains {
		p := o.Profiles[key]
		if p == nil || o.Surveys[key].SmallSample {
			continue
		}
		d := a.domains[key].Domain
		scores := relevant(a.scores(o, key), p.NotRelevant)
		found, refusal := scoring.Distinctiveness(scores, p.NotRelevant, 2, threshold)
		if refusal != scoring.Accepted {
			continue
		}
		for _, i := range found.High {
			high = append(high, Telling{d, i, scores[i]})
		}
		for _, i := range found.Low {
			low = append(low, Telling{d, i, scores[i]})
		}
	}
	slices.SortStableFunc(high, func(x, y Telling) int { return cmp.Compare(y.Score, x.Score) })
	slices.SortStableFunc(low, func(x, y Telling) int { return cmp.Compare(x.Score, y.Score) })
	return high[:min(k, len(high))], low[:min(k, len(low))]
}

// relevant takes away the scores of flagged items: where an item does not matter, a low figure says nothing either.
func relevant(scores []float64, notRelevant []bool) []float64 {
	for i, flagged := range notRelevant {
		if flagged {
			scores[i] = math.NaN()
		}
	}
	return scores
}

// Sentence says in one sentence what is distinctive of an occupation, or "" where nothing is or no figures are.
func (a *Analysis) Sentence(o *catalog.Occupation) string {
	high, low := a.Distinctive(o, 3)
	low = low[:min(1, len(low))]
	switch {
	case len(high) > 0 && len(low) > 0:
		return "すべての職業と比べて、" + listed(high) + "が高く、" + listed(low) + "が低い職業です。"
	case len(high) > 0:
		return "すべての職業と比べて、" + listed(high) + "が高い職業です。"
	case len(low) > 0:
		return "すべての職業と比べて、" + listed(low) + "が低い職業です。"
	}
	return ""
}

func listed(items []Telling) string {
	words := make([]string, len(items))
	for i, t := range items {
		words[i] = "「" + t.Name() + "」（" + t.Domain.Name + "）"
	}
	return strings.Join(words, "、")
}
