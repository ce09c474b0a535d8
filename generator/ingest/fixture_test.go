package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/japanese"
)

// A sheet is a small file of numeric profiles with made-up figures: the layout of
// a version and rows of cells by official id.
type sheet struct {
	version, date string
	columns       []layoutColumn
	rows          []map[string]string
}

// newSheet has the header of a version and the given rows.
func newSheet(t testing.TB, version string, rows ...map[string]string) sheet {
	t.Helper()
	columns, err := layout(version)
	if err != nil {
		t.Fatal(err)
	}
	return sheet{version, "2026/2/10", columns, rows}
}

// occupation is a row with an id, a title and more cells, given as id, value pairs.
func occupation(id string, pairs ...string) map[string]string {
	row := map[string]string{"IPD_01_01_001": id, "IPD_02_01_001": "職業" + id}
	for i := 0; i < len(pairs); i += 2 {
		row[pairs[i]] = pairs[i+1]
	}
	return row
}

// grid writes the sheet as the official files are written: a preamble, names,
// ids, data, and two blank rows at the end.
func (s sheet) grid() [][]string {
	rows := [][]string{
		{"1", "", "見本"}, {"2", "", "version " + s.version}, {"3", "", "【最終更新日】"}, {"4", "", s.date},
		{"5", ""}, {"6", ""},
	}
	for _, c := range s.columns {
		rows[4] = append(rows[4], c.name)
		rows[5] = append(rows[5], c.id)
	}
	for i, cells := range s.rows {
		row := []string{strconv.Itoa(i + 7), strconv.Itoa(i + 1)}
		for _, c := range s.columns {
			row = append(row, cells[c.id])
		}
		rows = append(rows, row)
	}
	return append(rows, make([]string, len(s.columns)+2), make([]string, len(s.columns)+2))
}

func (s sheet) csv(t testing.TB) File {
	t.Helper()
	return File{"profiles.csv", cp932(t, csvText(t, s.grid()))}
}

func csvText(t testing.TB, rows [][]string) string {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func cp932(t testing.TB, text string) []byte {
	t.Helper()
	encoded, err := japanese.ShiftJIS.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(encoded)
}

// xlsx writes the sheet as a workbook, its figures as numbers.
func (s sheet) xlsx(t testing.TB) File {
	t.Helper()
	return workbook(t, "profiles.xlsx", named{"IPD形式", s.grid()})
}

// A named sheet of a workbook.
type named struct {
	name string
	rows [][]string
}

// workbook writes sheets; cells that look like numbers become numbers.
func workbook(t testing.TB, name string, sheets ...named) File {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, s := range sheets {
		if i == 0 {
			book.SetSheetName("Sheet1", s.name)
		} else if _, err := book.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for r, row := range s.rows {
			cell, err := excelize.CoordinatesToCellName(1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := book.SetSheetRow(s.name, cell, numbers(row)); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return File{name, b.Bytes()}
}

func numbers(row []string) *[]any {
	cells := make([]any, len(row))
	for i, text := range row {
		if number, err := strconv.ParseFloat(text, 64); err == nil {
			cells[i] = number
		} else if text != "" {
			cells[i] = text
		}
	}
	return &cells
}

// edit rewrites a part of a workbook, to store what its writer would not.
func edit(t testing.TB, file File, part string, change func(string) string) File {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file.Data), int64(len(file.Data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			changed := change(string(text))
			if changed == string(text) {
				t.Fatalf("nothing to change in %s", part)
			}
			text = []byte(changed)
		}
		out, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return File{file.Name, b.Bytes()}
}

// records returns the records of a table of an import as CSV text without header.
func records(t testing.TB, imported Import, name string) string {
	t.Helper()
	i := slices.IndexFunc(imported.Tables, func(d Data) bool { return d.Name == name })
	if i < 0 {
		t.Fatalf("no table %s", name)
	}
	return csvText(t, imported.Tables[i].Records)
}

// value returns a cell of a table by the first column and a column name.
func value(t testing.TB, imported Import, table, id, column string) string {
	t.Helper()
	for _, d := range imported.Tables {
		if d.Name != table {
			continue
		}
		for _, record := range d.Records {
			if record[0] == id && d.Column(column) >= 0 {
				return record[d.Column(column)]
			}
		}
	}
	t.Fatalf("no cell %s %s %s", table, id, column)
	return ""
}

func wantText(t testing.TB, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %s\nwant %s", what, got, want)
	}
}

// wantFaults compares an error with messages, one per line.
func wantFaults(t testing.TB, err error, messages ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want\n%s", strings.Join(messages, "\n"))
	}
	wantText(t, "message", err.Error(), strings.Join(messages, "\n"))
}
