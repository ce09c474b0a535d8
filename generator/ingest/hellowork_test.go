package ingest

import (
	"slices"
	"strings"
	"testing"
)

// Two groups, two places and two years of made-up figures.
const (
	smallIndex = `{"asOf":"2030-01-02","edition":"見本","years":[2023,2024],
"places":[{"id":"JP-00","name":"全国","region":"全国"},{"id":"JP-13","name":"東京","region":"関東"}],
"groups":[{"id":"Ａ","name":"管理"},{"id":"Ｈ","name":"生産"}],
"occupations":[{"id":"49","name":"製造","group":"Ｈ"},{"id":"01","name":"役員","group":"Ａ"}],
"sources":[{"url":"https://example.jp/a/04.xlsx","bytes":10,"sha256":"aa"}]}`
	smallOpenings = `[{"p":"JP-13","o":"49","a":[[10,0],[null,4]],"f":[[8,0],[9,3]],"t":[[2,0],[null,1]]},
{"p":"JP-00","o":"01","a":[[5,6],[7,8]],"f":[[5,6],[7,8]],"t":[[0,0],[0,0]]}]`
	smallWages = `[{"p":"JP-13","o":"49","fr":[250,null],"fw":[249,null],"pr":[1302,1269],"pw":[null,1270]}]`
	smallFills = `[{"o":"01","a":[[5,1],[6,2]],"f":[[5,1],[6,2]],"t":[[0,0],[0,0]]}]`
)

func helloWorkFiles() []File {
	var files []File
	for _, f := range [][2]string{{"openings", smallOpenings}, {"offered-wages", smallWages}, {"fill-rates", smallFills}} {
		files = append(files, File{f[0] + ".json", []byte(f[1])}, File{f[0] + "-index.json", []byte(smallIndex)})
	}
	return files
}

func TestHelloWork(t *testing.T) {
	imported, err := HelloWork(helloWorkFiles(), Origin{Obtained: "2026-11-20"})
	if err != nil {
		t.Fatal(err)
	}
	for table, want := range map[string]string{
		"openings_groups": "01,役員,A,管理\n49,製造,H,生産\n",
		"places":          "JP-00,全国,全国\nJP-13,東京,関東\n",
		// null is an empty cell, 0 stays 0
		"openings": "01,JP-00,2023,all,5,6\n01,JP-00,2023,full_time,5,6\n01,JP-00,2023,part_time,0,0\n" +
			"01,JP-00,2024,all,7,8\n01,JP-00,2024,full_time,7,8\n01,JP-00,2024,part_time,0,0\n" +
			"49,JP-13,2023,all,10,0\n49,JP-13,2023,full_time,8,0\n49,JP-13,2023,part_time,2,0\n" +
			"49,JP-13,2024,all,,4\n49,JP-13,2024,full_time,9,3\n49,JP-13,2024,part_time,,1\n",
		// full-time 2024 has no figure at all
		"offered_wages": "49,JP-13,2023,full_time,250,249\n49,JP-13,2023,part_time,1302,\n49,JP-13,2024,part_time,1269,1270\n",
		"fill_rates": "01,JP-00,2023,all,5,1\n01,JP-00,2023,full_time,5,1\n01,JP-00,2023,part_time,0,0\n" +
			"01,JP-00,2024,all,6,2\n01,JP-00,2024,full_time,6,2\n01,JP-00,2024,part_time,0,0\n",
	} {
		wantText(t, table, records(t, imported, table), want)
	}
	source := imported.Sources[0]
	wantText(t, "upstream", source.Upstream[0].Name, "04.xlsx")
	wantText(t, "date", source.Date, "2030-01-02")
}

func TestHelloWorkFaults(t *testing.T) {
	cases := map[string]struct {
		file, old, new string
		want           []string
	}{
		"unknown place": {"openings.json", `"p":"JP-13"`, `"p":"JP-99"`,
			[]string{`openings.json: record 1: group "49" or place "JP-99" is not in the index`}},
		"unknown group": {"fill-rates.json", `"o":"01"`, `"o":"02"`,
			[]string{`fill-rates.json: record 1: group "02" or place "JP-00" is not in the index`}},
		"year missing": {"openings.json", `"a":[[10,0],[null,4]]`, `"a":[[10,0]]`,
			[]string{`openings.json: record 1: expected 2 years under "a"`}},
		"key missing": {"offered-wages.json", `"fw"`, `"fx"`,
			[]string{`offered-wages.json: record 1: expected 2 years under "fw"`}},
		"not a pair": {"openings.json", `[8,0]`, `[8]`,
			[]string{`openings.json: record 1: expected a pair of figures under "f"`}},
		"below zero": {"openings.json", `[8,0]`, `[-8,0]`,
			[]string{`openings.json: record 1, "f": openings: -8 is outside ≥ 0`}},
		"text": {"offered-wages.json", `250`, `"250"`,
			[]string{`offered-wages.json: record 1, "fr": by_office: "\"250\"" is not a number`}},
		"broken": {"openings.json", `{"p":"JP-00"`, `{"p":"JP-00`,
			[]string{`openings.json:2: read JSON: invalid character 'o' after object key:value pair`}},
		"no records": {"offered-wages.json", smallWages, `[]`,
			[]string{"offered-wages.json: expected records, found none"}},
		"head without years": {"openings-index.json", `"years"`, `"yes"`,
			[]string{"openings-index.json: expected years, occupations and places, found a file without them"}},
		"other groups": {"fill-rates-index.json", `"name":"役員"`, `"name":"社長"`,
			[]string{"fill-rates.json: its groups of occupations are not those of openings.json"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			files := helloWorkFiles()
			i := slices.IndexFunc(files, func(f File) bool { return f.Name == c.file })
			changed := strings.Replace(string(files[i].Data), c.old, c.new, 1)
			if changed == string(files[i].Data) {
				t.Fatal("nothing to change")
			}
			files[i].Data = []byte(changed)
			_, err := HelloWork(files, Origin{})
			wantFaults(t, err, c.want...)
		})
	}
	_, err := HelloWork(append(helloWorkFiles()[1:], File{Name: "notes.txt"}), Origin{})
	wantFaults(t, err, "notes.txt: is not one of the files of the employment service statistics", "openings.json: is expected among the files and was not given")
}
