package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shigotoatlas/generator/ingest"
)

// Every format is read back by a program that had no part in writing it, and every row is held against dataset/.

// checks is the directory of the readers that run in Node.js and Python.
const checks = root + "/static/checks"

// A comparison counts what was equal.
type comparison struct {
	tables map[string]wanted
	next   map[string]int // row expected next, by table
	faults int
}

func newComparison(t *testing.T) (*comparison, []string) {
	tables, names := want(t)
	return &comparison{maps.Clone(tables), map[string]int{}, 0}, names
}

// row holds the next row of a table against the dataset; cells are as encoding/json reads them.
func (c *comparison) row(t *testing.T, table string, cells []any) {
	t.Helper()
	w, at := c.tables[table], c.next[table]
	c.next[table]++
	switch {
	case c.faults > 20:
	case at >= len(w.rows):
		c.fault(t, "%s: row %d is not in the dataset: %v", table, at+1, cells)
	case len(cells) != len(w.Fields):
		c.fault(t, "%s: row %d has %d cells, want %d", table, at+1, len(cells), len(w.Fields))
	default:
		for i, f := range w.Fields {
			if !sameCell(f, w.rows[at][i], cells[i]) {
				c.fault(t, "%s: row %d, %s is %#v, want %q", table, at+1, f.Name, cells[i], w.rows[at][i])
			}
		}
	}
}

func (c *comparison) fault(t *testing.T, format string, args ...any) {
	t.Helper()
	c.faults++
	t.Errorf(format, args...)
}

// end reports tables that were not read to their end.
func (c *comparison) end(t *testing.T) {
	t.Helper()
	rows := 0
	for name, w := range c.tables {
		if c.next[name] != len(w.rows) {
			t.Errorf("%s: %d rows were read, want %d", name, c.next[name], len(w.rows))
		}
		rows += c.next[name]
	}
	t.Logf("%d tables, %d rows equal to dataset/", len(c.tables), rows)
}

// sameCell holds a typed value against the text of the dataset: numbers by value, lists by their values.
func sameCell(f ingest.Field, want string, got any) bool {
	switch v := got.(type) {
	case nil:
		return want == ""
	case float64:
		x, err := strconv.ParseFloat(want, 64)
		return (f.Type == ingest.Integer || f.Type == ingest.Number) && err == nil && x == v
	case string:
		return f.Type != ingest.Integer && f.Type != ingest.Number && v == want && want != ""
	case []any:
		var texts []string
		for _, value := range v {
			text, _ := value.(string)
			texts = append(texts, text)
		}
		return f.Type == ingest.List && strings.Join(texts, "|") == want
	}
	return false
}

// run shows a command in the test log, runs it in the directory of the release and returns what it prints.
func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	shown := name
	for _, arg := range args {
		if len(arg) > 160 {
			arg = arg[:160] + "…"
		}
		shown += " " + strconv.Quote(arg)
	}
	t.Log(shown)
	command := exec.Command(name, args...)
	command.Dir = released(t)
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", shown, err, complaint.String())
	}
	return out
}

// script is the path of a reader as the commands, which run in the release, have to name it.
func script(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(checks, name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func eachLine(t *testing.T, out []byte, visit func([]any)) {
	t.Helper()
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var line []any
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatalf("%v: %s", err, lines.Text())
		}
		visit(line)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

func TestParquetReadByDuckDB(t *testing.T) {
	compareParquet(t, "duckdb.mjs", "SELECT * FROM 'parquet/{}.parquet'")
}

func TestParquetReadByHyparquet(t *testing.T) {
	compareParquet(t, "hyparquet.mjs", "parquet")
}

// compareParquet reads the Parquet files of all tables, bulk ones too.
func compareParquet(t *testing.T, reader, argument string) {
	t.Helper()
	c, names := newComparison(t)
	for name, w := range bulk(t) {
		c.tables[name], names = w, append(names, name)
	}
	eachLine(t, run(t, "node", append([]string{script(t, reader), argument}, names...)...), func(line []any) { c.row(t, line[0].(string), line[1:]) })
	c.end(t)
}

// TestPartitionsReadByDuckDB: the partitioned tables hold the same rows, and a condition on the partition column lets
// the engine leave out the other files.
func TestPartitionsReadByDuckDB(t *testing.T) {
	tables, _ := want(t)
	for name, w := range tables {
		if w.Partition == "" {
			continue
		}
		key := `"` + strings.Join(w.Key, `","`) + `"`
		both := fmt.Sprintf(`SELECT count(*)::INT AS n FROM (
			(SELECT %[2]s FROM read_parquet('parquet-partitioned/{}/*/*.parquet', hive_partitioning = true, hive_types = {'fiscal_year': INT}) EXCEPT ALL SELECT %[2]s FROM 'parquet/{}.parquet')
			UNION ALL
			(SELECT %[2]s FROM 'parquet/{}.parquet' EXCEPT ALL SELECT %[2]s FROM read_parquet('parquet-partitioned/{}/*/*.parquet', hive_partitioning = true, hive_types = {'fiscal_year': INT})))`,
			key, `"`+strings.Join(w.Columns(), `","`)+`"`)
		if w.Partition == "domain" {
			both = strings.ReplaceAll(both, ", hive_types = {'fiscal_year': INT}", "")
		}
		eachLine(t, run(t, "node", script(t, "duckdb.mjs"), both, name), func(line []any) {
			if line[1] != 0.0 {
				t.Errorf("%s: %v rows differ between the one file and the partitioned ones", name, line[1])
			}
		})
	}
	plan := string(run(t, "node", script(t, "duckdb.mjs"), `EXPLAIN ANALYZE SELECT avg(value) FROM read_parquet('parquet-partitioned/{}/*/*.parquet', hive_partitioning = true) WHERE domain = 'skills'`, "profiles"))
	if !strings.Contains(plan, "Scanning Files: 1/12") {
		t.Errorf("DuckDB does not leave out the files of other domains:\n%s", strings.ReplaceAll(plan, `\n`, "\n"))
	}
}

// TestRowGroups: the bounds of row groups tell which of them a condition concerns.
func TestRowGroups(t *testing.T) {
	groups := 0
	eachLine(t, run(t, "node", script(t, "duckdb.mjs"),
		`SELECT row_group_id::INT, stats_min_value, stats_max_value, row_group_num_rows::INT FROM parquet_metadata('parquet/{}.parquet') WHERE path_in_schema = 'domain'`, "profiles"),
		func(line []any) {
			groups++
			if line[2] != line[3] {
				t.Errorf("row group %v of profiles holds the domains %v to %v, want one", line[1], line[2], line[3])
			}
			if line[4].(float64) > rowGroupRows {
				t.Errorf("row group %v has %v rows", line[1], line[4])
			}
		})
	if groups < 12 {
		t.Errorf("profiles has %d row groups, want one for each of 12 domains at least", groups)
	}
}

func TestCSVReadByDuckDB(t *testing.T) {
	c, names := newComparison(t)
	out := run(t, "node", append([]string{script(t, "duckdb.mjs"), "SELECT * FROM read_csv('csv/{}.csv', all_varchar = true, header = true)"}, names...)...)
	eachLine(t, out, func(line []any) { c.text(t, line[0].(string), line[1:]) })
	c.end(t)
}

// text is row for cells that are all text, as in the file.
func (c *comparison) text(t *testing.T, table string, cells []any) {
	t.Helper()
	w, at := c.tables[table], c.next[table]
	c.next[table]++
	for i, cell := range cells {
		text, _ := cell.(string)
		if c.faults < 20 && (at >= len(w.rows) || text != w.rows[at][i]) {
			c.fault(t, "%s: row %d, cell %d is %q", table, at+1, i+1, text)
		}
	}
}

// TestDataPackage: the Frictionless library accepts the package and casts every cell to its type.
func TestDataPackage(t *testing.T) {
	c, _ := newComparison(t)
	eachLine(t, run(t, "node", script(t, "datapackage.mjs"), "datapackage.json"), func(line []any) {
		table := line[0].(string)
		for i, f := range c.tables[table].Fields {
			if text, ok := line[1+i].(string); ok && f.Type == ingest.List {
				line[1+i] = anys(strings.Split(text, "|"))
			}
		}
		c.row(t, table, line[1:])
	})
	c.end(t)
}

func anys(texts []string) []any {
	all := make([]any, len(texts))
	for i, text := range texts {
		all[i] = text
	}
	return all
}

func TestJSONReadByJQ(t *testing.T) {
	for format, filter := range map[string]string{"json": ".[] | [.[]]", "jsonl": "[.[]]"} {
		c, names := newComparison(t)
		for _, name := range names {
			eachLine(t, run(t, "jq", "-c", filter, format+"/"+name+"."+format), func(cells []any) { c.row(t, name, cells) })
		}
		c.end(t)
	}
}

// TestJSONKeys: the keys of every object are the columns in their order.
func TestJSONKeys(t *testing.T) {
	tables, names := want(t)
	for _, name := range names {
		columns, err := json.Marshal(tables[name].Columns())
		if err != nil {
			t.Fatal(err)
		}
		if out := run(t, "jq", "--argjson", "columns", string(columns), "all(.[]; keys_unsorted == $columns)", "json/"+name+".json"); string(out) != "true\n" {
			t.Errorf("not every object of %s has the keys %s", name, columns)
		}
	}
}

func TestXMLAgainstXSD(t *testing.T) {
	_, names := want(t)
	files := make([]string, len(names))
	for i, name := range names {
		files[i] = "xml/" + name + ".xml"
	}
	run(t, "xmllint", append([]string{"--noout", "--schema", "xml/dataset.xsd"}, files...)...)
}

// TestXSDRefuses: the schema is not one that takes everything.
func TestXSDRefuses(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join(released(t), "xml/interests.xml"))
	if err != nil {
		t.Fatal(err)
	}
	for fault, change := range map[string][2]string{
		"out of range":    {`realistic="2.743"`, `realistic="7.743"`},
		"no number":       {`realistic="2.743"`, `realistic="高い"`},
		"unknown column":  {`realistic="2.743"`, `reality="2.743"`},
		"no id":           {`<row id="1" `, `<row `},
		"a key twice":     {`<row id="2" `, `<row id="1" `},
		"too many digits": {`realistic="2.743"`, `realistic="2.7431"`},
	} {
		file := filepath.Join(t.TempDir(), "interests.xml")
		if !bytes.Contains(whole, []byte(change[0])) {
			t.Fatalf("interests.xml has no %s", change[0])
		}
		if err := os.WriteFile(file, bytes.Replace(whole, []byte(change[0]), []byte(change[1]), 1), 0o644); err != nil {
			t.Fatal(err)
		}
		command := exec.Command("xmllint", "--noout", "--schema", "xml/dataset.xsd", file)
		command.Dir = released(t)
		if out, err := command.CombinedOutput(); err == nil {
			t.Errorf("%s: xmllint finds it valid: %s", fault, out)
		}
	}
}

func TestXMLReadByExpat(t *testing.T) {
	c, names := newComparison(t)
	eachLine(t, run(t, "python3", append([]string{script(t, "read_xml.py"), "xml"}, names...)...), func(line []any) {
		table := line[0].(string)
		row, cells := line[1].(map[string]any), []any{}
		for _, f := range c.tables[table].Fields {
			value := row[xmlName(f.Name)]
			if text, ok := value.(string); ok && (f.Type == ingest.Integer || f.Type == ingest.Number) {
				number, err := strconv.ParseFloat(text, 64)
				if err != nil {
					t.Fatal(err)
				}
				value = number
			}
			cells = append(cells, value)
		}
		c.row(t, table, cells)
	})
	c.end(t)
}

func TestDatabaseReadBySQLite(t *testing.T) {
	c, names := newComparison(t)
	for _, check := range []string{"PRAGMA integrity_check", "PRAGMA foreign_key_check"} {
		if out := strings.TrimSpace(string(run(t, "sqlite3", "shigoto-atlas.sqlite", check))); out != "ok" && out != "" {
			t.Errorf("%s: %s", check, out)
		}
	}
	for _, name := range names {
		w := c.tables[name]
		w.rows = slices.Clone(w.rows)
		columns := make([]string, len(w.Fields))
		for i, f := range w.Fields {
			columns[i] = `"` + f.Name + `"`
		}
		// Rows lie in the order of the key; the dataset's order differs in some tables, so both are put into that of the key.
		slices.SortStableFunc(w.rows, byKey(w))
		c.tables[name] = w
		out := run(t, "sqlite3", "shigoto-atlas.sqlite", "SELECT json_array("+strings.Join(columns, ", ")+") FROM "+quoted(name)+" ORDER BY "+quotedAll(w.Key))
		eachLine(t, out, func(cells []any) {
			for i, f := range w.Fields {
				if text, ok := cells[i].(string); ok && f.Type == ingest.List {
					cells[i] = anys(strings.Split(text, "|"))
				}
			}
			c.row(t, name, cells)
		})
	}
	c.end(t)
}

// byKey orders rows as SQLite does: numbers by value, text by its bytes.
func byKey(w wanted) func(a, b []string) int {
	return func(a, b []string) int {
		for _, name := range w.Key {
			i := w.Column(name)
			if w.Fields[i].Type == ingest.Integer {
				x, _ := strconv.Atoi(a[i])
				y, _ := strconv.Atoi(b[i])
				if x != y {
					return x - y
				}
				continue
			}
			if order := strings.Compare(a[i], b[i]); order != 0 {
				return order
			}
		}
		return 0
	}
}

// TestViews: the views of the database answer, and the rates they compute are those of the figures.
func TestViews(t *testing.T) {
	for view, rows := range map[string]int{"occupation_overview": 556, "profile_names": 121958, "wage_names": 1716, "openings_names": 31536} {
		out := strings.TrimSpace(string(run(t, "sqlite3", "shigoto-atlas.sqlite", "SELECT count(*) FROM "+view)))
		if out != strconv.Itoa(rows) {
			t.Errorf("%s has %s rows, want %d", view, out, rows)
		}
	}
	// 1,136 openings over 8,270 seekers, in dataset/tables/openings.csv.
	out := run(t, "sqlite3", "shigoto-atlas.sqlite", "SELECT ratio FROM openings_names WHERE \"group\" = '01' AND place = 'JP-00' AND fiscal_year = 2023 AND employment = 'all'")
	if got := strings.TrimSpace(string(out)); got != "0.14" {
		t.Errorf("the ratio is %s, want 0.14", got)
	}
}

func TestWorkbookReadByExcelize(t *testing.T) {
	c, names := newComparison(t)
	book, err := excelize.OpenFile(filepath.Join(released(t), "shigoto-atlas.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if sheets := book.GetSheetList(); !slices.Equal(sheets, append([]string{"README", "tables", "columns"}, names...)) {
		t.Errorf("the sheets are %v", sheets)
	}
	for _, name := range names {
		c.sheet(t, book, name)
	}
	c.end(t)
}

// sheet reads a sheet row by row with the raw values of its cells.
func (c *comparison) sheet(t *testing.T, book *excelize.File, name string) {
	t.Helper()
	panes, err := book.GetPanes(name)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("sheet %s: its header is not frozen: %+v, %v", name, panes, err)
	}
	rows, err := book.Rows(name)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	fields := c.tables[name].Fields
	for first := true; rows.Next(); first = false {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if first {
			if !slices.Equal(cells, c.tables[name].Columns()) {
				t.Errorf("sheet %s has the header %v", name, cells)
			}
			continue
		}
		typed := make([]any, len(fields))
		for i, cell := range cells {
			typed[i] = typedCell(fields[i], cell)
		}
		c.row(t, name, typed)
	}
	kind, err := book.GetCellType(name, "A2")
	if want := map[ingest.Type]excelize.CellType{ingest.Integer: excelize.CellTypeNumber, ingest.String: excelize.CellTypeInlineString, ingest.List: excelize.CellTypeInlineString}[fields[0].Type]; err != nil || kind != want && !(want == excelize.CellTypeNumber && kind == excelize.CellTypeUnset) {
		t.Errorf("sheet %s: A2 is of the type %v, want %v (%v)", name, kind, want, err)
	}
}

func typedCell(f ingest.Field, cell string) any {
	switch {
	case cell == "":
		return nil
	case f.Type == ingest.List:
		return anys(strings.Split(cell, "|"))
	case f.Type == ingest.String:
		return cell
	}
	x, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return cell
	}
	return x
}

func TestChecksums(t *testing.T) {
	run(t, "sha256sum", "--quiet", "--check", "SHA256SUMS")
	listed := strings.Count(string(run(t, "cat", "SHA256SUMS")), "\n")
	files := 0
	err := filepath.WalkDir(released(t), func(_ string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files++
		}
		return err
	})
	if err != nil || listed != files-1 {
		t.Errorf("SHA256SUMS lists %d files, the directory has %d beside it (%v)", listed, files-1, err)
	}
}

// TestIndex: the index tells the rows and columns of every table and the sizes of its files, which stand in the log.
func TestIndex(t *testing.T) {
	tables, names := want(t)
	var index Index
	if err := json.Unmarshal(run(t, "cat", "index.json"), &index); err != nil {
		t.Fatal(err)
	}
	sizes, total := map[string]map[string]int{}, 0
	for _, f := range index.Files {
		info, err := os.Stat(filepath.Join(released(t), f.Path))
		if err != nil || info.Size() != int64(f.Bytes) {
			t.Errorf("%s has %v bytes, the index says %d (%v)", f.Path, info, f.Bytes, err)
		}
		if sizes[f.Table] == nil {
			sizes[f.Table] = map[string]int{}
		}
		format, _, _ := strings.Cut(f.Path, "/")
		sizes[f.Table][format] += f.Bytes
		total += f.Bytes
	}
	if len(index.Tables) != len(names) {
		t.Fatalf("the index has %d tables, want %d", len(index.Tables), len(names))
	}
	for i, name := range names {
		got, w := index.Tables[i], tables[name]
		if got.Name != name || got.Rows != len(w.rows) || got.Columns != len(w.Fields) {
			t.Errorf("the index has %s with %d rows and %d columns, want %s with %d and %d", got.Name, got.Rows, got.Columns, name, len(w.rows), len(w.Fields))
		}
		t.Logf("%-24s %6d rows %2d columns, bytes %v", name, got.Rows, got.Columns, sizes[name])
	}
	t.Logf("%d files, %d bytes", len(index.Files), total)
}
