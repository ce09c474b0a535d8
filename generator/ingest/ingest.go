// Package ingest turns the official files into the tables of dataset/.
//
// Each kind of official file has one function: [IPDNumeric], [IPDForms],
// [Occupations], [Wages], [HelloWork] and [Classification]. Each takes the
// bytes of its files and returns an [Import]: finished tables and one sidecar
// per source. [Write] puts imports into a dataset directory.
//
// What always holds:
//   - The tables and their columns are those of [Tables], and no others. That
//     list is the only definition; datapackage.json and README.md follow it.
//   - A column of an official file is found by its id and its name, never by
//     its position. A layout that is not known is refused.
//   - A figure is kept as text, as published. Missing is the empty cell, and
//     stays missing.
//   - All faults of an import are reported at once, each with file, row,
//     column and the name of the column; an import with a fault writes nothing.
//   - The same files give the same bytes.
//
// What it does not do: it computes nothing from the figures, fills no gaps, and
// carries no sentence over (descriptions and task statements stay behind).
package ingest

import (
	"fmt"
	"strings"
	"time"
)

// A File is an official file as it was handed in. Name appears in messages and
// in the sidecar; it is a base name, without a directory.
type File struct {
	Name string
	Data []byte
}

// Origin says when and where the files of an import were obtained.
type Origin struct {
	Obtained string // YYYY-MM-DD; empty means today
	Note     string // where from, in words; empty means downloaded by the operator
}

func (o Origin) date() string {
	if o.Obtained == "" {
		return time.Now().Format(time.DateOnly)
	}
	return o.Obtained
}

func (o Origin) note() string {
	if o.Note == "" {
		return "取り込みを行った人が入手したファイル"
	}
	return o.Note
}

// An Import is what one kind of official file became.
type Import struct {
	Kind    Kind
	Tables  []Data
	Sources []Source
}

// Kind names a kind of official file, as on the command line. An import of a
// kind replaces all tables of that kind.
type Kind string

const (
	KindNumeric        Kind = "ipd-numeric"    // numeric profiles of the job tag download
	KindForms          Kind = "ipd-forms"      // the data dictionary inside the workbook of the numeric profiles
	KindOccupations    Kind = "occupations"    // ids, titles, classification codes, licences
	KindWages          Kind = "wages"          // Basic Survey on Wage Structure, tables 1 and 10
	KindHelloWork      Kind = "hellowork"      // openings, offered wages and fill rates
	KindClassification Kind = "classification" // JSOC and JSIC
)

// Data is a table with its records, in the order of the table's fields.
type Data struct {
	Table
	Records [][]string
}

// A Fault is one thing wrong with an input file. Row and Column count from 1 as
// in a spreadsheet; 0 means that the fault has no such place.
type Fault struct {
	File        string
	Row, Column int
	Text        string
}

func (f Fault) String() string {
	place := f.File
	if f.Row > 0 {
		place += fmt.Sprintf(":%d", f.Row)
		if f.Column > 0 {
			place += fmt.Sprintf(":%d", f.Column)
		}
	}
	return place + ": " + f.Text
}

// Faults is an error made of all faults of an import, in the order of the input.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "\n")
}

// err returns nil when there is no fault, so that an empty list is no error.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

func (f *Faults) add(file string, row, column int, format string, args ...any) {
	*f = append(*f, Fault{File: file, Row: row, Column: column, Text: fmt.Sprintf(format, args...)})
}
