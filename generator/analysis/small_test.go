package analysis

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"shigotoatlas/generator/catalog"
)

// analysed makes the analysis of a few occupations from tables in txtar, one for each domain, named by its key and its
// name: a line of item names, then for each occupation its id (with "?" where the sample is small) and its figures,
// "-" where one is missing and with "!" where the item is flagged as not relevant. With five occupations, one figure
// that stands alone against four equal ones has the standard score ±2, one of two against three ±√(3/2) = ±1.2247; of
// four occupations, two against two have ±1.
func analysed(t *testing.T, tables string) *Analysis {
	t.Helper()
	c := &catalog.Catalog{}
	for _, file := range txtar.Parse([]byte(tables)).Files {
		key, name, _ := strings.Cut(file.Name, " ")
		lines := strings.Split(strings.TrimSpace(string(file.Data)), "\n")
		d := &catalog.Domain{Key: key, Name: name}
		for _, item := range strings.Fields(lines[0]) {
			d.Items = append(d.Items, catalog.Item{Name: item})
		}
		c.Domains = append(c.Domains, d)
		for _, line := range lines[1:] {
			addProfile(t, c, d, strings.Fields(line))
		}
	}
	slices.SortFunc(c.Occupations, func(a, b *catalog.Occupation) int { return a.ID - b.ID })
	a, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func addProfile(t *testing.T, c *catalog.Catalog, d *catalog.Domain, cells []string) {
	t.Helper()
	number, small := strings.CutSuffix(cells[0], "?")
	id, err := strconv.Atoi(number)
	if err != nil {
		t.Fatal(err)
	}
	o := occupationOf(c, id)
	p := &catalog.Profile{}
	for _, cell := range cells[1:] {
		text, notRelevant := strings.CutSuffix(cell, "!")
		figure := catalog.Missing
		if text != "-" {
			value, err := strconv.ParseFloat(text, 64)
			if err != nil {
				t.Fatal(err)
			}
			figure = catalog.Figure{Text: text, Value: value}
		}
		p.Figures, p.NotRelevant = append(p.Figures, figure), append(p.NotRelevant, notRelevant)
	}
	if !d.HasRelevance() {
		p.NotRelevant = nil
	}
	o.Profiles[d.Key], o.Surveys[d.Key] = p, catalog.Survey{SmallSample: small}
}

func occupationOf(c *catalog.Catalog, id int) *catalog.Occupation {
	for _, o := range c.Occupations {
		if o.ID == id {
			return o
		}
	}
	o := &catalog.Occupation{ID: id, Profiles: map[string]*catalog.Profile{}, Surveys: map[string]catalog.Survey{}}
	c.Occupations = append(c.Occupations, o)
	return o
}

// tellings writes items as "読解 2.0000, 数学 1.2247".
func tellings(items []Telling) string {
	words := make([]string, len(items))
	for i, t := range items {
		words[i] = fmt.Sprintf("%s %.4f", t.Name(), t.Score)
	}
	return strings.Join(words, ", ")
}
