package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/export"
)

// The model behind the facets of the search page (static/facets), run as it is bundled for the browser.

// A facetModel answers with the ids of occupations.
type facetModel struct {
	*testing.T
	vm *goja.Runtime
}

// newFacetModel makes the model of facts, given as JSON, and of figures.
func newFacetModel(t *testing.T, facts string, figure func(domain string, item, occupation int) float64) *facetModel {
	t.Helper()
	result := api.Build(api.BuildOptions{
		Stdin: &api.StdinOptions{ResolveDir: filepath.Join(root, "static", "facets"), Loader: api.LoaderTS, Contents: `
			import { Bits } from "./bits";
			import { newModel, select, sound } from "./model";
			import { column, shown, sorted } from "./columns";
			import { arrange } from "./arrange";
			const all = () => Bits.all(facts.occupations.length);
			const choiceOf = (chosen) => new Map(Object.entries(chosen));
			const ids = (list) => list.map((i) => facts.occupations[i].id);
			const facts = JSON.parse(factsText), model = newModel(facts, figure);
			export const found = (chosen, place) => ids(select(model, choiceOf(chosen), place, all()).found.members());
			export const count = (chosen, key, value) => select(model, choiceOf(chosen), 0, all()).count(key, value);
			export const countWithin = (id, key, value) => select(model, new Map(), 0, Bits.where(facts.occupations.length, (i) => facts.occupations[i].id !== id)).count(key, value);
			export const missing = (chosen) => select(model, choiceOf(chosen), 0, all()).missing.map((m) => m.key + " " + m.group + " " + m.count);
			export const leftOut = (chosen, place) => select(model, choiceOf(chosen), place, all()).missing.reduce((sum, m) => sum + m.count, 0);
			export const known = (chosen) => Object.fromEntries(sound(model, choiceOf(chosen)));
			export const order = (key, highestFirst) => ids(sorted(facts.occupations.map((_, i) => i), column(model, key, 0).figures, highestFirst));
			export const cells = (key) => facts.occupations.map((_, i) => shown(column(model, key, 0), i));
			const places = (list) => list && list.flatMap((id) => { const i = facts.occupations.findIndex((o) => o.id === id); return i < 0 ? [] : i; });
			export const arranged = (chosen, state, ranked, tasked, byName) => ids(arrange(model, { ...state, choice: choiceOf(chosen) }, places(ranked), places(tasked), places(byName)).found);
			export const hasColumn = (key) => column(model, key, 0) !== undefined;`},
		Bundle: true, Format: api.FormatIIFE, GlobalName: "facets", Target: api.ES2019, LogLevel: api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		t.Fatal(result.Errors[0].Text)
	}
	vm := goja.New()
	vm.Set("factsText", facts)
	vm.Set("figure", figure)
	if _, err := vm.RunString(string(result.OutputFiles[0].Contents)); err != nil {
		t.Fatal(err)
	}
	return &facetModel{t, vm}
}

// says holds what an expression is, as JSON, against what it should be.
func (m *facetModel) says(expression, want string) {
	m.Helper()
	value, err := m.vm.RunString("JSON.stringify(facets." + expression + ")")
	if err != nil {
		m.Fatalf("%s: %v", expression, err)
	}
	if got := value.String(); got != want {
		m.Errorf("%s is %s, want %s", expression, got, want)
	}
}

// Six occupations whose answers can be worked out by hand. The first two share a wage class and a group; the sixth has
// no figures at all. Figures of the skill reading: 1 2 3 4 5 −; so the upper third of five is 4 and 5 and the lower
// third 1 and 2.
const sixOccupations = `{"version": 1, "fiscalYear": "2025",
	"places": [{"key": "JP-00", "name": "全国"}, {"key": "JP-13", "name": "東京"}],
	"fields": [{"key": "food", "name": "食", "hue": 0}, {"key": "it", "name": "IT", "hue": 1}],
	"themes": [{"key": "night", "name": "夜"}, {"key": "alone", "name": "一人"}],
	"industries": [{"key": "D06", "name": "総合工事業"}],
	"licences": [{"key": "cook", "name": "調理師", "kind": "title"}, {"key": "doctor", "name": "医師", "kind": "exclusive"}],
	"wageClasses": [{"key": "1", "name": "一", "annualPay": 4000, "age": 41.5, "hours": 160, "overtime": 10, "payByAge": null, "shared": 2},
		{"key": "2", "name": "二", "annualPay": 6500, "age": 38, "hours": 150, "overtime": null, "payByAge": null, "shared": 2}],
	"groups": [{"key": "13", "name": "組", "ratios": [150, 240], "monthly": [255, 301], "hourly": [1200, null], "shared": 2},
		{"key": "14", "name": "群", "ratios": [80, null], "monthly": [null, null], "hourly": [1100, 1300], "shared": 2}],
	"jsoc": [{"key": "B", "name": "専門"}, {"key": "B12", "name": "医師など"}, {"key": "B121", "name": "医師"}, {"key": "C", "name": "事務"}],
	"town": [{"key": "station", "name": "駅"}],
	"mhlw": [{"key": "04", "name": "医療"}, {"key": "06", "name": "事務"}],
	"domains": [{"key": "skills", "name": "スキル", "items": [{"key": "reading", "name": "読解力", "minimum": 0, "maximum": 7}, {"key": "writing", "name": "文章力", "minimum": 0, "maximum": 7}]},
		{"key": "education", "name": "学歴", "items": [{"key": "high_school", "name": "高卒", "minimum": 0, "maximum": 1}, {"key": "university", "name": "大卒", "minimum": 0, "maximum": 1}]}],
	"occupations": [
		{"id": 1, "field": 0, "themes": [0], "industries": [0], "licences": [0], "required": [], "town": [], "wageClass": 0, "group": 0, "mhlw": ["06_025-01"], "jsoc": ["C251"]},
		{"id": 2, "field": 0, "themes": [0, 1], "industries": [], "licences": [0, 1], "required": [1], "town": [], "wageClass": 0, "group": 0, "mhlw": ["04_017-01"], "jsoc": ["B121"]},
		{"id": 3, "field": 0, "themes": [], "industries": [0], "licences": [], "required": [], "town": [], "wageClass": 1, "group": 1, "mhlw": ["06_025-02"], "jsoc": ["C252", "B121"]},
		{"id": 4, "field": 1, "themes": [1], "industries": [], "licences": [1], "required": [1], "town": [], "wageClass": 1, "group": 1, "mhlw": ["04_017-02"], "jsoc": ["B122"]},
		{"id": 5, "field": 1, "themes": [0], "industries": [], "licences": [], "required": [], "town": [], "wageClass": -1, "group": -1, "mhlw": null, "jsoc": null},
		{"id": 6, "field": 1, "themes": [], "industries": [], "licences": [], "required": [], "town": [0], "wageClass": -1, "group": -1, "mhlw": null, "jsoc": null}]}`

var sixFigures = map[string][][]float64{ // by domain, item and occupation
	"skills":    {{1, 2, 3, 4, 5, math.NaN()}, {5, 4, 3, 3, 3, math.NaN()}},
	"education": {{0.6, 0.2, 0.1, math.NaN(), 0.3, math.NaN()}, {0.2, 0.5, 0.9, math.NaN(), 0.19, math.NaN()}},
}

func TestFacetsByHand(t *testing.T) {
	m := newFacetModel(t, sixOccupations, func(domain string, item, occupation int) float64 { return sixFigures[domain][item][occupation] })
	for _, c := range []struct{ expression, want string }{
		{`found({}, 0)`, `[1,2,3,4,5,6]`},
		{`found({field: ["food"]}, 0)`, `[1,2,3]`},
		{`found({field: ["food", "it"]}, 0)`, `[1,2,3,4,5,6]`},   // OR within a way
		{`found({field: ["food"], theme: ["alone"]}, 0)`, `[2]`}, // AND between ways
		{`found({jsoc: ["B12"]}, 0)`, `[2,3,4]`},                 // a class has those of the classes below, further codes too
		{`found({jsoc: ["B121"], mhlw: ["04"]}, 0)`, `[2]`},      //
		{`found({town: ["station"]}, 0)`, `[6]`},
		{`found({licence: ["cook"]}, 0)`, `[1,2]`},                   //
		{`found({licence: ["cook"], add: ["doctor"]}, 0)`, `[4]`},    // what the added licence opens newly
		{`count({licence: ["cook"]}, "add", "doctor")`, `1`},         //
		{`count({}, "add", "doctor")`, `2`},                          //
		{`found({licence: ["-"]}, 0)`, `[1,3,5,6]`},                  // the law asks for none
		{`found({skill: ["reading:high"]}, 0)`, `[4,5]`},             //
		{`found({skill: ["reading:less"]}, 0)`, `[1,2,3]`},           //
		{`found({skill: ["reading:low"]}, 0)`, `[1,2]`},              //
		{`found({skill: ["reading:3"]}, 0)`, `[3,4,5]`},              // a level at least
		{`found({skill: ["writing:high"]}, 0)`, `[1,2]`},             // the upper third of 3 3 3 4 5
		{`found({skill: ["writing:low"]}, 0)`, `[3,4,5]`},            // ties at the border of the lower third
		{`found({skill: ["reading:3", "writing:3"]}, 0)`, `[3,4,5]`}, // items are conditions of their own
		{`found({skill: ["reading:low", "writing:high"]}, 0)`, `[1,2]`},
		{`found({education: ["university"]}, 0)`, `[1,2,3]`}, // two of ten or more; 0.19 is less
		{`found({pay: ["400-"]}, 0)`, `[1,2,3,4]`},           // 4,000 thousand yen are 400
		{`found({pay: ["401-"]}, 0)`, `[3,4]`},
		{`found({pay: ["-650"]}, 0)`, `[1,2,3,4]`},
		{`found({ratio: ["1-"]}, 0)`, `[1,2]`},
		{`found({ratio: ["0.8-1.5"]}, 0)`, `[1,2,3,4]`},
		{`found({ratio: ["2-"]}, 1)`, `[1,2]`}, // of Tokyo
		{`found({monthly: ["25.5-25.5"]}, 0)`, `[1,2]`},
		{`found({hourly: ["1300-"]}, 1)`, `[3,4]`},
		{`found({hourly: ["1300-"]}, 0)`, `[]`},
		{`count({}, "field", "food")`, `3`},
		{`count({field: ["it"]}, "field", "food")`, `3`}, // an alternative: what is chosen in its way is set aside
		{`count({field: ["it"]}, "theme", "night")`, `1`},
		{`count({skill: ["reading:high"]}, "skill", "reading:low")`, `2`},
		{`count({skill: ["reading:high"]}, "skill", "writing:low")`, `2`},
		{`count({skill: ["writing:high"]}, "skill", "reading:high")`, `0`},
		{`count({pay: ["600-"]}, "pay", "-500")`, `2`},
		{`countWithin(2, "field", "food")`, `2`},
		{`count({}, "field", "nonsense")`, `0`},
		{`missing({skill: ["reading:high"]})`, `["skill reading 1"]`},
		{`missing({field: ["it"], pay: ["1-"]})`, `["pay  2"]`},
		{`missing({field: ["food"], pay: ["1-"]})`, `[]`},
		{`missing({education: ["university"]})`, `["education  2"]`},
		{`known({field: ["food", "nonsense"], theme: ["nonsense"], skill: ["reading:up", "reading:high", "reading", "x:high", "reading:10"], pay: ["-", "300", "3e2-", "1-2"], jsoc: ["B1"]})`,
			`{"field":["food"],"skill":["reading:high"],"pay":["1-2"]}`},
		{`order("pay", true)`, `[3,4,1,2,5,6]`},
		{`order("pay", false)`, `[1,2,3,4,5,6]`}, // the missing last both ways
		{`order("skills.reading", true)`, `[5,4,3,2,1,6]`},
		{`cells("age")`, `["41.5","41.5","38.0","38.0","",""]`},
		{`cells("pay")`, `["400.0","400.0","650.0","650.0","",""]`},
		{`cells("monthly")`, `["25.5","25.5","","","",""]`},
		{`cells("ratio")`, `["1.50","1.50","0.80","0.80","",""]`},
		{`hasColumn("skills.nonsense")`, `false`},
		{`hasColumn("constructor")`, `false`},
	} {
		m.says(c.expression, c.want)
	}
}

// TestFacetsOnTheData holds combinations of ways in against testdata/facets.json, which Python worked out from the
// tables and texts alone. The figures are those of the dataset; the browser has them rounded.
func TestFacetsOnTheData(t *testing.T) {
	c := loaded(t)
	facts, err := export.Facts(c)
	if err != nil {
		t.Fatal(err)
	}
	m := newFacetModel(t, string(facts), func(domain string, item, occupation int) float64 {
		if f := c.Occupations[occupation].Figure(domain, item); f.Known() {
			return f.Value
		}
		return math.NaN()
	})
	data, err := os.ReadFile(filepath.Join("testdata", "facets.json"))
	if err != nil {
		t.Fatal(err)
	}
	var combinations []struct {
		Asked   map[string]any
		Found   []int
		Missing int
	}
	if err := json.Unmarshal(data, &combinations); err != nil || len(combinations) < 15 {
		t.Fatalf("%d combinations: %v", len(combinations), err)
	}
	for _, x := range combinations {
		place := slices.IndexFunc(c.Places, func(p catalog.Place) bool { return p.Code == x.Asked["at"] })
		delete(x.Asked, "at")
		asked, err := json.Marshal(x.Asked)
		if err != nil {
			t.Fatal(err)
		}
		found, err := json.Marshal(x.Found)
		if err != nil {
			t.Fatal(err)
		}
		m.says(fmt.Sprintf("found(%s, %d)", asked, max(place, 0)), string(found))
		m.says(fmt.Sprintf("leftOut(%s, %d)", asked, max(place, 0)), strconv.Itoa(x.Missing))
	}
}
