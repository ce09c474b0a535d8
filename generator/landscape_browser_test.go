package main

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestLandscapeInBrowser(t *testing.T) {
	b := startBrowser(t)
	for _, path := range []string{"landscape/", "navigator/", "navigator/b/a/b/", "navigator/all/"} {
		t.Run(path, func(t *testing.T) { b.checkPage(t, path) })
	}
	t.Run("finding", func(t *testing.T) { findOnLandscape(b.open(t, b.site+"landscape/", desk)) })
	t.Run("two fingers", func(t *testing.T) { spreadFingers(b.open(t, b.site+"landscape/", phone)) })
	t.Run("surroundings", func(t *testing.T) { seeSurroundings(b.open(t, b.site+"occupations/nurse/", desk)) })
	t.Run("going near", func(t *testing.T) { goNear(b.open(t, b.site+"landscape/", phone)) })
}

const (
	bright = `document.querySelectorAll(".landscape-map a:not(.aside)").length`
	rows   = `[...document.querySelectorAll("#table tbody tr")].filter(r => !r.hidden).length`
	seen   = `document.querySelector(".landscape-map svg").viewBox.baseVal`
	named  = `document.querySelectorAll(".landscape-map svg > text").length`
)

func findOnLandscape(p *tab) {
	p.is("all are bright at first", bright+` === 493 && `+rows+` === 493 && `+named+` === 0`)
	p.do(chromedp.SendKeys("#q", "じゅういし", chromedp.ByQuery))
	p.is("a reading finds one occupation in map and table", bright+` === 1 && `+rows+` === 1 && document.querySelector("#table tr:not([hidden]) td") !== null`)
	p.is("its name stands beside it", `[...document.querySelectorAll(".landscape-map svg > text")].map(t => t.textContent).join() === "獣医師"`)
	p.is("how many is said", `document.querySelector("[data-landscape-status]").textContent === "1職業"`)
	p.do(lookFor("", "it"))
	p.is("a field leaves its own", bright+` === `+rows+` && `+rows+` > 10 && `+rows+` < 30`)
	p.do(lookFor("ない職業", ""))
	p.is("nothing found is said", bright+` === 0 && document.querySelector("[data-landscape-status]").textContent.startsWith("地図の上には見つかりません")`)
}

// lookFor does what typing words and choosing a field does.
func lookFor(words, field string) chromedp.Action {
	return chromedp.Evaluate(`{
		const [q, list] = ["#q", "#field"].map(s => document.querySelector(s));
		q.value = "`+words+`"; list.value = "`+field+`";
		list.dispatchEvent(new Event("input", { bubbles: true }));
	}`, nil)
}

// goNear comes closer by button and keyboard until names appear, moves, and goes back to the whole.
func goNear(p *tab) {
	p.do(chromedp.Click(`.landscape-zoom button:first-child`, chromedp.ByQuery))
	p.is("a button comes nearer", `Math.abs(`+seen+`.width - 1000 / 1.5) < 0.1`)
	p.do(chromedp.Focus(".landscape-map", chromedp.ByQuery), chromedp.KeyEvent("+"), chromedp.KeyEvent("+"), chromedp.KeyEvent("+"))
	p.is("so does a key, until names stand beside the points", seen+`.width < 200 && `+named+` > 3`)
	p.do(chromedp.Evaluate(`window.before = `+seen+`.x`, nil), chromedp.KeyEvent(kb.ArrowRight))
	p.is("an arrow moves to the right", seen+`.x > window.before`)
	p.do(chromedp.KeyEvent("0"))
	p.is("the whole again", seen+`.width === 1000 && `+seen+`.x === 0 && `+named+` === 0`)
}

// spreadFingers puts two fingers on the map and spreads them to twice their distance; then one finger moves the map.
func spreadFingers(p *tab) {
	p.do(chromedp.ScrollIntoView(".landscape-map", chromedp.ByQuery))
	box := ask[struct{ X, Y, Width, Height float64 }](p, `(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector(".landscape-map").getBoundingClientRect())`)
	x, y := box.X+box.Width/2, box.Y+box.Height/2
	touch := func(kind input.TouchType, across ...float64) chromedp.Action {
		points := []*input.TouchPoint{}
		for i, dx := range across {
			points = append(points, &input.TouchPoint{X: x + dx, Y: y, ID: float64(i + 1)})
		}
		return input.DispatchTouchEvent(kind, points)
	}
	p.do(touch(input.TouchStart, -30, 30), touch(input.TouchMove, -45, 45), touch(input.TouchMove, -60, 60), touch(input.TouchEnd))
	p.is("spread fingers come nearer", `Math.abs(`+seen+`.width - 500) < 60`)
	p.do(chromedp.Evaluate(`window.before = `+seen+`.x`, nil), touch(input.TouchStart, 0), touch(input.TouchMove, -20), touch(input.TouchMove, -40), touch(input.TouchEnd))
	p.is("one finger moves the map", seen+`.x > window.before`)
	p.is("and follows no link", `location.pathname.endsWith("/landscape/")`)
}

// seeSurroundings follows the link of an occupation to its place on the map.
func seeSurroundings(p *tab) {
	p.do(chromedp.Click(`#similar a[href*="landscape"]`, chromedp.ByQuery))
	p.is("the map shows the occupation in the middle of others", `(c => c && Math.abs(`+seen+`.width - 1000 / 6) < 1 && `+
		`c.cx.baseVal.value >= `+seen+`.x && c.cx.baseVal.value <= `+seen+`.x + `+seen+`.width)(document.querySelector(".landscape-map .home circle")) && `+named+` > 3`)
}
