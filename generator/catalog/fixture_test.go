package catalog

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// site is a whole site in memory: the texts of its files by path, content/… and dataset/….
type site map[string]string

// smallSite is the site of testdata/site.txtar, which has no fault.
func smallSite(tb testing.TB) site {
	tb.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	s := site{}
	for _, f := range archive.Files {
		s[f.Name] = string(f.Data)
	}
	return s
}

// with is the site with one file more, or another text in it.
func (s site) with(name, text string) site {
	t := maps.Clone(s)
	t[name] = text
	return t
}

func (s site) trees() (content, dataset Tree) {
	trees := map[string]fstest.MapFS{"content": {}, "dataset": {}}
	for name, text := range s {
		dir, rest, _ := strings.Cut(name, "/")
		trees[dir][rest] = &fstest.MapFile{Data: []byte(text)}
	}
	return Tree{"content", trees["content"]}, Tree{"dataset", trees["dataset"]}
}

// load reads a site that has no fault.
func (s site) load(tb testing.TB) *Catalog {
	tb.Helper()
	c, faults, err := Load(s.trees())
	if err != nil || len(faults) > 0 {
		tb.Fatalf("the site has faults: %v\n%v", err, faults)
	}
	return c
}
