package catalog

import (
	"io/fs"
	"regexp"

	"shigotoatlas/generator/catalog/prose"
)

// A Redirect keeps a retired address alive: addresses of the site never end.
type Redirect struct {
	From string `yaml:"from" jsonschema:"description=The retired path inside the site with a slash at its end such as occupations/old-name/"`
	To   string `yaml:"to" jsonschema:"description=What is there now such as occupation:44"`
}

type redirectFile struct {
	Redirects []Redirect `yaml:"redirects"`
}

// Target is what the retired address leads to.
func (r Redirect) Target() prose.Reference { return prose.ParseReference(r.To) }

var pathRule = regexp.MustCompile(`^([a-z0-9]+(-[a-z0-9]+)*/)+$`)

// readRedirects reads content/redirects.yaml; without the file, no address was ever retired.
func (l *loader) readRedirects() {
	if _, err := fs.Stat(l.content.FS, "redirects.yaml"); err != nil {
		return
	}
	var file redirectFile
	l.redirectDoc = l.readYAML("redirects.yaml", &file)
	l.c.Redirects = file.Redirects
}

func (l *loader) joinRedirects() {
	from := map[string]bool{}
	for i, r := range l.c.Redirects {
		at := indexed("$.redirects", i)
		checkUnique(l.redirectDoc, at+".from", "path", r.From, from)
		if !pathRule.MatchString(r.From) {
			l.redirectDoc.fault(at+".from", "path %q should be a path inside the site with a slash at its end, such as occupations/old-name/", r.From)
		}
		if target := r.Target(); target.Kind == "" || !l.cannotTell(target.Kind) && !l.c.Has(target) {
			l.redirectDoc.fault(at+".to", "%q leads nowhere; write what is there now, such as occupation:44", r.To)
		}
	}
}
