package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"shigotoatlas/wasm/scoring"
)

// A watched tab notes every request that its page makes.
type watched struct {
	*tab
	axe      string
	mu       sync.Mutex
	requests []*network.Request
}

func (b *browser) watch(t *testing.T, address string, width int64) *watched {
	t.Helper()
	w := &watched{tab: b.open(t, address, width), axe: b.axe}
	chromedp.ListenTarget(w.context, func(event any) {
		if e, sent := event.(*network.EventRequestWillBeSent); sent {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.requests = append(w.requests, e.Request)
		}
	})
	w.do(chromedp.Evaluate(`localStorage.clear()`, nil), chromedp.Reload())
	w.taken()
	return w
}

// taken are the requests since it was last asked for.
func (w *watched) taken() []*network.Request {
	w.mu.Lock()
	defer w.mu.Unlock()
	requests := w.requests
	w.requests = nil
	return requests
}

// asked are the files asked for since, by name without hash. Every one is a file of the site, asked for without
// anything sent along.
func (w *watched) asked(site string) (names []string) {
	w.Helper()
	for _, r := range w.taken() {
		path, own := strings.CutPrefix(r.URL, site)
		if path == "icon.svg" {
			continue // the browser asks for it when it likes
		}
		if !own || r.Method != "GET" || r.HasPostData || strings.ContainsAny(path, "?#") || !strings.HasPrefix(path, "assets/") {
			w.Errorf("after loading, the page asks for %s %s", r.Method, r.URL)
		}
		stem, _, _ := strings.Cut(filepath.Base(path), "-")
		names = append(names, stem)
	}
	slices.Sort(names)
	return names
}

// onlyScoring: since the page was loaded, or since asked before, the files for scoring were asked for and no other.
func (w *watched) onlyScoring(site string) {
	w.Helper()
	if names := w.asked(site); !slices.Equal(names, []string{"facts", "scoring", "vectors"}) {
		w.Errorf("for the result %v were loaded", names)
	}
}

// answer answers the questions of a form by the keys 1 to 5, from the first to the last; options are by area.
func (w *watched) answer(options []int, count int) {
	w.Helper()
	w.do(chromedp.Focus(`input[name=q1]`, chromedp.ByQuery))
	areas := ask[[]int](w.tab, `[...document.querySelectorAll("fieldset[data-area]")].map(f => Number(f.dataset.area))`)
	for i := range count {
		w.do(chromedp.KeyEvent(fmt.Sprint(options[areas[i]] + 1)))
	}
}

const (
	hasResult  = `document.querySelector("[data-result]").dataset.state === "done"`
	hasRefusal = `document.querySelector("[data-result]").dataset.state === "refused"`
)

func TestToolsInBrowser(t *testing.T) {
	b := startBrowser(t)
	for _, edition := range []string{"", "en/"} {
		t.Run("interests "+edition, func(t *testing.T) { b.interestsByKeyboard(t, edition) })
		t.Run("values "+edition, func(t *testing.T) { b.valuesOneByOne(t, edition) })
		t.Run("scores "+edition, func(t *testing.T) { b.scores(t, edition) })
		t.Run("match "+edition, func(t *testing.T) { b.match(t, edition) })
	}
	t.Run("easy Japanese", func(t *testing.T) { b.watch(t, b.site+"easy/tools/interests/", phone).checkTool("easy") })
	for _, path := range []string{"tools/", "en/tools/", "about/method/interests/", "about/method/values/", "en/about/method/match/"} {
		t.Run(path, func(t *testing.T) { b.watch(t, b.site+path, phone).checkTool("as it is") })
	}
	t.Run("damaged", func(t *testing.T) { b.damaged(t) })
	t.Run("out of reach", func(t *testing.T) { b.outOfReach(t) })
	t.Run("short form", func(t *testing.T) { b.shortForm(t) })
	t.Run("refusals", func(t *testing.T) { b.refusals(t) })
	t.Run("match narrowed", func(t *testing.T) { b.matchNarrowed(t) })
	t.Run("from files", func(t *testing.T) { b.toolFromFiles(t) })
}

// interestsByKeyboard goes through the inventory on a phone with the keyboard alone.
func (b *browser) interestsByKeyboard(t *testing.T, edition string) {
	w := b.watch(t, b.site+edition+"tools/interests/", phone)
	w.checkTool("empty")
	w.answer([]int{1, 4, 3, 2, 0, 2}, 60)
	w.is("the last answer leads to the button", `document.activeElement.matches("[data-action=score]")`)
	w.is("all is counted", `document.querySelector("progress").value === 60`)
	if names := w.asked(b.site); len(names) > 0 {
		t.Errorf("before the person asks, %v were loaded", names)
	}
	w.do(chromedp.KeyEvent(kb.Enter))
	w.is("the result comes", hasResult)
	w.is("it has the focus", `document.activeElement.matches("[data-result]")`)
	w.onlyScoring(b.site)
	w.is("thirty places are shown", `document.querySelectorAll("[data-result] li[data-id][data-band]").length === 30`)
	want, firm := rankedNatively(t, ask[[]int32](w.tab, `[...document.querySelectorAll("fieldset[data-area]")].map(f => Number(f.dataset.area))`), []int32{1, 4, 3, 2, 0, 2})
	if got := ask[[]string](w.tab, `[...document.querySelectorAll("[data-result] li[data-id]")].map(li => [li.dataset.id, li.value, li.dataset.band].join(" "))`); !slices.Equal(got, want[:30]) {
		t.Errorf("the page ranks %v, the same code outside the browser %v", got, want[:30])
	}
	if got := ask[string](w.tab, `document.querySelector("[data-stability]").dataset.stability`); got != strconv.Itoa(firm) {
		t.Errorf("the page calls %s of ten firm, the same code outside the browser %d", got, firm)
	}
	w.is("nothing is a percentage", `!/[%％]/.test(document.querySelector("[data-result]").textContent)`)
	w.is("the radar has its table", `document.querySelector(".own svg[role=img]") !== null && document.querySelectorAll(".own tbody tr").length === 6`)
	w.do(chromedp.KeyEvent(kb.Tab))
	w.tabTo("[data-result] li summary", 12)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.is("what speaks for and against opens", `document.activeElement.parentElement.open && document.activeElement.parentElement.querySelectorAll("tbody tr").length === 6`)
	w.checkTool("with a result")
	first := ask[string](w.tab, `document.querySelector("[data-result] li").dataset.id`)
	w.tabTo("[data-action=pass]", 4)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.is("what is not for me goes", `!document.querySelector('[data-result] li[data-id="`+first+`"]')`)
	w.do(chromedp.Reload())
	w.is("answers survive", `document.querySelectorAll("input[type=radio][name^=q]:checked").length === 60`)
	w.is("the result waits to be asked for", `document.querySelector("[data-result]").hidden`)
	w.do(chromedp.Focus("[data-action=score]", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
	w.is("the result comes again", hasResult)
	w.is("what was not for me stays away", `!document.querySelector('[data-result] li[data-id="`+first+`"]') && document.querySelector("[data-action=call-back]") !== null`)
}

// rankedNatively ranks by interests on the figures that the site publishes for the browser: "id rank band" of every
// place, and how many of the first ten are firm. Every question is answered by its area.
func rankedNatively(t *testing.T, key []int32, options []int32) (places []string, firm int) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(built(t), "assets", "vectors-*.bin"))
	if err != nil || len(names) != 1 {
		t.Fatalf("the figures for the browser are %v: %v", names, err)
	}
	file, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	vectors, refusal := scoring.Decode(file)
	if refusal != scoring.Accepted {
		t.Fatal(refusal)
	}
	part := scoring.Part{Kind: scoring.Answers, Domain: scoring.Interests, Weight: 1, Key: key}
	for _, area := range key {
		part.Answers = append(part.Answers, options[area])
	}
	scorer := scoring.NewScorer(vectors)
	ranking, refusal := scorer.Rank(part)
	if refusal != scoring.Accepted {
		t.Fatal(refusal)
	}
	for _, p := range ranking.Places {
		places = append(places, fmt.Sprintf("%d %d %s", p.ID, p.Rank, []string{"beyond", "fairly-near", "near", "very-near"}[p.Band]))
	}
	firm, refusal = scorer.Stability([]scoring.Part{part})
	if refusal != scoring.Accepted {
		t.Fatal(refusal)
	}
	return places, firm
}

// checkTool holds the page, as it is now, against what holds for all.
func (w *watched) checkTool(state string) {
	w.Helper()
	w.do(chromedp.Evaluate(w.axe, nil))
	for _, scheme := range []string{"light", "dark"} {
		w.do(colours(scheme))
		if wide := ask[string](w.tab, tooWide); wide != "" {
			w.Errorf("%s is wider than a phone: %s", state, wide)
		}
		w.checkAccess(state, scheme)
	}
	w.do(colours("light"))
}

func (b *browser) shortForm(t *testing.T) {
	w := b.watch(t, b.site+"tools/interests/", phone)
	w.do(chromedp.Click(`input[name=form][value=short]`, chromedp.ByQuery))
	w.is("thirty questions are left", `[...document.querySelectorAll("fieldset[data-area]")].filter(f => f.checkVisibility()).length === 30`)
	w.answer([]int{4, 3, 0, 1, 2, 1}, 30)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.is("the result comes", hasResult)
	w.is("it says how firm it is", `Number(document.querySelector("[data-stability]").dataset.stability) <= 10`)
	w.do(chromedp.Click(`input[name=form][value=full]`, chromedp.ByQuery))
	w.is("a result of other questions goes", `document.querySelector("[data-result]").hidden`)
	w.do(chromedp.Click("[data-action=score]", chromedp.ByQuery))
	w.is("half of sixty answers is too few", hasRefusal)
}

func (b *browser) refusals(t *testing.T) {
	w := b.watch(t, b.site+"tools/interests/", desk)
	w.do(chromedp.Click("[data-action=score]", chromedp.ByQuery))
	w.is("no answers are refused", hasRefusal)
	w.is("the reason is said", `document.querySelector("[data-result]").textContent.includes("3分の2")`)
	w.answer([]int{2, 2, 2, 2, 2, 2}, 60)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.is("equal answers are refused", hasRefusal+` && document.querySelector("[data-result]").textContent.includes("同じ答え")`)
	w.checkTool("refused")
	w.do(chromedp.Click(`input[name=q1][value="3"]`, chromedp.ByQuery), chromedp.Click("[data-action=score]", chromedp.ByQuery))
	w.is("flat answers are refused", hasRefusal+` && document.querySelector("[data-result]").textContent.includes("ほとんど同じ")`)
}

// press presses a button with the keyboard.
func (w *watched) press(selector string) {
	w.Helper()
	w.do(chromedp.Focus(selector, chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
}

func (b *browser) valuesOneByOne(t *testing.T, edition string) {
	w := b.watch(t, b.site+edition+"tools/values/", phone)
	w.press("[data-action=mode]")
	w.is("one question is shown", `[...document.querySelectorAll("fieldset[data-area]")].filter(f => f.checkVisibility()).length === 1`)
	w.checkTool("one question")
	w.answer([]int{4, 4, 3, 4, 0, 2, 3, 1, 1, 0, 1}, 44)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.is("the result comes", hasResult)
	w.onlyScoring(b.site)
	w.is("eleven values are told", `document.querySelectorAll(".own tbody tr").length === 11 && !document.querySelector(".own svg")`)
	w.checkTool("with a result")
}

// scores enters scores from elsewhere, with what can be wrong about them.
func (b *browser) scores(t *testing.T, edition string) {
	w := b.watch(t, b.site+edition+"tools/scores/", phone)
	w.press("[data-action=score]")
	w.is("missing scores are said", `!document.querySelector("[data-faults]").hidden && document.activeElement.name === "interests-0"`)
	w.checkTool("scores missing")
	for i, score := range []string{"101", "80", "30", "20", "40", "60"} {
		w.do(chromedp.SendKeys(fmt.Sprintf(`[name="interests-%d"]`, i), score, chromedp.ByQuery))
	}
	w.do(chromedp.KeyEvent(kb.Enter))
	w.is("a score outside is said", `document.querySelector("[name=interests-0]").getAttribute("aria-invalid") === "true" && document.querySelector("[data-faults]").textContent.includes(document.querySelector("[name=interests-0]").labels[0].textContent.trim())`)
	w.do(chromedp.SetValue(`[name="interests-0"]`, "90", chromedp.ByQuery))
	w.press("[data-action=score]")
	w.is("the result comes", hasResult)
	w.onlyScoring(b.site)
	w.do(chromedp.Reload())
	w.is("scores survive", `document.querySelector("[name=interests-0]").value === "90" && document.querySelector("[data-result]").hidden`)
	w.do(chromedp.Focus("input[name=domain]", chromedp.ByQuery), chromedp.KeyEvent(kb.ArrowDown))
	w.is("eleven fields are shown", `[...document.querySelectorAll("[data-domain-form] input")].filter(i => i.checkVisibility()).length === 11`)
}

// prepared opens the page that combines results, with answers to the inventory of values and scores of interests kept.
func (b *browser) prepared(t *testing.T, edition string) *watched {
	w := b.watch(t, b.site+edition+"tools/match/", phone)
	w.is("nothing can be combined yet", `document.querySelectorAll("[data-sources] select").length === 0`)
	w.do(chromedp.Evaluate(resultsKept, nil), chromedp.Reload())
	w.is("four results can be combined", `document.querySelectorAll("[data-sources] select").length === 4`)
	w.taken()
	return w
}

func (b *browser) match(t *testing.T, edition string) {
	words := map[string][2]string{"": {"2倍", "とても近い"}, "en/": {"counts twice", "Very near"}}[edition]
	w := b.prepared(t, edition)
	w.checkTool("match")
	w.do(chromedp.Focus("[data-sources] select", chromedp.ByQuery), chromedp.KeyEvent(kb.ArrowDown), chromedp.Focus("[data-action=score]", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
	w.is("the result comes", hasResult)
	w.onlyScoring(b.site)
	w.is("its firmness is told", `document.querySelector("[data-stability]") !== null`)
	w.is("the weights are told", `document.querySelector("[data-result]").textContent.includes("`+words[0]+`")`)
	w.do(chromedp.Focus("[data-result] li summary", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
	w.is("each result is explained", `document.querySelectorAll("[data-result] li details tbody")[0].rows.length === 4 && document.querySelectorAll("[data-result] li details section").length === 4`)
	w.checkTool("combined")
	w.do(chromedp.Evaluate(`[...document.querySelectorAll("[data-sources] select")].forEach(s => { s.value = s.name === "weight-scores-interests" ? "1" : "0"; })`, nil), chromedp.Focus("[data-action=score]", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
	w.is("one result alone has the words of its tool", hasResult+` && document.querySelector("[data-result] h3").textContent === "`+words[1]+`" && !document.querySelector("[data-result] > p").textContent.match(/work values|価値観/)`)
	w.do(chromedp.Focus("[data-view=map]", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter))
	w.is("the result is on the landscape", `document.querySelectorAll("[data-result] .landscape-map a").length > 3 && document.querySelectorAll("[data-result] .landscape-map circle").length > 400`)
}

func (b *browser) matchNarrowed(t *testing.T) {
	w := b.prepared(t, "")
	w.do(chromedp.Click("[data-action=score]", chromedp.ByQuery))
	w.is("the result comes", hasResult)
	w.onlyScoring(b.site)
	all := ask[[]string](w.tab, shownIDs)
	w.do(chromedp.SendKeys("[name=pay]", "600", chromedp.ByQuery))
	w.is("a result of other conditions goes", `document.querySelector("[data-result]").hidden`)
	w.do(chromedp.Click("[data-action=score]", chromedp.ByQuery))
	w.is("fewer are shown", hasResult+` && document.querySelector("[data-result]").textContent.includes("条件に合わない")`)
	if narrowed := ask[[]string](w.tab, shownIDs); slices.Equal(all, narrowed) {
		t.Error("a lower bound on pay changes nothing")
	}
	w.do(chromedp.Click("[data-action=list]", chromedp.ByQuery))
	w.is("the occupation is kept", `JSON.parse(localStorage.getItem("shigoto-atlas")).list.entries.length === 1`)
	w.do(chromedp.Click("[data-view=table]", chromedp.ByQuery))
	w.is("the result is a table too", `document.querySelectorAll("[data-result] table tr[data-id]").length > 5`)
	w.checkTool("as a table")
	if names := w.asked(b.site); len(names) > 0 {
		t.Errorf("after the first result, %v were loaded", names)
	}
	w.do(chromedp.Reload())
	w.is("conditions survive", `document.querySelector("[name=pay]").value === "600"`)
}

const shownIDs = `[...document.querySelectorAll("[data-result] li[data-id]")].map(li => li.dataset.id)`

// resultsKept keeps what the pages of values, scores, portable skills and the own profile would.
const resultsKept = `(() => {
	const kept = {
		scores: {version: 1, interests: {minimum: 0, maximum: 100, scores: [90, 80, 30, 20, 40, 60]}},
		portable: {version: 1, points: [5, 4, 4, 3, 3, 3, 3, 2, 2]},
		profile: {version: 1, past: [], adjusted: {}, figures: {skills: Array.from({length: 39}, (_, i) => i % 5)}, licences: [], target: null},
	};
	const of = document.querySelector("[data-source=values]").dataset.of.split(" ").map(Number);
	kept.values = {version: 1, short: false, answers: of.map(area => [4, 4, 3, 4, 0, 2, 3, 1, 1, 0, 1][area])};
	localStorage.setItem("shigoto-atlas", JSON.stringify(kept));
})()`

// damaged: what other programs, older versions or a full disk left in the browser's memory harms no tool.
func (b *browser) damaged(t *testing.T) {
	w := b.watch(t, b.site+"tools/interests/", desk)
	for _, kept := range []string{
		`not json`, `[]`, `{"interests": {"version": 1, "short": false, "answers": [9]}}`, `{"interests": {"version": 2}, "list": 7, "dismissed": ["x"]}`,
		`{"interests": {"version": 1, "short": false, "answers": "0000"}, "match": {"version": 1, "weights": []}, "scores": {"version": 1, "interests": {"minimum": 1, "maximum": 0, "scores": []}}}`,
	} {
		for _, tool := range []string{"interests", "scores", "match"} {
			w.do(chromedp.Evaluate("localStorage.setItem('shigoto-atlas', "+strconv.Quote(kept)+")", nil), chromedp.Navigate(b.site+"tools/"+tool+"/"))
			w.is(tool+" is ready with "+kept, `!document.querySelector("[data-action=score]").hidden && document.querySelectorAll("input:checked[name^=q]").length === 0`)
		}
	}
}

// outOfReach: a browser that keeps nothing, and files that do not come, are said in words; then all goes on.
func (b *browser) outOfReach(t *testing.T) {
	w := b.watch(t, b.site+"tools/interests/", phone)
	w.do(chromedp.Evaluate(`[window.ownFetch, window.ownKeep] = [window.fetch, Storage.prototype.setItem];
		window.fetch = () => Promise.reject(new TypeError("no network"));
		Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }`, nil))
	w.answer([]int{1, 4, 3, 2, 0, 2}, 60)
	w.is("it is said that nothing is kept", `document.querySelector(".tool-bar [role=status]").textContent.includes("残せません")`)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.is("it is said that files do not come", hasRefusal+` && document.querySelector("[data-result]").textContent.includes("読み込めません")`)
	w.do(chromedp.Evaluate(`[window.fetch, Storage.prototype.setItem] = [window.ownFetch, window.ownKeep]`, nil), chromedp.Click("[data-action=score]", chromedp.ByQuery))
	w.is("the result comes at the next try", hasResult)
}

// toolFromFiles: a page opened as a file ranks too.
func (b *browser) toolFromFiles(t *testing.T) {
	p := b.open(t, "file://"+filepath.ToSlash(filepath.Join(built(t), "tools", "interests", "index.html")), desk)
	w := &watched{tab: p, axe: b.axe}
	w.answer([]int{1, 4, 3, 2, 0, 2}, 60)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.is("the result comes", hasResult)
}
