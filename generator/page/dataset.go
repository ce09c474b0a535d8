package page

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
)

// recipes are the ways to use the dataset that its page shows. Tests take them from the page and run them.
//
//go:embed recipes
var recipes embed.FS

// A Dataset is the published release of the dataset, as its own metadata describe it.
type Dataset struct {
	index    datasetIndex
	metadata datapackage
}

// datasetIndex is index.json of a release.
type datasetIndex struct {
	Version, Released string
	Tables            []struct {
		Name   string
		Rows   int
		Sample [][]string
	}
	Files []struct {
		Path  string
		Bytes int
		Table string
	}
}

// datapackage is what the page needs of datapackage.json.
type datapackage struct {
	Resources []resource
}

type resource struct {
	Name, Title, Description string
	TitleEN                  string `json:"title_en"`
	DescriptionEN            string `json:"description_en"`
	Licenses                 []struct{ Title, Path string }
	Schema                   struct {
		Fields     []field
		PrimaryKey []string
	}
}

type field struct {
	Name, Type, Unit, Description string
	DescriptionEN                 string `json:"description_en"`
	Constraints                   struct {
		Minimum, Maximum *float64
		Enum             []any
	}
}

// ReadDataset reads index.json and datapackage.json of a release.
func ReadDataset(index, metadata []byte) (*Dataset, error) {
	d := &Dataset{}
	if err := json.Unmarshal(index, &d.index); err != nil {
		return nil, fmt.Errorf("reading index.json of the dataset: %w", err)
	}
	if err := json.Unmarshal(metadata, &d.metadata); err != nil {
		return nil, fmt.Errorf("reading datapackage.json of the dataset: %w", err)
	}
	if len(d.index.Tables) != len(d.metadata.Resources) {
		return nil, fmt.Errorf("index.json of the dataset has %d tables, datapackage.json %d", len(d.index.Tables), len(d.metadata.Resources))
	}
	return d, nil
}

// datasetView is the page of the dataset in one language.
type datasetView struct {
	Words             datasetWords
	Version, Released string
	Occupations       int
	Count, Rows       string
	Whole             []datasetFile // files that hold all tables, and the metadata
	Formats           []string      // columns of the list of tables
	Tables            []datasetTable
	Recipes           []recipe
	OpenAPI, Request  string // of the interface: its description, and how to ask it
	Citation          string
	Sources           []catalog.Source
}

type datasetFile struct {
	link
	Size, Text string
}

type datasetTable struct {
	Name, Title, About string
	Rows, Columns      string
	Key                string
	Terms              []link        // in short
	Files              []datasetFile // one for each of Formats
	Fields             []fieldRow
	Head               []string // of the sample
	Sample             [][]string
	More               int // columns that the sample leaves out
}

type fieldRow struct {
	Name, Type, Unit, Values, About string
	Words                           string // what the filter goes by
}

type recipe struct{ Key, Name, Text, Code string }

// sampleColumns is how many columns of a table the sample shows.
const sampleColumns = 8

// datasetFormats are the formats that have a file for each table, by directory and the ending of the names.
var datasetFormats = []struct{ name, directory, ending string }{
	{"CSV", "csv", ".csv"}, {"CSV (BOM)", "csv-bom", ".csv"}, {"JSON", "json", ".json"}, {"JSON Lines", "jsonl", ".jsonl"},
	{"XML", "xml", ".xml"}, {"Parquet", "parquet", ".parquet"},
}

// datasetPages writes the page of the dataset in Japanese and in English.
func (s *site) datasetPages() error {
	if s.Dataset == nil {
		return nil
	}
	d, err := s.Dataset()
	if err != nil {
		return err
	}
	for _, e := range []edition{japanese, english} {
		w := wordsOfDataset(e)
		v := s.newEdition("dataset", e, []edition{japanese, english}, "dataset/", w.Title, w.Description)
		v.Section = "dataset"
		s.addScript(&v, "narrow.js")
		main, err := s.datasetView(d, e, v.Root)
		if err != nil {
			return err
		}
		v.JSONLD, v.Main = s.datasetJSONLD(d, e, v.Canonical), main
		if err := s.render(v, e.dir()+"dataset/", d.index.Released); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) datasetView(d *Dataset, e edition, root string) (datasetView, error) {
	w := wordsOfDataset(e)
	release := root + "dataset/" + d.index.Version + "/"
	v := datasetView{
		Words: w, Version: d.index.Version, Released: d.index.Released, Occupations: len(s.c.Occupations), Count: strconv.Itoa(len(d.index.Tables)),
		OpenAPI: root + "api/v1/openapi.json", Request: "curl -s " + s.Base + "api/v1/occupations/1.json | jq '.profiles.interests.values'",
		Whole: d.whole(release, w), Citation: "Shigoto Atlas contributors. Shigoto Atlas dataset, version " + d.index.Version + ". " + s.Base + "dataset/",
	}
	for _, f := range datasetFormats {
		v.Formats = append(v.Formats, f.name)
	}
	rows := 0
	for i, r := range d.metadata.Resources {
		rows += d.index.Tables[i].Rows
		v.Tables = append(v.Tables, d.table(i, r, e, release))
	}
	v.Rows = grouped(strconv.Itoa(rows))
	for _, source := range s.c.Sources {
		v.Sources = append(v.Sources, *source)
	}
	for _, r := range w.Recipes {
		code, err := recipes.ReadFile("recipes/" + r.Code)
		if err != nil {
			return v, fmt.Errorf("reading a recipe: %w", err)
		}
		r.Code = strings.ReplaceAll(strings.TrimSpace(string(code)), "{release}", s.Base+"dataset/"+d.index.Version+"/")
		v.Recipes = append(v.Recipes, r)
	}
	return v, nil
}

// whole are the files that belong to no single table, in the order in which the words list them.
func (d *Dataset) whole(release string, w datasetWords) []datasetFile {
	var files []datasetFile
	for _, f := range w.Whole {
		files = append(files, datasetFile{link{f.Name, release + f.Href}, d.size(f.Href), f.Text})
	}
	return files
}

// size is that of a file of the release; "" of one that the index does not list because it lists the others.
func (d *Dataset) size(path string) string {
	for _, f := range d.index.Files {
		if f.Path == path {
			return sizeText(f.Bytes)
		}
	}
	return ""
}

func (d *Dataset) table(i int, r resource, e edition, release string) datasetTable {
	summary := d.index.Tables[i]
	t := datasetTable{
		Name: r.Name, Title: r.Title, About: r.Description, Rows: grouped(strconv.Itoa(summary.Rows)), Columns: strconv.Itoa(len(r.Schema.Fields)),
		Key: strings.Join(r.Schema.PrimaryKey, ", "), More: max(0, len(r.Schema.Fields)-sampleColumns),
	}
	if e == english {
		t.Title, t.About = r.TitleEN, r.DescriptionEN
	}
	for _, l := range r.Licenses {
		short, _, _ := strings.Cut(l.Title, "（")
		t.Terms = append(t.Terms, link{short, l.Path})
	}
	for _, f := range datasetFormats {
		path := f.directory + "/" + r.Name + f.ending
		t.Files = append(t.Files, datasetFile{link: link{f.name, release + path}, Size: d.size(path)})
	}
	for _, f := range r.Schema.Fields {
		t.Fields = append(t.Fields, f.row(r.Name, e))
		if len(t.Head) < sampleColumns {
			t.Head = append(t.Head, f.Name)
		}
	}
	for _, row := range summary.Sample {
		t.Sample = append(t.Sample, shownCells(row[:min(len(row), sampleColumns)], e))
	}
	return t
}

// shownCells says of an empty cell that it is one.
func shownCells(row []string, e edition) []string {
	shown := slices.Clone(row)
	for i, cell := range shown {
		if cell == "" {
			shown[i] = wordsOfDataset(e).Empty
		}
	}
	return shown
}

func (f field) row(table string, e edition) fieldRow {
	row := fieldRow{Name: f.Name, Type: f.Type, Unit: f.Unit, Values: f.values(), About: f.Description}
	if e == english {
		row.Unit, row.About = unitsInEnglish[f.Unit], f.DescriptionEN
	}
	row.Words = strings.Join([]string{table, f.Name, row.About, row.Unit}, " ")
	return row
}

// values are the values a column may hold, as far as they are limited.
func (f field) values() string {
	c := f.Constraints
	switch {
	case len(c.Enum) > 0:
		words := make([]string, len(c.Enum))
		for i, value := range c.Enum {
			words[i] = fmt.Sprint(value)
		}
		return strings.Join(words, ", ")
	case c.Minimum != nil && c.Maximum != nil:
		return decimalText(*c.Minimum) + "–" + decimalText(*c.Maximum)
	case c.Minimum != nil:
		return "≥ " + decimalText(*c.Minimum)
	}
	return ""
}

func decimalText(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// sizeText is a size in thousands of bytes or millions of them.
func sizeText(bytes int) string {
	if bytes < 1e6 {
		return strconv.FormatFloat(float64(bytes)/1e3, 'f', 1, 64) + " kB"
	}
	return strconv.FormatFloat(float64(bytes)/1e6, 'f', 1, 64) + " MB"
}

// datasetJSONLD describes the dataset to search engines (schema.org Dataset).
func (s *site) datasetJSONLD(d *Dataset, e edition, canonical string) map[string]any {
	w, release := wordsOfDataset(e), s.Base+"dataset/"+d.index.Version+"/"
	var files []map[string]any
	for _, f := range d.index.Files {
		if format := mediaTypes[f.Path[strings.LastIndex(f.Path, ".")+1:]]; format != "" && !strings.HasPrefix(f.Path, "csv-bom/") && !strings.HasPrefix(f.Path, "parquet-partitioned/") {
			files = append(files, map[string]any{"@type": "DataDownload", "name": f.Path, "encodingFormat": format, "contentUrl": release + f.Path, "contentSize": strconv.Itoa(f.Bytes) + " B"})
		}
	}
	return map[string]any{
		"@context": "https://schema.org/", "@type": "Dataset", "name": w.Name, "description": w.Description, "url": canonical, "version": d.index.Version,
		"dateModified": d.index.Released, "inLanguage": []string{"ja", "en"}, "isAccessibleForFree": true, "license": release + "LICENSES.md",
		"creator":  map[string]string{"@type": "Organization", "name": "Shigoto Atlas contributors", "url": s.Base},
		"keywords": w.Keywords, "spatialCoverage": "Japan", "distribution": files,
	}
}

var mediaTypes = map[string]string{
	"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "sqlite": "application/vnd.sqlite3",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
