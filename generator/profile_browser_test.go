package main

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Portable skills and the own profile in a browser: start to end with the keyboard, in two editions, at a phone's width.

func TestProfileTools(t *testing.T) {
	b := startBrowser(t)
	for edition, dir := range map[string]string{"ja": "", "en": "en/"} {
		t.Run("portable skills in "+edition, func(t *testing.T) { b.giveOutPoints(t, dir) })
		t.Run("profile in "+edition, func(t *testing.T) { b.makeProfile(t, dir) })
	}
}

const ranked = `document.querySelector("[data-result]").dataset.state === "done" && document.querySelectorAll("[data-result] li[data-id][data-band]").length > 10`

// giveOutPoints: no more points than there are, a result only of all of them, and they stay.
func (b *browser) giveOutPoints(t *testing.T, dir string) {
	p := b.open(t, b.site+dir+"tools/portable/", phone)
	p.do(chromedp.Evaluate(`localStorage.clear()`, nil), chromedp.Reload())
	p.is("every element has one point", `[...document.querySelectorAll("[data-points] input[type=number]")].map(i => i.value).join("") === "111111111"`)
	score := func() {
		p.do(chromedp.Evaluate(`document.querySelector("[data-action=score]").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	}
	score()
	p.is("with points left there is no result", `document.querySelector("[data-result]").hidden && document.querySelector(".left").textContent.includes("20")`)
	p.do(chromedp.Evaluate(`document.querySelector("input[name=range7]").focus()`, nil), chromedp.KeyEvent(kb.End))
	p.is("no more are given out than there are", `document.querySelector("input[name=points7]").value === "21" && !document.querySelector(".left").textContent.includes("0 ")`)
	for range 4 {
		p.do(chromedp.KeyEvent(kb.ArrowLeft))
	}
	p.do(chromedp.Evaluate(`document.querySelector("input[name=range1]").focus()`, nil))
	for range 6 {
		p.do(chromedp.KeyEvent(kb.ArrowRight))
	}
	p.is("the sum holds", `[...document.querySelectorAll("[data-points] input[type=number]")].reduce((sum, i) => sum + Number(i.value), 0) === 29 && document.querySelector("input[name=points1]").value === "5"`)
	score()
	p.is("occupations are ranked", ranked)
	p.do(chromedp.Evaluate(`document.querySelector("[data-result] li details summary").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("a place is explained by element", `document.querySelectorAll("[data-result] li details[open] tbody tr").length === 9`)
	p.do(chromedp.Reload())
	p.is("the points stay", `document.querySelector("input[name=points7]").value === "17"`)
	p.do(chromedp.Evaluate(b.axe, nil))
	p.checkAccess(dir+"tools/portable/", "light")
	p.do(chromedp.Evaluate(`localStorage.clear()`, nil))
}

// makeProfile: from past occupations, adjusted, ranked, held against a target.
func (b *browser) makeProfile(t *testing.T, dir string) {
	p := b.open(t, b.site+dir+"tools/profile/", phone)
	p.do(chromedp.Evaluate(`localStorage.clear()`, nil), chromedp.Reload())
	p.is("the field is there", `document.querySelector("#past-name") !== null && document.querySelector("#target-name") !== null`)
	p.do(chromedp.Evaluate(`document.querySelector("[data-action=score]").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("without a profile there is no result", `document.querySelector("[data-result]").dataset.state === "refused"`)
	p.do(chromedp.SendKeys("#past-name", "施設介護員"+kb.Enter, chromedp.ByQuery))
	p.is("the past is there", `document.querySelectorAll("[data-past] li").length === 1`)
	p.is("figures come of it", `document.querySelector("[data-domain=skills] output").textContent.match(/^\d\.\d$/) !== null`)
	p.do(chromedp.Evaluate(`document.querySelector("details.adjust").open = true; document.querySelector("[data-domain=skills] input[type=range]").focus()`, nil), chromedp.KeyEvent(kb.End))
	p.is("an item is adjusted", `document.querySelector("[data-domain=skills] output").textContent === "7.0" && document.querySelector("[data-domain=skills] .flag").checkVisibility()`)
	p.do(chromedp.Evaluate(`document.querySelector("[data-action=score]").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("occupations are ranked", ranked)
	p.do(chromedp.SendKeys("#target-name", "看護師"+kb.Enter, chromedp.ByQuery))
	p.is("the gap is shown in all classes", `document.querySelector("[data-gap]").dataset.state === "done" && ["enough", "small", "large"].every(c => document.querySelector("[data-gap] [data-class=" + c + "] tbody tr"))`)
	p.is("the licence is missing", `document.querySelector("[data-missing]").dataset.missing === "1" && document.querySelector('[data-missing] a').getAttribute("href").endsWith("licences/nurse/")`)
	p.do(chromedp.Evaluate(`document.querySelector("#licence").value = document.querySelector('#licence-names option[data-key="nurse"]').value; document.querySelector("#licence").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.do(chromedp.Reload())
	p.is("all of it stays, and the licence is held", `document.querySelectorAll("[data-past] li").length === 1 && document.querySelector("[data-missing]")?.dataset.missing === "0"`)
	if wide := ask[string](p, tooWide); wide != "" {
		t.Errorf("it is wider than a phone: %s", wide)
	}
	p.do(chromedp.Evaluate(b.axe, nil))
	p.checkAccess(dir+"tools/profile/", "light")
	p.do(chromedp.Evaluate(`localStorage.clear()`, nil))
}
