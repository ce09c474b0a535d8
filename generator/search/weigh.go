package search

import (
	"math"
	"slices"
)

// BM25F: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends
// in Information Retrieval 3(4), 2009, doi 10.1561/1500000019, section 3.6. The idf is the one of Lucene,
// ln(1 + (N − n + 0.5) / (n + 0.5)), which is never negative.
const (
	saturation = 6.0 // k1: the weighted frequency that earns half of the most a word can earn
	// Whole numbers keep ranks equal on every machine: a word earns importance (idf in sixteenths) times impact.
	impactLevels = 31
	idfScale     = 16
)

// weights are how much one occurrence in a field counts, and how much a longer field dilutes it (b of BM25F).
var weights = [fieldCount]struct{ weight, dilution float64 }{
	body:    {1, 0.6},
	tag:     {2, 0.3},
	licence: {3, 0.5},
	task:    {3, 0.4},
	summary: {5, 0.2},
	synonym: {5, 0.2},
	alias:   {6, 0.3},
	title:   {14, 0.3},
}

// A posting says that a document has a term, how well, and where best.
type posting struct {
	doc   int
	score float64 // weighted frequency, before saturation
	field field
	deep  bool // it, or the synonym it came by, stands in running text alone
}

// weigh makes the postings of every term from its occurrences.
func weigh(inv *inverted) map[string][]posting {
	average := averageLengths(inv.lengths)
	out := make(map[string][]posting, len(inv.terms))
	for term, docs := range inv.terms {
		list := make([]posting, 0, len(docs))
		for doc, counts := range docs {
			list = append(list, weighOne(doc, counts, inv.lengths[doc], average))
		}
		slices.SortFunc(list, byDocument)
		out[term] = list
	}
	return out
}

func weighOne(doc int, counts *occurrences, lengths [fieldCount]int, average [fieldCount]float64) posting {
	p := posting{doc: doc}
	best := 0.0
	for f, count := range counts {
		if count == 0 {
			continue
		}
		w := weights[f]
		earned := w.weight * float64(count) / (1 - w.dilution + w.dilution*float64(lengths[f])/average[f])
		p.score += earned
		if earned >= best {
			best, p.field = earned, field(f)
		}
	}
	p.deep = p.field == body
	return p
}

func averageLengths(lengths [][fieldCount]int) (average [fieldCount]float64) {
	for _, document := range lengths {
		for f, n := range document {
			average[f] += float64(n) / float64(len(lengths))
		}
	}
	return average
}

func byDocument(a, b posting) int { return a.doc - b.doc }

// impact is the saturated weighted frequency in 1 to impactLevels.
func (p posting) impact() int {
	return max(1, int(math.Round(impactLevels*p.score/(saturation+p.score))))
}

// deepShare is how much a document that has a term in running text alone counts towards how common the term is. 学校
// stands in most texts, but in few names and tasks, and there it tells much.
const deepShare = 0.3

// importance is the idf of a term among count documents, in 1 to 255.
func importance(list []posting, count int) int {
	n := 0.0
	for _, p := range list {
		if p.deep {
			n += deepShare
		} else {
			n++
		}
	}
	idf := math.Log(1 + (float64(count)-n+0.5)/(n+0.5))
	return min(255, max(1, int(math.Round(idf*idfScale))))
}
