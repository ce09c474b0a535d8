package catalog

import (
	"io/fs"
	"slices"
)

// A Field is one of our sixteen regions of the working world. Hue is its colour, an angle in OKLCH.
type Field struct {
	Key       string  `yaml:"key"`
	Name      string  `yaml:"name"`
	English   string  `yaml:"english"`
	Hue       float64 `yaml:"hue" jsonschema:"minimum=0,exclusiveMaximum=360"`
	Summary   string  `yaml:"summary"`
	SummaryEn string  `yaml:"summary_en"`

	Occupations []*Occupation `yaml:"-"`
}

// A Theme is a way of looking for work across the fields, such as 動物とかかわる.
type Theme struct {
	Key       string `yaml:"key"`
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
	Key         string   `yaml:"key"`
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

func (l *loader) readTaxonomy() error {
	var fields fieldFile
	var themes themeFile
	var industries industryFile
	var licences licenceFile
	var classes classFile
	for _, f := range []struct {
		name string
		into any
		doc  **document
	}{
		{"taxonomy/fields.yaml", &fields, &l.fieldDoc}, {"taxonomy/themes.yaml", &themes, &l.themeDoc},
		{"taxonomy/industries.yaml", &industries, &l.industryDoc}, {"taxonomy/licences.yaml", &licences, &l.licenceDoc},
		{"taxonomy/classification.yaml", &classes, &l.classDoc},
	} {
		if err := l.readYAML(f.name, f.into, f.doc); err != nil {
			return err
		}
	}
	l.c.Fields, l.c.Themes, l.c.Industries = fields.Fields, themes.Themes, industries.Industries
	l.c.Licences, l.notLicences, l.c.MHLW = licences.Licences, licences.NotLicences, classes.MHLW
	return nil
}

// readYAML reads a file of the content tree and holds every text that has to be there against emptiness.
func (l *loader) readYAML(name string, into any, doc **document) error {
	src, err := fs.ReadFile(l.content.FS, name)
	if err != nil {
		return &fs.PathError{Op: "read", Path: l.content.path(name), Err: err}
	}
	d, ok := decode(l.content.path(name), 0, src, into, l.faults)
	*doc = d
	if ok {
		checkFilled(d, "$", into)
	}
	return nil
}

func (l *loader) indexTaxonomy() {
	c := l.c
	c.fields = index(l.fieldDoc, "$.fields", c.Fields, func(f *Field) string { return f.Key })
	c.themes = index(l.themeDoc, "$.themes", c.Themes, func(t *Theme) string { return t.Key })
	c.industries = index(l.industryDoc, "$.industries", c.Industries, func(i *Industry) string { return i.Code })
	c.licences = index(l.licenceDoc, "$.licences", c.Licences, func(x *Licence) string { return x.Name })
	hues := map[float64]bool{}
	for i, f := range c.Fields {
		checkSlug(l.fieldDoc, indexed("$.fields", i)+".key", f.Key)
		if f.Hue < 0 || f.Hue >= 360 || hues[f.Hue] {
			l.fieldDoc.fault(indexed("$.fields", i)+".hue", "hue %v: each field has its own, 0 to below 360", f.Hue)
		}
		hues[f.Hue] = true
	}
	for i, t := range c.Themes {
		checkSlug(l.themeDoc, indexed("$.themes", i)+".key", t.Key)
	}
	for i, industry := range c.Industries {
		if want, ok := l.jsic[industry.Code]; !ok || want != industry.Name {
			l.industryDoc.fault(indexed("$.industries", i)+".code", "class %q %s is not in dataset/tables/jsic.csv (there it is %q)",
				industry.Code, industry.Name, want)
		}
	}
	l.indexLicences()
}

func (l *loader) indexLicences() {
	c := l.c
	keys := map[string]bool{}
	c.certificate = map[string]*Licence{}
	for i, x := range c.Licences {
		path := indexed("$.licences", i)
		checkSlug(l.licenceDoc, path+".key", x.Key)
		checkUnique(l.licenceDoc, path+".key", "key", x.Key, keys)
		if !readingRule.MatchString(x.Reading) {
			l.licenceDoc.fault(path+".reading", "reading %q should be hiragana", x.Reading)
		}
		for _, kind := range append([]string{x.Kind}, x.Also...) {
			if LicenceKindName(kind) == "" {
				l.licenceDoc.fault(path+".kind", "kind %q is not one of %s%s", kind, licenceKindList(), near(kind, licenceKindKeys()))
			}
		}
		if x.Kind == "exclusive" && x.Law == "" {
			l.licenceDoc.fault(path+".kind", "licence %q: 業務独占 rests on a law; name it", x.Name)
		}
		for j, s := range x.Published {
			if c.certificate[s] != nil {
				l.licenceDoc.fault(indexed(path+".published", j), "%q already belongs to %q", s, c.certificate[s].Name)
			}
			c.certificate[s] = x
		}
	}
	c.notLicence = map[string]bool{}
	for _, n := range l.notLicences {
		c.notLicence[n.Published] = true
	}
}

func licenceKindKeys() []string {
	keys := make([]string, len(LicenceKinds))
	for i, k := range LicenceKinds {
		keys[i] = k.Key
	}
	return keys
}

func licenceKindList() string { return join(licenceKindKeys()) }

// index makes a map over a list and reports keys that stand twice.
func index[T any](d *document, path string, list []T, key func(T) string) map[string]T {
	m := make(map[string]T, len(list))
	for i, v := range list {
		if _, taken := m[key(v)]; taken {
			d.fault(indexed(path, i), "%q is already taken by an earlier entry", key(v))
		}
		m[key(v)] = v
	}
	return m
}

func checkSlug(d *document, path, slug string) {
	if !slugRule.MatchString(slug) {
		d.fault(path, "key %q should be small letters, digits and single hyphens", slug)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
