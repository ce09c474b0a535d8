package ingest

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func smallImports(t testing.TB) []Import {
	t.Helper()
	origin := Origin{Obtained: "2026-11-20", Note: "見本"}
	must := func(imported Import, err error) Import {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return imported
	}
	one, ten := wageFiles(t, unchanged)
	list := "12,左官,,,,,,1001,\n3,教師,,,,,,,\n"
	return []Import{
		must(IPDNumeric(newSheet(t, "7.00", plasterer(), teacher()).csv(t), origin)),
		must(Occupations(File{"occupations-7.00.csv", []byte(occupationsHeader + list)}, origin)),
		must(importSmallWages(t, one, ten)),
	}
}

func readFile(t testing.TB, elements ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(elements...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// tree is a directory as text, to compare before and after.
func tree(t testing.TB, directory string) string {
	t.Helper()
	var b strings.Builder
	err := fs.WalkDir(os.DirFS(directory), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		b.WriteString(name + "\n" + readFile(t, directory, name) + "\n")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	directory := t.TempDir()
	imports := smallImports(t)
	if err := Write(directory, imports...); err != nil {
		t.Fatal(err)
	}
	wantText(t, "interests", readFile(t, directory, "tables", "interests.csv"),
		"id,realistic,investigative,artistic,social,enterprising,conventional\n3,,,,4.900,,\n12,3.200,2.743,,,,\n")
	var manifest struct {
		Version   string
		Resources []struct{ Name string }
	}
	if err := json.Unmarshal([]byte(readFile(t, directory, "datapackage.json")), &manifest); err != nil {
		t.Fatal(err)
	}
	wantText(t, "first version", manifest.Version, "2026.11.0")
	wantText(t, "first table", manifest.Resources[0].Name, "occupations")
	if text := readFile(t, directory, "sources", "wages-table1.yaml"); !strings.Contains(text, "職種「不詳」") {
		t.Errorf("the sidecar does not name the skipped class:\n%s", text)
	}
	before := tree(t, directory)
	if strings.Contains(before, ".import-") {
		t.Error("temporary files are left")
	}
	if err := Write(directory, imports...); err != nil {
		t.Fatal(err)
	}
	wantText(t, "second import of the same files", tree(t, directory), before)
}

// The version is set by people in datapackage.json, and stays.
func TestWriteKeepsVersion(t *testing.T) {
	directory := t.TempDir()
	imports := smallImports(t)
	if err := Write(directory, imports...); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(directory, "datapackage.json")
	text := strings.Replace(readFile(t, name), `"2026.11.0"`, `"2027.1.3"`, 1)
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Write(directory, imports[0]); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"datapackage.json", "CITATION.cff"} {
		if !strings.Contains(readFile(t, directory, file), "2027.1.3") {
			t.Errorf("%s has not kept the version", file)
		}
	}
}

// An import replaces the tables of its kind: those the older release does not
// have go, those of other kinds stay.
func TestWriteReplacesKind(t *testing.T) {
	directory := t.TempDir()
	if err := Write(directory, smallImports(t)...); err != nil {
		t.Fatal(err)
	}
	old, err := IPDNumeric(newSheet(t, "1.8", occupation("12", "IPD_04_02_003", "3.000")).csv(t), Origin{Obtained: "2026-11-21"})
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(directory, old); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"abilities": false, "values": true, "wages": true, "occupations": true} {
		_, err := os.Stat(filepath.Join(directory, "tables", name+".csv"))
		if got := !errors.Is(err, fs.ErrNotExist); got != want {
			t.Errorf("table %s: present %v, want %v", name, got, want)
		}
	}
	if text := readFile(t, directory, "tables", "values.csv"); !strings.Contains(text, "working_conditions") {
		t.Error("values has not the columns of 1.8")
	}
}

func TestWriteRefusesAll(t *testing.T) {
	directory := t.TempDir()
	imports := smallImports(t)
	if err := Write(directory, imports...); err != nil {
		t.Fatal(err)
	}
	before := tree(t, directory)
	stranger, err := IPDNumeric(newSheet(t, "7.00", occupation("99", "IPD_04_01_001", "2.000"), plasterer()).csv(t), Origin{})
	if err != nil {
		t.Fatal(err)
	}
	wantFaults(t, Write(directory, stranger), `tables/interests.csv:3:1: id: "99" is not in tables/occupations.csv`)
	wantText(t, "dataset after a refused import", tree(t, directory), before)

	list := "12,左官,,,,,,9999,\n3,教師,,,,,,,\n3,教員,,,,,,,\n"
	occupations, err := Occupations(File{"occupations-7.00.csv", []byte(occupationsHeader + list)}, Origin{})
	if err != nil {
		t.Fatal(err)
	}
	wantFaults(t, Write(directory, occupations),
		"tables/occupations.csv:3: id 3 stands in row 2 too",
		`tables/occupations.csv:4:8: wage_class: "9999" is not in tables/wage_classes.csv`)
	wantText(t, "dataset after a refused import", tree(t, directory), before)
}

func TestReadFaults(t *testing.T) {
	directory := t.TempDir()
	if err := Write(directory, smallImports(t)...); err != nil {
		t.Fatal(err)
	}
	table := filepath.Join(directory, "tables", "tasks.csv")
	if err := os.WriteFile(table, []byte("id,number,importance\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Read(os.DirFS(directory))
	wantFaults(t, err, "tables/tasks.csv:1: expected the columns id,number,performed,importance")
	// the import that replaces the table does not need it
	if err := Write(directory, smallImports(t)[0]); err != nil {
		t.Error(err)
	}
	source := filepath.Join(directory, "sources", "ipd-numeric.yaml")
	if err := os.WriteFile(source, []byte("key: other\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = Read(os.DirFS(directory))
	wantFaults(t, err, `sources/ipd-numeric.yaml:1: its key is "other", expected the name of the file`)
}

func TestCheck(t *testing.T) {
	d := Dataset{Tables: []Data{{
		Table: Table{Name: "tasks", Title: "a", TitleEN: "a", About: "a", AboutEN: "a", Sources: []string{"ipd-numeric"}, Key: []string{"id"},
			Fields: []Field{IDField(), {Name: "performed", Type: Number, Range: &Range{0, 1}, Decimals: 3, About: "割合。"}}},
		Records: [][]string{{"1", "0.5"}, {"1", "1.500"}, {"2"}},
	}}}
	wantFaults(t, d.Check(),
		"table tasks: column performed has no description",
		"tables/tasks.csv: its source sources/ipd-numeric.yaml is missing",
		`tables/tasks.csv:2:2: performed: "0.5" should be written "0.500"`,
		"tables/tasks.csv:3:2: performed: 1.500 is outside 0–1",
		"tables/tasks.csv:4: expected 2 columns, found 1",
		"tables/tasks.csv:3: id 1 stands in row 2 too")
}
