package page

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"shigotoatlas/generator/catalog"
)

// TestKanaRows: every reading begins with a kana of one row, so that every occupation and term is listed once.
func TestKanaRows(t *testing.T) {
	press := newPress(t)
	rowsOf := func(reading string) (rows int) {
		for _, kana := range kanaRows {
			if strings.ContainsRune(kana.first, []rune(reading)[0]) {
				rows++
			}
		}
		return rows
	}
	for _, o := range press.c.Occupations {
		if n := rowsOf(o.Reading); n != 1 {
			t.Errorf("%s（%s）begins in %d rows of kana", o.Name, o.Reading, n)
		}
	}
	for _, g := range press.c.Glossary {
		if n := rowsOf(g.Reading); n != 1 {
			t.Errorf("%s（%s）begins in %d rows of kana", g.Term, g.Reading, n)
		}
	}
	if err := press.occupationIndex(); err != nil {
		t.Fatal(err)
	}
	if listed := len(press.printed(t, "occupations/index.html").find(t, "li[data-words]")); listed != len(press.c.Occupations) {
		t.Errorf("the index lists %d occupations of %d", listed, len(press.c.Occupations))
	}
}

func TestFilterWords(t *testing.T) {
	press := newPress(t)
	if err := press.occupationIndex(); err != nil {
		t.Fatal(err)
	}
	o := press.c.Occupation(written)
	for _, row := range press.printed(t, "occupations/index.html").find(t, "li[data-words]") {
		if words := attributeOf(row, "data-words"); strings.HasPrefix(words, o.Name+" ") {
			for _, want := range append([]string{o.Reading, o.English}, o.Aliases...) {
				if !strings.Contains(words, want) {
					t.Errorf("the words of %s lack %q", o.Name, want)
				}
			}
			return
		}
	}
	t.Errorf("%s is not in the index", o.Name)
}

// indexes renders some pages and the files that lead to them.
func indexes(t *testing.T) *press {
	t.Helper()
	press := newPress(t)
	o := press.occupation(t, written)
	o.Reviewed = "2026-01-02"
	for _, job := range []func() error{press.home, press.glossaryPage, press.notFound, func() error { return press.occupationPage(o) }, press.writeIndexes} {
		if err := job(); err != nil {
			t.Fatal(err)
		}
	}
	return press
}

func TestSitemapXML(t *testing.T) {
	press := indexes(t)
	var set struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []struct {
			Location string `xml:"loc"`
			Modified string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal([]byte(press.files["sitemap.xml"]), &set); err != nil {
		t.Fatal(err)
	}
	latest := press.latest()
	want := [][2]string{{testBase, latest}, {testBase + "glossary/", latest}, {testBase + occupationPath(press.c.Occupation(written)), "2026-01-02"}}
	if len(set.URLs) != len(want) {
		t.Fatalf("the sitemap has %d addresses, want %d without 404.html: %v", len(set.URLs), len(want), set.URLs)
	}
	for i, u := range set.URLs {
		if u.Location != want[i][0] || u.Modified != want[i][1] {
			t.Errorf("the sitemap has %s of %s, want %v", u.Location, u.Modified, want[i])
		}
	}
}

// TestFeed: an Atom feed (RFC 4287) of the changes in site.yaml, with their days.
func TestFeed(t *testing.T) {
	press := indexes(t)
	type link struct {
		Href string `xml:"href,attr"`
		Rel  string `xml:"rel,attr"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  string   `xml:"author>name"`
		Links   []link   `xml:"link"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Link    link   `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(press.files["feed.xml"]), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.ID != testBase || feed.Title == "" || feed.Author != press.c.Site.Name || feed.Updated != press.latest()+"T00:00:00+09:00" {
		t.Errorf("the feed is %+v", feed)
	}
	if len(feed.Links) != 2 || feed.Links[1] != (link{testBase + "feed.xml", "self"}) {
		t.Errorf("the feed links to %v", feed.Links)
	}
	if len(feed.Entries) != len(press.c.Site.Changes) {
		t.Fatalf("%d entries for %d changes", len(feed.Entries), len(press.c.Site.Changes))
	}
	for i, c := range press.c.Site.Changes {
		e := feed.Entries[i]
		if e.Title != c.Title || e.Updated != c.Date+"T00:00:00+09:00" || e.Link.Href != testBase+c.Page || e.ID != testBase+"#"+c.Key {
			t.Errorf("entry %d is %+v, want %+v", i, e, c)
		}
	}
}

// TestLatest: the newest day is that of the content, whichever part it comes from.
func TestLatest(t *testing.T) {
	s := &site{c: &catalog.Catalog{Occupations: []*catalog.Occupation{{Reviewed: "2026-03-01"}, {Reviewed: "2026-02-01"}}}}
	s.c.Site.Changes = []catalog.Change{{Date: "2026-01-01"}}
	if got := s.latest(); got != "2026-03-01" {
		t.Errorf("latest is %s, want 2026-03-01", got)
	}
	s.c.Site.Changes[0].Date = "2026-04-01"
	if got := s.latest(); got != "2026-04-01" {
		t.Errorf("latest is %s, want 2026-04-01", got)
	}
}

func TestRobots(t *testing.T) {
	press := indexes(t)
	if want := "User-agent: *\nAllow: /\nSitemap: " + testBase + "sitemap.xml\n"; press.files["robots.txt"] != want {
		t.Errorf("robots.txt is %q, want %q", press.files["robots.txt"], want)
	}
	for name, text := range press.files {
		if regexp.MustCompile(`https?://localhost|127\.0\.0\.1`).MatchString(text) {
			t.Errorf("%s names this machine", name)
		}
	}
}
