package search_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"shigotoatlas/generator/search"
)

// judged is a query with the occupations that answer it.
type judged struct {
	query string
	want  []string
	kind  string
}

func readJudged(t testing.TB, file string) []judged {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []judged
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) != 3 {
			t.Fatalf("%s: %q has not three columns", file, line)
		}
		out = append(out, judged{columns[0], strings.Split(columns[1], "|"), columns[2]})
	}
	return out
}

// TestQuality holds the ranking to answer first, or among the first three, as many of the queries as the site promises.
func TestQuality(t *testing.T) {
	e := realEngine(t)
	for _, file := range []string{"testdata/queries.tsv", "testdata/queries-later.tsv"} {
		t.Run(file, func(t *testing.T) { checkQuality(t, e, readJudged(t, file)) })
	}
}

func checkQuality(t *testing.T, e *search.Engine, queries []judged) {
	first, third := measure(t, e, queries)
	if n := float64(len(queries)); float64(first) < 0.85*n || float64(third) < 0.95*n {
		t.Errorf("of %d queries %d are answered first and %d among the first three; promised are 85 %% and 95 %%", len(queries), first, third)
	}
}

func measure(t *testing.T, e *search.Engine, queries []judged) (first, third int) {
	t.Helper()
	byKind := map[string][3]int{}
	for _, q := range queries {
		result, err := e.Search(q.query, search.Options{Limit: 3})
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(result.Hits, func(h search.Hit) bool { return slices.Contains(q.want, h.ID) })
		counts := byKind[q.kind]
		counts[2]++
		switch {
		case at == 0:
			first++
			counts[0]++
			fallthrough
		case at > 0:
			third++
			counts[1]++
		default:
			t.Logf("not among the first three: %s (%s)", q.query, q.kind)
		}
		byKind[q.kind] = counts
	}
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		n := byKind[kind]
		t.Logf("%-16s %d first, %d among three, of %d", kind, n[0], n[1], n[2])
	}
	return first, third
}
