package ingest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// IPDNumeric imports a file of numeric profiles (簡易版数値系ダウンロードデータ), as CSV
// or as the workbook of the same release; both give the same tables.
func IPDNumeric(file File, origin Origin) (Import, error) {
	release, err := readRelease(file)
	if err != nil {
		return Import{}, err
	}
	tables, err := release.tables()
	if err != nil {
		return Import{}, err
	}
	source := numericSource(file, origin, release.version, release.date)
	return Import{Kind: KindNumeric, Tables: tables, Sources: []Source{source}}, nil
}

// A release is the data sheet of a file of numeric profiles.
type release struct {
	grid
	version, date string
	header        int // row of the ids; the names stand above, the data below
	columns       map[int]layoutColumn
}

var versionPattern = regexp.MustCompile(`^version\s+([0-9]+\.[0-9]+)$`)

// readRelease finds the data sheet and matches its header with the layout of its
// version.
func readRelease(file File) (release, error) {
	sheets, err := grids(file)
	if err != nil {
		return release{}, err
	}
	for _, g := range sheets {
		for row := 1; row < len(g.rows); row++ {
			if g.find(row, "IPD_01_01_001") >= 0 && g.find(row, "IPD_02_01_001") >= 0 {
				return matchRelease(release{grid: g, header: row})
			}
		}
	}
	return release{}, Faults{{File: file.Name, Text: "not a file of numeric profiles: expected a row with IPD_01_01_001 (収録番号) and IPD_02_01_001 (職業名), found none"}}
}

// find returns the column of a cell with a text in a row, or -1.
func (g grid) find(row int, text string) int {
	for column := range g.rows[row] {
		if g.cell(row, column) == text {
			return column
		}
	}
	return -1
}

// matchRelease refuses a version without a layout; it then compares with the
// newest layout so that the message says what changed.
func matchRelease(r release) (release, error) {
	var faults Faults
	r.readPreamble(&faults)
	columns, err := layout(r.version)
	if r.version != "" && err != nil {
		faults.add(r.name, 0, 0, "%v; how it differs from %s:", err, NewestVersion)
		columns, _ = layout(NewestVersion)
	}
	if columns != nil {
		r.columns = matchHeader(r.grid, r.header, columns, &faults)
	}
	return r, faults.err()
}

// readPreamble finds the version and the date of the last update above the header.
func (r *release) readPreamble(faults *Faults) {
	for row := range r.header {
		for column := range r.rows[row] {
			cell := r.cell(row, column)
			if m := versionPattern.FindStringSubmatch(cell); m != nil {
				r.version = m[1]
			}
			if cell == "【最終更新日】" {
				r.date = isoDate(r.cell(row+1, column))
			}
		}
	}
	if r.version == "" {
		faults.add(r.name, 0, 0, `expected a cell "version N.NN" above the header, found none`)
	}
	if r.date == "" {
		faults.add(r.name, 0, 0, "expected a date below 【最終更新日】, found none")
	}
}

// isoDate reads 2026/2/10 or the day number of a workbook; "" when it is neither.
func isoDate(cell string) string {
	if day, err := strconv.Atoi(cell); err == nil && day > 0 && day < 100000 {
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, day).Format(time.DateOnly)
	}
	date, err := time.Parse("2006/1/2", cell)
	if err != nil {
		return ""
	}
	return date.Format(time.DateOnly)
}

// A profile holds the checked cells of one occupation by table and column.
type profile struct {
	id    int
	cells map[string]map[string]string
}

func (r release) profiles() ([]profile, error) {
	var faults Faults
	fields := r.fields()
	var profiles []profile
	r.eachOccupation(&faults, func(row int) int {
		p := r.profile(row, fields, &faults)
		profiles = append(profiles, p)
		return p.id
	})
	slices.SortFunc(profiles, func(a, b profile) int { return a.id - b.id })
	return profiles, faults.err()
}

// eachOccupation calls read for every row below the header. It returns the id it found there; one that stands twice, and
// a sheet without rows, are faults.
func (r release) eachOccupation(faults *Faults, read func(row int) int) {
	rowOf := map[int]int{}
	for row := r.header + 1; row < len(r.rows); row++ {
		if r.blank(row, 1) { // column 1 numbers the rows of the sheet
			continue
		}
		id := read(row)
		if first, ok := rowOf[id]; ok && id > 0 {
			faults.add(r.name, row+1, 0, "収録番号 %d stands in row %d too", id, first)
		}
		rowOf[id] = row + 1
	}
	if len(rowOf) == 0 {
		faults.add(r.name, r.header+1, 0, "expected occupations below the header, found none")
	}
}

// fields returns the field that checks each column of the sheet. Columns that
// are not carried over, and the task statements, have none.
func (r release) fields() map[int]Field {
	tables, err := Tables(r.version)
	if err != nil {
		return nil
	}
	fields := map[int]Field{}
	for c, l := range r.columns {
		column := l.column
		if l.table == "tasks" || l.table == "surveys" {
			_, column, _ = strings.Cut(l.column, ".")
		}
		for _, t := range tables {
			if i := t.Column(column); t.Name == l.table && i >= 0 {
				fields[c] = t.Fields[i]
			}
		}
	}
	return fields
}

// profile reads a row. A task statement is only noted, so that a task without
// figures keeps its number; its text is not carried over.
func (r release) profile(row int, fields map[int]Field, faults *Faults) profile {
	p := profile{cells: map[string]map[string]string{}}
	for c := range r.rows[r.header] {
		l, ok := r.columns[c]
		if !ok || l.table == "" {
			continue
		}
		value := r.cell(row, c)
		if field, ok := fields[c]; ok {
			var problem string
			if value, problem = field.parse(value); problem != "" {
				faults.add(r.name, row+1, c+1, "%s: %s", l, problem)
			}
		} else if value != "" {
			value = "stated"
		}
		if p.cells[l.table] == nil {
			p.cells[l.table] = map[string]string{}
		}
		p.cells[l.table][l.column] = value
	}
	p.id, _ = strconv.Atoi(p.cells["occupations"]["id"])
	return p
}

// tables builds the tables of the profiles.
func (r release) tables() ([]Data, error) {
	profiles, err := r.profiles()
	if err != nil {
		return nil, err
	}
	definitions, err := Tables(r.version)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.name, err)
	}
	var tables []Data
	for _, t := range definitions {
		if t.Kind != KindNumeric {
			continue
		}
		tables = append(tables, Data{Table: t, Records: r.records(t, profiles)})
	}
	return tables, nil
}

func (r release) records(t Table, profiles []profile) [][]string {
	switch t.Name {
	case "items":
		return itemRecords(r.version)
	case "tasks":
		return taskRecords(profiles)
	case "surveys":
		return surveyRecords(profiles)
	}
	var records [][]string
	for _, p := range profiles {
		record, any := []string{strconv.Itoa(p.id)}, false
		for _, field := range t.Fields[1:] {
			value := p.cells[t.Name][field.Name]
			record = append(record, value)
			any = any || value != ""
		}
		if any {
			records = append(records, record)
		}
	}
	return records
}

// itemRecords lists the items of a version by domain, in the official order.
func itemRecords(version string) [][]string {
	columns, err := layout(version)
	if err != nil {
		return nil
	}
	var records [][]string
	for _, d := range Domains() {
		position := 0
		for _, l := range columns {
			if l.table != d.Name {
				continue
			}
			position++
			scale, _ := d.scale(l.column)
			records = append(records, []string{d.Name, l.column, l.id, l.name,
				formatFloat(scale.Minimum), formatFloat(scale.Maximum), strconv.Itoa(position)})
		}
	}
	return records
}

func taskRecords(profiles []profile) [][]string {
	var records [][]string
	for _, p := range profiles {
		cells := p.cells["tasks"]
		for number := range len(cells) { // no more tasks than columns about them
			n := strconv.Itoa(number + 1)
			performed, importance := cells[n+".performed"], cells[n+".importance"]
			if cells[n+".statement"] != "" || performed != "" || importance != "" {
				records = append(records, []string{strconv.Itoa(p.id), n, performed, importance})
			}
		}
	}
	return records
}

// surveyRecords gives one row per occupation and domain. One column of the
// official file may speak for several domains (教育と訓練).
func surveyRecords(profiles []profile) [][]string {
	var records [][]string
	for _, p := range profiles {
		found := map[string][2]string{}
		for column, value := range p.cells["surveys"] {
			names, what, _ := strings.Cut(column, ".")
			for name := range strings.SplitSeq(names, "|") {
				entry := found[name]
				entry[map[string]int{"source": 0, "fiscal_year": 1}[what]] = value
				found[name] = entry
			}
		}
		for _, domain := range append(domainNames(), "tasks") {
			if entry := found[domain]; entry != [2]string{} {
				records = append(records, []string{strconv.Itoa(p.id), domain, entry[0], entry[1]})
			}
		}
	}
	return records
}
