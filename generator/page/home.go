package page

import (
	"slices"
	"strconv"

	"shigotoatlas/generator/catalog"
)

// homeView is the home page: a question, the ways on, the fields, what is new.
type homeView struct {
	Tagline string
	Count   int
	Choices []card
	Fields  []card
	Guides  []cardGroup
	Changes []changeView
}

type changeView struct{ Date, Title, Text, Href string }

func (s *site) home() error {
	v := s.newView("home", "", s.c.Site.Tagline, "日本の"+strconv.Itoa(len(s.c.Occupations))+"職業について、仕事の内容、就き方、収入、求人倍率、必要な力を、文章と数字で見わたせるサイトです。")
	main := homeView{Tagline: s.c.Site.Tagline, Count: len(s.c.Occupations), Guides: s.guideGroups(v.Root)}
	for _, c := range s.c.Site.Chooser {
		main.Choices = append(main.Choices, card{link{c.Title, c.Page}, c.Text, "", -1})
	}
	for _, f := range s.c.Fields {
		main.Fields = append(main.Fields, card{link{f.Name, fieldPath(f)}, "", count(len(f.Occupations)), s.hue(f)})
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

func (s *site) guideGroups(root string) []cardGroup {
	var groups []cardGroup
	for _, a := range catalog.Audiences {
		g := cardGroup{ID: a.Key, Title: a.Name}
		for _, guide := range s.c.Guides {
			if guide.Audience == a.Key {
				g.Cards = append(g.Cards, card{link{guide.Title, root + guidePath(guide)}, guide.Summary, "", -1})
			}
		}
		if len(g.Cards) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
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
