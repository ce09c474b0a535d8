package ingest

import (
	"slices"
)

// Classification imports the codes and names of jsoc-2009.json (日本標準職業分類) and
// jsic-rev14.json (日本標準産業分類). Descriptions stay behind.
func Classification(jsoc, jsic File, origin Origin) (Import, error) {
	occupations, err := readJSOC(jsoc)
	if err != nil {
		return Import{}, err
	}
	industries, err := readJSIC(jsic)
	if err != nil {
		return Import{}, err
	}
	const stat = "https://www.e-stat.go.jp/classifications/terms/"
	return Import{Kind: KindClassification,
		Tables: []Data{
			{definition(NewestVersion, "jsoc"), occupations},
			{definition(NewestVersion, "jsic"), industries},
		},
		Sources: []Source{
			statisticsSource("jsoc-2009", "日本標準職業分類", mic, stat+"20", "平成21年12月統計基準設定", origin, jsoc),
			statisticsSource("jsic-rev14", "日本標準産業分類", mic, stat+"10", "第14回改定（令和5年）", origin, jsic),
		}}, nil
}

// occupationGroup is an entry of the list of JSOC groups: code, level 1 to 3,
// parent and name.
type occupationGroup struct {
	Code   string `json:"c"`
	Level  int    `json:"l"`
	Parent string `json:"p"`
	Name   string `json:"n"`
}

func readJSOC(file File) ([][]string, error) {
	var content struct{ Items []occupationGroup }
	if err := decodeJSON(file, &content); err != nil {
		return nil, err
	}
	var faults Faults
	if len(content.Items) == 0 {
		faults.add(file.Name, 0, 0, `expected a list "items" of groups, found none`)
	}
	var records [][]string
	for i, item := range content.Items {
		if item.Level < 1 || item.Level > 3 || item.Code == "" || item.Name == "" {
			faults.add(file.Name, 0, 0, "item %d: expected a code, a name and a level from 1 to 3", i+1)
			continue
		}
		records = append(records, []string{item.Code, groupLevels[item.Level-1], item.Parent, item.Name})
	}
	return byLevel(records), faults.err()
}

var groupLevels = []string{"major", "middle", "minor", "detail"}

// industryGroup is a JSIC group with the groups below it.
type industryGroup struct {
	Code    string          `json:"code"`
	Name    string          `json:"name"`
	English string          `json:"name_en"`
	Middle  []industryGroup `json:"middle_categories"`
	Minor   []industryGroup `json:"minor_categories"`
	Detail  []industryGroup `json:"detail_categories"`
}

func readJSIC(file File) ([][]string, error) {
	var content struct {
		Major []industryGroup `json:"major_categories"`
	}
	if err := decodeJSON(file, &content); err != nil {
		return nil, err
	}
	var faults Faults
	if len(content.Major) == 0 {
		faults.add(file.Name, 0, 0, `expected a list "major_categories", found none`)
	}
	var records [][]string
	addIndustries(file.Name, content.Major, 0, "", &records, &faults)
	return byLevel(records), faults.err()
}

func addIndustries(file string, groups []industryGroup, level int, parent string, records *[][]string, faults *Faults) {
	for _, g := range groups {
		if g.Code == "" || g.Name == "" || level >= len(groupLevels) {
			faults.add(file, 0, 0, "below %q: expected a code and a name on one of four levels, found %q %q", parent, g.Code, g.Name)
			continue
		}
		*records = append(*records, []string{g.Code, groupLevels[level], parent, g.Name, g.English})
		addIndustries(file, slices.Concat(g.Middle, g.Minor, g.Detail), level+1, g.Code, records, faults)
	}
}

// byLevel orders groups from major to minor and by code within a level.
func byLevel(records [][]string) [][]string {
	slices.SortFunc(records, func(a, b []string) int {
		if c := slices.Index(groupLevels, a[1]) - slices.Index(groupLevels, b[1]); c != 0 {
			return c
		}
		return slices.Compare(a[:1], b[:1])
	})
	return records
}
