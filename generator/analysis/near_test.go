package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shigotoatlas/generator/catalog"
)

// compared has two domains of the comparison and one beside it; 2 lacks knowledge, 3 lacks a figure.
const compared = `
-- skills スキル --
   読解 数学 修理 計画
1  5   5   1   5!
2  5   1!  5   5
3  1   5   -   1
4  1   1   1   1
5  1   1   1   1
-- knowledge 知識 --
   法律
1  5
3  5
4  1
5  1
-- interests 興味 --
   現実的
1  5
2  5
3  1
4  1
5  1
`

// The standard scores: in 読解, 数学 and 計画 two of five stand at 1.2247 above three at −0.8165; in 修理 one of four
// stands at √3 above three at −0.5774; in 法律 two of four at 1 above two at −1.
func TestAlikeAndDiffers(t *testing.T) {
	a := analysed(t, compared)
	for _, test := range []struct {
		x, y           int
		alike, differs string
	}{
		{1, 2, "読解 1.2247", "修理 2.3094"},
		{2, 1, "読解 1.2247", "数学 2.0412"},
		{1, 3, "数学 1.2247, 法律 1.0000", ""},
		{3, 1, "数学 1.2247, 法律 1.0000", "読解 2.0412"},
		{4, 1, "", "読解 2.0412, 数学 2.0412, 法律 2.0000"},
		{3, 2, "", "読解 2.0412, 計画 2.0412"},
		{4, 5, "", ""},
	} {
		x, y := a.catalog.Occupations[test.x-1], a.catalog.Occupations[test.y-1]
		if got := tellings(a.Alike(x, y, 5)); got != test.alike {
			t.Errorf("alike in %d and %d: %q, want %q", test.x, test.y, got, test.alike)
		}
		if got := tellings(a.Differs(x, y, 5)); got != test.differs {
			t.Errorf("higher in %d than in %d: %q, want %q", test.y, test.x, got, test.differs)
		}
	}
	first, fourth := a.catalog.Occupations[0], a.catalog.Occupations[3]
	if got := a.Differs(fourth, first, 1); tellings(got) != "読解 2.0412" {
		t.Errorf("one item was asked for, found %s", tellings(got))
	}
}

func TestCompared(t *testing.T) {
	a := analysed(t, compared)
	for _, test := range []struct {
		x, y int
		want string
	}{{1, 3, "スキル、知識"}, {1, 2, "スキル"}} {
		if got := strings.Join(a.Compared(a.catalog.Occupations[test.x-1], a.catalog.Occupations[test.y-1]), "、"); got != test.want {
			t.Errorf("%d and %d are compared in %q, want %q", test.x, test.y, got, test.want)
		}
	}
}

func TestHighest(t *testing.T) {
	a := analysed(t, `
-- skills スキル --
   読解
1  2
2  3
3  -
4  3
5  5!
6  4
7  1
8  2
`)
	var got []string
	for _, r := range a.Highest("skills", 0) {
		got = append(got, fmt.Sprintf("%d: %d (%s)", r.Place, r.Occupation.ID, r.Figure.Text))
	}
	want := []string{"1: 6 (4)", "2: 2 (3)", "2: 4 (3)", "4: 1 (2)", "4: 8 (2)", "6: 7 (1)"}
	if !slices.Equal(got, want) {
		t.Errorf("highest are %v, want %v", got, want)
	}
}

// TestOneMoreLicence puts occupations near a dental hygienist: what is open to all or already to her is no news.
func TestOneMoreLicence(t *testing.T) {
	c := real(t).catalog
	hygienist := &catalog.Occupation{ID: 1, Licences: []string{"歯科衛生士", "介護福祉士"}}
	a := &Analysis{catalog: c, position: map[int]int{1: 0}, neighbours: [][]Neighbour{{
		{Occupation: &catalog.Occupation{ID: 2, Licences: []string{"医師"}}},
		{Occupation: &catalog.Occupation{ID: 3, Required: []string{"看護師", "助産師"}}},
		{Occupation: &catalog.Occupation{ID: 4, Required: []string{"歯科医師", "歯科衛生士"}}},
		{Occupation: &catalog.Occupation{ID: 5, Required: []string{"助産師"}}},
		{Occupation: &catalog.Occupation{ID: 6, Required: []string{"薬剤師"}}},
	}}}
	for k, want := range []string{"", "3 看護師", "3 看護師, 5 助産師", "3 看護師, 5 助産師, 6 薬剤師", "3 看護師, 5 助産師, 6 薬剤師"} {
		var got []string
		for _, o := range a.OneMoreLicence(hygienist, k) {
			got = append(got, fmt.Sprint(o.Occupation.ID, " ", o.Licence.Name))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("at most %d: %v, want %s", k, got, want)
		}
	}
}
