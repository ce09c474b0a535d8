package page

import (
	"html/template"
	"strings"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/catalog/prose"
)

var allEditions = []edition{japanese, easy, english}

// A teller writes the words of one page in its edition; easy Japanese has readings over its kanji. The first error
// stays, so that it can be asked for once at the end.
type teller struct {
	s       *site
	edition edition
	depth   int
	parser  *prose.Parser
	err     error
}

func (s *site) tell(e edition, path string) *teller {
	return &teller{s: s, edition: e, depth: strings.Count(e.dir()+path, "/"), parser: prose.NewParser()}
}

func (t *teller) say(ja, easyText, en string) template.HTML {
	return t.wording(catalog.Wording{Ja: ja, Easy: easyText, En: en})
}

func (t *teller) wording(w catalog.Wording) template.HTML {
	switch t.edition {
	case english:
		return template.HTML(template.HTMLEscapeString(w.En))
	case easy:
		text, err := t.s.markup(t.depth, t.parser.ParseLine([]byte(w.Easy)))
		if t.err == nil {
			t.err = err
		}
		return text
	}
	return template.HTML(template.HTMLEscapeString(w.Ja))
}

// plain is a text without readings, for titles and descriptions.
func (t *teller) plain(w catalog.Wording) string {
	switch t.edition {
	case english:
		return w.En
	case easy:
		return t.parser.ParseLine([]byte(w.Easy)).Plain()
	}
	return w.Ja
}

// occupation leads to an occupation's page, under its name in the edition.
func (t *teller) occupation(root string, o *catalog.Occupation) wordLink {
	name := catalog.Wording{Ja: o.Name, Easy: "{" + o.Name + "|" + o.Reading + "}", En: o.English}
	return wordLink{t.wording(name), root + occupationPath(o)}
}

// A wordLink is a link whose words may have readings.
type wordLink struct {
	Name template.HTML
	Href string
}

// toolHead is what every page of a tool begins with.
type toolHead struct {
	Key                        string
	Title, Does, Cannot, Takes template.HTML
	Device                     template.HTML // answers stay here
	Scoring, Vectors, Facts    string        // paths of the files the tool loads at its first use
	Root                       string
}

func toolPath(key string) string { return "tools/" + key + "/" }

// newTool begins the page of a tool in an edition.
func (s *site) newTool(e edition, key string) (view, toolHead, *teller) {
	tool, t := s.c.Tool(key), s.tell(e, toolPath(key))
	v := s.newEdition("tool-"+key, e, allEditions, toolPath(key), t.plain(tool.Title), t.plain(tool.Does))
	v.Section, v.Crumbs = "tools", []link{{toolsName(e), v.Root + e.dir() + "tools/"}}
	s.addScript(&v, "tools/"+key+".js")
	asset := func(name string) string { return v.Root + s.Assets[name] }
	return v, toolHead{
		Key: key, Title: t.wording(tool.Title), Does: t.wording(tool.Does), Cannot: t.wording(tool.Cannot), Takes: t.minutes(tool.Minutes),
		Device:  t.wording(deviceNotice),
		Scoring: asset("scoring.wasm"), Vectors: asset("vectors.bin"), Facts: asset("facts.json"), Root: v.Root,
	}, t
}

var deviceNotice = catalog.Wording{
	Ja:   "答えと結果は、この端末の中だけに残ります。どこにも送りません。",
	Easy: "{答|こた}えは、この{機械|きかい}の{中|なか}だけに{残|のこ}ります。どこにも{送|おく}りません。",
	En:   "Answers and results stay on this device alone. Nothing is sent anywhere.",
}

// toolsName is the name of the part of the site, without readings.
func toolsName(e edition) string {
	for _, n := range navigation {
		if n.section == "tools" {
			return n.at(e, "").Name
		}
	}
	return ""
}

func (t *teller) minutes(n int) template.HTML {
	count := number(float64(n))
	return t.say("およそ"+count+"分", count+"{分|ふん}くらい", "About "+count+" minutes")
}

// toolsView is the page that leads to the tools.
type toolsView struct {
	Title, Lead, Device template.HTML
	Does, Takes, Cannot template.HTML // names of what a card says
	Tools               []toolCard
}

type toolCard struct {
	wordLink
	Does, Takes, Cannot template.HTML
}

// toolPages are the page that leads to the tools, and the tools that have a page here.
func (s *site) toolPages() error {
	if len(s.c.Tools) == 0 {
		return nil
	}
	for _, e := range allEditions {
		for _, render := range []func(edition) error{s.toolIndex, s.interestsPage, s.valuesPage, s.scoresPage, s.matchPage, s.aptitudePage, s.portablePage, s.profilePage, s.comparePage, s.myListPage} {
			if err := render(e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *site) toolIndex(e edition) error {
	const path = "tools/"
	t := s.tell(e, path)
	v := s.newEdition("tools", e, allEditions, path, toolsName(e)+toolsTitle[e], t.plain(toolsLead))
	v.Section = "tools"
	main := toolsView{
		Title: template.HTML(toolsName(e)), Lead: t.wording(toolsLead), Device: t.wording(deviceNotice),
		Does: t.say("すること", "すること", "What it does"), Takes: t.say("かかる時間", "{時間|じかん}", "Time"), Cannot: t.say("分からないこと", "わからないこと", "What it cannot say"),
	}
	for _, tool := range s.c.Tools {
		main.Tools = append(main.Tools, toolCard{
			wordLink{t.wording(tool.Title), tool.Key + "/"}, t.wording(tool.Does), t.minutes(tool.Minutes), t.wording(tool.Cannot),
		})
	}
	v.Main = main
	if t.err != nil {
		return t.err
	}
	return s.render(v, e.dir()+path, s.latest())
}

// toolsTitle tells the editions of the title apart, for no two pages have the same.
var toolsTitle = map[edition]string{japanese: "（道具の一覧）", easy: "（やさしい日本語）", english: ""}

var toolsLead = catalog.Wording{
	Ja:   "好きなこと、大切にしたいこと、できることから、次に読んでみる職業を見つけるための道具です。結果は近い順の並びで、点数や合否ではありません。",
	Easy: "{自分|じぶん}の{好|す}きなことや{大切|たいせつ}なことから、{仕事|しごと}を{探|さが}します。テストではありません。いい・{悪|わる}いはありません。",
	En:   "Tools for finding the next occupation to read about, starting from what you like, hold dear or can do. A result is an order of nearness, neither a mark nor a verdict.",
}
