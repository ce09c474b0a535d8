package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
)

// storyView is a model case, with what the figures of its two occupations say beside the text.
type storyView struct {
	Title, Label, Summary string
	From, To              link
	Age, Months           int
	Course                string
	Licences              []link
	Steps                 []catalog.StoryStep
	Sections              []storySection
	Move                  moveView
	Others                []storyRow
	Reviewed              string
}

type storySection struct {
	Title string
	Body  template.HTML
}

// moveView holds two occupations side by side.
type moveView struct {
	From, To       string
	Carried, Asked []moveRow
	Compared       string // names of the domains, "" where there is none
	Missing        []domainNote
	Small          []domainNote // domains with few answers
}

type moveRow struct {
	link
	Domain   string
	From, To moveCell
}

type moveCell struct {
	Value, Level string
	Width        int // in hundredths of the scale
}

// A domainNote says of which occupations something holds in a domain.
type domainNote struct{ Domain, Occupations string }

// storyRow is a story in a list.
type storyRow struct {
	link
	From, To link
	Text     string
	Facts    string
}

func storyPath(s *catalog.Story) string { return "stories/" + s.Slug + "/" }

// movedItems is how many items a story's table names on each side.
const movedItems = 8

// storyAges are the groups of the list of stories.
var storyAges = []struct {
	id, title string
	below     int
}{{"twenties", "20代まで", 30}, {"thirties", "30代", 40}, {"forties", "40代", 50}, {"later", "50代から", 1000}}

type storiesView struct {
	Label  string
	Count  int
	Groups []storyGroup
}

type storyGroup struct {
	ID, Title string
	Rows      []storyRow
}

func (s *site) storyPages() error {
	if len(s.c.Stories) == 0 {
		return nil
	}
	v := s.newView("stories", "stories/", "転職の例（"+catalog.StoryLabel+"）", "ある職業から別の職業へ移る道のりを、準備の月数、生かせたこと、つまずいたことと一緒に示す架空の例です。")
	v.Section, v.Main = "stories", s.storyList(v.Root)
	if err := s.render(v, "stories/", s.latest()); err != nil {
		return err
	}
	for _, story := range s.c.Stories {
		if err := s.storyPage(story); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) storyList(root string) storiesView {
	list := storiesView{Label: catalog.StoryLabel, Count: len(s.c.Stories)}
	youngest := 0
	for _, age := range storyAges {
		g := storyGroup{ID: age.id, Title: age.title}
		for _, story := range s.c.Stories {
			if youngest <= story.Age && story.Age < age.below {
				g.Rows = append(g.Rows, s.storyRow(root, story))
			}
		}
		slices.SortStableFunc(g.Rows, func(a, b storyRow) int { return strings.Compare(a.Facts, b.Facts) })
		if len(g.Rows) > 0 {
			list.Groups = append(list.Groups, g)
		}
		youngest = age.below
	}
	return list
}

func (s *site) storyRow(root string, story *catalog.Story) storyRow {
	return storyRow{
		link{story.Title, root + storyPath(story)},
		s.occupationLink(root, s.c.Occupation(story.From)), s.occupationLink(root, s.c.Occupation(story.To)), story.Summary,
		strconv.Itoa(story.Age) + "歳、準備 " + strconv.Itoa(story.Months()) + "か月、" + courseName(story.Course),
	}
}

func courseName(key string) string {
	for _, c := range catalog.StoryCourses {
		if c.Key == key {
			return c.Name
		}
	}
	return ""
}

func (s *site) storyPage(story *catalog.Story) error {
	path := storyPath(story)
	v := s.newView("story", path, story.Title+"（"+catalog.StoryLabel+"）", story.Summary)
	v.Section, v.Crumbs = "stories", []link{{"転職の例", v.Root + "stories/"}}
	from, to := s.c.Occupation(story.From), s.c.Occupation(story.To)
	main := storyView{
		Title: story.Title, Label: story.Label, Summary: story.Summary, From: s.occupationLink(v.Root, from), To: s.occupationLink(v.Root, to),
		Age: story.Age, Months: story.Months(), Course: courseName(story.Course), Steps: story.Steps,
		Move: s.moveView(v.Root, from, to), Others: s.otherStories(v.Root, story), Reviewed: story.Reviewed,
	}
	for _, name := range story.Licences {
		x := s.c.Licence(name)
		main.Licences = append(main.Licences, link{x.Name, v.Root + licencePath(x)})
	}
	for _, section := range story.Sections {
		body, err := s.markup(2, section.Text)
		if err != nil {
			return err
		}
		main.Sections = append(main.Sections, storySection{section.Kind.Title, body})
	}
	v.Main = main
	return s.render(v, path, story.Reviewed)
}

// moveView lays out what the figures say of going from one occupation to another.
func (s *site) moveView(root string, from, to *catalog.Occupation) moveView {
	m := s.a.Move(from, to, movedItems)
	v := moveView{From: from.Name, To: to.Name, Carried: s.moveRows(root, from, to, m.Carried), Asked: s.moveRows(root, from, to, m.Asked)}
	var names []string
	for _, d := range m.Compared {
		names = append(names, d.Name)
		v.Small = appendWhere(v.Small, d, from, to, func(o *catalog.Occupation) bool { return o.Surveys[d.Key].SmallSample })
	}
	v.Compared = strings.Join(names, "、")
	for _, d := range m.Missing {
		v.Missing = appendWhere(v.Missing, d, from, to, func(o *catalog.Occupation) bool { return o.Profiles[d.Key] == nil })
	}
	return v
}

// appendWhere names the occupations of the two for which something holds in a domain.
func appendWhere(list []domainNote, d *catalog.Domain, from, to *catalog.Occupation, holds func(*catalog.Occupation) bool) []domainNote {
	var names []string
	for _, o := range []*catalog.Occupation{from, to} {
		if holds(o) {
			names = append(names, o.Name)
		}
	}
	if len(names) == 0 {
		return list
	}
	return append(list, domainNote{d.Name, strings.Join(names, "と")})
}

func (s *site) moveRows(root string, from, to *catalog.Occupation, items []analysis.Telling) []moveRow {
	var rows []moveRow
	for _, t := range items {
		a, b := s.bar(root, from, t.Domain, t.Item), s.bar(root, to, t.Domain, t.Item)
		scale := t.Domain.Name + " " + number(t.Domain.Scale.Minimum) + "〜" + number(t.Domain.Scale.Maximum)
		rows = append(rows, moveRow{link{a.Name, a.Href}, scale, moveCell{a.Value, a.Level, a.Width}, moveCell{b.Value, b.Level, b.Width}})
	}
	return rows
}

// otherStories are those that share an occupation or a field with a story, at most three.
func (s *site) otherStories(root string, story *catalog.Story) []storyRow {
	fields := func(x *catalog.Story) []string {
		return []string{s.c.Occupation(x.From).FieldKey, s.c.Occupation(x.To).FieldKey}
	}
	var rows []storyRow
	for _, x := range s.c.Stories {
		near := slices.ContainsFunc(fields(x), func(key string) bool { return slices.Contains(fields(story), key) })
		if x != story && near && len(rows) < 3 {
			rows = append(rows, s.storyRow(root, x))
		}
	}
	return rows
}

// storiesOf are the stories that begin or end at an occupation.
func (s *site) storiesOf(root string, o *catalog.Occupation) (from, to []storyRow) {
	for _, x := range s.c.Stories {
		switch o.ID {
		case x.From:
			from = append(from, s.storyRow(root, x))
		case x.To:
			to = append(to, s.storyRow(root, x))
		}
	}
	return from, to
}

// storiesOnHome are the stories that the home page shows: those named in site.yaml.
func (s *site) storiesOnHome() []storyRow {
	var rows []storyRow
	for _, slug := range s.c.Site.Stories {
		rows = append(rows, s.storyRow("", s.c.Story(slug)))
	}
	return rows
}
