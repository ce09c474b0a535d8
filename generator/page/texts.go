package page

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
)

// textView is a page of prose.
type textView struct {
	Heading, Summary string
	Body             template.HTML
	Reviewed         string
	Sources          []catalog.GuideSource
}

func (s *site) guidePages() error {
	if len(s.c.Guides) == 0 {
		return nil
	}
	err := s.cards("guides/", "guides", "ガイド", "仕事を探す人、生徒と先生、支援する人、採用する人のためのガイドです。", func(root string) cardsView {
		return cardsView{"ガイド", []string{"読む人ごとに、このサイトの使い方と、仕事にまつわる考え方をまとめました。"}, s.guideGroups(root)}
	})
	if err != nil {
		return err
	}
	for _, g := range s.c.Guides {
		body, err := s.markup(2, g.Text)
		if err != nil {
			return err
		}
		v := s.newView("text", guidePath(g), g.Title, g.Summary)
		v.Section, v.Crumbs = "guides", []link{{"ガイド", v.Root + "guides/"}}
		v.Lang = cmp.Or(foreign(g.Language), v.Lang)
		v.Main = textView{g.Title, g.Summary, body, g.Reviewed, g.Sources}
		if err := s.render(v, guidePath(g), g.Reviewed); err != nil {
			return err
		}
	}
	return nil
}

// glossaryView lists the terms by reading.
type glossaryView struct{ Groups []termGroup }

type termGroup struct {
	ID, Title string
	Terms     []*catalog.GlossaryTerm
}

func (s *site) glossaryPage() error {
	v := s.newView("glossary", "glossary/", "用語集", "職業のページに出てくる用語を、短い文で説明します。")
	terms := slices.Clone(s.c.Glossary)
	slices.SortStableFunc(terms, func(a, b *catalog.GlossaryTerm) int {
		return strings.Compare(a.Reading, b.Reading)
	})
	main := glossaryView{}
	for i, kana := range kanaRows {
		g := termGroup{ID: "row-" + strconv.Itoa(i+1), Title: kana.name + "行"}
		for _, t := range terms {
			if slices.Contains([]rune(kana.first), []rune(t.Reading)[0]) {
				g.Terms = append(g.Terms, t)
			}
		}
		if len(g.Terms) > 0 {
			main.Groups = append(main.Groups, g)
		}
	}
	v.Main = main
	return s.render(v, "glossary/", s.latest())
}

// sourcesView lists the raw sources with their terms.
type sourcesView struct {
	Version string
	Sources []*catalog.Source
}

func (s *site) sourcesPage() error {
	v := s.newView("sources", "sources/", "出典と利用条件", "このサイトの数字の出典、版、入手日、利用条件です。")
	v.Main = sourcesView{s.c.DatasetVersion, s.c.Sources}
	return s.render(v, "sources/", s.latest())
}

func (s *site) aboutPage() error {
	v := s.newView("about", "about/", "このサイトについて", "しごとアトラスは、日本の職業を文章と数字で見わたすためのサイトです。")
	written := 0
	for _, o := range s.c.Occupations {
		if o.Written() {
			written++
		}
	}
	v.Main = aboutView{len(s.c.Occupations), written, len(s.c.Licences), s.c.DatasetVersion}
	return s.render(v, "about/", s.latest())
}

type aboutView struct {
	Occupations, Written, Licences int
	Version                        string
}

func (s *site) notFound() error {
	v := s.newView("404", "404.html", "ページが見つかりません", "お探しのページは見つかりませんでした。")
	v.Hidden, v.Root = true, s.Base
	v.Style, v.Scripts = s.Base+s.Assets["main.css"], []string{s.Base + s.Assets["main.js"]}
	return s.render(v, "404.html", "")
}
