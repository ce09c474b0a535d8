package main

import (
	"embed"
	"errors"
	"os"
	"path/filepath"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/export"
	"shigotoatlas/generator/publish"
)

// program are the sources on which the files of the dataset depend: when one of them changes, the files are made anew.
//
//go:embed export/*.go export/*.sql ingest/*.go ingest/layouts ingest/documents catalog/*.go
var program embed.FS

// writeDataset publishes the dataset in all its formats. They take longer than all pages together and change with the
// dataset alone, so they are kept in build/dataset, itself a published tree, and used again while their key is the
// same.
func (b *buildCommand) writeDataset(site *publish.Site, c *catalog.Catalog, base string) error {
	dataset, kept := os.DirFS(b.Dataset), filepath.Join(b.Root, "build", "dataset")
	key, err := export.Key(dataset, program, base)
	if err != nil {
		return err
	}
	if stored, err := os.ReadFile(filepath.Join(kept, "key")); err == nil && string(stored) == key {
		if adopted, err := site.Adopt(kept, "dataset"); adopted || err != nil {
			return err
		}
	}
	release, err := export.NewRelease(dataset, c, base)
	if err != nil {
		return err
	}
	if err := keep(kept, key, release); err != nil {
		return err
	}
	if adopted, err := site.Adopt(kept, "dataset"); adopted || err != nil {
		return err
	}
	return release.Write(site.Write)
}

// keep writes a release where the next build finds it. A place that another build is writing, or that cannot be
// written, is left alone.
func keep(dir, key string, release *export.Release) (err error) {
	tree, err := publish.Begin(dir)
	if err != nil {
		return nil
	}
	defer func() { err = errors.Join(err, tree.Abort()) }()
	if err := release.Write(tree.Write); err != nil {
		return err
	}
	if err := tree.Write("key", []byte(key)); err != nil {
		return err
	}
	return tree.Commit()
}
