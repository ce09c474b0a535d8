package catalog

import (
	"io/fs"
	"path"
	"slices"
	"strings"
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

	Official string  `yaml:"-"` // the name in the dataset
	Minimum  float64 `yaml:"-"` // of this item: three natures are shares in a domain of 1–5
	Maximum  float64 `yaml:"-"`
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

// itemFile is a domain and where each of its values was written. It is joined when its items are those of the dataset,
// so that figures can be given to them.
type itemFile struct {
	domain Domain
	doc    *document
	joined bool
}

func (l *loader) readItems() {
	l.itemFiles = make([]*itemFile, len(DomainKeys))
	for i, key := range DomainKeys {
		f := &itemFile{}
		f.doc = l.readYAML("items/"+key+".yaml", &f.domain)
		l.itemFiles[i] = f
	}
	names, _ := fs.Glob(l.content.FS, "items/*") // errs on a malformed pattern alone
	for _, name := range names {
		key := strings.TrimSuffix(path.Base(name), ".yaml")
		if !slices.Contains(DomainKeys, key) {
			l.faults.add(l.content.path(name), 1, 1, "is not the file of a domain%s; the domains are %s", near(key, DomainKeys), join(DomainKeys))
		}
	}
}

func (l *loader) joinItems() {
	l.c.domains = map[string]*Domain{}
	for i, f := range l.itemFiles {
		d := &f.domain
		l.c.Domains = append(l.c.Domains, d)
		l.c.domains[DomainKeys[i]] = d
		if !f.doc.readable {
			continue
		}
		if d.Key != DomainKeys[i] {
			f.doc.fault("$.domain", "domain %q should be %q, the name of the file", d.Key, DomainKeys[i])
		}
		if official := l.tables.items[DomainKeys[i]]; len(l.tables.items) > 0 {
			l.joinItemList(f, DomainKeys[i], official)
			checkScale(f, official)
		}
	}
}

// longName is the length above which an official name is a whole sentence and may be said shorter.
const longName = 30

// joinItemList holds the items of a file against those of the dataset: the same ones in the same order.
func (l *loader) joinItemList(f *itemFile, domain string, official []officialItem) {
	d := &f.domain
	f.joined = len(d.Items) == len(official)
	if !f.joined {
		f.doc.fault("$.items", "has %d items; the dataset has %d in %s", len(d.Items), len(official), domain)
	}
	for i := range min(len(d.Items), len(official)) {
		item, want := &d.Items[i], official[i]
		path := indexed("$.items", i)
		if item.Key != want.column {
			f.doc.fault(path+".key", "item %q should be %q: keys and order are those of the dataset", item.Key, want.column)
			f.joined = false
			continue
		}
		if item.Name != want.name && length(want.name) <= longName {
			f.doc.fault(path+".name", "name %q should be %q, as in the dataset", item.Name, want.name)
		}
		item.Official, item.Minimum, item.Maximum = want.name, want.minimum, want.maximum
		if hasLevels := domain == "skills" || domain == "knowledge"; hasLevels != (item.Levels != nil) {
			f.doc.fault(path+".key", "item %q: levels belong to every skill and every field of knowledge, and to no other item", item.Key)
		}
	}
}

// checkScale holds the scale against the ranges of the dataset: that of all items, or of most (three natures are
// shares beside marks of 1 to 5).
func checkScale(f *itemFile, official []officialItem) {
	s, fitting := f.domain.Scale, 0
	for _, item := range official {
		if item.minimum == s.Minimum && item.maximum == s.Maximum {
			fitting++
		}
	}
	if len(official) > 0 && 2*fitting <= len(official) {
		f.doc.fault("$.scale", "scale %g to %g is not that of the items in the dataset, such as %g to %g",
			s.Minimum, s.Maximum, official[0].minimum, official[0].maximum)
	}
}
