package page

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/aptitude"
)

// practiceItems is how many items a task has, on paper and on screen.
const practiceItems = 12

// paperSeed is that of the paper form, which is the same for everyone.
const paperSeed = 1

// aptitudeView is the page of the aptitude practice: the tasks, for the script to start, and a form on paper with its
// key.
type aptitudeView struct {
	toolHead
	Count     int
	Tasks     []practiceTask
	Wordings  []numericalWording
	Sentences []catalog.Sentence
	Words     practiceWords
}

type practiceTask struct {
	Key                     string
	Minutes                 int
	Title, How, Alternative template.HTML
	Abilities               []wordLink
	Paper                   []paperItem
	Answers                 string // the key
}

type numericalWording struct{ Question, Option template.HTML }

// A paperItem is a question with what it shows: a text, a figure or both.
type paperItem struct {
	Question template.HTML
	Lang     string // of the question, where it is not the page's
	Figure   *paperFigure
	Options  []paperOption
}

type paperOption struct {
	Letter string
	Text   template.HTML
	Figure *paperFigure
}

// A paperFigure is a drawing on a grid of cells of 10 units.
type paperFigure struct {
	Width, Height int
	Path          string
	Marks         []paperMark
	Label         string // in words
}

// ViewWidth and ViewHeight leave room for the outline.
func (f paperFigure) ViewWidth() int  { return f.Width + 2 }
func (f paperFigure) ViewHeight() int { return f.Height + 2 }

type paperMark struct {
	X, Y int
	Text string
}

func (s *site) aptitudePage(e edition) error {
	if s.c.Aptitude == nil {
		return nil
	}
	v, head, t := s.newTool(e, "aptitude")
	main := aptitudeView{toolHead: head, Count: practiceItems, Sentences: s.c.Aptitude.Sentences, Words: t.practiceWords()}
	for _, w := range s.c.Aptitude.Numerical {
		main.Wordings = append(main.Wordings, numericalWording{t.wording(w.Question), t.wording(w.Option)})
	}
	for i, task := range s.c.Aptitude.Tasks {
		main.Tasks = append(main.Tasks, t.practiceTask(v.Root, aptitude.Task(i), task))
	}
	v.Main = main
	if t.err != nil {
		return t.err
	}
	return s.render(v, e.dir()+toolPath("aptitude"), s.latest())
}

func (t *teller) practiceTask(root string, number aptitude.Task, task catalog.AptitudeTask) practiceTask {
	view := practiceTask{
		Key: task.Key, Minutes: task.Minutes, Title: t.wording(task.Title), How: t.wording(task.How), Alternative: t.wording(task.Alternative),
	}
	abilities := t.s.c.Domain("abilities")
	for i, item := range abilities.Items {
		for _, key := range task.Abilities {
			if key == item.Key {
				view.Abilities = append(view.Abilities, wordLink{t.itemName(item), root + itemPath(abilities, i)})
			}
		}
	}
	var answers []string
	for i, item := range aptitude.Practice(number, paperSeed, practiceItems, len(t.s.c.Aptitude.Sentences)) {
		paper := t.paperItem(number, item)
		for o := range paper.Options {
			paper.Options[o].Letter = letterOf(o)
		}
		view.Paper = append(view.Paper, paper)
		answers = append(answers, strconv.Itoa(i+1)+" "+letterOf(item.Answer))
	}
	view.Answers = strings.Join(answers, ", ")
	return view
}

// itemName is the name of an item; items have no easy name.
func (t *teller) itemName(item catalog.Item) template.HTML {
	if t.edition == english {
		return template.HTML(template.HTMLEscapeString(item.English))
	}
	return template.HTML(template.HTMLEscapeString(item.Name))
}

func letterOf(option int) string { return string(rune('a' + option)) }

func (t *teller) paperItem(task aptitude.Task, item aptitude.Item) paperItem {
	paper := paperItem{Options: make([]paperOption, len(item.Options))}
	plain := func(text string) template.HTML { return template.HTML(template.HTMLEscapeString(text)) }
	switch task {
	case aptitude.Verbal:
		sentence := t.s.c.Aptitude.Sentences[item.Given[0]]
		paper.Question, paper.Lang = plain(sentence.Text), "ja"
		for i, o := range item.Options {
			paper.Options[i].Text = plain(sentence.Options[o[0]])
		}
	case aptitude.Numerical:
		wording := t.s.c.Aptitude.Numerical[item.Kind]
		paper.Question = t.numbered(wording.Question, item.Kind, item.Given)
		for i, o := range item.Options {
			paper.Options[i].Text = t.numbered(wording.Option, item.Kind, o)
		}
	case aptitude.Spatial:
		mark := markName(item.Given[0])
		paper.Question = t.say("「"+mark+"」の向かい側に来る面はどれですか。", "「"+mark+"」の{反対|はんたい}に{来|く}る{面|めん}は、どれですか。", "Which face will lie opposite "+mark+"?")
		paper.Figure = t.netFigure(item.Given[1:])
		for i, o := range item.Options {
			paper.Options[i].Text = plain(markName(o[0]))
		}
	case aptitude.Clerical:
		paper.Question = template.HTML("<code>" + template.HTMLEscapeString(string(item.Given)) + "</code>")
		for i, o := range item.Options {
			paper.Options[i].Text = template.HTML("<code>" + template.HTMLEscapeString(string(o)) + "</code>")
		}
	case aptitude.Form:
		paper.Figure = t.gridFigure(item.Given[0])
		for i, o := range item.Options {
			paper.Options[i].Figure = t.gridFigure(o[0])
		}
	}
	return paper
}

// numbered puts the numbers into a wording; a time of day has its minutes in two digits.
func (t *teller) numbered(w catalog.Wording, kind int32, numbers []int32) template.HTML {
	var pairs []string
	for i, n := range numbers {
		text := strconv.Itoa(int(n))
		if kind == aptitude.EndTime && i == 1 {
			text = fmt.Sprintf("%02d", n)
		}
		pairs = append(pairs, "#"+strconv.Itoa(i+1), text)
	}
	put := strings.NewReplacer(pairs...).Replace
	return t.say(put(w.Ja), put(w.Easy), put(w.En))
}

func markName(mark int32) string { return string(rune('A' + mark)) }

// netFigure draws the net of a cube: x, y and mark of each cell.
func (t *teller) netFigure(cells []int32) *paperFigure {
	f := &paperFigure{}
	var path, words strings.Builder
	for i := 0; i < len(cells); i += 3 {
		x, y := int(cells[i]), int(cells[i+1])
		f.Width, f.Height = max(f.Width, 10*(x+1)), max(f.Height, 10*(y+1))
		fmt.Fprintf(&path, "M%d %dh10v10h-10z", 10*x, 10*y)
		f.Marks = append(f.Marks, paperMark{10*x + 5, 10*y + 5, markName(cells[i+2])})
		if i > 0 {
			words.WriteString(t.plain(listComma))
		}
		words.WriteString(t.plain(catalog.Wording{
			Ja:   fmt.Sprintf("%sは%d段目の%d列目", markName(cells[i+2]), y+1, x+1),
			Easy: fmt.Sprintf("%sは{上|うえ}から%d、{左|ひだり}から%d", markName(cells[i+2]), y+1, x+1),
			En:   fmt.Sprintf("%s in row %d, column %d", markName(cells[i+2]), y+1, x+1),
		}))
	}
	f.Path, f.Label = path.String(), words.String()
	return f
}

var listComma = catalog.Wording{Ja: "、", Easy: "、", En: "; "}

// gridFigure draws a figure on a grid of 5 × 5.
func (t *teller) gridFigure(figure int32) *paperFigure {
	const side = 5
	f := &paperFigure{Width: 10 * side, Height: 10 * side}
	var path strings.Builder
	var rows []string
	for y := range side {
		var columns []string
		for x := range side {
			if figure>>(side*y+x)&1 == 1 {
				fmt.Fprintf(&path, "M%d %dh10v10h-10z", 10*x, 10*y)
				columns = append(columns, strconv.Itoa(x+1))
			}
		}
		filled := strings.Join(columns, " ")
		if filled == "" {
			filled = "0"
		}
		rows = append(rows, t.plain(catalog.Wording{
			Ja: fmt.Sprintf("%d段目 %s", y+1, filled), Easy: fmt.Sprintf("{上|うえ}から%d: %s", y+1, filled), En: fmt.Sprintf("row %d: %s", y+1, filled),
		}))
	}
	f.Path, f.Label = path.String(), strings.Join(rows, t.plain(listComma))
	return f
}
