package page

import (
	"path"
	"slices"
	"strings"
	"testing"
)

// TestRelativeLinks: from every depth the links of the layout lead to the same pages and files, and none is absolute.
func TestRelativeLinks(t *testing.T) {
	press := newPress(t)
	press.all(t)
	for _, file := range []string{"index.html", "occupations/index.html", "about/method/index.html", "occupations/windmill-keeper/index.html",
		"statistics/wages/1501/index.html", "items/skills/reading/index.html", "classification/mhlw/08/index.html"} {
		page := press.printed(t, file)
		for _, want := range []struct{ selector, attribute, leads string }{
			{"a.brand", "href", "."}, {".foot a", "href", "about"}, {"link[rel=stylesheet]", "href", "assets/main-1.css"},
			{"script[src]", "src", "assets/main-1.js"}, {"link[rel=icon]", "href", "icon.svg"}, {"link[rel=alternate]", "href", "feed.xml"},
		} {
			address := attributeOf(page.find(t, want.selector)[0], want.attribute)
			if strings.HasPrefix(address, "/") || path.Join(path.Dir(file), address) != want.leads {
				t.Errorf("%s: %s is %q, which is not %s", file, want.selector, address, want.leads)
			}
		}
		for _, a := range page.find(t, "a[href]") {
			address := attributeOf(a, "href")
			if strings.HasPrefix(address, "/") || strings.Contains(address, ":") && attributeOf(a, "rel") != "external" {
				t.Errorf("%s: a link of the site is %q", file, address)
			}
		}
		canonical := attributeOf(page.find(t, "link[rel=canonical]")[0], "href")
		if want := testBase + strings.TrimSuffix(file, "index.html"); canonical != want {
			t.Errorf("%s: the canonical address is %s, want %s", file, canonical, want)
		}
	}
}

// TestLinksLeadSomewhere: every page of the small site is there for every link.
func TestLinksLeadSomewhere(t *testing.T) {
	press := newPress(t)
	press.all(t)
	for file := range press.files {
		if path.Ext(file) != ".html" || file == "404.html" {
			continue
		}
		for _, a := range press.printed(t, file).find(t, "a[href]") {
			address, _, _ := strings.Cut(attributeOf(a, "href"), "#")
			address, _, _ = strings.Cut(address, "?")
			if address == "" || strings.Contains(address, ":") {
				continue
			}
			if _, there := press.files[path.Join(path.Dir(file), address, "index.html")]; !there {
				t.Errorf("%s: %q leads nowhere", file, address)
			}
		}
	}
}

// TestNotFound: the page for unknown addresses is shown at any of them, so its links name the host.
func TestNotFound(t *testing.T) {
	press := newPress(t)
	if err := press.notFound(); err != nil {
		t.Fatal(err)
	}
	page := press.printed(t, "404.html")
	page.has(t, "h1", "ページが見つかりません")
	for _, n := range slices.Concat(page.find(t, "a[href]"), page.find(t, "link[href]"), page.find(t, "script[src]")) {
		if address := attributeOf(n, "href") + attributeOf(n, "src"); !strings.HasPrefix(address, testBase) && address != "#main" {
			t.Errorf("%s leads to %q", n.Data, address)
		}
	}
	if attributeOf(page.find(t, "meta[name=robots]")[0], "content") != "noindex" || len(page.find(t, "link[rel=canonical]")) > 0 {
		t.Error("search engines are not kept away")
	}
}
