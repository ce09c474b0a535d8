package catalog

import (
	"strings"
)

// Site is what the site says of itself.
type Site struct {
	Name      string   `yaml:"name"`
	English   string   `yaml:"english"`
	Tagline   string   `yaml:"tagline"`
	TaglineEn string   `yaml:"tagline_en"`
	Base      string   `yaml:"base" jsonschema:"description=Address of the home page with the slash at the end; for canonical links and sitemap and feed only"`
	Version   string   `yaml:"version"`
	Chooser   []Choice `yaml:"chooser" jsonschema:"description=The situations on the home page"`
	Ways      []Choice `yaml:"ways,omitempty" jsonschema:"description=Further ways in that the home page leads to"`
	Stories   []string `yaml:"stories,omitempty" jsonschema:"description=Slugs of the stories that the home page shows"`
	Changes   []Change `yaml:"changes" jsonschema:"description=Newest first; the feed"`
}

// A Choice is a situation a visitor comes with and the page that answers it (a path inside the site).
type Choice struct {
	Title string `yaml:"title"`
	Text  string `yaml:"text"`
	Page  string `yaml:"page"`
}

// A Change is an entry of the feed.
type Change struct {
	Date  string `yaml:"date" jsonschema:"format=date"`
	Key   string `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$,description=Permanent; makes the entry's id"`
	Title string `yaml:"title"`
	Text  string `yaml:"text"`
	Page  string `yaml:"page"`
}

func (l *loader) readSite() {
	s := &l.c.Site
	l.siteDoc = l.readYAML("site.yaml", s)
	if !urlRule.MatchString(s.Base) || !strings.HasSuffix(s.Base, "/") {
		l.siteDoc.fault("$.base", "base %q should be an https address that ends in a slash", s.Base)
	}
	for i, c := range s.Chooser {
		checkPage(l.siteDoc, indexed("$.chooser", i)+".page", c.Page)
	}
	for i, c := range s.Ways {
		checkPage(l.siteDoc, indexed("$.ways", i)+".page", c.Page)
	}
	keys := map[string]bool{}
	for i, c := range s.Changes {
		at := indexed("$.changes", i)
		checkDate(l.siteDoc, at+".date", c.Date)
		checkSlug(l.siteDoc, at+".key", c.Key)
		checkUnique(l.siteDoc, at+".key", "key", c.Key, keys)
		checkPage(l.siteDoc, at+".page", c.Page)
		if i > 0 && c.Date > s.Changes[i-1].Date {
			l.siteDoc.fault(at+".date", "changes stand newest first; %s comes after %s", c.Date, s.Changes[i-1].Date)
		}
	}
}
