package ingest

import (
	"os"
	"testing"
)

// Whatever the bytes, an importer returns tables or an error, never both, and an
// import with an error leaves the directory empty. Seeds are the small fixtures.

func checkFuzzed(t *testing.T, imported Import, err error) {
	t.Helper()
	if err != nil {
		if len(imported.Tables)+len(imported.Sources) != 0 {
			t.Fatalf("tables beside the error %v", err)
		}
		return
	}
	directory := t.TempDir()
	if Write(directory, imported) == nil {
		return
	}
	entries, err := os.ReadDir(directory)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 0 {
		t.Fatal("a refused import wrote files")
	}
}

func FuzzIPDNumeric(f *testing.F) {
	s := newSheet(f, "7.00", plasterer(), teacher())
	f.Add(s.csv(f).Data)
	f.Add(s.xlsx(f).Data)
	f.Add(newSheet(f, "1.8", occupation("1", "IPD_04_02_003", "3.000")).csv(f).Data)
	f.Add([]byte(csvText(f, newSheet(f, "6.01").grid())))
	f.Fuzz(func(t *testing.T, data []byte) {
		imported, err := IPDNumeric(File{"fuzz", data}, Origin{Obtained: "2026-11-20"})
		checkFuzzed(t, imported, err)
	})
}

func FuzzIPDForms(f *testing.F) {
	f.Add(workbook(f, "p.xlsx", named{"インプットデータ細目", dictionary("A票：全職業のスキル", "B票：新規2職業（7, 9～11）の知識")}).Data)
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		imported, err := IPDForms(File{"fuzz", data}, Origin{Obtained: "2026-11-20"})
		checkFuzzed(t, imported, err)
	})
}

// FuzzFormNote reaches the grammar of the notes, which a mutated archive rarely does.
func FuzzFormNote(f *testing.F) {
	f.Add("Ａ票：\n全職業のスキルと、教育と訓練。および新規等２職業（7, 9～11）のタスク。")
	f.Add("B票：新規2職業（9～7）の知識")
	f.Fuzz(func(t *testing.T, note string) {
		var faults Faults
		for _, a := range readNote("fuzz", 0, note, map[string]string{}, true, &faults) {
			if a.domain == "" || a.occupations == "" {
				t.Fatalf("%q: %+v", note, a)
			}
		}
	})
}

func FuzzOccupations(f *testing.F) {
	f.Add([]byte(occupationsHeader + "20,塗装工,ペンキ屋| 吹付工 ||,08-050-99,08-050-99|12_072-06 ,H529 ,H529 |J661,1591,　\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		imported, err := Occupations(File{"fuzz.csv", data}, Origin{Obtained: "2026-11-20"})
		checkFuzzed(t, imported, err)
	})
}

func FuzzWages(f *testing.F) {
	one, ten := wageFiles(f, unchanged)
	f.Add(one.Data, ten.Data)
	f.Add([]byte(csvText(f, table1())), []byte(csvText(f, table10(tenSizes[0], 0))))
	f.Fuzz(func(t *testing.T, one, ten []byte) {
		imported, err := importSmallWages(t, File{"one", one}, File{"ten", ten})
		checkFuzzed(t, imported, err)
	})
}

func FuzzHelloWork(f *testing.F) {
	f.Add([]byte(smallOpenings), []byte(smallWages), []byte(smallFills), []byte(smallIndex))
	f.Fuzz(func(t *testing.T, openings, wages, fills, index []byte) {
		imported, err := HelloWork([]File{
			{"openings.json", openings}, {"openings-index.json", index}, {"offered-wages.json", wages}, {"offered-wages-index.json", index},
			{"fill-rates.json", fills}, {"fill-rates-index.json", index},
		}, Origin{Obtained: "2026-11-20"})
		checkFuzzed(t, imported, err)
	})
}

func FuzzClassification(f *testing.F) {
	f.Add([]byte(smallJSOC), []byte(smallJSIC))
	f.Fuzz(func(t *testing.T, jsoc, jsic []byte) {
		imported, err := Classification(File{"jsoc.json", jsoc}, File{"jsic.json", jsic}, Origin{Obtained: "2026-11-20"})
		checkFuzzed(t, imported, err)
	})
}
