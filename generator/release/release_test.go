package release

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"shigotoatlas/generator/ingest"
)

// small is a release with two items of interests and one mark; figures by occupation: realistic, social, mark.
func small(version string, titles map[int]string, items [][]string, figures, marks [][]string) ingest.Release {
	scale := &ingest.Range{Minimum: 1, Maximum: 5}
	interests := ingest.Table{Name: "interests", Fields: []ingest.Field{{Name: "id"}}}
	for _, item := range items {
		interests.Fields = append(interests.Fields, ingest.Field{Name: item[1], Range: scale})
	}
	names := []string{"domain", "column", "ipd_id", "name", "minimum", "maximum"}
	table := ingest.Table{Name: "items"}
	for _, name := range names {
		table.Fields = append(table.Fields, ingest.Field{Name: name})
	}
	flags := ingest.Table{Name: "skills_not_relevant", Fields: []ingest.Field{{Name: "id"}, {Name: "reading"}}}
	return ingest.Release{Version: version, Date: "2026-01-0" + version, Titles: titles,
		Tables: []ingest.Data{{Table: interests, Records: figures}, {Table: table, Records: items}, {Table: flags, Records: marks}}}
}

func releases() (from, to ingest.Release) {
	from = small("1", map[int]string{1: "大工", 2: "左官", 3: "とび"},
		[][]string{{"interests", "realistic", "A1", "現実的", "1", "5"}, {"interests", "social", "A2", "社会的", "1", "5"}, {"interests", "old", "A3", "昔の", "1", "5"}},
		[][]string{{"1", "3.000", "2.000", "1.000"}, {"2", "4.000", "", "1.000"}, {"3", "2.000", "2.000", "1.000"}},
		[][]string{{"1", "0"}, {"2", "1"}, {"3", "0"}})
	to = small("2", map[int]string{1: "大工", 2: "左官工", 4: "石工"},
		[][]string{{"interests", "realistic", "A1", "現実的", "1", "5"}, {"interests", "social", "B2", "社会性", "1", "5"}, {"interests", "new", "A3", "今の", "1", "5"}},
		[][]string{{"1", "3.600", "2.100", "1.000"}, {"2", "", "2.500", "1.000"}, {"4", "5.000", "5.000", "1.000"}},
		[][]string{{"1", "1"}, {"2", "0"}, {"4", "1"}})
	return from, to
}

// TestCompare: a change of 0.6 on a scale of 1 to 5 is 15 % of it, one of 0.1 is 2.5 %.
func TestCompare(t *testing.T) {
	from, to := releases()
	c := Compare(from, to, Threshold)
	want := Change{
		Old: Edition{"1", "2026-01-01", 3}, New: Edition{"2", "2026-01-02", 3}, Threshold: 0.15,
		Occupations: Occupations{Added: []Occupation{{4, "石工"}}, Retired: []Occupation{{3, "とび"}}, Renamed: []Renamed{{2, "左官", "左官工"}}},
		Items: Items{
			Added: []Item{{"interests", "new", "今の"}}, Retired: []Item{{"interests", "old", "昔の"}},
			Renamed:    []ItemChange{{Item{"interests", "social", "社会性"}, "社会的", "社会性"}},
			Renumbered: []ItemChange{{Item{"interests", "social", "社会性"}, "A2", "B2"}},
		},
		Figures: []Figure{{1, "interests", "realistic", 3, 3.6}},
	}
	if got := (Change{Old: c.Old, New: c.New, Threshold: c.Threshold, Occupations: c.Occupations, Items: c.Items, Figures: c.Figures}); !reflect.DeepEqual(got, want) {
		t.Errorf("changes\n%+v\nwant\n%+v", got, want)
	}
	if got, want := c.Domains[0], (Domain{"interests", 2, 2, 1, 1, 1, 1}); got != want {
		t.Errorf("interests %+v, want %+v", got, want)
	}
	if got, want := c.Flags[0], (Flags{Table: "skills_not_relevant", Set: 1, Cleared: 1}); !reflect.DeepEqual(got, want) {
		t.Errorf("flags %+v, want %+v", got, want)
	}
	for _, part := range []string{"| 1 | 2026-01-01 | 3 |", "- 名前: 2 左官 → 左官工", "- 番号: interests 社会性: A2 → B2", "| 職業興味 | 2 | 2 | 1 | 1 | 1 | 1 |",
		"| 1 | 職業興味 | realistic | 3.000 | 3.600 |", "| skills_not_relevant | 1 | 1 |  |  |"} {
		if !strings.Contains(c.Markdown(), part+"\n") {
			t.Errorf("the text lacks %q:\n%s", part, c.Markdown())
		}
	}
}

// TestEqual: two equal releases differ in nothing.
func TestEqual(t *testing.T) {
	from, _ := releases()
	c := Compare(from, from, Threshold)
	if !reflect.DeepEqual(c.Occupations, Occupations{}) || !reflect.DeepEqual(c.Items, Items{}) || c.Figures != nil {
		t.Errorf("%+v", c)
	}
	if got, want := c.Domains[0], (Domain{Domain: "interests", Compared: 8}); got != want {
		t.Errorf("interests %+v, want %+v", got, want)
	}
}

// TestPublished holds the changes in dataset/changes against the official files, where those lie at hand.
func TestPublished(t *testing.T) {
	root := filepath.Join("..", "..")
	for name, files := range map[string][2]string{
		"1.8-6.01":  {"IPD_DL_numeric_1_8.xlsx", "IPD_DL_numeric_6_01.csv"},
		"6.01-7.00": {"IPD_DL_numeric_6_01.csv", "IPD_DL_numeric_7_00.csv"},
	} {
		text, err := os.ReadFile(filepath.Join(root, "dataset", "changes", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var published Change
		if err := json.Unmarshal(text, &published); err != nil {
			t.Fatal(err)
		}
		var read [2]ingest.Release
		for i, file := range files {
			data, err := os.ReadFile(filepath.Join(root, "..", "shared", "data", "jilpt", file))
			if os.IsNotExist(err) {
				t.Skip("official files: not present, skipped this part")
			}
			if err != nil {
				t.Fatal(err)
			}
			if read[i], err = ingest.NumericRelease(ingest.File{Name: file, Data: data}); err != nil {
				t.Fatal(err)
			}
		}
		if got := Compare(read[0], read[1], published.Threshold); !reflect.DeepEqual(got, published) {
			t.Errorf("dataset/changes/%s.json differs from the official files; write it anew with generator diff", name)
		}
	}
}
