package export

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"shigotoatlas/generator/ingest"
)

// The sheets that explain the others; no table has one of their names.
const (
	readmeSheet  = "README"
	tablesSheet  = "tables"
	columnsSheet = "columns"
)

func (r *Release) writeWorkbook(write func(string, []byte) error) error {
	data, err := r.encodeWorkbook()
	if err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	return write("shigoto-atlas.xlsx", data)
}

// A workbook is a spreadsheet file under way with the styles of its cells.
type workbook struct {
	*excelize.File
	head   int
	styles map[int]int // of numbers, by digits after the point
}

// encodeWorkbook writes one workbook: a sheet that explains, a sheet of the tables, one of their columns, and a sheet
// for each table with one frozen header row and typed cells.
func (r *Release) encodeWorkbook() (data []byte, err error) {
	book := workbook{File: excelize.NewFile().SetZipWriter(newSortedZip), styles: map[int]int{}}
	defer func() { err = errors.Join(err, book.Close()) }()
	if err := book.prepare(r); err != nil {
		return nil, err
	}
	if err := book.writeNotes(r); err != nil {
		return nil, err
	}
	for _, t := range r.Tables {
		if err := book.writeTable(t); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", t.Name, err)
		}
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// prepare sets the styles, and properties that tell nothing of when the file was made.
func (book *workbook) prepare(r *Release) (err error) {
	if book.head, err = book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return err
	}
	for _, decimals := range []int{1, 2, 3} {
		format := "0.000"[:2+decimals]
		if book.styles[decimals], err = book.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
			return err
		}
	}
	day := r.Latest() + "T00:00:00Z"
	return book.SetDocProps(&excelize.DocProperties{Title: "しごとアトラス データセット " + r.Version, Creator: "Shigoto Atlas contributors", Created: day, Modified: day})
}

// writeNotes writes the three sheets that explain the others.
func (book *workbook) writeNotes(r *Release) error {
	if err := book.SetSheetName("Sheet1", readmeSheet); err != nil {
		return err
	}
	notes := [][]any{
		{"しごとアトラス データセット / Shigoto Atlas dataset", r.Version},
		{"日本の職業の数値プロフィール、賃金、求人、分類の表です。表の名前がシートの名前です。", "Numeric profiles, wages, openings and classifications of occupations in Japan. A sheet has the name of its table."},
		{"一覧は tables、列の意味は columns にあります。", "The sheet tables lists them; columns explains every column."},
		{"空欄は公表値なしです。0 ではありません。", "An empty cell is a value not published; it is never 0."},
		{"一つの欄の | は値の区切りです。", "| stands between several values of one cell."},
		{"利用条件は表ごとに違います。出典を必ず示してください。", "Terms differ by table. Always show the citation."},
		{},
		{"出典の書き方 / Citations", "利用条件 / Terms"},
	}
	for _, s := range r.Sources {
		notes = append(notes, []any{s.Citation, s.Terms})
	}
	if err := book.writeSheet(readmeSheet, []float64{80, 80}, nil, notes); err != nil {
		return err
	}
	tables, columns := r.describeTables()
	if err := book.writeSheet(tablesSheet, []float64{24, 36, 42, 10, 10, 60, 60, 60}, []any{"table", "title", "title_en", "rows", "columns", "description", "description_en", "terms"}, tables); err != nil {
		return err
	}
	return book.writeSheet(columnsSheet, []float64{24, 28, 10, 14, 24, 60, 60}, []any{"table", "column", "type", "unit", "values", "description", "description_en"}, columns)
}

// describeTables are the rows of the sheets tables and columns.
func (r *Release) describeTables() (tables, columns [][]any) {
	for _, t := range r.Tables {
		terms := ""
		for _, s := range r.Terms(t.Table) {
			terms += s.Terms + " "
		}
		tables = append(tables, []any{t.Name, t.Title, t.TitleEN, len(t.Records), len(t.Fields), t.About, t.AboutEN, terms})
		for _, f := range t.Fields {
			columns = append(columns, []any{t.Name, f.Name, string(f.Type), f.Unit, f.Values(), f.About, f.AboutEN})
		}
	}
	return tables, columns
}

// writeTable writes the sheet of a table.
func (book *workbook) writeTable(t ingest.Data) error {
	sheet, err := book.begin(t.Name)
	if err != nil {
		return err
	}
	head := make([]any, len(t.Fields))
	for i, f := range t.Fields {
		head[i] = f.Name
		if err := sheet.SetColWidth(i+1, i+1, float64(min(max(len(f.Name)+2, 10), 30))); err != nil {
			return err
		}
		if style := book.styles[f.Decimals]; style > 0 {
			if err := sheet.SetColStyle(i+1, i+1, style); err != nil {
				return err
			}
		}
	}
	if err := book.freeze(sheet, head); err != nil {
		return err
	}
	row := make([]any, len(t.Fields))
	for k, record := range t.Records {
		for i, f := range t.Fields {
			if row[i], err = cellValue(f, record[i]); err != nil {
				return err
			}
		}
		if err := sheet.SetRow("A"+strconv.Itoa(k+2), row); err != nil {
			return err
		}
	}
	return sheet.Flush()
}

func cellValue(f ingest.Field, cell string) (any, error) {
	switch {
	case cell == "":
		return nil, nil
	case f.Type == ingest.Integer:
		return strconv.Atoi(cell)
	case f.Type == ingest.Number:
		return strconv.ParseFloat(cell, 64)
	}
	return cell, nil
}

// writeSheet writes rows below a frozen header, or without one.
func (book *workbook) writeSheet(name string, widths []float64, head []any, rows [][]any) error {
	sheet, err := book.begin(name)
	if err != nil {
		return err
	}
	for i, width := range widths {
		if err := sheet.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	first := 1
	if head != nil {
		if err := book.freeze(sheet, head); err != nil {
			return err
		}
		first = 2
	}
	for i, row := range rows {
		if err := sheet.SetRow("A"+strconv.Itoa(first+i), row); err != nil {
			return err
		}
	}
	return sheet.Flush()
}

func (book *workbook) begin(name string) (*excelize.StreamWriter, error) {
	if _, err := book.NewSheet(name); err != nil {
		return nil, err
	}
	return book.NewStreamWriter(name)
}

// freeze writes the header row, which stays in sight.
func (book *workbook) freeze(sheet *excelize.StreamWriter, head []any) error {
	if err := sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return sheet.SetRow("A1", head, excelize.RowOpts{StyleID: book.head})
}
