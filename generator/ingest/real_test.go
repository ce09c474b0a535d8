package ingest

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// These tests read the official files where they lie beside the repository. Every
// number in them is one of those counted by hand or by other programs in the
// notes on the data, not one that this package gave.

// realFile reads an official file; where there is none the test is skipped.
func realFile(t testing.TB, name string) File {
	t.Helper()
	path := filepath.Join(root(t), "..", "shared", "data", filepath.FromSlash(name))
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		t.Skip("real files: not present, skipped this part")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("real files: imported %s", name)
	return File{filepath.Base(path), data}
}

// committedOrigin is how the file of a committed source was obtained.
func committedOrigin(t testing.TB, key string) Origin {
	t.Helper()
	sources, err := readSources(os.DirFS(filepath.Join(root(t), "dataset")))
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(sources, func(s Source) bool { return s.Key == key })
	if i < 0 {
		t.Fatalf("dataset/sources/%s.yaml is missing", key)
	}
	return Origin{Obtained: sources[i].Obtained, Note: sources[i].ObtainedFrom}
}

// mustImport ends the test when an import of a real file fails.
func mustImport(t testing.TB) func(Import, error) Import {
	return func(imported Import, err error) Import {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return imported
	}
}

func realWages(t testing.TB) Import {
	t.Helper()
	return mustImport(t)(Wages([]File{realFile(t, "wages/wage-census-r7-table1.xlsx"), realFile(t, "wages/wage-census-r7-table10.xlsx")}, committedOrigin(t, "wages-table1")))
}

func realHelloWork(t testing.TB) Import {
	t.Helper()
	var files []File
	for _, s := range employmentParts {
		files = append(files, realFile(t, "hellowork/"+s.name+".json"), realFile(t, "hellowork/"+s.name+"-index.json"))
	}
	return mustImport(t)(HelloWork(files, committedOrigin(t, "openings")))
}

func realClassification(t testing.TB) Import {
	t.Helper()
	return mustImport(t)(Classification(realFile(t, "classification/jsoc-2009.json"), realFile(t, "classification/jsic-rev14.json"), committedOrigin(t, "jsoc-2009")))
}

func realOccupations(t testing.TB) Import {
	t.Helper()
	return mustImport(t)(Occupations(realFile(t, "jilpt/occupations-7.00.csv"), committedOrigin(t, "occupations")))
}

func realNumeric(t testing.TB, name string) Import {
	t.Helper()
	return mustImport(t)(IPDNumeric(realFile(t, "jilpt/"+name), committedOrigin(t, "ipd-numeric")))
}

func TestReimportEqualsCommittedDataset(t *testing.T) {
	forms := mustImport(t)(IPDForms(realFile(t, "jilpt/IPD_DL_numeric_6_01.xlsx"), committedOrigin(t, "ipd-forms")))
	imports := []Import{realNumeric(t, "IPD_DL_numeric_7_00.csv"), forms, realOccupations(t), realWages(t), realHelloWork(t), realClassification(t)}
	committed := filepath.Join(root(t), "dataset")
	version, err := packageVersion(os.DirFS(committed))
	if err != nil {
		t.Fatal(err)
	}
	d := Dataset{Version: version}
	for _, imported := range imports {
		if d, err = d.with(imported); err != nil {
			t.Fatal(err)
		}
	}
	files, err := d.Package("tables")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if readFile(t, committed, name) != string(text) {
			t.Errorf("dataset/%s differs from what the official files give", name)
		}
	}
	for _, pattern := range []string{"tables/*", "sources/*"} {
		names, err := filepath.Glob(filepath.Join(committed, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if relative, _ := filepath.Rel(committed, name); files[filepath.ToSlash(relative)] == nil {
				t.Errorf("dataset/%s comes from no official file", relative)
			}
		}
	}
}

func profilesOf(t testing.TB, name string) []profile {
	t.Helper()
	r, err := readRelease(realFile(t, "jilpt/"+name))
	if err != nil {
		t.Fatal(err)
	}
	profiles, err := r.profiles()
	if err != nil {
		t.Fatal(err)
	}
	return profiles
}

func tableOf(t testing.TB, imported Import, name string) Data {
	t.Helper()
	i := slices.IndexFunc(imported.Tables, func(d Data) bool { return d.Name == name })
	if i < 0 {
		t.Fatalf("no table %s", name)
	}
	return imported.Tables[i]
}

// ids returns the distinct first cells of a table.
func ids(d Data) map[string]bool {
	found := map[string]bool{}
	for _, record := range d.Records {
		found[record[0]] = true
	}
	return found
}

func wantCount(t testing.TB, what string, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %d, want %d", what, got, want)
	}
}

func TestRelease700(t *testing.T) {
	imported := realNumeric(t, "IPD_DL_numeric_7_00.csv")
	wantCount(t, "occupations", len(profilesOf(t, "IPD_DL_numeric_7_00.csv")), 518)
	for domain, missing := range map[string]int{"interests": 36, "values": 73, "skills": 20, "knowledge": 10, "natures": 10,
		"education": 11, "activities": 51, "employment": 36, "abilities": 92, "tasks": 85} {
		wantCount(t, "occupations without "+domain, 518-len(ids(tableOf(t, imported, domain))), missing)
	}
	for domain, marks := range map[string]int{"skills": 318, "knowledge": 3563} {
		n := 0
		for _, record := range tableOf(t, imported, domain+"_not_relevant").Records {
			for _, mark := range record[1:] {
				if mark == "1" {
					n++
				}
			}
		}
		wantCount(t, "marks of "+domain, n, marks)
	}
	partial := 0
	for _, record := range tableOf(t, imported, "natures").Records {
		if strings.Join(record[len(record)-14:], "") == "" {
			partial++
		}
	}
	wantCount(t, "occupations without the last 14 natures", partial, 34)
}

// The shares of the three groups of periods sum to 0.997–1.003.
func TestPeriodSums(t *testing.T) {
	imported := realNumeric(t, "IPD_DL_numeric_7_00.csv")
	for _, name := range []string{"training_before", "experience_before", "training_after"} {
		for _, record := range tableOf(t, imported, name).Records {
			sum := 0
			for _, share := range record[1:] {
				if share == "" { // one cell of 516
					continue
				}
				thousandths, err := strconv.Atoi(strings.Replace(share, ".", "", 1))
				if err != nil {
					t.Fatal(err)
				}
				sum += thousandths
			}
			if sum < 997 || sum > 1003 {
				t.Errorf("%s of %s sums to %d thousandths", name, record[0], sum)
			}
		}
	}
}

// 556 ids between 1 and 584 leave 28 unused, 544 have a wage class, and 38 have no
// figures at all.
func TestListOfOccupations(t *testing.T) {
	profiles := profilesOf(t, "IPD_DL_numeric_7_00.csv")
	table := tableOf(t, realOccupations(t), "occupations")
	wantCount(t, "occupations", len(table.Records), 556)
	wantCount(t, "occupations without figures", len(table.Records)-len(profiles), 38)
	known, withClass := ids(table), 0
	for _, p := range profiles {
		if !known[strconv.Itoa(p.id)] {
			t.Errorf("occupation %d is not in the list", p.id)
		}
	}
	for _, record := range table.Records {
		if record[table.Column("wage_class")] != "" {
			withClass++
		}
	}
	wantCount(t, "occupations with a wage class", withClass, 544)
	unused := 0
	for id := 1; id <= 584; id++ {
		if !known[strconv.Itoa(id)] {
			unused++
		}
	}
	wantCount(t, "unused ids", unused, 28)
}

func TestRelease601(t *testing.T) {
	fromCSV, fromWorkbook := realNumeric(t, "IPD_DL_numeric_6_01.csv"), realNumeric(t, "IPD_DL_numeric_6_01.xlsx")
	if !reflect.DeepEqual(fromCSV.Tables, fromWorkbook.Tables) {
		t.Error("the CSV file and the workbook give different tables")
	}
	wantCount(t, "occupations", len(profilesOf(t, "IPD_DL_numeric_6_01.csv")), 515)
	withoutRate, withoutRating, numbers := 0, 0, []string{}
	for _, record := range tableOf(t, fromCSV, "tasks").Records {
		if record[2] == "" {
			withoutRate++
		}
		if record[3] == "" {
			withoutRating++
		}
		if record[0] == "364" {
			numbers = append(numbers, record[1])
		}
	}
	wantCount(t, "tasks without 実施率", withoutRate, 58)
	wantCount(t, "tasks without 重要度", withoutRating, 63)
	if last, _ := strconv.Atoi(numbers[len(numbers)-1]); last <= len(numbers) {
		t.Errorf("task numbers of 364 have no gap: %v", numbers)
	}
	flags := tableOf(t, fromCSV, "sample_flags")
	wantCount(t, "sample flags", len(flags.Fields)-1, 15)
}

func TestRelease18(t *testing.T) {
	imported := realNumeric(t, "IPD_DL_numeric_1_8.xlsx")
	wantCount(t, "occupations", len(profilesOf(t, "IPD_DL_numeric_1_8.xlsx")), 439)
	wantText(t, "version", imported.Sources[0].Version, "1.8")
}

// Figures read off the official tables by eye: 管理的職業従事者 and 看護師 of 令和7年.
func TestWageFigures(t *testing.T) {
	imported := realWages(t)
	all := records(t, imported, "wages") + records(t, imported, "wages_by_age")
	for _, want := range []string{
		"1031,total,total,51.5,22.6,163,2,599.7,591,2471.2,175830\n",
		"1133,total,total,42.1,9.8,156,6,365.9,333.2,856.4,90306\n",
		"1133,total,10,46.3,8.1,161,5,339.5,320.5,624.2,13885\n",
		"1031,total,20,0,370.7,307.9,3\n",
		"1051,total,under20,1,193.9,408.2,9\n",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no row %s", want)
		}
	}
	if strings.Contains(all, "1031,total,under20,") {
		t.Error("a row without any figure was kept")
	}
}

// The counts stated in the index files of the statistics.
func TestHelloWorkFigures(t *testing.T) {
	imported := realHelloWork(t)
	for _, c := range []struct {
		table          string
		pairs, figures int
	}{{"openings", 31536, 62593}, {"fill_rates", 657, 1314}, {"offered_wages", 0, 38913}} {
		table, figures := tableOf(t, imported, c.table), 0
		for _, record := range table.Records {
			for _, cell := range record[4:] {
				if cell != "" {
					figures++
				}
			}
		}
		wantCount(t, "figures of "+c.table, figures, c.figures)
		if c.pairs > 0 {
			wantCount(t, "rows of "+c.table, len(table.Records), c.pairs)
		}
	}
	wantCount(t, "groups", len(tableOf(t, imported, "openings_groups").Records), 73)
	wantCount(t, "places", len(tableOf(t, imported, "places").Records), 48)
}

// Counts of the classifications as published: 415 groups of JSOC; 20, 99, 536 and
// 1,473 of JSIC.
func TestClassificationCounts(t *testing.T) {
	imported := realClassification(t)
	wantCount(t, "JSOC", len(tableOf(t, imported, "jsoc").Records), 415)
	levels := map[string]int{}
	for _, record := range tableOf(t, imported, "jsic").Records {
		levels[record[1]]++
	}
	for level, want := range map[string]int{"major": 20, "middle": 99, "minor": 536, "detail": 1473} {
		wantCount(t, "JSIC "+level, levels[level], want)
	}
}
