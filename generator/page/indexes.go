package page

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// writeIndexes writes the files that lead to the pages: sitemap.xml, feed.xml and robots.txt. Their dates are those of
// the content, never of the clock.
func (s *site) writeIndexes() error {
	for _, f := range []struct {
		path string
		make func() ([]byte, error)
	}{{"sitemap.xml", s.sitemap}, {"feed.xml", s.feed}, {"robots.txt", s.robots}} {
		data, err := f.make()
		if err != nil {
			return fmt.Errorf("writing %s: %w", f.path, err)
		}
		if err := s.Write(f.path, data); err != nil {
			return err
		}
	}
	return nil
}

type sitemapURL struct {
	Location string `xml:"loc"`
	Modified string `xml:"lastmod"`
}

func (s *site) sitemap() ([]byte, error) {
	slices.SortFunc(s.paths, func(a, b indexed) int { return strings.Compare(a.path, b.path) })
	set := struct {
		XMLName   xml.Name     `xml:"urlset"`
		Namespace string       `xml:"xmlns,attr"`
		URLs      []sitemapURL `xml:"url"`
	}{Namespace: "http://www.sitemaps.org/schemas/sitemap/0.9"}
	for _, p := range s.paths {
		set.URLs = append(set.URLs, sitemapURL{s.Base + p.path, p.modified})
	}
	return document(set)
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

type atomLink struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr,omitempty"`
}

func (s *site) feed() ([]byte, error) {
	feed := struct {
		XMLName   xml.Name    `xml:"feed"`
		Namespace string      `xml:"xmlns,attr"`
		Language  string      `xml:"xml:lang,attr"`
		ID        string      `xml:"id"`
		Title     string      `xml:"title"`
		Updated   string      `xml:"updated"`
		Author    string      `xml:"author>name"`
		Links     []atomLink  `xml:"link"`
		Entries   []atomEntry `xml:"entry"`
	}{
		Namespace: "http://www.w3.org/2005/Atom", Language: "ja", ID: s.Base, Title: s.c.Site.Name + " 更新情報",
		Updated: midnight(s.latest()), Author: s.c.Site.Name, Links: []atomLink{{s.Base, ""}, {s.Base + "feed.xml", "self"}},
	}
	for _, c := range s.c.Site.Changes {
		feed.Entries = append(feed.Entries, atomEntry{s.Base + "#" + c.Key, c.Title, midnight(c.Date), atomLink{Href: s.Base + c.Page}, c.Text})
	}
	return document(feed)
}

// midnight is a day as a time of Japan, which feeds ask for.
func midnight(day string) string { return day + "T00:00:00+09:00" }

func document(v any) ([]byte, error) {
	body, err := xml.Marshal(v)
	if err != nil {
		return nil, err
	}
	return append([]byte(xml.Header), append(body, '\n')...), nil
}

func (s *site) robots() ([]byte, error) {
	return []byte("User-agent: *\nAllow: /\nSitemap: " + s.Base + "sitemap.xml\n"), nil
}
