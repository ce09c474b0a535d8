package search_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/search"
)

func sameIndex(a, b *search.Index) bool {
	return bytes.Equal(a.Root, b.Root) && maps.EqualFunc(a.Files, b.Files, bytes.Equal)
}

// TestCache holds the cache to change nothing but the time: an index made from what it keeps, from a part of it, from
// damaged files or without it is the same.
func TestCache(t *testing.T) {
	c, dir := smallCatalog(t), t.TempDir()
	build := func(c *catalog.Catalog, dir string) *search.Index {
		t.Helper()
		index, err := search.NewAnalyser(dir).Build(c)
		if err != nil {
			t.Fatal(err)
		}
		return index
	}
	want := build(c, "")
	check := func(what string) {
		t.Helper()
		if !sameIndex(build(c, dir), want) {
			t.Errorf("an index %s differs", what)
		}
	}
	check("that fills the cache")
	check("from the cache")
	files, _ := filepath.Glob(filepath.Join(dir, "*.bin"))
	if len(files) != 4 {
		t.Fatalf("the cache holds %v, want the words and three collections", files)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		data[len(data)/2] ^= 1
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check("from a damaged cache")

	other := *c
	other.Synonyms = append([]*catalog.SynonymGroup{{Words: []string{"看護師", "白衣の人"}}}, c.Synonyms...)
	if sameIndex(build(&other, dir), want) {
		t.Error("a new synonym leaves the index as it was")
	}
	if !sameIndex(build(&other, dir), build(&other, "")) {
		t.Error("an index with a new synonym differs from one made without the cache")
	}
	check("made again after another")
}
