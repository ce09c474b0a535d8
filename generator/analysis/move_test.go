package analysis

import (
	"strings"
	"testing"

	"shigotoatlas/generator/catalog"
)

// Of five occupations two stand at the percentile 80 and three at 30, which is neither high nor low; of four with 修理
// one stands at 87.5 and three at 37.5; of four with 法律 two stand at 75 and two at 25.
func TestMove(t *testing.T) {
	a := analysed(t, compared+"-- abilities アビリティ --\n   筋力\n-- activities 仕事の内容 --\n   検査\n")
	for _, test := range []struct {
		from, to                          int
		carried, asked, compared, missing string
	}{
		{1, 2, "読解 1.2247", "修理 2.3094", "スキル", "知識、アビリティ、仕事の内容"},
		{1, 3, "数学 1.2247, 法律 1.0000", "", "スキル、知識", "アビリティ、仕事の内容"},
		{4, 1, "", "読解 2.0412, 数学 2.0412, 法律 2.0000", "スキル、知識", "アビリティ、仕事の内容"},
		{4, 5, "", "", "スキル、知識", "アビリティ、仕事の内容"},
	} {
		m := a.Move(a.catalog.Occupations[test.from-1], a.catalog.Occupations[test.to-1], 5)
		if got := tellings(m.Carried); got != test.carried {
			t.Errorf("%d to %d carries %q, want %q", test.from, test.to, got, test.carried)
		}
		if got := tellings(m.Asked); got != test.asked {
			t.Errorf("%d to %d asks for %q, want %q", test.from, test.to, got, test.asked)
		}
		if got := domainNames(m.Compared); got != test.compared {
			t.Errorf("%d and %d are compared in %q, want %q", test.from, test.to, got, test.compared)
		}
		if got := domainNames(m.Missing); got != test.missing {
			t.Errorf("%d and %d lack %q, want %q", test.from, test.to, got, test.missing)
		}
	}
	m := a.Move(a.catalog.Occupations[3], a.catalog.Occupations[0], 2)
	if got := tellings(m.Asked); got != "読解 2.0412, 数学 2.0412" {
		t.Errorf("two items were asked for, found %s", got)
	}
}

func domainNames(domains []*catalog.Domain) string {
	var names []string
	for _, d := range domains {
		names = append(names, d.Name)
	}
	return strings.Join(names, "、")
}
