package search_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"shigotoatlas/generator/asset"
	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/search"
)

// The index of the whole site, built once for all tests.
var (
	site = sync.OnceValues(func() (*catalog.Catalog, error) {
		c, faults, err := catalog.Load(tree("content"), tree("dataset"))
		if err == nil && len(faults) > 0 {
			err = faults
		}
		return c, err
	})
	siteIndex = sync.OnceValues(func() (*search.Index, error) {
		c, err := site()
		if err != nil {
			return nil, err
		}
		return search.NewAnalyser(filepath.Join("..", "..", "build", "cache")).Build(c)
	})
)

func tree(name string) catalog.Tree {
	return catalog.Tree{Name: name, FS: os.DirFS(filepath.Join("..", "..", name))}
}

func realIndex(t testing.TB) *search.Index {
	t.Helper()
	index, err := siteIndex()
	if err != nil {
		t.Fatal(err)
	}
	return index
}

func script(t testing.TB) string {
	t.Helper()
	s, err := asset.Module(filepath.Join("..", ".."), search.EngineModule, search.EngineGlobal)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func realEngine(t testing.TB) *search.Engine {
	t.Helper()
	e, err := search.NewEngine(script(t), realIndex(t))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// smallIndex is an index of two occupations of each field, which is faster to make and to look through.
func smallIndex(t testing.TB) *search.Index {
	t.Helper()
	index, err := search.NewAnalyser(filepath.Join("..", "..", "build", "cache", "small")).Build(smallCatalog(t))
	if err != nil {
		t.Fatal(err)
	}
	return index
}

func smallCatalog(t testing.TB) *catalog.Catalog {
	t.Helper()
	c, err := site()
	if err != nil {
		t.Fatal(err)
	}
	small := *c
	small.Fields, small.Guides, small.Stories, small.Licences, small.Glossary = nil, nil, nil, c.Licences[:20], c.Glossary[:20]
	for _, f := range c.Fields {
		small.Fields = append(small.Fields, &catalog.Field{Key: f.Key, Name: f.Name, English: f.English, Occupations: f.Occupations[:2]})
	}
	return &small
}

func readLines(t testing.TB, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimRight(string(data), "\n"), "\n")
}
