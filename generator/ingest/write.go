package ingest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/goccy/go-yaml"
)

// Write puts imports into a dataset directory: tables, sidecars, datapackage.json,
// README.md, LICENSES.md and CITATION.cff. The dataset that would result is
// checked first, and nothing is written when it has a fault. Every file is
// written beside its place and renamed once all are complete; files that no
// longer belong are then removed. CHANGELOG.md is left to people.
func Write(directory string, imports ...Import) error {
	var kinds []Kind
	for _, imported := range imports {
		kinds = append(kinds, imported.Kind)
	}
	dataset, err := read(os.DirFS(directory), kinds)
	if err != nil {
		return err
	}
	for _, imported := range imports {
		if dataset, err = dataset.with(imported); err != nil {
			return err
		}
	}
	if err := dataset.Check(); err != nil {
		return err
	}
	files, err := dataset.Package("tables")
	if err != nil {
		return err
	}
	return writeFiles(directory, files)
}

// Package returns the dataset as a Data Package: every file by its path. The
// tables lie as CSV in a directory of the package, everything else at its root.
func (d Dataset) Package(directory string) (map[string][]byte, error) {
	if d.Version == "" {
		d.Version = d.firstVersion()
	}
	files := map[string][]byte{}
	for _, t := range d.Tables {
		text, err := t.csv()
		if err != nil {
			return nil, err
		}
		files[directory+"/"+t.Name+".csv"] = text
	}
	for _, s := range d.Sources {
		text, err := yaml.MarshalWithOptions(s, yaml.UseLiteralStyleIfMultiline(true))
		if err != nil {
			return nil, fmt.Errorf("write sidecar %s: %w", s.Key, err)
		}
		files["sources/"+s.Key+".yaml"] = text
	}
	if err := d.addDocuments(files, directory); err != nil {
		return nil, err
	}
	return files, nil
}

// csv returns the table as UTF-8 text with a header row and LF line ends.
func (t Data) csv() ([]byte, error) {
	var text bytes.Buffer
	w := csv.NewWriter(&text)
	w.Write(t.Columns()) // a bytes.Buffer takes every write; WriteAll flushes and reports
	if err := w.WriteAll(t.Records); err != nil {
		return nil, fmt.Errorf("write table %s: %w", t.Name, err)
	}
	return text.Bytes(), nil
}

// writeFiles replaces the generated files of a directory by others.
func writeFiles(directory string, files map[string][]byte) (err error) {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	var temporary []string
	defer func() {
		for _, name := range temporary {
			os.Remove(name) // fails for those that were renamed, as it should
		}
	}()
	for _, name := range names {
		t, err := writeTemporary(filepath.Join(directory, filepath.FromSlash(name)), files[name])
		if err != nil {
			return fmt.Errorf("write dataset: %w", err)
		}
		temporary = append(temporary, t)
	}
	for i, name := range names {
		if err := os.Rename(temporary[i], filepath.Join(directory, filepath.FromSlash(name))); err != nil {
			return fmt.Errorf("write dataset: %w", err)
		}
	}
	return removeOthers(directory, files)
}

// writeTemporary writes a file beside its place and returns its name.
func writeTemporary(name string, text []byte) (string, error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return "", err
	}
	file, err := os.CreateTemp(filepath.Dir(name), ".import-*")
	if err != nil {
		return "", err
	}
	_, err = file.Write(text)
	if err := errors.Join(err, file.Chmod(0o644), file.Close()); err != nil {
		os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// removeOthers removes tables and sidecars that the dataset no longer has.
func removeOthers(directory string, files map[string][]byte) error {
	for _, pattern := range []string{"tables/*.csv", "sources/*.yaml"} {
		names, err := fs.Glob(os.DirFS(directory), pattern)
		if err != nil {
			return fmt.Errorf("clear dataset: %w", err)
		}
		for _, name := range names {
			if _, ok := files[name]; ok {
				continue
			}
			if err := os.Remove(filepath.Join(directory, filepath.FromSlash(name))); err != nil {
				return fmt.Errorf("clear dataset: %w", err)
			}
		}
	}
	return nil
}
