package catalog

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkPlaces holds every fault to point into the text it speaks of: a line there is, and a column in it or right
// behind it.
func checkPlaces(t *testing.T, s site, faults Faults) {
	t.Helper()
	for _, f := range faults {
		if f.Message == "" {
			t.Errorf("%s:%d:%d has no message", f.File, f.Line, f.Column)
		}
		if f.Line == 1 && f.Column == 1 {
			continue // what speaks of a whole file, or of one that is missing
		}
		lines := strings.Split(strings.TrimPrefix(s[f.File], "\ufeff"), "\n")
		if f.Line < 1 || f.Line > len(lines) {
			t.Errorf("%v: the file has %d lines", f, len(lines))
		} else if n := utf8.RuneCountInString(lines[f.Line-1]); f.Column < 1 || f.Column > n+1 {
			t.Errorf("%v: the line has %d characters", f, n)
		}
	}
}

// Any bytes as an occupation's file give a catalog or faults with places, and never a panic.
func FuzzLoadOccupation(f *testing.F) {
	base := smallSite(f)
	const name = "content/occupations/windmill-keeper.md"
	text := base[name]
	for _, seed := range []string{
		text, "", "---", "---\n---\n", "---\nid: 1\n---\n", "---\n- 1\n- {a: [b, c]}\n---\n## どんな仕事\n", "---\nid: &a 1\nname: *a\n---\n",
		strings.ReplaceAll(text, "\n", "\r\n"), "\ufeff" + text, text[:len(text)/2], text[:len(text)-1000],
		strings.Replace(text, "id: 1", "id: 99999999999999999999", 1), strings.Replace(text, "reviewed", "? reviewed", 1),
		strings.Replace(text, "  - text", "  - ? text", 1), strings.Replace(text, "## 就くには", "就くには\n---", 1),
		strings.Replace(text, "{空|そら}", "{空|}{|そら}{空そら", 1), strings.Replace(text, "](occupation:2)", "](<occupation:\t2>)", 1),
		strings.Replace(text, "*大羽根車*", "<!-- a --><b>[x]: y\n\n![z](q)\n", 1), "\xff\xfe", "---\nsummary: |\n  a\n  b\n---\n",
		"---\nid: 1\n# " + strings.Repeat("風", 50) + "\n---\n\n* * *\n[a]: b\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s := base.with(name, string(data))
		c, faults, err := Load(s.trees())
		if err != nil {
			t.Fatal(err)
		}
		if (c == nil) != (len(faults) > 0) {
			t.Fatalf("there is a catalog or there are faults: %v, %d", c != nil, len(faults))
		}
		if utf8.Valid(data) {
			s[name] = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data))
			checkPlaces(t, s, faults)
		}
	})
}

// Any bytes as a table give a catalog or faults with places; what is read is what encoding/csv reads.
func FuzzTable(f *testing.F) {
	for _, seed := range []string{
		"id,a\n1,2\n", "id,a", "", "\n", "id\n\n", "id,\"a\n1,2\n", "id,a\n\"1\",\"2\"\"3\"\n", "id,a\r\n1,2\r\n", "id,a\n1,\"2\"x\n", ",\n,\n", "id,\"\"\n\"\",1",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || strings.Contains(src, "\r") {
			return // not what readFile gives
		}
		faults := &faultList{}
		table := &table{file: "t.csv", src: src, faults: faults}
		r := &row{table: table}
		var rows [][]string
		complete := true
		for at := 0; at < len(src); {
			next, ok := r.read(at)
			if next <= at {
				t.Fatalf("no step from %d to %d", at, next)
			}
			if ok {
				rows = append(rows, append([]string(nil), r.cells...))
			}
			complete = complete && ok
			at = next
		}
		checkPlaces(t, site{"t.csv": src}, faults.sorted())
		if complete != (len(faults.list) == 0) {
			t.Errorf("%d faults", len(faults.list))
		}
		if complete {
			compareRows(t, src, rows)
		}
	})
}

// compareRows holds rows against those of encoding/csv, which passes blank lines over.
func compareRows(t *testing.T, src string, rows [][]string) {
	t.Helper()
	reader := csv.NewReader(strings.NewReader(src))
	reader.FieldsPerRecord = -1
	for _, got := range rows {
		if len(got) == 1 && got[0] == "" && !strings.Contains(src, `""`) {
			continue
		}
		want, err := reader.Read()
		if errors.Is(err, io.EOF) || errors.Is(err, csv.ErrBareQuote) || strings.Contains(src, `""`) {
			return
		}
		if err != nil || strings.Join(got, "\x00") != strings.Join(want, "\x00") {
			t.Fatalf("read %q; encoding/csv reads %q, %v", got, want, err)
		}
	}
}
