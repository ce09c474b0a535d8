package ingest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/japanese"
)

// unzipLimit bounds what a workbook may unpack to; the largest official one
// unpacks to 11 MB.
const unzipLimit = 256 << 20

// A grid is one sheet of text cells, from a CSV file or a workbook. Its rows
// may have different lengths.
type grid struct {
	name string // file name, and after "!" the sheet of a workbook
	rows [][]string
}

// cell returns the cell at a row and column counted from 0, trimmed of blanks,
// full-width ones among them; "" outside the grid.
func (g grid) cell(row, column int) string {
	if row < 0 || row >= len(g.rows) || column < 0 || column >= len(g.rows[row]) {
		return ""
	}
	return strings.TrimSpace(g.rows[row][column])
}

// blank reports whether a row has no text in the columns from first on.
func (g grid) blank(row, first int) bool {
	for column := first; column < len(g.rows[row]); column++ {
		if g.cell(row, column) != "" {
			return false
		}
	}
	return true
}

// grids reads a file as CSV or, when it begins like a zip archive, as a workbook
// with one grid per sheet.
func grids(file File) ([]grid, error) {
	if bytes.HasPrefix(file.Data, []byte("PK\x03\x04")) {
		return workbookGrids(file)
	}
	g, err := csvGrid(file)
	if err != nil {
		return nil, err
	}
	return []grid{g}, nil
}

// csvGrid reads CSV text in UTF-8 or, when it is not valid UTF-8, in cp932.
func csvGrid(file File) (grid, error) {
	text := bytes.TrimPrefix(file.Data, []byte("\uFEFF"))
	if !utf8.Valid(text) {
		decoded, err := japanese.ShiftJIS.NewDecoder().Bytes(text)
		if err != nil {
			return grid{}, fmt.Errorf("%s: decode cp932: %w", file.Name, err)
		}
		text = decoded
	}
	reader := csv.NewReader(bytes.NewReader(text))
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	var damage *csv.ParseError
	if errors.As(err, &damage) {
		return grid{}, Faults{{file.Name, damage.Line, damage.Column, "read CSV: " + damage.Err.Error()}}
	}
	g := grid{name: file.Name, rows: rows}
	return g, g.checkText()
}

// checkText reports cells with bytes that are no text in cp932.
func (g grid) checkText() error {
	var faults Faults
	for row := range g.rows {
		for column, cell := range g.rows[row] {
			if strings.ContainsRune(cell, utf8.RuneError) {
				faults.add(g.name, row+1, column+1, "is not text in UTF-8 or cp932: %q", cell)
			}
		}
	}
	return faults.err()
}

// workbookGrids reads every sheet of a workbook. Cells come raw, so a number is
// its stored text and not its display form. Phonetic readings are stored beside
// the text of a cell and are left there.
func workbookGrids(file File) (sheets []grid, err error) {
	defer func() {
		// A damaged archive can make the reader index out of range; that is a
		// fault of the file and not of the program.
		if r := recover(); r != nil {
			sheets, err = nil, fmt.Errorf("%s: damaged workbook: %v", file.Name, r)
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(file.Data), excelize.Options{RawCellValue: true, UnzipSizeLimit: unzipLimit})
	if err != nil {
		return nil, fmt.Errorf("%s: open workbook: %w", file.Name, err)
	}
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			return nil, fmt.Errorf("%s: read sheet %s: %w", file.Name, sheet, err)
		}
		sheets = append(sheets, grid{name: file.Name + "!" + sheet, rows: rows})
	}
	return sheets, nil
}
