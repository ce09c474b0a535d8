package export

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/ingest"
)

// The release of the real dataset, written once into a directory and read back there.

const root = "../.."

// realCatalog reads content and dataset of the project.
var realCatalog = sync.OnceValues(func() (*catalog.Catalog, error) {
	c, faults, err := catalog.Load(tree("content"), tree("dataset"))
	if err == nil && len(faults) > 0 {
		err = faults
	}
	return c, err
})

// analysed are the tables that are computed from the real figures.
var analysed = sync.OnceValues(func() ([]ingest.Data, error) {
	c, err := realCatalog()
	if err != nil {
		return nil, err
	}
	a, err := analysis.New(c)
	if err != nil {
		return nil, err
	}
	return a.Tables(), nil
})

func tree(name string) catalog.Tree {
	return catalog.Tree{Name: name, FS: os.DirFS(filepath.Join(root, name))}
}

var written = sync.OnceValues(func() (string, error) {
	c, err := realCatalog()
	if err != nil {
		return "", err
	}
	derived, err := analysed()
	if err != nil {
		return "", err
	}
	r, err := NewRelease(os.DirFS(filepath.Join(root, "dataset")), c, "https://example.org/", derived...)
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "shigotoatlas-release-")
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, r.Directory()), r.Write(func(path string, data []byte) error {
		name := filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		return os.WriteFile(name, data, 0o644)
	})
})

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, err := written(); err == nil {
		os.RemoveAll(filepath.Dir(filepath.Dir(dir)))
	}
	os.Exit(code)
}

// released is the directory of the release.
func released(t *testing.T) string {
	t.Helper()
	dir, err := written()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// A wanted table is what every format must hold: the definition and the rows, read here from dataset/ as text, past
// the exporter; the rows of computed tables are those that were handed in.
type wanted struct {
	ingest.Table
	rows [][]string
}

// expected are all tables by name, and their names in order, once read.
var expected struct {
	once   sync.Once
	tables map[string]wanted
	names  []string
}

// want returns all tables by name, and their names in order. They are not to be changed.
func want(t *testing.T) (map[string]wanted, []string) {
	t.Helper()
	expected.once.Do(func() { expected.tables, expected.names = readWanted(t) })
	return expected.tables, expected.names
}

func readWanted(t *testing.T) (map[string]wanted, []string) {
	definitions, err := ingest.Tables(ingest.NewestVersion)
	if err != nil {
		t.Fatal(err)
	}
	tables, names := map[string]wanted{}, []string{}
	for _, d := range definitions {
		rows := readTable(t, filepath.Join(root, "dataset", "tables", d.Name+".csv"))
		if !slices.Equal(rows[0], d.Columns()) {
			t.Fatalf("%s has the columns %v, its definition %v", d.Name, rows[0], d.Columns())
		}
		tables[d.Name], names = wanted{d, rows[1:]}, append(names, d.Name)
	}
	c, err := realCatalog()
	if err != nil {
		t.Fatal(err)
	}
	long := profiles(c)
	tables[long.Name] = wanted{long.Table, melted(t, tables)}
	names = append(names, long.Name)
	derived, err := analysed()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range derived {
		if !d.Bulk {
			tables[d.Name], names = wanted{d.Table, d.Records}, append(names, d.Name)
		}
	}
	return tables, names
}

// bulk are the tables that are published as Parquet alone.
func bulk(t *testing.T) map[string]wanted {
	t.Helper()
	derived, err := analysed()
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string]wanted{}
	for _, d := range derived {
		if d.Bulk {
			tables[d.Name] = wanted{d.Table, d.Records}
		}
	}
	return tables
}

func readTable(t *testing.T, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte(byteOrderMark)))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

// melted is the long form of the profiles, made from the wide tables alone.
func melted(t *testing.T, tables map[string]wanted) [][]string {
	year, flagged := map[string]string{}, map[string]string{}
	for _, row := range tables["surveys"].rows {
		year[row[1]+" "+row[0]] = row[3]
	}
	for _, domain := range []string{"skills", "knowledge"} {
		marks := tables[domain+"_not_relevant"]
		for _, row := range marks.rows {
			for i, column := range marks.Columns()[1:] {
				flagged[domain+" "+row[0]+" "+column] = row[1+i]
			}
		}
	}
	small := smallSamples(tables)
	var rows [][]string
	for _, domain := range catalog.DomainKeys {
		wide := tables[domain]
		for _, row := range wide.rows {
			year := year[domain+" "+row[0]]
			small := small(domain, row[0], year)
			for i, column := range wide.Columns()[1:] {
				if row[1+i] == "" {
					continue
				}
				rows = append(rows, []string{domain, row[0], column, row[1+i], flagged[domain+" "+row[0]+" "+column],
					small, year})
			}
		}
	}
	return rows
}

// smallSamples applies the rule that stands in the description of small_sample.
func smallSamples(tables map[string]wanted) func(domain, id, year string) string {
	flags := map[string]map[string]string{}
	sampled := tables["sample_flags"]
	for _, row := range sampled.rows {
		flags[row[0]] = map[string]string{}
		for i, form := range sampled.Columns()[1:] {
			flags[row[0]][form] = row[1+i]
		}
	}
	return func(domain, id, year string) string {
		if year == "" {
			return ""
		}
		known, small := false, "0"
		for _, form := range tables["survey_forms"].rows {
			asked := form[3] == "all" || slices.Contains(strings.Split(form[3], "|"), id)
			if form[2] == domain && form[1] == year && asked {
				known = true
				if f := flags[id][form[0]]; f == "1" || f == "2" {
					small = "1"
				}
			}
		}
		for form, f := range flags[id] {
			ofYear := strings.HasPrefix(form, "fy"+year) || form == "initial" && year < "2020"
			if !known && ofYear && (f == "1" || f == "2") {
				small = "1"
			}
		}
		return small
	}
}
