package page

import (
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
)

func (s *site) licencePages() error {
	err := s.cards("licences/", "licences", "資格から探す", "資格の種類ごとに、生かせる職業を探します。", s.licenceIndex)
	if err != nil {
		return err
	}
	for _, x := range s.c.Licences {
		if err := s.licencePage(x); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) licenceIndex(root string) cardsView {
	v := cardsView{Heading: "資格から探す", Intro: []string{
		"資格は、法律での役割によって種類が違います。その資格がないと仕事ができないもの（業務独占）から、知識や技能を示す助けになるもの（民間・公的検定）まで、" + strconv.Itoa(len(s.c.Licences)) + "の資格を種類ごとに並べました。",
		"職業とのつながりは、職業情報データベースの関連資格によります。"}}
	for _, kind := range catalog.LicenceKinds {
		g := cardGroup{ID: kind.Key, Title: kind.Name, Text: kind.Meaning}
		for _, x := range s.c.Licences {
			if x.Kind == kind.Key {
				g.Cards = append(g.Cards, card{link: link{x.Name, root + licencePath(x)}, Count: count(len(x.Occupations)), Hue: -1})
			}
		}
		if len(g.Cards) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	return v
}

func (s *site) licencePage(x *catalog.Licence) error {
	return s.list(licencePath(x), "licences", x.Name, x.Summary, []link{{"資格", "licences/"}}, func(root string) listView {
		v := listView{Heading: x.Name, Sub: x.Reading, Hue: -1, Intro: []string{x.Summary}, Source: s.classNote()}
		kinds := []string{catalog.LicenceKindName(x.Kind)}
		for _, also := range x.Also {
			kinds = append(kinds, catalog.LicenceKindName(also))
		}
		v.Facts = facts("種類", strings.Join(kinds, "・"), "この資格がないとできないこと", x.RequiredFor, "等級・区分", strings.Join(x.Grades, "、"),
			"与える・認める所", x.Authority, "根拠の法律", x.Law, "英語名", x.English)
		if len(x.Occupations) > 0 {
			v.Groups = []group{{Title: "この資格が関連する" + count(len(x.Occupations)), Rows: s.rows(root, x.Occupations)}}
			v.Narrow = narrowing(root, "licence", x.Key)
		} else {
			v.Intro = append(v.Intro, "関連資格としてこの資格を挙げている職業は、今のところありません。")
		}
		return v
	})
}

// facts pairs names with values and leaves out empty values.
func facts(pairs ...string) []fact {
	var list []fact
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			list = append(list, fact{pairs[i], pairs[i+1]})
		}
	}
	return list
}
