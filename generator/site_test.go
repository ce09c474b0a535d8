package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"shigotoatlas/generator/publish"
)

// The whole site, built once from the real content and dataset, and walked once.

const root = ".."

var build = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "shigotoatlas-site-")
	if err != nil {
		return "", err
	}
	out := filepath.Join(dir, "public")
	return out, buildTo(out)
})

func buildTo(out string) error {
	b := buildCommand{trees: trees{filepath.Join(root, "content"), filepath.Join(root, "dataset")}, Out: out, Root: root}
	return b.Run()
}

func TestMain(m *testing.M) {
	code := m.Run()
	if out, err := build(); err == nil {
		os.RemoveAll(filepath.Dir(out))
	}
	os.Exit(code)
}

func built(t testing.TB) string {
	t.Helper()
	out, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A document is one page, parsed.
type document struct {
	path  string // "occupations/nurse/index.html"
	root  *html.Node
	ids   map[string]bool
	links []string // internal, as written
}

var pages = sync.OnceValues(func() (map[string]*document, error) {
	out, err := build()
	if err != nil {
		return nil, err
	}
	all := map[string]*document{}
	err = filepath.WalkDir(out, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		node, err := html.Parse(file)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(out, name)
		if err != nil {
			return err
		}
		d := &document{path: filepath.ToSlash(relative), root: node, ids: map[string]bool{}}
		all[d.path] = d
		return nil
	})
	return all, err
})

func allPages(t *testing.T) map[string]*document {
	t.Helper()
	all, err := pages()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestEveryOccupationHasItsPage(t *testing.T) {
	count := 0
	for name, d := range allPages(t) {
		if !strings.HasPrefix(name, "occupations/") || name == "occupations/index.html" {
			continue
		}
		count++
		if main := first(d.root, func(n *html.Node) bool { return attribute(n, "data-occupation") != "" }); main == nil || main.Data != "main" {
			t.Errorf("%s has no main[data-occupation]", name)
		}
	}
	if count != 556 {
		t.Errorf("%d occupation pages, want 556", count)
	}
}

// TestWholeSite walks every page once: what holds for each page by itself, and every link.
func TestWholeSite(t *testing.T) {
	all := allPages(t)
	titles := map[string]string{}
	for _, name := range sorted(all) {
		d := all[name]
		walk(d.root, func(n *html.Node) { d.checkNode(t, n) })
		d.checkHeadings(t)
		d.checkHead(t, titles)
	}
	for _, name := range sorted(all) {
		for _, link := range all[name].links {
			checkLink(t, all, name, link)
		}
	}
}

var inlineHandler = regexp.MustCompile(`^on[a-z]+$`)

// checkNode holds one element against the rules of every page and notes its id and links.
func (d *document) checkNode(t *testing.T, n *html.Node) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "style" || inlineHandler.MatchString(a.Key):
			t.Errorf("%s: <%s> has the attribute %s", d.path, n.Data, a.Key)
		case a.Key == "id":
			if d.ids[a.Val] {
				t.Errorf("%s: id %q stands twice", d.path, a.Val)
			}
			d.ids[a.Val] = true
		}
	}
	switch n.Data {
	case "a":
		d.noteLink(t, n)
	case "img":
		if !has(n, "alt") {
			t.Errorf("%s: an image has no alt", d.path)
		}
		d.checkResource(t, attribute(n, "src"))
	case "script":
		if attribute(n, "type") != "application/ld+json" && n.FirstChild != nil {
			t.Errorf("%s: an inline script", d.path)
		}
		d.checkResource(t, attribute(n, "src"))
	case "style":
		t.Errorf("%s: an inline style sheet", d.path)
	case "link":
		if rel := attribute(n, "rel"); rel == "stylesheet" || rel == "icon" {
			d.checkResource(t, attribute(n, "href"))
		}
	case "table":
		if first(n, func(m *html.Node) bool { return m.Data == "th" && has(m, "scope") }) == nil {
			t.Errorf("%s: a table without header cells that have a scope", d.path)
		}
	}
}

func (d *document) noteLink(t *testing.T, n *html.Node) {
	href := attribute(n, "href")
	u, err := url.Parse(href)
	switch {
	case err != nil:
		t.Errorf("%s: link %q: %v", d.path, href, err)
	case u.Scheme == "" && d.path != "404.html":
		d.links = append(d.links, href)
	case u.Scheme != "https" && u.Scheme != "":
		t.Errorf("%s: link %q is not https", d.path, href)
	}
	if text(n) == "" && attribute(n, "aria-label") == "" {
		t.Errorf("%s: link to %q has no words", d.path, href)
	}
}

func (d *document) checkResource(t *testing.T, address string) {
	if strings.Contains(address, "//") && d.path != "404.html" {
		t.Errorf("%s loads %q from another host", d.path, address)
	} else if address != "" && d.path != "404.html" {
		d.links = append(d.links, address)
	}
}

func (d *document) checkHeadings(t *testing.T) {
	level, ones := 0, 0
	walk(d.root, func(n *html.Node) {
		if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			return
		}
		here := int(n.Data[1] - '0')
		if here == 1 {
			ones++
		}
		if here > level+1 {
			t.Errorf("%s: heading %q is h%d after h%d", d.path, text(n), here, level)
		}
		level = here
	})
	if ones != 1 {
		t.Errorf("%s has %d h1", d.path, ones)
	}
}

func (d *document) checkHead(t *testing.T, titles map[string]string) {
	title := first(d.root, func(n *html.Node) bool { return n.Data == "title" && n.Parent.Data == "head" })
	if title == nil || text(title) == "" {
		t.Errorf("%s has no title", d.path)
		return
	}
	if other := titles[text(title)]; other != "" {
		t.Errorf("%s and %s have the same title %q", d.path, other, text(title))
	}
	titles[text(title)] = d.path
	if first(d.root, func(n *html.Node) bool { return n.Data == "html" && attribute(n, "lang") != "" }) == nil {
		t.Errorf("%s has no language", d.path)
	}
	canonical := first(d.root, func(n *html.Node) bool { return n.Data == "link" && attribute(n, "rel") == "canonical" })
	if want := "https://shigoto-atlas.example/" + strings.TrimSuffix(d.path, "index.html"); d.path != "404.html" &&
		(canonical == nil || attribute(canonical, "href") != want) {
		t.Errorf("%s: the canonical address should be %s", d.path, want)
	}
}

func checkLink(t *testing.T, all map[string]*document, from, link string) {
	target, fragment, _ := strings.Cut(link, "#")
	target, _, _ = strings.Cut(target, "?")
	name := from
	if target != "" {
		name = path.Join(path.Dir(from), target)
		if strings.HasSuffix(target, "/") || name == "." {
			name = path.Join(name, "index.html")
		}
	}
	page := all[name]
	if page == nil {
		if _, err := os.Stat(filepath.Join(mustBuild(), filepath.FromSlash(name))); err != nil || strings.HasSuffix(name, ".html") {
			t.Errorf("%s: link %q leads nowhere", from, link)
		}
		return
	}
	if fragment != "" && !page.ids[fragment] {
		t.Errorf("%s: link %q: %s has no id %q", from, link, name, fragment)
	}
}

func mustBuild() string {
	out, err := build()
	if err != nil {
		panic(err)
	}
	return out
}

// TestThreeClicks follows links from the home page: every page is at most three away.
func TestThreeClicks(t *testing.T) {
	all := allPages(t)
	distance := map[string]int{"index.html": 0}
	queue := []string{"index.html"}
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		walk(all[name].root, func(n *html.Node) {
			if n.Data != "a" {
				return
			}
			target, _, _ := strings.Cut(attribute(n, "href"), "#")
			next := path.Join(path.Dir(name), target)
			if target == "" || strings.HasSuffix(target, "/") {
				next = path.Join(next, "index.html")
			}
			if _, seen := distance[next]; !seen && all[next] != nil {
				distance[next] = distance[name] + 1
				queue = append(queue, next)
			}
		})
	}
	for _, name := range sorted(all) {
		if clicks, reached := distance[name]; name != "404.html" && (!reached || clicks > 3) {
			t.Errorf("%s is %d clicks from the home page (reached: %v)", name, clicks, reached)
		}
	}
}

// TestManifest holds every file against the manifest, and the manifest against a second build.
func TestManifest(t *testing.T) {
	out := built(t)
	differences, err := publish.Verify(out)
	if err != nil || len(differences) > 0 {
		t.Fatalf("the site differs from its manifest: %v, %v", differences, err)
	}
	again := filepath.Join(t.TempDir(), "public")
	if err := buildTo(again); err != nil {
		t.Fatal(err)
	}
	one, err1 := os.ReadFile(filepath.Join(out, "manifest.json"))
	two, err2 := os.ReadFile(filepath.Join(again, "manifest.json"))
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if string(one) != string(two) {
		t.Error("two builds give different manifests")
	}
	var manifest struct {
		Files []struct {
			Path   string
			Size   int
			SHA256 string
		}
	}
	if err := json.Unmarshal(one, &manifest); err != nil || len(manifest.Files) < 1000 {
		t.Errorf("manifest.json lists %d files: %v", len(manifest.Files), err)
	}
}

// TestSitemap: the sitemap lists exactly the pages that may be found, with days and not with the clock.
func TestSitemap(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(built(t), "sitemap.xml"))
	if err != nil {
		t.Fatal(err)
	}
	entries := regexp.MustCompile(`<url><loc>([^<]*)</loc><lastmod>(\d{4}-\d{2}-\d{2})</lastmod></url>`).FindAllStringSubmatch(string(data), -1)
	all := allPages(t)
	if len(entries) != len(all)-1 {
		t.Errorf("the sitemap has %d addresses, the site %d pages beside 404.html", len(entries), len(all)-1)
	}
	for _, e := range entries {
		name := path.Join(strings.TrimPrefix(e[1], "https://shigoto-atlas.example/"), "index.html")
		if all[name] == nil {
			t.Errorf("the sitemap names %s, which is no page", e[1])
		}
	}
}
