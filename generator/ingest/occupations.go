package ingest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// occupationColumns are the columns of the list of occupations and the columns
// of the table they become.
var occupationColumns = [][2]string{
	{"id", "id"}, {"title", "title"}, {"aliases", "aliases"},
	{"mhlw_main", "mhlw_main"}, {"mhlw_all", "mhlw_codes"},
	{"jsoc_main", "jsoc_main"}, {"jsoc_all", "jsoc_codes"},
	{"wage_census_code", "wage_class"}, {"certs", "licences"},
}

// codePatterns are the forms of the codes after cleaning.
var codePatterns = map[string]*regexp.Regexp{
	"mhlw_main":  regexp.MustCompile(`^[0-9]{2}_[0-9]{3}-[0-9]{2}$`),
	"mhlw_codes": regexp.MustCompile(`^[0-9]{2}_[0-9]{3}-[0-9]{2}$`),
	"jsoc_main":  regexp.MustCompile(`^[A-L][0-9]{3}$`),
	"jsoc_codes": regexp.MustCompile(`^[A-L][0-9]{3}$`),
	"wage_class": regexp.MustCompile(`^[0-9]{4}$`),
}

var hyphenatedCode = regexp.MustCompile(`^([0-9]{2})-([0-9]{3}-[0-9]{2})$`)

// Occupations imports the list of occupations occupations-<version>.csv: ids,
// titles, aliases, classification codes and licences.
//
// Cells are cleaned of three known blemishes of the official lists: blanks at
// the ends ("H529 "), cells of one full-width space, and 08-050-99 written for
// 08_050-99.
func Occupations(file File, origin Origin) (Import, error) {
	g, err := csvGrid(file)
	if err != nil {
		return Import{}, err
	}
	var faults Faults
	places := headerPlaces(g, &faults)
	if err := faults.err(); err != nil {
		return Import{}, err
	}
	table := Data{Table: definition(NewestVersion, "occupations")}
	for row := 1; row < len(g.rows); row++ {
		if !g.blank(row, 0) {
			table.Records = append(table.Records, occupationRecord(g, row, places, table.Table, &faults))
		}
	}
	if len(table.Records) == 0 {
		faults.add(g.name, 1, 0, "expected occupations below the header, found none")
	}
	if err := faults.err(); err != nil {
		return Import{}, err
	}
	slices.SortStableFunc(table.Records, byNumber)
	source := occupationsSource(file, origin, fileVersion(file.Name))
	return Import{Kind: KindOccupations, Tables: []Data{table}, Sources: []Source{source}}, nil
}

// byNumber orders records by a whole number in the first column.
func byNumber(a, b []string) int {
	x, _ := strconv.Atoi(a[0])
	y, _ := strconv.Atoi(b[0])
	return x - y
}

var versionInName = regexp.MustCompile(`[0-9]+\.[0-9]+`)

// fileVersion takes the version from a name such as occupations-7.00.csv; the
// list itself does not say.
func fileVersion(name string) string { return versionInName.FindString(name) }

// headerPlaces maps columns of the table to columns of the file.
func headerPlaces(g grid, faults *Faults) map[string]int {
	places := map[string]int{}
	if len(g.rows) == 0 {
		faults.add(g.name, 0, 0, "is empty")
		return nil
	}
	for c := range g.rows[0] {
		i := slices.IndexFunc(occupationColumns, func(o [2]string) bool { return o[0] == g.cell(0, c) })
		if i < 0 {
			faults.add(g.name, 1, c+1, "unknown column %q", g.cell(0, c))
			continue
		}
		places[occupationColumns[i][1]] = c
	}
	for _, o := range occupationColumns {
		if _, ok := places[o[1]]; !ok {
			faults.add(g.name, 1, 0, "expected column %s is missing", o[0])
		}
	}
	return places
}

func occupationRecord(g grid, row int, places map[string]int, t Table, faults *Faults) []string {
	record := make([]string, len(t.Fields))
	for i, field := range t.Fields {
		c := places[field.Name]
		values := cleanList(g.cell(row, c))
		for j, value := range values {
			pattern := codePatterns[field.Name]
			if pattern == nil {
				continue
			}
			values[j] = hyphenatedCode.ReplaceAllString(value, "${1}_$2")
			if !pattern.MatchString(values[j]) {
				faults.add(g.name, row+1, c+1, "%s: %q is not a code", field.Name, value)
			}
		}
		value, problem := field.parse(strings.Join(values, "|"))
		if problem != "" {
			faults.add(g.name, row+1, c+1, "%s: %s", field.Name, problem)
		}
		record[i] = value
	}
	return record
}

// cleanList splits a cell at "|", trims the parts and drops empty ones.
func cleanList(cell string) []string {
	var values []string
	for part := range strings.SplitSeq(cell, "|") {
		if part = strings.TrimSpace(part); part != "" {
			values = append(values, part)
		}
	}
	return values
}
