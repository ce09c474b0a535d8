package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
)

// The types below are the parts of a Data Package (Frictionless, version 2) that
// the dataset uses. Properties ending in _en, and unit, are additions of ours.
type dataPackage struct {
	Schema       string            `json:"$schema"`
	Name         string            `json:"name"`
	Title        string            `json:"title"`
	TitleEN      string            `json:"title_en"`
	About        string            `json:"description"`
	AboutEN      string            `json:"description_en"`
	Version      string            `json:"version"`
	Contributors []contributor     `json:"contributors"`
	Sources      []packageSource   `json:"sources"`
	Resources    []packageResource `json:"resources"`
}

type contributor struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
}

type packageSource struct {
	Title   string `json:"title"`
	Path    string `json:"path"`
	Version string `json:"version,omitempty"`
}

type packageLicence struct {
	Path  string `json:"path"`
	Title string `json:"title"`
}

type packageResource struct {
	Schema      string           `json:"$schema"`
	Name        string           `json:"name"`
	Type        string           `json:"type"`
	Path        string           `json:"path"`
	Title       string           `json:"title"`
	TitleEN     string           `json:"title_en"`
	About       string           `json:"description"`
	AboutEN     string           `json:"description_en"`
	Format      string           `json:"format"`
	MediaType   string           `json:"mediatype"`
	Encoding    string           `json:"encoding"`
	Bytes       int              `json:"bytes"`
	Hash        string           `json:"hash"`
	Sources     []packageSource  `json:"sources"`
	Licences    []packageLicence `json:"licenses"`
	TableSchema tableSchema      `json:"schema"`
}

type tableSchema struct {
	Schema        string       `json:"$schema"`
	Fields        []tableField `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

type tableField struct {
	Name        string       `json:"name"`
	Type        Type         `json:"type"`
	Delimiter   string       `json:"delimiter,omitempty"`
	Unit        string       `json:"unit,omitempty"`
	About       string       `json:"description"`
	AboutEN     string       `json:"description_en"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Minimum  *float64 `json:"minimum,omitempty"`
	Maximum  *float64 `json:"maximum,omitempty"`
	Enum     []any    `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string            `json:"fields"`
	Reference foreignKeyReference `json:"reference"`
}

type foreignKeyReference struct {
	Resource string   `json:"resource,omitempty"`
	Fields   []string `json:"fields"`
}

// packageVersion reads the version of the dataset, which datapackage.json alone
// holds; "" when there is none yet.
func packageVersion(fsys fs.FS) (string, error) {
	text, err := fs.ReadFile(fsys, "datapackage.json")
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read dataset: %w", err)
	}
	var head struct{ Version string }
	if err := json.Unmarshal(text, &head); err != nil {
		return "", fmt.Errorf("datapackage.json: %w", err)
	}
	return head.Version, nil
}

// manifest is datapackage.json for the tables among the files.
func (d Dataset) manifest(files map[string][]byte, directory string) ([]byte, error) {
	p := dataPackage{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: "shigoto-atlas",
		Title: datasetTitle, TitleEN: datasetTitleEN, About: datasetAbout, AboutEN: datasetAboutEN, Version: d.Version,
		Contributors: []contributor{{datasetMakers, []string{"creator"}}},
	}
	for _, s := range d.Sources {
		p.Sources = append(p.Sources, s.reference())
	}
	for _, t := range d.Tables {
		path := directory + "/" + t.Name + ".csv"
		p.Resources = append(p.Resources, d.resource(t.Table, path, files[path]))
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(p); err != nil {
		return nil, fmt.Errorf("write datapackage.json: %w", err)
	}
	return b.Bytes(), nil
}

func (s Source) reference() packageSource {
	return packageSource{Title: s.Publisher + " " + s.Title, Path: s.URL, Version: s.Version}
}

func (d Dataset) resource(t Table, path string, text []byte) packageResource {
	digest := sha256.Sum256(text)
	r := packageResource{
		Schema: "https://datapackage.org/profiles/2.0/dataresource.json", Name: t.Name, Type: "table", Path: path,
		Title: t.Title, TitleEN: t.TitleEN, About: t.About, AboutEN: t.AboutEN,
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Bytes: len(text), Hash: "sha256:" + hex.EncodeToString(digest[:]), TableSchema: d.schema(t),
	}
	for _, key := range t.Sources {
		if s, ok := d.Source(key); ok {
			r.Sources = append(r.Sources, s.reference())
		}
	}
	for _, s := range d.Terms(t) {
		r.Licences = append(r.Licences, packageLicence{Path: s.TermsURL, Title: s.Terms})
	}
	return r
}

// schema leaves out references to tables the dataset does not have.
func (d Dataset) schema(t Table) tableSchema {
	s := tableSchema{Schema: "https://datapackage.org/profiles/2.0/tableschema.json", MissingValues: []string{""}, PrimaryKey: t.Key}
	for _, f := range t.Fields {
		s.Fields = append(s.Fields, f.schema())
	}
	for _, r := range t.References {
		if _, ok := d.Table(r.Table); !ok {
			continue
		}
		resource := r.Table
		if resource == t.Name {
			resource = "" // left out where a table refers to itself
		}
		s.ForeignKeys = append(s.ForeignKeys, foreignKey{[]string{r.Field}, foreignKeyReference{resource, []string{r.Column}}})
	}
	return s
}

func (f Field) schema() tableField {
	field := tableField{Name: f.Name, Type: f.Type, Unit: f.Unit, About: f.About, AboutEN: f.AboutEN}
	if f.Type == List {
		field.Delimiter = "|"
	}
	c := constraints{Required: f.Required}
	if f.Range != nil {
		c.Minimum = &f.Range.Minimum
		if !math.IsInf(f.Range.Maximum, 1) {
			c.Maximum = &f.Range.Maximum
		}
	}
	for _, value := range f.Enum {
		c.Enum = append(c.Enum, f.enumValue(value))
	}
	if f.Required || f.Range != nil || len(f.Enum) > 0 {
		field.Constraints = &c
	}
	return field
}

// enumValue writes a value of an integer column as a number.
func (f Field) enumValue(value string) any {
	if f.Type == Integer {
		return json.Number(value)
	}
	return value
}
