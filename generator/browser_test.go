package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"
)

// What a person does with the built site, in a headless Chromium.

const phone, desk = 390, 1280 // widths of the window in pixels

// A browser shows the built site from this machine and nothing else.
type browser struct {
	context context.Context
	site    string // address of the home page
	axe     string // source of axe-core
}

func startBrowser(t testing.TB) *browser {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "google-chrome", "chromium-browser", "google-chrome-stable"} {
		if found, err := exec.LookPath(name); err == nil && program == "" {
			program = found
		}
	}
	axe, err := os.ReadFile(filepath.Join(root, "static", "node_modules", "axe-core", "axe.min.js"))
	if program == "" || err != nil {
		t.Fatal("Chromium or axe-core is missing: `make test` installs both")
	}
	server := httptest.NewServer(http.FileServer(http.Dir(built(t))))
	t.Cleanup(server.Close)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), // without a directory for its data it makes a new one
		chromedp.ExecPath(program), chromedp.Headless, chromedp.NoSandbox, chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-extensions", true),
		chromedp.Flag("disable-renderer-backgrounding", true), chromedp.Flag("lang", "ja"), chromedp.WSURLReadTimeout(30*time.Second))
	t.Cleanup(stop)
	// The protocol has events that are newer than the package; they are no concern of ours.
	first, closeFirst := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(closeFirst)
	if err := chromedp.Run(first); err != nil {
		t.Fatalf("starting %s: %v", program, err)
	}
	return &browser{first, server.URL + "/", string(axe)}
}

// A tab is one page. What goes wrong in it is noted and makes the test fail when it ends.
type tab struct {
	*testing.T
	context context.Context
	mu      sync.Mutex
	faults  []string
	files   map[network.RequestID]string // style sheets and scripts asked for
	arrived []string                     // those of them that came
}

// open shows an address in a new tab; in motion only what the reader moves.
func (b *browser) open(t *testing.T, address string, width int64) *tab {
	t.Helper()
	ctx, stop := context.WithTimeout(b.context, 50*time.Second)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	p := &tab{T: t, context: ctx, files: map[network.RequestID]string{}}
	own, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	chromedp.ListenTarget(ctx, func(event any) { p.note(event, own.Scheme+"://"+own.Host+"/") })
	p.do(network.Enable(), log.Enable(), emulation.SetFocusEmulationEnabled(true), chromedp.EmulateViewport(width, 844), colours("light"), chromedp.Navigate(address))
	t.Cleanup(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, fault := range p.faults {
			t.Errorf("%s: %s", address, fault)
		}
	})
	return p
}

func colours(scheme string) chromedp.Action {
	return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	})
}

func (p *tab) note(event any, own string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if slices.Contains([]runtime.APIType{runtime.APITypeError, runtime.APITypeWarning, runtime.APITypeAssert}, e.Type) {
			p.faults = append(p.faults, fmt.Sprintf("console %s: %s", e.Type, e.Args[0].Value))
		}
	case *runtime.EventExceptionThrown:
		p.faults = append(p.faults, "exception: "+e.ExceptionDetails.Error())
	case *log.EventEntryAdded:
		if e.Entry.Level == log.LevelError || e.Entry.Level == log.LevelWarning {
			p.faults = append(p.faults, fmt.Sprintf("log: %s %s", e.Entry.Text, e.Entry.URL))
		}
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, own) && !strings.HasPrefix(e.Request.URL, "data:") {
			p.faults = append(p.faults, "request to "+e.Request.URL)
		}
		if e.Type == network.ResourceTypeScript || e.Type == network.ResourceTypeStylesheet {
			p.files[e.RequestID] = e.Request.URL
		}
	case *network.EventLoadingFailed:
		p.faults = append(p.faults, "not loaded: "+e.ErrorText)
	case *network.EventLoadingFinished:
		if file := p.files[e.RequestID]; file != "" {
			p.arrived = append(p.arrived, filepath.Ext(file))
		}
	}
}

func (p *tab) do(actions ...chromedp.Action) {
	p.Helper()
	if err := chromedp.Run(p.context, actions...); err != nil {
		p.Fatal(err)
	}
}

// is asks the page a question in JavaScript until the answer is yes, for at most five seconds. While another page
// opens there is nobody to answer.
func (p *tab) is(what, question string) {
	p.Helper()
	var yes bool
	var err error
	for end := time.Now().Add(5 * time.Second); !yes && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		err = chromedp.Run(p.context, chromedp.Evaluate(question, &yes))
	}
	if !yes {
		p.Errorf("%s: not so: %s (%v)", what, question, err)
	}
}

func ask[A any](p *tab, question string) (answer A) {
	p.Helper()
	p.do(chromedp.Evaluate(question, &answer))
	return answer
}

// samples are pages of every kind that a visitor arrives at.
func samples(t *testing.T) map[string]string {
	t.Helper()
	all, c := allPages(t), loaded(t)
	pages := map[string]string{
		"home": "", "index of occupations": "occupations/", "fields": "fields/", "field": "fields/" + c.Fields[0].Key + "/", "item": "items/skills/reading/",
		"domain": "items/knowledge/", "statistics": "statistics/", "licence": "licences/" + c.Licences[0].Key + "/", "method": "about/method/",
		"search": "search/", "openings": "statistics/openings/" + c.OpeningGroups[0].Code + "/", "sources": "sources/", "occupation": explaining(all) + "/",
		"stories": "stories/", "story": "stories/" + c.Stories[0].Slug + "/", "yardstick": "yardsticks/" + c.Yardsticks[0].Slug + "/",
	}
	for _, g := range c.Guides {
		pages["guide"] = "guides/" + g.Slug + "/"
	}
	for _, o := range c.Occupations {
		if len(o.Profiles) == 0 {
			pages["occupation without figures"] = "occupations/" + o.Slug + "/"
		}
	}
	return pages
}

// explaining is the first occupation's page whose prose explains a term.
func explaining(all map[string]*document) string {
	for _, name := range sorted(all) {
		if first(all[name].root, func(n *html.Node) bool { return n.Data == "button" && attribute(n, "class") == "term" }) != nil {
			return strings.TrimSuffix(name, "/index.html")
		}
	}
	return ""
}

func TestInBrowser(t *testing.T) {
	b, pages := startBrowser(t), samples(t)
	occupation := b.site + pages["occupation"]
	t.Run("pages", func(t *testing.T) {
		for _, name := range sorted(pages) {
			t.Run(name, func(t *testing.T) { t.Parallel(); b.checkPage(t, pages[name]) })
		}
	})
	t.Run("from files", func(t *testing.T) {
		for _, name := range []string{"home", "occupation", "item", "statistics"} {
			b.checkFile(t, pages[name])
		}
	})
	t.Run("finding by words", func(t *testing.T) { findByWords(b.open(t, b.site+"occupations/", phone)) })
	t.Run("from the home page", func(t *testing.T) { searchFromHome(b.open(t, b.site, phone)) })
	t.Run("section bar", func(t *testing.T) { scrollThrough(b.open(t, occupation, phone)) })
	t.Run("print", func(t *testing.T) { unfold(b.open(t, occupation, desk)) })
	t.Run("keyboard alone", func(t *testing.T) { walkByKeyboard(b.open(t, occupation, desk)) })
}

// checkPage holds a page against what is the same for all: title, nothing wider than a phone, accessible in light and
// dark with everything unfolded.
func (b *browser) checkPage(t *testing.T, path string) {
	p := b.open(t, b.site+path, phone)
	if title := ask[string](p, `document.title`); !strings.HasSuffix(title, " | しごとアトラス") || strings.HasPrefix(title, " ") {
		t.Errorf("%s has the title %q", path, title)
	}
	for _, ext := range []string{".css", ".js"} {
		if !slices.Contains(p.arrived, ext) {
			t.Errorf("%s: no %s file came", path, ext)
		}
	}
	p.do(chromedp.Evaluate(b.axe, nil), chromedp.Evaluate(`for (const d of document.querySelectorAll("details")) d.open = true`, nil))
	paper := map[string]string{}
	for _, scheme := range []string{"light", "dark"} {
		p.do(colours(scheme))
		paper[scheme] = ask[string](p, `getComputedStyle(document.body).backgroundColor`)
		if wide := ask[string](p, tooWide); wide != "" {
			t.Errorf("%s is wider than a phone in %s: %s", path, scheme, wide)
		}
		p.checkAccess(path, scheme)
	}
	if paper["light"] == paper["dark"] {
		t.Errorf("%s has the same paper in light and dark: %s", path, paper["light"])
	}
}

// tooWide names the elements that stick out of the window, beside those in boxes that scroll by themselves.
const tooWide = `(() => {
	const page = document.documentElement;
	if (page.scrollWidth <= page.clientWidth) return "";
	const out = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > page.clientWidth + 0.5 && !e.closest(".scroll, .bar-nav"));
	return page.scrollWidth + " px: " + out.slice(0, 5).map(e => e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 30)).join("; ");
})()`

// accessRules are the rules of axe-core a page is held against; in dark, those that depend on colours.
var accessRules = map[string]string{
	"light": `{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}`,
	"dark":  `{type: "rule", values: ["color-contrast", "link-in-text-block"]}`,
}

// checkAccess runs axe-core over the page.
func (p *tab) checkAccess(path, scheme string) {
	p.Helper()
	var report string
	p.do(chromedp.Evaluate(`axe.run(document, {resultTypes: ["violations"], runOnly: `+accessRules[scheme]+`})
		.then(r => JSON.stringify(r.violations.map(v => ({ID: v.id, Help: v.help, Count: v.nodes.length,
			First: v.nodes.slice(0, 3).map(n => n.target.join(" ") + ": " + (n.any[0] ?? n.all[0] ?? n.none[0]).message)}))))`, &report,
		func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }))
	var violations []struct {
		ID, Help string
		Count    int
		First    []string
	}
	if err := json.Unmarshal([]byte(report), &violations); err != nil {
		p.Fatal(err)
	}
	for _, v := range violations {
		p.Errorf("%s in %s: axe %s (%s), %d elements:\n\t%s", path, scheme, v.ID, v.Help, v.Count, strings.Join(v.First, "\n\t"))
	}
}

// checkFile opens a page as a file: its style sheet and script come, and nothing else is asked for.
func (b *browser) checkFile(t *testing.T, path string) {
	p := b.open(t, "file://"+filepath.ToSlash(filepath.Join(built(t), filepath.FromSlash(path), "index.html")), desk)
	if !slices.Contains(p.arrived, ".css") || !slices.Contains(p.arrived, ".js") {
		t.Errorf("%s as a file loads %v, want its style sheet and its script", path, p.arrived)
	}
	if paper := ask[string](p, `getComputedStyle(document.body).backgroundColor`); paper != "rgb(250, 248, 243)" {
		t.Errorf("%s as a file has the paper %s", path, paper)
	}
	if strings.HasPrefix(path, "occupations/") {
		p.is("the script runs", `document.querySelector(".bar-nav a").click() ?? document.querySelector(".bar-nav [aria-current]") !== null`)
	}
}

const shownRows = `[...document.querySelectorAll("[data-words]")].filter(r => r.checkVisibility()).length`

// findByWords narrows the index of occupations by what is typed.
func findByWords(p *tab) {
	p.is("all are shown", shownRows+` === 556`)
	p.do(chromedp.SendKeys("#q", "ぱん", chromedp.ByQuery))
	p.is("few are shown", shownRows+` > 0 && `+shownRows+` < 60`)
	p.is("パン職人 is among them", `[...document.querySelectorAll("[data-words]")].some(r => r.checkVisibility() && r.textContent.includes("パン職人"))`)
	p.is("their number is said", `document.querySelector("[data-filter-status]").textContent === `+shownRows+` + "職業"`)
	p.is("headings of empty rows go", `[...document.querySelectorAll("section h2")].some(h => !h.checkVisibility())`)
	p.do(chromedp.SendKeys("#q", " ぬるぽ", chromedp.ByQuery))
	p.is("none is left", shownRows+` === 0`)
	p.is("it says what to do next", `document.querySelector("[data-filter-status]").textContent.includes("別の呼び方")`)
	p.do(chromedp.Evaluate(`document.querySelector("#q").value = ""`, nil), chromedp.SendKeys("#q", kb.Enter, chromedp.ByQuery))
	p.is("all are shown again", shownRows+` === 556`)
}

func searchFromHome(p *tab) {
	p.do(chromedp.SendKeys("#q", "看護師"+kb.Enter, chromedp.ByQuery))
	p.is("the search opens", `location.pathname === "/search/" && new URLSearchParams(location.search).get("q") === "看護師"`)
	p.is("the words stand in its box", `document.querySelector("#q")?.value === "看護師"`)
	p.is("the first result is named so", done+` && `+firstFound+` === "156"`)
}

// scrollThrough: the section bar marks the section being read and stays in sight.
func scrollThrough(p *tab) {
	for _, section := range [][2]string{{"entry", "就くには"}, {"figures", "数字"}, {"conditions", "条件"}, {"work", "仕事"}} {
		p.do(chromedp.Evaluate(`document.getElementById("`+section[0]+`").scrollIntoView()`, nil))
		p.is(section[1]+" is marked", `[...document.querySelectorAll(".bar-nav [aria-current]")].map(a => a.textContent).join() === "`+section[1]+`"`)
		p.is("the bar is in sight", `document.querySelector(".bar-nav").getBoundingClientRect().top >= -1 && document.querySelector(".bar-nav [aria-current]").getBoundingClientRect().right <= innerWidth`)
	}
}

// unfold: print shows what is folded, by the style sheet alone and by the script.
func unfold(p *tab) {
	const folded = `[...document.querySelectorAll("main details > :not(summary)")]`
	p.is("tables are folded", folded+`.some(e => !e.checkVisibility())`)
	p.do(emulation.SetEmulatedMedia().WithMedia("print"))
	p.is("the style sheet unfolds them", folded+`.every(e => e.checkVisibility())`)
	p.do(emulation.SetEmulatedMedia().WithMedia("screen"), chromedp.Evaluate(`dispatchEvent(new Event("beforeprint"))`, nil))
	p.is("the script unfolds them", folded+`.every(e => e.checkVisibility())`)
	p.do(chromedp.Evaluate(`dispatchEvent(new Event("afterprint"))`, nil))
	p.is("it folds them again", folded+`.some(e => !e.checkVisibility())`)
}

// walkByKeyboard goes over the page of an occupation with Tab, Enter and Escape alone.
func walkByKeyboard(p *tab) {
	p.do(chromedp.KeyEvent(kb.Tab))
	p.is("Tab begins at the skip link", `document.activeElement.matches("a.skip") && document.activeElement.getBoundingClientRect().top >= 0`)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("it leads to the text", `location.hash === "#main"`)
	p.tabTo(".facts summary", 4)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("Enter unfolds the source", `document.activeElement.parentElement.open`)
	p.tabTo(".bar-nav a[href='#entry']", 12)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("the bar leads to a section", `location.hash === "#entry" && document.querySelector(".bar-nav [aria-current]")?.hash === "#entry"`)
	p.is("the heading is not under the bar", `document.querySelector("#entry h2").getBoundingClientRect().top >= document.querySelector(".bar-nav").getBoundingClientRect().bottom - 1`)
	p.do(chromedp.Evaluate(`document.querySelector(".bar-nav a").focus()`, nil))
	p.tabTo("button.term", 120)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("Enter opens the note of the term", `document.querySelector(":popover-open")?.id === document.activeElement.getAttribute("popovertarget")`)
	p.do(chromedp.KeyEvent(kb.Escape))
	p.is("Escape closes it", `document.querySelector(":popover-open") === null && document.activeElement.matches("button.term")`)
}

// tabTo presses Tab until an element is reached, at most so many times; every stop on the way can be seen.
func (p *tab) tabTo(selector string, most int) {
	p.Helper()
	for range most {
		p.do(chromedp.KeyEvent(kb.Tab))
		if !ask[bool](p, `document.activeElement.checkVisibility() && getComputedStyle(document.activeElement).outlineStyle !== "none"`) {
			p.Errorf("on the way to %s the focus cannot be seen: %s", selector, ask[string](p, `document.activeElement.outerHTML.slice(0, 120)`))
		}
		if ask[bool](p, `document.activeElement.matches("`+selector+`")`) {
			return
		}
	}
	p.Fatalf("%s is not reached with %d times Tab", selector, most)
}
