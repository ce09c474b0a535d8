package page

import (
	"slices"
	"strings"
)

// An edition is the language a page is written in. A page that has several stands once for each, at the same path
// below the edition's own directory.
type edition string

const (
	japanese edition = "ja"
	easy     edition = "easy" // やさしい日本語
	english  edition = "en"
)

// dir is the directory of an edition's pages, with the slash at its end.
func (e edition) dir() string {
	if e == japanese {
		return ""
	}
	return string(e) + "/"
}

// lang is the language of an edition for machines.
func (e edition) lang() string {
	if e == english {
		return "en"
	}
	return "ja"
}

// frame are the words around every page: header, footer, the way back.
type frame struct {
	Skip, Nav, Here, Home, About, Editions, Licence, Feed string
	Foot                                                  []link
}

// editionLink leads to the same page in another edition.
type editionLink struct {
	link
	Lang      string // for machines
	Address   string // canonical
	Current   bool
	Alternate bool // for search engines: やさしい日本語 has no language code of its own
}

// A navItem leads from every page to a part of the site. Parts with editions have a home in each of them.
type navItem struct {
	section, path, ja, en string
	editions              []edition // beside the Japanese one
}

// navigation is the header's list, in its order.
var navigation = []navItem{
	{"search", searchPath, "検索", "Search", []edition{english}},
	{"occupations", "occupations/", "職業", "Occupations", nil},
	{"fields", "fields/", "分野", "Fields", nil},
	{"licences", "licences/", "資格", "Licences", nil},
	{"items", "items/", "力と性質", "Skills and more", nil},
	{"tools", "tools/", "自分を知る", "Know yourself", []edition{easy, english}},
	{"statistics", "statistics/", "統計", "Statistics", nil},
	{"guides", "guides/", "ガイド", "Guides", nil},
	{"dataset", "dataset/", "データ", "Data", []edition{english}},
}

// footer is the list at the end of every page.
var footer = []navItem{
	{"", "about/", "このサイトについて", "About this site", nil},
	{"", "about/method/", "数字の読み方と計算方法", "Method", nil},
	{"", "sources/", "出典と利用条件", "Sources and terms", nil},
	{"", "releases/", "データの更新", "Changes in the data", nil},
	{"", "glossary/", "用語集", "Glossary", nil},
	{"", "themes/", "テーマ", "Themes", nil},
	{"landscape", landscapePath, "職業の地図", "Landscape of occupations", nil},
	{"navigator", navigatorPath, "二択で探す", "Two-choice navigator", nil},
	{"town", "town/", "町の絵から探す", "Picture map", nil},
	{"maps", "maps/", "職業関連図", "Relation maps", nil},
	{"stories", "stories/", "転職の例", "Career changes", nil},
	{"yardsticks", "yardsticks/", "力の物差し", "Yardsticks", nil},
	{"", "industries/", "産業", "Industries", nil},
	{"", "classification/", "職業分類", "Classifications", nil},
}

// navLink is an entry of the header.
type navLink struct {
	link
	Current bool
}

// at is the entry on a page of an edition, seen from it.
func (n navItem) at(e edition, root string) link {
	dir := ""
	if slices.Contains(n.editions, e) {
		dir = e.dir()
	}
	if e == english {
		return link{n.en, root + dir + n.path}
	}
	return link{n.ja, root + dir + n.path}
}

// emptySections are the sections that lists leave out, because this site has nothing for them.
func (s *site) emptySections() []string {
	var empty []string
	if s.Dataset == nil {
		empty = append(empty, "dataset")
	}
	for section, n := range map[string]int{"guides": len(s.c.Guides), "tools": len(s.c.Tools), "stories": len(s.c.Stories), "yardsticks": len(s.c.Yardsticks), "maps": len(s.c.RelationMaps), "town": len(s.c.Town)} {
		if n == 0 {
			empty = append(empty, section)
		}
	}
	if s.c.Analyses == nil {
		empty = append(empty, "landscape", "navigator")
	}
	return empty
}

// Nav is the header's list for this page.
func (v view) Nav() []navLink {
	var links []navLink
	for _, n := range navigation {
		if !slices.Contains(v.empty, n.section) {
			links = append(links, navLink{n.at(v.Edition, v.Root), n.section == v.Section})
		}
	}
	return links
}

// seekView is the search box of the header.
type seekView struct{ Href, Name, Label, Submit string }

// Seek is the search box of the header, nil on pages that have one of their own.
func (v view) Seek() *seekView {
	if v.Kind == "home" || v.Kind == "search" {
		return nil
	}
	e := v.Edition
	if e != english {
		e = japanese
	}
	return &seekView{v.Root + e.dir() + searchPath, inEdition(e, "サイトの検索", "Site search"), inEdition(e, "職業を探す", "Occupation"), inEdition(e, "探す", "Search")}
}

// Frame are the words around this page.
func (v view) Frame() frame {
	f := frame{
		Skip: "本文へ進む", Nav: "サイト内", Here: "現在位置", Home: "ホーム", About: "このサイトについて", Editions: "ことば", Feed: "更新情報",
		Licence: "文章は" + v.SiteName + "によるもので、CC BY 4.0で使えます。数字はそれぞれの出典の条件に従います。このサイトは見る人の情報を集めません。",
	}
	if v.Edition == english {
		f = frame{
			Skip: "Skip to the text", Nav: "Site", Here: "You are here", Home: "Home", About: "About this site", Editions: "Language", Feed: "Updates",
			Licence: "Texts are by " + v.SiteName + " and may be used under CC BY 4.0. Figures follow the terms of their sources. This site collects nothing about its visitors.",
		}
	}
	if v.borrowed && v.Edition != english {
		f.Licence = "別に出典を示したもののほか、" + f.Licence
	}
	for _, n := range footer {
		if !slices.Contains(v.empty, n.section) {
			f.Foot = append(f.Foot, n.at(v.Edition, v.Root))
		}
	}
	return f
}

// newEdition begins the page of an edition; path is that of the Japanese page. The page leads to those of the other
// editions.
func (s *site) newEdition(kind string, e edition, editions []edition, path, title, description string) view {
	v := s.newView(kind, e.dir()+path, title, description)
	v.Edition, v.Lang = e, e.lang()
	if e == english {
		v.SiteName = s.c.Site.English
	}
	for _, other := range editions {
		name := map[edition]string{japanese: "日本語", easy: "やさしい日本語", english: "English"}[other]
		v.Editions = append(v.Editions, editionLink{link{name, v.Root + other.dir() + path}, other.lang(), s.Base + other.dir() + path, other == e, other != easy})
	}
	return v
}

// addScript gives the page a script of its own beside that of every page, by logical name such as
// "tools/interests.js".
func (s *site) addScript(v *view, name string) { v.Scripts = append(v.Scripts, v.Root+s.Assets[name]) }

// rootOf is the way from a page to the home page.
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }
