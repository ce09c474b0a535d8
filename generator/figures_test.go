package main

import (
	"cmp"
	"encoding/csv"
	"errors"
	"io/fs"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/japanese"

	"shigotoatlas/generator/catalog"
)

// The figures of built pages, held against the tables of the dataset and, where it lies at hand, against the official
// file. Both are read here as text, past the catalog; the catalog only says which pages and names belong to them.

const officialFile = "jilpt/IPD_DL_numeric_7_00.csv"

// A record is a row of a table by column.
type record map[string]string

func records(t *testing.T, table string) []record {
	t.Helper()
	return readRecords(t, filepath.Join(root, "dataset", "tables", table+".csv"))
}

func readRecords(t *testing.T, name string) []record {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return labelled(rows[0], rows[1:])
}

func labelled(columns []string, rows [][]string) []record {
	all := make([]record, len(rows))
	for i, row := range rows {
		all[i] = record{}
		for k, cell := range row[:min(len(row), len(columns))] {
			all[i][columns[k]] = cell
		}
	}
	return all
}

// official reads the official file by occupation id and IPD id, or returns nil where it does not lie at hand.
func official(t *testing.T) map[string]record {
	t.Helper()
	file, err := os.Open(filepath.Join(root, "..", "shared", "data", filepath.FromSlash(officialFile)))
	if errors.Is(err, fs.ErrNotExist) {
		t.Logf("%s does not lie at hand: the pages are held against the dataset alone", officialFile)
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(japanese.ShiftJIS.NewDecoder().Reader(file))
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	header := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "IPD_01_01_001") })
	if header < 0 {
		t.Fatalf("%s has no row of IPD ids", officialFile)
	}
	byID := map[string]record{}
	for _, r := range labelled(rows[header], rows[header+1:]) {
		if id := r["IPD_01_01_001"]; id != "" {
			byID[id] = r
		}
	}
	t.Logf("the pages are held against the dataset and against %s, %d occupations", officialFile, len(byID))
	return byID
}

// loaded is the catalog the site was built from.
func loaded(t *testing.T) *catalog.Catalog {
	t.Helper()
	c, err := trees{filepath.Join(root, "content"), filepath.Join(root, "dataset")}.load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// choose takes n of a list; the seed is fixed, so that a failure can be repeated.
func choose[T any](list []T, n int) []T {
	random := rand.New(rand.NewPCG(2026, 11))
	list = slices.Clone(list)
	random.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
	return list[:n]
}

// figures are what pages are compared with.
type figures struct {
	official map[string]record            // nil where not at hand
	tables   map[string]map[string]record // domain → occupation id → row
	items    map[string][]record          // domain → rows of items.csv in order
	compared int
}

func readFigures(t *testing.T) *figures {
	f := &figures{official: official(t), tables: map[string]map[string]record{}, items: map[string][]record{}}
	for _, item := range records(t, "items") {
		f.items[item["domain"]] = append(f.items[item["domain"]], item)
	}
	for _, name := range slices.Concat(catalog.DomainKeys, []string{"skills_not_relevant", "knowledge_not_relevant"}) {
		f.tables[name] = map[string]record{}
		for _, r := range records(t, name) {
			f.tables[name][r["id"]] = r
		}
	}
	f.tables["tasks"] = map[string]record{}
	for _, r := range records(t, "tasks") {
		f.tables["tasks"][r["id"]+" "+r["number"]] = r
	}
	return f
}

// TestProfilesOnPages: every figure of twelve occupations stands on its page as it was published.
func TestProfilesOnPages(t *testing.T) {
	f, all := readFigures(t), allPages(t)
	withFigures := slices.DeleteFunc(slices.Clone(loaded(t).Occupations), func(o *catalog.Occupation) bool { return len(o.Profiles) == 0 })
	for _, o := range choose(withFigures, 12) {
		before := f.compared
		page := all["occupations/"+o.Slug+"/index.html"]
		if page == nil {
			t.Errorf("%d %s has no page", o.ID, o.Name)
			continue
		}
		for _, domain := range catalog.DomainKeys {
			f.checkDomain(t, page, strconv.Itoa(o.ID), domain)
		}
		f.checkTasks(t, page, o)
		t.Logf("%d %s: %d figures", o.ID, o.Name, f.compared-before)
	}
	if f.compared < 12*100 {
		t.Errorf("only %d figures were compared", f.compared)
	}
}

func (f *figures) checkDomain(t *testing.T, page *document, id, domain string) {
	t.Helper()
	shown := shownFigures(page, domain)
	published := f.tables[domain][id]
	if published == nil && shown != nil || published != nil && len(shown) != len(f.items[domain]) {
		t.Errorf("%s shows %d figures of %s; the dataset has %d", page.path, len(shown), domain, len(published)-1)
		return
	}
	for i, item := range f.items[domain] {
		cell := published[item["column"]]
		if f.official != nil && f.official[id][item["ipd_id"]] != cell {
			t.Errorf("occupation %s, %s/%s: the dataset has %q, the official file %q", id, domain, item["column"], cell, f.official[id][item["ipd_id"]])
		}
		if published == nil {
			continue
		}
		flagged := f.tables[domain+"_not_relevant"][id][item["column"]] == "1"
		if want := asShown(cell, item["maximum"] == "1"); shown[i].value != want || shown[i].flagged != flagged {
			t.Errorf("%s: %s/%s stands there as %+v, want %q, flagged %v", page.path, domain, item["column"], shown[i], want, flagged)
		}
		f.compared++
	}
}

// checkUnratedTasks: a page without the table lists all its tasks, and nothing was published of any of them.
func (f *figures) checkUnratedTasks(t *testing.T, page *document, o *catalog.Occupation) {
	t.Helper()
	listed := every(page.root, func(n *html.Node) bool { return n.Data == "li" && attribute(n.Parent, "class") == "tasks" })
	if len(listed) != len(o.Tasks) {
		t.Errorf("%s lists %d of its %d tasks", page.path, len(listed), len(o.Tasks))
	}
	for _, task := range o.Tasks {
		if published := f.tables["tasks"][strconv.Itoa(o.ID)+" "+strconv.Itoa(task.IPD)]; published["performed"]+published["importance"] != "" {
			t.Errorf("%s does not show the ratings of %q", page.path, task.Text)
		}
	}
}

// checkTasks holds the ratings beside our tasks against the official tasks they are the same as.
func (f *figures) checkTasks(t *testing.T, page *document, o *catalog.Occupation) {
	t.Helper()
	table := first(page.root, func(n *html.Node) bool { return n.Data == "table" && attribute(n, "data-domain") == "tasks" })
	if table == nil {
		f.checkUnratedTasks(t, page, o)
		return
	}
	rows := cells(table)
	for i, task := range o.Tasks {
		number := strconv.Itoa(task.IPD)
		published := f.tables["tasks"][strconv.Itoa(o.ID)+" "+number]
		want := []string{task.Text, "－", "－"}
		if published != nil && published["performed"]+published["importance"] != "" {
			want = []string{task.Text, cmp.Or(asShown(published["performed"], true), "－"), cmp.Or(published["importance"], "－")}
		}
		if !slices.Equal(rows[i], want) {
			t.Errorf("%s: task %d stands there as %q, want %q", page.path, i+1, rows[i], want)
		}
		if from := f.official[strconv.Itoa(o.ID)]; from != nil && task.IPD > 0 {
			prefix := "IPD_05_" + strings.Repeat("0", 2-len(number)) + number
			if from[prefix+"_02"] != published["performed"] || from[prefix+"_03"] != published["importance"] {
				t.Errorf("occupation %d, task %s: the dataset has %v, the official file %q and %q", o.ID, number, published, from[prefix+"_02"], from[prefix+"_03"])
			}
		}
		f.compared += 2
	}
}

// asShown is a published figure as a page shows it: shares as percent with one decimal, others to the letter.
func asShown(cell string, share bool) string {
	if !share || cell == "" {
		return cell
	}
	exact, _ := new(big.Rat).SetString(cell)
	return exact.Mul(exact, big.NewRat(100, 1)).FloatString(1) + "%"
}

type shownFigure struct {
	value   string // "" where the page says that there is none
	flagged bool
}

// shownFigures reads the whole table of a domain, the last one in its section; nil where the page has none.
func shownFigures(page *document, domain string) []shownFigure {
	section := first(page.root, func(n *html.Node) bool { return n.Data == "section" && attribute(n, "data-domain") == domain })
	if section == nil {
		return nil
	}
	tables := every(section, func(n *html.Node) bool { return n.Data == "table" })
	var shown []shownFigure
	for _, row := range cells(tables[len(tables)-1]) {
		value := row[1]
		if value == "数字がありません" {
			value = ""
		}
		shown = append(shown, shownFigure{value, strings.HasSuffix(row[0], "関係なし")})
	}
	return shown
}

// cells are the texts of the rows of a table's body.
func cells(table *html.Node) [][]string {
	var rows [][]string
	body := first(table, func(n *html.Node) bool { return n.Data == "tbody" })
	for _, tr := range every(body, func(n *html.Node) bool { return n.Data == "tr" }) {
		var row []string
		for _, cell := range every(tr, func(n *html.Node) bool { return n.Data == "th" || n.Data == "td" }) {
			row = append(row, text(cell))
		}
		rows = append(rows, row)
	}
	return rows
}

// captioned is the table whose caption begins with the words.
func captioned(t *testing.T, page *document, words string) [][]string {
	t.Helper()
	table := first(page.root, func(n *html.Node) bool {
		caption := first(n, func(m *html.Node) bool { return m.Data == "caption" })
		return n.Data == "table" && caption != nil && strings.HasPrefix(text(caption), words)
	})
	if table == nil {
		t.Fatalf("%s has no table %s", page.path, words)
	}
	return cells(table)
}

// TestNothingIsBlank: where a figure is missing a word or a dash says so. Only drawn cells are without text, and what is
// filled in by hand: cells of the class write, and the worksheets of guides.
func TestNothingIsBlank(t *testing.T) {
	all := allPages(t)
	for _, name := range sorted(all) {
		walk(all[name].root, func(n *html.Node) {
			class := attribute(n, "class")
			drawn, toWriteIn := strings.HasPrefix(class, "b ") || class == "w", class == "write"
			if n.Data == "td" && n.Parent.Parent.Data == "tbody" && text(n) == "" && !drawn && !toWriteIn && !strings.HasPrefix(name, "guides/") {
				t.Errorf("%s has an empty cell in the row %q", name, text(n.Parent))
			}
		})
	}
}

// TestPayOnPages: annual pay is きまって支給する現金給与額 × 12 + 年間賞与その他特別給与額, in 万円 with one decimal.
func TestPayOnPages(t *testing.T) {
	all := allPages(t)
	rows := slices.DeleteFunc(records(t, "wages"), func(r record) bool { return r["sex"] != "total" || r["firm_size"] != "total" })
	for _, r := range choose(rows, 5) {
		page := all["statistics/wages/"+r["class"]+"/index.html"]
		whole := captioned(t, page, "年収と働き方")[0]
		exact := number(t, r["contractual_earnings"])
		exact.Mul(exact, big.NewRat(12, 1)).Add(exact, number(t, r["annual_bonus"])).Quo(exact, big.NewRat(10, 1))
		wantNear(t, page.path+": annual pay", whole[1], exact, "0.05")
		if want := []string{r["contractual_earnings"], r["annual_bonus"], r["age"], r["scheduled_hours"]}; !slices.Equal(whole[2:6], want) {
			t.Errorf("%s: pay, bonus, age and hours are %q, want %q", page.path, whole[2:6], want)
		}
	}
}

// TestOpeningsOnPages: the ratio of openings to seekers, of the whole country by year and of every prefecture.
func TestOpeningsOnPages(t *testing.T) {
	all, ratios, names := allPages(t), map[string]*big.Rat{}, map[string]string{}
	for _, r := range records(t, "places") {
		names[r["name"]] = r["code"]
	}
	newest := ""
	for _, r := range records(t, "openings") {
		newest = max(newest, r["fiscal_year"])
		if r["openings"] != "" && r["seekers"] != "" && r["seekers"] != "0" {
			ratios[r["group"]+r["place"]+r["fiscal_year"]+r["employment"]] = new(big.Rat).Quo(number(t, r["openings"]), number(t, r["seekers"]))
		}
	}
	for _, group := range choose(records(t, "openings_groups"), 5) {
		page, code := all["statistics/openings/"+group["code"]+"/index.html"], group["code"]
		for _, row := range captioned(t, page, "全国の求人と求職") {
			wantNear(t, page.path+" "+row[0], row[1], ratios[code+"JP-00"+row[0]+"all"], "0.005")
			wantNear(t, page.path+" "+row[0]+" full time", row[4], ratios[code+"JP-00"+row[0]+"full_time"], "0.005")
			wantNear(t, page.path+" "+row[0]+" part time", row[5], ratios[code+"JP-00"+row[0]+"part_time"], "0.005")
		}
		prefectures := captioned(t, page, newest+"年度（求人と求職")
		if len(prefectures) != 47 {
			t.Errorf("%s lists %d prefectures", page.path, len(prefectures))
		}
		for _, row := range prefectures {
			wantNear(t, page.path+" "+row[0], row[1], ratios[code+names[row[0]]+newest+"all"], "0.005")
		}
	}
}

func number(t *testing.T, s string) *big.Rat {
	t.Helper()
	n, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return n
}

// wantNear holds a shown number against the exact one, which is nil where it cannot be computed.
func wantNear(t *testing.T, what, shown string, exact *big.Rat, tolerance string) {
	t.Helper()
	if missing := shown == "公表なし" || shown == "－"; exact == nil || missing {
		if exact != nil || !missing {
			t.Errorf("%s is shown as %q, want %v", what, shown, exact)
		}
		return
	}
	difference := number(t, strings.ReplaceAll(shown, ",", ""))
	if difference.Sub(difference, exact).Abs(difference).Cmp(number(t, tolerance)) > 0 {
		t.Errorf("%s is shown as %s, want %s", what, shown, exact.FloatString(4))
	}
}
