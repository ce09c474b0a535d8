package export

import (
	"slices"
	"strings"

	"shigotoatlas/generator/ingest"
)

// The types below are the parts of Croissant 1.1 (MLCommons) that we use. Croissant is JSON-LD on schema.org.
type croissantDataset struct {
	Context      map[string]any       `json:"@context"`
	Type         string               `json:"@type"`
	ConformsTo   string               `json:"conformsTo"`
	Name         string               `json:"name"`
	About        string               `json:"description"`
	URL          string               `json:"url"`
	Version      string               `json:"version"`
	Published    string               `json:"datePublished"`
	Licence      string               `json:"license"`
	CiteAs       string               `json:"citeAs"`
	Creator      croissantMaker       `json:"creator"`
	Languages    []string             `json:"inLanguage"`
	Keywords     []string             `json:"keywords"`
	Live         bool                 `json:"isLiveDataset"`
	Distribution []croissantFile      `json:"distribution"`
	RecordSets   []croissantRecordSet `json:"recordSet"`
}

type croissantMaker struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type croissantFile struct {
	Type    string `json:"@type"`
	ID      string `json:"@id"`
	Name    string `json:"name"`
	About   string `json:"description"`
	URL     string `json:"contentUrl"`
	Size    string `json:"contentSize"`
	Format  string `json:"encodingFormat"`
	SHA256  string `json:"sha256"`
	Licence string `json:"license,omitempty"`
}

type croissantRecordSet struct {
	Type   string           `json:"@type"`
	ID     string           `json:"@id"`
	Name   string           `json:"name"`
	About  string           `json:"description"`
	Key    []croissantRef   `json:"key"`
	Fields []croissantField `json:"field"`
}

type croissantRef struct {
	ID string `json:"@id"`
}

type croissantField struct {
	Type       string              `json:"@type"`
	ID         string              `json:"@id"`
	Name       string              `json:"name"`
	About      string              `json:"description"`
	DataType   string              `json:"dataType"`
	IsArray    bool                `json:"isArray,omitempty"`
	ArrayShape string              `json:"arrayShape,omitempty"`
	References *croissantReference `json:"references,omitempty"`
	Source     croissantSource     `json:"source"`
}

type croissantReference struct {
	Field croissantRef `json:"field"`
}

type croissantSource struct {
	File    croissantRef     `json:"fileObject"`
	Extract croissantExtract `json:"extract"`
}

type croissantExtract struct {
	Column string `json:"column"`
}

// croissantContext is the context that the standard asks for, which is the same in every document.
func croissantContext() map[string]any {
	context := map[string]any{
		"@language": "en", "@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/", "sc": "https://schema.org/",
		"rai": "http://mlcommons.org/croissant/RAI/", "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo",
		"data":     map[string]string{"@id": "cr:data", "@type": "@json"},
		"examples": map[string]string{"@id": "cr:examples", "@type": "@json"},
		"dataType": map[string]string{"@id": "cr:dataType", "@type": "@vocab"},
	}
	for _, term := range strings.Fields(`annotation arrayShape citeAs column containedIn equivalentProperty excludes extract field
		fileObject fileProperty fileSet format includes isArray isLiveDataset jsonPath key md5 parentField path readLines recordSet
		references regex repeated replace samplingRate separator source subField transform unArchive value`) {
		context[term] = "cr:" + term
	}
	return context
}

// encodeCroissant describes the Parquet files, which carry types, and their columns.
func (r *Release) encodeCroissant(files []File) ([]byte, error) {
	d := croissantDataset{
		Context: croissantContext(), Type: "sc:Dataset", ConformsTo: "http://mlcommons.org/croissant/1.1",
		Name: "shigoto-atlas", About: "Numeric profiles, wages, openings and classifications of occupations in Japan, brought from official open data into tables of one form. Terms differ by table and follow the sources.",
		URL: r.Base + "dataset/", Version: r.Version, Published: r.Latest(), Licence: r.Base + r.Directory() + "LICENSES.md",
		CiteAs: Citation(r.Version, r.Base), Creator: croissantMaker{"sc:Organization", "Shigoto Atlas contributors"},
		Languages: []string{"ja", "en"}, Keywords: []string{"occupations", "Japan", "skills", "wages", "job openings", "O-NET", "RIASEC"},
	}
	for _, t := range slices.Concat(r.Tables, r.bulk) {
		name := "parquet/" + t.Name + ".parquet"
		i := slices.IndexFunc(files, func(f File) bool { return f.Path == name })
		d.Distribution = append(d.Distribution, r.croissantFile(t.Table, files[i]))
		d.RecordSets = append(d.RecordSets, croissantTable(t.Table, name))
	}
	return indented(d)
}

// Citation is how a release is to be cited, beside the sources of the tables used.
func Citation(version, base string) string {
	return "Shigoto Atlas contributors. Shigoto Atlas dataset, version " + version + ". " + base + "dataset/"
}

func (r *Release) croissantFile(t ingest.Table, f File) croissantFile {
	file := croissantFile{
		Type: "cr:FileObject", ID: f.Path, Name: f.Path, About: t.TitleEN + ". " + t.AboutEN, URL: r.Base + r.Directory() + f.Path,
		Size: plain(float64(f.Bytes)) + " B", Format: "application/vnd.apache.parquet", SHA256: f.SHA256,
	}
	for _, s := range r.Terms(t) {
		file.Licence = s.TermsURL
	}
	return file
}

func croissantTable(t ingest.Table, file string) croissantRecordSet {
	set := croissantRecordSet{Type: "cr:RecordSet", ID: t.Name, Name: t.Name, About: t.TitleEN + ". " + t.AboutEN}
	for _, name := range t.Key {
		set.Key = append(set.Key, croissantRef{t.Name + "/" + name})
	}
	for _, f := range t.Fields {
		field := croissantField{
			Type: "cr:Field", ID: t.Name + "/" + f.Name, Name: f.Name, About: f.AboutEN,
			DataType: map[ingest.Type]string{ingest.Integer: "sc:Integer", ingest.Number: "sc:Float", ingest.String: "sc:Text", ingest.List: "sc:Text"}[f.Type],
			Source:   croissantSource{croissantRef{file}, croissantExtract{f.Name}},
		}
		if f.Type == ingest.List {
			field.IsArray, field.ArrayShape = true, "-1"
		}
		for _, reference := range t.References {
			if reference.Field == f.Name && reference.Table != t.Name {
				field.References = &croissantReference{croissantRef{reference.Table + "/" + reference.Column}}
			}
		}
		set.Fields = append(set.Fields, field)
	}
	return set
}
