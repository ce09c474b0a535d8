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
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"unicode/utf8"

	"shigotoatlas/generator/catalog/prose"
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
	Synonyms    []*SynonymGroup
	Guides      []*Guide
	Stories     []*Story     // by slug
	Yardsticks  []*Yardstick // by slug
	Redirects   []Redirect
	Assessments []*Assessment
	Portable    []PortableElement // in the order of PortableKeys; none without the file
	Aptitude    *Aptitude         // nil without its file
	Tools       []*Tool
	Analyses    *Analyses // nil where nothing computed has names
	Questions   []*NavigatorQuestion

	RelationMaps []*RelationMap // by key
	Town         []*TownPlace

	MHLW          []*Class // major classes of 厚生労働省編職業分類
	JSOC          []*Class // majors, middles and minors of 日本標準職業分類, in code order
	WageClasses   []*WageClass
	OpeningGroups []*OpeningGroup
	Places        []Place  // 全国 first, then the prefectures in code order
	FiscalYears   []string // of the job-placement statistics, oldest first
	Sources       []*Source

	ReleaseChanges []*ReleaseChange // newest first

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
	textSources map[string]*Source
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
// as a tree that is not there.
func Load(content, dataset Tree) (*Catalog, Faults, error) {
	for _, t := range []Tree{content, dataset} {
		if _, err := fs.Stat(t.FS, "."); err != nil {
			return nil, nil, fmt.Errorf("opening %s: %w", t.Name, err)
		}
	}
	l := &loader{content: content, dataset: dataset, c: &Catalog{}, faults: &faultList{}}
	l.read()
	l.join()
	if faults := l.faults.sorted(); len(faults) > 0 {
		return nil, faults, nil
	}
	l.markTerms()
	return l.c, nil, nil
}

// loader holds what only loading needs: where each value was written.
type loader struct {
	content, dataset Tree
	c                *Catalog
	faults           *faultList

	occupationFiles []*occupationFile
	guideFiles      []*guideFile
	mapFiles        []*mapFile
	storyFiles      []*storyFile
	itemFiles       []*itemFile
	records         []*record
	known           map[int]bool    // ids of the records
	published       map[string]bool // licences as the records have them
	lost            bool            // an occupation file does not tell its id, so no id can be called unknown
	profiles        map[string]*table
	tables          datasetTables
	jsic            map[string]string // names of JSIC classes by code

	siteDoc, fieldDoc, themeDoc, licenceDoc, industryDoc, glossaryDoc, classDoc, redirectDoc, townDoc *document
	assessmentDocs                                                                                    []*document
	portableDoc, aptitudeDoc                                                                          *document
	notLicences                                                                                       []NotLicence
	majors                                                                                            []*Class // of the JSOC as content has them
	analysesDoc, navigatorDoc                                                                         *document
}

// read parses every file, each independent of the others, so all at once.
func (l *loader) read() {
	var steps sync.WaitGroup
	for _, step := range []func(){
		l.readOccupations, l.readItems, l.readTaxonomy, l.readSite, l.readGlossary, l.readSynonyms, l.readRedirects, l.readGuides, l.readMaps,
		l.readStories, l.readYardsticks,
		l.readAssessments, l.readPortable, l.readAptitude, l.readTools,
		l.readAnalyses, l.readNavigator,
		l.readProfiles, l.readRecords, l.readWages, l.readWagesByAge, l.readOpenings, l.readClassifications, l.readSources,
		l.readChanges, l.readTextSources,
	} {
		steps.Go(step)
	}
	steps.Wait()
}

// join resolves every reference between the files and checks what only the whole can tell. A list that is empty,
// because its file has a fault that is reported already, holds nothing against those who refer to it.
func (l *loader) join() {
	l.indexTaxonomy()
	l.joinItems()
	l.joinAssessments()
	l.joinPortable()
	l.joinAptitude()
	l.joinOccupations()
	l.joinTextSources()
	var beside sync.WaitGroup
	beside.Go(l.checkRepetition) // the longest of the checks, on texts that the others leave alone
	l.joinProfiles()
	l.joinStatistics()
	l.joinGlossary()
	l.joinGuides()
	l.joinStories()
	l.joinRedirects()
	l.joinMaps()
	l.joinTown()
	l.joinAnalyses()
	l.joinNavigator()
	l.checkSentences()
	beside.Wait()
}

// readFile reads a file of a tree; what cannot be read, or is not UTF-8, is a fault. A byte order mark is passed over,
// and the line ends of other systems are made those of this one.
func (l *loader) readFile(t Tree, name string) ([]byte, bool) {
	src, err := fs.ReadFile(t.FS, name)
	if err != nil {
		var inner *fs.PathError
		if errors.As(err, &inner) {
			err = inner.Err
		}
		l.faults.add(t.path(name), 1, 1, "cannot be read: %v", err)
		return nil, false
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	if !utf8.Valid(src) {
		line, column := prose.Position(src, validPrefix(src))
		l.faults.add(t.path(name), line, column, "is not UTF-8 from here on; save the file as UTF-8")
		return nil, false
	}
	return src, true
}

func validPrefix(src []byte) int {
	at := 0
	for at < len(src) {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}
