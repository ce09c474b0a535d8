package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"shigotoatlas/generator/search"
)

// BenchmarkSearch asks the judged queries of the built search page, and of Pagefind over the same pages of
// occupations, in the same browser: bytes over the wire with brotli (scripts, index and what is shown of ten results;
// not the page and its style), time from the key press, and how many queries are answered. QUERIES names another file
// of judged queries.
func BenchmarkSearch(b *testing.B) {
	queries := judgedQueries(b)
	b.Run("atlas", func(b *testing.B) { benchSearch(b, queries, atlasSide(b)) })
	b.Run("pagefind", func(b *testing.B) { benchSearch(b, queries, pagefindSide(b)) })
}

// A side is one way to search the site.
type side struct {
	dir        string // served
	page       string // to open
	ready, ask string // scripts: a promise that settles when the page can be asked; a function that answers {ids, ms}
	sizeKB     float64
	seconds    float64 // to make the index
}

type judgedQuery struct {
	text string
	want []string
}

func judgedQueries(b *testing.B) []judgedQuery {
	file := os.Getenv("QUERIES")
	if file == "" {
		file = filepath.Join("search", "testdata", "queries.tsv")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	var queries []judgedQuery
	for line := range strings.Lines(string(data)) {
		if columns := strings.Split(line, "\t"); len(columns) > 1 && !strings.HasPrefix(line, "#") {
			queries = append(queries, judgedQuery{columns[0], strings.Split(columns[1], "|")})
		}
	}
	return queries
}

func benchSearch(b *testing.B, queries []judgedQuery, s side) {
	counter := &byteCounter{files: http.Dir(s.dir), compressed: map[string]int{}}
	server := httptest.NewServer(counter)
	defer server.Close()
	browser := startBrowser(b)
	ctx, closeTab := chromedp.NewContext(browser.context)
	defer closeTab()
	ctx, stop := context.WithTimeout(ctx, 10*time.Minute)
	defer stop()
	var cold, warm []float64
	var later []float64
	var firstBytes int
	first, third := 0, 0
	for b.Loop() {
		do(b, ctx, emulation.SetFocusEmulationEnabled(true), chromedp.Navigate(server.URL+"/"+s.page), chromedp.Evaluate(s.ready, nil, awaitPromise))
		for i, q := range queries {
			answered := askPage(b, ctx, s, q.text)
			counter.settle()
			if bytes := counter.taken(); i == 0 {
				firstBytes = bytes
			} else {
				later = append(later, float64(bytes))
			}
			cold = append(cold, answered.Milliseconds)
			at := slices.IndexFunc(answered.IDs[:min(3, len(answered.IDs))], func(id string) bool { return slices.Contains(q.want, id) })
			if at == 0 {
				first++
			}
			if at >= 0 {
				third++
			}
		}
		for _, q := range queries {
			warm = append(warm, askPage(b, ctx, s, q.text).Milliseconds)
		}
	}
	all := float64(len(queries) * b.N)
	b.ReportMetric(float64(firstBytes)/1000, "first-KB")
	b.ReportMetric(middle(later)/1000, "later-KB")
	b.ReportMetric(middle(cold), "cold-ms")
	b.ReportMetric(middle(warm), "warm-ms")
	b.ReportMetric(s.sizeKB, "index-KB")
	b.ReportMetric(s.seconds, "index-s")
	b.ReportMetric(100*float64(first)/all, "first-%")
	b.ReportMetric(100*float64(third)/all, "three-%")
}

type answered struct {
	IDs          []string `json:"ids"`
	Milliseconds float64  `json:"ms"`
}

func askPage(b *testing.B, ctx context.Context, s side, query string) (a answered) {
	given, _ := json.Marshal(query)
	do(b, ctx, chromedp.Evaluate(fmt.Sprintf("(%s)(%s)", s.ask, given), &a, awaitPromise))
	return a
}

func do(b *testing.B, ctx context.Context, actions ...chromedp.Action) {
	if err := chromedp.Run(ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

func middle(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// byteCounter serves files and counts how large they are with brotli, pages and styles aside. It sends them as they are:
// browsers take brotli over https alone.
type byteCounter struct {
	files http.FileSystem

	mu         sync.Mutex
	compressed map[string]int // sizes
	bytes      int
	last       time.Time
}

func (c *byteCounter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = time.Now()
	name := path.Clean(r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	data, err := c.read(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	switch ext := path.Ext(name); ext {
	case ".html", ".css", ".svg", ".png", ".webmanifest":
	default:
		c.bytes += c.compressed[name]
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	w.Header().Set("Cache-Control", "max-age=3600")
	w.Write(data)
}

// read gives a file, and notes its size with brotli.
func (c *byteCounter) read(name string) ([]byte, error) {
	f, err := c.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if _, known := c.compressed[name]; err != nil || known {
		return data, err
	}
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	c.compressed[name] = out.Len()
	return data, nil
}

// settle waits until nothing has been asked for a while: snippets and suggestions come after the results.
func (c *byteCounter) settle() {
	for {
		c.mu.Lock()
		quiet := time.Since(c.last)
		c.mu.Unlock()
		if quiet > 300*time.Millisecond {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// taken gives the bytes since it was asked last.
func (c *byteCounter) taken() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := c.bytes
	c.bytes = 0
	return n
}

func atlasSide(b *testing.B) side {
	c, err := trees{filepath.Join(root, "content"), filepath.Join(root, "dataset")}.load()
	if err != nil {
		b.Fatal(err)
	}
	began := time.Now()
	if _, err := search.NewAnalyser("").Build(c); err != nil {
		b.Fatal(err)
	}
	seconds := time.Since(began).Seconds()
	return side{
		dir: built(b), page: "search/", seconds: seconds,
		sizeKB: sizeKB(b, filepath.Join(built(b), "assets", "search"), func(name string) bool { return strings.HasSuffix(name, ".bin") }),
		ready:  "Promise.resolve(0)",
		ask: `(query) => new Promise((resolve) => {
  const box = document.getElementById("q"), results = document.getElementById("results");
  box.focus();
  box.value = query;
  results.dataset.state = "asked";
  const began = performance.now();
  const seen = new MutationObserver(() => {
    if (results.dataset.state !== "done") return;
    seen.disconnect();
    resolve({ ms: performance.now() - began, ids: [...results.querySelectorAll("li[data-id]")].map((li) => li.dataset.id) });
  });
  seen.observe(results, { attributes: true });
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
})`,
	}
}

// pagefindSide has Pagefind index the built pages of occupations.
func pagefindSide(b *testing.B) side {
	program, _ := filepath.Abs(filepath.Join(root, "static", "node_modules", ".bin", "pagefind"))
	if _, err := os.Stat(program); err != nil {
		b.Skip("Pagefind is not installed: cd static && npm ci")
	}
	dir := b.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "occupations"), os.DirFS(filepath.Join(built(b), "occupations"))); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("<!doctype html><title>Pagefind</title>"), 0o644); err != nil {
		b.Fatal(err)
	}
	began := time.Now()
	if out, err := exec.Command(program, "--site", dir, "--root-selector", "main", "--quiet").CombinedOutput(); err != nil {
		b.Fatalf("Pagefind: %v\n%s", err, out)
	}
	return side{
		dir: dir, page: "index.html", seconds: time.Since(began).Seconds(),
		sizeKB: sizeKB(b, filepath.Join(dir, "pagefind"), func(name string) bool { return !strings.Contains(name, "-ui.") && !strings.Contains(name, "highlight") }),
		ready:  `import("/pagefind/pagefind.js").then((p) => { window.pagefind = p; return 0; })`,
		ask: `async (query) => {
  const ids = ` + slugs(b) + `;
  const began = performance.now();
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, 10).map((r) => r.data()));
  return { ms: performance.now() - began, ids: shown.map((d) => ids[d.url.split("/")[2]] ?? "") };
}`,
	}
}

// slugs gives the numbers of occupations by their slugs, as a JavaScript value.
func slugs(b *testing.B) string {
	c, err := trees{filepath.Join(root, "content"), filepath.Join(root, "dataset")}.load()
	if err != nil {
		b.Fatal(err)
	}
	ids := map[string]string{}
	for _, o := range c.Occupations {
		ids[o.Slug] = strconv.Itoa(o.ID)
	}
	data, _ := json.Marshal(ids)
	return string(data)
}

func sizeKB(b *testing.B, dir string, counts func(string) bool) float64 {
	size := 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && counts(name) {
			info, err := d.Info()
			if err != nil {
				return err
			}
			size += int(info.Size())
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return float64(size) / 1000
}
