package page

import (
	"html/template"
	"strconv"

	"shigotoatlas/generator/catalog"
)

// A myListView is the page of the occupations a person keeps, which a script fills, and a form for paper.
type myListView struct {
	toolHead
	Words  myListWords
	Lines  []int // of the form on paper
	Schema string
}

type myListWords struct {
	NoScript, Paper, Number, Occupation, Note, School, Files, FilesLead, SchemaName template.HTML
}

// paperLines is how many occupations a sheet of paper has room for.
const paperLines = 10

func (s *site) myListPage(e edition) error {
	if s.c.Tool("list") == nil {
		return nil
	}
	v, head, t := s.newTool(e, "list")
	main := myListView{toolHead: head, Schema: v.Root + keptSchema, Words: myListWords{
		NoScript:   t.say("スクリプトが動かない環境では、下の紙のリストを印刷して使ってください。", "ボタンが{動|うご}かないときは、{下|した}の{紙|かみ}のリストを{印刷|いんさつ}してください。", "Where scripts do not run, print the list on paper below."),
		Paper:      t.say("紙のリスト", "{紙|かみ}のリスト", "The list on paper"),
		Number:     t.say("順", "{順番|じゅんばん}", "No."),
		Occupation: t.say("職業", "{仕事|しごと}", "Occupation"),
		Note:       t.say("気になったこと、確かめたいこと", "メモ", "What struck me, what to find out"),
		School: t.say("学校などの共用のパソコンでは、使い終わったら「すべて消す」を押してください。次に使う人に見えないようにするためです。",
			"{学校|がっこう}のパソコンでは、{最後|さいご}に「すべて{消|け}す」をおしてください。", "On a shared computer, as in a school, press “Wipe everything” when you are done, so that the next person does not see it."),
		Files: t.say("保存したファイルについて", "{残|のこ}したファイルについて", "About the saved file"),
		FilesLead: t.say("ファイルには、リストのほか、この端末に残した答えと結果がすべて入ります。読み込めるのは、このサイトで保存した1MBまでのファイルです。",
			"ファイルには、リストと{答|こた}えがぜんぶ{入|はい}ります。", "The file holds the list and all answers and results kept on this device. Files saved by this site, of up to 1 MB, can be read back."),
		SchemaName: t.say("ファイルの形式（JSON Schema）", "ファイルの{形|かたち}（JSON Schema）", "Format of the file (JSON Schema)"),
	}}
	for i := range paperLines {
		main.Lines = append(main.Lines, i+1)
	}
	v.Main = main
	if t.err != nil {
		return t.err
	}
	return s.render(v, e.dir()+toolPath("list"), s.latest())
}

// keepView leads from the page of an occupation to what a person keeps.
type keepView struct{ List, Compare string }

func (s *site) keep(root string, o *catalog.Occupation) *keepView {
	if s.c.Tool("list") == nil || s.c.Tool("compare") == nil {
		return nil
	}
	return &keepView{root + toolPath("list"), root + toolPath("compare") + "?ids=" + strconv.Itoa(o.ID)}
}

// keptSchema is where the schema of the file stands; it lies in static/root.
const keptSchema = "schemas/kept-1.schema.json"

// A compareView is the page that puts occupations side by side. Without its script it leads to their pages.
type compareView struct {
	toolHead
	Words                   compareWords
	Places                  []option
	Tasks                   string // address of the tasks of all occupations
	Occupations, Statistics wordLink
	Method                  wordLink
	Source                  string
	Openings                string
}

type compareWords struct{ NoScript, Choose, Place template.HTML }

func (s *site) comparePage(e edition) error {
	if s.c.Tool("compare") == nil {
		return nil
	}
	v, head, t := s.newTool(e, "compare")
	name := func(ja, easyText, en, path string) wordLink { return wordLink{t.say(ja, easyText, en), v.Root + path} }
	v.Main = compareView{
		toolHead: head, Places: s.placeOptions(e), Tasks: v.Root + s.Assets["tasks.json"], Source: s.cite.Citation,
		Openings:    s.cite.Labour,
		Occupations: name("職業の一覧", "{仕事|しごと}のリスト", "All occupations", "occupations/"),
		Statistics:  name("統計の一覧", "お{金|かね}と{求人|きゅうじん}の{表|ひょう}", "Statistics", "statistics/"),
		Method:      name("計算方法", "{計算|けいさん}のしかた", "Method", "about/method/"),
		Words: compareWords{
			NoScript: t.say("スクリプトが動かない環境では、職業のページを並べて開くか、統計の一覧を使ってください。", "ボタンが{動|うご}かないときは、{仕事|しごと}のページを{見|み}てください。", "Where scripts do not run, open the pages of the occupations side by side or use the statistics."),
			Choose:   t.say("比べる職業", "{比|くら}べる{仕事|しごと}", "Occupations to compare"),
			Place:    t.say("求人を見る地域", "{求人|きゅうじん}の{場所|ばしょ}", "Place for openings"),
		},
	}
	if t.err != nil {
		return t.err
	}
	return s.render(v, e.dir()+toolPath("compare"), s.latest())
}
