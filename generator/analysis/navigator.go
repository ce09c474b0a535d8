package analysis

import (
	"cmp"
	"math"
	"slices"

	"shigotoatlas/generator/catalog"
)

// A Choice is a place in the navigator's tree: a question with two answers, or a short list of occupations.
type Choice struct {
	Path        string                     // the answers so far: "a" for high, "b" for low; "" at the root
	Occupations []*catalog.Occupation      // still possible, by id
	Question    *catalog.NavigatorQuestion // nil at a leaf
	Threshold   catalog.Figure             // High leads to figures of at least this, Low to smaller ones
	Unknown     []*catalog.Occupation      // those of the occupations that have no figure for the question
	High, Low   *Choice
}

// Leaf tells whether the place has no further question.
func (c *Choice) Leaf() bool { return c.Question == nil }

const (
	deepest      = 7    // the most questions that are asked on a way
	enough       = 7    // a list of so many needs no further question
	longestLeaf  = 12   // a list that is still short; as long as questions are left, longer ones are split
	smallestPart = 0.25 // of the occupations at a question that either answer keeps at least
	middle       = 0.75 // deviations from the mean of all occupations within which thresholds lie
)

// Navigator learns the tree of questions from the figures of their items: at each place that question, not asked
// before on the way, and that threshold, by which the occupations under either answer become most alike in all the
// items asked about; alike is a small sum of squared distances from their means in standard scores. This is monothetic
// divisive clustering (M. Chavent 1998, Pattern Recognition Letters 19, 989–996). A threshold lies near the mean of all
// occupations, so that an answer says the same wherever it is given. An occupation without a figure for the question
// stays where it is asked. The tree is nil where there are no questions.
func (a *Analysis) Navigator() *Choice {
	if len(a.catalog.Questions) == 0 {
		return nil
	}
	l := learner{questions: a.catalog.Questions}
	for _, o := range a.catalog.Occupations {
		if len(o.Profiles) == 0 {
			continue
		}
		scores := make([]float64, len(l.questions))
		for q, question := range l.questions {
			scores[q] = a.Score(o, question.Item.Domain.Key, question.Item.Index)
		}
		l.occupations, l.scores = append(l.occupations, o), append(l.scores, scores)
	}
	all := make([]int, len(l.occupations))
	for i := range all {
		all[i] = i
	}
	return l.learn("", all, make([]bool, len(l.questions)))
}

type learner struct {
	questions   []*catalog.NavigatorQuestion
	occupations []*catalog.Occupation
	scores      [][]float64 // by occupation and question, NaN where missing
}

// learn makes the place at the end of a path, where some occupations are left and some questions were asked.
func (l *learner) learn(path string, members []int, asked []bool) *Choice {
	c := &Choice{Path: path, Occupations: l.named(members)}
	left := deepest - len(path)
	if left == 0 || len(members) <= enough {
		return c
	}
	best := l.best(members, asked, longestLeaf<<(left-1))
	if best.gain == 0 {
		best = l.best(members, asked, len(members)) // uneven, and still shorter
	}
	if best.gain == 0 {
		return c
	}
	asked = slices.Clone(asked)
	asked[best.question] = true
	c.Question, c.Unknown = l.questions[best.question], l.named(best.unknown)
	c.Threshold = l.occupations[best.lowest].Figure(c.Question.Item.Domain.Key, c.Question.Item.Index)
	c.High, c.Low = l.learn(path+"a", best.high, asked), l.learn(path+"b", best.low, asked)
	return c
}

func (l *learner) named(members []int) []*catalog.Occupation {
	var list []*catalog.Occupation
	for _, i := range members {
		list = append(list, l.occupations[i])
	}
	return list
}

// A split divides some occupations by a question.
type split struct {
	question           int
	gain               float64 // by how much the squared distances become smaller; 0 where there is no split
	lowest             int     // the occupation with the lowest figure of the high ones
	high, low, unknown []int   // in the order of the occupations
}

// best is the best split by a question not asked yet that leaves at most so many occupations under an answer; among
// equals that of the first question.
func (l *learner) best(members []int, asked []bool, most int) split {
	best := split{}
	for q := range l.questions {
		if asked[q] {
			continue
		}
		if s := l.split(q, members, most); s.gain > best.gain {
			best = s
		}
	}
	return best
}

// split finds the best threshold of a question.
func (l *learner) split(q int, members []int, most int) split {
	best, at := split{question: q}, 0
	var known []int
	for _, i := range members {
		if math.IsNaN(l.scores[i][q]) {
			best.unknown = append(best.unknown, i)
		} else {
			known = append(known, i)
		}
	}
	slices.SortStableFunc(known, func(x, y int) int { return cmp.Compare(l.scores[x][q], l.scores[y][q]) })
	least := int(math.Ceil(smallestPart * float64(len(members))))
	low, high := newSums(len(l.questions)), newSums(len(l.questions))
	for _, i := range known {
		high.add(l.scores[i], 1)
	}
	together := high.explained()
	for k := 1; k < len(known); k++ {
		low.add(l.scores[known[k-1]], 1)
		high.add(l.scores[known[k-1]], -1)
		z := l.scores[known[k]][q]
		if z == l.scores[known[k-1]][q] || math.Abs(z) > middle || min(k, len(known)-k) < least || max(k, len(known)-k) > most {
			continue
		}
		if gain := low.explained() + high.explained() - together; gain > best.gain {
			best.gain, best.lowest, at = gain, known[k], k
		}
	}
	best.low, best.high = known[:at], known[at:]
	slices.Sort(best.low)
	slices.Sort(best.high)
	return best
}

// Sums are those of scores by question; what is missing counts nowhere.
type sums struct{ count, sum []float64 }

func newSums(questions int) sums {
	return sums{make([]float64, questions), make([]float64, questions)}
}

// add puts scores in, or with −1 takes them out.
func (s sums) add(scores []float64, times float64) {
	for q, z := range scores {
		if !math.IsNaN(z) {
			s.count[q] += times
			s.sum[q] += float64(times * z)
		}
	}
}

// explained is Σ n·mean², the part of the sum of squares that the mean explains: what is left is the squared distances
// from it, and the sum of squares itself is the same before and after a split.
func (s sums) explained() float64 {
	total := 0.0
	for q, n := range s.count {
		if n > 0 {
			total += float64(s.sum[q]*s.sum[q]) / n
		}
	}
	return total
}
