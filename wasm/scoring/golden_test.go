package scoring

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"
)

// The golden vectors are computed by testdata/golden.py with the statistics
// module of Python 3.11.7: python3 golden.py > golden.json.
type golden struct {
	Column struct {
		Figures         numbers
		Mean, Deviation float64
		Scores          numbers
		Percentiles     numbers
	}
	Interests, WorkValues goldenInventory
	Similarity            struct {
		Domains [][]numbers
		Pairs   []struct {
			A, B, Shared int
			Closeness    float64
		}
	}
	Scorer   goldenScorer
	Critical map[string][]float64
}

type goldenInventory struct {
	IDs                  []int32
	Figures              []numbers
	Answers, Key         []int32
	ByAnswers, ByFigures struct {
		Scores   numbers
		Unranked int
		Places   []Place
	}
}

// numbers reads null as missing.
type numbers []float64

func (n *numbers) UnmarshalJSON(text []byte) error {
	var values []*float64
	if err := json.Unmarshal(text, &values); err != nil {
		return err
	}
	*n = make(numbers, len(values))
	for i, v := range values {
		(*n)[i] = math.NaN()
		if v != nil {
			(*n)[i] = *v
		}
	}
	return nil
}

func readGolden(t testing.TB) golden {
	t.Helper()
	text, err := os.ReadFile("testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	var g golden
	if err := json.Unmarshal(text, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

func (g goldenInventory) flat() (figures []float64) {
	for _, row := range g.Figures {
		figures = append(figures, row...)
	}
	return figures
}

func TestGoldenColumn(t *testing.T) {
	g := readGolden(t).Column
	wantNumber(t, "mean", Mean(g.Figures), g.Mean)
	wantNumber(t, "standard deviation", StandardDeviation(g.Figures), g.Deviation)
	wantNumbers(t, "z-scores", ZScores(g.Figures), g.Scores)
	wantNumbers(t, "percentiles", Percentiles(g.Figures), g.Percentiles)
	for i, x := range g.Figures {
		wantNumber(t, "percentile", Percentile(g.Figures, x), g.Percentiles[i])
	}
}

func TestGoldenRankings(t *testing.T) {
	g := readGolden(t)
	for _, test := range []struct {
		name    string
		golden  goldenInventory
		prepare func([]int32, []float64) (*Table, Refusal)
		areas   int
	}{
		{"interests", g.Interests, NewInterests, InterestAreas},
		{"work values", g.WorkValues, NewWorkValues, WorkValueAreas},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, refusal := test.prepare(test.golden.IDs, test.golden.flat())
			wantRefusal(t, refusal, Accepted)
			scores, refusal := AreaScores(test.golden.Answers, test.golden.Key, test.areas)
			wantRefusal(t, refusal, Accepted)
			byAnswers, refusal := table.RankScores(scores, 0, HighestAnswer)
			wantRefusal(t, refusal, Accepted)
			want := test.golden.ByAnswers
			wantRanking(t, byAnswers, Ranking{want.Scores, want.Places, want.Unranked})

			byFigures, refusal := table.RankFigures(test.golden.Figures[0])
			wantRefusal(t, refusal, Accepted)
			want = test.golden.ByFigures
			wantRanking(t, byFigures, Ranking{want.Scores, want.Places, want.Unranked})
		})
	}
}

// The bands begin at the critical values of r, rounded to two decimals.
func TestBandsAreCriticalValues(t *testing.T) {
	g := readGolden(t)
	for areas, inventory := range map[int]goldenInventory{6: g.Interests, 11: g.WorkValues} {
		prepare := NewInterests
		if areas == 11 {
			prepare = NewWorkValues
		}
		table, refusal := prepare(inventory.IDs, inventory.flat())
		wantRefusal(t, refusal, Accepted)
		for i, critical := range g.Critical[strconv.Itoa(areas)] {
			begins := int(math.Round(critical * 100))
			if at, below := table.bands.of(begins), table.bands.of(begins-1); at != Band(i+1) || below != Band(i) {
				t.Errorf("%d areas: r = 0.%d is in band %d and 0.%d in band %d; want %d and %d",
					areas, begins, at, begins-1, below, i+1, i)
			}
		}
	}
}

func TestGoldenSimilarity(t *testing.T) {
	g := readGolden(t).Similarity
	ids := []int32{10, 20, 30, 40, 50, 60}
	profiles, refusal := NewProfiles(ids, domainsOf(g.Domains))
	wantRefusal(t, refusal, Accepted)
	for _, pair := range g.Pairs {
		got, defined := profiles.Between(pair.A, pair.B)
		if !defined || got.Shared != pair.Shared {
			t.Errorf("Between(%d, %d) = %v, %v; want %d shared domains", pair.A, pair.B, got, defined, pair.Shared)
		}
		wantNumber(t, "closeness", got.Closeness, pair.Closeness)
	}
}

func domainsOf(golden [][]numbers) (domains [][][]float64) {
	for _, rows := range golden {
		var domain [][]float64
		for _, row := range rows {
			domain = append(domain, row)
		}
		domains = append(domains, domain)
	}
	return domains
}

func wantRefusal(t *testing.T, got, want Refusal) {
	t.Helper()
	if got != want {
		t.Fatalf("refusal %d (%v), want %d (%v)", got, got, want, want)
	}
}

// wantNumber allows for the nine decimals that a correlation keeps.
func wantNumber(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > 1e-9 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func wantNumbers(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d numbers, want %d", what, len(got), len(want))
	}
	for i := range want {
		wantNumber(t, what+" "+strconv.Itoa(i), got[i], want[i])
	}
}

func wantRanking(t *testing.T, got, want Ranking) {
	t.Helper()
	wantNumbers(t, "scores", got.Scores, want.Scores)
	if got.Unranked != want.Unranked || len(got.Places) != len(want.Places) {
		t.Fatalf("%d places and %d unranked, want %d and %d",
			len(got.Places), got.Unranked, len(want.Places), want.Unranked)
	}
	for i, w := range want.Places {
		g := got.Places[i]
		if g.ID != w.ID || g.Rank != w.Rank || g.Band != w.Band {
			t.Errorf("place %d: occupation %d, rank %d, band %d; want %d, %d, %d",
				i, g.ID, g.Rank, g.Band, w.ID, w.Rank, w.Band)
		}
		wantNumber(t, "closeness", g.Closeness, w.Closeness)
		wantNumbers(t, "contributions", g.Contributions, w.Contributions)
	}
}
