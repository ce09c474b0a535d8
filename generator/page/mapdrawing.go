package page

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"
	"unicode"

	"shigotoatlas/generator/catalog"
)

// A relation map is drawn on its grid: a band for each row with the row's name upright at its left, a box for each
// node, a straight arrow for each edge with its words beside it. All lengths are in units, one of which is a pixel where
// the drawing is not scaled.
const (
	bandName   = 30 // width of the strip with the names of the rows
	cellWidth  = 236
	cellHeight = 136
	boxWidth   = 150
	boxHeight  = 56
	letter     = 13 // width and height of a full-width character
	lineHeight = 16
	apart      = 9 // from the middle, of two edges between the same boxes
)

type mapDrawing struct {
	Width, Height int
	Bands         []bandView
	Boxes         []boxView
	Edges         []edgeView
}

type bandView struct {
	Y, Height, NameX, NameY int
	Name                    string
}

type boxView struct {
	X, Y, Width, Height int
	Hue                 int  // of the field; -1 for a group of nobody in particular
	Group               bool // and no occupation
	Href                string
	Lines               []textLine
}

type textLine struct {
	X, Y int
	Text string
}

type edgeView struct {
	Path   string
	Anchor string // of the words
	Lines  []textLine
}

// A point and a rectangle of the drawing.
type point struct{ x, y float64 }

type rectangle struct{ left, top, right, bottom float64 }

func (r rectangle) overlaps(o rectangle) bool {
	return r.left < o.right && o.left < r.right && r.top < o.bottom && o.top < r.bottom
}

func (r rectangle) wider(x, y float64) rectangle {
	return rectangle{r.left - x, r.top - y, r.right + x, r.bottom + y}
}

// layOutMap draws a map. The href of a node is where its box leads.
func layOutMap(m *catalog.RelationMap, href func(*catalog.MapNode) string, hue func(*catalog.MapNode) int) mapDrawing {
	d := mapDrawing{Width: bandName + catalog.MapColumns*cellWidth, Height: len(m.Rows) * cellHeight}
	for i, name := range m.Rows {
		d.Bands = append(d.Bands, bandView{i * cellHeight, cellHeight, bandName / 2, i*cellHeight + cellHeight/2, name})
	}
	var boxes []rectangle
	for _, n := range m.Nodes {
		c := centre(n)
		box := rectangle{c.x - boxWidth/2, c.y - boxHeight/2, c.x + boxWidth/2, c.y + boxHeight/2}
		boxes = append(boxes, box)
		lines := centred(wrapWords(n.Name, boxWidth/letter), c)
		d.Boxes = append(d.Boxes, boxView{int(box.left), int(box.top), boxWidth, boxHeight, hue(n), n.Occupation == nil, href(n), lines})
	}
	d.Edges = placeWords(arrowsOf(m), boxes)
	return d
}

// thumbnail is the drawing without words, to know a map by.
func (d mapDrawing) thumbnail() template.HTML {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="pictogram mini" viewBox="0 0 %d %d" aria-hidden="true"><path d="`, d.Width, d.Height)
	for _, e := range d.Edges {
		b.WriteString(e.Path)
	}
	b.WriteString(`"/>`)
	for _, box := range d.Boxes {
		hue := ""
		if box.Hue >= 0 {
			hue = fmt.Sprintf(" hue hue-%d", box.Hue)
		}
		fmt.Fprintf(&b, `<rect class="tint%s" x="%d" y="%d" width="%d" height="%d"/>`, hue, box.X, box.Y, box.Width, box.Height)
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

func centre(n *catalog.MapNode) point {
	return point{bandName + (float64(n.Column)-0.5)*cellWidth, (float64(n.Row) - 0.5) * cellHeight}
}

// centred puts lines of text one below the other around a point.
func centred(lines []string, c point) []textLine {
	first := c.y - float64(len(lines)-1)*lineHeight/2 + letter*0.37 // from the middle of a line down to its base line
	var texts []textLine
	for i, line := range lines {
		texts = append(texts, textLine{int(c.x), int(math.Round(first)) + i*lineHeight, line})
	}
	return texts
}

// An arrow is an edge as it is drawn, from the border of one box to that of another.
type arrow struct {
	from, to point
	side     float64 // of the words: 1 is to the right of the direction of travel, -1 to the left, 0 undecided
	words    string
}

// arrowsOf draws the edges; of two between the same boxes each keeps to its left, as one drives in Japan.
func arrowsOf(m *catalog.RelationMap) []arrow {
	var arrows []arrow
	for _, e := range m.Edges {
		a := arrow{from: centre(e.Start), to: centre(e.End), words: e.Words}
		if slices.ContainsFunc(m.Edges, func(o *catalog.MapEdge) bool { return o.Start == e.End && o.End == e.Start }) {
			a.side = -1
			a.from, a.to = a.beside(a.from, a.side*apart), a.beside(a.to, a.side*apart)
		}
		whole := a
		a.from, a.to = whole.leave(centre(e.Start), 0), arrow{from: whole.to, to: whole.from}.leave(centre(e.End), 2)
		arrows = append(arrows, a)
	}
	return arrows
}

func (a arrow) length() float64 { return math.Hypot(a.to.x-a.from.x, a.to.y-a.from.y) }

// beside is a point moved to the right of the direction of travel.
func (a arrow) beside(p point, by float64) point {
	l := a.length()
	return point{p.x - (a.to.y-a.from.y)/l*by, p.y + (a.to.x-a.from.x)/l*by}
}

// at is the point at a part of the way.
func (a arrow) at(part float64) point {
	return point{a.from.x + (a.to.x-a.from.x)*part, a.from.y + (a.to.y-a.from.y)*part}
}

// leave is where the arrow, which begins inside the box around c, is so far outside of it.
func (a arrow) leave(c point, gap float64) point {
	part := math.Inf(1)
	if dx := a.to.x - a.from.x; dx != 0 {
		part = (c.x + math.Copysign(boxWidth/2+gap, dx) - a.from.x) / dx
	}
	if dy := a.to.y - a.from.y; dy != 0 {
		part = min(part, (c.y+math.Copysign(boxHeight/2+gap, dy)-a.from.y)/dy)
	}
	return a.at(part)
}

// oblique is 1 for an arrow that does not run along the grid, else 0.
func (a arrow) oblique() int {
	if a.from.x != a.to.x && a.from.y != a.to.y {
		return 1
	}
	return 0
}

// A wording is one way of putting the words of an arrow.
type wording struct {
	anchor string
	lines  []textLine
	taken  rectangle
	cost   float64
}

// placeWords puts the words of every arrow where they lie on no box, on no other words and on as few lines as can be:
// first those of arrows along the grid, which have less room, then those of the others. The first of equal ways is
// taken, so that the drawing is the same each time.
func placeWords(arrows []arrow, boxes []rectangle) []edgeView {
	edges := make([]edgeView, len(arrows))
	order := make([]int, len(arrows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return arrows[i].oblique() - arrows[j].oblique() })
	var taken []rectangle // boxes, and words with some room around them
	taken = append(taken, boxes...)
	for _, i := range order {
		a := arrows[i]
		ways := a.wordings()
		for j := range ways {
			for _, t := range taken {
				if ways[j].taken.overlaps(t) {
					ways[j].cost += 100
				}
			}
			for k, other := range arrows {
				if k != i && other.crosses(ways[j].taken) {
					ways[j].cost += 10
				}
			}
		}
		best := slices.MinFunc(ways, func(a, b wording) int { return cmp.Compare(a.cost, b.cost) })
		taken = append(taken, best.taken.wider(8, 2))
		path := fmt.Sprintf("M%.0f %.0fL%.0f %.0f", a.from.x, a.from.y, a.to.x, a.to.y)
		edges[i] = edgeView{path, best.anchor, best.lines}
	}
	return edges
}

// wordings are the ways of putting the words of an arrow, each with what speaks against it alone.
func (a arrow) wordings() []wording {
	var ways []wording
	upright, level := a.from.x == a.to.x, a.from.y == a.to.y
	for i, part := range []float64{0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74} {
		at := a.at(part)
		switch {
		case upright:
			for _, side := range a.sides() {
				ways = append(ways, a.wording(a.beside(at, side*8), 7, float64(i)))
			}
		case level:
			for _, side := range a.sides() {
				lines := wrapWords(a.words, 6)
				ways = append(ways, a.wording(a.beside(at, side*float64(4+len(lines)*lineHeight/2)), 6, float64(i)))
			}
		default:
			sides := []float64{a.side}
			if a.side == 0 { // on the line rather than beside it
				sides = []float64{0, -1, 1}
			}
			for _, side := range sides {
				ways = append(ways, a.wording(a.beside(at, side*26), 6, float64(i)+4*math.Abs(side-a.side)))
			}
		}
	}
	return ways
}

func (a arrow) sides() []float64 {
	if a.side != 0 {
		return []float64{a.side}
	}
	if a.to.y > a.from.y || a.to.x > a.from.x { // right of the line, or above it
		return []float64{-1, 1}
	}
	return []float64{1, -1}
}

// wording puts the words around a point or, beside an upright arrow, away from the arrow.
func (a arrow) wording(p point, widest int, cost float64) wording {
	lines := wrapWords(a.words, widest)
	width := 0.0
	for _, line := range lines {
		width = max(width, lineWidth(line))
	}
	height := float64(len(lines) * lineHeight)
	w := wording{anchor: "middle", lines: centred(lines, p), taken: rectangle{p.x - width/2, p.y - height/2, p.x + width/2, p.y + height/2}, cost: cost}
	switch {
	case a.from.x != a.to.x:
	case p.x > a.from.x:
		w.anchor, w.taken.left, w.taken.right = "start", p.x, p.x+width
	default:
		w.anchor, w.taken.left, w.taken.right = "end", p.x-width, p.x
	}
	return w
}

// crosses tells whether the arrow runs through a rectangle (the Liang–Barsky test, doi 10.1145/357332.357333).
func (a arrow) crosses(r rectangle) bool {
	enter, leave := 0.0, 1.0
	dx, dy := a.to.x-a.from.x, a.to.y-a.from.y
	for _, e := range [4][2]float64{{-dx, a.from.x - r.left}, {dx, r.right - a.from.x}, {-dy, a.from.y - r.top}, {dy, r.bottom - a.from.y}} {
		switch p, q := e[0], e[1]; {
		case p == 0 && q < 0:
			return false
		case p < 0:
			enter = max(enter, q/p)
		case p > 0:
			leave = min(leave, q/p)
		}
	}
	return enter < leave
}

// lineWidth is the width of a text in which characters of Latin take half of the others.
func lineWidth(s string) float64 {
	width := 0.0
	for _, r := range s {
		if r < 0x2000 {
			width += letter * 0.58
		} else {
			width += letter
		}
	}
	return width
}

// wrapWords breaks a text into as few lines of at most so many full-width characters as can be, of about the same
// length, and where it can between words: before an opening bracket, and after a mark or hiragana.
func wrapWords(text string, widest int) []string {
	count := int(math.Ceil(lineWidth(text) / float64(widest*letter)))
	letters := []rune(text)
	if count <= 1 {
		return []string{text}
	}
	best, bestCost := 1, math.Inf(1)
	for i := 1; i < len(letters); i++ {
		first := lineWidth(string(letters[:i]))
		rest := lineWidth(string(letters[i:]))
		if first > float64(widest*letter) || rest > float64((count-1)*widest*letter) {
			continue
		}
		cost := math.Abs(first-(first+rest)/float64(count)) / letter
		cost += apartFrom(letters[i-1], letters[i])
		if cost < bestCost {
			best, bestCost = i, cost
		}
	}
	return append([]string{string(letters[:best])}, wrapWords(string(letters[best:]), widest)...)
}

// apartFrom is what speaks against breaking a line between two characters, in characters of balance.
func apartFrom(before, after rune) float64 {
	switch {
	case strings.ContainsRune("、。）・ーゃゅょっャュョッァィゥェォ", after):
		return 9
	case after == '（' || strings.ContainsRune("、）・をにとがはへで", before):
		return 0
	case unicode.Is(unicode.Hiragana, before) && !unicode.Is(unicode.Hiragana, after):
		return 1.5
	}
	return 4
}
