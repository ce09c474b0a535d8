package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/ingest"
)

// origin is what an operator may say of where files came from.
type origin struct {
	Dataset  string `default:"dataset" help:"Directory of the dataset." type:"path"`
	Obtained string `help:"Day the files were obtained, YYYY-MM-DD. Default: today."`
	Note     string `help:"Where the files were obtained from, when not from the publisher's page."`
}

func (o origin) write(imports ...ingest.Import) error { return ingest.Write(o.Dataset, imports...) }

func (o origin) of() ingest.Origin { return ingest.Origin{Obtained: o.Obtained, Note: o.Note} }

type importCommand struct {
	IPDNumeric      importNumeric         `cmd:"" name:"ipd-numeric" help:"Numeric profiles of JILPT: IPD_DL_numeric_*.csv or .xlsx, versions 1.8, 6.01 and 7.00."`
	IPDForms        importForms           `cmd:"" name:"ipd-forms" help:"Which survey form asked which domain: the workbook IPD_DL_numeric_*.xlsx."`
	IPDDescription  importDescription     `cmd:"" name:"ipd-description" help:"Official descriptions: makes a content tree of your own that shows them instead of our texts."`
	Wages           importWages           `cmd:"" help:"Wage census by occupation: the workbooks of tables 1 and 10."`
	HelloWork       importHelloWork       `cmd:"" name:"hellowork" help:"Openings, offered wages and placements: openings.json, offered-wages.json, fill-rates.json and their -index.json."`
	Classifications importClassifications `cmd:"" help:"JSOC and JSIC names and the occupations' codes: jsoc-*.json, jsic-*.json and occupations-*.csv."`
}

type importNumeric struct {
	origin
	File string `arg:"" type:"existingfile"`
}

func (c *importNumeric) Run() error { return c.one(c.File, ingest.IPDNumeric) }

// importDescription writes no dataset: sentences of others belong into no tree but the operator's own.
type importDescription struct {
	Content  string `default:"content" help:"Content tree that everything but the descriptions is taken from." type:"existingdir"`
	Out      string `required:"" help:"Directory for the new content tree; build the site from it with build --content."`
	Obtained string `help:"Day the file was obtained, YYYY-MM-DD. Default: today."`
	Note     string `help:"Where the file was obtained from, when not from the publisher's page."`
	File     string `arg:"" type:"existingfile"`
}

func (c *importDescription) Run() error {
	file, err := open(c.File)
	if err != nil {
		return err
	}
	descriptions, source, err := ingest.IPDDescription(file, ingest.Origin{Obtained: c.Obtained, Note: c.Note})
	if err != nil {
		return err
	}
	files, err := catalog.WithTexts(tree(c.Content), source, descriptions)
	if err != nil {
		return err
	}
	return publishFiles(c.Out, files)
}

type importForms struct {
	origin
	File string `arg:"" type:"existingfile"`
}

func (c *importForms) Run() error { return c.one(c.File, ingest.IPDForms) }

type importWages struct {
	origin
	Files []string `arg:"" type:"existingfile"`
}

func (c *importWages) Run() error { return c.several(c.Files, ingest.Wages) }

type importHelloWork struct {
	origin
	Files []string `arg:"" type:"existingfile"`
}

func (c *importHelloWork) Run() error { return c.several(c.Files, ingest.HelloWork) }

type importClassifications struct {
	origin
	Files []string `arg:"" type:"existingfile"`
}

// Run tells the three files apart by the beginning of their names.
func (c *importClassifications) Run() error {
	named := map[string]ingest.File{}
	for _, path := range c.Files {
		file, err := open(path)
		if err != nil {
			return err
		}
		kind, _, _ := strings.Cut(file.Name, "-")
		named[kind] = file
	}
	for _, kind := range []string{"jsoc", "jsic", "occupations"} {
		if _, ok := named[kind]; !ok || len(named) != 3 {
			return fmt.Errorf("import classifications expects jsoc-*.json, jsic-*.json and occupations-*.csv; found %s", strings.Join(c.Files, ", "))
		}
	}
	classes, err := ingest.Classification(named["jsoc"], named["jsic"], c.of())
	if err != nil {
		return err
	}
	occupations, err := ingest.Occupations(named["occupations"], c.of())
	if err != nil {
		return err
	}
	return c.write(classes, occupations)
}

func (o origin) one(path string, read func(ingest.File, ingest.Origin) (ingest.Import, error)) error {
	file, err := open(path)
	if err != nil {
		return err
	}
	imported, err := read(file, o.of())
	if err != nil {
		return err
	}
	return o.write(imported)
}

func (o origin) several(paths []string, read func([]ingest.File, ingest.Origin) (ingest.Import, error)) error {
	files := make([]ingest.File, len(paths))
	for i, path := range paths {
		var err error
		if files[i], err = open(path); err != nil {
			return err
		}
	}
	imported, err := read(files, o.of())
	if err != nil {
		return err
	}
	return o.write(imported)
}

func open(path string) (ingest.File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return ingest.File{}, fmt.Errorf("reading an official file: %w", err)
	}
	return ingest.File{Name: filepath.Base(path), Data: data}, nil
}
