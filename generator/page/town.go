package page

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"strconv"
	"strings"
	"unicode"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/catalog/prose"
)

// TownDrawings are the drawings of the town by name: each place's by its key, and ground-wide and ground-tall, what
// lies below and between them.
type TownDrawings map[string]template.HTML

// townRules: shapes whose colours are the classes of town.css.
var townRules = drawingRules{
	what: "drawing of the town",
	root: map[string]string{"xmlns": "http://www.w3.org/2000/svg", "viewBox": ""},
	shapes: map[string][]string{"path": {"class", "d"}, "circle": {"class", "cx", "cy", "r"},
		"rect": {"class", "x", "y", "width", "height", "rx"}},
	classes: []string{"t-wall", "t-roof", "t-door", "t-glass", "t-wood", "t-fruit", "t-green", "t-line", "t-wave", "t-sun", "t-land", "t-hill", "t-water", "t-road", "t-mark", "t-rail", "t-tie"},
	bytes:   2000,
}

// ParseTown reads <name>.svg of a tree.
func ParseTown(tree fs.FS) (TownDrawings, error) {
	drawings, err := townRules.readDrawings(tree)
	if err != nil {
		return nil, err
	}
	all := TownDrawings{}
	for key, shapes := range drawings {
		all[key] = template.HTML(shapes)
	}
	return all, nil
}

// townView is the town: the pictures, and a list that says the same.
type townView struct {
	Pictures []townPicture
	Symbols  []townSymbol
	Places   []townPlace
}

// A townPicture is the town drawn for one shape of window.
type townPicture struct {
	Class         string
	Width, Height int
	PlaceWidth    int
	PlaceHeight   int
	Ground        template.HTML
	Places        []spotView
}

type townSymbol struct {
	Key           string
	Width, Height int
	Drawing       template.HTML
}

type spotView struct {
	Key, Name, Reading, Href string
	Hue, X, Y                int
	MiddleX, NameY, ReadingY int // of the words
}

type townPlace struct {
	Href    string
	Name    template.HTML // with reading
	Text    template.HTML
	Hue     int
	Corners []template.HTML
}

// placeView is the page of one place.
type placeView struct {
	Name, Text template.HTML
	Hue        int
	Symbol     townSymbol
	Corners    []cornerView
	Others     []townPlace
}

type cornerView struct {
	ID   string
	Name template.HTML
	Rows []childRow
}

// A childRow is an occupation as children read it.
type childRow struct {
	Name template.HTML // with reading
	Href string
	Text template.HTML // first sentence of its やさしい日本語, with readings
}

func townPath(p *catalog.TownPlace) string { return "town/" + p.Key + "/" }

func (s *site) townPages() error {
	if len(s.c.Town) == 0 {
		return nil
	}
	v := s.newView("town", "town/", "町の絵から探す", "駅、病院、学校、工場、森など、町の絵の中の場所を選んで、そこで働く人の仕事を調べます。ふりがなつきです。")
	v.Section = "town"
	main, err := s.townView(v.Root)
	if err != nil {
		return err
	}
	v.Main = main
	if err := s.render(v, "town/", s.latest()); err != nil {
		return err
	}
	parser := prose.NewParser()
	for _, p := range s.c.Town {
		if err := s.placePage(p, main.Places, parser); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) townView(root string) (townView, error) {
	v := townView{}
	for _, p := range s.c.Town {
		place, err := s.townPlace(root, p)
		if err != nil {
			return v, err
		}
		v.Places = append(v.Places, place)
		v.Symbols = append(v.Symbols, s.townSymbol(p))
	}
	v.Pictures = []townPicture{
		s.townPicture(root, "wide", catalog.TownWide, func(p *catalog.TownPlace) catalog.TownSpot { return p.Wide }),
		s.townPicture(root, "tall", catalog.TownTall, func(p *catalog.TownPlace) catalog.TownSpot { return p.Tall }),
	}
	return v, nil
}

func (s *site) townSymbol(p *catalog.TownPlace) townSymbol {
	return townSymbol{p.Key, catalog.TownWide.PlaceWidth, catalog.TownWide.PlaceHeight, s.Town[p.Key]}
}

// The base lines of the words in the drawing of a place, from its top.
const readingLine, nameLine = 111, 129

func (s *site) townPicture(root, class string, size catalog.TownPicture, spot func(*catalog.TownPlace) catalog.TownSpot) townPicture {
	t := townPicture{Class: class, Width: size.Width, Height: size.Height, PlaceWidth: size.PlaceWidth, PlaceHeight: size.PlaceHeight, Ground: s.Town["ground-"+class]}
	for _, p := range s.c.Town {
		at := spot(p)
		reading := p.Reading
		if !hasKanji(p.Name) {
			reading = ""
		}
		t.Places = append(t.Places, spotView{
			Key: p.Key, Name: p.Name, Reading: reading, Href: root + townPath(p), Hue: s.hue(s.c.Field(p.Field)),
			X: at.X, Y: at.Y, MiddleX: at.X + size.PlaceWidth/2, NameY: at.Y + nameLine, ReadingY: at.Y + readingLine,
		})
	}
	return t
}

func (s *site) townPlace(root string, p *catalog.TownPlace) (townPlace, error) {
	text, err := s.markup(1, p.Text)
	if err != nil {
		return townPlace{}, err
	}
	v := townPlace{Href: root + townPath(p), Name: ruby(p.Name, p.Reading), Text: text, Hue: s.hue(s.c.Field(p.Field))}
	for _, c := range p.Corners {
		name, err := s.markup(1, c.Text)
		if err != nil {
			return townPlace{}, err
		}
		v.Corners = append(v.Corners, name)
	}
	return v, nil
}

// placePage is the page of a place, with the others to go on to.
func (s *site) placePage(p *catalog.TownPlace, places []townPlace, parser *prose.Parser) error {
	v := s.newView("place", townPath(p), p.Name+"で働く人の仕事", p.Name+"で働く"+strconv.Itoa(len(p.Occupations))+"の職業を、ふりがなつきの短い文で紹介します。")
	v.Section, v.Crumbs = "town", []link{{"町の絵", v.Root + "town/"}}
	text, err := s.markup(2, p.Text)
	if err != nil {
		return err
	}
	main := placeView{Name: ruby(p.Name, p.Reading), Text: text, Hue: s.hue(s.c.Field(p.Field)), Symbol: s.townSymbol(p)}
	for i, c := range p.Corners {
		corner, err := s.corner(v.Root, i, c, parser)
		if err != nil {
			return err
		}
		main.Corners = append(main.Corners, corner)
	}
	for i, other := range s.c.Town {
		if other != p {
			o := places[i]
			o.Href = v.Root + townPath(other)
			main.Others = append(main.Others, o)
		}
	}
	v.Main = main
	return s.render(v, townPath(p), s.latest())
}

func (s *site) corner(root string, i int, c *catalog.TownCorner, parser *prose.Parser) (cornerView, error) {
	name, err := s.markup(2, c.Text)
	if err != nil {
		return cornerView{}, err
	}
	v := cornerView{ID: "corner-" + strconv.Itoa(i+1), Name: name}
	for _, o := range c.Occupations {
		row := childRow{Name: ruby(o.Name, o.Reading), Href: root + occupationPath(o)}
		if easy := o.Section("easy"); easy != nil {
			row.Href += "#easy"
			if row.Text, err = s.markup(2, firstSentence(parser, easy.Text)); err != nil {
				return cornerView{}, err
			}
		}
		v.Rows = append(v.Rows, row)
	}
	return v, nil
}

// firstSentence is the beginning of a text up to the first 。 that is not within 「」.
func firstSentence(parser *prose.Parser, t prose.Text) prose.Text {
	if len(t.Blocks) == 0 {
		return t
	}
	var line bytes.Buffer
	lines := t.Blocks[0].Lines()
	for i := range lines.Len() {
		part := lines.At(i)
		line.Write(bytes.TrimSuffix(part.Value(t.Source), []byte("\n")))
	}
	quoted := 0
	for at, r := range line.String() {
		switch r {
		case '「':
			quoted++
		case '」':
			quoted--
		case '。':
			if quoted == 0 {
				return parser.ParseLine(line.Bytes()[:at+len("。")])
			}
		}
	}
	return parser.ParseLine(line.Bytes())
}

func hasKanji(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// ruby is a name with its reading over it, where it has kanji.
func ruby(name, reading string) template.HTML {
	if !hasKanji(name) {
		return template.HTML(template.HTMLEscapeString(name))
	}
	return template.HTML(fmt.Sprintf("<ruby>%s<rp>（</rp><rt>%s</rt><rp>）</rp></ruby>", template.HTMLEscapeString(name), template.HTMLEscapeString(reading)))
}
