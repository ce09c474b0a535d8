package catalog

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// A row is one line of a table of the dataset, its cells by column name.
type row struct {
	table  *table
	line   int
	cells  []string
	column []int // where in the line each cell begins
}

type table struct {
	file    string
	columns []string
	index   map[string]int
	faults  *faultList
}

func (r *row) text(column string) string { return r.cells[r.table.index[column]] }

// fault reports a fault at a cell.
func (r *row) fault(column, format string, args ...any) {
	r.table.faults.add(r.table.file, r.line, r.column[r.table.index[column]], "column %s: %s", column, fmt.Sprintf(format, args...))
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
	if err != nil {
		r.fault("id", "%q is not a whole number", r.text("id"))
	}
	return n
}

// figure reads a number within its range; an empty cell is missing.
func (r *row) figure(column string, minimum, maximum float64) Figure {
	f, ok := parseFigure(r.text(column))
	if !ok {
		r.fault(column, "%q is not a number", r.text(column))
	} else if f.Known() && (f.Value < minimum || f.Value > maximum) {
		r.fault(column, "%s is outside %g to %g", f.Text, minimum, maximum)
	}
	return f
}

// eachRow reads a table of the dataset and calls visit with every row. The header has to be exactly columns;
// nil takes the header as it is.
func (l *loader) eachRow(name string, columns []string, visit func(*row)) (*table, error) {
	path := "tables/" + name + ".csv"
	src, err := fs.ReadFile(l.dataset.FS, path)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: l.dataset.path(path), Err: err}
	}
	t := &table{file: l.dataset.path(path), faults: l.faults}
	reader := csv.NewReader(bytes.NewReader(src))
	reader.ReuseRecord = true
	header, err := reader.Read()
	if err != nil {
		l.faults.add(t.file, 1, 1, "has no header row")
		return t, nil
	}
	t.columns = slices.Clone(header)
	if columns != nil && !slices.Equal(columns, t.columns) {
		l.faults.add(t.file, 1, 1, "columns should be %s, found %s", strings.Join(columns, ","), strings.Join(t.columns, ","))
		return t, nil
	}
	t.index = make(map[string]int, len(t.columns))
	for i, c := range t.columns {
		t.index[c] = i
	}
	t.visit(reader, visit)
	return t, nil
}

func (t *table) visit(reader *csv.Reader, visit func(*row)) {
	r := &row{table: t, column: make([]int, len(t.columns))}
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			var parse *csv.ParseError
			if errors.As(err, &parse) {
				t.faults.add(t.file, parse.Line, parse.Column, "%v", parse.Err)
			}
			return
		}
		r.cells = cells
		for i := range cells {
			r.line, r.column[i] = reader.FieldPos(i)
		}
		visit(r)
	}
}
