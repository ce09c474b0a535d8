package ingest

import (
	"bytes"
	"embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
)

//go:embed documents/*.md
var documentTexts embed.FS

const (
	datasetTitle   = "しごとアトラス データセット"
	datasetTitleEN = "Shigoto Atlas dataset"
	datasetAbout   = "日本の職業の数値プロフィール、賃金、求人、分類を、公式の公開データから同じ形の表にまとめたものです。"
	datasetAboutEN = "Numeric profiles, wages, openings and classifications of occupations in Japan, brought from official open data into tables of one form."
	datasetMakers  = "Shigoto Atlas contributors"
)

// addDocuments adds the documents that follow from the tables and sidecars.
func (d Dataset) addDocuments(files map[string][]byte, directory string) error {
	manifest, err := d.manifest(files, directory)
	if err != nil {
		return err
	}
	citation, err := d.citation()
	if err != nil {
		return err
	}
	readme, err := d.readme(directory)
	if err != nil {
		return err
	}
	licences, err := d.licences()
	if err != nil {
		return err
	}
	files["datapackage.json"], files["CITATION.cff"] = manifest, citation
	files["README.md"], files["LICENSES.md"] = readme, licences
	return nil
}

// firstVersion is the version of a dataset that has none yet: year and month of
// the latest source, and 0. From then on people set it in datapackage.json.
func (d Dataset) firstVersion() string {
	date, err := time.Parse(time.DateOnly, d.Latest())
	if err != nil {
		return "0.0.0"
	}
	return date.Format("2006.1.") + "0"
}

// Latest is the date on which the latest source was obtained.
func (d Dataset) Latest() string {
	latest := ""
	for _, s := range d.Sources {
		latest = max(latest, s.Obtained)
	}
	return latest
}

// readme is the data dictionary: the notes, a list of the tables, and every
// column of every table.
func (d Dataset) readme(directory string) ([]byte, error) {
	notes, err := documentTexts.ReadFile("documents/readme.md")
	if err != nil {
		return nil, fmt.Errorf("write README.md: %w", err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s / %s\n\n%s\n\n%s\n\n%s", datasetTitle, datasetTitleEN, datasetAbout, datasetAboutEN, bytes.ReplaceAll(notes, []byte("tables/"), []byte(directory+"/")))
	d.describeRelease(&b)
	b.WriteString("\n## 表の一覧 / Tables\n\n")
	b.WriteString("| 表 / table | 内容 / contents | 行数 / rows | 出典 / source |\n| --- | --- | ---: | --- |\n")
	for _, t := range d.Tables {
		fmt.Fprintf(&b, "| [%s](#%s) | %s<br>%s | %d | %s |\n", t.Name, t.Name, t.Title, t.TitleEN, len(t.Records), sourceLinks(t.Table))
	}
	for _, t := range d.Tables {
		t.describe(&b, directory)
	}
	return b.Bytes(), nil
}

// describeRelease states what follows from the tables of this release alone.
func (d Dataset) describeRelease(b *bytes.Buffer) {
	b.WriteString("\n## この版について / About this release\n\n")
	fmt.Fprintf(b, "- 数値が一つもない職業 / occupations without any figures: %d\n", d.withoutFigures())
	if forms := d.unexplainedForms(); len(forms) > 0 {
		fmt.Fprintf(b, "- 公式の項目定義に記載のない調査票 / survey forms the official dictionary says nothing about: %s\n", strings.Join(forms, ", "))
	}
}

// withoutFigures counts the occupations that no table of a domain and no task
// speaks of.
func (d Dataset) withoutFigures() int {
	seen := map[string]bool{}
	for _, name := range append(domainNames(), "tasks") {
		t, _ := d.Table(name)
		for _, record := range t.Records {
			seen[record[0]] = true
		}
	}
	occupations, _ := d.Table("occupations")
	n := 0
	for _, record := range occupations.Records {
		if !seen[record[0]] {
			n++
		}
	}
	return n
}

// unexplainedForms are the columns of sample_flags that survey_forms leaves out.
func (d Dataset) unexplainedForms() []string {
	flags, _ := d.Table("sample_flags")
	forms, _ := d.Table("survey_forms")
	var names []string
	for i, field := range flags.Fields {
		if i > 0 && !slices.ContainsFunc(forms.Records, func(r []string) bool { return r[0] == field.Name }) {
			names = append(names, field.Name)
		}
	}
	return names
}

func sourceLinks(t Table) string {
	var links []string
	for _, key := range t.Sources {
		links = append(links, fmt.Sprintf("[%s](sources/%s.yaml)", key, key))
	}
	return strings.Join(links, ", ")
}

// describe writes the section of a table.
func (t Table) describe(b *bytes.Buffer, directory string) {
	fmt.Fprintf(b, "\n## %s\n\n%s。%s\n\n%s. %s\n\n", t.Name, t.Title, t.About, t.TitleEN, t.AboutEN)
	fmt.Fprintf(b, "- ファイル / file: [%[1]s/%[2]s.csv](%[1]s/%[2]s.csv)\n- 主キー / key: %[3]s\n", directory, t.Name, strings.Join(t.Key, ", "))
	for _, r := range t.References {
		fmt.Fprintf(b, "- 参照 / reference: %s → %s.%s\n", r.Field, r.Table, r.Column)
	}
	b.WriteString("\n| 列 / column | 型 / type | 単位 / unit | 値 / values | 説明 / description |\n| --- | --- | --- | --- | --- |\n")
	for _, f := range t.Fields {
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s<br>%s |\n", f.Name, f.Type, f.Unit, f.Values(), markdownCell(f.About), markdownCell(f.AboutEN))
	}
}

// Values says which values the column may hold, "" for any.
func (f Field) Values() string {
	switch {
	case len(f.Enum) > 0:
		return strings.Join(f.Enum, ", ")
	case f.Range != nil:
		return f.Range.String()
	}
	return ""
}

func markdownCell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }

// licences says for each table under which terms its source stands.
func (d Dataset) licences() ([]byte, error) {
	notes, err := documentTexts.ReadFile("documents/licences.md")
	if err != nil {
		return nil, fmt.Errorf("write LICENSES.md: %w", err)
	}
	var b bytes.Buffer
	b.Write(notes)
	b.WriteString("\n## 表ごとの条件 / Terms by table\n\n| 表 / table | 出典 / source | 公表元 / publisher | 条件 / terms |\n| --- | --- | --- | --- |\n")
	for _, t := range d.Tables {
		for _, s := range d.Terms(t.Table) {
			fmt.Fprintf(&b, "| %s | %s | %s | [%s](%s) |\n", t.Name, sourceLinks(t.Table), s.Publisher, s.Terms, s.TermsURL)
		}
	}
	b.WriteString("\n## 出典の書き方 / Citations\n\n")
	for _, s := range d.Sources {
		fmt.Fprintf(&b, "- %s: %s\n", s.Key, s.Citation)
	}
	return b.Bytes(), nil
}

// citationFile is CITATION.cff, version 1.2.0 of the Citation File Format.
type citationFile struct {
	CFFVersion   string              `yaml:"cff-version"`
	Message      string              `yaml:"message"`
	Type         string              `yaml:"type"`
	Title        string              `yaml:"title"`
	Abstract     string              `yaml:"abstract"`
	Authors      []citationEntity    `yaml:"authors"`
	Version      string              `yaml:"version"`
	DateReleased string              `yaml:"date-released,omitempty"`
	References   []citationReference `yaml:"references"`
}

type citationEntity struct {
	Name string `yaml:"name"`
}

type citationReference struct {
	Type    string           `yaml:"type"`
	Title   string           `yaml:"title"`
	Authors []citationEntity `yaml:"authors"`
	Version string           `yaml:"version,omitempty"`
	URL     string           `yaml:"url"`
	Notes   string           `yaml:"notes"`
}

func (d Dataset) citation() ([]byte, error) {
	c := citationFile{
		CFFVersion: "1.2.0", Type: "dataset", Title: datasetTitleEN, Abstract: datasetAboutEN,
		Message: "Please cite this dataset and the official source of the tables you use; notes of each reference give the wording its publisher asks for.",
		Authors: []citationEntity{{datasetMakers}}, Version: d.Version, DateReleased: d.Latest(),
	}
	for _, s := range d.Sources {
		c.References = append(c.References, citationReference{"data", s.Title, []citationEntity{{s.Publisher}}, s.Version, s.URL, s.Citation})
	}
	text, err := yaml.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("write CITATION.cff: %w", err)
	}
	return text, nil
}
