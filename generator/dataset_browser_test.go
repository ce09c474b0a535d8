package main

import (
	"testing"

	"github.com/chromedp/chromedp"
)

func TestDatasetInBrowser(t *testing.T) {
	b := startBrowser(t)
	for _, path := range []string{"dataset/", "en/dataset/"} {
		t.Run(path, func(t *testing.T) { b.checkDatasetPage(t, path) })
	}
	t.Run("narrowing", func(t *testing.T) { narrowColumns(b.open(t, b.site+"dataset/", phone)) })
	t.Run("copying", func(t *testing.T) { copyCitation(b.open(t, b.site+"dataset/", desk)) })
}

// checkDatasetPage is checkPage with one table unfolded: all of them together are more than a test has time for.
func (b *browser) checkDatasetPage(t *testing.T, path string) {
	p := b.open(t, b.site+path, phone)
	p.do(chromedp.Evaluate(b.axe, nil), chromedp.Evaluate(`for (const d of document.querySelectorAll("#interests details")) d.open = true`, nil))
	for _, scheme := range []string{"light", "dark"} {
		p.do(colours(scheme))
		if wide := ask[string](p, tooWide); wide != "" {
			t.Errorf("%s is wider than a phone in %s: %s", path, scheme, wide)
		}
		p.checkAccess(path, scheme)
	}
}

// narrowColumns looks for columns by a word of their description.
func narrowColumns(p *tab) {
	p.is("columns are folded", shownRows+` === 0`)
	p.do(chromedp.SendKeys("#q", "ボーナス", chromedp.ByQuery))
	p.is("there is no such column", `document.querySelector("[data-filter-status]").textContent.startsWith("見つかりません")`)
	p.do(chromedp.Evaluate(`document.querySelector("#q").value = ""`, nil), chromedp.SendKeys("#q", "賞与", chromedp.ByQuery))
	p.is("columns with bonuses are unfolded", `[...document.querySelectorAll("[data-words]")].filter(r => r.checkVisibility()).every(r => r.textContent.includes("賞与")) && `+shownRows+` === 2`)
	p.is("their number is said", `document.querySelector("[data-filter-status]").textContent === "2列"`)
	p.is("other tables are hidden", `!document.querySelector("#occupations h3").checkVisibility() && document.querySelector("#wages h3").checkVisibility()`)
}

// copyCitation presses the button with a clipboard of the test's own.
func copyCitation(p *tab) {
	p.do(chromedp.Evaluate(`navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }`, nil),
		chromedp.Click("[data-copy-text]", chromedp.ByQuery))
	p.is("the citation is copied", `window.copied === document.querySelector("#citation").textContent && window.copied.startsWith("Shigoto Atlas contributors")`)
	p.is("the page says so", `document.querySelector("[data-copy-text] + [role=status]").textContent === "写しました"`)
}
