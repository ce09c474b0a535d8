package analysis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

// There are no respondents yet, so how far the short form of the interest inventory agrees with the whole is asked of
// answers that are made up. What is assumed:
//
//   - A person's six interests are normal with variance 1. Of it, 0.2 is liking activities whatever they are, 0.4 lies on
//     the hexagon (the correlation of two interests falls with their distance on it, J. L. Holland 1997), 0.4 is the
//     interest's own: neighbours correlate 0.4, opposites −0.2.
//   - The liking of an item is its loading times the interest, plus aspectLoading times the person's liking of the aspect,
//     plus what is the item's own, to a variance of 1; items differ in how popular they are (deviation 0.5).
//   - It becomes one of five options at −1.2, −0.4, 0.4 and 1.2.
const (
	generalShare  = 0.2
	hexagonShare  = 0.4
	ownShare      = 0.4
	aspectLoading = 0.35
	simulated     = 1000 // people
)

// A simulation makes people up, each time the same ones.
type simulation struct {
	random     *rand.Rand
	loading    float64
	assessment *catalog.Assessment
	popularity []float64
}

func newSimulation(a *catalog.Assessment, loading float64) *simulation {
	s := &simulation{random: rand.New(rand.NewPCG(30, 60)), loading: loading, assessment: a}
	for range a.Questions() {
		s.popularity = append(s.popularity, 0.5*s.random.NormFloat64())
	}
	return s
}

// answers are those of one more person, 0 to 4.
func (s *simulation) answers() []int32 {
	areas := len(s.assessment.Areas)
	general, x, y := s.random.NormFloat64(), s.random.NormFloat64(), s.random.NormFloat64()
	interests, aspects := make([]float64, areas), make([]map[string]float64, areas)
	for i := range interests {
		angle := 2 * math.Pi * float64(i) / float64(areas)
		interests[i] = math.Sqrt(generalShare)*general + math.Sqrt(hexagonShare)*(x*math.Cos(angle)+y*math.Sin(angle)) +
			math.Sqrt(ownShare)*s.random.NormFloat64()
		aspects[i] = map[string]float64{}
		for _, item := range s.assessment.Areas[i].Items {
			if _, known := aspects[i][item.Aspect]; !known {
				aspects[i][item.Aspect] = s.random.NormFloat64()
			}
		}
	}
	own := math.Sqrt(1 - s.loading*s.loading - aspectLoading*aspectLoading)
	var answers []int32
	for n, q := range s.assessment.Questions() {
		liking := s.loading*interests[q.Area] + aspectLoading*aspects[q.Area][q.Aspect] + own*s.random.NormFloat64() + s.popularity[n]
		option := int32(0)
		for _, threshold := range []float64{-1.2, -0.4, 0.4, 1.2} {
			if liking > threshold {
				option++
			}
		}
		answers = append(answers, option)
	}
	return answers
}

// agreement compares a choice of questions with all of them.
func (s *simulation) agreement(table *scoring.Table, chosen []int) catalog.Agreement {
	var key, chosenKey []int32
	for _, q := range s.assessment.Questions() {
		key = append(key, int32(q.Area))
	}
	for _, n := range chosen {
		chosenKey = append(chosenKey, key[n])
	}
	sum, count := catalog.Agreement{Loading: s.loading}, 0.0
	for range simulated {
		answers := s.answers()
		var some []int32
		for _, n := range chosen {
			some = append(some, answers[n])
		}
		whole, refused := ranked(table, answers, key)
		part, alsoRefused := ranked(table, some, chosenKey)
		if refused || alsoRefused {
			continue
		}
		count++
		sum.Order += rankCorrelation(whole.Scores, part.Scores)
		if whole.Scores[highest(part.Scores)] == slices.Max(whole.Scores) {
			sum.Top++
		}
		sum.Ten += float64(shared(whole.Places[:10], part.Places[:10]))
	}
	return catalog.Agreement{Loading: s.loading, Order: round(sum.Order/count, 2), Top: round(sum.Top/count, 2), Ten: round(sum.Ten/count, 1)}
}

func ranked(table *scoring.Table, answers, key []int32) (r scoring.Ranking, refused bool) {
	scores, refusal := scoring.AreaScores(answers, key, scoring.InterestAreas)
	if refusal == scoring.Accepted {
		r, refusal = table.RankScores(scores, 0, scoring.HighestAnswer)
	}
	return r, refusal != scoring.Accepted
}

// rankCorrelation is Spearman's: the correlation of the ranks, ties sharing their mean.
func rankCorrelation(a, b []float64) float64 {
	r, _ := scoring.Pearson(scoring.Percentiles(a), scoring.Percentiles(b)) // percentiles are ranks on another scale
	return r
}

func highest(scores []float64) int { return slices.Index(scores, slices.Max(scores)) }

func shared(a, b []scoring.Place) (n int) {
	for _, place := range a {
		if slices.ContainsFunc(b, func(other scoring.Place) bool { return other.ID == place.ID }) {
			n++
		}
	}
	return n
}

func round(x float64, digits int) float64 {
	scale := math.Pow10(digits)
	return math.Round(x*scale) / scale
}

func interestAssessment(t *testing.T, a *Analysis) *catalog.Assessment {
	for _, x := range a.catalog.Assessments {
		if x.Domain == "interests" {
			return x
		}
	}
	t.Fatal("there is no inventory of interests")
	return nil
}

// What the method page says of the short form is what the simulation finds.
func TestShortFormAgrees(t *testing.T) {
	a := real(t)
	assessment := interestAssessment(t, a)
	table, err := a.Ranking("interests")
	if err != nil {
		t.Fatal(err)
	}
	var short, other []int
	for n, q := range assessment.Questions() {
		if q.Short {
			short = append(short, n)
		}
		// Both items of two aspects, and one of a third: as many, but of fewer sides.
		if place := slices.Index(assessment.Areas[q.Area].Items, q.AssessmentItem); place < 5 {
			other = append(other, n)
		}
	}
	var found []catalog.Agreement
	for _, loading := range []float64{0.5, 0.6, 0.7} {
		chosen := newSimulation(assessment, loading).agreement(table, short)
		narrow := newSimulation(assessment, loading).agreement(table, other)
		t.Logf("loading %v: short form %+v; five items of three aspects %+v", loading, chosen, narrow)
		found = append(found, chosen)
		if chosen.Order < narrow.Order || chosen.Top < narrow.Top || chosen.Ten < narrow.Ten {
			t.Errorf("at a loading of %v items of fewer aspects agree better", loading)
		}
	}
	if !slices.Equal(found, assessment.Agreement) {
		t.Errorf("content/assessments/interests.yaml says %+v, the simulation finds %+v", assessment.Agreement, found)
	}
}

// Of all ways to choose five items of an area, one of each aspect correlates best with all ten under the assumptions
// above: its covariance with the whole is that of any choice (each item stands in as many pairs), its variance the
// smallest. All 252 choices are tried.
func TestOneOfEachAspectIsBest(t *testing.T) {
	const loading = 0.6
	covariance := func(i, j int) float64 { // item i belongs to the aspect i/2
		switch {
		case i == j:
			return 1
		case i/2 == j/2:
			return loading*loading + aspectLoading*aspectLoading
		}
		return loading * loading
	}
	correlation := func(chosen []int) float64 {
		with, part, whole := 0.0, 0.0, 0.0
		for i := range 10 {
			for j := range 10 {
				whole += covariance(i, j)
				if slices.Contains(chosen, j) {
					with += covariance(i, j)
					if slices.Contains(chosen, i) {
						part += covariance(i, j)
					}
				}
			}
		}
		return with / math.Sqrt(part*whole)
	}
	best := correlation([]int{0, 2, 4, 6, 8})
	tried := 0
	for set := range 1 << 10 {
		var chosen []int
		for i := range 10 {
			if set>>i&1 == 1 {
				chosen = append(chosen, i)
			}
		}
		if len(chosen) != 5 {
			continue
		}
		tried++
		if r := correlation(chosen); r > best+1e-12 {
			t.Errorf("%v correlates %.4f, one of each aspect %.4f", chosen, r, best)
		}
	}
	t.Logf("%d choices; one of each aspect correlates %.3f, five of three aspects %.3f", tried, best, correlation([]int{0, 1, 2, 3, 4}))
}
