package export

import (
	"math"

	"shigotoatlas/generator/ingest"
)

// csvwName is where CSV on the Web (W3C, 2015) looks for the metadata of the files of a directory.
const csvwName = "csv-metadata.json"

// The types below are the parts of the Metadata Vocabulary for Tabular Data that we use.
type csvwGroup struct {
	Context []any       `json:"@context"`
	Title   csvwText    `json:"dc:title"`
	Version string      `json:"schema:version"`
	Tables  []csvwTable `json:"tables"`
}

type csvwText struct {
	JA string `json:"ja"`
	EN string `json:"en"`
}

type csvwTable struct {
	URL     string     `json:"url"`
	Title   csvwText   `json:"dc:title"`
	About   csvwText   `json:"dc:description"`
	Sources []string   `json:"dc:source"`
	Rights  []string   `json:"dc:rights"`
	Dialect csvwFormat `json:"dialect"`
	Schema  csvwSchema `json:"tableSchema"`
}

type csvwFormat struct {
	Encoding    string `json:"encoding"`
	HeaderCount int    `json:"headerRowCount"`
}

type csvwSchema struct {
	Columns     []csvwColumn     `json:"columns"`
	PrimaryKey  []string         `json:"primaryKey"`
	ForeignKeys []csvwForeignKey `json:"foreignKeys,omitempty"`
}

type csvwColumn struct {
	Name      string   `json:"name"`
	Titles    string   `json:"titles"`
	About     csvwText `json:"dc:description"`
	Unit      string   `json:"schema:unitText,omitempty"`
	Datatype  csvwType `json:"datatype"`
	Separator string   `json:"separator,omitempty"`
	Required  bool     `json:"required,omitempty"`
	Null      string   `json:"null"`
}

type csvwType struct {
	Base    string   `json:"base"`
	Minimum *float64 `json:"minimum,omitempty"`
	Maximum *float64 `json:"maximum,omitempty"`
}

type csvwForeignKey struct {
	Column    string        `json:"columnReference"`
	Reference csvwReference `json:"reference"`
}

type csvwReference struct {
	Resource string `json:"resource"`
	Column   string `json:"columnReference"`
}

func (r *Release) encodeCSVW() ([]byte, error) {
	group := csvwGroup{
		Context: []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "ja"}},
		Title:   csvwText{"しごとアトラス データセット", "Shigoto Atlas dataset"}, Version: r.Version,
	}
	for _, t := range r.Tables {
		group.Tables = append(group.Tables, r.csvwTable(t.Table))
	}
	return indented(group)
}

func (r *Release) csvwTable(t ingest.Table) csvwTable {
	table := csvwTable{
		URL: t.Name + ".csv", Title: csvwText{t.Title, t.TitleEN}, About: csvwText{t.About, t.AboutEN},
		Dialect: csvwFormat{"utf-8", 1}, Schema: csvwSchema{PrimaryKey: t.Key},
	}
	for _, s := range r.sourcesOf(t) {
		table.Sources = append(table.Sources, s.Citation)
	}
	for _, s := range r.Terms(t) {
		table.Rights = append(table.Rights, s.Terms)
	}
	for _, f := range t.Fields {
		table.Schema.Columns = append(table.Schema.Columns, csvwField(f))
	}
	for _, reference := range t.References {
		table.Schema.ForeignKeys = append(table.Schema.ForeignKeys, csvwForeignKey{reference.Field, csvwReference{reference.Table + ".csv", reference.Column}})
	}
	return table
}

func csvwField(f ingest.Field) csvwColumn {
	c := csvwColumn{Name: f.Name, Titles: f.Name, About: csvwText{f.About, f.AboutEN}, Unit: f.Unit, Required: f.Required}
	c.Datatype.Base = map[ingest.Type]string{ingest.Integer: "integer", ingest.Number: "decimal", ingest.String: "string", ingest.List: "string"}[f.Type]
	if f.Type == ingest.List {
		c.Separator = listSeparator
	}
	if f.Range != nil {
		c.Datatype.Minimum = &f.Range.Minimum
		if !math.IsInf(f.Range.Maximum, 1) {
			c.Datatype.Maximum = &f.Range.Maximum
		}
	}
	return c
}
