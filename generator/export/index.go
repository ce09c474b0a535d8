package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"shigotoatlas/generator/ingest"
)

// An Index tells what a release consists of. It is published as index.json of the release.
type Index struct {
	Version  string         `json:"version"`
	Released string         `json:"released"` // YYYY-MM-DD, the day the latest source was obtained
	Tables   []TableSummary `json:"tables"`
	Files    []File         `json:"files"` // by path; all but the index itself and SHA256SUMS
}

// A TableSummary tells how large a table is and how it looks.
type TableSummary struct {
	Name    string     `json:"name"`
	Title   string     `json:"title"`
	TitleEN string     `json:"title_en"`
	Rows    int        `json:"rows"`
	Columns int        `json:"columns"`
	Sample  [][]string `json:"sample"` // the first rows
}

// A File is a file of the release.
type File struct {
	Path   string `json:"path"` // from the directory of the release
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
	Table  string `json:"table,omitempty"` // whose rows it holds; "" for what holds all or none
}

// sampleRows is how many rows of each table the index shows.
const sampleRows = 3

func (s *sums) add(name string, data []byte) {
	digest := sha256.Sum256(data)
	f := File{Path: name, Bytes: len(data), SHA256: hex.EncodeToString(digest[:]), Table: tableOf(name)}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, f)
}

// tableOf is the table in the name of a file such as csv/wages.csv or parquet-partitioned/profiles/domain=skills/….
func tableOf(name string) string {
	directory, file, found := strings.Cut(name, "/")
	if !found || directory == "sources" || strings.HasSuffix(file, ".xsd") || file == csvwName {
		return ""
	}
	table, _, _ := strings.Cut(file, "/")
	table, _, _ = strings.Cut(table, ".")
	return table
}

func (s *sums) sorted() []File {
	slices.SortFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return s.files
}

// writeIndex writes what needs the sizes and digests of all other files: Croissant metadata, the index, SHA256SUMS
// and latest.json.
func (r *Release) writeIndex(files []File, write func(string, []byte) error) error {
	croissant, err := r.encodeCroissant(files)
	if err != nil {
		return fmt.Errorf("writing croissant.json: %w", err)
	}
	all := &sums{files: files}
	all.add("croissant.json", croissant)
	index, err := indented(r.index(all.sorted()))
	if err != nil {
		return fmt.Errorf("writing index.json: %w", err)
	}
	latest, err := indented(map[string]string{
		"version": r.Version, "released": r.Latest(), "path": r.Version + "/", "index": r.Version + "/index.json",
		"datapackage": r.Version + "/datapackage.json", "sha256sums": r.Version + "/SHA256SUMS",
	})
	if err != nil {
		return fmt.Errorf("writing latest.json: %w", err)
	}
	all.add("index.json", index)
	for _, f := range []struct {
		path string
		data []byte
	}{
		{r.Directory() + "croissant.json", croissant}, {r.Directory() + "index.json", index},
		{r.Directory() + "SHA256SUMS", checksums(all.sorted())}, {"dataset/latest.json", latest},
	} {
		if err := write(f.path, f.data); err != nil {
			return err
		}
	}
	return nil
}

func (r *Release) index(files []File) Index {
	index := Index{Version: r.Version, Released: r.Latest(), Files: files}
	for _, t := range r.Tables {
		index.Tables = append(index.Tables, TableSummary{t.Name, t.Title, t.TitleEN, len(t.Records), len(t.Fields), t.Records[:min(sampleRows, len(t.Records))]})
	}
	return index
}

// checksums is a list that sha256sum -c reads.
func checksums(files []File) []byte {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%s  %s\n", f.SHA256, f.Path)
	}
	return b.Bytes()
}

// indented writes JSON for people to read too.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// sourcesOf are the sidecars of the sources of a table.
func (r *Release) sourcesOf(t ingest.Table) []ingest.Source {
	var found []ingest.Source
	for _, key := range t.Sources {
		if s, ok := r.Source(key); ok {
			found = append(found, s)
		}
	}
	return found
}
