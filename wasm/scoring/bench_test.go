package scoring

import "testing"

// Ten times the occupations of the site: the budget is 5 ms in the browser.
func BenchmarkRank5560(b *testing.B) {
	ids, figures := invented(1, 5560, InterestAreas)
	table := interests(b, ids, figures)
	for b.Loop() {
		table.RankScores([]float64{0, 3, 4, 1, 2, 2}, 0, HighestAnswer)
	}
}

func BenchmarkStability556(b *testing.B) {
	ids, figures := invented(1, 556, InterestAreas)
	s := scorerOf(ids, figures)
	key := shortForm()
	part := Part{Kind: Answers, Answers: answered(key, 0, 3, 4, 1, 2, 2), Key: key}
	for b.Loop() {
		s.Stability([]Part{part})
	}
}

// Every occupation's neighbours over domains of 39, 33, 35 and 41 items.
func BenchmarkNearest556(b *testing.B) {
	ids, _ := inventedProfiles(1, 556)
	var domains [][][]float64
	for _, items := range []int{39, 33, 35, 41} {
		_, figures := invented(uint64(items), 556, items)
		var rows [][]float64
		for i := range 556 {
			rows = append(rows, figures[i*items:(i+1)*items])
		}
		domains = append(domains, rows)
	}
	for b.Loop() {
		profiles, refusal := NewProfiles(ids, domains)
		if refusal != Accepted {
			b.Fatal(refusal)
		}
		for a := range ids {
			profiles.Nearest(a, 12)
		}
	}
}
