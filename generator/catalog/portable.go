package catalog

import (
	"io/fs"
	"slices"
)

// PortableKeys are the elements of the portable skills, in the order of their points.
var PortableKeys = []string{"situation", "problem", "plan", "execution", "response", "internal", "external", "superior", "subordinate"}

// A PortableElement tells which figures of an occupation stand for an element of the portable skills. Names and levels
// of the elements are in content/yardsticks/portable-skills.yaml.
type PortableElement struct {
	Key   string          `yaml:"key"`
	Why   string          `yaml:"why" jsonschema:"description=Why these items stand for the element"`
	WhyEn string          `yaml:"why_en"`
	Items []ElementWeight `yaml:"items" jsonschema:"minItems=3"`
}

// An ElementWeight is an item of a domain and how much it counts.
type ElementWeight struct {
	Domain string `yaml:"domain"`
	Item   string `yaml:"item"`
	Weight int    `yaml:"weight" jsonschema:"minimum=1,maximum=3"`
}

type portableFile struct {
	Elements []PortableElement `yaml:"elements"`
}

// readPortable reads content/assessments/portable.yaml; without the file no occupation has portable skills.
func (l *loader) readPortable() {
	const name = "assessments/portable.yaml"
	if _, err := fs.Stat(l.content.FS, name); err != nil {
		return
	}
	var file portableFile
	l.portableDoc = l.readYAML(name, &file)
	l.c.Portable = file.Elements
}

// joinPortable holds the elements to be those of PortableKeys, and their items to be those of a domain.
func (l *loader) joinPortable() {
	if l.portableDoc == nil {
		return
	}
	if len(l.c.Portable) != len(PortableKeys) {
		l.portableDoc.fault("$.elements", "has %d elements; there are %d: %s", len(l.c.Portable), len(PortableKeys), join(PortableKeys))
	}
	for i, e := range l.c.Portable {
		at := indexed("$.elements", i)
		if i < len(PortableKeys) && e.Key != PortableKeys[i] {
			l.portableDoc.fault(at+".key", "element %q should be %q: the elements are %s", e.Key, PortableKeys[i], join(PortableKeys))
		}
		if len(e.Items) < 3 {
			l.portableDoc.fault(at+".items", "has %d items; an element rests on 3 or more", len(e.Items))
		}
		seen := map[string]bool{}
		for j, item := range e.Items {
			here := indexed(at+".items", j)
			l.checkElementWeight(here, item)
			checkUnique(l.portableDoc, here+".item", "item", item.Domain+"/"+item.Item, seen)
		}
	}
}

func (l *loader) checkElementWeight(at string, w ElementWeight) {
	if w.Weight < 1 || w.Weight > 3 {
		l.portableDoc.fault(at+".weight", "weight %d should be 1 to 3", w.Weight)
	}
	if !slices.Contains(DomainKeys, w.Domain) {
		l.portableDoc.fault(at+".domain", "%q is no domain%s; the domains are %s", w.Domain, near(w.Domain, DomainKeys), join(DomainKeys))
		return
	}
	if items := l.joinedItems(w.Domain); len(items) > 0 && !slices.Contains(items, w.Item) {
		l.portableDoc.fault(at+".item", "%q is no item of content/items/%s.yaml%s", w.Item, w.Domain, near(w.Item, items))
	}
}
