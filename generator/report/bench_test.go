package report

import (
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"testing"
)

// A generated is a log of so many lines, drawn by a seed: a tenth of a percent malformed, every line with a referrer
// and a search of its own, so that what is bounded has to be bounded.
type generated struct {
	draw  *rand.Rand
	lines int
	rest  []byte
	bad   int
}

func (g *generated) Read(p []byte) (int, error) {
	for len(g.rest) == 0 {
		if g.lines == 0 {
			return 0, io.EOF
		}
		g.lines--
		g.rest = g.line()
	}
	n := copy(p, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}

func (g *generated) line() []byte {
	n := g.draw.Uint32()
	if n%1000 == 0 {
		g.bad++
		return fmt.Appendf(nil, "192.0.2.%d no request %d\n", n%256, n)
	}
	path := []string{"/occupations/nurse/", "/occupations/baker/", "/", "/fields/", fmt.Sprintf("/search/?q=%d", n)}[n%5]
	agent := []string{phone, desktop, crawler}[n%3]
	return fmt.Appendf(nil, "192.0.2.%d - - [%02d/Nov/2026:%02d:%02d:%02d +0900] \"GET %s HTTP/2.0\" 200 15700 \"https://h%d.example/\" \"%s\"\n",
		n%256, 1+n%30, n%24, n/24%60, n%60, path, n, agent)
}

// BenchmarkRead reads 5 million lines; lines/s and the heap it ends with are its figures.
func BenchmarkRead(b *testing.B) {
	const lines = 5_000_000
	for b.Loop() {
		c, err := NewCounter(site)
		if err != nil {
			b.Fatal(err)
		}
		draw, bad := rand.New(rand.NewPCG(2026, 11)), 0
		for _, part := range []int{1_000_000, lines - 1_000_000} {
			log := &generated{draw: draw, lines: part}
			c.Read("generated", log)
			bad += log.bad
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapAlloc)/1e6, fmt.Sprintf("MB-after-%dM-lines", c.lines.Read/1_000_000))
		}
		b.ReportMetric(float64(c.lines.Malformed), "malformed")
		if c.lines.Read != lines || c.lines.Malformed != bad {
			b.Fatalf("%d lines read and %d malformed, want %d and %d", c.lines.Read, c.lines.Malformed, lines, bad)
		}
	}
	b.ReportMetric(lines*float64(b.N)/b.Elapsed().Seconds(), "lines/s")
}
