package catalog

import (
	"slices"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"shigotoatlas/generator/catalog/prose"
)

// A TownPlace is a place of the town that children look for work in, such as 駅. Its texts have readings over every
// kanji.
type TownPlace struct {
	Key     string        `yaml:"key" jsonschema:"pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	Name    string        `yaml:"name"`
	Reading string        `yaml:"reading"`
	English string        `yaml:"english"`
	Field   string        `yaml:"field" jsonschema:"description=Key of the field whose colour the place has"`
	Line    string        `yaml:"text" jsonschema:"description=What people do here in one sentence with ruby"`
	Wide    TownSpot      `yaml:"wide" jsonschema:"description=Where it stands in the wide picture"`
	Tall    TownSpot      `yaml:"tall" jsonschema:"description=Where it stands in the picture for phones"`
	Corners []*TownCorner `yaml:"corners"`

	Text        prose.Text    `yaml:"-"` // Line as prose, without a paragraph around it
	Occupations []*Occupation `yaml:"-"` // of all corners, in their order; each once
}

// A TownSpot is the upper left corner of a place's drawing in the units of the picture.
type TownSpot struct {
	X int `yaml:"x"`
	Y int `yaml:"y"`
}

// A TownCorner is a part of a place: a room, or a kind of work done there.
type TownCorner struct {
	Line string `yaml:"name" jsonschema:"description=Name with ruby"`
	IDs  []int  `yaml:"occupations"`

	Text        prose.Text    `yaml:"-"`
	Occupations []*Occupation `yaml:"-"`
}

// A TownPicture is the size of a picture of the town and of the drawing of each place in it, in units.
type TownPicture struct{ Width, Height, PlaceWidth, PlaceHeight int }

// TownWide and TownTall are the two pictures of the town: for a desk and for a phone.
var (
	TownWide = TownPicture{960, 600, 160, 132}
	TownTall = TownPicture{480, 880, 160, 132}
)

type townFile struct {
	Places []*TownPlace `yaml:"places"`
}

func (l *loader) readTown(name string) {
	var file townFile
	l.townDoc = l.readYAML(name, &file)
	l.c.Town = file.Places
	parser := prose.NewParser()
	for i, p := range l.c.Town {
		at := indexed("$.places", i)
		checkReading(l.townDoc, at+".reading", p.Reading)
		p.Text = l.readLine(parser, at+".text", p.Line)
		for j, c := range p.Corners {
			c.Text = l.readLine(parser, indexed(at+".corners", j)+".name", c.Line)
		}
	}
}

// readLine parses a line of the town and holds its kanji to have readings.
func (l *loader) readLine(parser *prose.Parser, at, line string) prose.Text {
	text := parser.ParseLine([]byte(line))
	for _, n := range text.Blocks {
		t, plain := n.(*ast.Text)
		if !plain {
			continue
		}
		for _, r := range string(t.Segment.Value(text.Source)) {
			if unicode.Is(unicode.Han, r) && r != '々' {
				l.townDoc.fault(at, "%q has no reading; write {kanji|reading}", string(r))
				return text
			}
		}
	}
	return text
}

func (l *loader) joinTown() {
	keys := map[string]bool{}
	for i, p := range l.c.Town {
		at := indexed("$.places", i)
		checkSlug(l.townDoc, at+".key", p.Key)
		checkUnique(l.townDoc, at+".key", "key", p.Key, keys)
		l.checkFieldKey(l.townDoc, at+".field", p.Field)
		checkSentence(l.townDoc, at+".text", "text", p.Text.Plain(), 15, 60)
		l.checkSpot(TownWide, at+".wide", i, func(p *TownPlace) TownSpot { return p.Wide })
		l.checkSpot(TownTall, at+".tall", i, func(p *TownPlace) TownSpot { return p.Tall })
		stands := map[int]bool{}
		for j, c := range p.Corners {
			l.joinCorner(p, c, indexed(at+".corners", j)+".occupations", stands)
		}
	}
}

func (l *loader) joinCorner(p *TownPlace, c *TownCorner, at string, stands map[int]bool) {
	for i, id := range c.IDs {
		o := l.c.occupations[id]
		switch {
		case stands[id]:
			l.townDoc.fault(indexed(at, i), "occupation %d stands in this place already", id)
		case o == nil && !l.lost:
			l.townDoc.fault(indexed(at, i), "occupation %d is not known", id)
		case o != nil:
			c.Occupations, p.Occupations = append(c.Occupations, o), append(p.Occupations, o)
		}
		stands[id] = true
	}
}

// checkSpot holds a place to lie inside a picture and not on an earlier one.
func (l *loader) checkSpot(picture TownPicture, at string, i int, spot func(*TownPlace) TownSpot) {
	s := spot(l.c.Town[i])
	if s.X < 0 || s.Y < 0 || s.X > picture.Width-picture.PlaceWidth || s.Y > picture.Height-picture.PlaceHeight {
		l.townDoc.fault(at, "x %d, y %d: a place lies inside the picture, with x from 0 to %d and y from 0 to %d",
			s.X, s.Y, picture.Width-picture.PlaceWidth, picture.Height-picture.PlaceHeight)
	}
	lies := slices.IndexFunc(l.c.Town[:i], func(p *TownPlace) bool {
		o := spot(p)
		return max(s.X, o.X)-min(s.X, o.X) < picture.PlaceWidth && max(s.Y, o.Y)-min(s.Y, o.Y) < picture.PlaceHeight
	})
	if lies >= 0 {
		l.townDoc.fault(at, "x %d, y %d lies on %q", s.X, s.Y, l.c.Town[lies].Key)
	}
}
