package catalog

import (
	"os"
	"path/filepath"
	"testing"
)

// root is the directory of go.mod.
func root(tb testing.TB) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			tb.Fatal("no go.mod above the working directory")
		}
		dir = parent
	}
}

// realTrees are the content and the dataset of the project.
func realTrees(tb testing.TB) (content, dataset Tree) {
	dir := root(tb)
	return Tree{"content", os.DirFS(filepath.Join(dir, "content"))}, Tree{"dataset", os.DirFS(filepath.Join(dir, "dataset"))}
}

func TestRealTreesLoad(t *testing.T) {
	c, faults, err := Load(realTrees(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
	if c == nil {
		return
	}
	written := 0
	for _, o := range c.Occupations {
		if o.Written() {
			written++
		}
	}
	t.Logf("%d occupations (%d written), %d licences, %d glossary terms, %d guides, %d sources", len(c.Occupations), written,
		len(c.Licences), len(c.Glossary), len(c.Guides), len(c.Sources))
}

func BenchmarkLoad(b *testing.B) {
	content, dataset := realTrees(b)
	for b.Loop() {
		if _, faults, err := Load(content, dataset); err != nil || len(faults) > 0 {
			b.Fatal(faults, err)
		}
	}
}
