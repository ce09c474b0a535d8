package page

import (
	"testing"

	"shigotoatlas/generator/ingest"
)

// TestUnitsInEnglish: every unit of the dataset has a name on the English page.
func TestUnitsInEnglish(t *testing.T) {
	tables, err := ingest.Tables(ingest.NewestVersion)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		for _, f := range table.Fields {
			if f.Unit != "" && unitsInEnglish[f.Unit] == "" {
				t.Errorf("%s.%s: the unit %s has no English name", table.Name, f.Name, f.Unit)
			}
		}
	}
}

func TestSizeText(t *testing.T) {
	for bytes, want := range map[int]string{203: "0.2 kB", 114800: "114.8 kB", 999949: "999.9 kB", 12386304: "12.4 MB"} {
		if got := sizeText(bytes); got != want {
			t.Errorf("%d bytes are shown as %s, want %s", bytes, got, want)
		}
	}
}
