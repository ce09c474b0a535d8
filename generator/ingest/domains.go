package ingest

import (
	"fmt"
	"slices"
	"strings"
)

// A Domain is a group of items of the numeric profiles; its name is the name of
// its table and of its items in content/items.
type Domain struct {
	Name           string
	Title, TitleEN string
	Scale          Range
	Share          bool // items are shares of respondents, not mean ratings
	About, AboutEN string
}

// Domains returns the twelve domains in the official order.
func Domains() []Domain {
	share := Range{0, 1}
	return []Domain{
		{"interests", "職業興味", "Occupational interests", Range{1, 5}, false,
			"ホランドの六領域への当てはまり。", "Fit to the six areas of Holland's theory."},
		{"values", "仕事価値観", "Work values", Range{1, 5}, false,
			"その仕事で満たしやすい価値観。", "Values that the work tends to satisfy."},
		{"skills", "スキル", "Skills", Range{0, 7}, false,
			"仕事で求められるスキルの水準。「関係なし」の印は skills_not_relevant にあり、印が付いていても値は残ります。",
			"Level of each skill the work asks for. Marks of \"not relevant\" stand in skills_not_relevant; a marked item still has a value."},
		{"knowledge", "知識", "Knowledge", Range{0, 5}, false,
			"仕事で求められる知識の程度。「関係なし」の印は knowledge_not_relevant にあり、印が付いていても値は残ります。",
			"Degree of each field of knowledge the work asks for. Marks of \"not relevant\" stand in knowledge_not_relevant; a marked item still has a value."},
		{"natures", "仕事の性質", "Work context", Range{1, 5}, false,
			"仕事の環境や進め方。schedule_ で始まる三列だけは回答者の割合（0〜1）です。",
			"Surroundings and conditions of the work. The three columns beginning with schedule_ are shares of respondents (0–1)."},
		{"education", "学歴", "Education", share, true,
			"仕事に就いている人に多いと答えられた学歴。複数回答のため合計は1になりません。",
			"Schooling of people in the work. Several answers were allowed, so shares need not sum to 1."},
		{"training_before", "入職前の訓練期間", "Training before entry", share, true,
			"仕事に就く前に必要な訓練の長さ。", "Length of training needed before entering the work."},
		{"experience_before", "入職前の実務経験", "Experience before entry", share, true,
			"仕事に就く前に必要な実務経験の長さ。", "Length of practical experience needed before entering the work."},
		{"training_after", "入職後の訓練期間", "Training after entry", share, true,
			"仕事に就いてから一人前になるまでの長さ。", "Time after entry until one works like the others."},
		{"activities", "仕事の内容", "Work activities", Range{1, 5}, false,
			"仕事で行う活動の重要さ。", "Importance of activities done in the work."},
		{"employment", "就業形態", "Forms of employment", share, true,
			"その仕事に見られる働き方。複数回答のため合計は1になりません。",
			"Forms of employment found in the work. Several answers were allowed, so shares need not sum to 1."},
		{"abilities", "アビリティ", "Abilities", Range{1, 5}, false,
			"仕事で求められる能力の程度。", "Degree of each ability the work asks for."},
	}
}

// scheduleItems are the items of natures that are shares.
var scheduleItems = []string{"schedule_regular", "schedule_irregular", "schedule_seasonal"}

// scale returns the allowed values of an item and whether they are shares.
func (d Domain) scale(column string) (Range, bool) {
	if d.Name == "natures" && slices.Contains(scheduleItems, column) {
		return Range{0, 1}, true
	}
	return d.Scale, d.Share
}

// item defines the column of an item from its official name.
func (d Domain) item(l layoutColumn) Field {
	scale, share := d.scale(l.column)
	english := strings.ReplaceAll(l.column, "_", " ")
	field := Field{Name: l.column, Type: Number, Range: &scale, Decimals: 3}
	if share {
		field.Unit = "割合"
		field.About = fmt.Sprintf("%s「%s」と答えた人の割合（%s）。", d.Title, l.name, scale)
		field.AboutEN = fmt.Sprintf("%s: %s; share of respondents (%s).", d.TitleEN, english, scale)
		return field
	}
	field.Unit = "評定"
	field.About = fmt.Sprintf("%s「%s」の平均評定（%s）。", d.Title, l.name, scale)
	field.AboutEN = fmt.Sprintf("%s: %s; mean rating (%s).", d.TitleEN, english, scale)
	return field
}

// table defines the table of a domain from the columns of a layout.
func (d Domain) table(columns []layoutColumn) Table {
	t := profileTable(d.Name, d.Title, d.TitleEN,
		d.About+"いずれかの値がある職業だけに行があります。空欄は公表値なしです。",
		d.AboutEN+" One row for each occupation with any value; an empty cell is a value not published.")
	for _, l := range columns {
		if l.table == d.Name {
			t.Fields = append(t.Fields, d.item(l))
		}
	}
	return t
}

// notRelevant defines the table of the "not relevant" marks of a domain.
func (d Domain) notRelevant(columns []layoutColumn) Table {
	t := profileTable(d.Name+"_not_relevant", d.Title+"の「関係なし」", d.TitleEN+": not relevant",
		"1 は、その職業では項目が「関係なし」とされた印です。値は "+d.Name+" にあります。",
		"1 marks an item as not relevant for the occupation. The values stand in "+d.Name+".")
	for _, l := range columns {
		if l.table != t.Name {
			continue
		}
		name := strings.TrimSuffix(l.name, "_無関係フラグ")
		t.Fields = append(t.Fields, Field{Name: l.column, Type: Integer, Enum: []string{"0", "1"},
			About:   fmt.Sprintf("%s「%s」が関係なしなら1。", d.Title, name),
			AboutEN: fmt.Sprintf("%s: %s; 1 when not relevant.", d.TitleEN, strings.ReplaceAll(l.column, "_", " "))})
	}
	return t
}

// profileTable begins a table of the numeric profiles: its first column is the
// occupation id.
func profileTable(name, title, titleEN, about, aboutEN string) Table {
	return Table{Name: name, Kind: KindNumeric, Title: title, TitleEN: titleEN, About: about, AboutEN: aboutEN,
		Sources: []string{"ipd-numeric"},
		Fields:  []Field{IDField()}, Key: []string{"id"},
		References: []Reference{{"id", "occupations", "id"}}}
}

// IDField is the first column of every table about occupations.
func IDField() Field {
	return Field{Name: "id", Type: Integer, Range: From(1), Required: true,
		About:   "職業の収録番号。job tag の職業ページの番号と同じです。",
		AboutEN: "Id of the occupation, the same as in the address of its job tag page."}
}
