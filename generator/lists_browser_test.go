package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	downloads "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// My list and the comparison in a browser: kept on the device, by keyboard, in two editions.

const listed = `[...document.querySelectorAll("[data-list] .kept li[data-id]")].map(li => li.dataset.id).join()`

func TestLists(t *testing.T) {
	b := startBrowser(t)
	t.Run("from the page of an occupation", func(t *testing.T) { b.keepFromPage(t) })
	for edition, dir := range map[string]string{"ja": "", "en": "en/", "easy": "easy/"} {
		t.Run("my list in "+edition, func(t *testing.T) { b.arrangeList(t, dir) })
		t.Run("comparison in "+edition, func(t *testing.T) { b.compare(t, dir) })
	}
	t.Run("files", func(t *testing.T) { b.exchangeFiles(t) })
	t.Run("addresses", func(t *testing.T) { b.receiveAddress(t) })
	t.Run("from files", func(t *testing.T) {
		p := b.open(t, "file://"+filepath.ToSlash(filepath.Join(built(t), "tools", "compare", "index.html"))+"?ids=156,39", desk)
		p.is("two are compared", `document.querySelectorAll("[data-state=done] table.side thead th a").length > 4`)
	})
}

// keep puts occupations into the list kept in the browser, past the page.
func (p *tab) keep(list string) {
	p.Helper()
	p.do(chromedp.Evaluate(`localStorage.setItem("shigoto-atlas", '{"list":`+list+`}')`, nil), chromedp.Reload())
}

const twoListed = `{"version":1,"entries":[{"id":156,"note":"夜勤"},{"id":39,"note":""}]}`

func (b *browser) keepFromPage(t *testing.T) {
	p := b.open(t, b.site+"occupations/nurse/", phone)
	p.is("the button is there", `document.querySelector("[data-keep] button").checkVisibility()`)
	p.do(chromedp.Evaluate(`document.querySelector("[data-keep] button").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("it is pressed", `document.querySelector("[data-keep] button").getAttribute("aria-pressed") === "true"`)
	p.do(chromedp.Navigate(b.site + "tools/list/"))
	p.is("it stands in the list", listed+` === "156"`)
	p.do(chromedp.Evaluate(`localStorage.clear()`, nil))
}

// arrangeList: adding by name, noting, moving, taking off, and wiping after a question, with the keyboard alone.
func (b *browser) arrangeList(t *testing.T, dir string) {
	p := b.open(t, b.site+dir+"tools/list/", phone)
	p.do(chromedp.Evaluate(`localStorage.clear()`, nil), chromedp.Reload())
	for _, name := range []string{"看護師", "さかん"} {
		p.is("the field is there", `document.querySelector("#add") !== null`)
		p.do(chromedp.Evaluate(`document.querySelector("#add").focus()`, nil), chromedp.SendKeys("#add", name+kb.Enter, chromedp.ByQuery))
	}
	p.is("both stand in the list", listed+` === "156,39"`)
	p.do(chromedp.SendKeys("#add", "デザイナー"+kb.Enter, chromedp.ByQuery))
	p.is("several names are offered", `document.querySelectorAll(".pick [role=status] button").length > 1`)
	p.do(chromedp.Evaluate(`document.querySelector("#add").value = ""`, nil), chromedp.SendKeys("#add", "zzz"+kb.Enter, chromedp.ByQuery))
	p.is("a name of nothing is answered", `document.querySelectorAll(".pick [role=status] p").length === 1 && document.querySelectorAll(".pick [role=status] button").length === 0`)
	p.do(chromedp.SendKeys(`li[data-id="39"] textarea`, "こてを見る", chromedp.ByQuery))
	p.do(chromedp.Evaluate(`document.querySelector('li[data-id="39"] [data-action=up]').focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("it has moved up, and the focus with it", listed+` === "39,156" && document.activeElement.closest("li")?.dataset.id === "39"`)
	p.do(chromedp.Reload())
	p.is("the order and the note stay", listed+` === "39,156" && document.querySelector('li[data-id="39"] textarea').value === "こてを見る"`)
	p.do(chromedp.Evaluate(b.axe, nil))
	p.checkAccess(dir+"tools/list/", "light")
	p.do(chromedp.Evaluate(`document.querySelector('li[data-id="156"] [data-action=off]').focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("one is left", listed+` === "39"`)
	p.do(chromedp.Evaluate(`document.querySelector("[data-action=wipe]").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("it asks first", `document.activeElement.dataset.action === "yes" && localStorage.getItem("shigoto-atlas") !== null`)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("everything is gone", listed+` === "" && localStorage.getItem("shigoto-atlas") === null`)
}

// compare: choosing by name, by address and from the list; figures of the tables are those of the dataset.
func (b *browser) compare(t *testing.T, dir string) {
	p := b.open(t, b.site+dir+"tools/compare/?ids=156,39,999999,x", phone)
	p.is("numbers of nothing are passed over", `document.querySelector("[data-result]").dataset.state === "done" && document.querySelectorAll("[data-picker] .chips li").length === 2`)
	p.is("figures are those of the dataset", `[...document.querySelectorAll("[data-domain=interests] tbody tr")].some(tr => [...tr.querySelectorAll("td")].map(td => td.textContent).join() === "`+socialOf(t, "156")+","+socialOf(t, "39")+`")`)
	p.do(chromedp.SendKeys("#add", "プログラマー"+kb.Enter, chromedp.ByQuery))
	p.is("the third is there, in the address too", `document.querySelectorAll("[data-picker] .chips li").length === 3 && location.search === "?ids=156,39,313"`)
	p.do(chromedp.Evaluate(`history.back()`, nil))
	p.is("back takes it away", `document.querySelectorAll("[data-picker] .chips li").length === 2`)
	p.do(chromedp.Evaluate(`document.querySelector("[data-action=tasks]").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	p.is("tasks come when asked for", `document.querySelectorAll("td ol li").length >= 16`)
	if wide := ask[string](p, tooWide); wide != "" {
		t.Errorf("it is wider than a phone: %s", wide)
	}
	p.do(chromedp.Evaluate(b.axe, nil))
	p.checkAccess(dir+"tools/compare/", "light")
}

// socialOf is 社会的 of an occupation as the page writes it.
func socialOf(t *testing.T, id string) string {
	t.Helper()
	for _, r := range records(t, "interests") {
		if r["id"] == id {
			x, err := strconv.ParseFloat(r["social"], 64)
			if err != nil {
				t.Fatal(err)
			}
			return strconv.FormatFloat(x, 'f', 1, 64)
		}
	}
	t.Fatalf("no interests of %s", id)
	return ""
}

// exchangeFiles: what is saved can be read back and fits the schema; what is not ours is refused and nothing is lost.
func (b *browser) exchangeFiles(t *testing.T) {
	p := b.open(t, b.site+"tools/list/", desk)
	p.keep(twoListed)
	p.is("two are listed", listed+` === "156,39"`)
	dir := t.TempDir()
	p.do(downloads.SetDownloadBehavior(downloads.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(dir).WithEventsEnabled(false),
		chromedp.Click("[data-action=save]", chromedp.ByQuery))
	saved := filepath.Join(dir, "shigoto-atlas.json")
	var text []byte
	for end := time.Now().Add(5 * time.Second); len(text) == 0 && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		text, _ = os.ReadFile(saved) // until the browser has written it
	}
	checkSchema(t, text)
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for fault, path := range map[string]string{
		"not-json":  write("a.json", `{"format": "shigoto-atlas",`),
		"not-ours":  write("b.json", `{"name": "something else"}`),
		"newer":     write("c.json", `{"format": "shigoto-atlas", "version": 2, "kept": {}}`),
		"damaged":   write("d.json", `{"format": "shigoto-atlas", "version": 1, "kept": {"list": {"version": 1, "entries": [{"id": "x", "note": 1}]}}}`),
		"too-large": write("e.json", `"`+strings.Repeat("x", 1_000_001)+`"`),
	} {
		p.do(chromedp.SetUploadFiles("#file", []string{path}, chromedp.ByQuery))
		p.is("a file is refused as "+fault, `document.querySelector("[data-fault]")?.dataset.fault === "`+fault+`"`)
		p.is("nothing is lost", listed+` === "156,39"`)
	}
	p.do(chromedp.Evaluate(`localStorage.clear()`, nil), chromedp.Reload())
	p.is("the list is empty", listed+` === ""`)
	p.do(chromedp.SetUploadFiles("#file", []string{saved}, chromedp.ByQuery))
	p.is("it asks first", `document.activeElement.dataset.action === "yes"`)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("the file is read back, notes too", listed+` === "156,39" && document.querySelector('li[data-id="156"] textarea').value === "夜勤"`)
}

// checkSchema holds a saved file against the published schema.
func checkSchema(t *testing.T, text []byte) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(built(t), "schemas", "kept-1.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("the saved file does not fit its schema: %v", err)
	}
}

// receiveAddress: a list in an address is shown and taken over only when asked to; a faulty one is refused.
func (b *browser) receiveAddress(t *testing.T) {
	p := b.open(t, b.site+"tools/list/", phone)
	p.keep(twoListed)
	p.do(chromedp.Navigate(b.site+"tools/list/#list=313.999999.156"), chromedp.Reload())
	p.is("it is shown", `document.querySelector("[data-given]")?.dataset.given === "2"`)
	p.is("and nothing is taken over", listed+` === "156,39"`)
	p.do(chromedp.Click("[data-action=take]", chromedp.ByQuery))
	p.is("it is added at the end", listed+` === "156,39,313" && location.hash === ""`)
	p.do(chromedp.Click("[data-action=share]", chromedp.ByQuery))
	p.is("an address is made", `document.querySelector("#address").value.endsWith("/tools/list/#list=156.39.313")`)
	p.do(chromedp.Evaluate(`location.hash = "list=1.2.<b>"`, nil))
	p.is("a faulty address is refused", `document.querySelector("[data-fault=link]") !== null`)
	p.is("nothing is lost", listed+` === "156,39,313"`)
	p.do(chromedp.Evaluate(`localStorage.clear()`, nil))
}
