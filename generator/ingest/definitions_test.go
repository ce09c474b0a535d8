package ingest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
)

// root is the directory of go.mod.
func root(t testing.TB) string {
	t.Helper()
	directory, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(directory, "go.mod")); err == nil {
			return directory
		}
		if filepath.Dir(directory) == directory {
			t.Fatal("no go.mod above the test")
		}
		directory = filepath.Dir(directory)
	}
}

var columnName = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)

// Every version: tables and columns are described in both languages, and keys
// and references name columns that exist.
func TestDefinitions(t *testing.T) {
	for _, version := range versions {
		tables, err := Tables(version)
		if err != nil {
			t.Fatal(err)
		}
		var faults Faults
		for _, table := range tables {
			checkDefinition(table, &faults)
			seen := map[string]bool{}
			for _, field := range table.Fields {
				if !columnName.MatchString(field.Name) || seen[field.Name] {
					t.Errorf("%s %s: column %q is not snake_case or stands twice", version, table.Name, field.Name)
				}
				seen[field.Name] = true
			}
			for _, key := range table.Key {
				if !seen[key] {
					t.Errorf("%s %s: key %q is no column", version, table.Name, key)
				}
			}
			for _, r := range table.References {
				i := slices.IndexFunc(tables, func(x Table) bool { return x.Name == r.Table })
				if i < 0 || tables[i].Column(r.Column) < 0 || !seen[r.Field] {
					t.Errorf("%s %s: reference %v leads nowhere", version, table.Name, r)
				}
			}
		}
		if err := faults.err(); err != nil {
			t.Error(err)
		}
	}
}

// The numbers of items of the official layout of 7.00.
func TestItemCounts(t *testing.T) {
	counts := map[string]int{}
	for _, record := range itemRecords("7.00") {
		counts[record[0]]++
	}
	for domain, want := range map[string]int{"interests": 6, "values": 11, "skills": 39, "knowledge": 33, "natures": 39, "education": 9,
		"training_before": 10, "experience_before": 10, "training_after": 10, "activities": 41, "employment": 10, "abilities": 35} {
		if counts[domain] != want {
			t.Errorf("%s has %d items, want %d", domain, counts[domain], want)
		}
	}
	columns, err := layout("7.00")
	if err != nil {
		t.Fatal(err)
	}
	if len(columns) != 479 {
		t.Errorf("7.00 has %d columns, want 479", len(columns))
	}
}

// The committed documents are those that follow from the definitions, the
// committed tables and the sidecars; and the committed dataset has no fault.
func TestCommittedDataset(t *testing.T) {
	directory := filepath.Join(root(t), "dataset")
	d, err := Read(os.DirFS(directory))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Error(err)
	}
	files, err := d.Package("tables")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if readFile(t, directory, name) != string(text) {
			t.Errorf("dataset/%s is not up to date: import again", name)
		}
	}
	if len(d.Tables) != 30 {
		t.Errorf("%d tables, want 30", len(d.Tables))
	}
}

// One place for the version: datapackage.json. What repeats it must agree.
func TestVersionAgrees(t *testing.T) {
	directory := filepath.Join(root(t), "dataset")
	var manifest struct{ Version string }
	if err := json.Unmarshal([]byte(readFile(t, directory, "datapackage.json")), &manifest); err != nil {
		t.Fatal(err)
	}
	var citation struct{ Version string }
	if err := yaml.Unmarshal([]byte(readFile(t, directory, "CITATION.cff")), &citation); err != nil {
		t.Fatal(err)
	}
	wantText(t, "CITATION.cff", citation.Version, manifest.Version)
	if !regexp.MustCompile(`(?m)^## ` + regexp.QuoteMeta(manifest.Version) + `$`).MatchString(readFile(t, directory, "CHANGELOG.md")) {
		t.Errorf("CHANGELOG.md has no section %s", manifest.Version)
	}
}
