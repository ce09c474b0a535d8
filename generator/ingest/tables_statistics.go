package ingest

// Enumerations of the statistical tables.
var (
	sexes       = []string{"total", "male", "female"}
	firmSizes   = []string{"total", "1000", "100", "10"}
	ageBands    = []string{"total", "under20", "20", "25", "30", "35", "40", "45", "50", "55", "60", "65", "70"}
	experiences = []string{"total", "0", "1", "5", "10", "15"}
	employments = []string{"all", "full_time", "part_time"}
)

func choice(name string, values []string, about, aboutEN string) Field {
	return Field{Name: name, Type: String, Enum: values, Required: true, About: about, AboutEN: aboutEN}
}

func amount(name, unit, about, aboutEN string) Field {
	return Field{Name: name, Type: Number, Unit: unit, Range: From(0), About: about, AboutEN: aboutEN}
}

func firmSizeField() Field {
	return choice("firm_size", firmSizes, "企業規模。total は10人以上の計、1000 は1,000人以上、100 は100〜999人、10 は10〜99人です。",
		"Firm size: total for 10 employees or more, 1000 for 1,000 or more, 100 for 100–999, 10 for 10–99.")
}

func wageTables() []Table {
	class := required(text("class", "職種の番号。", "Class of occupations."))
	toClass := []Reference{{"class", "wage_classes", "code"}}
	scheduled := amount("scheduled_earnings", "千円", "所定内給与額（月額）。", "Scheduled cash earnings per month.")
	bonus := amount("annual_bonus", "千円", "年間賞与その他特別給与額。", "Annual bonus and other special earnings.")
	workers := amount("workers", "十人", "労働者数。", "Number of workers.")
	return []Table{
		{Name: "wage_classes", Kind: KindWages, Title: "賃金統計の職種", TitleEN: "Classes of the wage statistics",
			About:   "賃金構造基本統計調査の職種。統計表には番号がないため、表の順番と、職業に付いている番号から対応を決めました。",
			AboutEN: "Classes of the Basic Survey on Wage Structure. Its tables carry no codes; they were matched by the order of the table and the codes occupations carry.",
			Sources: []string{"wages-table1"}, Key: []string{"code"},
			Fields: []Field{
				required(text("code", "職種の番号（四桁）。", "Code of the class, four digits.")),
				required(text("name", "職種名。", "Name of the class.")),
				{Name: "position", Type: Integer, Required: true, About: "統計表での順番（1から）。", AboutEN: "Position in the published table, from 1."},
			}},
		{Name: "wages", Kind: KindWages, Title: "職種・性・企業規模別の賃金", TitleEN: "Wages by class, sex and firm size",
			About:   "賃金構造基本統計調査 職種第1表。空欄は公表値なしです。年収の目安は contractual_earnings × 12 + annual_bonus で求められます。",
			AboutEN: "Basic Survey on Wage Structure, table 1 by occupation. An empty cell is a value not published. Annual pay can be estimated as contractual_earnings × 12 + annual_bonus.",
			Sources: []string{"wages-table1"}, Key: []string{"class", "sex", "firm_size"}, References: toClass,
			Fields: []Field{
				class,
				choice("sex", sexes, "性。total は男女計です。", "Sex; total for both."),
				firmSizeField(),
				amount("age", "歳", "平均年齢。", "Mean age."),
				amount("tenure_years", "年", "平均勤続年数。", "Mean years of service."),
				amount("scheduled_hours", "時間", "所定内実労働時間数（月）。", "Scheduled hours worked per month."),
				amount("overtime_hours", "時間", "超過実労働時間数（月）。", "Overtime hours worked per month."),
				amount("contractual_earnings", "千円", "きまって支給する現金給与額（月額）。", "Contractual cash earnings per month."),
				scheduled, bonus, workers,
			}},
		{Name: "wages_by_age", Kind: KindWages, Title: "職種・年齢・経験年数別の賃金", TitleEN: "Wages by class, age and experience",
			About:   "賃金構造基本統計調査 職種第10表（男女計）。公表値が一つもない組み合わせの行はありません。",
			AboutEN: "Basic Survey on Wage Structure, table 10 by occupation (both sexes). Combinations without any published value have no row.",
			Sources: []string{"wages-table10"}, Key: []string{"class", "firm_size", "age_band", "experience"}, References: toClass,
			Fields: []Field{
				class, firmSizeField(),
				choice("age_band", ageBands, "年齢階級。20 は20〜24歳のように下の端、under20 は19歳以下、70 は70歳以上です。", "Age band by its lower end: 20 for 20–24; under20 for 19 and under, 70 for 70 and over."),
				choice("experience", experiences, "経験年数階級。0 は0年、1 は1〜4年、5 は5〜9年、10 は10〜14年、15 は15年以上です。", "Years of experience by the lower end: 0, 1–4, 5–9, 10–14, 15 or more."),
				scheduled, bonus, workers,
			}},
	}
}

func helloWorkTables() []Table {
	group := required(text("group", "職業の中分類の番号。", "Middle group of occupations."))
	place := required(text("place", "都道府県の番号。JP-00 は全国です。", "Prefecture; JP-00 for the whole country."))
	year := Field{Name: "fiscal_year", Type: Integer, Unit: "年度", Range: From(2000), Required: true, About: "年度（西暦）。", AboutEN: "Fiscal year."}
	employment := choice("employment", employments, "常用の区分。all はパートを含む常用、full_time はパートを除く常用、part_time は常用的パートタイムです。",
		"Regular employment: all, without part-time work, or part-time work alone.")
	paid := choice("employment", employments[1:], "full_time はフルタイム、part_time はパートタイムです。", "Full-time or part-time.")
	references := []Reference{{"group", "openings_groups", "code"}, {"place", "places", "code"}}
	key := []string{"group", "place", "fiscal_year", "employment"}
	return []Table{
		{Name: "openings_groups", Kind: KindHelloWork, Title: "求人統計の職業", TitleEN: "Groups of the openings statistics",
			About:   "職業安定業務統計の職業。番号は日本標準職業分類の中分類です。",
			AboutEN: "Groups of the employment service statistics; codes are the middle groups of JSOC.",
			Sources: []string{"openings"}, Key: []string{"code"}, References: []Reference{{"code", "jsoc", "code"}, {"major", "jsoc", "code"}},
			Fields: []Field{
				required(text("code", "中分類の番号（二桁）。", "Code of the middle group, two digits.")),
				required(text("name", "名称。", "Name.")),
				required(text("major", "大分類の文字。", "Letter of the major group.")),
				required(text("major_name", "大分類の名称。", "Name of the major group.")),
			}},
		{Name: "places", Kind: KindHelloWork, Title: "都道府県", TitleEN: "Prefectures",
			About: "求人統計の地域。", AboutEN: "Places of the openings statistics.",
			Sources: []string{"openings"}, Key: []string{"code"},
			Fields: []Field{
				required(text("code", "ISO 3166-2 の番号。JP-00 は全国です。", "ISO 3166-2 code; JP-00 for the whole country.")),
				required(text("name", "名称。", "Name.")),
				required(text("region", "地方。", "Region.")),
			}},
		{Name: "openings", Kind: KindHelloWork, Title: "求人と求職者", TitleEN: "Openings and job seekers",
			About:   "有効求人数と有効求職者数の年度計（毎月の数の合計）。空欄は公表なしで、0 ではありません。求職者が0のときは倍率を計算できません。",
			AboutEN: "Active openings and active job seekers, summed over the months of the fiscal year. An empty cell is not published, never 0. No ratio exists where seekers are 0.",
			Sources: []string{"openings"}, Key: key, References: references, Partition: "fiscal_year",
			Fields: []Field{group, place, year, employment,
				count("openings", "有効求人数の年度計。", "Active openings, sum over the year."),
				count("seekers", "有効求職者数の年度計。", "Active job seekers, sum over the year.")}},
		{Name: "offered_wages", Kind: KindHelloWork, Title: "求人の賃金", TitleEN: "Wages offered",
			About:   "求人の平均賃金。フルタイムは月額（千円）、パートタイムは時給（円）です。公表値が一つもない行はありません。",
			AboutEN: "Mean wage offered: full-time per month in thousand yen, part-time per hour in yen. Rows without any published value are left out.",
			Sources: []string{"offered-wages"}, Key: key, References: references, Partition: "fiscal_year",
			Fields: []Field{group, place, year, paid,
				amount("by_office", "千円（月額）または円（時給）", "求人を受理したハローワークの所在地で数えた平均賃金。", "Mean wage counted by the place of the office that took the opening."),
				amount("by_workplace", "千円（月額）または円（時給）", "働く場所の所在地で数えた平均賃金。", "Mean wage counted by the place of work.")}},
		{Name: "fill_rates", Kind: KindHelloWork, Title: "新規求人と就職", TitleEN: "New openings and placements",
			About:   "新規求人数と就職件数の年度計（全国）。充足率は placements ÷ openings で求められます。",
			AboutEN: "New openings and placements of the fiscal year, whole country. The fill rate is placements ÷ openings.",
			Sources: []string{"fill-rates"}, Key: key, References: references,
			Fields: []Field{group, place, year, employment,
				count("openings", "新規求人数の年度計。", "New openings, sum over the year."),
				count("placements", "就職件数の年度計。", "Placements, sum over the year.")}},
	}
}

func count(name, about, aboutEN string) Field {
	return Field{Name: name, Type: Integer, Unit: "件", Range: From(0), About: about, AboutEN: aboutEN}
}

func classificationTables() []Table {
	fields := []Field{
		required(text("code", "分類番号。", "Code.")),
		choice("level", []string{"major", "middle", "minor"}, "段階。大分類、中分類、小分類の順に細かくなります。", "Level, from major to minor."),
		text("parent", "一つ上の分類番号。大分類では空欄です。", "Code one level up; empty for a major group."),
		required(text("name", "名称。", "Name.")),
	}
	industry := append([]Field(nil), fields...)
	industry[1] = choice("level", []string{"major", "middle", "minor", "detail"}, "段階。大分類、中分類、小分類、細分類の順に細かくなります。", "Level, from major to detail.")
	industry = append(industry, text("name_en", "英語の名称。手元の原資料にないものは空欄です。", "English name; empty where the source at hand has none."))
	return []Table{
		{Name: "jsoc", Kind: KindClassification, Title: "日本標準職業分類", TitleEN: "Japan Standard Occupational Classification",
			About: "平成21年12月統計基準設定の番号と名称。説明文は含みません。", AboutEN: "Codes and names of the standard of December 2009, without descriptions.",
			Sources: []string{"jsoc-2009"}, Key: []string{"code"}, References: []Reference{{"parent", "jsoc", "code"}}, Fields: fields},
		{Name: "jsic", Kind: KindClassification, Title: "日本標準産業分類", TitleEN: "Japan Standard Industrial Classification",
			About: "第14回改定の番号と名称。", AboutEN: "Codes and names of the 14th revision.",
			Sources: []string{"jsic-rev14"}, Key: []string{"code"}, References: []Reference{{"parent", "jsic", "code"}}, Fields: industry},
	}
}
