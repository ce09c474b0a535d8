package page

// datasetWords are the words of the page of the dataset in one language.
type datasetWords struct {
	Title, Name, Description, Lead     string
	Keywords                           []string
	Version, Released, Tables, AllRows string
	Whole                              []datasetFile // names, paths in the release and what they are
	File, Size, What                   string
	Downloads, List, ListCaption       string
	Table, Rows, Columns, Terms        string
	Dictionary, DictionaryLead         string
	Filter, FilterButton, NoneFound    string
	Found                              string
	Column, Type, Unit, Values, About  string
	Key, Sample, SampleMore, Empty     string
	RecipesTitle, RecipesLead          string
	Recipes                            []recipe // Code names the file
	Cite, CiteLead, Copy, Copied       string
	CopyFailed                         string
	TermsTitle, TermsLead              string
	FormatsTitle                       string
	Formats                            []definition
	Notes                              string
	NoteList                           []string
	Interface, InterfaceText, OpenAPI  string
	Here                               string
}

type definition struct{ Name, Text string }

func wordsOfDataset(e edition) datasetWords {
	if e == english {
		return datasetInEnglish
	}
	return datasetInJapanese
}

var datasetInJapanese = datasetWords{
	Title: "データセット", Name: "しごとアトラス データセット",
	Description: "日本の職業の数値プロフィール、賃金、求人、分類を、公的な公開データから同じ形の表にまとめました。CSV、Excel、JSON、XML、Parquet、SQLiteで使えます。",
	Lead:        "このサイトの数字は、すべて表として使えます。研究、授業、開発に、使いやすい形式を選んでください。",
	Keywords:    []string{"職業", "職業情報", "スキル", "賃金", "求人", "日本版O-NET"},
	Version:     "版", Released: "データの日付", Tables: "表", AllRows: "行の合計",
	Downloads: "まとめてダウンロード", File: "ファイル", Size: "大きさ", What: "内容",
	Whole: []datasetFile{
		{link{"Excelブック", "shigoto-atlas.xlsx"}, "", "すべての表を、一つの表に一枚のシートで。説明のシート付き"},
		{link{"SQLiteデータベース", "shigoto-atlas.sqlite"}, "", "すべての表、外部キー、名前を並べたビュー"},
		{link{"項目説明書", "README.md"}, "", "表と列の説明（日本語と英語）"},
		{link{"Data Package", "datapackage.json"}, "", "型、範囲、キー、出典（Frictionless Data Package 第2版）"},
		{link{"CSV on the Web", "csv/csv-metadata.json"}, "", "CSVの型と単位（W3C CSVW）"},
		{link{"XML Schema", "xml/dataset.xsd"}, "", "XMLの型"},
		{link{"Croissant", "croissant.json"}, "", "機械学習のためのメタデータ（Croissant 1.1）"},
		{link{"CITATION.cff", "CITATION.cff"}, "", "引用の情報"},
		{link{"利用条件", "LICENSES.md"}, "", "表ごとの利用条件"},
		{link{"変更の記録", "CHANGELOG.md"}, "", "版ごとの変更"},
		{link{"ファイルの一覧", "index.json"}, "", "すべての表の行数と、すべてのファイルの大きさとSHA-256"},
		{link{"SHA256SUMS", "SHA256SUMS"}, "", "sha256sum -c で確かめられる一覧"},
	},
	List: "表の一覧", ListCaption: "表の名前は、どの形式でも同じです。大きさはファイルの大きさです", Table: "表", Rows: "行", Columns: "列", Terms: "利用条件",
	Dictionary: "列の説明", DictionaryLead: "表ごとに、列の意味と、はじめの数行を示します。空欄は公表値なしで、0ではありません。",
	Filter: "列の名前や説明で絞る", FilterButton: "絞る", Found: "列", NoneFound: "見つかりません。別の言葉で試してください。",
	Column: "列", Type: "型", Unit: "単位", Values: "値", About: "説明", Key: "主キー", Sample: "はじめの行", SampleMore: "列を省いています。省いた列の数:", Empty: "（空欄）",
	RecipesTitle: "使い方の例", RecipesLead: "次の例は、このサイトの試験で実際に動かしています。",
	Recipes: []recipe{
		{"duckdb", "DuckDB", "Parquetの縦持ちの表から、プログラミングのスキルの高い職業を出します。", "duckdb.sh"},
		{"sqlite", "SQLite", "ビューを使って、求人倍率が3を超える職業を年収の高い順に出します。", "sqlite.sh"},
		{"python", "Python", "標準ライブラリだけで、社会的な興味の高い職業を出します。", "python.py"},
		{"spreadsheet", "表計算ソフト", "Excelブックに新しいシートを作り、式を一行ずつ入れます。順に、収録番号1の職業名、社会的な興味の平均、関連する資格がある職業の数、きまって支給する現金給与額の最大（千円）です。", "spreadsheet.txt"},
		{"jq", "curlとjq", "賃金統計の職種から、名前に「看護」を含むものを出します。", "jq.sh"},
	},
	Cite: "引用の書き方", CiteLead: "このデータセットと、使った表の出典の両方を示してください。出典は、公表者が求める書き方で書いてあります。",
	Copy: "引用を写す", Copied: "写しました", CopyFailed: "写せませんでした。次の文を選んで写してください:",
	TermsTitle: "利用条件", TermsLead: "全体に一つのライセンスはありません。使う表の出典の条件に従ってください。職業情報（job tag）の表は、出典を示せば編集、加工、再集計ができますが、別のライセンスを付けて配ることはできません。",
	FormatsTitle: "形式について",
	Formats: []definition{
		{"CSV", "UTF-8、改行はLF、一行目が列名です。一つの欄の中の | は値の区切りです。csv-bomは、先頭にバイト順マークを付けた同じ内容で、表計算ソフトで文字化けしません。"},
		{"JSON、JSON Lines", "一行が一つのオブジェクトです。数値は公表された桁のまま、公表値なしはnull、複数の値は配列です。"},
		{"XML", "表の名前の要素の中に、行ごとのrow要素があります。値は属性で、公表値なしの属性はありません。数字で始まる列名の前には _ を付けます。"},
		{"Parquet", "型付き、辞書符号化、zstd圧縮です。行はキーの順で、8,192行までの行グループに分かれます。profilesの行グループには一つの領域だけが入るので、領域で絞ると残りは読まれません。職業のすべての組の近さ（similarity_pairs）は、行が多いためParquetだけにあります。"},
		{"分割したParquet", "parquet-partitionedには、profilesを領域（domain=skillsなど）、openingsとoffered_wagesを年度（fiscal_year=2025など）のディレクトリーに分けたものがあります（Hive形式）。SparkやDuckDBは、条件に合うディレクトリーだけを読みます。"},
		{"SQLite", "表のほかに、名前を並べたビュー occupation_overview、profile_names、wage_names、openings_names があります。"},
	},
	Notes: "気を付けること",
	NoteList: []string{
		"低い値と「関係なし」は違います。「関係なし」の印は、skills_not_relevant、knowledge_not_relevant、profilesのnot_relevantにあります。",
		"回答の少ない領域があります。profilesのsmall_sampleが1の行は、回答が20件未満です。",
		"いくつもの職業が一つの賃金区分を共有します。職業ごとの賃金ではありません。",
		"学歴と就業形態は複数回答で、合計は1になりません。",
		"公式の項目番号は、版をまたいで別の項目に使われたことがあります。版を比べるときは列名で比べてください。",
	},
	Interface: "一件ずつ取り出す（API）", InterfaceText: "職業の一覧、職業ごとの値、項目ごとの順位、似た職業、移るときの差、都道府県の統計、検索の言葉を、静的なJSONのAPIから取り出せます。認証は要りません。", OpenAPI: "APIの説明（OpenAPI 3.1）",
	Here: "ページの中の見出し",
}

var datasetInEnglish = datasetWords{
	Title: "Dataset", Name: "Shigoto Atlas dataset",
	Description: "Numeric profiles, wages, openings and classifications of occupations in Japan, brought from official open data into tables of one form: CSV, Excel, JSON, XML, Parquet and SQLite.",
	Lead:        "Every figure of this site is here as a table. Choose the format that suits your tool.",
	Keywords:    []string{"occupations", "Japan", "skills", "wages", "job openings", "O-NET", "RIASEC"},
	Version:     "Version", Released: "Date of the data", Tables: "Tables", AllRows: "Rows in all",
	Downloads: "Everything at once", File: "File", Size: "Size", What: "Contents",
	Whole: []datasetFile{
		{link{"Excel workbook", "shigoto-atlas.xlsx"}, "", "all tables, one to a sheet, with sheets that explain them"},
		{link{"SQLite database", "shigoto-atlas.sqlite"}, "", "all tables, foreign keys, and views with names beside codes"},
		{link{"Data dictionary", "README.md"}, "", "every table and column in Japanese and English"},
		{link{"Data Package", "datapackage.json"}, "", "types, ranges, keys, sources (Frictionless Data Package, version 2)"},
		{link{"CSV on the Web", "csv/csv-metadata.json"}, "", "types and units of the CSV files (W3C CSVW)"},
		{link{"XML Schema", "xml/dataset.xsd"}, "", "types of the XML files"},
		{link{"Croissant", "croissant.json"}, "", "metadata for machine learning (Croissant 1.1)"},
		{link{"CITATION.cff", "CITATION.cff"}, "", "how to cite"},
		{link{"Terms", "LICENSES.md"}, "", "terms of use by table"},
		{link{"Changelog", "CHANGELOG.md"}, "", "changes by version"},
		{link{"List of files", "index.json"}, "", "rows of every table, size and SHA-256 of every file"},
		{link{"SHA256SUMS", "SHA256SUMS"}, "", "for sha256sum -c"},
	},
	List: "Tables", ListCaption: "A table has the same name in every format; sizes are those of the files", Table: "Table", Rows: "Rows", Columns: "Columns", Terms: "Terms",
	Dictionary: "Columns of every table", DictionaryLead: "What each column means, and the first rows. An empty cell is a value not published; it is never 0.",
	Filter: "Narrow by name or description", FilterButton: "Narrow", Found: " columns", NoneFound: "Nothing found. Try another word.",
	Column: "Column", Type: "Type", Unit: "Unit", Values: "Values", About: "Description", Key: "Primary key", Sample: "First rows", SampleMore: "Columns left out:", Empty: "(empty)",
	RecipesTitle: "Examples", RecipesLead: "The tests of this site run these examples.",
	Recipes: []recipe{
		{"duckdb", "DuckDB", "Occupations with the highest skill in programming, from the long table in Parquet.", "duckdb.sh"},
		{"sqlite", "SQLite", "Occupations with more than three openings per seeker by annual pay, from a view.", "sqlite.sh"},
		{"python", "Python", "Occupations with the highest social interest, with the standard library alone.", "python.py"},
		{"spreadsheet", "Spreadsheet", "Add a sheet to the Excel workbook and enter the formulas one by one: the title of occupation 1, the mean of social interest, the number of occupations with related licences, and the highest contractual earnings (thousand yen).", "spreadsheet.txt"},
		{"jq", "curl and jq", "Classes of the wage statistics whose name holds 看護 (nursing).", "jq.sh"},
	},
	Cite: "Citation", CiteLead: "Cite this dataset and the sources of the tables you use. The sources are given in the words that their publishers ask for.",
	Copy: "Copy the citation", Copied: "Copied", CopyFailed: "It could not be copied. Select and copy this text:",
	TermsTitle: "Terms of use", TermsLead: "There is no single licence for the whole. Follow the terms of the source of each table you use. Tables from job tag may be edited, processed and re-aggregated with citation, but must not be relicensed.",
	FormatsTitle: "About the formats",
	Formats: []definition{
		{"CSV", "UTF-8, LF, one header row. | stands between several values of one cell. csv-bom holds the same behind a byte order mark, for spreadsheets."},
		{"JSON and JSON Lines", "One object to a row. Numbers keep their published digits, a value not published is null, several values are an array."},
		{"XML", "An element of the table's name holds a row element for every row. Values are attributes; one not published is left out. A column name that begins with a digit has _ before it."},
		{"Parquet", "Typed, dictionary-encoded, compressed with zstd. Rows stand in the order of the key, in row groups of at most 8,192 rows. A row group of profiles holds one domain, so a condition on the domain leaves the others unread. The closeness of all pairs of occupations (similarity_pairs) has many rows and is published as Parquet alone."},
		{"Partitioned Parquet", "parquet-partitioned holds profiles by domain (domain=skills and so on), openings and offered_wages by fiscal year (fiscal_year=2025 and so on), in directories as Hive has them. Spark and DuckDB read only those a condition asks for."},
		{"SQLite", "Beside the tables there are views with names: occupation_overview, profile_names, wage_names, openings_names."},
	},
	Notes: "What to know",
	NoteList: []string{
		"A low value is not the same as \"not relevant\". The marks stand in skills_not_relevant, knowledge_not_relevant, and not_relevant of profiles.",
		"Some domains had few answers: small_sample of profiles is 1 where there were fewer than 20.",
		"Several occupations share one class of the wage statistics; these are not wages of the single occupation.",
		"Schooling and forms of employment allow several answers, so shares need not sum to 1.",
		"Official item ids have been given to other items between versions. Compare versions by column name.",
	},
	Interface: "One at a time (API)", InterfaceText: "A static JSON API answers with the list of occupations, one occupation, rankings by item, similar occupations, what moves ask for, statistics by prefecture, and the words search knows. It needs no key.", OpenAPI: "Description of the API (OpenAPI 3.1)",
	Here: "On this page",
}

// unitsInEnglish are the units of columns.
var unitsInEnglish = map[string]string{
	"評定": "rating", "割合": "share", "評定または割合": "rating or share", "年度": "fiscal year", "歳": "years of age", "年": "years", "時間": "hours",
	"千円": "thousand yen", "十人": "ten persons", "件": "number", "千円（月額）または円（時給）": "thousand yen a month, or yen an hour",
	"パーセンタイル": "percentile", "順位": "rank", "職業": "occupations", "標準偏差": "standard deviations", "領域": "domains", "倍": "times",
}
