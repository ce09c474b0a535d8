package page

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"
)

// Templates are the parsed templates: one set per kind of page, each with the layout and the shared parts.
type Templates struct{ kinds map[string]*template.Template }

// ParseTemplates reads every *.html of a tree. Files whose name begins with "_" are shared parts; every other file is
// a kind of page and defines "main". Each source goes through minify before it is parsed, so that pages come out
// small without being minified one by one.
func ParseTemplates(tree fs.FS, minify func(name, source string) (string, error)) (*Templates, error) {
	names, err := fs.Glob(tree, "*.html")
	if err != nil {
		return nil, fmt.Errorf("listing templates: %w", err)
	}
	shared := template.New("shared")
	sources := map[string]string{}
	for _, name := range names {
		raw, err := fs.ReadFile(tree, name)
		if err != nil {
			return nil, fmt.Errorf("reading template: %w", err)
		}
		source, err := minify(name, string(raw))
		if err != nil {
			return nil, fmt.Errorf("minifying template %s: %w", name, err)
		}
		if !strings.HasPrefix(name, "_") {
			sources[strings.TrimSuffix(path.Base(name), ".html")] = source
			continue
		}
		if _, err := shared.Parse(source); err != nil {
			return nil, fmt.Errorf("parsing template %s: %w", name, err)
		}
	}
	t := &Templates{map[string]*template.Template{}}
	for kind, source := range sources {
		set, err := shared.Clone()
		if err != nil {
			return nil, fmt.Errorf("copying the shared templates: %w", err)
		}
		if t.kinds[kind], err = set.Parse(source); err != nil {
			return nil, fmt.Errorf("parsing template %s.html: %w", kind, err)
		}
	}
	return t, nil
}
