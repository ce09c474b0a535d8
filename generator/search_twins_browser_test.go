package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"shigotoatlas/generator/asset"
	"shigotoatlas/generator/search"
)

// searchDepth is how many places of each ranking are compared.
const searchDepth = 50

// TestSearchTwins holds the ranking that the generator's commands and tests see against the one of the browser: the
// same script, over the same index, gives the same occupations in the same order.
func TestSearchTwins(t *testing.T) {
	b := startBrowser(t)
	queries := searchQueries(t)
	if len(queries) < 300 {
		t.Fatalf("%d queries; 300 or more are to be compared", len(queries))
	}
	script, err := asset.Module(root, search.EngineModule, search.EngineGlobal)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := search.NewEngine(script, builtIndex(t))
	if err != nil {
		t.Fatal(err)
	}
	p := b.open(t, b.site, desk)
	given, _ := json.Marshal(queries)
	var browser [][]string
	p.do(chromedp.Evaluate(script+";0", nil), chromedp.Evaluate(fmt.Sprintf(searchAll, given, searchDepth, b.site+"assets/", rootFile(t)), &browser, awaitPromise))
	for i, q := range queries {
		if got, want := browser[i], answers(t, engine, i, q); !slices.Equal(got, want) {
			t.Errorf("%q: the browser gives\n%v, the engine\n%v", q, got, want)
		}
	}
}

// searchAll asks every query of the occupations, and every third also of a part of them, as facets narrow them, and of
// the other documents.
const searchAll = `(async () => {
  const load = async (name) => new Uint8Array(await (await fetch("%[3]s" + (name === "%[4]s" ? name : "search/" + name))).arrayBuffer());
  const index = await shigotoAtlasSearch.openIndex(load, "%[4]s");
  const out = [];
  for (const [i, query] of %[1]s.entries()) {
    const ways = [{}, { within: (id) => id %% 3 === 0 }, { collection: "more" }].slice(0, i %% 3 === 0 ? 3 : 1);
    const results = await Promise.all(ways.map((way) => index.search(query, { limit: %[2]d, ...way })));
    out.push(results.flatMap((r) => [String(r.total), ...r.hits.map((h) => h.id + " " + h.score)]));
  }
  return out;
})()`

// answers gives what searchAll gives for the query at place i.
func answers(t *testing.T, engine *search.Engine, i int, query string) []string {
	t.Helper()
	ways := []search.Options{{}, {Within: func(id int) bool { return id%3 == 0 }}, {Collection: "more"}}
	if i%3 != 0 {
		ways = ways[:1]
	}
	var out []string
	for _, options := range ways {
		options.Limit = searchDepth
		result, err := engine.Search(query, options)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprint(result.Total))
		for _, h := range result.Hits {
			score, _ := json.Marshal(h.Score)
			out = append(out, h.ID+" "+string(score))
		}
	}
	return out
}

func searchQueries(t *testing.T) []string {
	t.Helper()
	var queries []string
	for _, file := range []string{"queries.tsv", "queries-later.tsv", "operators.txt"} {
		data, err := os.ReadFile(filepath.Join("search", "testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			query, _, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
			if !strings.HasPrefix(line, "#") {
				queries = append(queries, query)
			}
		}
	}
	return append(queries, strings.Repeat("介護", 1000), strings.Repeat("介護 ", 700), strings.Repeat(`"`, 2000))
}

// builtIndex reads the index of the built site back.
func builtIndex(t *testing.T) *search.Index {
	t.Helper()
	assets := filepath.Join(built(t), "assets")
	index := &search.Index{Files: map[string][]byte{}}
	var err error
	if index.Root, err = os.ReadFile(filepath.Join(assets, rootFile(t))); err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(assets, "search", "*", "*.bin"))
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		below, _ := filepath.Rel(filepath.Join(assets, "search"), name)
		index.Files[filepath.ToSlash(below)] = data
	}
	return index
}

func rootFile(t *testing.T) string {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(built(t), "assets", "search-*.bin"))
	if len(found) != 1 {
		t.Fatalf("%d roots of the search index in the built site, want one", len(found))
	}
	return filepath.Base(found[0])
}

func awaitPromise(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
