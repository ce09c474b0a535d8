package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"shigotoatlas/generator/asset"
	"shigotoatlas/generator/export"
	"shigotoatlas/generator/search"
	"shigotoatlas/wasm/scoring"
)

// TestCombinedSearches asks the page for words, ways in and orders combined, by their addresses, and holds what it
// lists against what the same modules find when the generator runs them: the same occupations in the same order.
func TestCombinedSearches(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "searches.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var addresses []string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			addresses = append(addresses, strings.TrimSpace(line))
		}
	}
	b := startBrowser(t)
	p := b.open(t, b.site+"search/?field=medical", desk)
	p.is("conditions are loaded", done)
	given, err := json.Marshal(addresses)
	if err != nil {
		t.Fatal(err)
	}
	var browser [][]string
	p.do(chromedp.Evaluate(fmt.Sprintf(showAll, given), &browser, awaitPromise))
	twin, asked := newSearchTwin(t), 0
	for i, address := range addresses {
		want := twin.find(address)
		if !slices.Equal(browser[i], want) {
			t.Errorf("%s: the page lists\n%v, the generator finds\n%v", address, browser[i], want)
		}
		if len(want) > 1 {
			asked++
		}
	}
	if asked < 60 {
		t.Errorf("%d of %d combinations find anything", asked, len(addresses))
	}
}

// showAll goes from address to address as the back button does, and gives of each how many are found and the first fifty.
const showAll = `(async () => {
  const out = [], results = document.querySelector("#results");
  for (const address of %s) {
    history.replaceState(null, "", location.pathname + address + "&page=5");
    dispatchEvent(new PopStateEvent("popstate"));
    while (results.dataset.state === "busy") await new Promise((r) => setTimeout(r, 1));
    out.push([results.dataset.total, ...[...results.querySelectorAll("[data-id]")].map((e) => e.dataset.id)]);
  }
  return out;
})()`

// A searchTwin finds what the page does, without a page.
type searchTwin struct {
	*facetModel
	engine *search.Engine
	byName string // ids, as JSON
}

func newSearchTwin(t *testing.T) *searchTwin {
	t.Helper()
	c := loaded(t)
	facts, err := export.Facts(c)
	if err != nil {
		t.Fatal(err)
	}
	file, err := export.Vectors(c)
	if err != nil {
		t.Fatal(err)
	}
	vectors, refusal := scoring.Decode(file)
	if refusal != scoring.Accepted {
		t.Fatal(refusal)
	}
	domains := map[string]int{}
	for i, d := range c.Domains {
		domains[d.Key] = i
	}
	model := newFacetModel(t, string(facts), func(domain string, item, occupation int) float64 {
		return vectors.Domains[domains[domain]].Items[item].Figures[occupation]
	})
	script, err := asset.Module(root, search.EngineModule, search.EngineGlobal)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := search.NewEngine(script, builtIndex(t))
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]int, len(c.Occupations))
	for i, o := range c.ByReading() {
		ids[i] = o.ID
	}
	byName, err := json.Marshal(ids)
	if err != nil {
		t.Fatal(err)
	}
	return &searchTwin{model, engine, string(byName)}
}

// find gives how many occupations an address asks for, and the first fifty.
func (s *searchTwin) find(address string) []string {
	s.Helper()
	query, err := url.ParseQuery(strings.TrimPrefix(address, "?"))
	if err != nil {
		s.Fatal(err)
	}
	chosen, state := map[string][]string{}, map[string]string{"words": query.Get("q"), "task": query.Get("task"), "place": query.Get("at"), "sort": query.Get("sort")}
	for key := range query {
		if !slices.Contains([]string{"q", "task", "at", "sort"}, key) {
			chosen[key] = strings.Split(query.Get(key), ",")
		}
	}
	ranked := s.ids(query.Get("q"), nil)
	tasked := s.ids(query.Get("task"), []string{"task", "summary", "synonym", "alias", "title"})
	var found []int
	value, err := s.vm.RunString(fmt.Sprintf("JSON.stringify(facets.arranged(%s, %s, %s, %s, %s))", s.json(chosen), s.json(state), ranked, tasked, s.byName))
	if err != nil {
		s.Fatalf("%s: %v", address, err)
	}
	if err := json.Unmarshal([]byte(value.String()), &found); err != nil {
		s.Fatal(err)
	}
	out := []string{fmt.Sprint(len(found))}
	for _, id := range found[:min(50, len(found))] {
		out = append(out, fmt.Sprint(id))
	}
	return out
}

// ids are the numbers of the occupations that words find, as JSON; undefined without words.
func (s *searchTwin) ids(words string, fields []string) string {
	if strings.TrimSpace(words) == "" {
		return "undefined"
	}
	result, err := s.engine.Search(words, search.Options{Limit: 1, Fields: fields})
	if err != nil {
		s.Fatal(err)
	}
	return s.json(result.IDs)
}

func (s *searchTwin) json(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		s.Fatal(err)
	}
	return string(text)
}
