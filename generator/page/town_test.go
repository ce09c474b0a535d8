package page

import (
	"os"
	"shigotoatlas/generator/catalog/prose"
	"strings"
	"testing"
	"testing/fstest"
)

// TestTownPages: the pictures lead to the places, the places to the occupations, all with readings.
func TestTownPages(t *testing.T) {
	press := newPress(t)
	press.Town = TownDrawings{"hill": `<path id="hill" d="M0 0h9"/>`, "ground-wide": `<path id="wide"/>`, "ground-tall": `<path id="tall"/>`}
	press.all(t)
	page := press.printed(t, "town/index.html")
	for _, picture := range []string{"wide", "tall"} {
		page.has(t, "svg.town."+picture+" a[href=../town/hill/] .name", "丘")
		page.has(t, "svg.town."+picture+" a[href=../town/hill/] .over", "おか")
		if len(page.find(t, "svg.town."+picture+" #"+picture)) != 1 || len(page.find(t, "svg.town."+picture+" use[href=#place-hill]")) != 1 {
			t.Errorf("the %s picture lacks its ground or the drawing of the hill", picture)
		}
	}
	if n := len(page.find(t, "symbol #hill")); n != 1 {
		t.Errorf("the hill is drawn %d times, want once", n)
	}
	page.has(t, ".town-list a[href=../town/hill/] ruby rt", "おか")
	page.has(t, ".town-list a", "風（かぜ）の力（ちから）を借（か）りて")

	hill := press.printed(t, "town/hill/index.html")
	hill.has(t, "h1 rt", "おか")
	hill.has(t, "#corner-1 h2 rt", "ふうしゃ")
	hill.has(t, "#corner-1 a[href=../../occupations/windmill-keeper/#easy] rt", "ふうしゃもり")
	hill.has(t, "#corner-1 p", "は、丘")
	hill.lacks(t, "#corner-1 p", "朝")
	hill.has(t, "#corner-2 a[href=../../occupations/fog-watcher/]", "霧見張")
	hill.has(t, ".chips a[href=../../town/steps/]", "石段")
	hill.lacks(t, ".chips a", "丘")
	press.printed(t, "index.html").has(t, "#pictures .card[href=town/]", "町の絵から探す")
}

func TestFirstSentence(t *testing.T) {
	parser := prose.NewParser()
	for source, want := range map[string]string{
		"{石|いし}をみがきます。{朝|あさ}もします。": "石をみがきます。",
		"「はい。」と{言|い}います。それから。":     "「はい。」と言います。",
		"一文だけです": "一文だけです",
		"前の行の\n続きです。次です。\n\n別の段落。": "前の行の続きです。",
	} {
		if got := firstSentence(parser, parser.Parse([]byte(source))).Plain(); got != want {
			t.Errorf("%q begins with %q, want %q", source, got, want)
		}
	}
	if got := firstSentence(parser, prose.Text{}).Plain(); got != "" {
		t.Errorf("nothing begins with %q", got)
	}
}

func TestRuby(t *testing.T) {
	for _, c := range []struct{ name, reading, want string }{
		{"駅", "えき", "<ruby>駅<rp>（</rp><rt>えき</rt><rp>）</rp></ruby>"},
		{"スタジオ", "すたじお", "スタジオ"},
		{"M&A係", "えむあんどえーがかり", "<ruby>M&amp;A係<rp>（</rp><rt>えむあんどえーがかり</rt><rp>）</rp></ruby>"},
	} {
		if got := string(ruby(c.name, c.reading)); got != c.want {
			t.Errorf("%s gives %s", c.name, got)
		}
	}
}

// TestTownIsDrawn: every place of the town has its drawing, the ground is as large as the picture, and no drawing is
// of nothing.
func TestTownIsDrawn(t *testing.T) {
	all, err := ParseTown(os.DirFS("../../static/town"))
	if err != nil {
		t.Fatal(err)
	}
	c := realContent(t)
	boxes := map[string]string{"ground-wide": "0 0 960 600", "ground-tall": "0 0 480 880"}
	for _, p := range c.Town {
		boxes[p.Key] = "0 0 160 132"
	}
	if len(all) != len(boxes) {
		t.Errorf("%d drawings, want %d", len(all), len(boxes))
	}
	for key, box := range boxes {
		source, err := os.ReadFile("../../static/town/" + key + ".svg")
		if err != nil {
			t.Error(err)
		} else if !strings.Contains(string(source), `viewBox="`+box+`"`) {
			t.Errorf("static/town/%s.svg does not have the viewBox %s", key, box)
		}
	}
}

func TestTownRules(t *testing.T) {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 132">`
	for _, c := range []struct{ source, want string }{
		{head + `<rect class="t-wall" x="1" y="2" width="3" height="4" rx="1"/></svg>`, ``},
		{`<svg xmlns="http://www.w3.org/2000/svg"><path class="t-wall" d="M0 0h9"/></svg>`, `drawing of the town hill.svg: svg has no viewBox`},
		{head + `<rect class="t-wall" x="1" y="2" width="3" height="4" style="fill:red"/></svg>`,
			`drawing of the town hill.svg: attribute style of <rect>: allowed are class, x, y, width, height, rx`},
		{head + `<text>町</text></svg>`, `drawing of the town hill.svg: <text> is not allowed here; a drawing of the town is made of circle, path, rect`},
	} {
		got := ""
		if _, err := ParseTown(fstest.MapFS{"hill.svg": {Data: []byte(c.source)}}); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s\ngives  %s\nshould %s", c.source, got, c.want)
		}
	}
}
