package search

import (
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
)

// A field is a part of a document. Its number is what a posting keeps of where a word was found, and a higher one is
// the better reason to show the document.
type field uint8

const (
	body field = iota
	tag
	licence
	task
	summary
	synonym // descriptions that synonyms.yaml gives, and words that mean the same as one in another part
	alias
	title
	fieldCount
)

// A document is what one search result leads to.
type document struct {
	kind    Kind
	id      string
	path    string // relative to the home page
	name    string
	lead    string // shown under the name
	entries []entry
	texts   [fieldCount][]string
	passage string // what snippets and phrases are read from
}

// An entry is a name under which the document is looked up as a whole.
type entry struct {
	text    string
	reading string // in hiragana; "" leaves it to the dictionary
	rank    uint8  // 15 for the name itself, down to 1
	field   field  // title, alias or licence
	suggest bool   // offered while typing
}

// A Kind is a sort of document, such as "occupation".
type Kind string

// kinds are the sorts of documents in the order in which their numbers begin: the collection they belong to, and how to
// gather them. A new kind is a new line here.
var kinds = []struct {
	kind       Kind
	collection string
	gather     func(*catalog.Catalog) []*document
}{
	{"occupation", "ja", occupations},
	{"guide", "more", guides},
	{"story", "more", stories},
	{"licence", "more", licences},
	{"term", "more", terms},
	{"english", "en", english},
}

// occupations are in the order of their fields, so that those which lie near, and are found together, share a block of
// the index.
func occupations(c *catalog.Catalog) []*document {
	var docs []*document
	for _, f := range c.Fields {
		for _, o := range f.Occupations {
			docs = append(docs, occupation(c, o))
		}
	}
	return docs
}

func occupation(c *catalog.Catalog, o *catalog.Occupation) *document {
	d := &document{kind: "occupation", id: strconv.Itoa(o.ID), path: "occupations/" + o.Slug + "/", name: o.Name, lead: o.Summary}
	d.entries = nameEntries(o.Name, o.Reading)
	for _, a := range o.Aliases {
		d.entries = append(d.entries, entry{text: a, rank: 11, field: alias, suggest: true})
	}
	for i, l := range o.Licences {
		rank := uint8(3 + max(0, 2-i)) // those that matter most stand first
		if slices.Contains(o.Required, l) {
			rank += 3
		}
		d.entries = append(d.entries, entry{text: l, reading: c.Licence(l).Reading, rank: rank, field: licence})
		d.texts[licence] = append(d.texts[licence], l)
	}
	for _, l := range o.Codes.Licences { // with their grades
		if !slices.Contains(o.Licences, l) {
			d.entries = append(d.entries, entry{text: l, rank: 3, field: licence})
			d.texts[licence] = append(d.texts[licence], l)
		}
	}
	d.texts[title] = []string{o.Name}
	d.texts[alias] = o.Aliases
	d.texts[summary] = []string{o.Summary}
	for _, t := range o.Tasks {
		d.texts[task] = append(d.texts[task], t.Text)
	}
	d.texts[tag] = append(d.texts[tag], c.Field(o.FieldKey).Name)
	for _, t := range o.Themes {
		d.texts[tag] = append(d.texts[tag], c.Theme(t).Name)
	}
	for _, i := range o.Industries {
		d.texts[tag] = append(d.texts[tag], c.Industry(i).Name)
	}
	d.texts[tag] = append(d.texts[tag], o.Tools...)
	for _, s := range o.Sections {
		if s.Kind.Key != "english" {
			d.texts[body] = append(d.texts[body], s.Plain())
		}
	}
	for _, b := range o.Bodies {
		d.texts[body] = append(d.texts[body], b.Name)
	}
	d.passage = strings.Join(passages(o), "\n")
	return d
}

// passages are what a snippet may quote; the section in easy Japanese says the same again.
func passages(o *catalog.Occupation) []string {
	var texts []string
	for _, t := range o.Tasks {
		texts = append(texts, t.Text)
	}
	for _, s := range o.Sections {
		if s.Kind.Key != "english" && s.Kind.Key != "easy" {
			texts = append(texts, s.Plain())
		}
	}
	for _, list := range [][]string{o.Licences, o.Aliases, o.Tools} {
		texts = append(texts, strings.Join(list, "、"))
	}
	return texts
}

// nameEntries are a name and what it is also known by: without what stands in brackets, and each of its parts.
func nameEntries(name, reading string) []entry {
	entries := []entry{{text: name, reading: reading, rank: 15, field: title, suggest: true}}
	outer, inner, bracketed := strings.Cut(name, "（")
	if bracketed {
		entries = append(entries, entry{text: outer, rank: 15, field: title})
		for _, part := range parts(strings.TrimSuffix(inner, "）")) {
			entries = append(entries, entry{text: part, rank: 9, field: title})
		}
	}
	for _, part := range parts(outer) {
		if part != outer {
			entries = append(entries, entry{text: part, rank: partRank(outer), field: title})
		}
	}
	return entries
}

// parts are the names that a name lists.
func parts(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("、/・，,", r) })
}

// partRank is lower for what a middle dot parts: it may stand inside one name (マーケティング・リサーチャー).
func partRank(name string) uint8 {
	if strings.ContainsAny(name, "、/，,") {
		return 13
	}
	return 8
}

func guides(c *catalog.Catalog) []*document {
	var docs []*document
	for _, g := range c.Guides {
		docs = append(docs, &document{
			kind: "guide", id: g.Slug, path: "guides/" + g.Slug + "/", name: g.Title, lead: g.Summary, passage: g.Plain(),
			entries: []entry{{text: g.Title, rank: 15, field: title, suggest: true}},
			texts:   [fieldCount][]string{title: {g.Title}, summary: {g.Summary}, body: {g.Plain()}},
		})
	}
	return docs
}

func stories(c *catalog.Catalog) []*document {
	var docs []*document
	for _, s := range c.Stories {
		var texts []string
		for _, section := range s.Sections {
			texts = append(texts, section.Plain())
		}
		between := []string{c.Occupation(s.From).Name, c.Occupation(s.To).Name}
		docs = append(docs, &document{
			kind: "story", id: s.Slug, path: "stories/" + s.Slug + "/", name: s.Title, lead: s.Summary, passage: strings.Join(texts, "\n"),
			entries: []entry{{text: s.Title, rank: 15, field: title, suggest: true}},
			texts:   [fieldCount][]string{title: {s.Title}, summary: {s.Summary}, tag: between, licence: s.Licences, body: texts},
		})
	}
	return docs
}

func licences(c *catalog.Catalog) []*document {
	var docs []*document
	for _, l := range c.Licences {
		d := &document{
			kind: "licence", id: l.Key, path: "licences/" + l.Key + "/", name: l.Name, lead: l.Summary,
			entries: nameEntries(l.Name, l.Reading),
			texts:   [fieldCount][]string{title: {l.Name}, summary: {l.Summary}, task: {l.RequiredFor}, body: {l.Authority, l.Law}},
		}
		for _, p := range l.Published {
			if p != l.Name {
				d.entries = append(d.entries, entry{text: p, rank: 11, field: alias})
				d.texts[alias] = append(d.texts[alias], p)
			}
		}
		docs = append(docs, d)
	}
	return docs
}

func terms(c *catalog.Catalog) []*document {
	var docs []*document
	for _, t := range c.Glossary {
		d := &document{
			kind: "term", id: t.Key, path: "glossary/#" + t.Key, name: t.Term, lead: t.Meaning,
			entries: []entry{{text: t.Term, reading: t.Reading, rank: 15, field: title, suggest: true}},
			texts:   [fieldCount][]string{title: {t.Term}, alias: t.Also, summary: {t.Meaning}},
		}
		for _, a := range t.Also {
			d.entries = append(d.entries, entry{text: a, rank: 11, field: alias})
		}
		docs = append(docs, d)
	}
	return docs
}

func english(c *catalog.Catalog) []*document {
	var docs []*document
	for _, f := range c.Fields {
		for _, o := range f.Occupations {
			text := ""
			if s := o.Section("english"); s != nil {
				text = s.Plain()
			}
			docs = append(docs, &document{
				kind: "english", id: strconv.Itoa(o.ID), path: "occupations/" + o.Slug + "/#english", name: o.English, lead: firstSentence(text), passage: text,
				entries: []entry{{text: o.English, rank: 15, field: title, suggest: true}},
				texts:   [fieldCount][]string{title: {o.English}, tag: {f.English}, body: {text}},
			})
		}
	}
	return docs
}

func firstSentence(text string) string {
	first, _, found := strings.Cut(text, ". ")
	if found {
		return first + "."
	}
	return first
}
