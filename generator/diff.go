package main

import (
	"encoding/json"
	"fmt"
	"os"

	"shigotoatlas/generator/ingest"
	"shigotoatlas/generator/release"
)

type diffCommand struct {
	Old       string  `arg:"" help:"Older release: an official file of numeric profiles or a dataset directory." type:"path"`
	New       string  `arg:"" help:"Newer release, likewise." type:"path"`
	Format    string  `default:"markdown" enum:"markdown,json" help:"markdown or json. The site shows every file of dataset/changes as a page."`
	Threshold float64 `default:"0.15" help:"Change of a figure from which it is listed by itself, as a share of the item's scale."`
}

func (d *diffCommand) Run() error {
	if !(d.Threshold > 0 && d.Threshold <= 1) {
		return fmt.Errorf("threshold %v: expected a share above 0 and at most 1", d.Threshold)
	}
	from, err := readRelease(d.Old)
	if err != nil {
		return err
	}
	to, err := readRelease(d.New)
	if err != nil {
		return err
	}
	change := release.Compare(from, to, d.Threshold)
	if d.Format == "markdown" {
		_, err = os.Stdout.WriteString(change.Markdown())
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(change)
}

func readRelease(name string) (ingest.Release, error) {
	info, err := os.Stat(name)
	if err != nil {
		return ingest.Release{}, fmt.Errorf("reading a release: %w", err)
	}
	if !info.IsDir() {
		file, err := open(name)
		if err != nil {
			return ingest.Release{}, err
		}
		return ingest.NumericRelease(file)
	}
	d, err := ingest.Read(os.DirFS(name))
	if err != nil {
		return ingest.Release{}, err
	}
	return d.Release(), nil
}
