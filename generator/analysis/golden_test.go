package analysis

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"shigotoatlas/generator/catalog"
)

// The golden numbers are computed by testdata/golden.py from the tables of the dataset with the statistics module of
// Python 3.11.7 (mean, pstdev, correlation): python3 golden.py > golden.json. A new release of the tables needs them anew.
type golden struct {
	Figures []struct {
		ID                int
		Domain, Item      string
		Count             int
		Mean, Deviation   float64
		Score, Percentile *float64 // null where missing
	}
	Similarities []goldenNeighbour
	Nearest      []struct {
		ID         int
		Neighbours []goldenNeighbour
	}
	Distinctive []struct {
		ID        int
		High, Low []goldenTelling
	}
	DistinctiveRows int `json:"distinctive_rows"`
	Pairs           int
	Rules           int
	EveryTenthRule  []string `json:"every_tenth_rule"`
}

type goldenNeighbour struct {
	A, B, Shared, Place int
	Closeness           float64
}

type goldenTelling struct {
	Domain, Item string
	Score        float64
}

func readGolden(t *testing.T) golden {
	t.Helper()
	return readNumbers[golden](t, "golden.json")
}

// readNumbers reads what an outside tool wrote into testdata.
func readNumbers[T any](t *testing.T, name string) T {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var numbers T
	if err := json.Unmarshal(text, &numbers); err != nil {
		t.Fatal(err)
	}
	return numbers
}

var loadReal = sync.OnceValues(func() (*Analysis, error) {
	c, faults, err := catalog.Load(catalog.Tree{Name: "content", FS: os.DirFS("../../content")}, catalog.Tree{Name: "dataset", FS: os.DirFS("../../dataset")})
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return New(c)
})

// real is the analysis of the project's own content and dataset.
func real(t *testing.T) *Analysis {
	t.Helper()
	a, err := loadReal()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (a *Analysis) place(t *testing.T, domain, item string) int {
	t.Helper()
	i := slices.IndexFunc(a.domains[domain].Items, func(i catalog.Item) bool { return i.Key == item })
	if i < 0 {
		t.Fatalf("no item %s in %s", item, domain)
	}
	return i
}

func near(got, want float64) bool { return math.Abs(got-want) <= 1e-9 }

func sameOrMissing(got float64, want *float64) bool {
	if want == nil {
		return math.IsNaN(got)
	}
	return near(got, *want)
}

func TestGoldenFigures(t *testing.T) {
	a := real(t)
	for _, want := range readGolden(t).Figures {
		i, o := a.place(t, want.Domain, want.Item), a.catalog.Occupation(want.ID)
		item := a.Item(want.Domain, i)
		if item.Count != want.Count || !near(item.Mean, want.Mean) || !near(item.Deviation, want.Deviation) {
			t.Errorf("%s/%s: %d figures, mean %.12f, deviation %.12f; want %d, %.12f, %.12f",
				want.Domain, want.Item, item.Count, item.Mean, item.Deviation, want.Count, want.Mean, want.Deviation)
		}
		if got := a.Score(o, want.Domain, i); !sameOrMissing(got, want.Score) {
			t.Errorf("standard score of %s in %s/%s is %v", o.Name, want.Domain, want.Item, got)
		}
		if got := a.Percentile(o, want.Domain, i); !sameOrMissing(got, want.Percentile) {
			t.Errorf("percentile of %s in %s/%s is %v", o.Name, want.Domain, want.Item, got)
		}
	}
}

func TestGoldenSimilarities(t *testing.T) {
	a := real(t)
	for _, want := range readGolden(t).Similarities {
		all := a.Nearest(a.catalog.Occupation(want.A), keptNeighbours)
		if len(all) <= want.Place {
			t.Errorf("occupation %d has %d near ones; number %d should be %d", want.A, len(all), want.Place+1, want.B)
			continue
		}
		wantNeighbour(t, all[want.Place], want)
	}
}

func TestGoldenNearest(t *testing.T) {
	a := real(t)
	for _, want := range readGolden(t).Nearest {
		got := a.Nearest(a.catalog.Occupation(want.ID), 3)
		if len(got) != len(want.Neighbours) {
			t.Errorf("occupation %d has %d of 3 near ones, want %d", want.ID, len(got), len(want.Neighbours))
			continue
		}
		for k := range got {
			wantNeighbour(t, got[k], want.Neighbours[k])
		}
	}
}

func wantNeighbour(t *testing.T, got Neighbour, want goldenNeighbour) {
	t.Helper()
	if got.Occupation.ID != want.B || got.Shared != want.Shared || !near(got.Closeness, want.Closeness) {
		t.Errorf("near %d: found %d, %.12f over %d domains; want %d, %.12f over %d",
			want.A, got.Occupation.ID, got.Closeness, got.Shared, want.B, want.Closeness, want.Shared)
	}
}

func TestGoldenDistinctive(t *testing.T) {
	a := real(t)
	for _, want := range readGolden(t).Distinctive {
		o := a.catalog.Occupation(want.ID)
		high, low := a.Distinctive(o, 3)
		wantTellings(t, o.Name+", high", high, want.High)
		wantTellings(t, o.Name+", low", low, want.Low)
	}
}

func wantTellings(t *testing.T, what string, got []Telling, want []goldenTelling) {
	t.Helper()
	same := slices.EqualFunc(got, want, func(g Telling, w goldenTelling) bool {
		return g.Domain.Key == w.Domain && g.Domain.Items[g.Item].Key == w.Item && near(g.Score, w.Score)
	})
	if !same {
		t.Errorf("%s: %s; want %+v", what, tellings(got), want)
	}
}

// TestGoldenRules: as many rules, and in the order of their texts every tenth is the same with its counts.
func TestGoldenRules(t *testing.T) {
	want := readGolden(t)
	var got []string
	for _, r := range real(t).Rules() {
		conditions := strings.ReplaceAll(itemSet(r.If), ", ", " + ")
		got = append(got, fmt.Sprintf("%s > %s: %d %d %d", conditions, itemSet([]catalog.ItemRef{r.Then}), r.Occupations, r.Matching, r.Both))
	}
	slices.Sort(got)
	if len(got) != want.Rules {
		t.Fatalf("%d rules, want %d", len(got), want.Rules)
	}
	for i, rule := range want.EveryTenthRule {
		if got[10*i] != rule {
			t.Errorf("rule %d is %s, want %s", 10*i, got[10*i], rule)
		}
	}
}

func TestGoldenTables(t *testing.T) {
	want := readGolden(t)
	rows := map[string]int{}
	for _, table := range real(t).Tables() {
		rows[table.Name] = len(table.Records)
	}
	if rows["distinctiveness"] != want.DistinctiveRows || rows["similarity_pairs"] != want.Pairs {
		t.Errorf("%d distinctive items and %d pairs, want %d and %d", rows["distinctiveness"], rows["similarity_pairs"], want.DistinctiveRows, want.Pairs)
	}
}
