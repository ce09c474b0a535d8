package catalog

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"

	"shigotoatlas/generator/ingest"
)

// Texts of others. An occupation whose front matter has text_source shows sentences that are not ours: they are not
// held to the lengths and rules that ours keep, and the page names where they are from. The sidecar of that source lies
// in content/texts.

// borrowedSections are the sections of a borrowed text.
var borrowedSections = SectionKinds[:3]

// Borrowed tells whether the sentences are those of another publisher.
func (o *Occupation) Borrowed() bool { return o.TextSource != "" }

// readTextSources reads the sidecars of borrowed texts, if there are any.
func (l *loader) readTextSources() {
	names, _ := fs.Glob(l.content.FS, "texts/*.yaml") // errs on a malformed pattern alone
	l.c.textSources = map[string]*Source{}
	for _, name := range names {
		if s := l.readSidecar(l.content, name); s != nil {
			l.c.textSources[s.Key] = s
		}
	}
}

// joinTextSources finds the source of every borrowed text.
func (l *loader) joinTextSources() {
	for _, f := range l.occupationFiles {
		key := f.occupation.TextSource
		if key != "" && l.c.textSources[key] == nil {
			f.doc.fault("$.text_source", "text_source %q has no sidecar %s", key, l.content.path("texts/"+key+".yaml"))
		}
	}
}

// TextSource is the source of an occupation's sentences, nil where they are ours.
func (c *Catalog) TextSource(o *Occupation) *Source { return c.textSources[o.TextSource] }

// HasTextSources tells whether any occupation may show sentences of another publisher.
func (c *Catalog) HasTextSources() bool { return len(c.textSources) > 0 }

// WithTexts makes a content tree out of another: the occupations that are described get the sentences of the
// descriptions, the others none, and everything else stays as it is. It returns every file by its path.
func WithTexts(content Tree, source ingest.Source, descriptions []ingest.Description) (map[string][]byte, error) {
	sidecar, err := yaml.Marshal(source)
	if err != nil {
		return nil, fmt.Errorf("writing the sidecar of %s: %w", source.Title, err)
	}
	files := map[string][]byte{"texts/" + source.Key + ".yaml": sidecar}
	described := map[int]ingest.Description{}
	for _, d := range descriptions {
		described[d.ID] = d
	}
	l := &loader{content: content, c: &Catalog{}, faults: &faultList{}}
	err = fs.WalkDir(content.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		src, err := fs.ReadFile(content.FS, name)
		if err == nil && path.Dir(name) == "occupations" {
			src, err = l.withText(name, src, source.Key, described)
		}
		files[name] = src
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("putting texts into %s: %w", content.Name, err)
	}
	if faults := l.faults.sorted(); len(faults) > 0 {
		return nil, faults
	}
	return files, nil
}

// withText is the file of an occupation with the sentences of its description.
func (l *loader) withText(name string, src []byte, source string, described map[int]ingest.Description) ([]byte, error) {
	o := &Occupation{}
	if doc, _, _ := l.frontMatter(l.content.path(name), src, o); !doc.readable {
		return src, nil
	}
	d, ok := described[o.ID]
	if ok {
		o.Summary, o.TextSource, o.Bodies = d.Summary, source, nil
		for _, b := range d.Bodies {
			if !urlRule.MatchString(b.URL) {
				b.URL = "" // the site links to https alone
			}
			o.Bodies = append(o.Bodies, Body(b))
		}
	}
	front, err := yaml.Marshal(o)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString("---\n" + string(front) + "---\n")
	for i, s := range d.Sections {
		b.WriteString("## " + SectionKinds[i].Title + "\n\n")
		for _, p := range s.Paragraphs {
			b.WriteString(escapeMarkup(p) + "\n\n")
		}
	}
	return []byte(b.String()), nil
}

var (
	markup       = regexp.MustCompile("[\\\\`*_{}\\[\\]<>&#|~!]")
	markupAtHead = regexp.MustCompile(`^([-+=]|\d+[.)])`)
)

// escapeMarkup writes a text so that Markdown reads it to the letter.
func escapeMarkup(text string) string {
	text = markup.ReplaceAllString(text, `\$0`)
	if at := markupAtHead.FindStringIndex(text); at != nil {
		text = text[:at[1]-1] + `\` + text[at[1]-1:]
	}
	return text
}
