// Package page turns the catalog and its analysis into HTML pages, and into the files that lead to them (sitemap, feed,
// robots.txt). It knows HTML and nothing of files: every document is handed to a write function as a path and bytes.
//
// Each kind of page has a typed view, built here, and a template of the same name in templates/. A template computes
// nothing: it ranges over and prints what the view holds, and addresses in a view are already relative to its page.
// Links inside the site are relative, so the same files work at any host, under any path and from a file system.
//
// Pages need no script. Every chart is a table with its figures as published, its unit, source and year; what is
// missing is said to be missing.
package page

import (
	"bytes"
	"fmt"
	"html/template"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/catalog/prose"
)

// Input is what pages are made of.
type Input struct {
	Catalog    *catalog.Catalog
	Analysis   *analysis.Analysis
	Templates  *Templates
	Pictograms Pictograms
	Town       TownDrawings
	Assets     map[string]string // logical name → path inside the site, such as "main.css" → "assets/main-4F2BXK7Q.css"
	Base       string            // address of the home page, for canonical links, sitemap and feed alone
	// SearchRoot waits until the search index is made and gives the path of its root inside the site. Only a page that
	// searches asks for it, and its job stands last.
	SearchRoot func() string
	// Dataset describes the release of the dataset; it may take until the release is written. Without it there is no
	// page of the dataset.
	Dataset func() (*Dataset, error)
	// Write takes one document. It is called from several goroutines, once for each path.
	Write func(path string, data []byte) error
}

// Render writes every page of the site.
func Render(in Input) error {
	s := newSite(in)
	if err := s.prepareBlocks(); err != nil {
		return err
	}
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, render := range s.jobs() {
		g.Go(render)
	}
	if err := g.Wait(); err != nil {
		return fmt.Errorf("rendering pages: %w", err)
	}
	return s.writeIndexes()
}

// site is one rendering of all pages.
type site struct {
	Input
	c         *catalog.Catalog
	a         *analysis.Analysis
	renderers [4]*prose.Renderer // by depth of the page
	blocks    blocks
	cite      cite
	placed    func() *placement              // on the landscape
	inOrder   map[*catalog.Occupation]int    // place by reading
	rowText   map[*catalog.Occupation]string // in lists

	mu    sync.Mutex
	paths []indexed // of pages for the sitemap
}

// indexed is a page that search engines may list, with the day its content last changed.
type indexed struct{ path, modified string }

func newSite(in Input) *site {
	s := &site{Input: in, c: in.Catalog, a: in.Analysis, cite: newCite(in.Catalog)}
	s.placed = sync.OnceValue(s.place)
	for depth := range s.renderers {
		root := strings.Repeat("../", depth)
		s.renderers[depth] = prose.NewRenderer(func(r prose.Reference) string {
			if r.Kind == "" {
				return r.Key
			}
			return root + s.reference(r)
		})
	}
	s.prepareRows()
	return s
}

// jobs lists the work, one function per page or family of pages.
func (s *site) jobs() []func() error {
	jobs := []func() error{
		s.home, s.occupationIndex, s.fieldPages, s.themePages, s.industryPages, s.licencePages, s.classificationPages,
		s.wagePages, s.openingPages, s.guidePages, s.glossaryPage, s.sourcesPage, s.methodPage, s.aboutPage, s.notFound,
		s.itemIndex, s.redirects, s.releasePages, s.storyPages, s.yardstickPages,
		s.mapPages, s.townPages,
		s.landscapePage, s.navigatorPages,
		s.toolPages, s.inventoryMethods, s.matchMethod, s.portableMethod, s.profileMethod,
	}
	for _, d := range s.c.Domains {
		jobs = append(jobs, func() error { return s.itemPages(d) })
	}
	const batch = 16
	for i := 0; i < len(s.c.Occupations); i += batch {
		part := s.c.Occupations[i:min(i+batch, len(s.c.Occupations))]
		jobs = append(jobs, func() error { return s.occupationPages(part) })
	}
	return append(jobs, s.searchPages, s.datasetPages) // last, for they may have to wait for the index and the release
}

// A view is what the layout needs of every page; Main is what the page's own template needs.
type view struct {
	Kind        string // template and style of the page
	Lang        string
	Edition     edition
	Editions    []editionLink // of the same page; none where there is one alone
	Title       string        // of the page, without the name of the site
	Description string
	Root        string // the way from the page to the home page, "" or "../" repeated
	Canonical   string
	Section     string // of the main navigation
	Crumbs      []link
	Style       string
	Scripts     []string // that of every page first
	SiteName    string
	Cite        cite
	Hidden      bool     // from search engines
	Refresh     string   // where a retired address leads
	borrowed    bool     // whether some sentences of the site are another publisher's
	empty       []string // sections of the site that hold nothing
	JSONLD      any
	Main        any
}

type link struct{ Name, Href string }

// newView begins a page at a path such as "occupations/nurse/".
func (s *site) newView(kind, path, title, description string) view {
	root := rootOf(path)
	return view{
		Kind: kind, Lang: japanese.lang(), Edition: japanese, Title: title, Description: description, Root: root, Canonical: s.Base + path,
		Style: root + s.Assets["main.css"], Scripts: []string{root + s.Assets["main.js"]}, SiteName: s.c.Site.Name, Cite: s.cite, empty: s.emptySections(),
		borrowed: s.c.HasTextSources(),
	}
}

// render executes a page and hands it on; modified is the day its content last changed, for the sitemap.
func (s *site) render(v view, path, modified string) error {
	var b bytes.Buffer
	b.Grow(64 << 10)
	if err := s.Templates.kinds[v.Kind].ExecuteTemplate(&b, "layout", v); err != nil {
		return fmt.Errorf("page %s: %w", path, err)
	}
	file := path
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	if !v.Hidden {
		s.mu.Lock()
		s.paths = append(s.paths, indexed{path, modified})
		s.mu.Unlock()
	}
	return s.Write(file, b.Bytes())
}

// markup renders prose for a page at the given depth.
func (s *site) markup(depth int, t prose.Text) (template.HTML, error) {
	var b bytes.Buffer
	if err := s.renderers[depth].Render(&b, t); err != nil {
		return "", fmt.Errorf("rendering prose: %w", err)
	}
	return template.HTML(b.String()), nil
}

// latest is the newest day on which any occupation was reviewed.
func (s *site) latest() string {
	day := ""
	for _, o := range s.c.Occupations {
		day = max(day, o.Reviewed)
	}
	for _, c := range s.c.Site.Changes {
		day = max(day, c.Date)
	}
	return day
}
