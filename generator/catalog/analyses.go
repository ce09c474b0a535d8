package catalog

import (
	"io/fs"
	"slices"
	"strings"
)

// Analyses are the words for what is computed from the figures. A computed component or group has no name of its own:
// each name says by what it is recognised, and analysis refuses a name whose marks no longer fit.
type Analyses struct {
	Axes       []*ComponentName `yaml:"axes" jsonschema:"minItems=2,maxItems=2,description=The two axes of the landscape: across and up"`
	Components []*ComponentName `yaml:"components" jsonschema:"minItems=1,description=As many as are kept"`
	Clusters   []*ClusterName   `yaml:"clusters" jsonschema:"minItems=2,description=As many as the tree is cut into"`
}

// A ComponentName is the name of a component or an axis. It is recognised by the three items that load highest on it,
// in any order.
type ComponentName struct {
	Key       string   `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	Name      string   `yaml:"name"`
	English   string   `yaml:"english"`
	Low       string   `yaml:"low" jsonschema:"description=What a low score means in a few words"`
	High      string   `yaml:"high"`
	Highest   []string `yaml:"highest" jsonschema:"minItems=3,maxItems=3,description=The items that load highest such as skills/repairing"`
	Summary   string   `yaml:"summary"`
	SummaryEn string   `yaml:"summary_en"`

	Items    []ItemRef `yaml:"-"` // of Highest
	Position Position  `yaml:"-"` // of Highest in the file
}

// A ClusterName is the name of a group of occupations. It is recognised by occupations that all belong to it.
type ClusterName struct {
	Key       string `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	Name      string `yaml:"name"`
	English   string `yaml:"english"`
	Members   []int  `yaml:"members" jsonschema:"minItems=3,maxItems=3,description=Three occupations in the middle of the group"`
	Summary   string `yaml:"summary"`
	SummaryEn string `yaml:"summary_en"`

	Position Position `yaml:"-"` // of Members in the file
}

// An ItemRef is an item by its domain and its place in it.
type ItemRef struct {
	Domain *Domain
	Index  int
}

// Item is the item meant.
func (r ItemRef) Item() *Item { return &r.Domain.Items[r.Index] }

// readAnalyses reads content/analyses.yaml; without the file, nothing computed is named or shown.
func (l *loader) readAnalyses() {
	if _, err := fs.Stat(l.content.FS, "analyses.yaml"); err != nil {
		return
	}
	l.c.Analyses = &Analyses{}
	l.analysesDoc = l.readYAML("analyses.yaml", l.c.Analyses)
}

func (l *loader) joinAnalyses() {
	a := l.c.Analyses
	if a == nil {
		return
	}
	keys := map[string]bool{}
	l.joinComponentNames("$.axes", a.Axes, 2, keys)
	l.joinComponentNames("$.components", a.Components, 0, keys)
	keys = map[string]bool{}
	for i, c := range a.Clusters {
		at := indexed("$.clusters", i)
		l.checkName(at, c.Key, c.Name, keys)
		c.Position = l.analysesDoc.place(at + ".members")
		if len(c.Members) != 3 {
			l.analysesDoc.fault(at+".members", "has %d occupations; a group is recognised by three", len(c.Members))
		}
		checkDistinct(l.analysesDoc, at+".members", c.Members)
		for j, id := range c.Members {
			if !l.lost && l.c.occupations[id] == nil {
				l.analysesDoc.fault(indexed(at+".members", j), "there is no occupation %d", id)
			}
		}
	}
}

// joinComponentNames resolves the items of a list of names; exactly says how many names there have to be, 0 any.
func (l *loader) joinComponentNames(path string, names []*ComponentName, exactly int, keys map[string]bool) {
	if exactly > 0 && len(names) != exactly {
		l.analysesDoc.fault(path, "has %d entries; there are %d axes", len(names), exactly)
	}
	for i, n := range names {
		at := indexed(path, i)
		l.checkName(at, n.Key, n.Name, keys)
		n.Position = l.analysesDoc.place(at + ".highest")
		if len(n.Highest) != 3 {
			l.analysesDoc.fault(at+".highest", "has %d items; a component is recognised by three", len(n.Highest))
		}
		checkDistinct(l.analysesDoc, at+".highest", n.Highest)
		for j, name := range n.Highest {
			if item, ok := l.itemNamed(l.analysesDoc, indexed(at+".highest", j), name); ok {
				n.Items = append(n.Items, item)
			}
		}
	}
}

func (l *loader) checkName(at, key, name string, keys map[string]bool) {
	checkSlug(l.analysesDoc, at+".key", key)
	checkUnique(l.analysesDoc, at+".key", "key", key, keys)
	if !hasJapanese(name) {
		l.analysesDoc.fault(at+".name", "name %q should be Japanese", name)
	}
}

// itemNamed finds an item written as domain/item. Where the items themselves have faults, none can be called unknown.
func (l *loader) itemNamed(d *document, path, name string) (ItemRef, bool) {
	key, item, _ := strings.Cut(name, "/")
	domain := l.c.domains[key]
	if domain == nil {
		d.fault(path, "item %q should be a domain and an item, such as skills/reading%s; the domains are %s", name, near(key, DomainKeys), join(DomainKeys))
		return ItemRef{}, false
	}
	var keys []string
	for _, i := range domain.Items {
		keys = append(keys, i.Key)
	}
	i := slices.Index(keys, item)
	if i < 0 && len(keys) > 0 {
		d.fault(path, "item %q is not in %s%s", item, l.content.path("items/"+key+".yaml"), near(item, keys))
	}
	return ItemRef{domain, i}, i >= 0
}
