package page

import (
	"html/template"
	"slices"
	"strings"

	"shigotoatlas/generator/catalog"
)

// An occupation stands in dozens of lists, always with the same name, summary and facts. These are written once for
// each; a list only adds the addresses, which depend on where it lies.

// prepareRows writes what is alike in every list, and notes the order of the occupations.
func (s *site) prepareRows() {
	s.inOrder, s.rowText = map[*catalog.Occupation]int{}, map[*catalog.Occupation]string{}
	for i, o := range s.c.ByReading() {
		s.inOrder[o] = i
		s.rowText[o] = rowText(o, s.shortFacts(o))
	}
}

func rowText(o *catalog.Occupation, facts string) string {
	text := `">` + template.HTMLEscapeString(o.Name) + `</a><p class="small">` + template.HTMLEscapeString(o.Summary) + `</p>`
	if facts != "" {
		text += `<p class="small quiet">` + template.HTMLEscapeString(facts) + `</p>`
	}
	return text + `</li>`
}

func (s *site) byReading(occupations []*catalog.Occupation) []*catalog.Occupation {
	sorted := slices.Clone(occupations)
	slices.SortStableFunc(sorted, func(a, b *catalog.Occupation) int { return s.inOrder[a] - s.inOrder[b] })
	return sorted
}

// rows are the items of a list of occupations, in the order of their readings.
func (s *site) rows(root string, occupations []*catalog.Occupation) template.HTML {
	var b strings.Builder
	for _, o := range s.byReading(occupations) {
		b.WriteString(`<li><a href="` + root + occupationPath(o) + s.rowText[o])
	}
	return template.HTML(b.String())
}

// findableRow is an item of the list that can be narrowed by name, reading and other names.
func (s *site) findableRow(root string, o *catalog.Occupation) template.HTML {
	words := strings.Join(append([]string{o.Name, o.Reading, o.English}, o.Aliases...), " ")
	return template.HTML(`<li data-words="` + template.HTMLEscapeString(words) + `"><a href="` + root + occupationPath(o) + s.rowText[o])
}
