package page

import (
	"html/template"

	"shigotoatlas/generator/catalog"
)

// A portableView is the page on which points are given out over the nine elements of the portable skills.
type portableView struct {
	toolHead
	Elements []elementView
	Words    portableWords
	Yardstick,
	Method wordLink
	Source string
}

// An elementView is one of the nine elements with an example of each of its levels.
type elementView struct {
	Key              string
	Name, Definition template.HTML
	Levels           []string // in Japanese
}

type portableWords struct{ NoScript, Ask, Score, Examples template.HTML }

// easyElements are the names of the elements in easy Japanese, by key.
var easyElements = map[string]string{
	"situation": "{今|いま}のことを{調|しら}べる", "problem": "することを{決|き}める", "plan": "{予定|よてい}を{作|つく}る", "execution": "{最後|さいご}までする", "response": "{急|きゅう}なことに{合|あ}わせる",
	"internal": "{会社|かいしゃ}の{人|ひと}と{話|はな}す", "external": "お{客|きゃく}さんと{話|はな}す", "superior": "{上|うえ}の{人|ひと}と{話|はな}す", "subordinate": "{下|した}の{人|ひと}を{育|そだ}てる",
}

// portableYardstick has the elements; static/scoring/scoring.ts has them in the same order.
const portableYardstick = "portable-skills"

func (s *site) portablePage(e edition) error {
	yardstick := s.c.Yardstick(portableYardstick)
	if s.c.Tool("portable") == nil || yardstick == nil {
		return nil
	}
	v, head, t := s.newTool(e, "portable")
	main := portableView{toolHead: head, Method: s.methodLink(t, v.Root, "portable"), Source: s.cite.Citation,
		Yardstick: wordLink{t.say(yardstick.Name, "9つの{力|ちから}の{例|れい}", yardstick.English), v.Root + "yardsticks/" + portableYardstick + "/"},
		Words: portableWords{
			NoScript: t.say("スクリプトが動かない環境では、紙に29点を配り、物差しの例と職業のページを読み比べてください。", "ボタンが{動|うご}かないときは、{紙|かみ}に{点|てん}を{書|か}いてください。", "Where scripts do not run, give out the points on paper and read the examples beside the pages of occupations."),
			Ask:      t.say("これまでの経験をふり返り、自分の中で強いと思う要素ほど多く、合わせて29点になるように配ってください。どの要素にも1点以上を入れます。", "{自分|じぶん}が{得意|とくい}なことに、たくさん{点|てん}を{入|い}れてください。{全部|ぜんぶ}で29{点|てん}です。1つに1{点|てん}より{多|おお}く{入|い}れてください。", "Looking back on what you have done, give more points to what is stronger in you, 29 in all and at least one each."),
			Score:    t.say("結果を見る", "{結果|けっか}を{見|み}る", "See the result"),
			Examples: t.say("段階の例", "{例|れい}", "Examples of levels (in Japanese)"),
		}}
	for _, a := range yardstick.Areas {
		main.Elements = append(main.Elements, elementView{a.Key, t.say(a.Name, easyElements[a.Key], a.English), t.say(a.Definition, "", a.DefinitionEn), a.Levels})
	}
	v.Main = main
	if t.err != nil {
		return t.err
	}
	return s.render(v, e.dir()+toolPath("portable"), s.latest())
}

// A profileView is the page on which a person's own profile is made, adjusted and held against occupations.
type profileView struct {
	toolHead
	Domains  []profileDomain
	Licences []option
	Learning []wordLink
	Words    profileWords
	Method   wordLink
	Source   string
}

// A profileDomain is a domain of the profile with all its items.
type profileDomain struct {
	Key, Name string
	Items     []profileItem
}

type profileItem struct {
	Key, Name, Href  string
	Low, Middle, Top string // what a person at that level does, where there are examples
}

type profileWords struct{ NoScript, Past, PastLead, Adjust, AdjustLead, Licences, LicencesLead, Near, Score, Target, TargetLead, Learning template.HTML }

// comparedDomains are those of a profile, as static/scoring/scoring.ts has them.
var comparedDomains = []string{"skills", "knowledge", "abilities", "activities"}

func (s *site) profilePage(e edition) error {
	if s.c.Tool("profile") == nil {
		return nil
	}
	v, head, t := s.newTool(e, "profile")
	main := profileView{toolHead: head, Licences: s.licenceOptions(t), Method: s.methodLink(t, v.Root, "profile"), Source: s.cite.Citation, Learning: s.learningLinks(t, v.Root), Words: newProfileWords(t)}
	for _, key := range comparedDomains {
		main.Domains = append(main.Domains, profileItems(e, v.Root, s.c.Domain(key)))
	}
	v.Main = main
	if t.err != nil {
		return t.err
	}
	return s.render(v, e.dir()+toolPath("profile"), s.latest())
}

func profileItems(e edition, root string, d *catalog.Domain) profileDomain {
	domain := profileDomain{Key: d.Key, Name: d.Name}
	if e == english {
		domain.Name = d.English
	}
	for i, item := range d.Items {
		view := profileItem{Key: item.Key, Name: item.Name, Href: root + itemPath(d, i)}
		levels := item.Levels
		if levels == nil {
			levels = &catalog.Levels{}
		}
		view.Low, view.Middle, view.Top = levels.Low, levels.Middle, levels.High
		if e == english {
			view.Name, view.Low, view.Middle, view.Top = item.English, levels.LowEn, levels.MiddleEn, levels.HighEn
		}
		domain.Items = append(domain.Items, view)
	}
	return domain
}

func (s *site) licenceOptions(t *teller) []option {
	options := make([]option, len(s.c.Licences))
	for i, x := range s.c.Licences {
		options[i] = option{x.Key, x.Name}
		if t.edition == english {
			options[i].Name = x.English
		}
	}
	return options
}

// learningLinks lead to what helps to close a gap; guides the site does not have are left out.
func (s *site) learningLinks(t *teller, root string) []wordLink {
	var links []wordLink
	for _, g := range s.c.Guides {
		if g.Slug == "learning-and-training" || g.Slug == "use-your-abilities" || g.Slug == "use-your-licences" {
			links = append(links, wordLink{template.HTML(template.HTMLEscapeString(g.Title)), root + guidePath(g)})
		}
	}
	return links
}

func newProfileWords(t *teller) profileWords {
	return profileWords{
		NoScript:     t.say("スクリプトが動かない環境では、このページを印刷し、項目ごとに自分の水準を書き込んでください。職業のページの数字と比べられます。", "ボタンが{動|うご}かないときは、{印刷|いんさつ}して{書|か}いてください。", "Where scripts do not run, print this page and write your level beside each item; the pages of occupations have the figures to compare with."),
		Past:         t.say("1. これまでの職業", "１．{前|まえ}の{仕事|しごと}", "1. Occupations you have had"),
		PastLead:     t.say("職業と、働いた年数を入れます。年数を重みにして、それぞれの職業の数字を平均します。", "{仕事|しごと}と、{働|はたら}いた{年|とし}の{数|かず}を{入|い}れてください。", "Enter occupations and years. Their figures are averaged with the years as weights."),
		Adjust:       t.say("2. 項目ごとに直す", "２．{直|なお}す", "2. Adjust item by item"),
		AdjustLead:   t.say("開いて、自分の実際と違う項目だけを直します。スキルと知識には、水準の例があります。", "{自分|じぶん}とちがうところだけ、{直|なお}してください。", "Open a part and adjust only what differs from you. Skills and knowledge have examples of levels."),
		Licences:     t.say("3. 持っている資格", "３．{持|も}っている{資格|しかく}", "3. Licences you hold"),
		LicencesLead: t.say("目標の職業に法律で求められる資格のうち、まだないものを示すために使います。", "{足|た}りない{資格|しかく}がわかります。", "Used to name the licences the law asks for in a target occupation that you do not hold."),
		Near:         t.say("4. 近い職業を探す", "４．{近|ちか}い{仕事|しごと}を{探|さが}す", "4. Find near occupations"),
		Score:        t.say("近い職業を見る", "{近|ちか}い{仕事|しごと}を{見|み}る", "See near occupations"),
		Target:       t.say("5. 目標の職業と比べる", "５．したい{仕事|しごと}と{比|くら}べる", "5. Compare with a target occupation"),
		TargetLead:   t.say("比べたい職業を選ぶと、もう足りている項目、差のある項目、足りない資格を示します。", "したい{仕事|しごと}を{選|えら}んでください。", "Choose an occupation to see what already suffices, what differs and which licences are missing."),
		Learning:     t.say("学び方を調べる", "{勉強|べんきょう}のしかた", "Ways to learn (in Japanese)"),
	}
}
