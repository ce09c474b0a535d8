package page

import (
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"shigotoatlas/generator/catalog"
)

// 42 is written and has figures in every domain; 584 has none.
const written, withoutFigures = 42, 584

var sectionTitles = []string{"どんな仕事", "就くには", "働く条件", "数字で見る", "道すじ", "似た職業"}

func TestWrittenOccupation(t *testing.T) {
	press := newPress(t)
	o := press.occupation(t, written)
	page := press.page(t, o)
	page.has(t, "main[data-occupation=42] h1", o.Name)
	page.has(t, "main .reading", o.Reading)
	page.has(t, ".lead", o.Summary)
	page.has(t, ".distinct", "すべての職業と比べて、")
	for _, title := range append(sectionTitles, "やさしい日本語", o.English, "出典と分類") {
		page.has(t, "section h2", title)
	}
	for _, id := range []string{"work", "entry", "conditions", "path", "easy", "english"} {
		if len(page.find(t, "section#"+id+" .prose p")) == 0 {
			t.Errorf("section %s has no prose", id)
		}
	}
	page.has(t, "section#english[lang=en] h2", o.English)
	page.has(t, "#work table[data-domain=tasks] th[scope=row]", o.Tasks[0].Text)
	page.lacks(t, ".note-box", "準備中")
	if bar, domains := page.find(t, ".bar-nav a"), page.find(t, "#figures section[data-domain]"); len(bar) != 6 || len(domains) != 7 {
		t.Errorf("%d links in the section bar and %d charts, want 6 and 7", len(bar), len(domains))
	}
}

func TestUnwrittenOccupation(t *testing.T) {
	press := newPress(t)
	o := press.occupation(t, written)
	o.Sections, o.Tasks, o.Tools, o.Bodies, o.Next, o.Related = nil, nil, nil, nil, nil, nil
	page := press.page(t, o)
	page.has(t, "#work .note-box", "この職業の文章は準備中です。")
	for _, title := range sectionTitles {
		page.has(t, "section h2", title)
	}
	page.lacks(t, "h2", "やさしい日本語")
	page.lacks(t, "a", "Read in English")
	page.lacks(t, "h3", "主な作業")
	page.lacks(t, "h3", "次に進む先")
	page.lacks(t, "h3", "関連する団体")
	page.has(t, "#figures section[data-domain=skills] h3", "スキル")
}

func TestMissingDomains(t *testing.T) {
	press := newPress(t)
	o := press.occupation(t, written)
	for _, key := range []string{"values", "abilities", "education", "training_before", "experience_before", "training_after", "employment"} {
		delete(o.Profiles, key)
	}
	page := press.page(t, o)
	page.has(t, "#figures .note-box", "次の領域は、この職業の数字がありません: 仕事価値観、アビリティ。")
	page.has(t, "#entry p", "この職業の学歴の数字はありません。")
	page.has(t, "#entry p", "この職業の訓練と経験の数字はありません。")
	page.has(t, "#conditions p", "この職業の就業形態の数字はありません。")
	page.has(t, ".facts dd", "数字がありません")
	for _, key := range []string{"values", "abilities", "education", "training_before", "employment"} {
		if len(page.find(t, "[data-domain="+key+"]")) > 0 {
			t.Errorf("there is a chart of %s", key)
		}
	}
}

func TestNoFiguresAtAll(t *testing.T) {
	press := newPress(t)
	page := press.page(t, press.occupation(t, withoutFigures))
	page.has(t, "#figures .note-box", "この職業には、興味、スキル、知識などの数字がまだありません。")
	page.has(t, "#similar p", "数字がないため、似た職業を計算できません。")
	page.lacks(t, "#figures .note-box", "次の領域は")
	if len(page.find(t, ".distinct"))+len(page.find(t, "#figures table")) > 0 {
		t.Error("there is a chart or a sentence on what is distinctive")
	}
}

func TestMissingAndIrrelevantItems(t *testing.T) {
	press := newPress(t)
	o := press.occupation(t, written)
	items := press.c.Domain("skills").Items
	o.Profiles["skills"].Figures[3] = catalog.Missing
	o.Profiles["skills"].NotRelevant = make([]bool, len(items))
	o.Profiles["skills"].NotRelevant[5] = true
	o.Profiles["training_after"].Figures[2] = catalog.Missing
	page := press.page(t, o)
	page.has(t, "section[data-domain=training_after] td", "数字がありません")
	rows := page.find(t, "section[data-domain=skills] details tbody tr")
	if len(rows) != len(items) {
		t.Fatalf("%d skills, want %d", len(rows), len(items))
	}
	for i, row := range rows {
		missing, flagged := strings.Contains(textOf(row), "数字がありません"), strings.Contains(textOf(row), "関係なし")
		if missing != (i == 3) || flagged != (i == 5) {
			t.Errorf("row %d reads %q", i, textOf(row))
		}
	}
	page.has(t, "section[data-domain=skills] .source", "「関係なし」は、回答者がその職業に関係がないと答えた項目です。")
	page.lacks(t, "section[data-domain=abilities] .source", "「関係なし」は")
}

func TestSmallSamples(t *testing.T) {
	press := newPress(t)
	o := press.occupation(t, written)
	page := press.page(t, o)
	page.lacks(t, "main", "回答20人未満")
	for _, key := range []string{"skills", "education", "training_after", "tasks"} {
		survey := o.Surveys[key]
		survey.SmallSample = true
		o.Surveys[key] = survey
	}
	page = press.page(t, o)
	page.has(t, "section[data-domain=skills] h3 .flag", "回答20人未満")
	page.has(t, "section[data-domain=education] caption", "回答20人未満")
	page.has(t, "section[data-domain=training_after] .flag", "回答20人未満")
	page.lacks(t, "section[data-domain=training_before]", "回答20人未満")
	page.has(t, "#work h3 .flag", "回答20人未満")
	page.lacks(t, "section[data-domain=knowledge]", "回答20人未満")
}

func TestNoStatisticalClass(t *testing.T) {
	press := newPress(t)
	o := press.occupation(t, written)
	o.Codes.WageClass, o.Codes.JSOC = "", nil
	page := press.page(t, o)
	page.has(t, "#conditions p", "対応する統計区分がないため、収入の数字はありません。")
	page.has(t, "#conditions p", "対応する統計区分がないため、求人の数字はありません。")
	if n := strings.Count(textOf(page.find(t, ".facts")[0]), "対応する統計区分がありません"); n != 2 {
		t.Errorf("%d of the facts say that there is no class, want 2", n)
	}
}

// TestUnpublishedOpenings: what is not published is said to be so and is never 0; nobody seeking gives no ratio.
func TestUnpublishedOpenings(t *testing.T) {
	press := newPress(t)
	group := *press.c.OpeningGroupOf(press.occupation(t, written))
	group.Openings = maps.Clone(group.Openings)
	year := press.newestYear()
	nobody := catalog.Openings{Openings: catalog.Figure{Text: "12", Value: 12}, Seekers: catalog.Figure{Text: "0", Value: 0}}
	group.Openings[catalog.OpeningKey{Place: wholeCountry, FiscalYear: year, Employment: "all"}] = catalog.Openings{Openings: catalog.Missing, Seekers: catalog.Missing}
	group.Openings[catalog.OpeningKey{Place: "JP-13", FiscalYear: year, Employment: "all"}] = catalog.Openings{Openings: catalog.Missing, Seekers: catalog.Missing}
	group.Openings[catalog.OpeningKey{Place: "JP-27", FiscalYear: year, Employment: "all"}] = nobody
	block, err := newBlock(press.site, "openings", press.openings(occupationRoot, &group))
	if err != nil {
		t.Fatal(err)
	}
	part := parsed(t, string(block.html))
	rows := part.find(t, "tbody tr")
	newest := textOf(rows[slices.IndexFunc(press.c.FiscalYears, func(y string) bool { return y == year })])
	if !strings.HasPrefix(newest, year+"公表なし") {
		t.Errorf("the row of %s reads %q", year, newest)
	}
	for _, tile := range []string{".p13.q0", ".p27.q0"} {
		part.has(t, ".tiles "+tile+" b", "－")
	}
	part.has(t, "p", "「－」は公表なし、または求職者なし。")
	for _, row := range press.prefectures(&group) {
		if want := map[string]string{"東京都": "", "大阪府": "0"}; row.Name == "東京都" || row.Name == "大阪府" {
			if row.Ratio != "" || row.Seekers != want[row.Name] {
				t.Errorf("%s has the ratio %q and %q seekers", row.Name, row.Ratio, row.Seekers)
			}
		}
	}
}

func TestNamesAreEscaped(t *testing.T) {
	const odd = `<b>A & B</b> "quoted" '</script>'`
	press := newPress(t)
	o := press.occupation(t, written)
	o.Name, o.Summary, o.Aliases, o.Tools = odd, odd, []string{odd}, []string{odd}
	o.Tasks = []catalog.Task{{Text: odd}}
	o.Bodies = []catalog.Body{{Name: odd, URL: `https://example.org/?a=1&b="2"`}}
	page := press.page(t, o)
	for _, selector := range []string{"title", "h1", ".lead", "#work th[scope=row]", "#work p", "#path li"} {
		page.has(t, selector, odd)
	}
	page.has(t, "[rel=external]", odd)
	if found := page.find(t, "b"); len(found) != len(page.find(t, ".tiles b")) {
		t.Error("a name became an element")
	}
	var data struct{ Name, Description string }
	script := page.find(t, "script[type=application/ld+json]")
	if err := json.Unmarshal([]byte(script[0].FirstChild.Data), &data); err != nil || data.Name != odd || data.Description != odd {
		t.Errorf("the data for search engines name %q: %v", data.Name, err)
	}
}

// TestRelativeLinks: from every depth the links of the layout lead to the same pages and files.
func TestRelativeLinks(t *testing.T) {
	press := newPress(t)
	jobs := []func() error{press.home, press.occupationIndex, press.methodPage, press.wagePages, func() error { return press.itemPages(press.c.Domain("skills")) },
		func() error { return press.occupationPage(press.occupation(t, written)) }}
	for _, job := range jobs {
		if err := job(); err != nil {
			t.Fatal(err)
		}
	}
	occupation := occupationPath(press.c.Occupation(written))
	wage := wageClassPath(press.c.WageClasses[0])
	for _, file := range []string{"index.html", "occupations/index.html", "about/method/index.html", occupation + "index.html", wage + "index.html", "items/skills/reading/index.html"} {
		page := press.printed(t, file)
		for _, want := range []struct{ selector, attribute, leads string }{
			{"a.brand", "href", "."}, {".foot a", "href", "about"}, {"link[rel=stylesheet]", "href", "assets/main-1.css"},
			{"script[src]", "src", "assets/main-1.js"}, {"link[rel=icon]", "href", "icon.svg"}, {"link[rel=alternate]", "href", "feed.xml"},
		} {
			address := attributeOf(page.find(t, want.selector)[0], want.attribute)
			if strings.HasPrefix(address, "/") || strings.Contains(address, ":") || path.Join(path.Dir(file), address) != want.leads {
				t.Errorf("%s: %s is %q, which is not %s", file, want.selector, address, want.leads)
			}
		}
		canonical := attributeOf(page.find(t, "link[rel=canonical]")[0], "href")
		if want := testBase + strings.TrimSuffix(file, "index.html"); canonical != want {
			t.Errorf("%s: the canonical address is %s, want %s", file, canonical, want)
		}
	}
}

// TestNotFound: the page for unknown addresses is shown at any of them, so its links name the host.
func TestNotFound(t *testing.T) {
	press := newPress(t)
	if err := press.notFound(); err != nil {
		t.Fatal(err)
	}
	page := press.printed(t, "404.html")
	page.has(t, "h1", "ページが見つかりません")
	for _, n := range slices.Concat(page.find(t, "a[href]"), page.find(t, "link[href]"), page.find(t, "script[src]")) {
		if address := attributeOf(n, "href") + attributeOf(n, "src"); !strings.HasPrefix(address, testBase) && address != "#main" {
			t.Errorf("%s leads to %q", n.Data, address)
		}
	}
	if attributeOf(page.find(t, "meta[name=robots]")[0], "content") != "noindex" || len(page.find(t, "link[rel=canonical]")) > 0 {
		t.Error("search engines are not kept away")
	}
}
