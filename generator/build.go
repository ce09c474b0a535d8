package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/asset"
	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/export"
	"shigotoatlas/generator/page"
	"shigotoatlas/generator/publish"
	"shigotoatlas/generator/search"
)

// trees are the two directories every command reads.
type trees struct {
	Content string `default:"content" help:"Directory of the texts." type:"existingdir"`
	Dataset string `default:"dataset" help:"Directory of the figures." type:"existingdir"`
}

func (t trees) load() (*catalog.Catalog, error) {
	c, faults, err := catalog.Load(tree(t.Content), tree(t.Dataset))
	if err != nil {
		return nil, fmt.Errorf("reading %s and %s: %w", t.Content, t.Dataset, err)
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return c, nil
}

// tree names a directory in faults as the user named it, or from the working directory where it lies below that.
func tree(dir string) catalog.Tree {
	name := dir
	if here, err := os.Getwd(); err == nil {
		if below, err := filepath.Rel(here, dir); err == nil && !strings.HasPrefix(below, "..") {
			name = below
		}
	}
	return catalog.Tree{Name: filepath.ToSlash(name), FS: os.DirFS(dir)}
}

type checkCommand struct{ trees }

func (c *checkCommand) Run() error { return counted(c.check()) }

// check also holds the names of content against what the figures give when they are computed.
func (c *checkCommand) check() error {
	known, err := c.load()
	if err != nil {
		return err
	}
	analysed, err := analysis.New(known)
	if err != nil {
		return err
	}
	return checkNames(analysed)
}

func checkNames(a *analysis.Analysis) error {
	if faults := a.CheckNames(); len(faults) > 0 {
		return faults
	}
	return nil
}

// counted adds to a list of faults how many there are.
func counted(err error) error {
	var faults catalog.Faults
	if errors.As(err, &faults) && len(faults) > 1 {
		return fmt.Errorf("%w\n%d faults", faults, len(faults))
	}
	return err
}

type buildCommand struct {
	trees
	Out  string `default:"public" help:"Directory the site is published into."`
	Base string `help:"Address of the home page, with the slash at its end; for canonical links, sitemap and feed. Default: base in site.yaml."`
	Root string `default:"." help:"Root of the project, where templates, static and wasm lie." type:"existingdir"`
}

// gcPercent lets the heap grow fivefold between collections: a build allocates much, keeps little and ends soon, so
// collecting less often buys processor time with memory (about 400 MB at most for 1,700 pages).
const gcPercent = 400

// cacheDir is where a build leaves what makes the next one faster, below the root of the project.
const cacheDir = "build/cache"

// memoryLimit is where collecting gets more frequent all the same: making the files of the dataset anew allocates most.
const memoryLimit = 1 << 30

func (b *buildCommand) Run() error {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memoryLimit)
	if b.Base != "" && !strings.HasSuffix(b.Base, "/") {
		return fmt.Errorf("base %q should end in a slash", b.Base)
	}
	return counted(b.build())
}

// prepared is what pages are made with; its parts do not depend on one another.
type prepared struct {
	catalog    *catalog.Catalog
	bundles    *asset.Bundles
	plain      map[string][]byte
	templates  *page.Templates
	pictograms page.Pictograms
	town       page.TownDrawings
	scoring    asset.Binary
	analyser   *search.Analyser
}

func (b *buildCommand) prepare() (p prepared, err error) {
	p.analyser = search.NewAnalyser(filepath.Join(b.Root, cacheDir))
	g, ctx := errgroup.WithContext(context.Background())
	g.Go(func() error {
		module, err := asset.BuildScoring(ctx, b.Root)
		p.scoring = asset.NewBinary("scoring.wasm", module)
		return err
	})
	g.Go(func() (err error) {
		p.catalog, err = b.load()
		return err
	})
	g.Go(func() (err error) {
		p.bundles, err = asset.Bundle(b.Root)
		return err
	})
	g.Go(func() (err error) {
		p.plain, err = asset.Plain(b.Root)
		return err
	})
	g.Go(func() (err error) {
		p.templates, err = page.ParseTemplates(os.DirFS(filepath.Join(b.Root, "templates")), asset.MinifyTemplate)
		return err
	})
	g.Go(func() (err error) {
		p.pictograms, err = page.ParsePictograms(os.DirFS(filepath.Join(b.Root, "static", "pictograms")))
		return err
	})
	g.Go(func() (err error) {
		p.town, err = page.ParseTown(os.DirFS(filepath.Join(b.Root, "static", "town")))
		return err
	})
	return p, g.Wait()
}

func (b *buildCommand) build() (err error) {
	p, err := b.prepare()
	if err != nil {
		return err
	}
	site, err := publish.Begin(b.Out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, site.Abort()) }()

	facts, err := export.Facts(p.catalog)
	if err != nil {
		return err
	}
	vectors, err := export.Vectors(p.catalog)
	if err != nil {
		return err
	}
	tasks, err := export.Tasks(p.catalog)
	if err != nil {
		return err
	}
	binaries := map[string]asset.Binary{
		"tasks.json":   asset.NewBinary("tasks.json", tasks),
		"scoring.wasm": p.scoring, "facts.json": asset.NewBinary("facts.json", facts), "vectors.bin": asset.NewBinary("vectors.bin", vectors),
	}
	base := b.Base
	if base == "" {
		base = p.catalog.Site.Base
	}
	var g errgroup.Group
	searchRoot := make(chan string, 1) // pages that search wait for it, the others need not
	g.Go(func() error { return writeSearch(site, p, searchRoot) })
	analysed := sync.OnceValues(func() (*analysis.Analysis, error) { return analysis.New(p.catalog) })
	dataset := sync.OnceValues(func() (*page.Dataset, error) {
		a, err := analysed()
		if err != nil {
			return nil, err
		}
		return b.writeDataset(site, p.catalog, a, base)
	})
	g.Go(func() error {
		_, err := dataset()
		return err
	})
	g.Go(func() error {
		a, err := analysed()
		if err != nil {
			return err
		}
		return b.writePages(site, p, a, paths(p.bundles, binaries), base, searchRoot, dataset)
	})
	g.Go(func() error {
		a, err := analysed()
		if err != nil {
			return err
		}
		return export.API(p.catalog, a, base, site.Write)
	})
	g.Go(func() error { return writeAll(site, p.bundles.Files) })
	g.Go(func() error { return writeAll(site, p.plain) })
	for _, binary := range binaries {
		g.Go(func() error { return writeAll(site, binary.Files) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return site.Commit()
}

// paths gives the path in the site of everything a page may load, by its logical name.
func paths(bundles *asset.Bundles, binaries map[string]asset.Binary) map[string]string {
	all := maps.Clone(bundles.Paths)
	for name, binary := range binaries {
		all[name] = binary.Path
	}
	return all
}

func (b *buildCommand) writePages(site *publish.Site, p prepared, analysed *analysis.Analysis, assets map[string]string, base string, searchRoot <-chan string, dataset func() (*page.Dataset, error)) error {
	var g errgroup.Group
	g.Go(func() error { return checkNames(analysed) })
	g.Go(func() error {
		return page.Render(page.Input{
			Catalog: p.catalog, Analysis: analysed, Templates: p.templates, Pictograms: p.pictograms, Town: p.town, Assets: assets, Base: base, Dataset: dataset, Write: site.Write,
			SearchRoot: sync.OnceValue(func() string { return <-searchRoot }),
		})
	})
	return g.Wait()
}

// publishFiles replaces a directory by files, all at once.
func publishFiles(dir string, files map[string][]byte) (err error) {
	out, err := publish.Begin(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Abort()) }()
	if err := writeAll(out, files); err != nil {
		return err
	}
	return out.Commit()
}

func writeAll(site *publish.Site, files map[string][]byte) error {
	for name, data := range files {
		if err := site.Write(name, data); err != nil {
			return err
		}
	}
	return nil
}
