package main

import (
	"encoding/csv"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// What a person does on the search page.

const (
	done       = `document.querySelector("#results").dataset.state === "done"`
	totalFound = `Number(document.querySelector("#results").dataset.total)`
	firstFound = `document.querySelector("#results [data-id]")?.dataset.id`
)

func TestSearchPage(t *testing.T) {
	b := startBrowser(t)
	search := b.site + "search/"
	t.Run("words", func(t *testing.T) { searchByWords(b.open(t, search, phone)) })
	t.Run("conditions", func(t *testing.T) { narrowByConditions(b.open(t, search, desk)) })
	t.Run("table", func(t *testing.T) { showTable(b.open(t, search+"?field=medical&view=table", desk)) })
	t.Run("keyboard alone", func(t *testing.T) { searchByKeyboard(b.open(t, search, desk)) })
	t.Run("English", func(t *testing.T) { searchInEnglish(b.open(t, b.site+"en/search/?q=nurse", phone)) })
	t.Run("from files", func(t *testing.T) {
		p := b.open(t, "file://"+filepath.ToSlash(filepath.Join(built(t), "search", "index.html"))+"?q=ほいくし&pay=300-", desk)
		p.is("words and conditions work", done+` && `+firstFound+` === "131" && document.querySelector("#chosen").textContent.includes("300万円以上")`)
	})
	t.Run("any query", func(t *testing.T) { b.anyQuery(t) })
	t.Run("damage", func(t *testing.T) { b.damagedSearch(t) })
	t.Run("accessible", func(t *testing.T) { b.accessibleSearch(t) })
	t.Run("bytes", func(t *testing.T) { firstBytes(t, b) })
}

// searchByWords: suggestions and results come while typing, the address follows, the back button goes back.
func searchByWords(p *tab) {
	p.is("the ways in are there and nothing is found yet", `document.querySelectorAll("#ways li").length >= 12 && document.querySelector("#results").dataset.state === "idle"`)
	p.do(chromedp.SendKeys("#q", "ほいくし", chromedp.ByQuery))
	p.is("suggestions come", `[...document.querySelectorAll("#suggest li")].some(li => li.textContent.startsWith("保育士"))`)
	p.is("results come", done+` && `+firstFound+` === "131"`)
	p.is("the address says it", `new URLSearchParams(location.search).get("q") === "ほいくし"`)
	p.is("no facts were loaded", `!performance.getEntriesByType("resource").some(r => /facts|vectors|facets/.test(r.name))`)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("Enter closes the suggestions", `document.querySelectorAll("#suggest li").length === 0`)
	p.do(chromedp.Evaluate(`document.querySelector("#q").value = ""`, nil), chromedp.SendKeys("#q", "病院 -看護"+kb.Enter, chromedp.ByQuery))
	p.is("another search is shown", done+` && `+firstFound+` !== "131" && document.querySelectorAll("#results li[data-id]").length === 10`)
	p.is("what the words found is marked", `document.querySelector("#results mark") !== null`)
	p.do(chromedp.Click("#results .why summary", chromedp.ByQuery))
	p.is("why it is there can be read", `document.querySelector("#results .why[open] li").textContent.includes("病院")`)
	p.do(chromedp.Click("#more", chromedp.ByQuery))
	p.is("more come", `document.querySelectorAll("#results li[data-id]").length > 10 && new URLSearchParams(location.search).get("page") === "2"`)
	p.is("the focus goes to the first of them", `document.activeElement === document.querySelectorAll("#results li[data-id] a")[10]`)
	p.do(chromedp.NavigateBack())
	p.is("the back button goes back", done+` && document.querySelector("#q").value === "ほいくし" && `+firstFound+` === "131"`)
	p.do(chromedp.Evaluate(`document.querySelector("#narrow").open = true`, nil))
	p.is("conditions come", `document.querySelector("[data-facet=field]") !== null`)
	p.do(chromedp.Evaluate(`history.replaceState(null, "", "?q=ほいくし&field=education"); dispatchEvent(new PopStateEvent("popstate"))`, nil))
	p.is("a condition is shown", `document.querySelectorAll("#chosen button").length === 1`)
	p.do(chromedp.Evaluate(`document.querySelector("#narrow").open = false`, nil), chromedp.Click("#chosen button", chromedp.ByQuery))
	p.is("and goes when it is taken away, though the panel is closed", done+` && document.querySelectorAll("#chosen button").length === 0 && location.search === "?q="+encodeURIComponent("ほいくし")`)
	p.do(chromedp.Evaluate(`document.querySelector("#others").open = true`, nil))
	p.is("licences and terms are found too", `[...document.querySelectorAll("#others li")].some(li => li.textContent.includes("保育士"))`)
}

// narrowByConditions combines ways in; every count is that of what ticking would find.
func narrowByConditions(p *tab) {
	p.do(chromedp.Click("#narrow > summary", chromedp.ByQuery))
	p.is("the ways in are offered", `document.querySelectorAll("#panel > details").length === 17`)
	p.do(chromedp.Evaluate(`document.querySelectorAll("#panel > details").forEach(d => d.open = true)`, nil))
	const count = `(() => { const t = document.querySelector("#panel [data-facet=field] .tick:has([value=medical])"); return Number(t.querySelector(".tally").textContent) })()`
	medical := ask[int](p, count)
	p.do(chromedp.Click(`#panel [data-facet=field] [value=medical]`, chromedp.ByQuery))
	p.is("as many are found as was said", done+` && `+totalFound+fmt.Sprintf(` === %d && location.search === "?field=medical"`, medical))
	p.do(chromedp.Click(`#panel [data-facet=field] [value=welfare]`, chromedp.ByQuery))
	p.is("values of a way are alternatives", totalFound+fmt.Sprintf(` > %d`, medical))
	p.do(chromedp.Click(`#chosen button`, chromedp.ByQuery))
	p.is("a condition is taken away", `location.search === "?field=welfare"`)
	p.do(chromedp.NavigateBack(), chromedp.NavigateBack())
	p.is("the back button goes back to one", totalFound+fmt.Sprintf(` === %d && document.querySelector("[value=medical]").checked && !document.querySelector("[value=welfare]").checked`, medical))

	const choose = `(facet, text, value) => {
		const label = [...document.querySelectorAll("#panel [data-facet=" + facet + "] label")].find(l => l.textContent.includes(text));
		const select = label.querySelector("select"), option = [...select.options].find(o => o.textContent.startsWith(value));
		select.value = option.value;
		select.dispatchEvent(new Event("change"));
		return Number(/（(\d+)）$/.exec(option.textContent)[1]);
	}`
	for _, c := range []struct{ facet, item, mode string }{
		{"nature", "他者とのかかわり", "望む"}, {"nature", "座り作業", "避けたい"}, {"skill", "傾聴力", "水準3以上"}, {"knowledge", "医学・歯学", "生かしたい"},
		{"activity", "人", "得意"}, {"money", "下限", "350万円以上"}, {"openings", "下限", "1倍以上"},
	} {
		said := ask[int](p, fmt.Sprintf("(%s)(%q, %q, %q)", choose, c.facet, c.item, c.mode))
		p.is(c.item+c.mode+" finds as many as was said", totalFound+fmt.Sprintf(" === %d", said))
	}
	p.is("every condition can be taken away", `document.querySelectorAll("#chosen button").length === 9`)
	p.do(chromedp.Evaluate(`[...document.querySelectorAll("#chosen button")].at(-1).click()`, nil))
	p.is("all at once too", `location.search === "" && document.querySelectorAll("#chosen li").length === 0`)
	p.do(chromedp.Evaluate(`document.querySelector("#q").value = ""`, nil), chromedp.SendKeys("#q", "病院"+kb.Enter, chromedp.ByQuery))
	p.is("counts follow the words", count+fmt.Sprintf(` > 0 && %s <= %d`, count, medical))
	p.do(chromedp.SendKeys(`#task`, "採血"+kb.Enter, chromedp.ByQuery))
	p.is("tasks narrow it", `location.search.includes("task=") && `+totalFound+` > 0 && `+totalFound+` < `+count+` + 20`)
}

// showTable: columns, sorting, and the file.
func showTable(p *tab) {
	const column = `n => [...document.querySelectorAll("#results tbody tr")].map(r => Number(r.children[n].textContent.replace("—", "NaN")))`
	p.is("the table is there", done+` && document.querySelectorAll("#results tbody tr").length === `+totalFound)
	p.do(chromedp.Click("#results thead button", chromedp.ByQuery))
	p.is("the highest pay comes first", `document.querySelector("[aria-sort=descending]") && (`+column+`)(2).filter(x => !Number.isNaN(x)).every((x, i, all) => i === 0 || all[i - 1] >= x)`)
	p.is("the focus stays", `document.activeElement.matches("thead [aria-sort] button")`)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("then the lowest, and those without a figure last", `document.querySelector("[aria-sort=ascending]") && (`+column+`)(2).every((x, i, all) => i === 0 || all[i - 1] <= x || Number.isNaN(x))`)
	p.do(chromedp.Evaluate(`(() => { const s = document.querySelector("#columns select"); s.value = "skills.reading"; s.dispatchEvent(new Event("change")); })()`, nil))
	p.is("an item is a column too", `document.querySelectorAll("#results thead th").length === 8 && location.search.includes("skills.reading")`)
	p.do(chromedp.Evaluate(`window.kept = new Promise(r => { URL.createObjectURL = blob => (blob.arrayBuffer().then(b => r(new TextDecoder("utf-8", {ignoreBOM: true}).decode(b))), "#"); })`, nil),
		chromedp.Click("#download", chromedp.ByQuery), chromedp.Evaluate(`kept.then(text => { window.file = text; })`, nil))
	p.is("the file is made", `typeof file === "string"`)
	text := ask[string](p, `file`)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil || !strings.HasPrefix(text, "\ufeff") || len(rows) != 1+ask[int](p, totalFound) || strings.Join(rows[0][:4], ",") != "id,職業,読み,分野" || len(rows[0]) != 10 {
		p.Errorf("the file has %d rows, %v: %v", len(rows), rows[:1], err)
	}
}

// searchByKeyboard uses the whole page with the keyboard alone.
func searchByKeyboard(p *tab) {
	p.tabTo("#q", 16)
	p.do(chromedp.KeyEvent("かんご"))
	p.is("suggestions come", `document.querySelectorAll("#suggest li").length > 1 && document.querySelector("#q").getAttribute("aria-expanded") === "true"`)
	p.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp))
	p.is("arrows move through them", `document.activeElement.id === "q" && document.querySelector("#suggest li").id === document.activeElement.getAttribute("aria-activedescendant") && document.querySelector("#suggest li").getAttribute("aria-selected") === "true"`)
	p.do(chromedp.KeyEvent(kb.Escape))
	p.is("Escape closes them", `document.querySelector("#suggest").hidden && document.querySelector("#q").value === "かんご"`)
	p.do(chromedp.KeyEvent("し"))
	p.is("they come again", `!document.querySelector("#suggest").hidden`)
	p.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	p.is("Enter takes one", done+` && document.querySelector("#q").value === "看護師" && `+firstFound+` === "156"`)
	p.tabTo("#narrow > summary", 3)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("the panel is filled", `document.querySelectorAll("#panel > details").length === 17`)
	p.tabTo("[data-facet=field] > summary", 2)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("its boxes are there", `document.querySelector("[data-facet=field] [value=medical]") !== null`)
	p.tabTo("[data-facet=field] [value=medical]", 17)
	p.do(chromedp.KeyEvent(" "))
	p.is("Space ticks a box", `location.search.includes("field=medical") && document.activeElement.matches("[value=medical]")`)
	p.tabTo("#chosen button", 40)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("Enter takes the condition away", `!location.search.includes("field") && document.activeElement.matches("#found h2")`)
	p.tabTo("#results .why summary", 40)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("Enter opens the reasons", `document.activeElement.parentElement.open`)
	p.tabTo("#more", 40)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.is("more come and have the focus", `document.activeElement === document.querySelectorAll("#results li[data-id] a")[10]`)
}

func searchInEnglish(p *tab) {
	p.is("the English index answers", done+` && `+firstFound+` === "156" && document.querySelector("#results a").textContent === "Nurse"`)
	p.is("in English", `document.documentElement.lang === "en" && document.querySelector("#status").textContent.startsWith("Occupations for")`)
	p.do(chromedp.Evaluate(`document.querySelector("#q").value = ""`, nil), chromedp.SendKeys("#q", "driv", chromedp.ByQuery))
	p.is("it suggests English names", `[...document.querySelectorAll("#suggest li")].some(li => li.textContent === "Taxi driver")`)
	p.do(chromedp.KeyEvent(kb.Escape), chromedp.Click("#narrow > summary", chromedp.ByQuery))
	p.is("conditions too", `document.querySelector("[data-facet=field] summary")?.textContent === "Field"`)
}

// anyQuery: whatever is asked, the page answers in words, and nothing asked becomes part of the page.
func (b *browser) anyQuery(t *testing.T) {
	for _, q := range []string{
		strings.Repeat("看護師と", 500), strings.Repeat("a", 2000), strings.Repeat("🦺", 500), "-", "OR", "AND", "||||", "- - -", "NOT NOT", "(", `"`, `"看護`, `「「「`, `""""`,
		"🙂", "👩‍⚕️🚒", "\x00\x01\x1b[31m", "\u202e看護\u202c", "\ufeff", "<img src=x onerror=alert(1)>", `"><script>alert(1)</script>`, "${q}{n}{term}", "__proto__", "constructor",
		"%00%ff", "&amp;", "a\u0301\u0301\u0301\u0301", "   ", "　", "\n\n",
	} {
		p := b.open(t, b.site+"search/?q="+url.QueryEscape(q), phone)
		p.is("it ends", `["done", "idle"].includes(document.querySelector("#results").dataset.state)`)
		p.is("it says something", `document.querySelector("#results").dataset.state === "idle" || document.querySelector("#status").textContent.trim() !== ""`)
		if foreign := ask[int](p, `document.querySelectorAll("main img, main script, #status > *, #chosen > *").length`); foreign > 0 {
			t.Errorf("%.40q: %d elements came from the query", q, foreign)
		}
		if wide := ask[string](p, tooWide); wide != "" {
			t.Errorf("%.40q: wider than a phone: %s", q, wide)
		}
	}
	p := b.open(t, b.site+"search/?field=%3Cimg%3E,medical&nature=x:y&pay=a-b&at=%22&sort=constructor&columns=__proto__&view=nonsense&page=-5&q="+url.QueryEscape("看護"), desk)
	p.is("conditions that are not known are left out, and it is said", done+` && document.querySelector("#left-out").textContent.includes("3件") && document.querySelectorAll("#chosen button").length === 1`)
}

// damagedSearch: where a file of the search is damaged or missing, the page says so and its lists can be used.
func (b *browser) damagedSearch(t *testing.T) {
	files := http.FileServer(http.Dir(built(t)))
	t.Run("conditions offered", func(t *testing.T) { b.damagedConditions(t, files) })
	for _, c := range []struct {
		name, file, query string
		missing           bool
		says              string
	}{
		{"root", "/assets/search-", "?q=看護師", false, "下の「探し方」の一覧は使えます"},
		{"root missing", "/assets/search-", "?q=看護師", true, "下の「探し方」の一覧は使えます"},
		{"vocabulary", "/assets/search/ja/v", "?q=看護師", false, "下の「探し方」の一覧は使えます"},
		{"block missing", "/assets/search/ja/b", "?q=看護師", true, "下の「探し方」の一覧は使えます"},
		{"facts", "/assets/facts", "?q=看護師&field=medical", false, "言葉での検索"},
		{"vectors", "/assets/vectors", "?nature=contact_with_others:high", false, "言葉での検索"},
		{"second script missing", "/assets/tools/facets", "?field=medical", true, "言葉での検索"},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(damaging(files, c.file, c.missing))
			defer server.Close()
			p := b.open(t, server.URL+"/search/"+c.query, phone)
			p.is("it says what is wrong", `document.querySelector("#results").dataset.state === "failed" && document.querySelector("#status").textContent.includes("`+c.says+`")`)
			p.is("the lists are there", `document.querySelector("#ways a").checkVisibility()`)
			p.mu.Lock()
			p.faults = nil // the browser too says what is missing
			p.mu.Unlock()
		})
	}
}

// damagedConditions: where conditions are only offered, words are answered without them.
func (b *browser) damagedConditions(t *testing.T, files http.Handler) {
	server := httptest.NewServer(damaging(files, "/assets/facts", false))
	defer server.Close()
	p := b.open(t, server.URL+"/search/?q=看護師", phone)
	p.is("it is found", done)
	p.do(chromedp.Click("#narrow > summary", chromedp.ByQuery))
	p.is("the panel says what is wrong", `document.querySelector("#trouble").textContent.includes("言葉での検索")`)
	p.is("the results stay", done+` && `+firstFound+` === "156"`)
}

// damaging serves files; those below a path are missing, or differ in a byte and end too early.
func damaging(files http.Handler, path string, missing bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !strings.HasPrefix(r.URL.Path, path):
			files.ServeHTTP(w, r)
		case missing:
			http.NotFound(w, r)
		default:
			answer := httptest.NewRecorder()
			files.ServeHTTP(answer, r)
			body := answer.Body.Bytes()
			body[len(body)/2] ^= 0x55
			w.Write(body[:len(body)-1])
		}
	})
}

// accessibleSearch holds the page in its states against axe-core, on a phone in light and dark.
func (b *browser) accessibleSearch(t *testing.T) {
	for _, c := range []struct{ name, query, then, until string }{
		{"empty", "", "", `document.querySelector("#results").dataset.state === "idle"`},
		{"results", "?q=看護", `document.querySelector("#results .why").open = true`, `document.querySelector("#results blockquote") !== null`},
		{"no hits", "?q=ぬるぽぬるぽ", "", done},
		{"conditions", "?q=病院&field=medical&nature=contact_with_others:high",
			`document.querySelectorAll("#narrow, #panel details").forEach(d => d.open = true)`, `document.querySelectorAll("#panel select").length > 100`},
		{"table", "?pay=300-&view=table", `document.querySelector("#columns").open = true`, `document.querySelector("#results table") !== null`},
		{"suggestions", "", `(() => { const q = document.querySelector("#q"); q.focus(); q.value = "かん"; q.dispatchEvent(new InputEvent("input")); })()`, `document.querySelectorAll("#suggest li").length > 0`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := b.open(t, b.site+"search/"+c.query, phone)
			p.is("it is searched", done+` || document.querySelector("#results").dataset.state === "idle" && location.search === ""`)
			if c.then != "" {
				p.do(chromedp.Evaluate(c.then, nil))
			}
			p.is("it is there", c.until)
			p.do(chromedp.Evaluate(b.axe, nil))
			for _, scheme := range []string{"light", "dark"} {
				p.do(colours(scheme))
				if wide := ask[string](p, tooWide); wide != "" {
					t.Errorf("wider than a phone in %s: %s", scheme, wide)
				}
				p.checkAccess("search/"+c.query, scheme)
			}
		})
	}
}

// firstBytes: what a first search takes over the wire, compressed as a server would: scripts, index and the results.
func firstBytes(t *testing.T, b *browser) {
	const budget = 40 << 10
	for _, q := range []string{"看護師", "ほいくし", "動物の世話", "機械を直す", "プログラマー"} {
		p := b.open(t, b.site+"search/?q="+url.QueryEscape(q), phone)
		p.is("it is found", done)
		size := 0
		for _, address := range ask[[]string](p, `performance.getEntriesByType("resource").map(r => new URL(r.name).pathname).filter(n => /\.(js|bin|json)$/.test(n))`) {
			size += compressed(t, filepath.Join(built(t), filepath.FromSlash(address)), brotli.BestCompression)
		}
		t.Logf("%s: %d bytes", q, size)
		if size > budget {
			t.Errorf("a first search for %s takes %d bytes, more than %d", q, size, budget)
		}
	}
}

// TestListsLeadToTheSearch: the page of a field, a theme and so on leads to the search with itself as a condition,
// which finds at least the occupations of the page.
func TestListsLeadToTheSearch(t *testing.T) {
	b, c := startBrowser(t), loaded(t)
	for _, path := range []string{"fields/food/", "themes/" + c.Themes[0].Key + "/", "industries/d06/", "licences/" + c.Licences[0].Key + "/", "classification/mhlw/04/", "classification/jsoc/b/"} {
		p := b.open(t, b.site+path, phone)
		rows := ask[int](p, `new Set([...document.querySelectorAll(".rows > li > a")].map(a => a.href)).size`)
		p.do(chromedp.Click(`a[href*="search/?"]`, chromedp.ByQuery))
		p.is(path+" is one condition", done+` && document.querySelectorAll("#chosen button").length === 1 && document.querySelector("#left-out").hidden`)
		p.is(path+" finds what it lists", totalFound+fmt.Sprintf(" >= %d && %[1]d > 0", rows))
	}
}
