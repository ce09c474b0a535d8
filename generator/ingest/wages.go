package ingest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Wages imports 賃金構造基本統計調査, tables 1 and 10 by occupation (職種第1表, 職種
// 第10表), both of the same year and in any order. Which file is which is read
// from its title. The scheduled earnings, bonuses and workers of both sexes and
// all ages stand in both tables and must agree.
func Wages(files []File, origin Origin) (Import, error) {
	classes, err := readWageClasses()
	if err != nil {
		return Import{}, fmt.Errorf("import wages: %w", err)
	}
	var faults Faults
	tables := map[string]wageBook{}
	for _, file := range files {
		book, err := readWageBook(file)
		if err != nil {
			return Import{}, err
		}
		if _, ok := tables[book.table]; ok || (book.table != "1" && book.table != "10") {
			faults.add(file.Name, 0, 0, "is 職種第%s表; expected 職種第1表 and 職種第10表, each once", book.table)
		}
		tables[book.table] = book
	}
	for _, number := range []string{"1", "10"} {
		if _, ok := tables[number]; !ok {
			faults.add("wages", 0, 0, "expected 職種第%s表 among the files, found none", number)
		}
	}
	if err := faults.err(); err != nil {
		return Import{}, err
	}
	return importWages(tables["1"], tables["10"], classes, origin)
}

func importWages(table1, table10 wageBook, classes wageClasses, origin Origin) (Import, error) {
	var faults Faults
	if table1.year != table10.year {
		faults.add(table10.file.Name, 0, 0, "is of %s, but %s is of %s", table10.year, table1.file.Name, table1.year)
	}
	wages := readWages(table1.sheets[0], classes, &faults)
	byAge := readWagesByAge(table10.sheets, classes, &faults)
	compareTotals(table10.file.Name, wages, byAge, &faults)
	if err := faults.err(); err != nil {
		return Import{}, err
	}
	return Import{Kind: KindWages,
		Tables: []Data{
			{definition(NewestVersion, "wage_classes"), classes.records()},
			{definition(NewestVersion, "wages"), wages},
			{definition(NewestVersion, "wages_by_age"), withFigures(byAge, 4)},
		},
		Sources: []Source{table1.source(classes, origin), table10.source(classes, origin)}}, nil
}

// withFigures keeps the records with a value after the first columns.
func withFigures(records [][]string, first int) [][]string {
	return slices.DeleteFunc(records, func(r []string) bool {
		return strings.Join(r[first:], "") == ""
	})
}

// A wageBook is a workbook of the survey.
type wageBook struct {
	file        File
	table, year string // "1" and "令和7年"
	sheets      []grid
}

var (
	wageTablePattern = regexp.MustCompile(`^\(職種\)第([0-9]+)表$`)
	wageYearPattern  = regexp.MustCompile(`^(.+年)賃金構造基本統計調査$`)
)

func readWageBook(file File) (wageBook, error) {
	sheets, err := grids(file)
	if err != nil {
		return wageBook{}, err
	}
	book := wageBook{file: file, sheets: sheets}
	if len(sheets) == 0 {
		return book, Faults{{File: file.Name, Text: "has no sheets"}}
	}
	for row := range min(5, len(sheets[0].rows)) {
		for column := range sheets[0].rows[row] {
			cell := plain(sheets[0].cell(row, column))
			if m := wageTablePattern.FindStringSubmatch(cell); m != nil {
				book.table = m[1]
			}
			if m := wageYearPattern.FindStringSubmatch(cell); m != nil {
				book.year = m[1]
			}
		}
	}
	if book.table == "" || book.year == "" {
		return book, Faults{{File: file.Name, Text: "expected a title 賃金構造基本統計調査 and （職種）第N表 in the first five rows, found none"}}
	}
	return book, nil
}

func (b wageBook) source(classes wageClasses, origin Origin) Source {
	s := statisticsSource("wages-table"+b.table, "賃金構造基本統計調査 職種（小分類）第"+b.table+"表", mhlw,
		"https://www.mhlw.go.jp/toukei/list/chinginkouzou.html", b.year, origin, b.file)
	for _, c := range classes {
		if c.code == "" {
			s.Skipped = append(s.Skipped, "職種「"+c.label+"」（番号を確かめられないため）")
		}
	}
	return s
}

// plain removes every blank and line break and the difference between full-width
// and half-width forms; labels of the survey are broken and spaced for print.
func plain(cell string) string {
	return strings.Join(strings.Fields(norm.NFKC.String(cell)), "")
}

// A wageClass is a class of occupations of the survey. Classes whose code is not
// known for certain have none and stay out of the tables.
type wageClass struct {
	code, label string
	position    int
}

type wageClasses []wageClass

// readWageClasses reads the crosswalk from labels to codes. The tables of the
// survey carry no codes; basis says why a code is right: occupations carry it
// (crosswalk), it is the only code that fits between its neighbours (order), it
// is the code of the e-Stat classification as projects that read e-Stat list it
// (e-stat), or it is 1 and the JSOC minor group of the same name (jsoc).
func readWageClasses() (wageClasses, error) {
	records, err := layoutRecords("wage-classes")
	if err != nil {
		return nil, err
	}
	var classes wageClasses
	for i, r := range records {
		classes = append(classes, wageClass{code: r[0], label: r[1], position: i + 1})
	}
	return classes, nil
}

func (w wageClasses) records() [][]string {
	var records [][]string
	for _, c := range w {
		if c.code != "" {
			records = append(records, []string{c.code, c.label, strconv.Itoa(c.position)})
		}
	}
	return records
}

// expect finds the next class of a table. Labels must stand in the order of the
// crosswalk, each once: an unknown, missing or moved label means another edition.
func (w wageClasses) expect(g grid, row, column, next int, label string, faults *Faults) (wageClass, bool) {
	if next >= len(w) {
		faults.add(g.name, row+1, column+1, "class %q stands after the last known class", label)
		return wageClass{}, false
	}
	if plain(label) != plain(w[next].label) {
		faults.add(g.name, row+1, column+1, "expected class %q, found %q", w[next].label, label)
		return wageClass{}, false
	}
	return w[next], true
}
