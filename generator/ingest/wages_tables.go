package ingest

import (
	"slices"
	"strings"
)

// Headings of firm sizes, experience, ages and sexes as plain leaves them.
var (
	firmSizeHeadings   = map[string]string{"企業規模計(10人以上)": "total", "1,000人以上": "1000", "100~999人": "100", "10~99人": "10"}
	experienceHeadings = map[string]string{"経験年数計": "total", "0年": "0", "1~4年": "1", "5~9年": "5", "10~14年": "10", "15年以上": "15"}
	sexHeadings        = map[string]string{"男女計": "total", "男": "male", "女": "female"}
	ageHeadings        = []struct{ heading, band string }{
		{"~19歳", "under20"}, {"20~24歳", "20"}, {"25~29歳", "25"}, {"30~34歳", "30"}, {"35~39歳", "35"}, {"40~44歳", "40"},
		{"45~49歳", "45"}, {"50~54歳", "50"}, {"55~59歳", "55"}, {"60~64歳", "60"}, {"65~69歳", "65"}, {"70歳~", "70"},
	}
)

// readWages reads table 1: three blocks of all classes, one per sex. The name of
// the sex stands above the first class of a block, and again after a page break,
// in the same cell.
func readWages(g grid, classes wageClasses, faults *Faults) [][]string {
	t := definition(NewestVersion, "wages")
	figures := t.Columns()[3:]
	before := len(*faults)
	columns, label, first := wageHeader(g, t, firmSizeHeadings, figures, faults)
	if len(*faults) > before {
		return nil
	}
	var records [][]string
	var blocks []string
	next := 0
	for row := first; row < len(g.rows); row++ {
		if g.blank(row, 0) {
			continue
		}
		sex, name := splitLabel(g.cell(row, label))
		if sex != "" && (len(blocks) == 0 || sex != blocks[len(blocks)-1]) {
			expectAll(g, row, classes, next, blocks, faults)
			blocks, next = append(blocks, sex), 0
		}
		class, ok := classes.expect(g, row, label, next, name, faults)
		next++
		if ok && class.code != "" && len(blocks) > 0 {
			records = append(records, groupRecords(g, row, []string{class.code, blocks[len(blocks)-1]}, firmSizes, figures, columns, faults)...)
		}
	}
	expectAll(g, len(g.rows), classes, next, blocks, faults)
	if !slices.Equal(blocks, sexes) {
		faults.add(g.name, 0, 0, "expected the blocks 男女計, 男, 女 in this order, found %q", blocks)
	}
	return byClass(records)
}

// splitLabel parts the sex from the class in a cell such as "男女計\n\n看護助手".
func splitLabel(cell string) (sex, name string) {
	lines := strings.FieldsFunc(cell, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) == 0 {
		return "", ""
	}
	if sex = sexHeadings[plain(lines[0])]; sex != "" {
		lines = lines[1:]
	}
	return sex, strings.Join(lines, "")
}

// expectAll checks that the block before a row had every class.
func expectAll(g grid, row int, classes wageClasses, seen int, blocks []string, faults *Faults) {
	if len(blocks) > 0 && seen < len(classes) {
		faults.add(g.name, row, 0, "expected %d classes, the last being %q; found %d", len(classes), classes[len(classes)-1].label, seen)
	}
}

// groupRecords makes one record per group (firm size or experience) of a row.
func groupRecords(g grid, row int, begin, groups, figures []string, columns []wageColumn, faults *Faults) [][]string {
	var records [][]string
	for _, group := range groups {
		record := append(slices.Clone(begin), group)
		for _, name := range figures {
			i := slices.IndexFunc(columns, func(c wageColumn) bool { return c.group == group && c.field.Name == name })
			record = append(record, wageCell(g, row, columns[i], faults))
		}
		records = append(records, record)
	}
	return records
}

// byClass orders records by class; within one, the order of reading stays.
func byClass(records [][]string) [][]string {
	slices.SortStableFunc(records, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return records
}

// readWagesByAge reads table 10: a sheet per firm size, and in it each class
// followed by its twelve age bands.
func readWagesByAge(sheets []grid, classes wageClasses, faults *Faults) [][]string {
	var records [][]string
	var sizes []string
	for _, g := range sheets {
		size := sheetSize(g, faults)
		sizes = append(sizes, size)
		records = append(records, ageSheet(g, size, classes, faults)...)
	}
	if slices.Sort(sizes); !slices.Equal(sizes, []string{"10", "100", "1000", "total"}) {
		faults.add(sheets[0].name, 0, 0, "expected one sheet per firm size (%s), found %q", strings.Join(firmSizes, ", "), sizes)
	}
	return byClass(records)
}

// sheetSize reads the firm size above the table, and that it is of both sexes.
func sheetSize(g grid, faults *Faults) string {
	size, sex := "", ""
	for row := range min(6, len(g.rows)) {
		for column := range g.rows[row] {
			value := g.cell(row, column+1)
			switch plain(g.cell(row, column)) {
			case "企業規模":
				size = firmSizeHeadings[plain(value)]
			case "性":
				sex = plain(value)
			}
		}
	}
	if size == "" || sex != "男女計" {
		faults.add(g.name, 0, 0, "expected 性 男女計 and a known 企業規模 above the table, found 性 %q and firm size %q", sex, size)
	}
	return size
}

func ageSheet(g grid, size string, classes wageClasses, faults *Faults) [][]string {
	t := definition(NewestVersion, "wages_by_age")
	figures := t.Columns()[4:]
	before := len(*faults)
	columns, label, first := wageHeader(g, t, experienceHeadings, figures, faults)
	if len(*faults) > before {
		return nil
	}
	var records [][]string
	class, known, next, band := wageClass{}, false, 0, len(ageHeadings)
	for row := first; row < len(g.rows); row++ {
		if g.blank(row, 0) {
			continue
		}
		age := "total"
		if band == len(ageHeadings) {
			class, known = classes.expect(g, row, label, next, g.cell(row, label), faults)
			next, band = next+1, 0
		} else {
			if age = ageHeadings[band].band; plain(g.cell(row, label)) != ageHeadings[band].heading {
				faults.add(g.name, row+1, label+1, "expected the age band %q, found %q", ageHeadings[band].heading, g.cell(row, label))
			}
			band++
		}
		if known && class.code != "" {
			records = append(records, groupRecords(g, row, []string{class.code, size, age}, experiences, figures, columns, faults)...)
		}
	}
	if next != len(classes) || band != len(ageHeadings) {
		faults.add(g.name, len(g.rows), 0, "expected %d classes with %d age bands each; the table ends after %d", len(classes), len(ageHeadings), next)
	}
	return records
}

// compareTotals checks that both tables agree on the figures they share: both
// sexes in table 1, all ages and all experience in table 10.
func compareTotals(file string, wages, byAge [][]string, faults *Faults) {
	totals := map[string][]string{}
	for _, r := range wages {
		if r[1] == "total" {
			totals[r[0]+" "+r[2]] = r[8:11]
		}
	}
	for _, r := range byAge {
		if r[2] != "total" || r[3] != "total" {
			continue
		}
		if want := totals[r[0]+" "+r[1]]; want != nil && !slices.Equal(want, r[4:7]) {
			faults.add(file, 0, 0, "class %s, firm size %s: earnings, bonus and workers are %q, but %q in table 1", r[0], r[1], r[4:7], want)
		}
	}
}
