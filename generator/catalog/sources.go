package catalog

import (
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A Source is the sidecar of a raw source of the dataset.
type Source struct {
	Key          string    `yaml:"key"`
	Title        string    `yaml:"title"`
	URL          string    `yaml:"url"`
	Publisher    string    `yaml:"publisher"`
	Version      string    `yaml:"version,omitempty"`
	Date         string    `yaml:"date,omitempty"`
	Obtained     string    `yaml:"obtained"`
	ObtainedFrom string    `yaml:"obtained_from,omitempty"`
	Terms        string    `yaml:"terms"`
	TermsURL     string    `yaml:"terms_url,omitempty"`
	Citation     string    `yaml:"citation"`
	Note         string    `yaml:"note,omitempty"`
	Skipped      []string  `yaml:"skipped,omitempty"`
	Files        []RawFile `yaml:"files"`
	Upstream     []RawFile `yaml:"upstream,omitempty"`
}

// A RawFile is a file as it was imported, or one that the publisher of it started from.
type RawFile struct {
	Name   string `yaml:"name"`
	URL    string `yaml:"url,omitempty"`
	Bytes  int    `yaml:"bytes,omitempty"`
	SHA256 string `yaml:"sha256"`
}

func (l *loader) readSources() error {
	names, err := fs.Glob(l.dataset.FS, "sources/*.yaml")
	if err != nil {
		return err
	}
	slices.Sort(names)
	l.c.sources = map[string]*Source{}
	for _, name := range names {
		src, err := fs.ReadFile(l.dataset.FS, name)
		if err != nil {
			return err
		}
		s := &Source{}
		if d, ok := decode(l.dataset.path(name), 0, src, s, l.faults); ok {
			checkFilled(d, "$", s)
			if want := strings.TrimSuffix(path.Base(name), ".yaml"); s.Key != want {
				d.fault("$.key", "key %q should be %q, the name of the file", s.Key, want)
			}
		}
		l.c.Sources = append(l.c.Sources, s)
		l.c.sources[s.Key] = s
	}
	return l.readPackage()
}

func (l *loader) readPackage() error {
	src, err := fs.ReadFile(l.dataset.FS, "datapackage.json")
	if err != nil {
		return &fs.PathError{Op: "read", Path: l.dataset.path("datapackage.json"), Err: err}
	}
	var p struct{ Version string }
	if err := json.Unmarshal(src, &p); err != nil || p.Version == "" {
		l.faults.add(l.dataset.path("datapackage.json"), 1, 1, "has no \"version\"")
	}
	l.c.DatasetVersion = p.Version
	return nil
}
