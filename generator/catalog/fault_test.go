package catalog

import (
	"math"
	"slices"
	"testing"
)

// Distances worked out by hand; the last three are the textbook pairs of Levenshtein's and Damerau's measures.
func TestEditDistance(t *testing.T) {
	for _, want := range []struct {
		a, b string
		n    int
	}{
		{"", "", 0}, {"", "風車", 2}, {"風車", "", 2}, {"風車", "風車", 0}, {"看護し", "看護師", 1}, {"風車守", "風守", 1}, {"風守", "風車守", 1},
		{"field", "feild", 1}, {"ab", "ba", 1}, {"abcd", "badc", 2}, {"左官", "官左", 1},
		{"kitten", "sitting", 3}, {"ca", "abc", 3}, {"a cat", "an abct", 4},
	} {
		if got := editDistance([]rune(want.a), []rune(want.b)); got != want.n {
			t.Errorf("from %q to %q are %d steps, should be %d", want.a, want.b, got, want.n)
		}
	}
}

func TestNear(t *testing.T) {
	for _, want := range []struct {
		word    string
		allowed []string
		hint    string
	}{
		{"看護し", []string{"医師", "看護師"}, ` (did you mean "看護師"?)`},
		{"feild", []string{"fields", "field"}, ` (did you mean "field"?)`},
		{"building", []string{"buildings", "bilding"}, ` (did you mean "buildings"?)`}, // the first of two at one step
		{"D60", []string{"D06", "D61"}, ` (did you mean "D06"?)`},
		{"flower", []string{"field", "theme"}, ""},       // four steps and more, allowed are two
		{"ab", []string{"a", "cd"}, ""},                  // no step in two letters
		{"abc", []string{"ab"}, ` (did you mean "ab"?)`}, // one step in three
		{"x", []string{"y"}, ""},
		{"", []string{"a"}, ""},
		{"左官", nil, ""},
	} {
		if got := near(want.word, want.allowed); got != want.hint {
			t.Errorf("near %q in %q is %q, should be %q", want.word, want.allowed, got, want.hint)
		}
	}
}

func TestFaultsAreSortedAndSaidOnce(t *testing.T) {
	l := &faultList{}
	l.add("b.md", 1, 1, "x")
	l.add("a.md", 10, 2, "y %d", 2)
	l.add("a.md", 10, 2, "y %d", 1)
	l.add("a.md", 9, 30, "z")
	l.add("a.md", 9, 4, "z")
	l.add("b.md", 0, -1, "x")
	want := "a.md:9:4: z\na.md:9:30: z\na.md:10:2: y 1\na.md:10:2: y 2\nb.md:1:1: x"
	if got := l.sorted().Error(); got != want {
		t.Errorf("found\n%s\nshould be\n%s", got, want)
	}
}

func TestFigures(t *testing.T) {
	for _, want := range []struct {
		text  string
		ok    bool
		known bool
	}{
		{"", true, false}, {"0.000", true, true}, {"-1", true, true}, {"1e3", true, true}, {"NaN", false, false}, {"Inf", false, false},
		{" 1", false, false}, {"1,5", false, false}, {"１", false, false}, {"-", false, false},
	} {
		f, ok := parseFigure(want.text)
		if ok != want.ok || f.Known() != want.known || math.IsNaN(f.Value) == want.known {
			t.Errorf("%q is %+v, %v", want.text, f, ok)
		}
	}
	three, zero := Figure{"3.0", 3}, Figure{"0", 0}
	for _, want := range []struct {
		a, b  Figure
		ratio float64
	}{{three, three, 1}, {zero, three, 0}, {three, zero, math.NaN()}, {Missing, three, math.NaN()}, {three, Missing, math.NaN()}} {
		if got := Ratio(want.a, want.b); got != want.ratio && !(math.IsNaN(got) && math.IsNaN(want.ratio)) {
			t.Errorf("%v to %v is %v", want.a, want.b, got)
		}
	}
}

func TestAnnualPayYen(t *testing.T) {
	for _, want := range []struct {
		earnings, bonus string
		yen             float64
	}{
		{"599.7", "2471.2", 9_667_600}, // 599.7 × 12 = 7,196.4; + 2,471.2 = 9,667.6 thousand
		{"200", "0", 2_400_000},
		{"310.1", "1.1", 3_722_300}, // 3,721.2 + 1.1: no trace of binary fractions
		{"", "100", math.NaN()}, {"200", "", math.NaN()},
	} {
		earnings, _ := parseFigure(want.earnings)
		bonus, _ := parseFigure(want.bonus)
		got := Wage{ContractualEarnings: earnings, AnnualBonus: bonus}.AnnualPayYen()
		if got != want.yen && !(math.IsNaN(got) && math.IsNaN(want.yen)) {
			t.Errorf("%q a month and %q a year are %v yen, should be %v", want.earnings, want.bonus, got, want.yen)
		}
	}
}

func TestFindAmount(t *testing.T) {
	for _, want := range []struct{ text, amount string }{
		{"月に二十万円を受け取る", "二十万円"}, {"日当は8000円です", "8000円"}, {"日当は８千円", "８千円"}, {"約70 %の人", "70 %"}, {"三割の人", "三割"},
		{"10パーセント", "10パーセント"}, {"５％", "５％"},
		{"関東一円に広がる", ""}, {"役割を分ける", ""}, {"円い形", ""}, {"%記号", ""}, {"三年ほどで一人前", ""}, {"円と%と割", ""},
		{"一円に広がり、百円かかる", "百円"},
	} {
		if got := findAmount(want.text); got != want.amount {
			t.Errorf("%q states %q, should be %q", want.text, got, want.amount)
		}
	}
}

func TestRules(t *testing.T) {
	for _, want := range []struct {
		what        string
		matches     func(string) bool
		good, wrong []string
	}{
		{"keys", slugRule.MatchString, []string{"a", "public-service", "r7-table10"}, []string{"", "-a", "a-", "a--b", "A", "a_b", "左官", "a/b"}},
		{"readings", readingRule.MatchString, []string{"さかん", "こーひー", "びじゅつ・こうげい、（とうき）", "ぶい"}, []string{"", "左官", "サカン", "sakan"}},
		{"addresses", urlRule.MatchString, []string{"https://a.example", "https://a.example/", "https://a.example/b?c=d#e"},
			[]string{"", "http://a.example/", "https://a", "https:///a.b", "https://a.example/b c", "a.example", "javascript:alert(1)"}},
		{"pages", pageRule.MatchString, []string{"occupations/", "fields/food/", "about/#data", "en/"}, []string{"", "/a/", "https://a.b/", "../a/", "a b/", "#a"}},
	} {
		if i := slices.IndexFunc(want.good, func(s string) bool { return !want.matches(s) }); i >= 0 {
			t.Errorf("%s: %q is refused", want.what, want.good[i])
		}
		if i := slices.IndexFunc(want.wrong, want.matches); i >= 0 {
			t.Errorf("%s: %q is taken", want.what, want.wrong[i])
		}
	}
}
