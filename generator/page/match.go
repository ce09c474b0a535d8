package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
)

// A scoresView is the page on which scores that a person has from elsewhere are entered.
type scoresView struct {
	toolHead
	Form   []domainForm
	Words  scoresWords
	Method wordLink
	Source string
}

// A domainForm has one field for each area of a domain.
type domainForm struct {
	Key   string
	Name  template.HTML
	Areas []areaView
}

type scoresWords struct {
	Which, Scale, Common, From, To, Score, NoScript, Paper template.HTML
	Scales                                                 []scaleOption
}

// A scaleOption is a range that scores of an inventory may have.
type scaleOption struct {
	Name             string
	Minimum, Maximum string
}

// scales are the ranges most often met; any other can be typed.
var scales = [][2]string{{"0", "100"}, {"1", "5"}, {"0", "4"}, {"1", "7"}, {"0", "10"}, {"0", "20"}, {"0", "30"}, {"0", "50"}}

func (s *site) scoresPage(e edition) error {
	if s.c.Tool("scores") == nil {
		return nil
	}
	v, head, t := s.newTool(e, "scores")
	main := scoresView{toolHead: head, Form: s.domainForms(t), Method: s.methodLink(t, v.Root, "interests"), Source: s.cite.Citation, Words: scoresWords{
		Which:  t.say("どの点数を持っていますか", "どの{点数|てんすう}がありますか", "Which scores do you have?"),
		Scale:  t.say("点数の範囲", "{点数|てんすう}の{一番|いちばん}{低|ひく}い{数|かず}と{高|たか}い{数|かず}", "Scale of the scores"),
		Common: t.say("よくある範囲", "よくあるもの", "Common scales"),
		From:   t.say("最も低い点", "いちばん{低|ひく}い{点|てん}", "Lowest"), To: t.say("最も高い点", "いちばん{高|たか}い{点|てん}", "Highest"),
		Score:    t.say("結果を見る", "{結果|けっか}を{見|み}る", "See the result"),
		NoScript: t.say("スクリプトが動かない環境では、点数の高い領域から職業を探す表を使ってください。", "ボタンが{動|うご}かないときは、{表|ひょう}を{使|つか}ってください。", "Where scripts do not run, use the table of occupations by the highest areas."),
		Paper:    t.say("表を見る", "{表|ひょう}を{見|み}る", "See the table"),
	}}
	for _, x := range scales {
		main.Words.Scales = append(main.Words.Scales, scaleOption{x[0] + "–" + x[1], x[0], x[1]})
	}
	v.Main = main
	if t.err != nil {
		return t.err
	}
	return s.render(v, e.dir()+toolPath("scores"), s.latest())
}

func (s *site) domainForms(t *teller) []domainForm {
	var forms []domainForm
	for _, a := range s.c.Assessments {
		d := s.c.Domain(a.Domain)
		easyName := map[string]string{"interests": "{好|す}きなこと", "values": "{大切|たいせつ}なこと"}[a.Domain]
		forms = append(forms, domainForm{a.Domain, t.say(d.Name, easyName, d.English), s.areaViews(t, a)})
	}
	return forms
}

// A matchView is the page that combines the results kept on the device and narrows them by conditions.
type matchView struct {
	toolHead
	Sources  []sourceView
	Domains  []domainForm
	Licences []option
	Places   []option
	Natures  []option
	Map      *resultMap
	Words    matchWords
	Method   wordLink
	Source   string
}

// A sourceView is a tool whose result can be combined.
type sourceView struct {
	wordLink
	Key string
	Of  string // areas of the questions in their order, for questionnaires
}

// An option of a list to choose from; browsers show no readings there.
type option struct{ Value, Name string }

type matchWords struct {
	Results, ResultsLead, Conditions, Licence, Pay, PayUnit, Place, Ratio, Avoid, AvoidLead, Score, NoScript template.HTML
	Any, NoLicence                                                                                           string
}

func (s *site) matchPage(e edition) error {
	if s.c.Tool("match") == nil {
		return nil
	}
	v, head, t := s.newTool(e, "match")
	v.Main = matchView{
		toolHead: head, Sources: s.matchSources(t), Domains: s.domainForms(t), Licences: s.requiredLicences(t), Places: s.placeOptions(e), Natures: s.natureOptions(t), Map: s.resultMap(t),
		Method: s.methodLink(t, v.Root, "match"), Source: s.cite.Citation + "。" + s.cite.Labour, Words: newMatchWords(t),
	}
	if t.err != nil {
		return t.err
	}
	return s.render(v, e.dir()+toolPath("match"), s.latest())
}

// leavingResults are the tools whose results can be combined; static/tool/sources.ts reads them.
var leavingResults = []string{"interests", "values", "scores", "portable", "profile"}

// matchSources are the tools that leave results, as far as the site has them.
func (s *site) matchSources(t *teller) []sourceView {
	var sources []sourceView
	for _, tool := range s.c.Tools {
		if !slices.Contains(leavingResults, tool.Key) {
			continue
		}
		view := sourceView{wordLink: wordLink{t.wording(tool.Title), "../" + tool.Key + "/"}, Key: tool.Key}
		if i := slices.IndexFunc(s.c.Assessments, func(a *catalog.Assessment) bool { return a.Domain == tool.Key }); i >= 0 {
			var of []string
			for _, q := range s.c.Assessments[i].Questions() {
				of = append(of, strconv.Itoa(q.Area))
			}
			view.Of = strings.Join(of, " ")
		}
		sources = append(sources, view)
	}
	return sources
}

// requiredLicences are those that the law asks for in some occupation.
func (s *site) requiredLicences(t *teller) []option {
	needed := map[string]bool{}
	for _, o := range s.c.Occupations {
		for _, name := range o.Required {
			needed[name] = true
		}
	}
	var options []option
	for _, x := range s.c.Licences {
		if needed[x.Name] {
			options = append(options, option{x.Key, t.plain(catalog.Wording{Ja: x.Name, Easy: x.Name + "（" + x.Reading + "）", En: x.English})})
		}
	}
	return options
}

func (s *site) placeOptions(e edition) []option {
	var options []option
	for _, p := range s.c.Places {
		options = append(options, option{p.Code, inEdition(e, p.Name, placeInEnglish(p))})
	}
	return options
}

func (s *site) natureOptions(t *teller) []option {
	var options []option
	for _, item := range s.c.Domain("natures").Items {
		options = append(options, option{item.Key, t.plain(catalog.Wording{Ja: item.Name, Easy: item.Name, En: item.English})})
	}
	return options
}

func newMatchWords(t *teller) matchWords {
	return matchWords{
		Results:     t.say("使う結果と重み", "{使|つか}う{結果|けっか}", "Results that count, and how much"),
		ResultsLead: t.say("結果を残せる道具です。答えたものが、ここで選べるようになります。", "ここに{答|こた}えた{結果|けっか}が{出|で}ます。", "These tools leave results. What you have answered can be chosen here."),
		Conditions:  t.say("条件で絞る", "{条件|じょうけん}", "Narrow by conditions"),
		Licence:     t.say("法律で求められる資格", "{必要|ひつよう}な{資格|しかく}", "Licence the law asks for"),
		Any:         t.plain(catalog.Wording{Ja: "問わない", Easy: "なんでもいい", En: "any"}),
		NoLicence:   t.plain(catalog.Wording{Ja: "資格が求められない職業だけ", Easy: "いらない", En: "only occupations that need none"}),
		Pay:         t.say("年収（統計区分の平均）の下限", "1{年|ねん}のお{金|かね}（いちばん{少|すく}なくて）", "Annual pay of the statistical class, at least"),
		PayUnit:     t.say("万円", "{万円|まんえん}", "× ¥10,000"),
		Place:       t.say("求人倍率を見る場所", "{場所|ばしょ}", "Place of the openings ratio"),
		Ratio:       t.say("有効求人倍率の下限", "{求人倍率|きゅうじんばいりつ}（いちばん{低|ひく}くて）", "Openings ratio, at least"),
		Avoid:       t.say("避けたい働き方", "したくない{働|はたら}き{方|かた}", "What you would rather avoid"),
		AvoidLead:   t.say("選んだ性質が、全職業の高いほう3分の1に入る職業を除きます。数字のない職業も除きます。", "{選|えら}んだことが{多|おお}い{仕事|しごと}は、{出|で}ません。", "Occupations in the upper third of a nature you choose are left out, and so are those without the figure."),
		Score:       t.say("合わせて並べる", "{結果|けっか}を{見|み}る", "Combine and rank"),
		NoScript:    t.say("結果を合わせるには、スクリプトが動くブラウザーが必要です。紙で行うときは、それぞれの道具の表で上位に重なる職業を探してください。", "ボタンが{動|うご}かないときは、それぞれの{表|ひょう}を{見|み}てください。", "Combining needs a browser that runs scripts. On paper, look for occupations that stand high in the tables of several tools."),
	}
}

// A resultMap is where occupations stand on the landscape, for results to be shown on it.
type resultMap struct {
	Width, Height int
	Places        string        // "12 340 55;…": id, across, down
	Axes          template.HTML // what across and up mean
}

// resultMap is nil where there is no landscape.
func (s *site) resultMap(t *teller) *resultMap {
	if s.c.Analyses == nil {
		return nil
	}
	placed := s.placed()
	var places []string
	for _, o := range placed.occupations {
		at := placed.of(o)
		places = append(places, strconv.Itoa(o.ID)+" "+strconv.Itoa(at.X)+" "+strconv.Itoa(at.Y))
	}
	across, up := placed.across.Name, placed.up.Name
	return &resultMap{landscapeWidth, landscapeHeight, strings.Join(places, ";"), t.say(
		"横は「"+across.Name+"」、縦は「"+up.Name+"」がどれほど求められるか。近くにある職業ほど、求められる力の形が似ています。数字は順番です。",
		"{近|ちか}くにある{仕事|しごと}は、{必要|ひつよう}な{力|ちから}がにています。{数字|すうじ}は{順番|じゅんばん}です。",
		"Across: how much "+across.English+" is asked for. Up: "+up.English+". Occupations near one another ask for similar abilities. The numbers are those of the order.")}
}
