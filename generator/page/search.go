package page

import "strconv"

// searchView is the page of the search: the words, what was found, and the ways in as links for those without script.
type searchView struct {
	Heading, Lead     string
	Label, Hint       string // of the search box
	Submit, NoScript  string
	Index             string // where the form leads without script
	Help              string
	Tips              []tip
	Found, Sort, More string
	Sorts             []sortOption
	View              string
	Views             []sortOption
	Narrow            string
	Columns           string
	Download, Print   string
	Others            string
	Ways              string
	WaysLead          string
	WayCards          []card
	Words             []word
	Assets            searchAssets
	Source            string
}

// searchAssets are the files that the scripts of the page load, seen from it.
type searchAssets struct{ Root, Index, Facets, Facts, Vectors string }

type tip struct{ Example, Meaning string }

type sortOption struct{ Value, Name string }

// word is something the scripts of the page say, in the language of the page.
type word struct{ Key, Text string }

const searchPath = "search/"

// searchEditions are the languages of the search page.
var searchEditions = []edition{japanese, english}

func (s *site) searchPages() error {
	for _, e := range searchEditions {
		title, description := "仕事を探す", "職業の名前、ふだんの言葉、資格、分野、年収、求人倍率、スキルや仕事の性質から、"+strconv.Itoa(len(s.c.Occupations))+"職業を探せます。"
		if e == english {
			title, description = "Find occupations", "Search "+strconv.Itoa(len(s.c.Occupations))+" occupations in Japan by words, field, licence, pay, openings, skills and working conditions."
		}
		v := s.newEdition("search", e, searchEditions, searchPath, title, description)
		v.Section, v.Main = "search", s.searchView(e, v.Root)
		s.addScript(&v, "tools/search.js")
		if err := s.render(v, e.dir()+searchPath, s.latest()); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) searchView(e edition, root string) searchView {
	in := func(ja, en string) string { return inEdition(e, ja, en) }
	n := strconv.Itoa(len(s.c.Occupations))
	v := searchView{
		Heading: in("仕事を探す", "Find occupations"),
		Lead:    in(n+"の職業を、言葉と条件を組み合わせて探せます。", "Combine words and conditions to search "+n+" occupations."),
		Label:   in("職業の名前、ふだんの呼び方、資格、していること", "Name of an occupation, licence, or what people do"),
		Hint:    in("例：看護師、子どもと遊ぶ仕事", "e.g. nurse, care worker"),
		Submit:  in("探す", "Search"), Index: root + "occupations/",
		NoScript: in("言葉での検索と条件の組み合わせには、ブラウザのスクリプトが要ります。使えないときは、下の「探し方」の一覧か、五十音順の一覧から探せます。",
			"Searching by words needs scripts in your browser. Without them, use the ways in below or the list of all occupations."),
		Help: in("探し方のこつ", "How to search"), Tips: searchTips(e),
		Found: in("見つかった職業", "Occupations found"), Sort: in("並べ方", "Sort by"), Sorts: searchSorts(e), More: in("続きを見る", "Show more"),
		View: in("見せ方", "View"), Views: []sortOption{{"list", in("一覧", "List")}, {"table", in("表", "Table")}},
		Narrow: in("条件で絞る", "Narrow by conditions"), Columns: in("表の列を選ぶ", "Choose columns"),
		Download: in("CSVで保存", "Save as CSV"), Print: in("印刷", "Print"), Others: in("ガイド・資格・用語から", "Guides, licences and terms"),
		Ways: in("探し方", "Ways in"), WaysLead: in("どの探し方も、上の「条件で絞る」で言葉と組み合わせられます。ここからは、探し方ごとの一覧へ進めます。",
			"Every way in can be combined with words under “Narrow by conditions”. These links lead to lists (in Japanese)."),
		WayCards: s.waysIn(e, root), Words: searchWords(e),
		Assets: searchAssets{root, root + s.SearchRoot(), root + s.Assets["tools/facets.js"], root + s.Assets["facts.json"], root + s.Assets["vectors.bin"]},
		Source: in(s.classNote()+"力や性質の数字は"+s.cite.Profiles+"です。",
			"Annual pay is from the Basic Survey on Wage Structure, openings from the employment security statistics (fiscal "+s.newestYear()+"), each of the statistical class an occupation belongs to. Skills and other items are from JILPT’s occupational database. See Sources and terms."),
	}
	return v
}

// inEdition is a text in the language of an edition.
func inEdition(e edition, ja, en string) string {
	if e == english {
		return en
	}
	return ja
}

func searchTips(e edition) []tip {
	if e == english {
		return []tip{{"nurse school", "both words"}, {"nurse OR doctor", "either word"}, {"nurse -school", "without a word"}, {"“data entry”", "words in this order"}}
	}
	return []tip{
		{"動物 病院", "両方の言葉が当てはまる職業"}, {"大工 OR とび", "どちらかの言葉が当てはまる職業（｜でも同じ）"},
		{"保育 -病院", "「病院」が当てはまる職業を除く"}, {"「機械の点検」", "この順で続く言葉（\" \"でも同じ）"},
	}
}

func searchSorts(e edition) []sortOption {
	ja := []sortOption{
		{"", "言葉に合う順"}, {"reading", "五十音順"}, {"-pay", "年収の高い順"}, {"pay", "年収の低い順"}, {"-ratio", "求人倍率の高い順"}, {"ratio", "求人倍率の低い順"},
		{"age", "平均年齢の低い順"}, {"-age", "平均年齢の高い順"},
	}
	en := []string{"Best match", "Name", "Pay, highest first", "Pay, lowest first", "Openings ratio, highest first", "Openings ratio, lowest first", "Mean age, lowest first", "Mean age, highest first"}
	for i := range ja {
		ja[i].Name = inEdition(e, ja[i].Name, en[i])
	}
	return ja
}

// waysIn are the twelve ways in, each with the page that serves it without script.
func (s *site) waysIn(e edition, root string) []card {
	var cards []card
	for _, w := range []struct{ path, ja, jaText, en, enText string }{
		{"occupations/", "言葉から", "職業の名前を五十音順の一覧で", "By word", "All occupations by name"},
		{"fields/", "分野から", "16の分野と、その中の職業", "By field", "16 regions of work"},
		{"industries/", "産業から", "日本標準産業分類の中分類ごと", "By industry", "Classes of the Japan Standard Industrial Classification"},
		{"themes/", "テーマから", "動物、屋外、夜、一人で、など", "By theme", "Animals, outdoors, at night, alone and more"},
		{"items/skills/", "スキルから", "39のスキルごとに数字の高い順", "By skill", "39 skills, each with its highest occupations"},
		{"items/knowledge/", "知識から", "33の知識ごとに数字の高い順", "By knowledge", "33 areas of knowledge"},
		{"licences/", "資格から", "資格ごとに、生かせる職業", "By licence", "Licences and where they are used"},
		{"classification/", "職業分類から", "厚生労働省編職業分類、日本標準職業分類", "By classification", "MHLW and Japan Standard Occupational Classification"},
		{"items/natures/", "仕事の性質から", "場所、姿勢、人とのかかわりなど", "By work context", "Places, postures, people"},
		{"items/activities/", "仕事の内容から", "41の活動ごとに数字の高い順", "By work activity", "41 activities"},
		{"town/", "町の絵から", "駅、病院、森など、ふりがなつき", "By picture map", "Places of a town, for children"},
		{"statistics/", "年収と求人倍率から", "賃金と求人の統計を高い順に", "By pay and openings", "Wage and openings statistics"},
		{"occupations/", "作業の言葉から", "職業ごとのページに、作業の一覧があります", "By task", "The page of each occupation lists its tasks"},
		{"items/education/", "学歴から", "就いている人の学歴", "By education", "Schooling of people at work"},
		{"items/employment/", "就業形態から", "正社員、パート、自営など", "By form of employment", "Regular, part-time, self-employed"},
	} {
		cards = append(cards, card{link: link{inEdition(e, w.ja, w.en), root + w.path}, Text: inEdition(e, w.jaText, w.enText), Hue: -1})
	}
	return cards
}
