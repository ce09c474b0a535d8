package catalog

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A Wording is one text in the three editions of the site. The easy one has readings over its kanji, {漢字|かんじ}.
type Wording struct {
	Ja   string `yaml:"ja"`
	Easy string `yaml:"easy"`
	En   string `yaml:"en"`
}

// An Assessment is a questionnaire of the site's own about one domain of the profile. A person answers each item with
// one of five options, 0 to 4.
type Assessment struct {
	Domain  string    `yaml:"assessment"`
	Ask     Wording   `yaml:"ask"`
	Options []Wording `yaml:"options" jsonschema:"minItems=5,maxItems=5"`
	Areas   []Area    `yaml:"areas"`
	// Agreement tells how far the short form agrees with the whole, on simulated answers.
	Agreement []Agreement `yaml:"agreement,omitempty"`
}

// Agreement is what a simulation found at one loading of the items on their areas; generator/analysis repeats it.
type Agreement struct {
	Loading float64 `yaml:"loading"`
	Order   float64 `yaml:"order" jsonschema:"description=Mean rank correlation of the areas"`
	Top     float64 `yaml:"top" jsonschema:"description=Share of people whose highest area is the same"`
	Ten     float64 `yaml:"ten" jsonschema:"description=Mean number of the ten nearest occupations that are the same"`
}

// An Area is what several items ask about; it is an item of the domain, and has its name and definition there.
type Area struct {
	Key     string           `yaml:"key"`
	Easy    string           `yaml:"easy"`
	Meaning string           `yaml:"meaning"`
	Items   []AssessmentItem `yaml:"items"`
}

// An AssessmentItem is one statement to answer.
type AssessmentItem struct {
	Aspect string `yaml:"aspect,omitempty" jsonschema:"description=Side of the area; of each aspect two items of which one is short"`
	Short  bool   `yaml:"short,omitempty" jsonschema:"description=Whether it is in the short form"`
	Ja     string `yaml:"ja"`
	Easy   string `yaml:"easy"`
	En     string `yaml:"en"`
}

// Wording is the text of the item.
func (i AssessmentItem) Wording() Wording { return Wording{i.Ja, i.Easy, i.En} }

// HighestAnswer is the top of the answer scale; its bottom is 0.
const HighestAnswer = 4

// A Question is an item in the order in which a person meets it.
type Question struct {
	AssessmentItem
	Area int // place of its area
}

// Questions are all items in the order of asking: the short form first, and area by area in turn, so that equal areas
// do not stand together.
func (a *Assessment) Questions() []Question {
	var first, rest []Question
	for place := range a.Areas[0].Items {
		for area, x := range a.Areas {
			q := Question{x.Items[place], area}
			if q.Short {
				first = append(first, q)
			} else {
				rest = append(rest, q)
			}
		}
	}
	return append(first, rest...)
}

// ShortForm is the number of questions of the short form, which come first; 0 where there is none.
func (a *Assessment) ShortForm() int {
	n := 0
	for _, area := range a.Areas {
		for _, item := range area.Items {
			if item.Short {
				n++
			}
		}
	}
	return n
}

// perArea is how many items an area has, by the assessment; those with aspects have a short form.
var perArea = []struct {
	assessment string
	items      int
	aspects    bool
}{{"interests", 10, true}, {"values", 4, false}}

// otherAssessments are files of content/assessments that are no questionnaires and have readers of their own.
var otherAssessments = []string{"portable", "aptitude", "verbal"}

// readAssessments reads content/assessments; without the directory there are none.
func (l *loader) readAssessments() {
	var known []string
	for _, p := range perArea {
		known = append(known, p.assessment)
	}
	names, _ := fs.Glob(l.content.FS, "assessments/*") // errs on a malformed pattern alone
	for _, name := range names {
		key := strings.TrimSuffix(path.Base(name), ".yaml")
		if slices.Contains(otherAssessments, key) {
			continue
		}
		if !slices.Contains(known, key) {
			l.faults.add(l.content.path(name), 1, 1, "is not the file of an assessment%s; the assessments are %s", near(key, known), join(slices.Concat(known, otherAssessments)))
			continue
		}
		a := &Assessment{}
		l.assessmentDocs = append(l.assessmentDocs, l.readYAML(name, a))
		l.c.Assessments = append(l.c.Assessments, a)
	}
}

// joinAssessments holds each assessment against its domain.
func (l *loader) joinAssessments() {
	for i, a := range l.c.Assessments {
		doc := l.assessmentDocs[i]
		key := strings.TrimSuffix(path.Base(doc.file), ".yaml")
		if a.Domain != key {
			doc.fault("$.assessment", "assessment %q should be %q, the name of the file", a.Domain, key)
		}
		if n := HighestAnswer + 1; len(a.Options) != n {
			doc.fault("$.options", "has %d options; an answer is one of %d, 0 to %d", len(a.Options), n, HighestAnswer)
		}
		checkWording(doc, "$.ask", a.Ask)
		for j, o := range a.Options {
			checkWording(doc, indexed("$.options", j), o)
		}
		l.checkAreas(doc, a, key)
		checkRepeated(doc, a)
	}
}

// joinedItems are the keys of a domain's items; none where its file has a fault, which is reported already.
func (l *loader) joinedItems(domain string) (keys []string) {
	for _, f := range l.itemFiles {
		if f.domain.Key != domain || !f.joined {
			continue
		}
		for _, item := range f.domain.Items {
			keys = append(keys, item.Key)
		}
	}
	return keys
}

// checkAreas holds the areas to be the items of the domain, in their order.
func (l *loader) checkAreas(doc *document, a *Assessment, key string) {
	allowed := l.joinedItems(key)
	if len(allowed) > 0 && len(a.Areas) != len(allowed) {
		doc.fault("$.areas", "has %d areas; the domain %s has %d: %s", len(a.Areas), key, len(allowed), join(allowed))
	}
	for i, area := range a.Areas {
		at := indexed("$.areas", i)
		switch {
		case len(allowed) == 0:
		case !slices.Contains(allowed, area.Key):
			doc.fault(at+".key", "area %q is no item of content/items/%s.yaml%s", area.Key, key, near(area.Key, allowed))
		case i < len(allowed) && area.Key != allowed[i]:
			doc.fault(at+".key", "area %q should be %q: areas stand in the order of content/items/%s.yaml", area.Key, allowed[i], key)
		}
		checkEasy(doc, at+".easy", area.Easy)
		checkEasy(doc, at+".meaning", area.Meaning)
		for _, p := range perArea {
			if p.assessment == key {
				checkItems(doc, at, area, p.items, p.aspects)
			}
		}
	}
}

func checkItems(doc *document, at string, area Area, count int, aspects bool) {
	if len(area.Items) != count {
		doc.fault(at+".items", "area %q has %d items; every area of this assessment has %d", area.Key, len(area.Items), count)
	}
	items, short := map[string]int{}, map[string]int{}
	for i, item := range area.Items {
		here := indexed(at+".items", i)
		checkWording(doc, here, item.Wording())
		switch {
		case !aspects && (item.Short || item.Aspect != ""):
			doc.fault(here, "this assessment has no short form, and so neither aspect nor short")
		case aspects && item.Aspect == "":
			doc.fault(here, `"aspect" is missing`)
		}
		items[item.Aspect]++
		if item.Short {
			short[item.Aspect]++
		}
	}
	for i, item := range area.Items {
		if aspects && item.Aspect != "" && (items[item.Aspect] != 2 || short[item.Aspect] != 1) {
			doc.fault(indexed(at+".items", i)+".aspect", "aspect %q of %q has %d items and %d of them short; each aspect has two items, one of them short",
				item.Aspect, area.Key, items[item.Aspect], short[item.Aspect])
		}
	}
}

// checkRepeated reports a text that two items share.
func checkRepeated(doc *document, a *Assessment) {
	ja, easy, en := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i, area := range a.Areas {
		for j, item := range area.Items {
			at := indexed(indexed("$.areas", i)+".items", j)
			checkUnique(doc, at+".ja", "text", item.Ja, ja)
			checkUnique(doc, at+".easy", "text", item.Easy, easy)
			checkUnique(doc, at+".en", "text", item.En, en)
		}
	}
}

func checkWording(doc *document, at string, w Wording) {
	checkEasy(doc, at+".easy", w.Easy)
	if hasJapanese(w.En) {
		doc.fault(at+".en", "the English text has Japanese characters")
	}
}

var (
	rubyWord = regexp.MustCompile(`\{[\p{Han}々]+\|[ぁ-ゖー]+\}`)
	bareWord = regexp.MustCompile(`\{[^}]*\}?|[\p{Han}々]+|[|}]`)
)

// checkEasy holds a text of easy Japanese to have a reading over every kanji.
func checkEasy(doc *document, at, text string) {
	if bare := bareWord.FindString(rubyWord.ReplaceAllString(text, "")); bare != "" {
		doc.fault(at, "easy Japanese has a reading in hiragana over every kanji, such as {漢字|かんじ}; found %q", bare)
	}
}
