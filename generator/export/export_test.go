package export

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"shigotoatlas/generator/ingest"
)

// small is a table handed in beside the dataset.
func small() ingest.Data {
	return ingest.Data{
		Table: ingest.Table{
			Name: "pairs", Title: "組", TitleEN: "Pairs", About: "二つの職業の組です。", AboutEN: "Pairs of occupations.",
			Sources: []string{"ipd-numeric"}, Key: []string{"id"}, References: []ingest.Reference{{Field: "id", Table: "occupations", Column: "id"}},
			Fields: []ingest.Field{ingest.IDField(), {Name: "words", Type: ingest.List, About: "語。", AboutEN: "Words."}},
		},
		Records: [][]string{{"1", `a"b|c`}, {"2", ""}},
	}
}

func newRelease(t *testing.T, derived ...ingest.Data) (*Release, error) {
	t.Helper()
	c, err := realCatalog()
	if err != nil {
		t.Fatal(err)
	}
	return NewRelease(os.DirFS(filepath.Join(root, "dataset")), c, "https://example.org/", derived...)
}

// few leaves the tables that the metadata and the views of the database refer to, and those handed in.
func few(r *Release) {
	r.Tables = slices.DeleteFunc(r.Tables, func(d ingest.Data) bool {
		return !slices.Contains([]string{"occupations", "wage_classes", "jsoc", "jsic", "pairs", "wages", "openings", "openings_groups", "places", "profiles", "items"}, d.Name)
	})
}

// TestDerivedTable: a table that is handed in stands in every format, with what it says of itself.
func TestDerivedTable(t *testing.T) {
	r, err := newRelease(t, small())
	if err != nil {
		t.Fatal(err)
	}
	few(r)
	var mu sync.Mutex
	files := map[string][]byte{}
	if err := r.Write(func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		files[strings.TrimPrefix(path, r.Directory())] = data
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for name, holds := range map[string]string{
		"csv/pairs.csv": "1,\"a\"\"b|c\"\n2,\n", "csv-bom/pairs.csv": "\ufeffid,words\n", "json/pairs.json": `{"id":1,"words":["a\"b","c"]},` + "\n" + `{"id":2,"words":null}`,
		"jsonl/pairs.jsonl": `{"id":2,"words":null}` + "\n", "xml/pairs.xml": `<row id="1"><words>a&#34;b</words><words>c</words></row>`, "xml/dataset.xsd": `<xs:element name="pairs">`,
		"parquet/pairs.parquet": "Pairs of occupations.", "shigoto-atlas.sqlite": `CREATE TABLE "pairs"`, "datapackage.json": `"name": "pairs"`, "csv/csv-metadata.json": `"url": "pairs.csv"`,
		"croissant.json": `"@id": "pairs/words"`, "README.md": "## pairs", "LICENSES.md": "| pairs |", "index.json": `"name": "pairs"`,
	} {
		if !bytes.Contains(files[name], []byte(holds)) {
			t.Errorf("%s does not hold %s", name, holds)
		}
	}
}

// TestBulkTable: a table marked as bulk is a Parquet file and nothing else.
func TestBulkTable(t *testing.T) {
	d := small()
	d.Bulk = true
	r, err := newRelease(t, d)
	if err != nil {
		t.Fatal(err)
	}
	few(r)
	var files []string
	var mu sync.Mutex
	err = r.Write(func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		if strings.Contains(path, "pairs") {
			files = append(files, path)
		}
		return nil
	})
	if want := []string{r.Directory() + "parquet/pairs.parquet"}; err != nil || !slices.Equal(files, want) {
		t.Errorf("written are %v, want %v: %v", files, want, err)
	}
}

// TestFaultyTable: what a table has to say of itself is asked for word for word.
func TestFaultyTable(t *testing.T) {
	for wanted, change := range map[string]func(*ingest.Data){
		"table pairs: column words has no description":                      func(d *ingest.Data) { d.Fields[1].AboutEN = "" },
		"table pairs: has no title, description or source":                  func(d *ingest.Data) { d.TitleEN = "" },
		`tables/pairs.csv:3:1: id: "two" is not a number`:                   func(d *ingest.Data) { d.Records[1][0] = "two" },
		`tables/pairs.csv:3:1: id: "9999" is not in tables/occupations.csv`: func(d *ingest.Data) { d.Records[1][0] = "9999" },
		"tables/pairs.csv: its source sources/dream.yaml is missing":        func(d *ingest.Data) { d.Sources = []string{"dream"} },
	} {
		d := small()
		change(&d)
		if _, err := newRelease(t, d); err == nil || !strings.Contains(err.Error(), wanted) {
			t.Errorf("the fault is %v, want %s", err, wanted)
		}
	}
}

// TestSameBytes: a release written twice is the same to the byte.
func TestSameBytes(t *testing.T) {
	derived, err := analysed()
	if err != nil {
		t.Fatal(err)
	}
	r, err := newRelease(t, derived...)
	if err != nil {
		t.Fatal(err)
	}
	var again []byte
	if err := r.Write(func(path string, data []byte) error {
		if strings.HasSuffix(path, "/SHA256SUMS") {
			again = data
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(released(t), "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	first, second := strings.Split(string(before), "\n"), strings.Split(string(again), "\n")
	for i := range first {
		if first[i] != second[i] {
			t.Errorf("%s\n%s", first[i], second[i])
		}
	}
}

func TestKey(t *testing.T) {
	dataset, program := fstest.MapFS{"a.csv": {Data: []byte("1")}}, fstest.MapFS{"a.go": {Data: []byte("2")}}
	key := func(dataset, program fstest.MapFS, base string, further ...string) string {
		k, err := Key(dataset, program, base, further...)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	keys := []string{
		key(dataset, program, "x"), key(fstest.MapFS{"a.csv": {Data: []byte("3")}}, program, "x"), key(fstest.MapFS{"b.csv": {Data: []byte("1")}}, program, "x"),
		key(dataset, fstest.MapFS{"a.go": {Data: []byte("3")}}, "x"), key(dataset, program, "y"), key(dataset, program, "x", "names"), key(dataset, program, "x", "other names"),
	}
	if again := key(dataset, program, "x", "names"); again != keys[5] {
		t.Error("equal releases have different keys")
	}
	slices.Sort(keys)
	if different := slices.Compact(keys); len(different) != 7 {
		t.Errorf("7 different releases have %d keys", len(different))
	}
}

var (
	isoDate    = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)
	columnName = regexp.MustCompile(`^[a-z0-9_]+$`)
)

// TestMachineReadable holds every CSV file against the rules for machine-readable tables of Japanese public data (総務省
// 統計表における機械判読可能なデータの表記方法の統一ルール, 2020): one header row, one value to a cell, numbers without
// separators, units or signs for missing values, no line breaks or blanks to lay out, nothing left out because it is the
// same as above, and no notes below the table.
func TestMachineReadable(t *testing.T) {
	tables, names := want(t)
	for _, name := range names {
		rows := readTable(t, filepath.Join(released(t), "csv", name+".csv"))
		for i, column := range rows[0] {
			if !columnName.MatchString(column) || slices.Index(rows[0], column) != i {
				t.Errorf("%s: the header %q is not one name of its own", name, column)
			}
		}
		for k, row := range rows[1:] {
			for i, cell := range row {
				if problem := unreadable(tables[name].Fields[i], cell); problem != "" {
					t.Errorf("%s:%d: %s: %q %s", name, k+2, rows[0][i], cell, problem)
				}
			}
		}
		withMark, err := os.ReadFile(filepath.Join(released(t), "csv-bom", name+".csv"))
		plain, err2 := os.ReadFile(filepath.Join(released(t), "csv", name+".csv"))
		if err != nil || err2 != nil || string(withMark) != byteOrderMark+string(plain) {
			t.Errorf("csv-bom/%s.csv is not csv/%s.csv behind a byte order mark (%v, %v)", name, name, err, err2)
		}
	}
}

func unreadable(f ingest.Field, cell string) string {
	switch {
	case cell == "" && f.Required:
		return "is empty"
	case cell == "":
		return ""
	case strings.TrimSpace(cell) != cell || strings.ContainsAny(cell, "\r\n\t"):
		return "has blanks around it or a line break"
	case slices.Contains([]string{"-", "－", "…", "***", "x", "X", "NA", "N/A", "null"}, cell):
		return "is a sign for a missing value"
	case f.Type == ingest.String || f.Type == ingest.List:
		return ""
	case !json.Valid([]byte(cell)):
		return "is not a bare number"
	case f.Unit == "年度" && !isoDate.MatchString(cell):
		return "is not a year"
	}
	return ""
}
