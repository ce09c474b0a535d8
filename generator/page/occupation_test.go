package page

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"shigotoatlas/generator/catalog"
)

var sectionTitles = []string{"どんな仕事", "就くには", "働く条件", "数字で見る", "道すじ", "似た職業", "出典と分類"}

func TestWrittenOccupation(t *testing.T) {
	// Outdoors and noise get three figures each, so that one stands 2/√2 = 1.41 deviations above the mean.
	page := newPress(t, "1,4.800,3.900,0.750", "1,4.800,3.900,0.750\n2,1.000,2.000,\n3,1.000,2.000,").occupation(t, keeper)
	page.has(t, "main[data-occupation=1] h1", "風車守")
	page.has(t, "main .reading", "ふうしゃもり")
	page.has(t, ".lead", "丘の上の風車を預かり、粉をひく力を絶やさないようにする。")
	page.has(t, ".distinct", "すべての職業と比べて、「屋外」（仕事の性質）、「騒音」（仕事の性質）が高い職業です。")
	for _, title := range append(sectionTitles, "やさしい日本語", "Windmill keeper") {
		page.has(t, "section h2", title)
	}
	page.has(t, "#work .prose p", "海沿いの丘に立つ風車")
	page.has(t, "#entry .prose p", "決まった学校はありません。")
	page.has(t, "#conditions .prose p", "雇い主は製粉所や水利組合で")
	page.has(t, "#path .prose p", "番を任されて何年かたつと")
	page.has(t, "#easy ruby rt", "ふうしゃもり")
	page.has(t, "#english[lang=en] .prose p", "Windmill keepers look after a mill")
	page.has(t, "#work button.term[popovertarget=term-brake]", "制動機")
	page.has(t, "#work #term-brake[popover]", "木の輪を締めて回転を止める装置。")
	page.has(t, "#work .prose a[href=../../occupations/fog-watcher/]", "霧見張")
	page.has(t, "#entry .prose a[href=../../licences/windmill-operator/]", "風車取扱者")
	page.has(t, ".facts dd", "風車取扱者が必要")
	page.has(t, "#entry .flag", "業務独占")
	page.has(t, "#path li a[href=../../occupations/fog-watcher/]", "霧見張")
	page.has(t, "#path a[rel=external]", "風の国製粉組合")
	page.has(t, "#similar .chip", "石段みがき")
	page.has(t, "#sources p", "風の国「職業台帳」9.99")
	page.lacks(t, ".note-box", "")
}

// TestFiguresOfOccupation holds every figure against the tables of the small site; the rest is worked out by hand.
func TestFiguresOfOccupation(t *testing.T) {
	page := newPress(t).occupation(t, keeper)
	// Of two occupations one stands at the percentile 25 and the other at 75; alone it stands at 50.
	page.row(t, "[data-domain=interests]", "現実的", "4.250", "", "高い")
	page.row(t, "[data-domain=skills]", "読解力", "2.371", "", "低い")
	page.row(t, "[data-domain=skills]", "文章力 関係なし", "0.900", "", "低い")
	page.row(t, "[data-domain=natures]", "屋外", "4.800", "", "ふつう")
	page.row(t, "[data-domain=natures]", "季節による", "75.0%", "", "ふつう")
	page.row(t, "[data-domain=education]", "高卒", "60.0%", "", "ふつう")
	page.row(t, "[data-domain=training_after]", "不要", "0.0%")
	page.row(t, "[data-domain=employment]", "正規", "85.0%", "", "ふつう")
	// A task is rated where it is the same as an official one of which anything was published.
	page.row(t, "[data-domain=tasks]", "夜明け前の空を見て張る帆布の枚数を決める", "90.0%", "4.500")
	page.row(t, "[data-domain=tasks]", "塔の階段を上って制動機のくさびを確かめる", "－", "4.000")
	page.row(t, "[data-domain=tasks]", "嵐が来る前に羽根車を止めて固定する", "－", "－")
	// 250.5 × 12 + 400.2 = 3,406.2 thousand yen; 300 openings for 200 seekers, 90 for 120; 30 of 120 openings filled.
	page.has(t, ".facts dd", "340.6万円")
	page.has(t, ".facts dd", "1.50倍")
	page.row(t, "#conditions table", "全体", "340.6", "250.5", "400.2", "43.5", "165", "1,230")
	page.row(t, "#conditions table", "2024", "0.75", "90", "120", "－", "－", "－")
	page.row(t, "#conditions table", "2025", "1.50", "300", "200", "－", "－", "25.0%")
	page.row(t, "#conditions table", "2025", "24.1", "1,105")
	// 2.371 on the scale 0–7 is a third of the way, the mean 2.6855 lies at 38 hundredths.
	if cells := page.find(t, "[data-domain=skills] td.b.v34.m38"); len(cells) != 1 {
		t.Errorf("%d bars of the length 34 with the mean at 38, want 1", len(cells))
	}
}

func TestUnwrittenOccupation(t *testing.T) {
	page := newPress(t).occupation(t, watcher)
	page.has(t, "#work .note-box", "この職業の文章は準備中です。")
	for _, title := range sectionTitles {
		page.has(t, "section h2", title)
	}
	for _, title := range []string{"やさしい日本語", "主な作業", "次に進む先", "関連する団体", "使う道具"} {
		page.lacks(t, "main", title)
	}
	page.lacks(t, "a", "Read in English")
	page.has(t, ".facts dd", "関連する資格 1件")
}

// TestMissingFigures: a missing item, a missing domain and a missing class are each said to be missing.
func TestMissingFigures(t *testing.T) {
	page := newPress(t).occupation(t, watcher)
	page.has(t, "#figures .note-box", "次の領域は、この職業の数字がありません: 価値観、知識、アビリティ、仕事の性質、仕事の内容。")
	page.row(t, "[data-domain=interests]", "芸術的", "数字がありません")
	if len(page.find(t, "[data-domain=interests] svg")) > 0 {
		t.Error("a figure is drawn of interests that are not all known")
	}
	for _, key := range []string{"values", "knowledge", "education", "training_before", "employment", "tasks"} {
		if len(page.find(t, "[data-domain="+key+"]")) > 0 {
			t.Errorf("there is a chart of %s", key)
		}
	}
	page.has(t, "#entry p", "この職業の学歴の数字はありません。")
	page.has(t, "#entry p", "この職業の訓練と経験の数字はありません。")
	page.has(t, "#conditions p", "この職業の就業形態の数字はありません。")
}

func TestNoFiguresAtAll(t *testing.T) {
	page := newPress(t).occupation(t, polisher)
	page.has(t, "#figures .note-box", "この職業には、興味、スキル、知識などの数字がまだありません。")
	page.lacks(t, "#figures .note-box", "次の領域は")
	page.has(t, "#conditions p", "対応する統計区分がないため、収入の数字はありません。")
	page.has(t, "#conditions p", "対応する統計区分がないため、求人の数字はありません。")
	page.has(t, "#similar p", "数字がないため、似た職業を計算できません。")
	facts := textOf(page.find(t, ".facts")[0])
	for text, want := range map[string]int{"対応する統計区分がありません": 2, "数字がありません": 1, "関連する資格の記載なし": 1} {
		if n := strings.Count(facts, text); n != want {
			t.Errorf("the facts say %q %d times, want %d: %s", text, n, want, facts)
		}
	}
	if len(page.find(t, ".distinct"))+len(page.find(t, "#figures table"))+len(page.find(t, "#conditions table")) > 0 {
		t.Error("there is a chart or a sentence on what is distinctive")
	}
}

func TestRelevance(t *testing.T) {
	page := newPress(t).occupation(t, keeper)
	page.has(t, "[data-domain=skills] th .flag", "関係なし")
	page.has(t, "[data-domain=skills] .source", "「関係なし」は、回答者がその職業に関係がないと答えた項目です。")
	page.lacks(t, "[data-domain=abilities] .source", "「関係なし」は")
	page.lacks(t, "[data-domain=knowledge] .flag", "関係なし")
}

func TestSmallSamples(t *testing.T) {
	const flag = "回答20人未満"
	page := newPress(t).occupation(t, keeper)
	page.has(t, "[data-domain=skills] h3 .flag", flag)
	page.lacks(t, "[data-domain=interests]", flag)
	page.has(t, "#work", flag) // no form is known to have asked occupation 1 for tasks, so any flag of the year counts
	page.lacks(t, "#entry", flag)
	known := newPress(t, "fy2025_b,2025,tasks,2|3", "fy2025_b,2025,tasks,all").occupation(t, keeper)
	known.lacks(t, "#work", flag)

	press := newPress(t)
	for _, key := range []string{"education", "training_after"} {
		press.c.Occupation(keeper).Surveys[key] = catalog.Survey{SmallSample: true}
	}
	page = press.occupation(t, keeper)
	page.has(t, "#work h3 .flag", flag)
	page.has(t, "[data-domain=education]", flag)
	page.has(t, "[data-domain=training_after]", flag)
	page.lacks(t, "[data-domain=training_before]", flag)
	page.lacks(t, "[data-domain=employment]", flag)
}

// TestUnpublishedOpenings: what is not published is said to be so and is never 0; nobody seeking gives no ratio.
func TestUnpublishedOpenings(t *testing.T) {
	for _, test := range []struct{ name, country, prefecture, openings, seekers string }{
		{"openings unpublished", "13,JP-00,2025,all,,200", "13,JP-01,2025,all,,40", "－", "200"},
		{"seekers unpublished", "13,JP-00,2025,all,300,", "13,JP-01,2025,all,7,", "300", "－"},
		{"nobody seeks", "13,JP-00,2025,all,300,0", "13,JP-01,2025,all,7,0", "300", "0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			press := newPress(t, "13,JP-00,2025,all,300,200", test.country, "13,JP-01,2025,all,,40", test.prefecture)
			page := press.occupation(t, keeper)
			page.has(t, ".facts dd", "公表なし")
			page.row(t, "#conditions table", "2025", "公表なし", test.openings, test.seekers, "－", "－", "25.0%")
			page.has(t, ".tiles .p01.q0 b", "－")
			page.has(t, "#conditions p", "「－」は公表なし、または求職者なし。")
			if err := press.openingPages(); err != nil {
				t.Fatal(err)
			}
			cells := textOf(press.printed(t, "statistics/openings/13/index.html").find(t, "details tbody tr")[0])
			if !strings.HasPrefix(cells, "北の岬－") {
				t.Errorf("the prefecture reads %s", cells)
			}
		})
	}
}

func TestNamesAreEscaped(t *testing.T) {
	const odd = `<b>A & B</b> "quoted" '</script>'`
	press := newPress(t)
	o := press.c.Occupation(keeper)
	o.Name, o.Summary, o.Aliases, o.Tools = odd, odd, []string{odd}, []string{odd}
	o.Tasks = []catalog.Task{{Text: odd}}
	o.Bodies = []catalog.Body{{Name: odd, URL: `https://example.org/?a=1&b="2"`}}
	press.c.Domain("skills").Items[0].Name, press.c.WageClasses[0].Name, press.c.Licence("風車取扱者").Name = odd, odd, odd
	press.all(t)
	page := press.printed(t, "occupations/windmill-keeper/index.html")
	for _, selector := range []string{"title", "h1", ".lead", "#work .tasks li", "#work p", "#path li", "[data-domain=skills] th", "#conditions a", "#entry li", "[rel=external]"} {
		page.has(t, selector, odd)
	}
	var data struct{ Name, Description string }
	script := page.find(t, "script[type=application/ld+json]")
	if err := json.Unmarshal([]byte(script[0].FirstChild.Data), &data); err != nil || data.Name != odd || data.Description != odd {
		t.Errorf("the data for search engines name %q: %v", data.Name, err)
	}
	for _, path := range []string{"occupations/index.html", "items/skills/reading/index.html", "fields/wind/index.html", "statistics/index.html", "licences/index.html"} {
		press.printed(t, path).has(t, "main", odd)
	}
	for path := range press.files {
		if strings.HasSuffix(path, ".html") && strings.Contains(press.files[path], "<b>A") {
			t.Errorf("%s: a name became an element", path)
		}
	}
}

func TestTitlesOfPages(t *testing.T) {
	press := newPress(t)
	press.all(t)
	for path, want := range map[string]string{
		"index.html":                             "風の国の仕事を集めた帳面 | 風の国しごと帳",
		"occupations/windmill-keeper/index.html": "風車守（ふうしゃもり） | 風の国しごと帳",
		"items/skills/reading/index.html":        "読解力（スキル） | 風の国しごと帳",
		"statistics/openings/13/index.html":      "風の従事者の求人と求職 | 風の国しごと帳",
		"licences/windmill-operator/index.html":  "風車取扱者 | 風の国しごと帳",
		"classification/jsoc/b/index.html":       "風の従事者 | 風の国しごと帳",
		"guides/first-step/index.html":           "Where to begin | 風の国しごと帳",
		"404.html":                               "ページが見つかりません | 風の国しごと帳",
	} {
		if got := textOf(press.printed(t, path).find(t, "title")[0]); got != want {
			t.Errorf("%s has the title %q, want %q", path, got, want)
		}
	}
	guide := press.printed(t, "guides/first-step/index.html")
	guide.has(t, "html[lang=en] .prose h2", "What a page holds")
	for target, text := range map[string]string{"../../occupations/windmill-keeper/": "windmill keeper", "../../items/skills/reading/": "reading",
		"../../licences/windmill-operator/": "operator's licence", "../../glossary/#brake": "brake", "../../guides/first-step/": "begin again"} {
		guide.has(t, fmt.Sprintf(".prose a[href=%s]", target), text)
	}
	press.printed(t, "items/skills/reading/index.html").has(t, ".columns a[href=../../../items/skills/writing/]", "文章力")
}

// TestTasksWithoutRatings: tasks of which nothing was published are a list, without a table of empty cells.
func TestTasksWithoutRatings(t *testing.T) {
	p := newPress(t)
	p.c.Occupation(keeper).Ratings = nil
	page := p.occupation(t, keeper)
	page.has(t, "#work .tasks li", "塔の階段を上って制動機のくさびを確かめる")
	page.has(t, "#work .source", "公表された実施率と重要度の数字がありません")
	page.lacks(t, "[data-domain=tasks]", "")
}
