package catalog

import (
	"io/fs"
	"strings"

	"golang.org/x/sync/errgroup"
)

// DomainKeys are the domains of the numeric profile in the order in which they are shown; each is a table of the
// dataset and a file of content/items.
var DomainKeys = []string{
	"interests", "values", "skills", "knowledge", "abilities", "natures", "activities",
	"education", "training_before", "experience_before", "training_after", "employment",
}

// A Domain is a part of the profile: a group of items asked on one scale.
type Domain struct {
	Key       string `yaml:"domain"`
	Name      string `yaml:"name"`
	English   string `yaml:"english"`
	Summary   string `yaml:"summary"`
	SummaryEn string `yaml:"summary_en"`
	Scale     Scale  `yaml:"scale"`
	Items     []Item `yaml:"items"`
}

// Shares tells whether the figures are shares of answerers, 0–1.
func (d *Domain) Shares() bool { return d.Scale.Maximum == 1 }

// HasRelevance tells whether the survey also asked if an item matters at all in the occupation.
func (d *Domain) HasRelevance() bool { return d.Key == "skills" || d.Key == "knowledge" }

// A Scale has the ends of a domain's figures and what they mean.
type Scale struct {
	Minimum float64 `yaml:"minimum"`
	Maximum float64 `yaml:"maximum"`
	Low     string  `yaml:"low"`
	High    string  `yaml:"high"`
	LowEn   string  `yaml:"low_en"`
	HighEn  string  `yaml:"high_en"`
}

// An Item is one thing asked. Key is its column in the dataset.
type Item struct {
	Key          string  `yaml:"key"`
	Name         string  `yaml:"name"`
	English      string  `yaml:"english"`
	Definition   string  `yaml:"definition"`
	DefinitionEn string  `yaml:"definition_en"`
	Levels       *Levels `yaml:"levels,omitempty" jsonschema:"description=Skills and knowledge only"`

	Minimum float64 `yaml:"-"` // of this item: three natures are shares in a domain of 1–5
	Maximum float64 `yaml:"-"`
}

// Slug is the key as it stands in addresses.
func (i Item) Slug() string { return strings.ReplaceAll(i.Key, "_", "-") }

// Levels are examples from working life of a low, a middle and a high level of an item.
type Levels struct {
	Low      string `yaml:"low"`
	Middle   string `yaml:"middle"`
	High     string `yaml:"high"`
	LowEn    string `yaml:"low_en"`
	MiddleEn string `yaml:"middle_en"`
	HighEn   string `yaml:"high_en"`
}

type itemFile struct {
	domain Domain
	doc    *document
}

func (l *loader) readItems() error {
	l.itemFiles = make([]*itemFile, len(DomainKeys))
	var g errgroup.Group
	for i, key := range DomainKeys {
		g.Go(func() error {
			name := "items/" + key + ".yaml"
			src, err := fs.ReadFile(l.content.FS, name)
			if err != nil {
				return &fs.PathError{Op: "read", Path: l.content.path(name), Err: err}
			}
			f := &itemFile{}
			f.doc, _ = decode(l.content.path(name), 0, src, &f.domain, l.faults)
			l.itemFiles[i] = f
			return nil
		})
	}
	return g.Wait()
}

func (l *loader) joinItems() {
	l.c.domains = map[string]*Domain{}
	for i, f := range l.itemFiles {
		d := &f.domain
		if d.Key != DomainKeys[i] {
			f.doc.fault("$.domain", "domain %q should be %q, the name of the file", d.Key, DomainKeys[i])
		}
		checkFilled(f.doc, "$", d)
		l.c.Domains = append(l.c.Domains, d)
		l.c.domains[DomainKeys[i]] = d
		l.joinItemList(f, l.tables.items[DomainKeys[i]])
	}
}

// joinItemList holds the items of a file against those of the dataset: the same ones in the same order.
func (l *loader) joinItemList(f *itemFile, official []officialItem) {
	d := &f.domain
	if len(d.Items) != len(official) {
		f.doc.fault("$.items", "has %d items; the dataset has %d in %s", len(d.Items), len(official), f.domain.Key)
	}
	for i := range min(len(d.Items), len(official)) {
		item, want := &d.Items[i], official[i]
		path := indexed("$.items", i)
		if item.Key != want.column {
			f.doc.fault(path+".key", "item %q should be %q: keys and order are those of the dataset", item.Key, want.column)
			continue
		}
		if item.Name != want.name {
			f.doc.fault(path+".name", "name %q should be %q, as in the dataset", item.Name, want.name)
		}
		item.Minimum, item.Maximum = want.minimum, want.maximum
		if d.HasRelevance() != (item.Levels != nil) {
			f.doc.fault(path+".key", "item %q: levels belong to every skill and every field of knowledge, and to no other item", item.Key)
		}
	}
}
