package analysis

import (
	"math"
	"testing"
)

func TestLevelOf(t *testing.T) {
	for _, test := range []struct {
		percentile float64
		want       Level
	}{
		{math.NaN(), Unknown}, {0, VeryLow}, {9.99, VeryLow}, {10, Low}, {29.99, Low}, {30, Average}, {50, Average}, {70, Average},
		{70.01, High}, {90, High}, {90.01, VeryHigh}, {100, VeryHigh},
	} {
		if got := LevelOf(test.percentile); got != test.want {
			t.Errorf("LevelOf(%v) = %v, want %v", test.percentile, got, test.want)
		}
	}
}

// missing has a column with a gap, one without spread and one that nobody has.
const missing = `
-- skills スキル --
   読解 数学 修理
1  1   2   -
2  3   2   -
3  -   2   -
`

func TestMissingStaysMissing(t *testing.T) {
	a := analysed(t, missing)
	third := a.catalog.Occupations[2]
	if item := a.Item("skills", 0); item.Count != 2 || item.Mean != 2 || item.Deviation != 1 {
		t.Errorf("figures 1, 3 and none have count %d, mean %v, deviation %v; want 2, 2, 1", item.Count, item.Mean, item.Deviation)
	}
	if z, p := a.Score(third, "skills", 0), a.Percentile(third, "skills", 0); !math.IsNaN(z) || !math.IsNaN(p) {
		t.Errorf("a missing figure has the score %v and the percentile %v", z, p)
	}
	if z, p := a.Score(third, "skills", 1), a.Percentile(third, "skills", 1); z != 0 || p != 50 {
		t.Errorf("among equal figures the score is %v and the percentile %v, want 0 and 50", z, p)
	}
	if item := a.Item("skills", 2); item.Count != 0 || !math.IsNaN(item.Mean) {
		t.Errorf("without figures count and mean are %d and %v", item.Count, item.Mean)
	}
}

const told = `
-- skills スキル --
   読解 数学 修理 外国語 計画
1  5   4   1   0!    -
2  1   4   3   2     1
3  1   1   3   2     1
4  1   1   3   2     1
5  1   1   3   2     1
-- values 価値観 --
   達成感
2  1
3  2
`

func TestTelling(t *testing.T) {
	a := analysed(t, told)
	first := a.catalog.Occupations[0]
	for _, test := range []struct {
		domain    string
		high, low int
		want      string
	}{
		{"skills", 1, 1, "読解 2.0000, 修理 -2.0000"},
		{"skills", 2, 0, "読解 2.0000, 数学 1.2247"},
		{"skills", 0, 1, "修理 -2.0000"},
		{"skills", 2, 1, "読解 2.0000, 数学 1.2247, 修理 -2.0000"},
		{"skills", 9, 9, "読解 2.0000, 数学 1.2247, 修理 -2.0000"},
		{"values", 5, 2, ""},
	} {
		if got := tellings(a.Telling(first, test.domain, test.high, test.low)); got != test.want {
			t.Errorf("Telling(%s, %d, %d) = %q, want %q", test.domain, test.high, test.low, got, test.want)
		}
	}
}

func TestDistinctive(t *testing.T) {
	for _, test := range []struct{ name, tables, high, low string }{
		{"one deviation is enough", `
-- skills スキル --
   読解 数学
1  3   1
2  3   1
3  1   3
4  1   3
`, "読解 1.0000", "数学 -1.0000"},
		{"less is not", `
-- skills スキル --
   読解
1  3
2  3
3  3
4  1
5  1
`, "", ""},
		{"two of a domain, the most distinctive first", `
-- skills スキル --
   書く 読解 数学 修理
1  2   5   5   5
2  2   1   1   1
3  1   1   1   1
4  1   1   1   1
5  1   1   1   1
-- natures 仕事の性質 --
   座る 立つ
1  3   1
2  1   3
3  1   3
4  1   3
5  1   3
`, "読解 2.0000, 数学 2.0000, 座る 2.0000", "立つ -2.0000"},
		{"at most three", `
-- skills スキル --
   読解 数学
1  5   5
2  1   1
3  1   1
4  1   1
5  1   1
-- knowledge 知識 --
   法律 医学
1  5   5
2  5   1
3  1   1
4  1   1
5  1   1
`, "読解 2.0000, 数学 2.0000, 医学 2.0000", ""},
		{"not relevant is neither high nor low", `
-- skills スキル --
   読解 数学 修理
1  5!  1!  5
2  1   3   5
3  1   3   1
4  1   3   1
5  1   3   1
`, "修理 1.2247", ""},
		{"a small sample is silent", `
-- skills スキル --
   読解
1? 5
2  1
3  1
4  1
5  1
-- natures 仕事の性質 --
   座る
1  1
2  3
3  3
4  3
5  3
`, "", "座る -2.0000"},
		{"interests are no part of the work", `
-- interests 興味 --
   現実的
1  5
2  1
3  1
4  1
5  1
`, "", ""},
	} {
		a := analysed(t, test.tables)
		high, low := a.Distinctive(a.catalog.Occupations[0], 3)
		if got := tellings(high); got != test.high {
			t.Errorf("%s: high are %q, want %q", test.name, got, test.high)
		}
		if got := tellings(low); got != test.low {
			t.Errorf("%s: low are %q, want %q", test.name, got, test.low)
		}
	}
}

// spoken gives each occupation another sentence: 1 stands out above and below, 2 above, 3 below, 4 and 5 nowhere.
const spoken = `
-- skills スキル --
   読解 数学 計画 修理
1  5   1   1   1
2  1   5   1   3
3  1   1   1   3
4  1   1   1   3
5  1   1   1   3
-- knowledge 知識 --
   法律 医学 芸術
1  5   1   3
2  1   5   3
3  1   1   1
4  1   1   3
5  1   1   3
-- natures 仕事の性質 --
   座る 立つ
1  3   1
2  1   1
3  1   1
4  1   1
5  1   1
`

func TestSentence(t *testing.T) {
	a := analysed(t, spoken)
	for i, want := range []string{
		"すべての職業と比べて、「読解」（スキル）、「法律」（知識）、「座る」（仕事の性質）が高く、「修理」（スキル）が低い職業です。",
		"すべての職業と比べて、「数学」（スキル）、「医学」（知識）が高い職業です。",
		"すべての職業と比べて、「芸術」（知識）が低い職業です。",
		"",
		"",
	} {
		if got := a.Sentence(a.catalog.Occupations[i]); got != want {
			t.Errorf("occupation %d:\n%s\nwant\n%s", i+1, got, want)
		}
	}
}
