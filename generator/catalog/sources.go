package catalog

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"strings"
	"time"

	"shigotoatlas/generator/catalog/prose"
	"shigotoatlas/generator/ingest"
)

// A Source is the sidecar of a raw source of the dataset, as ingest writes it.
type Source = ingest.Source

func (l *loader) readSources() {
	names, _ := fs.Glob(l.dataset.FS, "sources/*.yaml") // errs on a malformed pattern alone
	if len(names) == 0 {
		l.faults.add(l.dataset.path("sources"), 1, 1, "has no *.yaml: every raw source has a sidecar there")
	}
	l.c.sources = map[string]*Source{}
	for _, name := range names {
		if s := l.readSidecar(l.dataset, name); s != nil {
			l.c.Sources = append(l.c.Sources, s)
			l.c.sources[s.Key] = s
		}
	}
	l.readPackage()
}

// readSidecar reads the sidecar of a source, or returns nil when the file cannot be read. Its key is the name of the file.
func (l *loader) readSidecar(t Tree, name string) *Source {
	src, ok := l.readFile(t, name)
	if !ok {
		return nil
	}
	s := &Source{}
	d := decode(t.path(name), src, s, l.faults)
	key := strings.TrimSuffix(path.Base(name), ".yaml")
	if s.Key != key {
		d.fault("$.key", "key %q should be %q, the name of the file", s.Key, key)
	}
	s.Key = key
	checkSource(d, s)
	return s
}

func checkSource(d *document, s *Source) {
	checkURL(d, "$.url", s.URL)
	checkURL(d, "$.terms_url", s.TermsURL)
	checkDate(d, "$.obtained", s.Obtained)
	if _, err := time.Parse(time.DateOnly[:min(len(s.Date), len(time.DateOnly))], s.Date); err != nil {
		d.fault("$.date", "date %q should be a day, a month or a year that exists, written YYYY-MM-DD as far as it is known", s.Date)
	}
	checkRawFiles(d, "$.files", s.Files)
	checkRawFiles(d, "$.upstream", s.Upstream)
}

func checkRawFiles(d *document, path string, files []ingest.SourceFile) {
	for i, f := range files {
		if !hashRule.MatchString(f.SHA256) {
			d.fault(indexed(path, i)+".sha256", "sha256 %q should be 64 digits 0-9a-f", f.SHA256)
		}
	}
}

func (l *loader) readPackage() {
	src, ok := l.readFile(l.dataset, "datapackage.json")
	if !ok {
		return
	}
	var p struct{ Version any }
	file := l.dataset.path("datapackage.json")
	if err := json.Unmarshal(src, &p); err != nil {
		line, column := 1, 1
		if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
			line, column = prose.Position(src, int(syntax.Offset)-1)
		}
		l.faults.add(file, line, column, "not JSON: %v", err)
		return
	}
	version, _ := p.Version.(string)
	if version == "" {
		l.faults.add(file, 1, 1, "should have a \"version\", a text")
	}
	l.c.DatasetVersion = version
}
