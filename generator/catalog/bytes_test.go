package catalog

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// What editors and spreadsheets do to the bytes of a file.

func TestTextsOfOtherSystems(t *testing.T) {
	s := smallSite(t)
	for name, text := range s {
		s[name] = "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
	}
	c := s.load(t)
	keeper := c.Occupation(1)
	if keeper.English != "Windmill keeper" || keeper.Figure("natures", 2).Text != "0.750" || strings.Contains(keeper.Section("work").Plain(), "\r") {
		t.Errorf("a byte order mark and CR LF change nothing; found %+v", keeper)
	}
}

func TestNoLineBreakAtTheEnd(t *testing.T) {
	s := smallSite(t)
	for name, text := range s {
		s[name] = strings.TrimRight(text, "\n")
	}
	if c := s.load(t); c.Occupation(2).Name != "霧見張" || c.Occupation(1).Figure("employment", 0).Text != "0.850" {
		t.Error("a missing line break at the end of a file changes nothing")
	}
}

func TestFaultsOfEncoding(t *testing.T) {
	shiftJIS := "\x95\x97\x8e\xd4\x8e\xe7" // 風車守
	s := smallSite(t)
	s = s.with("content/occupations/stair-polisher.md", strings.Replace(s["content/occupations/stair-polisher.md"], "石段みがき", shiftJIS, 1))
	s = s.with("dataset/tables/places.csv", strings.Replace(s["dataset/tables/places.csv"], "北の岬,北", "北の"+shiftJIS, 1))
	want := []string{
		"content/occupations/stair-polisher.md:3:7: is not UTF-8 from here on; save the file as UTF-8",
		"dataset/tables/places.csv:3:9: is not UTF-8 from here on; save the file as UTF-8",
	}
	if got := faultsOf(t, s); !slices.Equal(got, want) {
		t.Errorf("found\n%s", strings.Join(got, "\n"))
	}
}

func TestCellsInQuotes(t *testing.T) {
	s := smallSite(t)
	s = s.with("dataset/tables/surveys.csv", "id,domain,source,fiscal_year\n1,skills,\"守の\"\"頭\"\", 二人\",2025\n")
	if got, want := s.load(t).Occupation(1).Surveys["skills"].Source, `守の"頭", 二人`; got != want {
		t.Errorf("source is %q, should be %q", got, want)
	}
}

// missingTree is a directory that is not there.
type missingTree struct{}

func (missingTree) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func TestTreeThatIsNotThere(t *testing.T) {
	content, _ := smallSite(t).trees()
	c, faults, err := Load(content, Tree{"elsewhere", missingTree{}})
	if c != nil || faults != nil || err == nil || err.Error() != "opening elsewhere: open .: file does not exist" {
		t.Errorf("found %v, %v, %v", c, faults, err)
	}
}

// Load gives the same catalog and the same faults every time, whatever order its readers end in.
func TestFaultsInOneOrder(t *testing.T) {
	s := smallSite(t)
	for name, text := range s {
		if strings.HasSuffix(name, ".csv") && !strings.HasSuffix(name, "/items.csv") { // the profiles' headers are held against it
			s[name] = strings.Replace(text, "\n", ",more\n", 1)
		}
	}
	first := faultsOf(t, s)
	if len(first) != 30 { // 28 headers, and the two rows of sample_flags, which may have any
		t.Errorf("found %d faults:\n%s", len(first), strings.Join(first, "\n"))
	}
	for range 20 {
		if again := faultsOf(t, s); !slices.Equal(again, first) {
			t.Fatalf("found\n%s\nand then\n%s", strings.Join(first, "\n"), strings.Join(again, "\n"))
		}
	}
}

// The trees are read and never written, and may be any file system.
func TestLoadLeavesTreesAlone(t *testing.T) {
	content, dataset := smallSite(t).trees()
	before := content.FS.(fstest.MapFS)["occupations/windmill-keeper.md"].Data
	kept := bytes.Clone(before)
	if _, faults, err := Load(content, dataset); err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if !bytes.Equal(kept, content.FS.(fstest.MapFS)["occupations/windmill-keeper.md"].Data) {
		t.Error("Load changed a file")
	}
}
