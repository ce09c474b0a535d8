package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestQuestionnaires holds the questionnaires against what scripts, people with paper and other programs rely on: the
// names and values of the answers, the same areas in every edition, and a key that names the questions of each area.
func TestQuestionnaires(t *testing.T) {
	all := allPages(t)
	for tool, want := range map[string]struct{ questions, areas, short int }{"interests": {60, 6, 30}, "values": {44, 11, 0}} {
		areas := map[string][]string{}
		for _, edition := range []string{"", "easy/", "en/"} {
			d := all[edition+"tools/"+tool+"/index.html"]
			if d == nil {
				t.Fatalf("there is no %stools/%s/", edition, tool)
			}
			areas[edition] = areasOf(t, d, want.questions)
			checkPaperKey(t, d, areas[edition], want.areas)
		}
		if !slices.Equal(areas[""], areas["en/"]) || !slices.Equal(areas[""], areas["easy/"]) {
			t.Errorf("%s: questions of one number ask of different areas in different editions", tool)
		}
		// Every area comes as often in the short form and in the whole.
		for _, size := range []int{want.short, want.questions} {
			counts := map[string]int{}
			for _, area := range areas[""][:size] {
				counts[area]++
			}
			for area, n := range counts {
				if n != size/want.areas {
					t.Errorf("%s: of the first %d questions %d are of area %s", tool, size, n, area)
				}
			}
		}
	}
}

// areasOf are the areas of the questions in their order; each question has the answers 0 to 4 under its number.
func areasOf(t *testing.T, d *document, questions int) (areas []string) {
	t.Helper()
	fields := every(d.root, func(n *html.Node) bool { return n.Data == "fieldset" && has(n, "data-area") })
	if len(fields) != questions {
		t.Fatalf("%s has %d questions, want %d", d.path, len(fields), questions)
	}
	for i, field := range fields {
		areas = append(areas, attribute(field, "data-area"))
		var values []string
		for _, radio := range every(field, func(n *html.Node) bool { return n.Data == "input" }) {
			if name := attribute(radio, "name"); name != "q"+strconv.Itoa(i+1) || attribute(radio, "type") != "radio" {
				t.Errorf("%s: question %d has an answer named %q", d.path, i+1, name)
			}
			values = append(values, attribute(radio, "value"))
		}
		if strings.Join(values, "") != "01234" {
			t.Errorf("%s: question %d has the answers %v", d.path, i+1, values)
		}
	}
	return areas
}

// checkPaperKey: the key for paper names the questions of every area.
func checkPaperKey(t *testing.T, d *document, areas []string, count int) {
	t.Helper()
	rows := every(d.root, func(n *html.Node) bool {
		return n.Data == "tr" && n.Parent.Data == "tbody" && attribute(n.Parent.Parent, "class") == "key"
	})
	if len(rows) != count {
		t.Fatalf("%s has a key of %d areas, want %d", d.path, len(rows), count)
	}
	for area, row := range rows {
		numbers := text(first(row, func(n *html.Node) bool { return n.Data == "td" }))
		for _, number := range strings.FieldsFunc(numbers, func(r rune) bool { return r < '0' || r > '9' }) {
			n, _ := strconv.Atoi(number)
			if n < 1 || n > len(areas) || areas[n-1] != strconv.Itoa(area) {
				t.Errorf("%s: the key counts question %s to area %d", d.path, number, area)
			}
		}
		if got := len(strings.FieldsFunc(numbers, func(r rune) bool { return r < '0' || r > '9' })); got != len(areas)/count {
			t.Errorf("%s: the key names %d questions of area %d", d.path, got, area)
		}
	}
}
