package catalog

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"shigotoatlas/generator/ingest"
)

var borrowedFrom = ingest.Source{
	Key: "mill-book", Title: "風車の本", URL: "https://mill.example/book", Publisher: "風の国", Date: "2026", Obtained: "2026-03-01", Terms: "出典の表示が必要",
	Citation: "風の国「風車の本」", Files: []ingest.SourceFile{{Name: "book.xlsx", SHA256: strings.Repeat("0", 64)}},
}

// TestWithTexts: the described occupation shows the sentences to the letter, with marks that mean nothing; the others
// have none, and everything else is as it was.
func TestWithTexts(t *testing.T) {
	content, dataset := smallSite(t).trees()
	files, err := WithTexts(content, borrowedFrom, []ingest.Description{{ID: 1, Title: "風車守", Summary: "風車を預かり、", Sections: []ingest.DescribedSection{
		{Key: "work", Paragraphs: []string{"*丘*に立つ[風車]。費用は300円。", "- 風を_読む_。"}}, {Key: "entry", Paragraphs: []string{"1. 道は一つ。"}}, {Key: "conditions", Paragraphs: []string{"#夜も働く。"}},
	}, Bodies: []ingest.DescribedBody{{Name: "組合", URL: "http://mill.example/"}, {Name: "協会", URL: "https://keepers.example/"}}}})
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for name, data := range files {
		tree[name] = &fstest.MapFile{Data: data}
	}
	c, faults, err := Load(Tree{"borrowed", tree}, dataset)
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v\n%v", err, faults)
	}
	o := c.Occupation(1)
	if got, want := o.Section("work").Plain(), "*丘*に立つ[風車]。費用は300円。\n- 風を_読む_。"; strings.TrimSpace(got) != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
	for key, want := range map[string]string{"entry": "1. 道は一つ。", "conditions": "#夜も働く。"} {
		if got := strings.TrimSpace(o.Section(key).Plain()); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if o.Summary != "風車を預かり、" || c.TextSource(o).Citation != borrowedFrom.Citation || len(o.Bodies) != 2 || o.Bodies[0].URL != "" || o.Bodies[1].URL == "" {
		t.Errorf("summary %q, source %v, bodies %v", o.Summary, c.TextSource(o), o.Bodies)
	}
	if o.Reading != "ふうしゃもり" || len(o.Tasks) != 8 || o.Section("easy") != nil {
		t.Errorf("reading %q, %d tasks", o.Reading, len(o.Tasks))
	}
	if other := c.Occupation(2); other.Written() || other.Borrowed() {
		t.Error("an occupation without a description has a text")
	}
}

func TestTextSourceFaults(t *testing.T) {
	s := smallSite(t)
	const name = "content/occupations/fog-watcher.md"
	_, faults, err := Load(s.with(name, strings.Replace(s[name], "reviewed:", "text_source: fog-book\nreviewed:", 1)).trees())
	const want = `content/occupations/fog-watcher.md:11:14: text_source "fog-book" has no sidecar content/texts/fog-book.yaml`
	if err != nil || faults.Error() != want {
		t.Errorf("%v\n%v\nwant\n%s", err, faults, want)
	}
}

// TestRealTexts builds a content tree of the official descriptions, where they lie at hand.
func TestRealTexts(t *testing.T) {
	root := filepath.Join("..", "..")
	data, err := os.ReadFile(filepath.Join(root, "..", "shared", "data", "jilpt", "IPD_DL_description_6_00_06.xlsx"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("official file: not present, skipped this part")
	}
	if err != nil {
		t.Fatal(err)
	}
	descriptions, source, err := ingest.IPDDescription(ingest.File{Name: "d.xlsx", Data: data}, ingest.Origin{Obtained: "2026-11-20"})
	if err != nil {
		t.Fatal(err)
	}
	files, err := WithTexts(Tree{"content", os.DirFS(filepath.Join(root, "content"))}, source, descriptions)
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for name, data := range files {
		tree[name] = &fstest.MapFile{Data: data}
	}
	c, faults, err := Load(Tree{"borrowed", tree}, Tree{"dataset", os.DirFS(filepath.Join(root, "dataset"))})
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v\n%v", err, faults)
	}
	borrowed := 0
	for _, d := range descriptions {
		o := c.Occupation(d.ID)
		if !o.Borrowed() {
			continue
		}
		borrowed++
		for i, s := range d.Sections {
			if got := strings.Join(strings.Fields(o.Sections[i].Plain()), ""); got != strings.Join(strings.Fields(strings.Join(s.Paragraphs, "")), "") {
				t.Fatalf("%d %s: section %s differs from the file", d.ID, d.Title, s.Key)
			}
		}
	}
	if borrowed != 541 {
		t.Errorf("%d occupations with official sentences, want 541", borrowed)
	}
}
