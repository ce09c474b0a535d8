package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// digestOf is the SHA-256 of a file of the release.
func digestOf(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(released(t), name))
	if err != nil {
		t.Fatal(err)
	}
	digest := sha256.Sum256(data)
	return hex.EncodeToString(digest[:])
}

func readMetadata(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(released(t), name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// TestPackageMetadata: every resource names its profile, and its file is the one described.
func TestPackageMetadata(t *testing.T) {
	var p struct {
		Schema    string `json:"$schema"`
		Version   string
		Resources []struct {
			Schema, Name, Path, Hash string
			Profile                  string `json:"$schema"`
			Licenses                 []struct{ Path, Title string }
			TableSchema              struct {
				Schema string `json:"$schema"`
			} `json:"schema"`
		}
	}
	readMetadata(t, "datapackage.json", &p)
	_, names := want(t)
	if p.Schema != "https://datapackage.org/profiles/2.0/datapackage.json" || len(p.Resources) != len(names) {
		t.Errorf("the package is of %s with %d resources, want %d", p.Schema, len(p.Resources), len(names))
	}
	for _, r := range p.Resources {
		if r.Profile != "https://datapackage.org/profiles/2.0/dataresource.json" || r.TableSchema.Schema != "https://datapackage.org/profiles/2.0/tableschema.json" {
			t.Errorf("%s is of %q and %q", r.Name, r.Profile, r.TableSchema.Schema)
		}
		if r.Path != "csv/"+r.Name+".csv" || r.Hash != "sha256:"+digestOf(t, r.Path) {
			t.Errorf("%s: %s is not what the package describes", r.Name, r.Path)
		}
		if len(r.Licenses) == 0 || r.Licenses[0].Title == "" || r.Licenses[0].Path == "" {
			t.Errorf("%s has no terms", r.Name)
		}
	}
}

// TestCSVW: the metadata beside the CSV files describe each of them, column by column.
func TestCSVW(t *testing.T) {
	var group struct {
		Context []any `json:"@context"`
		Tables  []struct {
			URL    string
			Schema struct {
				Columns []struct {
					Name  string
					About map[string]string `json:"dc:description"`
				}
				PrimaryKey  []string
				ForeignKeys []struct {
					Column    string `json:"columnReference"`
					Reference struct {
						Resource string
						Column   string `json:"columnReference"`
					}
				}
			} `json:"tableSchema"`
		}
	}
	readMetadata(t, "csv/"+csvwName, &group)
	headers := map[string][]string{}
	for _, table := range group.Tables {
		headers[table.URL] = readTable(t, filepath.Join(released(t), "csv", table.URL))[0]
	}
	if group.Context[0] != "http://www.w3.org/ns/csvw" || len(headers) == 0 {
		t.Errorf("the context is %v, with %d tables", group.Context, len(headers))
	}
	for _, table := range group.Tables {
		var columns []string
		for _, c := range table.Schema.Columns {
			columns = append(columns, c.Name)
			if c.About["ja"] == "" || c.About["en"] == "" {
				t.Errorf("%s: %s has no description", table.URL, c.Name)
			}
		}
		if !slices.Equal(columns, headers[table.URL]) {
			t.Errorf("%s has the columns %v, its header %v", table.URL, columns, headers[table.URL])
		}
		for _, key := range table.Schema.ForeignKeys {
			if !slices.Contains(headers[key.Reference.Resource], key.Reference.Column) {
				t.Errorf("%s: %s refers to %s of %s, which is not there", table.URL, key.Column, key.Reference.Column, key.Reference.Resource)
			}
		}
	}
}

// TestCroissant: every file is there with its digest, and every reference leads to a file or a field.
func TestCroissant(t *testing.T) {
	type ref struct {
		ID string `json:"@id"`
	}
	var d struct {
		ConformsTo   string
		Distribution []struct {
			ref
			ContentURL, SHA256, License string
		}
		RecordSet []struct {
			ref
			Key   []ref
			Field []struct {
				ref
				DataType   string
				References *struct{ Field ref }
				Source     struct{ FileObject ref }
			}
		}
	}
	readMetadata(t, "croissant.json", &d)
	if d.ConformsTo != "http://mlcommons.org/croissant/1.1" {
		t.Errorf("it conforms to %s", d.ConformsTo)
	}
	ids := map[string]bool{}
	claim := func(id string) {
		if ids[id] || id == "" {
			t.Errorf("the id %q stands twice or is empty", id)
		}
		ids[id] = true
	}
	for _, f := range d.Distribution {
		claim(f.ID)
		if f.SHA256 != digestOf(t, f.ID) || !strings.HasSuffix(f.ContentURL, "/"+f.ID) || f.License == "" {
			t.Errorf("%s is not what Croissant describes", f.ID)
		}
	}
	for _, set := range d.RecordSet {
		claim(set.ID)
		for _, f := range set.Field {
			claim(f.ID)
		}
	}
	for _, set := range d.RecordSet {
		for _, f := range set.Field {
			if !ids[f.Source.FileObject.ID] || f.References != nil && !ids[f.References.Field.ID] || !strings.HasPrefix(f.DataType, "sc:") {
				t.Errorf("%s comes from %s and refers to %v", f.ID, f.Source.FileObject.ID, f.References)
			}
		}
		for _, key := range set.Key {
			if !ids[key.ID] {
				t.Errorf("%s has the key %s, which is no field", set.ID, key.ID)
			}
		}
	}
}

// TestCitation: the version of the dataset stands in one place, and every source keeps the words its publisher asks for.
func TestCitation(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(released(t), "CITATION.cff"))
	if err != nil {
		t.Fatal(err)
	}
	var citation struct {
		Version    string
		References []struct{ Notes string }
	}
	if err := yaml.Unmarshal(data, &citation); err != nil {
		t.Fatal(err)
	}
	c, err := realCatalog()
	if err != nil {
		t.Fatal(err)
	}
	if citation.Version != c.DatasetVersion || filepath.Base(released(t)) != c.DatasetVersion {
		t.Errorf("CITATION.cff has the version %s, the directory is %s, the dataset is %s", citation.Version, released(t), c.DatasetVersion)
	}
	for i, source := range c.Sources {
		if citation.References[i].Notes != source.Citation {
			t.Errorf("the source %s is cited as %q", source.Key, citation.References[i].Notes)
		}
	}
}
