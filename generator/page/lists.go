package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
)

// listView is a page that leads to occupations: an introduction, some facts and groups of rows.
type listView struct {
	Heading   string
	Sub       string // small above the heading
	Hue       int    // -1 for none
	Pictogram template.HTML
	Intro     []string
	Facts     []fact
	Filter    bool   // rows can be narrowed by their words
	Jump      []link // to the groups
	Groups    []group
	Narrow    string // the search page with the list as a condition
	Source    string
}

type fact struct{ Name, Value string }

type group struct {
	ID, Title string
	Rows      template.HTML // the occupations, see rows.go
}

// narrowing is the address of the search page with one condition, to which more can be added.
func narrowing(root, way, value string) string { return root + searchPath + "?" + way + "=" + value }

// shortFacts are pay and openings of an occupation's statistical classes, for lists.
func (s *site) shortFacts(o *catalog.Occupation) string {
	var facts []string
	if w := s.c.WageClassOf(o); w != nil {
		if annual := manYen(w.Wages[catalog.WholeClass].AnnualPayYen()); annual != "" {
			facts = append(facts, "年収 "+annual+"万円")
		}
	}
	if g := s.c.OpeningGroupOf(o); g != nil {
		if ratio := ratioText(g, wholeCountry, s.newestYear(), "all"); ratio != "" {
			facts = append(facts, "求人倍率 "+ratio+"倍")
		}
	}
	return strings.Join(facts, "　")
}

// classNote tells where pay and openings in a list come from.
func (s *site) classNote() string {
	return "年収は" + s.cite.Wages + "、求人倍率は" + s.cite.Openings + s.newestYear() + "年度の、それぞれその職業が入る統計区分の数字です。"
}

// cardsView is a page of cards that lead to lists.
type cardsView struct {
	Heading string
	Intro   []string
	Groups  []cardGroup
}

type cardGroup struct {
	ID, Title, Text string
	Cards           []card
}

type card struct {
	link
	Text, Count string
	Hue         int
	Lang        string // where it is not Japanese
	Pictogram   template.HTML
}

func count(n int) string { return strconv.Itoa(n) + "職業" }

// list renders a page of the kind "list".
func (s *site) list(path, section, title, description string, crumbs []link, main func(root string) listView) error {
	v := s.newView("list", path, title, description)
	v.Section, v.Crumbs = section, crumbs
	for i := range v.Crumbs {
		v.Crumbs[i].Href = v.Root + v.Crumbs[i].Href
	}
	rows := main(v.Root)
	if rows.Filter {
		s.addScript(&v, "narrow.js")
	}
	v.Main = rows
	return s.render(v, path, s.latest())
}

// cards renders a page of the kind "cards".
func (s *site) cards(path, section, title, description string, main func(root string) cardsView) error {
	v := s.newView("cards", path, title, description)
	v.Section, v.Main = section, main(v.Root)
	return s.render(v, path, s.latest())
}

// The kana rows by which occupations are listed, with the kana each begins with.
var kanaRows = []struct{ name, first string }{
	{"あ", "あぁいぃうぅえぇおぉ"}, {"か", "かがきぎくぐけげこご"}, {"さ", "さざしじすずせぜそぞ"}, {"た", "ただちぢつづてでとど"},
	{"な", "なにぬねの"}, {"は", "はばぱひびぴふぶぷへべぺほぼぽ"}, {"ま", "まみむめも"}, {"や", "やゆよ"}, {"ら", "らりるれろ"}, {"わ", "わゐゑをん"},
}

func (s *site) occupationIndex() error {
	return s.list("occupations/", "occupations", "職業の一覧（五十音順）", "このサイトにある"+strconv.Itoa(len(s.c.Occupations))+"職業を五十音順に並べました。", nil, func(root string) listView {
		v := listView{Heading: "職業の一覧", Hue: -1, Source: s.classNote(), Filter: true,
			Intro: []string{strconv.Itoa(len(s.c.Occupations)) + "の職業を、読み方の五十音順に並べています。"}}
		for i, kana := range kanaRows {
			g := group{ID: "row-" + strconv.Itoa(i+1), Title: kana.name + "行"}
			for _, o := range s.byReading(s.c.Occupations) {
				if first := []rune(o.Reading)[:1]; strings.ContainsRune(kana.first, first[0]) {
					g.Rows += s.findableRow(root, o)
				}
			}
			if g.Rows != "" {
				v.Groups, v.Jump = append(v.Groups, g), append(v.Jump, link{g.Title, "#" + g.ID})
			}
		}
		return v
	})
}

func (s *site) fieldPages() error {
	err := s.cards("fields/", "fields", "分野から探す", "仕事の世界を16の分野に分けて見わたします。", func(root string) cardsView {
		g := cardGroup{}
		for _, f := range s.c.Fields {
			g.Cards = append(g.Cards, card{link: link{f.Name, root + fieldPath(f)}, Text: f.Summary, Count: count(len(f.Occupations)), Hue: s.hue(f), Pictogram: s.fieldPictogram(f)})
		}
		return cardsView{"分野から探す", []string{"仕事の世界を、このサイトが決めた16の分野に分けました。一つの職業は一つの分野に入ります。"}, []cardGroup{g}}
	})
	if err != nil {
		return err
	}
	for _, f := range s.c.Fields {
		err := s.list(fieldPath(f), "fields", f.Name, f.Summary, []link{{"分野", "fields/"}}, func(root string) listView {
			return listView{Narrow: narrowing(root, "field", f.Key), Heading: f.Name, Hue: s.hue(f), Pictogram: s.fieldPictogram(f), Intro: []string{f.Summary}, Source: s.classNote(),
				Groups: []group{{Title: count(len(f.Occupations)), Rows: s.rows(root, f.Occupations)}}}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *site) themePages() error {
	err := s.cards("themes/", "themes", "好きなこと・働き方から探す", "動物、屋外、夜に働く、一人で進めるなど、テーマから職業を探します。", func(root string) cardsView {
		g := cardGroup{}
		for _, t := range s.c.Themes {
			if len(t.Occupations) > 0 {
				g.Cards = append(g.Cards, card{link: link{t.Name, root + themePath(t)}, Text: t.Summary, Count: count(len(t.Occupations)), Hue: -1, Pictogram: s.Pictograms["themes/"+t.Key]})
			}
		}
		return cardsView{"好きなこと・働き方から探す", []string{"分野をまたいで、テーマから職業を集めました。テーマはこのサイトが選んだものです。"}, []cardGroup{g}}
	})
	if err != nil {
		return err
	}
	for _, t := range s.c.Themes {
		if len(t.Occupations) == 0 {
			continue
		}
		err := s.list(themePath(t), "themes", t.Name, t.Summary, []link{{"テーマ", "themes/"}}, func(root string) listView {
			return listView{Narrow: narrowing(root, "theme", t.Key), Heading: t.Name, Hue: -1, Pictogram: s.Pictograms["themes/"+t.Key], Intro: []string{t.Summary}, Source: s.classNote(),
				Groups: []group{{Title: count(len(t.Occupations)), Rows: s.rows(root, t.Occupations)}}}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *site) industryPages() error {
	err := s.cards("industries/", "industries", "産業から探す", "日本標準産業分類の大分類と中分類から職業を探します。", func(root string) cardsView {
		v := cardsView{Heading: "産業から探す", Intro: []string{"日本標準産業分類（第14回改定）の中分類ごとに、その産業で働く人が多いと考えられる職業を並べています。"}}
		for _, major := range s.c.Industries {
			if len(major.Code) != 1 {
				continue
			}
			g := cardGroup{ID: major.Code, Title: major.Code + " " + major.Name}
			for _, i := range s.c.Industries {
				if len(i.Occupations) > 0 && i.Code[:1] == major.Code {
					g.Cards = append(g.Cards, card{link: link{i.Name, root + industryPath(i)}, Text: i.Code, Count: count(len(i.Occupations)), Hue: -1})
				}
			}
			if len(g.Cards) > 0 {
				v.Groups = append(v.Groups, g)
			}
		}
		return v
	})
	if err != nil {
		return err
	}
	for _, i := range s.c.Industries {
		if len(i.Occupations) == 0 {
			continue
		}
		err := s.list(industryPath(i), "industries", i.Name+"で働く職業", "日本標準産業分類「"+i.Name+"」（"+i.Code+"）で働く人が多いと考えられる職業です。", []link{{"産業", "industries/"}}, func(root string) listView {
			return listView{Narrow: narrowing(root, "industry", i.Code), Heading: i.Name, Sub: "日本標準産業分類 " + i.Code, Hue: -1, Source: s.classNote(),
				Groups: []group{{Title: count(len(i.Occupations)), Rows: s.rows(root, i.Occupations)}}}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *site) classificationPages() error {
	err := s.cards("classification/", "classification", "職業分類から探す", "厚生労働省編職業分類と日本標準職業分類から職業を探します。", func(root string) cardsView {
		mhlw := cardGroup{Title: "厚生労働省編職業分類（大分類）"}
		for _, m := range s.c.MHLW {
			mhlw.Cards = append(mhlw.Cards, card{link: link{m.Name, root + "classification/mhlw/" + m.Code + "/"}, Text: m.Code, Count: count(len(m.Occupations)), Hue: -1})
		}
		jsoc := cardGroup{Title: "日本標準職業分類（大分類）"}
		for _, major := range s.c.JSOC {
			if n := len(s.jsocUnder(major.Code)); major.Parent == "" && n > 0 {
				jsoc.Cards = append(jsoc.Cards, card{link: link{major.Name, root + "classification/jsoc/" + strings.ToLower(major.Code) + "/"}, Text: major.Code, Count: count(n), Hue: -1})
			}
		}
		return cardsView{"職業分類から探す", []string{"ハローワークなどで使われる厚生労働省編職業分類と、統計で使われる日本標準職業分類（平成21年12月統計基準設定）の二つから探せます。どちらも、職業ごとの主な分類で並べています。"}, []cardGroup{mhlw, jsoc}}
	})
	if err != nil {
		return err
	}
	for _, m := range s.c.MHLW {
		err := s.list("classification/mhlw/"+m.Code+"/", "classification", m.Name, "厚生労働省編職業分類の大分類「"+m.Name+"」の職業です。", []link{{"職業分類", "classification/"}}, func(root string) listView {
			return listView{Narrow: narrowing(root, "mhlw", m.Code), Heading: m.Name, Sub: "厚生労働省編職業分類 大分類 " + m.Code, Hue: -1, Source: s.classNote(),
				Groups: []group{{Title: count(len(m.Occupations)), Rows: s.rows(root, m.Occupations)}}}
		})
		if err != nil {
			return err
		}
	}
	for _, major := range s.c.JSOC {
		if major.Parent == "" && len(s.jsocUnder(major.Code)) > 0 {
			if err := s.jsocPage(major); err != nil {
				return err
			}
		}
	}
	return nil
}

// jsocPage lists the minor classes of a major class, each with its occupations.
func (s *site) jsocPage(major *catalog.Class) error {
	path := "classification/jsoc/" + strings.ToLower(major.Code) + "/"
	return s.list(path, "classification", major.Name, "日本標準職業分類の大分類「"+major.Name+"」の職業です。", []link{{"職業分類", "classification/"}}, func(root string) listView {
		v := listView{Narrow: narrowing(root, "jsoc", major.Code), Heading: major.Name, Sub: "日本標準職業分類 大分類 " + major.Code, Hue: -1, Source: s.classNote()}
		for _, c := range s.c.JSOC {
			if c.Code[:1] == major.Code && len(c.Occupations)+len(s.alsoIn(c)) > 0 {
				rows := s.rows(root, slices.Concat(c.Occupations, s.alsoIn(c)))
				v.Groups = append(v.Groups, group{c.Code, c.Code + " " + c.Name, rows})
			}
		}
		return v
	})
}

// alsoIn are the occupations that have the class as a further one.
func (s *site) alsoIn(c *catalog.Class) []*catalog.Occupation {
	var also []*catalog.Occupation
	for _, o := range s.c.Occupations {
		if i := slices.Index(o.Codes.JSOC, c.Code); i > 0 {
			also = append(also, o)
		}
	}
	return also
}

func (s *site) jsocUnder(major string) []*catalog.Occupation {
	var under []*catalog.Occupation
	for _, c := range s.c.JSOC {
		if c.Code[:1] == major {
			under = append(under, c.Occupations...)
		}
	}
	return under
}
