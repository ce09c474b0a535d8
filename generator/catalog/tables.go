package catalog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A table is a CSV file of the dataset: a header and rows of as many cells, one to a line. A cell with a comma or a
// quote in it stands in quotes, its quotes doubled; cells have no line breaks.
type table struct {
	file    string
	src     string
	columns []string
	index   map[string]int
	body    int  // where the first row begins
	broken  bool // a row could not be split into cells
	faults  *faultList
}

// A row is one line of a table, its cells by column name.
type row struct {
	table *table
	line  int
	begin int // where in the source it begins
	cells []string
	at    []int // where in the source each cell begins
}

func (r *row) text(column string) string { return r.cells[r.table.index[column]] }

// fault reports a fault at a cell.
func (r *row) fault(column, format string, args ...any) {
	r.faultAt(r.at[r.table.index[column]], "column %s: %s", column, fmt.Sprintf(format, args...))
}

func (r *row) faultAt(offset int, format string, args ...any) {
	r.table.faults.add(r.table.file, r.line, utf8.RuneCountInString(r.table.src[r.begin:offset])+1, format, args...)
}

// list splits a cell of several values.
func (r *row) list(column string) []string {
	if s := r.text(column); s != "" {
		return strings.Split(s, "|")
	}
	return nil
}

func (r *row) id() int {
	n, err := strconv.Atoi(r.text("id"))
	if err != nil || n < 1 {
		r.fault("id", "%q is not the number of an occupation", r.text("id"))
	}
	return n
}

// figure reads a number within its range; an empty cell is missing.
func (r *row) figure(column string, minimum, maximum float64) Figure {
	return r.figureAt(r.table.index[column], minimum, maximum)
}

// figureAt is figure of a column by its place.
func (r *row) figureAt(i int, minimum, maximum float64) Figure {
	f, ok := parseFigure(r.cells[i])
	if column := r.table.columns[i]; !ok {
		r.fault(column, "%q is not a number", r.cells[i])
	} else if f.Known() && (f.Value < minimum || f.Value > maximum) {
		r.fault(column, "%s is outside %s to %s", f.Text, plainNumber(minimum), plainNumber(maximum))
	}
	return f
}

func plainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// oneOf reads a cell that holds one of a few words.
func (r *row) oneOf(column string, allowed []string) string {
	word := r.text(column)
	if !slices.Contains(allowed, word) {
		r.fault(column, "%q is not one of %s%s", word, join(allowed), near(word, allowed))
	}
	return word
}

// code reads a cell that names a new entry of a list, which none before may have.
func (r *row) code(taken func(string) bool) string {
	code := r.text("code")
	switch {
	case code == "":
		r.fault("code", "is empty")
	case taken(code):
		r.fault("code", "%q stands here twice", code)
	}
	return code
}

// openTable reads a table of the dataset, whose header has to be exactly columns; nil takes any that begins with id.
// The table is nil when it cannot be read.
func (l *loader) openTable(name string, columns []string) *table {
	path := "tables/" + name + ".csv"
	src, ok := l.readFile(l.dataset, path)
	if !ok {
		return nil
	}
	t := &table{file: l.dataset.path(path), src: string(src), faults: l.faults}
	r := &row{table: t}
	next, ok := r.read(0)
	if !ok {
		return nil
	}
	t.columns, t.body = slices.Clone(r.cells), next
	switch {
	case columns != nil && !slices.Equal(columns, t.columns):
		l.faults.add(t.file, 1, 1, "columns should be %s, found %s", strings.Join(columns, ","), strings.Join(t.columns, ","))
		return nil
	case t.columns[0] != "id" && columns == nil:
		l.faults.add(t.file, 1, 1, "the first column should be id, found %q", t.columns[0])
		return nil
	case next >= len(t.src):
		l.faults.add(t.file, 1, 1, "has no rows below its header")
		return nil
	}
	t.index = make(map[string]int, len(t.columns))
	for i, c := range t.columns {
		t.index[c] = i
	}
	return t
}

// each calls visit with every row; the row is only valid during the call. A nil table has none.
func (t *table) each(visit func(*row)) {
	if t == nil {
		return
	}
	r := &row{table: t, line: 1}
	for at := t.body; at < len(t.src); {
		next, ok := r.read(at)
		if ok && len(r.cells) != len(t.columns) {
			r.faultAt(at, "a row of %d cells under a header of %d", len(r.cells), len(t.columns))
			ok = false
		}
		if ok {
			visit(r)
		}
		t.broken = t.broken || !ok
		at = next
	}
}

// read splits the line at an offset into cells and returns where the next one begins; false for a quote that is not
// closed or goes on after its end.
func (r *row) read(at int) (next int, ok bool) {
	src := r.table.src
	end := len(src)
	if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
		end = at + i
	}
	next = end + 1
	r.line, r.begin = r.line+1, at
	r.cells, r.at = r.cells[:0], r.at[:0]
	for {
		r.at = append(r.at, at)
		var cell string
		if at < end && src[at] == '"' {
			if cell, at, ok = r.quoted(at, end); !ok {
				return next, false
			}
		} else {
			stop := strings.IndexByte(src[at:end], ',')
			if stop < 0 {
				stop = end - at
			}
			cell, at = src[at:at+stop], at+stop
		}
		r.cells = append(r.cells, cell)
		if at == end {
			return next, true
		}
		at++ // the comma
	}
}

// quoted reads a cell in quotes and returns where it ends: at a comma or the end of the line.
func (r *row) quoted(at, end int) (cell string, stop int, ok bool) {
	src := r.table.src
	for i := at + 1; i < end; i++ {
		if src[i] != '"' {
			continue
		}
		if i+1 < end && src[i+1] == '"' {
			i++
			continue
		}
		if i+1 < end && src[i+1] != ',' {
			break
		}
		return strings.ReplaceAll(src[at+1:i], `""`, `"`), i + 1, true
	}
	r.faultAt(at, "a quote is not closed before the next comma or the end of the line")
	return "", 0, false
}

// eachRow reads a table and calls visit with every row; it tells whether all of the table could be read, for
// otherwise nothing can be said to be missing in it.
func (l *loader) eachRow(name string, columns []string, visit func(*row)) bool {
	t := l.openTable(name, columns)
	t.each(visit)
	return t != nil && !t.broken
}
