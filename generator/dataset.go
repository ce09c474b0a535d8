package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/export"
	"shigotoatlas/generator/page"
	"shigotoatlas/generator/publish"
)

// program are the sources on which the files of the dataset depend: when one of them changes, the files are made anew.
//
//go:embed export/*.go export/*.sql ingest/*.go ingest/layouts ingest/documents catalog/*.go analysis/*.go
var program embed.FS

// keptFiles is where the files of a release wait for the next build, below the root of the project.
const keptFiles = "build/dataset"

// writeDataset publishes the dataset in all its formats and tells what the release consists of. The files take longer
// than all pages together and change with the dataset alone, so they are kept, as a published tree of their own, and
// used again while their key is the same.
func (b *buildCommand) writeDataset(site *publish.Site, c *catalog.Catalog, a *analysis.Analysis, base string) (*page.Dataset, error) {
	dataset, kept := os.DirFS(b.Dataset), filepath.Join(b.Root, filepath.FromSlash(keptFiles))
	arithmetic, err := sourcesIn(os.DirFS(filepath.Join(b.Root, "wasm", "scoring")))
	if err != nil {
		return nil, err
	}
	key, err := export.Key(dataset, program, base, arithmetic, a.ContentKey())
	if err != nil {
		return nil, err
	}
	described := description{release: "dataset/" + c.DatasetVersion + "/"}
	if stored, err := os.ReadFile(filepath.Join(kept, "key")); err == nil && string(stored) == key {
		adopted, err := adoptRelease(site, kept)
		if err != nil {
			return nil, err
		}
		if adopted {
			return described.kept(kept)
		}
	}
	made, err := export.NewRelease(dataset, c, base, a.Tables()...)
	if err != nil {
		return nil, err
	}
	adopted, err := keep(kept, key, made, &described)
	if err == nil && adopted {
		adopted, err = adoptRelease(site, kept)
	}
	if err == nil && !adopted {
		err = made.Write(described.of(site.Write))
	}
	if err != nil {
		return nil, err
	}
	return page.ReadDataset(described.index, described.metadata)
}

// sourcesIn are the texts of the Go files of a directory, one after another.
func sourcesIn(dir fs.FS) (string, error) {
	names, err := fs.Glob(dir, "*.go")
	if err != nil {
		return "", fmt.Errorf("listing sources: %w", err)
	}
	var all strings.Builder
	for _, name := range names {
		text, err := fs.ReadFile(dir, name)
		if err != nil {
			return "", fmt.Errorf("reading sources: %w", err)
		}
		all.Write(text)
	}
	return all.String(), nil
}

// adoptRelease takes over the files of the release and its part of the interface.
func adoptRelease(site *publish.Site, kept string) (bool, error) {
	adopted, err := site.Adopt(kept, "dataset")
	if err != nil || !adopted {
		return adopted, err
	}
	adopted, err = site.Adopt(kept, "api")
	if err == nil && !adopted {
		err = fmt.Errorf("%s holds a dataset without its part of the interface; remove it and build again", kept)
	}
	return adopted, err
}

// keep writes a release where the next build finds it. A place that another build is writing, or that cannot be
// written, is left alone, and keep reports false.
func keep(dir, key string, release *export.Release, described *description) (kept bool, err error) {
	tree, err := publish.Begin(dir)
	if err != nil {
		return false, nil
	}
	defer func() { err = errors.Join(err, tree.Abort()) }()
	if err := release.Write(described.of(tree.Write)); err != nil {
		return false, err
	}
	if err := tree.Write("key", []byte(key)); err != nil {
		return false, err
	}
	return true, tree.Commit()
}

// A description are the two files of a release that tell what is in the others.
type description struct {
	release         string // its directory
	mu              sync.Mutex
	index, metadata []byte
}

// of remembers the two files among those written.
func (d *description) of(write func(string, []byte) error) func(string, []byte) error {
	return func(path string, data []byte) error {
		d.mu.Lock()
		switch path {
		case d.release + "index.json":
			d.index = data
		case d.release + "datapackage.json":
			d.metadata = data
		}
		d.mu.Unlock()
		return write(path, data)
	}
}

// kept reads the two files where the release is kept.
func (d *description) kept(dir string) (*page.Dataset, error) {
	index, err1 := os.ReadFile(filepath.Join(dir, filepath.FromSlash(d.release), "index.json"))
	metadata, err2 := os.ReadFile(filepath.Join(dir, filepath.FromSlash(d.release), "datapackage.json"))
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	return page.ReadDataset(index, metadata)
}
