// Package export writes what the site publishes as data: the dataset in every format that researchers use, with its
// metadata; the static interface /api/v1/; and the facts that scripts read.
//
// One definition drives every format of the dataset: the [ingest.Table] of a table, with the name, type, unit, range,
// description and source of each column. A table is added to all formats, to the workbook, the database, the schemas
// and the dictionary, by handing one more [ingest.Data] to [NewRelease]; nothing else has to be told of it.
//
// What always holds:
//   - A table has one name, the same rows and the same columns in every format, in one order. One marked as bulk is
//     published as Parquet alone.
//   - Figures are written with the digits they were published with, wherever a format has decimal text (CSV, JSON, XML).
//   - Missing is missing: an empty cell in CSV and XLSX, null in JSON, Parquet and SQLite, no attribute in XML.
//   - Equal datasets give equal bytes. No file holds the time at which it was made.
//   - A table or column without a description in both languages is a fault, and nothing is written.
//
// What it does not do: it computes nothing from the figures beyond the long form of the profiles (that is analysis),
// gives no licence of its own to figures (each table keeps the terms of its source), and writes no files itself:
// documents are handed to a write function as a path and bytes.
package export

import (
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/ingest"
)

// A Release is one version of the dataset with all its tables.
type Release struct {
	ingest.Dataset
	Base      string        // address of the site's home page, with the slash at its end
	bulk      []ingest.Data // tables that are published as Parquet alone
	changelog []byte
}

// NewRelease reads a dataset and adds the tables that follow from it: the long form of the profiles, and those that
// are handed in. It fails with [ingest.Faults] where a table or column lacks its description, its source or its type.
func NewRelease(dataset fs.FS, c *catalog.Catalog, base string, derived ...ingest.Data) (*Release, error) {
	d, err := ingest.Read(dataset)
	if err != nil {
		return nil, fmt.Errorf("preparing the release: %w", err)
	}
	changelog, err := fs.ReadFile(dataset, "CHANGELOG.md")
	if err != nil {
		return nil, fmt.Errorf("preparing the release: %w", err)
	}
	d.Tables = append(d.Tables, profiles(c))
	d.Tables = append(d.Tables, derived...)
	if err := d.Check(); err != nil {
		return nil, err
	}
	r := &Release{d, base, nil, changelog}
	r.Tables = slices.DeleteFunc(slices.Clone(d.Tables), func(t ingest.Data) bool { return t.Bulk })
	r.bulk = slices.DeleteFunc(slices.Clone(d.Tables), func(t ingest.Data) bool { return !t.Bulk })
	return r, nil
}

// Directory is where the site keeps the release, with the slash at its end.
func (r *Release) Directory() string { return "dataset/" + r.Version + "/" }

// A job writes one or some files of a release, named from its directory.
type job func(write func(name string, data []byte) error) error

// Write hands over every file of the release, dataset/latest.json, which leads to it, and the parts of /api/v1/ that are
// rows of tables. Formats are written side by side; write is called from several goroutines.
func (r *Release) Write(write func(path string, data []byte) error) error {
	sums := &sums{}
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, job := range r.jobs() {
		g.Go(func() error {
			return job(func(name string, data []byte) error {
				sums.add(name, data)
				return write(r.Directory()+name, data)
			})
		})
	}
	g.Go(func() error { return r.writeRows(write) })
	g.Go(func() error {
		return one(apiDirectory+"openapi.json", r.encodeOpenAPI)(write)
	})
	if err := g.Wait(); err != nil {
		return fmt.Errorf("exporting the dataset: %w", err)
	}
	return r.writeIndex(sums.sorted(), write)
}

// jobs lists the longest ones first, so that none of them begins when all others have ended.
func (r *Release) jobs() []job {
	jobs := []job{r.writeWorkbook, r.writeDatabase, r.writePackage}
	for _, t := range r.Tables {
		for _, encode := range []struct {
			name string
			make func(ingest.Data) ([]byte, error)
		}{
			{"json/" + t.Name + ".json", encodeJSON}, {"jsonl/" + t.Name + ".jsonl", encodeLines},
			{"xml/" + t.Name + ".xml", r.encodeXML}, {"parquet/" + t.Name + ".parquet", r.encodeParquet},
		} {
			jobs = append(jobs, one(encode.name, func() ([]byte, error) { return encode.make(t) }))
		}
		if t.Partition != "" {
			jobs = append(jobs, func(write func(string, []byte) error) error { return r.writePartitions(t, write) })
		}
	}
	for _, t := range r.bulk {
		jobs = append(jobs, one("parquet/"+t.Name+".parquet", func() ([]byte, error) { return r.encodeParquet(t) }))
	}
	return append(jobs, one("xml/dataset.xsd", r.encodeXSD), one("csv/csv-metadata.json", r.encodeCSVW))
}

// one is the job that writes one file.
func one(name string, encode func() ([]byte, error)) job {
	return func(write func(string, []byte) error) error {
		data, err := encode()
		if err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
		return write(name, data)
	}
}

// byteOrderMark tells spreadsheets that a text is UTF-8.
const byteOrderMark = "\ufeff"

// writePackage writes the Data Package: tables as CSV, the same with a byte order mark, documents and sidecars.
func (r *Release) writePackage(write func(string, []byte) error) error {
	files, err := r.Package("csv")
	if err != nil {
		return err
	}
	files["CHANGELOG.md"] = r.changelog
	for name, data := range files {
		if err := write(name, data); err != nil {
			return err
		}
		if table, ok := strings.CutPrefix(name, "csv/"); ok {
			if err := write("csv-bom/"+table, append([]byte(byteOrderMark), data...)); err != nil {
				return err
			}
		}
	}
	return nil
}

// sums collects what was written.
type sums struct {
	mu    sync.Mutex
	files []File
}
