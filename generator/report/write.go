package report

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"html/template"
	"strconv"
)

//go:embed report.html
var pageSource string

var page = template.Must(template.New("report").Funcs(template.FuncMap{
	"section": func(key string) string { return named(sectionNames, key) },
	"device":  func(key string) string { return named(deviceNames, key) },
	"kind":    func(key string) string { return named(kindNames, key) },
	"mean":    func(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) },
}).Parse(pageSource))

var (
	sectionNames = map[string]string{
		"home": "ホーム", "occupations": "職業", "fields": "分野", "themes": "テーマ", "licences": "資格", "items": "力と性質",
		"statistics": "統計", "guides": "ガイド", "stories": "転職の例", "search": "検索", "tools": "道具", "maps": "関連図", "town": "絵の町",
		"dataset": "データ", "landscape": "見取り図", "navigator": "二択の案内", "glossary": "用語集", "industries": "産業",
		"classification": "職業分類", "about": "このサイトについて", "sources": "出典",
	}
	deviceNames = map[string]string{"phone": "スマートフォン", "tablet": "タブレット", "desktop": "パソコン", "other": "その他"}
	kindNames   = map[string]string{
		"search": "検索エンジン", "social": "SNS・投稿", "government": "国・自治体", "school": "学校", "other": "その他のサイト",
		"none": "なし（直接、ブックマーク、アプリ）", "unknown": "不明",
	}
)

func named(names map[string]string, key string) string {
	if name := names[key]; name != "" {
		return name
	}
	return key
}

// Files are the report as a page that needs no other file, and as tables in CSV with a byte order mark, by name.
func (r Report) Files() (map[string][]byte, error) {
	var b bytes.Buffer
	if err := page.Execute(&b, r); err != nil {
		return nil, fmt.Errorf("writing the report: %w", err)
	}
	files := map[string][]byte{"report.html": b.Bytes()}
	for name, rows := range r.tables() {
		text, err := table(rows)
		if err != nil {
			return nil, fmt.Errorf("writing the report: %w", err)
		}
		files[name+".csv"] = text
	}
	return files, nil
}

// tables are the rows of each CSV file, its header first.
func (r Report) tables() map[string][][]string {
	tables := map[string][][]string{
		"views":       {{"month", "section", "page_views"}},
		"occupations": {{"month", "rank", "slug", "name", "page_views"}},
		"years":       {{"year", "slug", "name", "mean_monthly_rank", "months", "page_views"}},
		"devices":     {{"month", "device", "page_views"}},
		"referrers":   {{"host", "kind", "page_views"}},
		"words":       {{"words", "searches"}},
		"filters":     {{"key", "searches"}},
		"lines": {{"lines", "count"}, {"read", strconv.Itoa(r.Lines.Read)}, {"page_views", strconv.Itoa(r.Lines.Views)},
			{"robots", strconv.Itoa(r.Lines.Robots)}, {"other", strconv.Itoa(r.Lines.Other)}, {"malformed", strconv.Itoa(r.Lines.Malformed)}},
	}
	add := func(name string, cells ...string) { tables[name] = append(tables[name], cells) }
	for i, month := range r.Months {
		for _, s := range r.Sections {
			add("views", month, s.Section, strconv.Itoa(s.Views[i]))
		}
		for _, d := range r.Devices {
			add("devices", month, d.Device, strconv.Itoa(d.Views[i]))
		}
	}
	for _, t := range r.Top {
		add("occupations", t.Month, strconv.Itoa(t.Rank), t.Slug, t.Name, strconv.Itoa(t.Views))
	}
	for _, y := range r.Years {
		add("years", y.Year, y.Slug, y.Name, strconv.FormatFloat(y.MeanRank, 'f', 2, 64), strconv.Itoa(y.Months), strconv.Itoa(y.Views))
	}
	for _, x := range r.Referrers {
		add("referrers", x.Value, x.Kind, strconv.Itoa(x.Count))
	}
	for _, x := range r.Words {
		add("words", x.Value, strconv.Itoa(x.Count))
	}
	for _, x := range r.Filters {
		add("filters", x.Value, strconv.Itoa(x.Count))
	}
	return tables
}

func table(rows [][]string) ([]byte, error) {
	b := bytes.NewBufferString("\ufeff")
	w := csv.NewWriter(b)
	w.UseCRLF = true
	err := w.WriteAll(rows)
	return b.Bytes(), err
}
