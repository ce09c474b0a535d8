package ingest

import (
	"slices"
)

// A wageColumn is a column of figures under its headings.
type wageColumn struct {
	column int
	group  string // firm size or experience, as in our tables
	field  Field
}

// wageFigures are the headings of the figures, their units and our columns.
var wageFigures = map[string]struct{ column, unit string }{
	"年齢":            {"age", "歳"},
	"勤続年数":          {"tenure_years", "年"},
	"所定内実労働時間数":     {"scheduled_hours", "時間"},
	"超過実労働時間数":      {"overtime_hours", "時間"},
	"きまって支給する現金給与額": {"contractual_earnings", "千円"},
	"所定内給与額":        {"scheduled_earnings", "千円"},
	"年間賞与その他特別給与額":  {"annual_bonus", "千円"},
	"労働者数":          {"workers", "十人"},
}

// wageHeader finds the columns of figures below the row that begins with 区分:
// groups in that row, figures and units below. It returns the first data row.
func wageHeader(g grid, t Table, groups map[string]string, figures []string, faults *Faults) (columns []wageColumn, label, data int) {
	top := -1
	for row := 0; row < len(g.rows) && top < 0; row++ {
		for column := range g.rows[row] {
			if plain(g.cell(row, column)) == "区分" {
				top, label = row, column
			}
		}
	}
	if top < 0 {
		faults.add(g.name, 0, 0, "expected a cell 区分 at the head of the table, found none")
		return nil, 0, 0
	}
	units := top + 1
	for units < len(g.rows) && !slices.Contains([]string{"歳", "千円"}, firstCell(g, units)) {
		units++
	}
	if units == len(g.rows) {
		faults.add(g.name, 0, 0, "expected a row of units (歳, 千円) below 区分, found none")
		return nil, 0, 0
	}
	group := ""
	for column := label + 1; column < len(g.rows[units]); column++ {
		if cell := g.cell(top, column); cell != "" {
			if group = groups[plain(cell)]; group == "" {
				faults.add(g.name, top+1, column+1, "unknown heading %q", cell)
			}
		}
		if figure, ok := wageFigure(g, t, top, units, column, faults); ok {
			columns = append(columns, wageColumn{column, group, figure})
		}
	}
	expectColumns(g, units, columns, groups, figures, faults)
	return columns, label, units + 1
}

func firstCell(g grid, row int) string {
	for column := range g.rows[row] {
		if cell := g.cell(row, column); cell != "" {
			return cell
		}
	}
	return ""
}

// wageFigure reads the heading and the unit of a column; a column without a unit
// is an empty one.
func wageFigure(g grid, t Table, top, units, column int, faults *Faults) (Field, bool) {
	unit := g.cell(units, column)
	if unit == "" {
		return Field{}, false
	}
	heading := ""
	for row := top + 1; row < units; row++ {
		heading += plain(g.cell(row, column))
	}
	figure, ok := wageFigures[heading]
	if !ok || t.Column(figure.column) < 0 {
		faults.add(g.name, top+2, column+1, "unknown heading %q", heading)
		return Field{}, false
	}
	if figure.unit != unit {
		faults.add(g.name, units+1, column+1, "%s: expected the unit %s, found %s", heading, figure.unit, unit)
	}
	return t.Fields[t.Column(figure.column)], true
}

// expectColumns reports each group and figure that is missing or stands twice.
func expectColumns(g grid, row int, columns []wageColumn, groups map[string]string, figures []string, faults *Faults) {
	for _, heading := range sortedKeys(groups) {
		for _, figure := range figures {
			n := 0
			for _, c := range columns {
				if c.group == groups[heading] && c.field.Name == figure {
					n++
				}
			}
			if n != 1 {
				faults.add(g.name, row+1, 0, "expected one column %s of %s, found %d", figure, heading, n)
			}
		}
	}
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// wageCell reads a figure. The survey writes "-" for what it does not publish.
func wageCell(g grid, row int, c wageColumn, faults *Faults) string {
	cell := g.cell(row, c.column)
	if cell == "-" {
		return ""
	}
	field := c.field
	field.Required = true // an empty cell is not how the survey writes missing
	value, problem := field.parse(cell)
	if problem != "" {
		faults.add(g.name, row+1, c.column+1, "%s: %s", field.Name, problem)
	}
	return value
}
