package ingest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// A Dataset is a dataset directory: its tables in the order of [Tables], its
// sidecars by key, and its version.
type Dataset struct {
	Version string // of the dataset, as in datapackage.json
	Tables  []Data
	Sources []Source
}

// Read reads a dataset directory. A directory without tables gives an empty
// Dataset. The tables are not checked; [Dataset.Check] does that.
func Read(fsys fs.FS) (Dataset, error) {
	return read(fsys, nil)
}

// read leaves out the tables of some kinds, which may be of an older definition.
func read(fsys fs.FS, without []Kind) (Dataset, error) {
	var d Dataset
	var err error
	if d.Version, err = packageVersion(fsys); err != nil {
		return d, err
	}
	if d.Sources, err = readSources(fsys); err != nil {
		return d, err
	}
	definitions, err := Tables(d.profileVersion())
	if err != nil {
		return d, fmt.Errorf("read dataset: %w", err)
	}
	for _, t := range definitions {
		if slices.Contains(without, t.Kind) {
			continue
		}
		name := "tables/" + t.Name + ".csv"
		text, err := fs.ReadFile(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return d, fmt.Errorf("read dataset: %w", err)
		}
		records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil {
			return d, fmt.Errorf("read dataset: %s: %w", name, err)
		}
		if len(records) == 0 || !slices.Equal(records[0], t.Columns()) {
			return d, Faults{{File: name, Row: 1, Text: "expected the columns " + strings.Join(t.Columns(), ",")}}
		}
		d.Tables = append(d.Tables, Data{t, records[1:]})
	}
	return d, nil
}

func readSources(fsys fs.FS) ([]Source, error) {
	names, err := fs.Glob(fsys, "sources/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("read sidecars: %w", err)
	}
	var sources []Source
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read sidecars: %w", err)
		}
		var s Source
		if err := yaml.UnmarshalWithOptions(text, &s, yaml.Strict()); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if s.Key+".yaml" != path.Base(name) {
			return nil, Faults{{File: name, Row: 1, Text: fmt.Sprintf("its key is %q, expected the name of the file", s.Key)}}
		}
		sources = append(sources, s)
	}
	return sources, nil
}

// Source returns the sidecar with a key.
func (d Dataset) Source(key string) (Source, bool) {
	i := slices.IndexFunc(d.Sources, func(s Source) bool { return s.Key == key })
	if i < 0 {
		return Source{}, false
	}
	return d.Sources[i], true
}

// Table returns the table of a name.
func (d Dataset) Table(name string) (Data, bool) {
	i := slices.IndexFunc(d.Tables, func(t Data) bool { return t.Name == name })
	if i < 0 {
		return Data{}, false
	}
	return d.Tables[i], true
}

// profileVersion is the version whose columns the tables of profiles have.
func (d Dataset) profileVersion() string {
	if s, ok := d.Source("ipd-numeric"); ok {
		return s.Version
	}
	return NewestVersion
}

// with returns the dataset after an import: the tables of its kind are replaced,
// those it did not make go, and so it is with its sidecars.
func (d Dataset) with(imported Import) (Dataset, error) {
	definitions, err := Tables(NewestVersion) // kinds and sources are the same in every version
	if err != nil {
		return d, fmt.Errorf("replace %s: %w", imported.Kind, err)
	}
	replaced := func(key string) bool {
		return slices.ContainsFunc(definitions, func(t Table) bool {
			return t.Kind == imported.Kind && slices.Contains(t.Sources, key)
		})
	}
	next := Dataset{Version: d.Version}
	for _, t := range d.Tables {
		if t.Kind != imported.Kind {
			next.Tables = append(next.Tables, t)
		}
	}
	for _, s := range d.Sources {
		if !replaced(s.Key) {
			next.Sources = append(next.Sources, s)
		}
	}
	next.Tables = append(next.Tables, imported.Tables...)
	next.Sources = append(next.Sources, imported.Sources...)
	slices.SortFunc(next.Sources, func(a, b Source) int { return strings.Compare(a.Key, b.Key) })
	return next, next.order()
}

// order brings the tables into the order of their definitions.
func (d Dataset) order() error {
	definitions, err := Tables(d.profileVersion())
	if err != nil {
		return fmt.Errorf("order tables: %w", err)
	}
	place := map[string]int{}
	for i, t := range definitions {
		place[t.Name] = i
	}
	slices.SortFunc(d.Tables, func(a, b Data) int { return place[a.Name] - place[b.Name] })
	return nil
}
