package export

import (
	"sync/atomic"
	"testing"

	"shigotoatlas/generator/analysis"
)

// BenchmarkRelease writes every file of a release, to nowhere.
func BenchmarkRelease(b *testing.B) {
	c, err := realCatalog()
	if err != nil {
		b.Fatal(err)
	}
	derived, err := analysed()
	if err != nil {
		b.Fatal(err)
	}
	var bytes, files atomic.Int64
	for b.Loop() {
		r, err := NewRelease(tree("dataset").FS, c, "https://example.org/", derived...)
		if err != nil {
			b.Fatal(err)
		}
		bytes.Store(0)
		files.Store(0)
		if err := r.Write(func(_ string, data []byte) error {
			bytes.Add(int64(len(data)))
			files.Add(1)
			return nil
		}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(bytes.Load())/1e6, "MB")
	b.ReportMetric(float64(files.Load()), "files")
}

// BenchmarkAPI writes the part of the interface that every build writes.
func BenchmarkAPI(b *testing.B) {
	c, err := realCatalog()
	if err != nil {
		b.Fatal(err)
	}
	a, err := analysis.New(c)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := API(c, a, "https://example.org/", func(string, []byte) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
