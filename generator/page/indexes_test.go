package page

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"shigotoatlas/generator/catalog"
)

// TestKanaRows: every reading of the real content begins with a kana of one row, so that every occupation and every
// term is listed, and once.
func TestKanaRows(t *testing.T) {
	c := realContent(t)
	wantOneRow := func(name, reading string) {
		rows := 0
		for _, kana := range kanaRows {
			if strings.ContainsRune(kana.first, []rune(reading)[0]) {
				rows++
			}
		}
		if rows != 1 {
			t.Errorf("%s（%s）begins in %d rows of kana", name, reading, rows)
		}
	}
	for _, o := range c.Occupations {
		wantOneRow(o.Name, o.Reading)
	}
	for _, g := range c.Glossary {
		wantOneRow(g.Term, g.Reading)
	}
	press := pressOf(t, c)
	if err := press.occupationIndex(); err != nil {
		t.Fatal(err)
	}
	if listed := len(press.printed(t, "occupations/index.html").find(t, "li[data-words]")); listed != len(c.Occupations) {
		t.Errorf("the index lists %d occupations of %d", listed, len(c.Occupations))
	}
}

// TestOccupationIndex: the occupations stand in the rows of their readings, with the words they can be found by.
func TestOccupationIndex(t *testing.T) {
	press := newPress(t)
	if err := press.occupationIndex(); err != nil {
		t.Fatal(err)
	}
	page := press.printed(t, "occupations/index.html")
	for row, names := range map[string]string{"row-1": "石段みがき", "row-2": "霧見張", "row-6": "風車守"} {
		page.has(t, "#"+row+" li a", names)
		page.has(t, ".chips a[href=#"+row+"]", "行")
	}
	if n := len(page.find(t, "section h2")); n != 3 {
		t.Errorf("%d rows of kana, want 3", n)
	}
	if words := attributeOf(page.find(t, "#row-6 li")[0], "data-words"); words != "風車守 ふうしゃもり Windmill keeper 風車番 風車係 風車屋さん" {
		t.Errorf("the windmill keeper can be found by %q", words)
	}
}

func TestGlossary(t *testing.T) {
	press := newPress(t, "reading: めたて", "reading: せいどうき")
	if err := press.glossaryPage(); err != nil {
		t.Fatal(err)
	}
	page := press.printed(t, "glossary/index.html")
	page.has(t, "#row-6 #sail-wheel dd", "帆布を張った桁を組んだ")
	var order []string
	for _, term := range page.find(t, "#row-3 dl div") {
		order = append(order, attributeOf(term, "id"))
	}
	if !slices.Equal(order, []string{"brake", "dressing"}) {
		t.Errorf("terms of the same reading stand in the order %v, not in that of the file", order)
	}
}

func TestSitemapXML(t *testing.T) {
	press := newPress(t, "licences: [霧観測検定]\nreviewed: 2026-03-01", "licences: [霧観測検定]\nreviewed: 2026-01-02")
	press.all(t)
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
	modified := map[string]string{}
	for _, u := range set.URLs {
		modified[strings.TrimPrefix(u.Location, testBase)+"index.html"] = u.Modified
	}
	for path, source := range press.files {
		hidden := strings.Contains(source, `content="noindex"`)
		if _, listed := modified[path]; strings.HasSuffix(path, ".html") && listed == hidden {
			t.Errorf("%s is in the sitemap: %v", path, listed)
		}
	}
	if len(modified) != len(set.URLs) {
		t.Errorf("%d addresses, %d of them different", len(set.URLs), len(modified))
	}
	// The day of a text is that of its review; of what is drawn from everything, the newest of all.
	for path, want := range map[string]string{"occupations/fog-watcher/index.html": "2026-01-02", "guides/first-step/index.html": "2026-03-01", "index.html": "2026-03-02"} {
		if modified[path] != want {
			t.Errorf("%s was changed on %s, want %s", path, modified[path], want)
		}
	}
}

// TestFeed: an Atom feed (RFC 4287) of the changes in site.yaml, with their days.
func TestFeed(t *testing.T) {
	press := newPress(t)
	press.all(t)
	type link struct {
		Href string `xml:"href,attr"`
		Rel  string `xml:"rel,attr"`
	}
	type entry struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Link    link   `xml:"link"`
		Summary string `xml:"summary"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  string   `xml:"author>name"`
		Links   []link   `xml:"link"`
		Entries []entry  `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(press.files["feed.xml"]), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.ID != testBase || feed.Title != "風の国しごと帳 更新情報" || feed.Author != "風の国しごと帳" || feed.Updated != "2026-03-02T00:00:00+09:00" {
		t.Errorf("the feed is %s, %s by %s, of %s", feed.ID, feed.Title, feed.Author, feed.Updated)
	}
	if want := []link{{testBase, ""}, {testBase + "feed.xml", "self"}}; !slices.Equal(feed.Links, want) {
		t.Errorf("the feed links to %v, want %v", feed.Links, want)
	}
	want := []entry{
		{testBase + "#second", "霧見張を載せました", "2026-03-02T00:00:00+09:00", link{testBase + "occupations/fog-watcher/", ""}, "数字だけのページです。"},
		{testBase + "#first", "公開しました", "2026-03-01T00:00:00+09:00", link{testBase + "occupations/", ""}, "三つの仕事から始めます。"},
	}
	if !slices.Equal(feed.Entries, want) {
		t.Errorf("the entries are %v, want %v", feed.Entries, want)
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
	press := newPress(t)
	press.all(t)
	if want := "User-agent: *\nAllow: /\nSitemap: " + testBase + "sitemap.xml\n"; press.files["robots.txt"] != want {
		t.Errorf("robots.txt is %q, want %q", press.files["robots.txt"], want)
	}
}
