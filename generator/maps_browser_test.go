package main

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestMapsInBrowser looks at the town, the relation maps and the pictograms as a person does.
func TestMapsInBrowser(t *testing.T) {
	b := startBrowser(t)
	t.Run("pages", func(t *testing.T) {
		for _, path := range []string{"town/", "town/hospital/", "maps/", "maps/building-industry/", "themes/"} {
			t.Run(strings.Trim(path, "/"), func(t *testing.T) { t.Parallel(); b.checkPage(t, path) })
		}
	})
	t.Run("from files", func(t *testing.T) { b.checkFile(t, "town/") })
	t.Run("town on a phone", func(t *testing.T) { walkTown(b.open(t, b.site+"town/", phone), "tall", "wide") })
	t.Run("town on a desk", func(t *testing.T) { walkTown(b.open(t, b.site+"town/", desk), "wide", "tall") })
	t.Run("map", func(t *testing.T) { followMap(b.open(t, b.site+"maps/medical/", phone)) })
	t.Run("pictograms", func(t *testing.T) { measurePictograms(b.open(t, b.site+"themes/", desk)) })
}

// walkTown goes by keyboard to a place of the picture that fits the window; the other picture is not there for anybody.
func walkTown(p *tab, shown, hidden string) {
	p.is("one picture is shown", `document.querySelector(".town.`+shown+`").checkVisibility() && !document.querySelector(".town.`+hidden+`").checkVisibility()`)
	p.is("it is not cut off", `(r => r.left >= 0 && r.right <= innerWidth)(document.querySelector(".town.`+shown+`").getBoundingClientRect())`)
	p.is("every place can be hit", `[...document.querySelectorAll(".town.`+shown+` a")].every(a => a.getBoundingClientRect().width >= 44 && a.getBoundingClientRect().height >= 44)`)
	p.is("its words can be read", `[...document.querySelectorAll(".town.`+shown+` .name")].every(n => n.getBoundingClientRect().height >= 12)`)
	p.is("its drawings are there", `[...document.querySelectorAll(".town.`+shown+` use")].every(u => u.getBBox().width > 0)`)
	p.do(chromedp.Evaluate(`document.querySelector(".crumbs a").focus()`, nil), chromedp.KeyEvent(kb.Tab))
	p.is("Tab comes to a place", `document.activeElement.matches(".town.`+shown+` a")`)
	p.is("it can be seen", `getComputedStyle(document.activeElement.querySelector(".spot")).stroke === getComputedStyle(document.querySelector(".crumbs a")).color`)
	p.do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	p.is("Enter opens the place", `document.querySelector("h1").textContent.startsWith("病院")`)
}

// followMap moves the drawing with the keyboard and follows one of its boxes.
func followMap(p *tab) {
	p.do(chromedp.Evaluate(`document.querySelector(".relations").focus()`, nil), chromedp.KeyEvent(kb.ArrowRight))
	p.is("the drawing moves", `document.querySelector(".relations").scrollLeft > 0`)
	p.do(chromedp.Evaluate(`document.querySelector(".relations a.group").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("a group leads to the list", `location.hash === "#patient" && document.querySelector("#patient").checkVisibility()`)
	p.do(chromedp.Evaluate(`document.querySelector(".relations a:not(.group)").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("an occupation leads to its page", `document.querySelector("main").dataset.occupation === "401"`)
}

// measurePictograms: with half a stroke around it, every pictogram lies on its grid.
func measurePictograms(p *tab) {
	p.is("all themes have one", `document.querySelectorAll(".card .pictogram").length === 42`)
	if out := ask[[]string](p, `[...document.querySelectorAll(".card")].filter(c => {
			const b = c.querySelector(".pictogram").getBBox(), half = 1.75 / 2;
			return b.x < half || b.y < half || b.x + b.width > 24 - half || b.y + b.height > 24 - half;
		}).map(c => c.textContent)`); len(out) > 0 {
		p.Errorf("pictograms that leave the grid: %q", out)
	}
	p.do(chromedp.Navigate(strings.Replace(ask[string](p, `location.href`), "themes/", "fields/", 1)))
	p.is("all fields have one", `document.querySelectorAll(".card .pictogram").length === 16 && [...document.querySelectorAll(".card .pictogram")].every(s => {
			const b = s.getBBox(), half = 1.75 / 2;
			return b.x >= half && b.y >= half && b.x + b.width <= 24 - half && b.y + b.height <= 24 - half;
		})`)
}
