package analysis

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"shigotoatlas/generator/catalog"
)

// places lists a tree, a question before its answers.
func (c *Choice) places() []*Choice {
	if c.Leaf() {
		return []*Choice{c}
	}
	return slices.Concat([]*Choice{c}, c.High.places(), c.Low.places())
}

// asking gives an analysis a question for each item of its domains.
func asking(a *Analysis) *Analysis {
	for _, d := range a.catalog.Domains {
		for i, item := range d.Items {
			a.catalog.Questions = append(a.catalog.Questions, &catalog.NavigatorQuestion{Key: item.Name, Item: catalog.ItemRef{Domain: d, Index: i}})
		}
	}
	return a
}

// In standard scores, the split of 座る at 3 leaves means of ∓0.9045 in 座る and 0 in 立つ: it explains 8·0.9045² = 6.545.
// That of 立つ at 3 has the means −1.4142 of two and 0.4714 of six in 立つ, −0.3015 and 0.1005 in 座る: 5.333 + 0.242.
// 座る at 5 and 立つ at 5 lie more than 0.75 deviations from the mean.
func TestNavigatorByHand(t *testing.T) {
	const eight = `
-- natures 仕事の性質 --
   立つ 座る
1  1   1
2  3   1
3  3   1
4  5   1
5  1   3
6  3   3
7  3   5
8  5   5
`
	for _, test := range []struct{ name, tables, want string }{
		{"the better question", eight, ": 座る 3 [] | a: 5 6 7 8 | b: 1 2 3 4"},
		{"one without a figure stays", eight + "9  3   -\n", ": 座る 3 [9] | a: 5 6 7 8 | b: 1 2 3 4"},
		{"seven need no question", strings.ReplaceAll(eight, "8  5   5\n", ""), ": 1 2 3 4 5 6 7"},
		{"an item without spread asks nothing", `
-- natures 仕事の性質 --
   立つ 座る
1  1   1
2  1   3
3  1   3
4  1   5
5  1   1
6  1   3
7  1   3
8  1   5
`, ": 座る 3 [] | a: 2 3 4 6 7 8 | b: 1 5"},
	} {
		var got []string
		for _, c := range asking(analysed(t, test.tables)).Navigator().places() {
			if c.Leaf() {
				got = append(got, c.Path+": "+spaced(c.Occupations))
			} else {
				got = append(got, fmt.Sprintf("%s: %s %s [%s]", c.Path, c.Question.Key, c.Threshold.Text, spaced(c.Unknown)))
			}
		}
		if strings.Join(got, " | ") != test.want {
			t.Errorf("%s: %s, want %s", test.name, strings.Join(got, " | "), test.want)
		}
	}
}

func spaced(occupations []*catalog.Occupation) string {
	return strings.Trim(fmt.Sprint(ids(occupations)), "[]")
}

func TestNavigatorWithoutQuestions(t *testing.T) {
	if got := analysed(t, missing).Navigator(); got != nil {
		t.Errorf("there is a tree: %v", got)
	}
}

// TestNavigatorReachesAll: every occupation with figures stands at exactly one end of the way: in a list, or at a
// question it has no figure for. Every list is short.
func TestNavigatorReachesAll(t *testing.T) {
	a := real(t)
	ends := map[int]int{}
	for _, c := range a.Navigator().places() {
		if c.Leaf() {
			if n := len(c.Occupations); n > longestLeaf || n == 0 {
				t.Errorf("%s: a list of %d", c.Path, n)
			}
			for _, o := range c.Occupations {
				ends[o.ID]++
			}
			continue
		}
		for _, o := range c.Unknown {
			ends[o.ID]++
		}
	}
	for _, o := range a.catalog.Occupations {
		want := min(1, len(o.Profiles))
		if ends[o.ID] != want {
			t.Errorf("occupation %d with %d domains stands at %d ends", o.ID, len(o.Profiles), ends[o.ID])
		}
	}
}

// TestNavigatorAnswers holds every answer against the figures it is about.
func TestNavigatorAnswers(t *testing.T) {
	for _, c := range real(t).Navigator().places() {
		if len(c.Path) > deepest || strings.Trim(c.Path, "ab") != "" {
			t.Errorf("the path %q", c.Path)
		}
		if c.Leaf() {
			continue
		}
		if n := len(c.High.Occupations) + len(c.Low.Occupations) + len(c.Unknown); n != len(c.Occupations) {
			t.Errorf("%q: %d of %d occupations go on or stay", c.Path, n, len(c.Occupations))
		}
		figure := func(o *catalog.Occupation) float64 {
			return o.Figure(c.Question.Item.Domain.Key, c.Question.Item.Index).Value
		}
		for _, o := range c.High.Occupations {
			if !(figure(o) >= c.Threshold.Value) {
				t.Errorf("%q: %s has %v, under %s", c.Path, o.Name, figure(o), c.Threshold.Text)
			}
		}
		for _, o := range c.Low.Occupations {
			if !(figure(o) < c.Threshold.Value) {
				t.Errorf("%q: %s has %v, not under %s", c.Path, o.Name, figure(o), c.Threshold.Text)
			}
		}
		for _, o := range c.Unknown {
			if !math.IsNaN(figure(o)) {
				t.Errorf("%q: %s has a figure", c.Path, o.Name)
			}
		}
	}
}
