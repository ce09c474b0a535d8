package main

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/publish"
)

// The page of the dataset, and the recipes on it: each is taken from the page and run, with the built site served in
// the place of its address; what it prints is held against the tables of the dataset, read here as text.

const datasetPage = "dataset/index.html"

// recipeOf is the code of a recipe as both pages show it, its addresses those of a server.
func recipeOf(t *testing.T, key, server string) string {
	t.Helper()
	var shown []string
	for _, name := range []string{datasetPage, "en/" + datasetPage} {
		block := first(allPages(t)[name].root, func(n *html.Node) bool { return attribute(n, "data-recipe") == key })
		if block == nil {
			t.Fatalf("%s has no recipe %s", name, key)
		}
		shown = append(shown, rawText(block))
	}
	if shown[0] != shown[1] {
		t.Errorf("recipe %s differs between the languages", key)
	}
	return strings.ReplaceAll(shown[0], "https://shigoto-atlas.example/", server+"/")
}

// rawText keeps line breaks.
func rawText(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		b.WriteString(rawText(child))
	}
	return b.String()
}

// serveSite serves the built site.
func serveSite(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.FileServer(http.Dir(built(t))))
	t.Cleanup(server.Close)
	return server.URL
}

// runRecipe runs code in an empty directory and returns the lines it prints.
func runRecipe(t *testing.T, program, code string) []string {
	t.Helper()
	t.Logf("%s:\n%s", program, code)
	dir := t.TempDir()
	command := exec.Command(program, "-c", code)
	command.Dir = dir
	command.Env = append(os.Environ(), "PATH="+duckdbShim(t)+string(filepath.ListSeparator)+os.Getenv("PATH"), "PYTHONIOENCODING=utf-8")
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	t.Logf("prints:\n%s", out)
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// duckdbShim is a directory with a program duckdb that takes -csv -c SQL, as the command line of DuckDB does: the
// engine comes from npm, its command line does not.
func duckdbShim(t *testing.T) string {
	t.Helper()
	script, err := filepath.Abs(filepath.Join(root, "static", "checks", "duckdb.mjs"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	shim := fmt.Sprintf("#!/bin/sh\n[ \"$1 $2\" = \"-csv -c\" ] || exit 2\nnode %q \"$3\" result\n", script)
	if err := os.WriteFile(filepath.Join(dir, "duckdb"), []byte(shim), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// titles are the titles of occupations by id.
func titles(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, r := range records(t, "occupations") {
		all[r["id"]] = r["title"]
	}
	return all
}

// highest are the rows of a table with the highest figures in a column, equal ones by id.
func highest(t *testing.T, rows []record, column string, n int) []record {
	t.Helper()
	rows = slices.DeleteFunc(slices.Clone(rows), func(r record) bool { return r[column] == "" })
	slices.SortStableFunc(rows, func(a, b record) int {
		if order := number(t, b[column]).Cmp(number(t, a[column])); order != 0 {
			return order
		}
		return number(t, a["id"]).Cmp(number(t, b["id"]))
	})
	return rows[:n]
}

func TestRecipeDuckDB(t *testing.T) {
	lines := runRecipe(t, "bash", "set -e\n"+recipeOf(t, "duckdb", serveSite(t)))
	flags := map[string]string{}
	for _, r := range records(t, "skills_not_relevant") {
		flags[r["id"]] = r["programming"]
	}
	relevant := slices.DeleteFunc(records(t, "skills"), func(r record) bool { return flags[r["id"]] != "0" })
	names := titles(t)
	for i, r := range highest(t, relevant, "programming", 5) {
		var row []any
		if err := json.Unmarshal([]byte(lines[i]), &row); err != nil {
			t.Fatal(err)
		}
		value, _ := number(t, r["programming"]).Float64()
		if row[1] != names[r["id"]] || row[2] != value {
			t.Errorf("line %d is %s, want %s %s", i+1, lines[i], names[r["id"]], r["programming"])
		}
	}
}

func TestRecipePython(t *testing.T) {
	lines := runRecipe(t, "python3", recipeOf(t, "python", serveSite(t)))
	names := titles(t)
	for i, r := range highest(t, records(t, "interests"), "social", 5) {
		if want := names[r["id"]] + "," + r["social"]; lines[i] != want {
			t.Errorf("line %d is %s, want %s", i+1, lines[i], want)
		}
	}
}

func TestRecipeJQ(t *testing.T) {
	lines := runRecipe(t, "bash", recipeOf(t, "jq", serveSite(t)))
	var want []string
	for _, r := range records(t, "wage_classes") {
		if strings.Contains(r["name"], "看護") {
			want = append(want, fmt.Sprintf("%q,%q", r["code"], r["name"]))
		}
	}
	if !slices.Equal(lines, want) || len(want) == 0 {
		t.Errorf("it prints %q, want %q", lines, want)
	}
}

// TestRecipeSQLite: pay and ratio of the view are those of the tables, joined here by hand.
func TestRecipeSQLite(t *testing.T) {
	lines := runRecipe(t, "bash", "set -e\n"+recipeOf(t, "sqlite", serveSite(t)))
	pay, middle, ratio, year := map[string]float64{}, map[string]string{}, map[string]float64{}, ""
	for _, r := range records(t, "wages") {
		if r["sex"] == "total" && r["firm_size"] == "total" && r["contractual_earnings"] != "" && r["annual_bonus"] != "" {
			pay[r["class"]] = (float(t, r["contractual_earnings"])*12 + float(t, r["annual_bonus"])) * 1000
		}
	}
	for _, r := range records(t, "jsoc") {
		middle[r["code"]] = r["parent"]
	}
	openings := records(t, "openings")
	for _, r := range openings {
		year = max(year, r["fiscal_year"])
	}
	for _, r := range openings {
		if r["place"] == "JP-00" && r["employment"] == "all" && r["fiscal_year"] == year && r["openings"] != "" && float(t, r["seekers"]) > 0 {
			ratio[r["group"]] = float(t, r["openings"]) / float(t, r["seekers"])
		}
	}
	var want []string
	rows := records(t, "occupations")
	slices.SortStableFunc(rows, func(a, b record) int { return int(pay[b["wage_class"]] - pay[a["wage_class"]]) })
	for _, r := range rows {
		rounded := strconv.FormatFloat(ratio[middle[strings.TrimLeft(r["jsoc_main"], "ABCDEFGHIJKL")]], 'f', 2, 64)
		if float(t, rounded) > 3 && len(want) < 5 {
			want = append(want, fmt.Sprintf("%s,%.1f,%s", r["title"], pay[r["wage_class"]], strings.TrimRight(strings.TrimRight(rounded, "0"), ".")))
		}
	}
	for i := range lines {
		lines[i] = strings.ReplaceAll(strings.TrimSpace(lines[i]), `"`, "")
	}
	if !slices.Equal(lines, want) {
		t.Errorf("it prints\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func float(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestRecipeSpreadsheet enters the formulas into a new sheet of the published workbook and has them calculated.
func TestRecipeSpreadsheet(t *testing.T) {
	book, err := excelize.OpenFile(filepath.Join(built(t), "dataset", loaded(t).DatasetVersion, "shigoto-atlas.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if _, err := book.NewSheet("mine"); err != nil {
		t.Fatal(err)
	}
	social, earnings, licensed := 0.0, 0.0, 0.0
	interests := records(t, "interests")
	for _, r := range interests {
		social += float(t, r["social"])
	}
	for _, r := range records(t, "wages") {
		if r["contractual_earnings"] != "" {
			earnings = max(earnings, float(t, r["contractual_earnings"]))
		}
	}
	for _, r := range records(t, "occupations") {
		if r["licences"] != "" {
			licensed++
		}
	}
	numbers := []float64{social / float64(len(interests)), licensed, earnings}
	formulas := strings.Split(recipeOf(t, "spreadsheet", ""), "\n")
	if len(formulas) != 1+len(numbers) {
		t.Fatalf("%d formulas, want %d", len(formulas), 1+len(numbers))
	}
	for i, formula := range formulas {
		cell := "A" + strconv.Itoa(i+1)
		if err := book.SetCellFormula("mine", cell, strings.TrimPrefix(formula, "=")); err != nil {
			t.Fatal(err)
		}
		got, err := book.CalcCellValue("mine", cell)
		if err != nil {
			t.Fatalf("%s: %v", formula, err)
		}
		t.Logf("%s gives %s", formula, got)
		if i == 0 && got != titles(t)["1"] {
			t.Errorf("%s gives %s", formula, got)
		}
		if i > 0 && math.Abs(float(t, got)-numbers[i-1]) > 1e-9 {
			t.Errorf("%s gives %s, want %v", formula, got, numbers[i-1])
		}
	}
}

func TestRecipeAPI(t *testing.T) {
	lines := runRecipe(t, "bash", recipeOf(t, "api", serveSite(t)))
	var values map[string]float64
	if err := json.Unmarshal([]byte(strings.Join(lines, "")), &values); err != nil {
		t.Fatal(err)
	}
	for column, cell := range records(t, "interests")[0] {
		if column != "id" && values[column] != float(t, cell) {
			t.Errorf("%s is %v, want %s", column, values[column], cell)
		}
	}
}

// TestPlaceThatIsTaken: where another build is writing the kept files, or nothing can be written, the release goes
// straight into the site, never an older one that lies there.
func TestPlaceThatIsTaken(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kept")
	older, err := publish.Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer older.Abort()
	kept, err := keep(dir, "key", nil, &description{})
	if kept || err != nil {
		t.Errorf("a taken place was written: %v, %v", kept, err)
	}
}

// TestLatest: dataset/latest.json leads to the files of the release.
func TestLatest(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(built(t), "dataset", "latest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var latest map[string]string
	if err := json.Unmarshal(data, &latest); err != nil {
		t.Fatal(err)
	}
	if latest["version"] != loaded(t).DatasetVersion {
		t.Errorf("the latest version is %s, want %s", latest["version"], loaded(t).DatasetVersion)
	}
	for _, name := range []string{"path", "index", "datapackage", "sha256sums"} {
		if _, err := os.Stat(filepath.Join(built(t), "dataset", latest[name])); err != nil || latest[name] == "" {
			t.Errorf("latest.json leads to %q as its %s: %v", latest[name], name, err)
		}
	}
}

// TestInterface: the description of /api/v1/ is valid OpenAPI, and every file of it is as described, by validators of
// others; every figure of every occupation in it is that of the dataset.
func TestInterface(t *testing.T) {
	out := built(t)
	command := exec.Command("node", filepath.Join(root, "static", "checks", "openapi.mjs"), filepath.Join(out, "api", "v1"))
	t.Log(command)
	report, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v:\n%s", err, report)
	}
	t.Logf("files by path:\n%s", report)
	compared, read := 0, map[string]answer{}
	for id := range titles(t) {
		read[id] = readAnswer(t, out, id)
	}
	for _, domain := range catalog.DomainKeys {
		for _, r := range records(t, domain) {
			values := read[r["id"]].Profiles[domain].Values
			if len(values) != len(r)-1 {
				t.Errorf("occupation %s has %d values in %s, want %d", r["id"], len(values), domain, len(r)-1)
			}
			for column, cell := range r {
				if column == "id" {
					continue
				}
				compared++
				if got := strings.TrimPrefix(values[column].String(), "null"); got != cell {
					t.Errorf("occupation %s, %s/%s is %q, want %q", r["id"], domain, column, got, cell)
				}
			}
		}
	}
	t.Logf("%d figures are those of the dataset", compared)
	headers, err := os.ReadFile(filepath.Join(out, "_headers"))
	if err != nil || !strings.Contains(string(headers), "/api/*\n  Access-Control-Allow-Origin: *\n") {
		t.Errorf("_headers does not open the interface to other sites: %v\n%s", err, headers)
	}
}

// An answer is what the test needs of the file of an occupation.
type answer struct {
	Profiles map[string]struct{ Values map[string]json.Number }
}

func readAnswer(t *testing.T, out, id string) answer {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, "api", "v1", "occupations", id+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	if err := json.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestPublishedFigures draws a hundred figures from the published long table and holds them against the official file.
func TestPublishedFigures(t *testing.T) {
	from := official(t)
	if from == nil {
		t.Skip("the official file does not lie at hand")
	}
	ids := map[string]string{}
	for _, item := range records(t, "items") {
		ids[item["domain"]+"/"+item["column"]] = item["ipd_id"]
	}
	rows := readRecords(t, filepath.Join(built(t), "dataset", loaded(t).DatasetVersion, "csv", "profiles.csv"))
	for _, r := range choose(rows, 100) {
		if want := from[r["id"]][ids[r["domain"]+"/"+r["item"]]]; r["value"] != want {
			t.Errorf("occupation %s, %s/%s is published as %q, the official file has %q", r["id"], r["domain"], r["item"], r["value"], want)
		}
	}
	t.Logf("100 of %d published figures are those of %s", len(rows), officialFile)
}

// TestDatasetPage: every table of the dataset stands on the page with its rows, columns and files.
func TestDatasetPage(t *testing.T) {
	for _, name := range []string{datasetPage, "en/" + datasetPage} {
		page := allPages(t)[name]
		tables := 0
		for _, entry := range tableNames(t) {
			tables++
			rows := records(t, entry)
			section := first(page.root, func(n *html.Node) bool { return n.Data == "section" && attribute(n, "id") == entry })
			if section == nil {
				t.Errorf("%s has no section %s", name, entry)
				continue
			}
			described := every(section, func(n *html.Node) bool { return n.Data == "tr" && has(n, "data-words") })
			if len(described) != len(rows[0]) {
				t.Errorf("%s describes %d columns of %s, want %d", name, len(described), entry, len(rows[0]))
			}
			for _, row := range described {
				if cells := cells(row.Parent.Parent); len(cells) == 0 || slices.ContainsFunc(cells, func(c []string) bool { return c[4] == "" }) {
					t.Errorf("%s has a column of %s without description", name, entry)
				}
			}
		}
		if tables != 30 {
			t.Errorf("%s: %d tables were looked for, want 30", name, tables)
		}
	}
}

func tableNames(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "dataset", "tables", "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for i, file := range files {
		files[i] = strings.TrimSuffix(filepath.Base(file), ".csv")
	}
	return files
}
