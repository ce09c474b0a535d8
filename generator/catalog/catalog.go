// Package catalog is the site's knowledge: occupations, what is written about them, what is measured of them, and
// the vocabularies they refer to. It reads the two trees content (prose and definitions, edited by people) and
// dataset (figures, made by ingest) into typed values.
//
// What always holds after [Load] returned no faults: every occupation of the dataset has exactly one file and every
// reference leads somewhere; every figure is inside the range of its item; missing is missing ([Figure] without a
// value), never zero; lists are in a fixed order (occupations by id, everything else as its file has it).
//
// Load reads the whole of both trees and reports every fault it finds, each with file, line, column, what is allowed
// and, for names, the nearest one. It knows nothing of pages, addresses or output formats and never writes.
package catalog

import (
	"errors"
	"io/fs"

	"golang.org/x/sync/errgroup"
)

// A Tree is a directory to read and the name it has in faults.
type Tree struct {
	Name string
	FS   fs.FS
}

func (t Tree) path(name string) string { return t.Name + "/" + name }

// Catalog is everything known. It is not changed after Load.
type Catalog struct {
	Site        Site
	Occupations []*Occupation // by id
	Domains     []*Domain     // in the order of DomainKeys
	Fields      []*Field
	Themes      []*Theme
	Licences    []*Licence
	Industries  []*Industry
	Glossary    []*GlossaryTerm
	Guides      []*Guide

	MHLW          []*Class // major classes of 厚生労働省編職業分類
	JSOC          []*Class // majors, middles and minors of 日本標準職業分類, in code order
	WageClasses   []*WageClass
	OpeningGroups []*OpeningGroup
	Places        []Place  // 全国 first, then the prefectures in code order
	FiscalYears   []string // of the job-placement statistics, oldest first
	Sources       []*Source

	DatasetVersion string

	occupations map[int]*Occupation
	domains     map[string]*Domain
	fields      map[string]*Field
	themes      map[string]*Theme
	licences    map[string]*Licence // by name
	industries  map[string]*Industry
	jsoc        map[string]*Class
	wageClasses map[string]*WageClass
	groups      map[string]*OpeningGroup
	sources     map[string]*Source
	certificate map[string]*Licence // by published string
	notLicence  map[string]bool
}

// Occupation returns the occupation with the id, or nil.
func (c *Catalog) Occupation(id int) *Occupation { return c.occupations[id] }

// Domain returns the domain with the key; there is one for each of DomainKeys.
func (c *Catalog) Domain(key string) *Domain { return c.domains[key] }

// Field returns the field with the key, or nil; likewise the others.
func (c *Catalog) Field(key string) *Field                { return c.fields[key] }
func (c *Catalog) Theme(key string) *Theme                { return c.themes[key] }
func (c *Catalog) Licence(name string) *Licence           { return c.licences[name] }
func (c *Catalog) Industry(code string) *Industry         { return c.industries[code] }
func (c *Catalog) JSOCClass(code string) *Class           { return c.jsoc[code] }
func (c *Catalog) WageClass(code string) *WageClass       { return c.wageClasses[code] }
func (c *Catalog) OpeningGroup(code string) *OpeningGroup { return c.groups[code] }
func (c *Catalog) Source(key string) *Source              { return c.sources[key] }

// Load reads both trees. The catalog is nil when there are faults; err is for what is no fault of the content, such
// as a tree that cannot be read.
func Load(content, dataset Tree) (*Catalog, Faults, error) {
	l := &loader{content: content, dataset: dataset, c: &Catalog{}, faults: &faultList{}}
	if err := l.read(); err != nil {
		var missing *fs.PathError
		if !errors.As(err, &missing) {
			return nil, nil, err
		}
		l.faults.add(missing.Path, 1, 1, "cannot be read: %v", missing.Err)
	}
	if len(l.faults.list) == 0 {
		l.join()
	}
	if faults := l.faults.sorted(); len(faults) > 0 {
		return nil, faults, nil
	}
	return l.c, nil, nil
}

// loader holds what only loading needs: where each value was written.
type loader struct {
	content, dataset Tree
	c                *Catalog
	faults           *faultList

	occupationFiles []*occupationFile
	itemFiles       []*itemFile
	records         []*record
	rawProfiles     map[string]*rawTable
	tables          datasetTables
	jsic            map[string]string // names of JSIC classes by code

	siteDoc, fieldDoc, themeDoc, licenceDoc, industryDoc, glossaryDoc, classDoc *document
	notLicences                                                                 []NotLicence
}

// read parses every file, each independent of the others, so all at once.
func (l *loader) read() error {
	var g errgroup.Group
	for _, step := range []func() error{
		l.readOccupations, l.readItems, l.readTaxonomy, l.readSite, l.readGlossary, l.readGuides,
		l.readProfiles, l.readRecords, l.readWages, l.readWagesByAge, l.readOpenings, l.readClassifications, l.readSources,
	} {
		g.Go(step)
	}
	return g.Wait()
}

// join resolves every reference between the files and checks what only the whole can tell.
func (l *loader) join() {
	l.indexTaxonomy()
	l.joinItems()
	l.joinOccupations()
	l.joinProfiles()
	l.joinStatistics()
	l.markTerms()
}
