package ingest

import (
	"slices"
	"strings"
)

// Tables returns the definition of every table of a dataset whose numeric
// profiles are of a version, in the order in which the dataset lists them.
// Tables of the profiles have the columns of that version.
func Tables(version string) ([]Table, error) {
	columns, err := layout(version)
	if err != nil {
		return nil, err
	}
	tables := []Table{occupationsTable(), itemsTable()}
	for _, d := range Domains() {
		if !slices.ContainsFunc(columns, func(l layoutColumn) bool { return l.table == d.Name }) {
			continue
		}
		tables = append(tables, d.table(columns))
		if d.Name == "skills" || d.Name == "knowledge" {
			tables = append(tables, d.notRelevant(columns))
		}
	}
	tables = append(tables, tasksTable(), surveysTable(), sampleFlagsTable(columns), surveyFormsTable())
	tables = append(tables, wageTables()...)
	tables = append(tables, helloWorkTables()...)
	return append(tables, classificationTables()...), nil
}

// definition returns the definition of one table.
func definition(version, name string) Table {
	tables, err := Tables(version)
	if err != nil {
		return Table{}
	}
	i := slices.IndexFunc(tables, func(t Table) bool { return t.Name == name })
	if i < 0 {
		return Table{}
	}
	return tables[i]
}

func text(name, about, aboutEN string) Field {
	return Field{Name: name, Type: String, About: about, AboutEN: aboutEN}
}

func required(f Field) Field {
	f.Required = true
	return f
}

func list(f Field) Field {
	f.Type = List
	return f
}

func occupationsTable() Table {
	return Table{Name: "occupations", Kind: KindOccupations, Title: "職業", TitleEN: "Occupations",
		About:   "一行が一つの職業です。数値のない職業も含みます。",
		AboutEN: "One row per occupation, those without any figures included.",
		Sources: []string{"occupations"}, Key: []string{"id"},
		References: []Reference{{"wage_class", "wage_classes", "code"}},
		Fields: []Field{
			IDField(),
			required(text("title", "職業名。", "Title of the occupation.")),
			list(text("aliases", "別名。| で区切ります。", "Other titles, separated by |.")),
			text("mhlw_main", "主な厚生労働省編職業分類の番号（例 09_055-01）。", "Main code in the classification of the Ministry of Health, Labour and Welfare (MHLW)."),
			list(text("mhlw_codes", "厚生労働省編職業分類の番号すべて。| で区切ります。", "All MHLW codes, separated by |.")),
			text("jsoc_main", "主な日本標準職業分類の番号。大分類の文字に小分類の三桁を続けます（例 H533）。", "Main JSOC code: letter of the major group and three digits of the minor group."),
			list(text("jsoc_codes", "日本標準職業分類の番号すべて。| で区切ります。", "All JSOC codes, separated by |.")),
			text("wage_class", "賃金構造基本統計調査で当てはまる職種の番号。複数の職業が一つの職種を共有します。対応する職種がない職業は空欄です。",
				"Class of the Basic Survey on Wage Structure the occupation belongs to. Several occupations share a class; empty when there is none."),
			list(text("licences", "関連する資格の名称。| で区切ります。", "Names of related licences and qualifications, separated by |.")),
		}}
}

func itemsTable() Table {
	return Table{Name: "items", Kind: KindNumeric, Title: "項目", TitleEN: "Items",
		About:   "数値プロフィールの項目の一覧。一行が domain の表の一列にあたります。",
		AboutEN: "The items of the numeric profiles; a row stands for a column of the table of its domain.",
		Sources: []string{"ipd-numeric"}, Key: []string{"domain", "column"},
		Fields: []Field{
			{Name: "domain", Type: String, Enum: domainNames(), Required: true, About: "領域。表の名前と同じです。", AboutEN: "Domain, which is also the name of its table."},
			required(text("column", "領域の表での列名。版が変わっても同じ項目は同じ名前です。", "Column in the table of the domain; the same item keeps it over versions.")),
			required(text("ipd_id", "その版での公式の項目番号。番号は版をまたいで別の項目に使われることがあります。", "Official id in this version. Ids have been given to other items between versions.")),
			required(text("name", "公式の項目名。", "Official name of the item.")),
			{Name: "minimum", Type: Number, Required: true, About: "取りうる最小の値。", AboutEN: "Smallest possible value."},
			{Name: "maximum", Type: Number, Required: true, About: "取りうる最大の値。", AboutEN: "Largest possible value."},
			{Name: "position", Type: Integer, Required: true, About: "領域の中での公式の順番（1から）。", AboutEN: "Official position within the domain, from 1."},
		}}
}

func domainNames() []string {
	var names []string
	for _, d := range Domains() {
		names = append(names, d.Name)
	}
	return names
}

func tasksTable() Table {
	t := profileTable("tasks", "タスク", "Tasks",
		"職業ごとの仕事の一つひとつについての数値。タスクの文は含みません。番号が飛ぶことも、値が空欄のこともあります。",
		"Figures for each task of an occupation, without its statement. Numbers may have gaps and values may be missing.")
	t.Key = []string{"id", "number"}
	t.Fields = append(t.Fields,
		Field{Name: "number", Type: Integer, Range: From(1), Required: true, About: "公式のタスク番号。", AboutEN: "Official number of the task."},
		Field{Name: "performed", Type: Number, Unit: "割合", Range: &Range{0, 1}, Decimals: 3, About: "実施率。そのタスクを行うと答えた人の割合（0–1）。", AboutEN: "Share of respondents who perform the task (0–1)."},
		Field{Name: "importance", Type: Number, Unit: "評定", Range: &Range{1, 5}, Decimals: 3, About: "重要度の平均評定（1–5）。", AboutEN: "Mean rating of importance (1–5)."})
	return t
}

func surveysTable() Table {
	t := profileTable("surveys", "情報源と更新年度", "Sources and years of the figures",
		"職業と領域ごとの、直近の調査の情報源と年度。",
		"Source and fiscal year of the latest survey of each domain of an occupation.")
	t.Key = []string{"id", "domain"}
	t.Fields = append(t.Fields,
		Field{Name: "domain", Type: String, Enum: append(domainNames(), "tasks"), Required: true, About: "領域。tasks はタスクです。", AboutEN: "Domain; tasks stands for the tasks."},
		text("source", "情報源（公表の語のまま）。", "Source, in the published words."),
		Field{Name: "fiscal_year", Type: Integer, Unit: "年度", Range: From(2018), About: "直近の更新年度（西暦）。", AboutEN: "Fiscal year of the latest update."})
	return t
}

func sampleFlagsTable(columns []layoutColumn) Table {
	t := profileTable("sample_flags", "サンプルサイズ不足フラグ", "Flags of small samples",
		"調査票ごとの回答数の印。どの票がどの領域を尋ねたかは survey_forms にあります。",
		"Marks of small samples by survey form. Which form asked which domain stands in survey_forms.")
	for _, l := range columns {
		if l.table != t.Name {
			continue
		}
		t.Fields = append(t.Fields, sampleFlag(l))
	}
	return t
}

// sampleFlag defines the column of a flag. Version 1.8 has two flags that say
// something else than the number of answers.
func sampleFlag(l layoutColumn) Field {
	field := Field{Name: l.column, Type: Integer, Enum: []string{"0", "1", "2"}}
	name := strings.ReplaceAll(l.name, "_", " ")
	switch l.column {
	case "precision":
		field.About, field.AboutEN = name+"。1 は標準誤差が比較的大きいことを示します。", "1 marks comparatively large standard errors."
	case "task_validity":
		field.About, field.AboutEN = name+"。1 の職業にはタスクの情報がありません。", "1 marks an occupation whose tasks were withheld as doubtful."
	default:
		field.About = name + "。0 は20件以上、1 は20件未満（三段階の票では10件以上20件未満）、2 は10件未満、空欄は対象外です。"
		field.AboutEN = "Survey " + strings.ReplaceAll(l.column, "_", " ") + ": 0 for 20 answers or more, 1 for fewer than 20 (10 to 19 where three grades are used), 2 for fewer than 10, empty when not surveyed."
	}
	return field
}

func surveyFormsTable() Table {
	return Table{Name: "survey_forms", Kind: KindForms, Title: "調査票", TitleEN: "Survey forms",
		About:   "どの年度のどの票が、どの職業にどの領域を尋ねたか。公式の項目定義から事実だけを取りました。定義に記載のない票は含みません。",
		AboutEN: "Which form of which year asked which domain for which occupations; facts from the official data dictionary. Forms the dictionary says nothing about are left out.",
		Sources: []string{"ipd-forms"}, Key: []string{"form", "domain"},
		Fields: []Field{
			required(text("form", "票。sample_flags の列名と同じです。", "Form, named as its column in sample_flags.")),
			{Name: "fiscal_year", Type: Integer, Unit: "年度", Range: From(2018), Required: true, About: "調査の年度（西暦）。", AboutEN: "Fiscal year of the survey."},
			{Name: "domain", Type: String, Enum: append(domainNames(), "tasks"), Required: true, About: "尋ねた領域。", AboutEN: "Domain asked."},
			required(list(text("occupations", "対象の職業の番号。| で区切ります。all はすべての職業です。", "Ids of the occupations asked, separated by |; all stands for every occupation."))),
		}}
}
