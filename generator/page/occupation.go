package page

import (
	"html/template"
	"slices"
	"strings"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
)

// occupationView is the page of one occupation.
type occupationView struct {
	ID            int
	Name          string
	Reading       string
	English       string
	Summary       string
	Aliases       []string
	Field         link
	Hue           int
	Pictogram     template.HTML // of the field
	Sentence      string
	Written       bool
	Easy          bool            // whether there are やさしい日本語 and English
	TextSource    *catalog.Source // of sentences that are not ours
	Prose         map[string]template.HTML
	Tasks         []taskView
	TaskSurvey    string
	TaskSmall     bool
	TasksRated    bool // whether any has a figure
	Keep          *keepView
	Tools         []string
	Licences      []licenceView
	Required      []licenceView
	Bodies        []catalog.Body
	Education     *chart
	Periods       []period
	Employment    *chart
	Pay           *pay
	PayBlock      template.HTML
	Openings      *openings
	OpeningsBlock template.HTML
	Charts        []*chart
	Missing       []string // names of domains without figures
	AllMissing    bool
	Next          []nextView
	OneMore       []oneMoreView
	StoriesFrom   []storyRow // that begin here
	StoriesTo     []storyRow
	Similar       []similarView
	Landscape     string // the map with its surroundings, "" where it has no place there
	Related       []link
	Maps          []link // relation maps it stands in
	Themes        []link
	Industries    []link
	Classes       []classView
	Schooling     string
	Reviewed      string
	OfficialPage  string
}

type taskView struct {
	Text                  string
	Performed, Importance string
	PerformedWidth        int
	ImportanceWidth       int
	Rated                 bool
}

type licenceView struct {
	Name, Href, Kind, Summary string
	Required                  bool
}

type nextView struct {
	link
	Summary string
	Gap     []string
	Facts   string
}

type oneMoreView struct {
	Licence    link
	Occupation link
	Summary    string
}

type similarView struct {
	link
	Alike, Differ []string
	Pay, Ratio    string
	Over          string // domains compared
}

type classView struct {
	System, Code, Name, Href string
}

func (s *site) occupationPages(part []*catalog.Occupation) error {
	for _, o := range part {
		if err := s.occupationPage(o); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) occupationPage(o *catalog.Occupation) error {
	path := occupationPath(o)
	v := s.newView("occupation", path, o.Name+"（"+o.Reading+"）", o.Summary+"仕事内容、就き方、収入、求人倍率、必要な力を数字と文章で紹介します。")
	v.Section = "occupations"
	field := s.c.Field(o.FieldKey)
	v.Crumbs = []link{{"職業", v.Root + "occupations/"}, {field.Name, v.Root + fieldPath(field)}}
	main, err := s.occupationView(v.Root, o)
	if err != nil {
		return err
	}
	v.Main, v.JSONLD = main, s.occupationData(o)
	if main.Keep != nil {
		s.addScript(&v, "keep.js")
	}
	return s.render(v, path, o.Reviewed)
}

func (s *site) occupationView(root string, o *catalog.Occupation) (*occupationView, error) {
	field := s.c.Field(o.FieldKey)
	v := &occupationView{
		ID: o.ID, Name: o.Name, Reading: o.Reading, English: o.English, Summary: o.Summary, Aliases: o.Aliases,
		Field: link{field.Name, root + fieldPath(field)}, Hue: s.hue(field), Pictogram: s.fieldPictogram(field), Sentence: s.a.Sentence(o), Written: o.Written(),
		Easy: o.Section("easy") != nil, TextSource: s.c.TextSource(o),
		Keep: s.keep(root, o), Tools: o.Tools, Bodies: o.Bodies, Reviewed: o.Reviewed, OfficialPage: officialPage(o),
		Education: s.domainChart(root, o, "education"), Periods: s.periods(o), Employment: s.domainChart(root, o, "employment"),
		Schooling: s.schooling(o),
	}
	if b := s.blocks.pay[s.c.WageClassOf(o)]; b != nil {
		v.Pay, v.PayBlock = b.view, b.html
	}
	if b := s.blocks.openings[s.c.OpeningGroupOf(o)]; b != nil {
		v.Openings, v.OpeningsBlock = b.view, b.html
	}
	var err error
	if v.Prose, err = s.sections(o); err != nil {
		return nil, err
	}
	for _, key := range []string{"interests", "values", "skills", "knowledge", "abilities", "natures", "activities"} {
		if ch := s.domainChart(root, o, key); ch != nil {
			v.Charts = append(v.Charts, ch)
		} else {
			v.Missing = append(v.Missing, s.c.Domain(key).Name)
		}
	}
	v.AllMissing = len(v.Charts) == 0
	s.addTasks(v, o)
	s.addLinks(v, root, o)
	s.addPaths(v, root, o)
	v.Classes, v.Maps = s.classes(root, o), s.mapLinks(root, o)
	return v, nil
}

// hue is the class number of a field's colour: the fields' hues are steps of 22.5 degrees.
func (s *site) hue(f *catalog.Field) int { return int(f.Hue / 22.5) }

func (s *site) sections(o *catalog.Occupation) (map[string]template.HTML, error) {
	sections := map[string]template.HTML{}
	for _, section := range o.Sections {
		html, err := s.markup(2, section.Text)
		if err != nil {
			return nil, err
		}
		sections[section.Kind.Key] = html
	}
	return sections, nil
}

// addTasks lists our tasks with the ratings of the official tasks they are the same as.
func (s *site) addTasks(v *occupationView, o *catalog.Occupation) {
	survey := o.Surveys["tasks"]
	v.TaskSurvey, v.TaskSmall = surveyNote(survey), survey.SmallSample
	for _, t := range o.Tasks {
		view := taskView{Text: t.Text}
		if r, ok := o.Rating(t.IPD); ok && (r.Performed.Known() || r.Importance.Known()) {
			view.Rated, v.TasksRated = true, true
			view.Performed, view.Importance = percent(r.Performed.Value), r.Importance.Text
			view.PerformedWidth, view.ImportanceWidth = width(r.Performed, 0, 1), width(r.Importance, 1, 5)
		}
		v.Tasks = append(v.Tasks, view)
	}
}

func width(f catalog.Figure, minimum, maximum float64) int {
	return hundredths(f.Value, catalog.Item{Minimum: minimum, Maximum: maximum})
}

func (s *site) addLinks(v *occupationView, root string, o *catalog.Occupation) {
	for _, name := range o.Licences {
		x := s.c.Licence(name)
		view := licenceView{x.Name, root + licencePath(x), catalog.LicenceKindName(x.Kind), x.Summary, slices.Contains(o.Required, name)}
		if view.Required {
			v.Required = append(v.Required, view)
		}
		v.Licences = append(v.Licences, view)
	}
	for _, key := range o.Themes {
		t := s.c.Theme(key)
		v.Themes = append(v.Themes, link{t.Name, root + themePath(t)})
	}
	for _, code := range o.Industries {
		i := s.c.Industry(code)
		v.Industries = append(v.Industries, link{i.Name, root + industryPath(i)})
	}
	for _, id := range o.Related {
		v.Related = append(v.Related, s.occupationLink(root, s.c.Occupation(id)))
	}
}

func (s *site) occupationLink(root string, o *catalog.Occupation) link {
	return link{o.Name, root + occupationPath(o)}
}

// addPaths adds where one may go from here: next steps chosen by a person, near occupations computed from the
// figures, and those that one more licence opens.
func (s *site) addPaths(v *occupationView, root string, o *catalog.Occupation) {
	for _, id := range o.Next {
		next := s.c.Occupation(id)
		v.Next = append(v.Next, nextView{s.occupationLink(root, next), next.Summary, tellingNames(s.a.Differs(o, next, 3)), s.shortFacts(next)})
	}
	for _, n := range s.a.Nearest(o, 8) {
		x := n.Occupation
		p, op := s.c.WageClassOf(x), s.c.OpeningGroupOf(x)
		view := similarView{link: s.occupationLink(root, x),
			Alike: tellingNames(s.a.Alike(o, x, 2)), Differ: tellingNames(s.a.Differs(o, x, 2)), Over: strings.Join(s.a.Compared(o, x), "・")}
		if p != nil {
			view.Pay = manYen(p.Wages[catalog.WholeClass].AnnualPayYen())
		}
		if op != nil {
			view.Ratio = ratioText(op, wholeCountry, s.newestYear(), "all")
		}
		v.Similar = append(v.Similar, view)
	}
	v.Landscape = s.surroundings(root, o)
	v.StoriesFrom, v.StoriesTo = s.storiesOf(root, o)
	for _, x := range s.a.OneMoreLicence(o, 4) {
		v.OneMore = append(v.OneMore, oneMoreView{link{x.Licence.Name, root + licencePath(x.Licence)}, s.occupationLink(root, x.Occupation), x.Occupation.Summary})
	}
}

func (s *site) newestYear() string { return s.c.FiscalYears[len(s.c.FiscalYears)-1] }

// schooling names the answers on schooling given most often, or "" where there are none.
func (s *site) schooling(o *catalog.Occupation) string {
	p := o.Profiles["education"]
	if p == nil {
		return ""
	}
	items := s.c.Domain("education").Items
	best, second := -1, -1
	for i, f := range p.Figures {
		switch {
		case !f.Known() || items[i].Key == "unknown":
		case best < 0 || f.Value > p.Figures[best].Value:
			best, second = i, best
		case second < 0 || f.Value > p.Figures[second].Value:
			second = i
		}
	}
	if best < 0 {
		return ""
	}
	text := items[best].Name + " " + percent(p.Figures[best].Value)
	if second >= 0 && p.Figures[second].Value > 0 {
		text += "、" + items[second].Name + " " + percent(p.Figures[second].Value)
	}
	return text
}

func (s *site) classes(root string, o *catalog.Occupation) []classView {
	var classes []classView
	for _, code := range o.Codes.MHLW {
		if len(code) < 2 {
			continue
		}
		for _, m := range s.c.MHLW {
			if m.Code == code[:2] {
				classes = append(classes, classView{"厚生労働省編職業分類", code, m.Name, root + "classification/mhlw/" + m.Code + "/"})
			}
		}
	}
	for _, code := range o.Codes.JSOC {
		if c := s.c.JSOCClass(code); c != nil {
			classes = append(classes, classView{"日本標準職業分類", code, c.Name, root + "classification/jsoc/" + strings.ToLower(code[:1]) + "/#" + code})
		}
	}
	if w := s.c.WageClassOf(o); w != nil {
		classes = append(classes, classView{"賃金構造基本統計調査の職種", w.Code, w.Name, root + wageClassPath(w)})
	}
	if g := s.c.OpeningGroupOf(o); g != nil {
		classes = append(classes, classView{"職業安定業務統計の職業", g.Code, g.Name, root + openingsPath(g)})
	}
	return classes
}

func tellingNames(items []analysis.Telling) []string {
	names := make([]string, len(items))
	for i, t := range items {
		names[i] = t.Name()
	}
	return names
}
