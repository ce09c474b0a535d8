package page

import (
	"math"
	"slices"
	"testing"

	"shigotoatlas/generator/catalog"
)

func TestWrapWords(t *testing.T) {
	for text, want := range map[string][]string{
		"図面を渡す":           {"図面を渡す"},
		"細部を問い合わせる":       {"細部を", "問い合わせる"},
		"法律の面から助言する":      {"法律の面から", "助言する"},
		"プログラムを渡す":        {"プログラムを", "渡す"},
		"NC工作":            {"NC工作"},
		"データの置き場を渡す人を決める": {"データの", "置き場を渡す", "人を決める"},
	} {
		if got := wrapWords(text, 6); !slices.Equal(got, want) {
			t.Errorf("%s breaks into %q, want %q", text, got, want)
		}
	}
}

// TestArrows: nodes side by side stand 236 apart and are 150 wide, one below the other 136 apart and 56 high; an arrow
// begins at the border of its box and ends 2 before the other. Of two arrows each is 9 beside the middle.
func TestArrows(t *testing.T) {
	one, right, below := &catalog.MapNode{Row: 1, Column: 1}, &catalog.MapNode{Row: 1, Column: 2}, &catalog.MapNode{Row: 2, Column: 1}
	arrows := arrowsOf(&catalog.RelationMap{Edges: []*catalog.MapEdge{{Start: one, End: right}, {Start: one, End: below}, {Start: below, End: one}}})
	for i, want := range []arrow{
		{from: point{30 + 118 + 75, 68}, to: point{30 + 354 - 77, 68}},
		{from: point{148 + 9, 68 + 28}, to: point{148 + 9, 204 - 30}},
		{from: point{148 - 9, 204 - 28}, to: point{148 - 9, 68 + 30}},
	} {
		a := arrows[i]
		if off := max(math.Abs(a.from.x-want.from.x), math.Abs(a.from.y-want.from.y), math.Abs(a.to.x-want.to.x), math.Abs(a.to.y-want.to.y)); off > 1e-9 {
			t.Errorf("arrow %d runs from %v to %v, want %v to %v", i, a.from, a.to, want.from, want.to)
		}
	}
}

func TestCrosses(t *testing.T) {
	box := rectangle{10, 10, 20, 20}
	for _, c := range []struct {
		a    arrow
		want bool
	}{
		{arrow{from: point{0, 0}, to: point{30, 30}}, true}, {arrow{from: point{0, 15}, to: point{30, 15}}, true},
		{arrow{from: point{12, 12}, to: point{13, 18}}, true}, {arrow{from: point{0, 5}, to: point{30, 5}}, false},
		{arrow{from: point{0, 15}, to: point{9, 15}}, false}, {arrow{from: point{0, 12}, to: point{12, 0}}, false},
	} {
		if got := c.a.crosses(box); got != c.want {
			t.Errorf("%v to %v crosses the box: %v", c.a.from, c.a.to, got)
		}
	}
}

// taken is the room that lines of text take.
func taken(lines []textLine, anchor string) rectangle {
	r := rectangle{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, l := range lines {
		width, left := lineWidth(l.Text), float64(l.X)
		switch anchor {
		case "middle":
			left -= width / 2
		case "end":
			left -= width
		}
		r = rectangle{min(r.left, left), min(r.top, float64(l.Y)-letter*0.8), max(r.right, left+width), max(r.bottom, float64(l.Y)+letter*0.2)}
	}
	return r
}

// TestMapsCanBeRead: in the maps of the site every name fits in its box, and no words lie on a box, on other words or
// outside the drawing.
func TestMapsCanBeRead(t *testing.T) {
	c := realContent(t)
	for _, m := range c.RelationMaps {
		d := layOutMap(m, func(*catalog.MapNode) string { return "" }, func(*catalog.MapNode) int { return -1 })
		var lies []rectangle
		for i, b := range d.Boxes {
			box := rectangle{float64(b.X), float64(b.Y), float64(b.X + b.Width), float64(b.Y + b.Height)}
			if r := taken(b.Lines, "middle"); r.left < box.left || r.right > box.right || r.top < box.top || r.bottom > box.bottom {
				t.Errorf("%s: the name %q does not fit in its box", m.Key, m.Nodes[i].Name)
			}
			lies = append(lies, box)
		}
		for i, e := range d.Edges {
			r := taken(e.Lines, e.Anchor)
			if slices.ContainsFunc(lies, r.overlaps) || r.left < 0 || r.right > float64(d.Width) {
				t.Errorf("%s: the words %q lie on something else; move a node", m.Key, m.Edges[i].Words)
			}
			lies = append(lies, r)
		}
	}
}
