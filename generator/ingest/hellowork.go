package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// HelloWork imports the employment service statistics (職業安定業務統計 雇用関係指標):
// openings.json, offered-wages.json and fill-rates.json, each with its
// -index.json of groups, places, years and official workbooks. All six are
// needed; their names say which is which.
func HelloWork(files []File, origin Origin) (Import, error) {
	var faults Faults
	var parts []employmentPart
	expectNames(files, &faults)
	for _, s := range employmentParts {
		data, index := fileNamed(files, s.name+".json", &faults), fileNamed(files, s.name+"-index.json", &faults)
		if data == nil || index == nil {
			continue
		}
		part, err := readEmploymentPart(s, *data, *index)
		if err != nil {
			return Import{}, err
		}
		parts = append(parts, part)
	}
	if err := faults.err(); err != nil {
		return Import{}, err
	}
	result := Import{Kind: KindHelloWork, Tables: parts[0].index.tables()}
	for _, part := range parts {
		if !slices.Equal(part.index.Occupations, parts[0].index.Occupations) {
			faults.add(part.file.Name, 0, 0, "its groups of occupations are not those of %s", parts[0].file.Name)
		}
		result.Tables = append(result.Tables, part.table(parts[0].index, &faults))
		result.Sources = append(result.Sources, part.source(origin))
	}
	if err := faults.err(); err != nil {
		return Import{}, err
	}
	return result, nil
}

// expectNames reports files that are none of the six.
func expectNames(files []File, faults *Faults) {
	for _, file := range files {
		if !slices.ContainsFunc(employmentParts, func(s employmentSeries) bool {
			return file.Name == s.name+".json" || file.Name == s.name+"-index.json"
		}) {
			faults.add(file.Name, 0, 0, "is not one of the files of the employment service statistics")
		}
	}
}

func fileNamed(files []File, name string, faults *Faults) *File {
	for i := range files {
		if files[i].Name == name {
			return &files[i]
		}
	}
	faults.add(name, 0, 0, "is expected among the files and was not given")
	return nil
}

// An employmentSeries says how a file becomes a table: series names the pairs of
// figures in a record, each the figures of one kind of employment.
type employmentSeries struct {
	name, table, title string
	series             []employmentFigures
	national           bool // records without a place stand for the whole country
}

// employmentFigures are figures of one kind of employment: one key with pairs of
// figures per year, or two keys with one figure per year each.
type employmentFigures struct {
	employment string
	keys       []string
}

var employmentParts = []employmentSeries{
	{"openings", "openings", "一般職業紹介状況（職業安定業務統計）雇用関係指標（年度）第4表・第5表", pairsOf("a", "f", "t"), false},
	{"offered-wages", "offered_wages", "一般職業紹介状況（職業安定業務統計）雇用関係指標（年度）第10表",
		[]employmentFigures{{"full_time", []string{"fr", "fw"}}, {"part_time", []string{"pr", "pw"}}}, false},
	{"fill-rates", "fill_rates", "一般職業紹介状況（職業安定業務統計）雇用関係指標（年度）第6表・第8表", pairsOf("a", "f", "t"), true},
}

func pairsOf(keys ...string) []employmentFigures {
	var figures []employmentFigures
	for i, key := range keys {
		figures = append(figures, employmentFigures{employments[i], []string{key}})
	}
	return figures
}

// An employmentIndex is the head of a file: what its keys stand for.
type employmentIndex struct {
	AsOf        string            `json:"asOf"`
	Edition     string            `json:"edition"`
	Years       []int             `json:"years"`
	Places      []employmentPlace `json:"places"`
	Groups      []employmentGroup `json:"groups"`
	Occupations []employmentGroup `json:"occupations"`
	Source      *employmentFile   `json:"source"`
	Sources     []employmentFile  `json:"sources"`
}

type employmentPlace struct{ ID, Name, Region string }

type employmentGroup struct{ ID, Name, Group string }

type employmentFile struct {
	URL    string
	Bytes  int
	SHA256 string
}

type employmentPart struct {
	employmentSeries
	file, indexFile File
	index           employmentIndex
	records         []map[string]json.RawMessage
}

func readEmploymentPart(s employmentSeries, data, index File) (employmentPart, error) {
	part := employmentPart{employmentSeries: s, file: data, indexFile: index}
	if err := decodeJSON(index, &part.index); err != nil {
		return part, err
	}
	if err := decodeJSON(data, &part.records); err != nil {
		return part, err
	}
	if len(part.index.Years) == 0 || len(part.index.Occupations) == 0 || (len(part.index.Places) == 0 && !s.national) {
		return part, Faults{{File: index.Name, Text: "expected years, occupations and places, found a file without them"}}
	}
	if len(part.records) == 0 {
		return part, Faults{{File: data.Name, Text: "expected records, found none"}}
	}
	return part, nil
}

// decodeJSON reads a JSON file and says where it is broken.
func decodeJSON(file File, target any) error {
	decoder := json.NewDecoder(bytes.NewReader(file.Data))
	if err := decoder.Decode(target); err != nil {
		return Faults{{File: file.Name, Row: jsonLine(file.Data, err), Text: fmt.Sprintf("read JSON: %v", err)}}
	}
	if decoder.More() {
		return Faults{{File: file.Name, Text: "read JSON: text stands after the end of the value"}}
	}
	return nil
}

// jsonLine is the line of a JSON error, the last one when the text ends too early.
func jsonLine(data []byte, err error) int {
	offset := int64(len(data))
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	return 1 + bytes.Count(data[:min(offset, int64(len(data)))], []byte("\n"))
}

// tables builds the tables of groups and places. The letters of the major groups
// are full-width in the statistics and are those of JSOC here.
func (x employmentIndex) tables() []Data {
	groups := Data{Table: definition(NewestVersion, "openings_groups")}
	for _, o := range x.Occupations {
		record := []string{o.ID, o.Name, width.Narrow.String(o.Group), ""}
		for _, g := range x.Groups {
			if g.ID == o.Group {
				record[3] = g.Name
			}
		}
		groups.Records = append(groups.Records, record)
	}
	places := Data{Table: definition(NewestVersion, "places")}
	for _, p := range x.Places {
		places.Records = append(places.Records, []string{p.ID, p.Name, p.Region})
	}
	slices.SortFunc(groups.Records, slices.Compare)
	slices.SortFunc(places.Records, slices.Compare)
	return []Data{groups, places}
}

// table builds the table of figures, ordered by group, place, year and
// employment. head is the index that knows the places.
func (p employmentPart) table(head employmentIndex, faults *Faults) Data {
	t := Data{Table: definition(NewestVersion, p.employmentSeries.table)}
	for n, record := range p.records {
		group, place := jsonText(record["o"]), jsonText(record["p"])
		if p.national {
			place = "JP-00"
		}
		known := slices.ContainsFunc(head.Occupations, func(g employmentGroup) bool { return g.ID == group }) &&
			slices.ContainsFunc(head.Places, func(x employmentPlace) bool { return x.ID == place })
		if !known {
			faults.add(p.file.Name, 0, 0, "record %d: group %q or place %q is not in the index", n+1, group, place)
			continue
		}
		for _, figures := range p.series {
			values := p.figures(n, record, figures, t.Table, faults)
			for y := range values {
				t.Records = append(t.Records, append([]string{group, place, strconv.Itoa(p.index.Years[y]), figures.employment}, values[y]...))
			}
		}
	}
	if p.employmentSeries.table == "offered_wages" {
		t.Records = withFigures(t.Records, 4)
	}
	slices.SortFunc(t.Records, func(a, b []string) int { return slices.Compare(a[:4], b[:4]) })
	return t
}

// figures returns the two figures of each year.
func (p employmentPart) figures(n int, record map[string]json.RawMessage, f employmentFigures, t Table, faults *Faults) [][]string {
	years := make([][]string, len(p.index.Years))
	for _, key := range f.keys {
		var perYear []json.RawMessage
		if err := json.Unmarshal(record[key], &perYear); err != nil || len(perYear) != len(years) {
			faults.add(p.file.Name, 0, 0, "record %d: expected %d years under %q", n+1, len(years), key)
			return nil
		}
		for y, raw := range perYear {
			values := []json.RawMessage{raw}
			if len(f.keys) == 1 {
				if err := json.Unmarshal(raw, &values); err != nil || len(values) != 2 {
					faults.add(p.file.Name, 0, 0, "record %d: expected a pair of figures under %q", n+1, key)
					return nil
				}
			}
			for _, value := range values {
				field := t.Fields[4+len(years[y])]
				years[y] = append(years[y], p.figure(n, key, field, value, faults))
			}
		}
	}
	return years
}

// figure reads one figure. Unpublished is null, which is an empty cell and never 0.
func (p employmentPart) figure(n int, key string, field Field, raw json.RawMessage, faults *Faults) string {
	text := strings.TrimSpace(string(raw))
	if text == "null" {
		return ""
	}
	value, problem := field.parse(text)
	if problem != "" {
		faults.add(p.file.Name, 0, 0, "record %d, %q: %s: %s", n+1, key, field.Name, problem)
	}
	return value
}

func jsonText(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return ""
	}
	return text
}

func (p employmentPart) source(origin Origin) Source {
	s := statisticsSource(p.name, p.title, mhlw, "https://www.mhlw.go.jp/toukei/list/114-1d.html", p.index.Edition, origin, p.file, p.indexFile)
	s.Date = p.index.AsOf
	upstream := p.index.Sources
	if p.index.Source != nil {
		upstream = append(upstream, *p.index.Source)
	}
	for _, u := range upstream {
		s.Upstream = append(s.Upstream, SourceFile{Name: u.URL[strings.LastIndex(u.URL, "/")+1:], URL: u.URL, Bytes: u.Bytes, SHA256: u.SHA256})
	}
	return s
}
