package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/evanw/esbuild/pkg/api"

	"shigotoatlas/generator/export"
	"shigotoatlas/wasm/scoring"
)

// bound is static/scoring/scoring.ts for a page that does not have it.
func bound(t *testing.T) string {
	t.Helper()
	static, err := filepath.Abs(filepath.Join(root, "static"))
	if err != nil {
		t.Fatal(err)
	}
	result := api.Build(api.BuildOptions{
		Stdin: &api.StdinOptions{
			Contents: `import { openScoring } from "./scoring/scoring"; Object.assign(window, { openScoring });`, ResolveDir: static, Loader: api.LoaderTS,
		},
		Bundle: true, Format: api.FormatIIFE,
	})
	if len(result.Errors) > 0 {
		t.Fatal(result.Errors)
	}
	return string(result.OutputFiles[0].Contents)
}

// A browserRanking is what the binding gives, as JSON: NaN comes as null.
type browserRanking struct {
	State, Reason string
	Places        []struct {
		ID, Rank      int32
		Band          string
		Contributions []*float64
	}
	Unranked int
	Kept     int
}

// An askedPart is the same part for the binding and for the native scorer.
type askedPart struct {
	source string
	part   scoring.Part
}

// TestScoringInBrowser asks the module in Chromium, through the binding that the tools use, what package scoring
// answers natively: order, ranks and bands are the same, contributions to a billionth.
func TestScoringInBrowser(t *testing.T) {
	c, s := loadReal(t)
	past, refusal := s.FromPast([]int32{156, 39}, []float64{3, 8})
	if refusal != scoring.Accepted {
		t.Fatal(refusal)
	}
	b := startBrowser(t)
	p := b.open(t, b.site, desk)
	p.do(chromedp.Evaluate(bound(t), nil))
	p.open556(t)
	parts := []askedPart{
		{`{kind: "scores", domain: "interests", scores: [0, 3, 4, 1, 2, 2], minimum: 0, maximum: 4}`,
			scoring.Part{Kind: scoring.Scores, Maximum: 4, Numbers: []float64{0, 3, 4, 1, 2, 2}}},
		{`{kind: "answers", domain: "values", answers: [4, 0, 3, 1, 2, 4, 0, 3, 1, 2, 4, 4, 1, 3, 2, 2, 3, 0, 3, 1, 2, 4], key: [...Array(22).keys()].map(i => i % 11)}`,
			scoring.Part{Kind: scoring.Answers, Domain: 1, Answers: []int32{4, 0, 3, 1, 2, 4, 0, 3, 1, 2, 4, 4, 1, 3, 2, 2, 3, 0, 3, 1, 2, 4},
				Key: []int32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}}},
		{`{kind: "figures", domain: "interests", figures: [1, 2, 3.5, 4, 4.5, 2]}`,
			scoring.Part{Kind: scoring.Figures, Numbers: []float64{1, 2, 3.5, 4, 4.5, 2}}},
		{`{kind: "portable", points: [5, 5, 4, 3, 4, 2, 2, 3, 1]}`, scoring.Part{Kind: scoring.Portable, Numbers: []float64{5, 5, 4, 3, 4, 2, 2, 3, 1}}},
		{`{kind: "profile", figures: scoring.profileOf([{id: 156, years: 3}, {id: 39, years: 8}]).figures}`, scoring.Part{Kind: scoring.Profile, Numbers: past}},
	}
	all, weighed := "", []scoring.Part(nil)
	for i, a := range parts {
		want, refusal := s.Rank(a.part)
		wantRanked(t, fmt.Sprintf("part %d", i), await[browserRanking](p, `scoring.rank(`+a.source+`)`), want, refusal)
		a.part.Weight = float64(i + 1)
		all, weighed = all+fmt.Sprintf("{source: %s, weight: %d},", a.source, i+1), append(weighed, a.part)
	}
	want, refusal := s.Combine(weighed)
	wantRanked(t, "combined", await[browserRanking](p, `scoring.combine([`+all+`])`), want, refusal)
	kept, _ := s.Stability(weighed)
	if got := await[browserRanking](p, `scoring.stability([`+all+`])`); got.State != "done" || got.Kept != kept {
		t.Errorf("stability %+v, natively %d", got, kept)
	}
	for source, reason := range map[string]string{
		`{kind: "portable", points: [1, 2, 3]}`:                                                          "wrong-length",
		`{kind: "portable", points: [9, 9, 9, 9, 9, 9, 9, 9, 9]}`:                                        "wrong-total",
		`{kind: "answers", domain: "interests", answers: [1, 2], key: [0]}`:                              "wrong-length",
		`{kind: "answers", domain: "interests", answers: [1.5, 0, 2, 3, 4, 1], key: [0, 1, 2, 3, 4, 5]}`: "out-of-range",
		`{kind: "scores", domain: "interests", scores: [2, 2, 2, 2, 2, 2], minimum: 0, maximum: 4}`:      "flat",
		`{kind: "profile", figures: {}}`:                                                                 "too-few-answers",
	} {
		if got := await[browserRanking](p, `scoring.rank(`+source+`)`); got.State != "refused" || got.Reason != reason {
			t.Errorf("%s: %s %s, want refused for %s", source, got.State, got.Reason, reason)
		}
	}
	p.checkVectors(t, len(c.Occupations))
}

// open556 opens scoring on the figures of the site, and tells how long that takes.
func (p *tab) open556(t *testing.T) {
	t.Helper()
	took := await[float64](p, `(async () => {
		const began = performance.now();
		window.scoring = await openScoring({module: "`+builtAsset(t, "scoring-*.wasm")+`", vectors: "`+builtAsset(t, "vectors-*.bin")+`"});
		return performance.now() - began;
	})()`)
	t.Logf("module and figures are ready after %.0f ms", took)
}

// checkVectors compares what the script reads of the figures with the file itself.
func (p *tab) checkVectors(t *testing.T, occupations int) {
	t.Helper()
	c := loaded(t)
	file, err := export.Vectors(c)
	if err != nil {
		t.Fatal(err)
	}
	v, _ := scoring.Decode(file)
	for d, domain := range c.Domains {
		got := await[[][]*float64](p, `scoring.vectors.ids.map((_, o) => scoring.vectors.figures("`+domain.Key+`", o))`)
		if len(got) != occupations {
			t.Fatalf("%d occupations", len(got))
		}
		for o, row := range got {
			for i, x := range row {
				want := v.Domains[d].Items[i].Figures[o]
				if (x == nil) != math.IsNaN(want) || x != nil && *x != want {
					t.Errorf("%s %d of occupation %d is %v, in the file %v", domain.Key, i, v.IDs[o], x, want)
				}
			}
		}
		small := await[[]bool](p, `scoring.vectors.ids.map((_, o) => scoring.vectors.small("`+domain.Key+`", o))`)
		if !slices.Equal(small, v.Domains[d].Small) {
			t.Errorf("small samples of %s differ", domain.Key)
		}
	}
	flags := await[[]bool](p, `scoring.vectors.ids.map((_, o) => scoring.vectors.notRelevant("skills", 38, o))`)
	if !slices.Equal(flags, v.Domains[scoring.Skills].Items[38].NotRelevant) {
		t.Error("flags of relevance differ")
	}
}

// TestScoringTenfold ranks ten times the occupations in Chromium as natively, and tells how long it takes there.
func TestScoringTenfold(t *testing.T) {
	file, err := export.Vectors(loaded(t))
	if err != nil {
		t.Fatal(err)
	}
	v, _ := scoring.Decode(file)
	ten := tenfold(v)
	data, refusal := ten.Encode()
	if refusal != scoring.Accepted {
		t.Fatal(refusal)
	}
	b := startBrowser(t)
	p := b.open(t, b.site, desk)
	p.do(chromedp.Evaluate(bound(t), nil))
	source := `{kind: "scores", domain: "interests", scores: [0, 3, 4, 1, 2, 2], minimum: 0, maximum: 4}`
	times := await[[]float64](p, `(async () => {
		window.scoring = await openScoring({module: "`+builtAsset(t, "scoring-*.wasm")+`", vectors: "data:application/octet-stream;base64,`+base64.StdEncoding.EncodeToString(data)+`"});
		return Array.from({length: 60}, () => { const began = performance.now(); scoring.rank(`+source+`); return performance.now() - began; });
	})()`)
	first := times[0]
	slices.Sort(times)
	t.Logf("%d occupations by six interests: first %.1f ms, then %.1f ms in the median and %.1f ms at best", len(ten.IDs), first, times[30], times[0])
	want, refusal := scoring.NewScorer(ten).Rank(scoring.Part{Kind: scoring.Scores, Maximum: 4, Numbers: []float64{0, 3, 4, 1, 2, 2}})
	wantRanked(t, "tenfold", await[browserRanking](p, `scoring.rank(`+source+`)`), want, refusal)
}

// tenfold repeats every occupation ten times, under ids of their own.
func tenfold(v *scoring.Vectors) *scoring.Vectors {
	ten := &scoring.Vectors{Elements: v.Elements}
	for copied := range 10 {
		for _, id := range v.IDs {
			ten.IDs = append(ten.IDs, id+int32(1000*copied))
		}
	}
	for _, d := range v.Domains {
		domain := scoring.VectorDomain{Small: slices.Repeat(d.Small, 10)}
		for _, item := range d.Items {
			item.Figures = slices.Repeat(item.Figures, 10)
			if item.NotRelevant != nil {
				item.NotRelevant = slices.Repeat(item.NotRelevant, 10)
			}
			domain.Items = append(domain.Items, item)
		}
		ten.Domains = append(ten.Domains, domain)
	}
	return ten
}

func builtAsset(t *testing.T, pattern string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(built(t), "assets", pattern))
	if err != nil || len(names) != 1 {
		t.Fatalf("%s names %v: %v", pattern, names, err)
	}
	return "/assets/" + filepath.Base(names[0])
}

// await evaluates a question whose answer may have to be waited for.
func await[A any](p *tab, question string) (answer A) {
	p.Helper()
	var text string
	p.do(chromedp.Evaluate(`(async () => JSON.stringify(await (`+question+`)))()`, &text,
		func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }))
	if err := json.Unmarshal([]byte(text), &answer); err != nil {
		p.Fatalf("%s: %v in %.200s", question, err, text)
	}
	return answer
}

func wantRanked(t *testing.T, what string, got browserRanking, want scoring.Ranking, refusal scoring.Refusal) {
	t.Helper()
	if refusal != scoring.Accepted || got.State != "done" || got.Unranked != want.Unranked || len(got.Places) != len(want.Places) {
		t.Fatalf("%s: %s %s, %d places and %d unranked; natively %v, %d and %d", what, got.State, got.Reason, len(got.Places), got.Unranked, refusal, len(want.Places), want.Unranked)
	}
	for i, w := range want.Places {
		g := got.Places[i]
		if g.ID != w.ID || g.Rank != w.Rank || g.Band != bandNames[w.Band] {
			t.Fatalf("%s, place %d: %d, rank %d, %s; natively %d, %d, %s", what, i, g.ID, g.Rank, g.Band, w.ID, w.Rank, bandNames[w.Band])
		}
		for k, x := range w.Contributions {
			if y := g.Contributions[k]; (y == nil) != math.IsNaN(x) || y != nil && math.Abs(*y-x) > 1e-9 {
				t.Fatalf("%s, place %d: contribution %d is %v, natively %v", what, i, k, y, x)
			}
		}
	}
}
