package page

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
)

// Pages are made here with the real templates from the small made-up site that the catalog is tested with: the windmill
// keeper is written and has figures in every domain, the fog watcher has a few figures alone, the stair polisher none.

const keeper, watcher, polisher = 1, 2, 3

const testBase = "https://wind.example/sub/"

// A press makes pages and keeps them.
type press struct {
	*site
	mu    sync.Mutex
	files map[string]string
}

// newPress reads the small site with some of its text replaced: each of the pairs is what stands there and what to
// read in its place.
func newPress(t *testing.T, pairs ...string) *press {
	t.Helper()
	text, err := os.ReadFile("../catalog/testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	trees := map[string]fstest.MapFS{"content": {}, "dataset": {}}
	for i := 0; i < len(pairs); i += 2 {
		if !bytes.Contains(text, []byte(pairs[i])) {
			t.Fatalf("the small site has no %q", pairs[i])
		}
	}
	for _, f := range txtar.Parse([]byte(strings.NewReplacer(pairs...).Replace(string(text)))).Files {
		tree, name, _ := strings.Cut(f.Name, "/")
		trees[tree][name] = &fstest.MapFile{Data: f.Data}
	}
	delete(trees["content"], "tools.yaml") // two interests are too few to rank by; the whole-site tests see the tools
	c, faults, err := catalog.Load(catalog.Tree{Name: "content", FS: trees["content"]}, catalog.Tree{Name: "dataset", FS: trees["dataset"]})
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return pressOf(t, c)
}

// loadReal reads the content and the dataset of the project, once for all tests.
var loadReal = sync.OnceValues(func() (*catalog.Catalog, error) {
	c, faults, err := catalog.Load(catalog.Tree{Name: "content", FS: os.DirFS("../../content")}, catalog.Tree{Name: "dataset", FS: os.DirFS("../../dataset")})
	if len(faults) > 0 {
		err = faults
	}
	return c, err
})

func realContent(t *testing.T) *catalog.Catalog {
	t.Helper()
	c, err := loadReal()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func pressOf(t *testing.T, c *catalog.Catalog) *press {
	t.Helper()
	a, err := analysis.New(c)
	if err != nil {
		t.Fatal(err)
	}
	templates, err := ParseTemplates(os.DirFS("../../templates"), func(_, source string) (string, error) { return source, nil })
	if err != nil {
		t.Fatal(err)
	}
	p := &press{files: map[string]string{}}
	p.site = newSite(Input{
		Catalog: c, Analysis: a, Templates: templates, Base: testBase,
		Assets:     map[string]string{"main.css": "assets/main-1.css", "main.js": "assets/main-1.js"},
		SearchRoot: func() string { return "assets/search-1.bin" },
		Write: func(path string, data []byte) error {
			p.mu.Lock()
			defer p.mu.Unlock()
			p.files[path] = string(data)
			return nil
		},
	})
	return p
}

// all renders every page.
func (p *press) all(t *testing.T) {
	t.Helper()
	if err := Render(p.Input); err != nil {
		t.Fatal(err)
	}
}

// occupation renders the page of one occupation.
func (p *press) occupation(t *testing.T, id int) printed {
	t.Helper()
	if err := p.prepareBlocks(); err != nil {
		t.Fatal(err)
	}
	o := p.c.Occupation(id)
	if err := p.occupationPage(o); err != nil {
		t.Fatal(err)
	}
	return p.printed(t, occupationPath(o)+"index.html")
}

func (p *press) printed(t *testing.T, path string) printed {
	t.Helper()
	source, ok := p.files[path]
	if !ok {
		t.Fatalf("no page %s was written", path)
	}
	return parsed(t, source)
}

// A printed page can be asked for elements by a small part of CSS: tag, #id, .class, [attribute] and
// [attribute=value], side by side for one element and with spaces for elements below it.
type printed struct {
	source string
	root   *html.Node
}

func parsed(t *testing.T, source string) printed {
	t.Helper()
	root, err := html.Parse(bytes.NewReader([]byte(source)))
	if err != nil {
		t.Fatal(err)
	}
	return printed{source, root}
}

// has wants an element that the selector finds and that contains the text.
func (p printed) has(t *testing.T, selector, text string) {
	t.Helper()
	found := p.find(t, selector)
	if !slices.ContainsFunc(found, func(n *html.Node) bool { return strings.Contains(textOf(n), text) }) {
		t.Errorf("no %s of %d contains %q", selector, len(found), text)
		for _, n := range found[:min(3, len(found))] {
			t.Logf("  %s: %.200s", selector, textOf(n))
		}
	}
}

// row wants a row of a table to read so, cell by cell.
func (p printed) row(t *testing.T, table string, want ...string) {
	t.Helper()
	var all []string
	for _, tr := range p.find(t, table+" tr") {
		var cells []string
		for cell := range tr.ChildNodes() {
			if cell.Type == html.ElementNode {
				cells = append(cells, textOf(cell))
			}
		}
		if slices.Equal(cells, want) {
			return
		}
		all = append(all, strings.Join(cells, " | "))
	}
	t.Errorf("%s has no row %s but\n%s", table, strings.Join(want, " | "), strings.Join(all, "\n"))
}

// lacks wants no element that the selector finds to contain the text.
func (p printed) lacks(t *testing.T, selector, text string) {
	t.Helper()
	for _, n := range p.find(t, selector) {
		if strings.Contains(textOf(n), text) {
			t.Errorf("%s should not contain %q: %.200s", selector, text, textOf(n))
		}
	}
}

func (p printed) find(t *testing.T, selector string) []*html.Node {
	t.Helper()
	found := []*html.Node{p.root}
	for _, step := range strings.Fields(selector) {
		matches := compound(t, step)
		var below []*html.Node
		for _, n := range found {
			for d := range n.Descendants() {
				if d.Type == html.ElementNode && matches(d) && !slices.Contains(below, d) {
					below = append(below, d)
				}
			}
		}
		found = below
	}
	return found
}

var selectorPart = regexp.MustCompile(`^(?:([a-z][a-z0-9]*)|#([\w-]+)|\.([\w-]+)|\[([\w:-]+)(?:=([^\]]*))?\])`)

func compound(t *testing.T, step string) func(*html.Node) bool {
	t.Helper()
	var tests []func(*html.Node) bool
	for step != "" {
		m := selectorPart.FindStringSubmatch(step)
		if m == nil {
			t.Fatalf("selector %q is not understood", step)
		}
		step = step[len(m[0]):]
		tests = append(tests, func(n *html.Node) bool {
			switch {
			case m[1] != "":
				return n.Data == m[1]
			case m[2] != "":
				return attributeOf(n, "id") == m[2]
			case m[3] != "":
				return slices.Contains(strings.Fields(attributeOf(n, "class")), m[3])
			}
			has := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == m[4] })
			return has && (m[5] == "" || attributeOf(n, m[4]) == m[5])
		})
	}
	return func(n *html.Node) bool {
		return !slices.ContainsFunc(tests, func(test func(*html.Node) bool) bool { return !test(n) })
	}
}

func attributeOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf is the text below an element with single spaces.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
