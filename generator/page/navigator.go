package page

import (
	"html/template"
	"strconv"
	"strings"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
)

// navigatorView is one place of the navigator: a question with two answers, or a short list.
type navigatorView struct {
	Heading string
	Start   bool // the first question
	Number  int  // of the question on its way, from 1
	Count   int  // occupations still possible
	Answers []navigatorAnswer
	Steps   []navigatorStep
	Back    string // to the question before, "" at the start
	First   string // to the first question
	Other   link   // what the other answer to the last question leads to
	All     string
	Rows    template.HTML // at the end of a way
	Unknown template.HTML // at a question: those without a figure for it
	Figure  navigatorFigure
	Source  string // of pay and openings in the rows, "" without rows
	Without int    // occupations without any figures
}

type navigatorAnswer struct {
	link
	Count int
}

// A step is a question that was answered on the way here.
type navigatorStep struct {
	Question, Answer string
	Href             string // to the question, to answer it anew
}

// navigatorFigure is the item a question is about, and where its answers part.
type navigatorFigure struct {
	Domain, Threshold string
	Item              link
	Scale             catalog.Scale
}

const navigatorPath = "navigator/"

// The address of a place is made of the answers alone, such as navigator/a/b/, so that it stays when words change.
func choicePath(c *analysis.Choice) string { return navigatorPath + steps(c.Path) }

// steps writes answers as directories.
func steps(answers string) string {
	var b strings.Builder
	for _, answer := range answers {
		b.WriteRune(answer)
		b.WriteByte('/')
	}
	return b.String()
}

func (s *site) navigatorPages() error {
	root := s.a.Navigator()
	if root == nil {
		return nil
	}
	if err := s.navigatorOverview(root); err != nil {
		return err
	}
	return s.choicePages(nil, root)
}

// choicePages renders a place and all that follow from it; way are the places passed.
func (s *site) choicePages(way []*analysis.Choice, c *analysis.Choice) error {
	if err := s.choicePage(way, c); err != nil || c.Leaf() {
		return err
	}
	way = append(way[:len(way):len(way)], c)
	if err := s.choicePages(way, c.High); err != nil {
		return err
	}
	return s.choicePages(way, c.Low)
}

func (s *site) choicePage(way []*analysis.Choice, c *analysis.Choice) error {
	path := choicePath(c)
	v := s.newView("navigator", path, "", "")
	v.Section = "navigator"
	v.Crumbs = []link{{"二択で探す", v.Root + navigatorPath}}
	main := navigatorView{Start: len(way) == 0, Number: len(way) + 1, Count: len(c.Occupations),
		First: v.Root + navigatorPath, All: v.Root + navigatorPath + "all/"}
	for i, passed := range way {
		main.Steps = append(main.Steps, navigatorStep{passed.Question.Text, answerAt(passed, c.Path[i]), strings.Repeat("../", len(way)-i)})
	}
	if !main.Start {
		main.Back = "../"
		main.Other = otherAnswer(way[len(way)-1], c)
	}
	if c.Leaf() {
		s.leaf(&v, &main, c)
	} else {
		s.question(&v, &main, c)
	}
	if main.Rows != "" || main.Unknown != "" {
		main.Source = s.classNote()
	}
	v.Main = main
	return s.render(v, path, s.latest())
}

// question fills the page of a question. Its title has the answers so far as letters, for words may stand on many pages.
func (s *site) question(v *view, main *navigatorView, c *analysis.Choice) {
	q := c.Question
	main.Heading = q.Text
	v.Title = "二択で探す 質問" + strconv.Itoa(main.Number) + "（" + strings.ToUpper(c.Path) + "）"
	v.Description = "「" + q.High + "」と「" + q.Low + "」のどちらかを選んで、職業を絞っていきます。残りは" + count(main.Count) + "です。"
	if main.Start {
		v.Title, v.Crumbs = "二択で探す", nil
		v.Description = "どちらかを選ぶだけの質問に七つまで答えて、職業の短い一覧にたどり着きます。数字のある" + count(main.Count) + "のすべてに道があります。"
		for _, o := range s.c.Occupations {
			if len(o.Profiles) == 0 {
				main.Without++
			}
		}
	}
	main.Answers = []navigatorAnswer{{link{q.High, "a/"}, len(c.High.Occupations)}, {link{q.Low, "b/"}, len(c.Low.Occupations)}}
	main.Unknown = s.rows(v.Root, c.Unknown)
	item := q.Item
	main.Figure = navigatorFigure{Domain: item.Domain.Name, Threshold: c.Threshold.Text, Scale: item.Domain.Scale, Item: link{Name: item.Item().Name}}
	if hasItemPages(item.Domain) {
		main.Figure.Item.Href = v.Root + itemPath(item.Domain, item.Index)
	}
}

func (s *site) leaf(v *view, main *navigatorView, c *analysis.Choice) {
	main.Heading = "こたえに近い" + count(main.Count)
	v.Title = "二択で探す 職業の一覧（" + strings.ToUpper(c.Path) + "）"
	var names []string
	for _, o := range s.byReading(c.Occupations) {
		names = append(names, o.Name)
	}
	v.Description = "二択の質問に答えてたどり着いた職業です。" + strings.Join(names, "、") + "。"
	main.Rows = s.rows(v.Root, c.Occupations)
}

func answerAt(c *analysis.Choice, letter byte) string {
	if letter == 'a' {
		return c.Question.High
	}
	return c.Question.Low
}

// otherAnswer leads from a place to what the other answer to the last question would have given.
func otherAnswer(last, here *analysis.Choice) link {
	if here == last.High {
		return link{last.Question.Low, "../b/"}
	}
	return link{last.Question.High, "../a/"}
}

// navigatorOverview lists all places: every way at a glance, and every page in reach.
func (s *site) navigatorOverview(root *analysis.Choice) error {
	v := s.newView("navigator-all", navigatorPath+"all/", "二択で探す 道すじの一覧", "二択の質問と、その先にある職業を一つのページで見わたします。")
	v.Section = "navigator"
	v.Crumbs = []link{{"二択で探す", v.Root + navigatorPath}}
	v.Main = s.branches("../", root)
	return s.render(v, navigatorPath+"all/", s.latest())
}

// A navigatorBranch is an answer and where it leads: to a question with two more, or to occupations.
type navigatorBranch struct {
	Answer   string // "" at the root
	Question link
	Count    int
	Names    string // of the occupations, at the end of a way
	Branches []navigatorBranch
}

func (s *site) branches(root string, c *analysis.Choice) navigatorBranch {
	b := navigatorBranch{Count: len(c.Occupations), Question: link{Href: root + steps(c.Path)}}
	if c.Leaf() {
		var names []string
		for _, o := range s.byReading(c.Occupations) {
			names = append(names, o.Name)
		}
		b.Question.Name, b.Names = count(b.Count), strings.Join(names, "、")
		return b
	}
	b.Question.Name = c.Question.Text
	high, low := s.branches(root, c.High), s.branches(root, c.Low)
	high.Answer, low.Answer = c.Question.High, c.Question.Low
	b.Branches = []navigatorBranch{high, low}
	return b
}
