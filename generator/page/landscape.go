package page

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
)

// landscapeView is the map of all occupations on the two axes, the same as a table, and the groups found in the same
// figures.
type landscapeView struct {
	Placed, Unplaced int
	Items            int // that the axes are computed from
	Across, Up       *catalog.ComponentName
	Share            string // of the variance of all items that the two axes explain, in percent
	Width, Height    int
	Centre           spot // where both scores are 0
	Regions          []region
	Rows             template.HTML
	Missing          template.HTML
	Groups           []landscapeGroup
}

type spot struct{ X, Y int }

// A region holds the points of a field.
type region struct {
	link
	Key   string
	Hue   int
	Count int
	Dots  template.HTML
	Label spot // the middle of the field's name, near the middle of its points
}

type landscapeGroup struct {
	Name, Summary, Count string
	Nearest              []link // to its middle
}

const landscapePath = "landscape/"

// Size of the map, and its margin, in units of the drawing.
const landscapeWidth, landscapeHeight, landscapeMargin = 1000, 720, 24

func (s *site) landscapePage() error {
	if s.c.Analyses == nil {
		return nil
	}
	v := s.newView("landscape", landscapePath, "職業の地図", "すべての職業を、求められる力の似かたで一枚の地図に並べました。名前で探し、拡大して、近くの職業を見つけられます。")
	v.Section = "landscape"
	s.addScript(&v, "landscape.js")
	found, placed := s.a.Landscape(), s.placed()
	main := landscapeView{Placed: len(found.Occupations), Items: len(found.Items), Across: found.List[0].Name, Up: found.List[1].Name,
		Share: decimals(100*(found.List[0].Share+found.List[1].Share), 0), Width: landscapeWidth, Height: landscapeHeight, Centre: placed.at(0, 0)}
	missing := slices.DeleteFunc(slices.Clone(s.c.Occupations), func(o *catalog.Occupation) bool { return placed.has(o) })
	main.Unplaced, main.Missing = len(missing), s.landscapeNames(v.Root, missing)
	for _, f := range s.c.Fields {
		main.Regions = append(main.Regions, s.region(v.Root, f, placed))
	}
	placeLabels(main.Regions)
	main.Rows = s.landscapeRows(v.Root, placed)
	for _, c := range s.a.Clusters().List {
		g := landscapeGroup{Name: c.Name.Name, Summary: c.Name.Summary, Count: count(len(c.Occupations))}
		for _, o := range c.Occupations[:min(3, len(c.Occupations))] {
			g.Nearest = append(g.Nearest, link{o.Name, v.Root + occupationPath(o)})
		}
		main.Groups = append(main.Groups, g)
	}
	v.Main = main
	return s.render(v, landscapePath, s.latest())
}

// A placement knows where occupations stand on the map.
type placement struct {
	across, up   analysis.Component
	occupations  []*catalog.Occupation
	index        map[*catalog.Occupation]int
	left, bottom float64 // the smallest scores
	right, top   float64 // units of the drawing for a deviation
}

// place places all occupations; none where nothing computed has names.
func (s *site) place() *placement {
	found := s.a.Landscape()
	if len(found.List) == 0 {
		return &placement{}
	}
	p := &placement{across: found.List[0], up: found.List[1], occupations: found.Occupations,
		index: map[*catalog.Occupation]int{}}
	for i, o := range found.Occupations {
		p.index[o] = i
	}
	p.left, p.bottom = slices.Min(p.across.Scores), slices.Min(p.up.Scores)
	p.right = (landscapeWidth - 2*landscapeMargin) / (slices.Max(p.across.Scores) - p.left)
	p.top = (landscapeHeight - 2*landscapeMargin) / (slices.Max(p.up.Scores) - p.bottom)
	return p
}

func (p *placement) has(o *catalog.Occupation) bool {
	_, ok := p.index[o]
	return ok
}

// at is where two scores lie: larger ones to the right and up.
func (p *placement) at(across, up float64) spot {
	return spot{landscapeMargin + int(math.Round((across-p.left)*p.right)), landscapeHeight - landscapeMargin - int(math.Round((up-p.bottom)*p.top))}
}

func (p *placement) of(o *catalog.Occupation) spot {
	i := p.index[o]
	return p.at(p.across.Scores[i], p.up.Scores[i])
}

// surroundings is the address of the map around an occupation, "" where it has no place there.
func (s *site) surroundings(root string, o *catalog.Occupation) string {
	if !s.placed().has(o) {
		return ""
	}
	return root + landscapePath + "?near=" + o.Slug
}

// region draws the points of a field. They are links for the mouse alone: everyone else has the table.
func (s *site) region(root string, f *catalog.Field, placed *placement) region {
	r := region{link: link{f.Name, root + fieldPath(f)}, Key: f.Key, Hue: s.hue(f)}
	var b strings.Builder
	for _, o := range f.Occupations {
		if !placed.has(o) {
			continue
		}
		at := placed.of(o)
		b.WriteString(`<a href="` + root + occupationPath(o) + `" tabindex="-1"><circle cx="` + strconv.Itoa(at.X) + `" cy="` + strconv.Itoa(at.Y) +
			`" r="6"/><title>` + template.HTMLEscapeString(o.Name) + `</title></a>`)
		r.Count++
		r.Label.X += at.X
		r.Label.Y += at.Y
	}
	if r.Count > 0 {
		r.Label.X /= r.Count
		r.Label.Y /= r.Count
	}
	r.Dots = template.HTML(b.String())
	return r
}

// labelSize is the size of the letters of a field's name on the map.
const labelSize = 17

// placeLabels moves the names of the fields down until none lies on another, from the highest on.
func placeLabels(regions []region) {
	order := make([]*region, len(regions))
	for i := range regions {
		order[i] = &regions[i]
	}
	slices.SortStableFunc(order, func(x, y *region) int { return cmp.Compare(x.Label.Y, y.Label.Y) })
	for i, r := range order {
		for _, above := range order[:i] {
			width := labelSize * (utf8.RuneCountInString(r.Name) + utf8.RuneCountInString(above.Name)) / 2
			if abs(r.Label.X-above.Label.X) < width {
				r.Label.Y = max(r.Label.Y, above.Label.Y+labelSize*5/4)
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }

func (s *site) landscapeRows(root string, placed *placement) template.HTML {
	group := map[*catalog.Occupation]string{}
	for _, c := range s.a.Clusters().List {
		for _, o := range c.Occupations {
			group[o] = c.Name.Name
		}
	}
	var b strings.Builder
	for _, o := range s.byReading(placed.occupations) {
		i, f := placed.index[o], s.c.Field(o.FieldKey)
		b.WriteString(`<tr data-field="` + f.Key + `" data-words="` + o.Reading + `"><th scope="row"><a href="` + root + occupationPath(o) + `">` + template.HTMLEscapeString(o.Name) + `</a></th><td>` + template.HTMLEscapeString(f.Name) +
			`</td><td>` + template.HTMLEscapeString(group[o]) + `</td><td class="n">` + signed(placed.across.Scores[i]) + `</td><td class="n">` + signed(placed.up.Scores[i]) + `</td></tr>`)
	}
	return template.HTML(b.String())
}

// signed writes a standard score with one decimal and its sign.
func signed(score float64) string {
	text := decimals(math.Abs(score), 1)
	switch {
	case text == "0.0":
		return text
	case score < 0:
		return "−" + text
	}
	return "＋" + text
}

func (s *site) landscapeNames(root string, occupations []*catalog.Occupation) template.HTML {
	var b strings.Builder
	for _, o := range s.byReading(occupations) {
		b.WriteString(`<li><a href="` + root + occupationPath(o) + `">` + template.HTMLEscapeString(o.Name) + `</a></li>`)
	}
	return template.HTML(b.String())
}

// A thumbnail is the map in small, for the home page: the points of a field are one line of dots.
type thumbnail struct {
	Width, Height int
	Lines         []thumbnailLine
}

type thumbnailLine struct {
	Hue  int
	Path string // "M12 30h0M44 5h0": moves, each with a line of no length, drawn as a dot by its round ends
}

const thumbnailStep = 4 // units of the large map for one of the small

func (s *site) landscapeThumbnail() *thumbnail {
	if s.c.Analyses == nil {
		return nil
	}
	placed := s.placed()
	t := &thumbnail{Width: landscapeWidth / thumbnailStep, Height: landscapeHeight / thumbnailStep}
	for _, f := range s.c.Fields {
		var at []spot
		for _, o := range f.Occupations {
			if placed.has(o) {
				p := placed.of(o)
				at = append(at, spot{p.X / thumbnailStep, p.Y / thumbnailStep})
			}
		}
		slices.SortFunc(at, func(p, q spot) int { return cmp.Or(cmp.Compare(p.X, q.X), cmp.Compare(p.Y, q.Y)) })
		var b strings.Builder
		for _, p := range slices.Compact(at) {
			b.WriteString("M" + strconv.Itoa(p.X) + " " + strconv.Itoa(p.Y) + "h0")
		}
		t.Lines = append(t.Lines, thumbnailLine{s.hue(f), b.String()})
	}
	return t
}
