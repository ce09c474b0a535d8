package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

// An inventoryView is the page of a questionnaire: a form that scripts score, and the same on paper with its key.
type inventoryView struct {
	toolHead
	Ask    template.HTML
	Score  template.HTML // the button
	Short  int           // questions of the short form, 0 for none
	Parts  []questionPart
	Areas  []areaView
	Words  paperWords
	Guide  []guideRow // occupations by the areas that come out highest
	Method wordLink
	Source string
}

type questionPart struct {
	ID        string
	Title     template.HTML
	Questions []questionView
}

type questionView struct {
	Number int
	Area   int // place of its area
	Text   template.HTML
	// Options are those of every question, here so that a template need not look them up.
	Options []template.HTML
}

type areaView struct {
	Name, Meaning template.HTML
	Numbers       string // of its questions
}

// paperWords are the words around the questionnaire on paper.
type paperWords struct {
	Areas, Paper                              template.HTML
	How                                       []template.HTML
	Key, Area, Numbers, Sum, Mean             template.HTML
	Guide, GuideCaption, Highest, Occupations template.HTML
	GuideNote, NoScript                       template.HTML
}

type guideRow struct {
	Areas       template.HTML
	Occupations []wordLink
}

func (s *site) interestsPage(e edition) error { return s.inventoryPage(e, "interests") }
func (s *site) valuesPage(e edition) error    { return s.inventoryPage(e, "values") }

func (s *site) inventoryPage(e edition, key string) error {
	i := slices.IndexFunc(s.c.Assessments, func(a *catalog.Assessment) bool { return a.Domain == key })
	if i < 0 || s.c.Tool(key) == nil {
		return nil
	}
	a := s.c.Assessments[i]
	v, head, t := s.newTool(e, key)
	main := inventoryView{
		toolHead: head, Ask: t.wording(a.Ask), Score: t.say("結果を見る", "{結果|けっか}を{見|み}る", "See the result"),
		Short: a.ShortForm(), Words: newPaperWords(t, a), Areas: s.areaViews(t, a), Method: s.methodLink(t, v.Root, key), Source: s.cite.Citation,
	}
	var options []template.HTML
	for _, o := range a.Options {
		options = append(options, t.wording(o))
	}
	main.Parts = questionParts(t, a, options)
	var err error
	if main.Guide, err = s.guideRows(t, v.Root, a, main.Areas); err != nil {
		return err
	}
	v.Main = main
	if t.err != nil {
		return t.err
	}
	return s.render(v, e.dir()+toolPath(key), s.latest())
}

// questionParts are the questions in the order of asking; a short form is a part of its own.
func questionParts(t *teller, a *catalog.Assessment, options []template.HTML) []questionPart {
	var questions []questionView
	for i, q := range a.Questions() {
		questions = append(questions, questionView{i + 1, q.Area, t.wording(q.Wording()), options})
	}
	short := a.ShortForm()
	if short == 0 {
		return []questionPart{{"questions", t.say("質問", "{質問|しつもん}", "Questions"), questions}}
	}
	last, all := strconv.Itoa(short), strconv.Itoa(len(questions))
	after := strconv.Itoa(short + 1)
	return []questionPart{
		{"questions", t.say("前半（1〜"+last+"）", "{前半|ぜんはん}（1〜"+last+"）", "First half (1 to "+last+")"), questions[:short]},
		{"more-questions", t.say("後半（"+after+"〜"+all+"）", "{後半|こうはん}（"+after+"〜"+all+"）", "Second half ("+after+" to "+all+")"), questions[short:]},
	}
}

// areaViews are the areas with their names, which stand in the file of the domain in two editions and in that of the
// questionnaire in the third.
func (s *site) areaViews(t *teller, a *catalog.Assessment) []areaView {
	var views []areaView
	questions := a.Questions()
	for i, area := range a.Areas {
		item := s.c.Domain(a.Domain).Items[i]
		view := areaView{
			Name: t.say(item.Name, area.Easy, item.English), Meaning: t.say(item.Definition, area.Meaning, item.DefinitionEn),
		}
		var numbers []string
		for n, q := range questions {
			if q.Area == i {
				numbers = append(numbers, strconv.Itoa(n+1))
			}
		}
		view.Numbers = strings.Join(numbers, map[edition]string{japanese: "、", easy: "、", english: ", "}[t.edition])
		views = append(views, view)
	}
	return views
}

func newPaperWords(t *teller, a *catalog.Assessment) paperWords {
	w := paperWords{
		Areas:    t.say("領域の意味", "ことばの{意味|いみ}", "What the areas mean"),
		Paper:    t.say("紙で行う", "{紙|かみ}でする", "On paper"),
		Key:      t.say("領域ごとの質問の番号と、書き込む欄", "{質問|しつもん}の{番号|ばんごう}と、{書|か}く{所|ところ}", "The numbers of each area's questions, and room to write"),
		Area:     t.say("領域", "グループ", "Area"),
		Numbers:  t.say("質問の番号", "{質問|しつもん}の{番号|ばんごう}", "Questions"),
		Sum:      t.say("合計", "{合計|ごうけい}", "Sum"),
		Mean:     t.say("平均", "{平均|へいきん}", "Mean"),
		Guide:    t.say("高い領域から職業を探す", "{高|たか}いグループから{仕事|しごと}を{探|さが}す", "Occupations by the highest areas"),
		NoScript: t.say("スクリプトが動かない環境では、紙の採点表を使ってください。", "ボタンが{動|うご}かないときは、{紙|かみ}でしてください。", "Where scripts do not run, use the scoring key for paper below."),
	}
	w.How = []template.HTML{
		t.say("このページを印刷し、当てはまる答えに丸を付けます。", "このページを{印刷|いんさつ}して、{答|こた}えに○をつけます。", "Print this page and circle the answers that apply."),
		t.say("左端の答えを0点、右へ1点ずつ増やして、右端を4点とします。", "{左|ひだり}の{答|こた}えは0{点|てん}です。{右|みぎ}へ1{点|てん}ずつふえて、いちばん{右|みぎ}は4{点|てん}です。", "The answer furthest left counts 0, each further right one more, the last 4."),
		t.say("領域ごとに合計し、答えた数で割って平均を出します。答えが3分の2に満たない領域があるときは、比べられません。", "グループごとに{点|てん}をたします。{答|こた}えた{数|かず}でわります。", "Add up each area and divide by the number answered. With less than two thirds of an area answered, there is nothing to compare."),
		t.say("どの平均もほとんど同じときは、順番に意味がありません。", "{点|てん}がみんな{同|おな}じとき、{順番|じゅんばん}はありません。", "Where all means are nearly alike, their order means nothing."),
	}
	if short := strconv.Itoa(a.ShortForm()); a.ShortForm() > 0 {
		w.How = append(w.How, t.say("前半だけ答えたときは、"+short+"までの番号を使います。", "{前半|ぜんはん}だけのときは、"+short+"までの{番号|ばんごう}です。", "If you answered the first half alone, use the numbers up to "+short+"."))
		w.GuideCaption = t.say("平均の高い2つの領域（順番も区別します）と、その形に近い職業", "{高|たか}いグループ2つと、{近|ちか}い{仕事|しごと}", "The two highest areas in their order, and occupations near that pattern")
		w.Highest = t.say("1番目と2番目", "1{番|ばん}と2{番|ばん}", "First and second")
	} else {
		w.GuideCaption = t.say("平均のいちばん高い領域と、それが際立つ職業", "いちばん{高|たか}いグループと、{近|ちか}い{仕事|しごと}", "The highest area, and occupations where it stands out")
		w.Highest = t.say("1番目", "1{番|ばん}", "First")
	}
	w.Occupations = t.say("近い職業", "{近|ちか}い{仕事|しごと}", "Nearest occupations")
	w.GuideNote = t.say("すべての領域を比べる計算よりも粗い目安です。", "だいたいの{順番|じゅんばん}です。", "Coarser than comparing all areas.")
	return w
}

const guidePlaces = 5

// guideRows are the occupations nearest to patterns a person can see on paper: one area highest, another second where
// there is a short form (there are few enough areas for that), the others alike.
func (s *site) guideRows(t *teller, root string, a *catalog.Assessment, areas []areaView) ([]guideRow, error) {
	table, err := s.a.Ranking(a.Domain)
	if err != nil {
		return nil, err
	}
	second := []int{-1}
	if a.ShortForm() > 0 {
		second = nil
		for i := range areas {
			second = append(second, i)
		}
	}
	var rows []guideRow
	for i, first := range areas {
		for _, j := range second {
			if i == j {
				continue
			}
			scores := slices.Repeat([]float64{1}, len(areas))
			scores[i] = scoring.HighestAnswer
			row := guideRow{Areas: first.Name}
			if j >= 0 {
				scores[j] = scoring.HighestAnswer - 1
				row.Areas += "＋" + areas[j].Name
			}
			nearest, err := s.a.NearestTo(table, scores, guidePlaces)
			if err != nil {
				return nil, err
			}
			for _, o := range nearest {
				row.Occupations = append(row.Occupations, t.occupation(root, o))
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// methodLink leads to the page that tells how a tool computes.
func (s *site) methodLink(t *teller, root, key string) wordLink {
	dir := ""
	if t.edition == english {
		dir = t.edition.dir()
	}
	return wordLink{
		t.say("計算の方法と限界", "{計算|けいさん}のしかた（ふつうの{日本語|にほんご}）", "How it computes, and its limits"), root + dir + "about/method/" + key + "/",
	}
}
