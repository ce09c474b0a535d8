package page

import (
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
)

// homeView is the home page: a question, the ways on, the fields, what is new.
type homeView struct {
	Tagline  string
	Count    int
	Choices  []card
	Ways     []link // further ways in
	Fields   []card
	Map      *thumbnail // nil without a landscape
	Pictures []card     // maps of the town and of relations
	Guides   []card     // one for each audience
	Stories  []storyRow
	Changes  []changeView
}

type changeView struct{ Date, Title, Text, Href string }

func (s *site) home() error {
	v := s.newView("home", "", s.c.Site.Tagline, "日本の"+strconv.Itoa(len(s.c.Occupations))+"職業について、仕事の内容、就き方、収入、求人倍率、必要な力を、文章と数字で見わたせるサイトです。")
	main := homeView{Tagline: s.c.Site.Tagline, Count: len(s.c.Occupations), Pictures: s.pictures(), Guides: s.audiences(), Stories: s.storiesOnHome(), Map: s.landscapeThumbnail()}
	for _, c := range s.c.Site.Chooser {
		main.Choices = append(main.Choices, card{link: link{c.Title, c.Page}, Text: c.Text, Hue: -1})
	}
	for _, w := range s.c.Site.Ways {
		main.Ways = append(main.Ways, link{w.Title, w.Page})
	}
	for _, f := range s.c.Fields {
		main.Fields = append(main.Fields, card{link: link{f.Name, fieldPath(f)}, Count: count(len(f.Occupations)), Hue: s.hue(f), Pictogram: s.fieldPictogram(f)})
	}
	for _, c := range s.c.Site.Changes[:min(5, len(s.c.Site.Changes))] {
		main.Changes = append(main.Changes, changeView{c.Date, c.Title, c.Text, c.Page})
	}
	v.Main = main
	v.JSONLD = map[string]any{
		"@context": "https://schema.org", "@type": "WebSite", "name": s.c.Site.Name, "alternateName": s.c.Site.English,
		"url": s.Base, "inLanguage": "ja", "description": s.c.Site.Tagline,
	}
	return s.render(v, "", s.latest())
}

// audiences are cards that lead from the home page to the guides of each audience.
func (s *site) audiences() []card {
	var cards []card
	for _, g := range s.guideGroups("") {
		var titles []string
		for _, c := range g.Cards[:min(3, len(g.Cards))] {
			titles = append(titles, c.Name)
		}
		cards = append(cards, card{link: link{g.Title, "guides/#" + g.ID}, Text: strings.Join(titles, "、"), Count: strconv.Itoa(len(g.Cards)) + "件", Hue: -1})
	}
	return cards
}

func (s *site) guideGroups(root string) []cardGroup {
	var groups []cardGroup
	for _, a := range catalog.Audiences {
		g := cardGroup{ID: a.Key, Title: a.Name}
		for _, guide := range s.c.Guides {
			if guide.Audience == a.Key {
				g.Cards = append(g.Cards, card{link: link{guide.Title, root + guidePath(guide)}, Text: guide.Summary, Hue: -1, Lang: foreign(guide.Language)})
			}
		}
		if len(g.Cards) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// foreign is the language of a text that is not Japanese, or "".
func foreign(language string) string {
	if language == "en" {
		return "en"
	}
	return ""
}

// occupationData is the page for search engines, after https://schema.org/Occupation.
func (s *site) occupationData(o *catalog.Occupation) map[string]any {
	data := map[string]any{
		"@context": "https://schema.org", "@type": "Occupation", "name": o.Name, "description": o.Summary,
		"mainEntityOfPage": s.Base + occupationPath(o), "inLanguage": "ja",
		"occupationLocation": map[string]any{"@type": "Country", "name": "Japan"},
	}
	if len(o.Codes.JSOC) > 0 {
		data["occupationalCategory"] = map[string]any{"@type": "CategoryCode", "codeValue": o.Codes.JSOC[0],
			"inCodeSet": map[string]any{"@type": "CategoryCodeSet", "name": "日本標準職業分類"}}
	}
	if aliases := slices.Clone(o.Aliases); len(aliases) > 0 {
		data["alternateName"] = aliases
	}
	return data
}
