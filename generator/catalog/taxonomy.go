package catalog

import (
	"maps"
	"math"
	"slices"
)

// hueStep is the distance between the colours of neighbouring fields: the style sheet has sixteen.
const hueStep = 22.5

// A Field is one of our sixteen regions of the working world. Hue is its colour, an angle in OKLCH.
type Field struct {
	Key       string  `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	Name      string  `yaml:"name"`
	English   string  `yaml:"english"`
	Hue       float64 `yaml:"hue" jsonschema:"minimum=0,exclusiveMaximum=360"`
	Summary   string  `yaml:"summary"`
	SummaryEn string  `yaml:"summary_en"`

	Occupations []*Occupation `yaml:"-"`
}

// A Theme is a way of looking for work across the fields, such as 動物とかかわる.
type Theme struct {
	Key       string `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	Name      string `yaml:"name"`
	English   string `yaml:"english"`
	Summary   string `yaml:"summary"`
	SummaryEn string `yaml:"summary_en"`

	Occupations []*Occupation `yaml:"-"`
}

// An Industry is a major ("D") or middle ("D06") class of 日本標準産業分類 (JSIC, revision 14).
type Industry struct {
	Code    string `yaml:"code"`
	Name    string `yaml:"name"`
	English string `yaml:"english"`

	Occupations []*Occupation `yaml:"-"` // of a middle class
}

// A Licence is a licence, certificate, examination or training by its exact name; grades are one licence.
type Licence struct {
	Key         string   `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	Name        string   `yaml:"name"`
	Reading     string   `yaml:"reading"`
	English     string   `yaml:"english"`
	Grades      []string `yaml:"grades,omitempty"`
	Kind        string   `yaml:"kind" jsonschema:"enum=exclusive,enum=title,enum=mandatory,enum=skill-test,enum=public-exam,enum=appointment,enum=training,enum=private"`
	Also        []string `yaml:"also,omitempty" jsonschema:"description=Further kinds"`
	Authority   string   `yaml:"authority,omitempty" jsonschema:"description=Who grants it"`
	Law         string   `yaml:"law,omitempty" jsonschema:"description=The act it rests on by its exact name"`
	RequiredFor string   `yaml:"required_for,omitempty" jsonschema:"description=What one may do only with it"`
	Published   []string `yaml:"published,omitempty" jsonschema:"description=The strings of the dataset that mean it"`
	Summary     string   `yaml:"summary"`

	Occupations []*Occupation `yaml:"-"`
}

// LicenceKinds are the kinds of licences with the words visitors see.
var LicenceKinds = []struct{ Key, Name, Meaning string }{
	{"exclusive", "業務独占", "この資格を持つ人だけが、その業務を行えます。"},
	{"title", "名称独占", "この資格を持つ人だけが、その名称を名乗れます。"},
	{"mandatory", "必置・設置義務", "事業所などに、この資格を持つ人を置くことが法令で求められます。"},
	{"training", "講習・特別教育", "法令で、その作業の前に修了することが求められる講習や教育です。"},
	{"appointment", "任用資格", "その職に任用されるときに満たす要件です。"},
	{"public-exam", "国・自治体の試験", "国や自治体、法令に基づく機関が行う試験や採用試験です。"},
	{"skill-test", "技能検定", "国の検定で、働くうえで必要な技能の程度を示します。"},
	{"private", "民間・公的検定", "団体や企業が認定するもので、知識や技能を示す助けになります。"},
}

// LicenceKindName is the Japanese name of a licence kind.
func LicenceKindName(key string) string {
	for _, k := range LicenceKinds {
		if k.Key == key {
			return k.Name
		}
	}
	return ""
}

// NotLicence is a string of the dataset's licence column that names no licence.
type NotLicence struct {
	Published string `yaml:"published"`
	Reason    string `yaml:"reason"`
}

// A Class is a class of an occupational classification.
type Class struct {
	Code    string `yaml:"code"`
	Name    string `yaml:"name"`
	English string `yaml:"english,omitempty"`

	Parent      string        `yaml:"-"` // "" for a major class
	Occupations []*Occupation `yaml:"-"` // whose main class it is
}

type (
	fieldFile struct {
		Fields []*Field `yaml:"fields"`
	}
	themeFile struct {
		Themes []*Theme `yaml:"themes"`
	}
	industryFile struct {
		Industries []*Industry `yaml:"industries"`
	}
	licenceFile struct {
		Licences    []*Licence   `yaml:"licences"`
		NotLicences []NotLicence `yaml:"not_licences,omitempty"`
	}
	classFile struct {
		MHLW []*Class `yaml:"mhlw"`
		JSOC []*Class `yaml:"jsoc"`
	}
)

func (l *loader) readTaxonomy() {
	var fields fieldFile
	var themes themeFile
	var industries industryFile
	var licences licenceFile
	var classes classFile
	l.fieldDoc = l.readYAML("taxonomy/fields.yaml", &fields)
	l.themeDoc = l.readYAML("taxonomy/themes.yaml", &themes)
	l.industryDoc = l.readYAML("taxonomy/industries.yaml", &industries)
	l.licenceDoc = l.readYAML("taxonomy/licences.yaml", &licences)
	l.classDoc = l.readYAML("taxonomy/classification.yaml", &classes)
	l.c.Fields, l.c.Themes, l.c.Industries = fields.Fields, themes.Themes, industries.Industries
	l.c.Licences, l.notLicences, l.c.MHLW, l.majors = licences.Licences, licences.NotLicences, classes.MHLW, classes.JSOC
}

// readYAML reads a file of the content tree.
func (l *loader) readYAML(name string, into any) *document {
	src, ok := l.readFile(l.content, name)
	if !ok {
		return &document{}
	}
	return decode(l.content.path(name), src, into, l.faults)
}

func (l *loader) indexTaxonomy() {
	c := l.c
	c.fields = index(l.fieldDoc, "$.fields", "key", c.Fields, func(f *Field) string { return f.Key })
	c.themes = index(l.themeDoc, "$.themes", "key", c.Themes, func(t *Theme) string { return t.Key })
	c.industries = index(l.industryDoc, "$.industries", "code", c.Industries, func(i *Industry) string { return i.Code })
	c.licences = index(l.licenceDoc, "$.licences", "name", c.Licences, func(x *Licence) string { return x.Name })
	hues := map[float64]bool{}
	for i, f := range c.Fields {
		at := indexed("$.fields", i)
		checkSlug(l.fieldDoc, at+".key", f.Key)
		if f.Hue < 0 || f.Hue >= 360 || math.Mod(f.Hue, hueStep) != 0 || hues[f.Hue] {
			l.fieldDoc.fault(at+".hue", "hue %v: each field has its own multiple of %v, 0 to below 360", f.Hue, hueStep)
		}
		hues[f.Hue] = true
	}
	for i, t := range c.Themes {
		checkSlug(l.themeDoc, indexed("$.themes", i)+".key", t.Key)
	}
	l.checkIndustries()
	l.indexLicences()
	l.joinMajors()
}

func (l *loader) checkIndustries() {
	file := l.dataset.path("tables/jsic.csv")
	for i, industry := range l.c.Industries {
		want, ok := l.jsic[industry.Code]
		switch at := indexed("$.industries", i); {
		case len(l.jsic) == 0:
		case !ok:
			l.industryDoc.fault(at+".code", "class %q is not in %s%s", industry.Code, file, near(industry.Code, sortedKeys(l.jsic)))
		case want != industry.Name:
			l.industryDoc.fault(at+".name", "name %q of class %s should be %q, as in %s", industry.Name, industry.Code, want, file)
		}
	}
}

func (l *loader) indexLicences() {
	c := l.c
	keys := map[string]bool{}
	c.certificate = map[string]*Licence{}
	for i, x := range c.Licences {
		path := indexed("$.licences", i)
		checkSlug(l.licenceDoc, path+".key", x.Key)
		checkUnique(l.licenceDoc, path+".key", "key", x.Key, keys)
		checkReading(l.licenceDoc, path+".reading", x.Reading)
		l.checkLicenceKind(path+".kind", x.Kind)
		for j, kind := range x.Also {
			l.checkLicenceKind(indexed(path+".also", j), kind)
			if kind == x.Kind || slices.Contains(x.Also[:j], kind) {
				l.licenceDoc.fault(indexed(path+".also", j), "kind %q is named already", kind)
			}
		}
		if x.Kind == "exclusive" && x.Law == "" {
			l.licenceDoc.fault(path+".kind", "licence %q: 業務独占 rests on a law; name it", x.Name)
		}
		for j, s := range x.Published {
			l.checkPublished(indexed(path+".published", j), s)
			c.certificate[s] = x
		}
	}
	c.notLicence = map[string]bool{}
	for i, n := range l.notLicences {
		l.checkPublished(indexed("$.not_licences", i)+".published", n.Published)
		c.notLicence[n.Published] = true
	}
}

func (l *loader) checkLicenceKind(path, kind string) {
	if LicenceKindName(kind) == "" {
		l.licenceDoc.fault(path, "kind %q is not one of %s%s", kind, join(licenceKindKeys()), near(kind, licenceKindKeys()))
	}
}

// checkPublished holds a string of the dataset's licence column to stand in one entry alone and in the dataset at all.
func (l *loader) checkPublished(path, published string) {
	switch owner := l.c.certificate[published]; {
	case owner != nil:
		l.licenceDoc.fault(path, "%q already belongs to %q", published, owner.Name)
	case l.c.notLicence[published]:
		l.licenceDoc.fault(path, "%q already stands among not_licences", published)
	case len(l.published) > 0 && !l.published[published]:
		l.licenceDoc.fault(path, "no occupation of the dataset has %q among its licences%s", published, near(published, sortedKeys(l.published)))
	}
}

// joinMajors gives the major classes of the JSOC, which come from the dataset, the English names that content has.
func (l *loader) joinMajors() {
	codes := map[string]bool{}
	for i, m := range l.c.MHLW {
		checkUnique(l.classDoc, indexed("$.mhlw", i)+".code", "code", m.Code, codes)
	}
	codes = map[string]bool{}
	for i, m := range l.majors {
		at := indexed("$.jsoc", i)
		checkUnique(l.classDoc, at+".code", "code", m.Code, codes)
		class := l.c.jsoc[m.Code]
		switch {
		case len(l.c.jsoc) == 0:
		case class == nil || class.Parent != "":
			l.classDoc.fault(at+".code", "class %q is not a major class of %s", m.Code, l.dataset.path("tables/jsoc.csv"))
		case class.Name != m.Name:
			l.classDoc.fault(at+".name", "name %q of class %s should be %q, as in %s", m.Name, m.Code, class.Name, l.dataset.path("tables/jsoc.csv"))
		default:
			class.English = m.English
		}
	}
}

func licenceKindKeys() []string {
	keys := make([]string, len(LicenceKinds))
	for i, k := range LicenceKinds {
		keys[i] = k.Key
	}
	return keys
}

// index makes a map over a list and reports keys that stand twice. It is empty when a key cannot be read, for then no
// key can be called unknown.
func index[T any](d *document, path, keyName string, list []T, key func(T) string) map[string]T {
	m := make(map[string]T, len(list))
	for i, v := range list {
		k := key(v)
		if _, taken := m[k]; taken {
			d.fault(indexed(path, i)+"."+keyName, "%s %q is already taken by an earlier entry", keyName, k)
		}
		m[k] = v
	}
	if _, unread := m[""]; unread {
		clear(m)
	}
	return m
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
