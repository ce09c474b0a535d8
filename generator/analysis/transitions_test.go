package analysis

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"shigotoatlas/generator/catalog"
)

func TestLicenceStep(t *testing.T) {
	nurse := &catalog.Occupation{Required: []string{"看護師"}, Licences: []string{"看護師", "保健師"}}
	for _, test := range []struct {
		name     string
		required []string
		want     string
	}{
		{"the law asks for none", nil, "none [] [] []"},
		{"the same licence", []string{"看護師"}, "shared [看護師] [] []"},
		{"one of several is there", []string{"助産師", "看護師"}, "shared [看護師] [] [助産師]"},
		{"a related one", []string{"保健師"}, "related [] [保健師] []"},
		{"another one", []string{"医師"}, "further [] [] [医師]"},
	} {
		s := licenceStep(nurse, &catalog.Occupation{Required: test.required})
		if got := fmt.Sprint(s.Kind(), " ", s.Shared, " ", s.Related, " ", s.Missing); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if !slices.Equal(s.Required, test.required) {
			t.Errorf("%s: required are %v", test.name, s.Required)
		}
	}
}

// In skills the second has 4, 3 and 2 against 1, 3 and 5. Over the three occupations of the table the second stands at
// z = √2 in 読解 and at 1/√2 in 数学, and below the mean in 修理: (√2·3 + 0) / (√2 + 1/√2) = 2. Knowledge is missing in one.
func TestShortfall(t *testing.T) {
	a := analysed(t, `
-- skills スキル --
   読解 数学 修理
1  1   3   5
2  4   3   2
3  1   0   2
-- knowledge 知識 --
   法律
1  3
`)
	one, two := a.catalog.Occupations[0], a.catalog.Occupations[1]
	if got := a.shortfall(one, two, "skills"); !near(got, 2) {
		t.Errorf("the shortfall is %v, want 2", got)
	}
	if got := a.shortfall(one, two, "knowledge"); !math.IsNaN(got) {
		t.Errorf("the shortfall where figures are missing is %v", got)
	}
}

// TestTransitions: every occupation's near ones in their order, and every next step of the texts once.
func TestTransitions(t *testing.T) {
	a := real(t)
	found := map[int][]Transition{}
	for _, m := range a.Transitions() {
		found[m.From.ID] = append(found[m.From.ID], m)
	}
	for _, o := range a.catalog.Occupations {
		var named []int
		for i, m := range found[o.ID] {
			near := a.Nearest(o, keptNeighbours)
			if i < len(near) && (m.To != near[i].Occupation || m.Rank != i+1 || m.Closeness != near[i].Closeness) || i >= len(near) && (m.Rank != 0 || !m.Named) {
				t.Errorf("%s: move %d leads to %s as %d", o.Name, i, m.To.Name, m.Rank)
			}
			if m.Named {
				named = append(named, m.To.ID)
			}
		}
		slices.Sort(named)
		if next := slices.Sorted(slices.Values(o.Next)); !slices.Equal(named, next) {
			t.Errorf("%s: named are %v, want %v", o.Name, named, next)
		}
	}
}
