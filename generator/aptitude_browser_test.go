package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/aptitude"
)

// TestAptitudeInBrowser goes through the practice on a phone with the keyboard alone. The answers come from package
// aptitude, run natively with the seed that the page drew.
func TestAptitudeInBrowser(t *testing.T) {
	b := startBrowser(t)
	for _, edition := range []string{"", "en/"} {
		t.Run("all tasks "+edition, func(t *testing.T) { b.allTasks(t, edition) })
	}
	t.Run("easy Japanese", func(t *testing.T) { b.watch(t, b.site+"easy/tools/aptitude/", phone).checkTool("easy") })
	t.Run("with a clock", func(t *testing.T) { b.clockRunsOut(t) })
	t.Run("damaged state", func(t *testing.T) { b.damagedPractice(t) })
	t.Run("from files", func(t *testing.T) {
		p := b.open(t, "file://"+filepath.ToSlash(filepath.Join(built(t), "tools", "aptitude", "index.html")), desk)
		p.do(chromedp.Click(`[data-task=form] [data-begin=untimed]`, chromedp.ByQuery))
		p.is("an item is shown", `document.querySelectorAll("form.practice svg.grid").length === 5`)
	})
}

func (b *browser) allTasks(t *testing.T, edition string) {
	w := b.watch(t, b.site+edition+"tools/aptitude/", phone)
	w.checkTool("at the start")
	if names := w.asked(b.site); len(names) > 0 {
		t.Errorf("before the person begins, %v were loaded", names)
	}
	w.do(chromedp.Evaluate(`document.querySelector(".skip").focus()`, nil))
	for number, task := range catalog.AptitudeTasks {
		w.tabTo(`[data-task=`+task+`] [data-begin=untimed]`, 80)
		w.do(chromedp.KeyEvent(kb.Enter))
		w.is("the first item has the focus", `document.activeElement.matches("form.practice input[name=q1]")`)
		if number == 0 {
			if names := w.asked(b.site); !slices.Equal(names, []string{"scoring"}) {
				t.Errorf("to begin, %v were loaded", names)
			}
		}
		if task == "spatial" || task == "form" {
			w.checkTool(task)
		}
		w.work(aptitude.Task(number), number)
		w.is("the result comes", hasResult+` && document.querySelector('[data-result-of=`+task+`] td + td') !== null`)
		w.is("it has the focus", `document.activeElement.matches("[data-result]")`)
	}
	// Of twelve, the nth task has n wrong and the last one is skipped.
	got := ask[[]string](w.tab, `[...document.querySelectorAll("[data-result] tbody tr")].map(tr => [...tr.querySelectorAll("td")].map(td => td.textContent).join(" "))`)
	want := []string{"11 / 12 11 1", "11 / 12 10 2", "11 / 12 9 3", "11 / 12 8 4", "11 / 12 7 5"}
	if !slices.Equal(got, want) {
		t.Errorf("the result is %q, want %q", got, want)
	}
	w.is("it leads to abilities", `[...document.querySelectorAll("[data-result] a")].every(a => a.href.includes("/items/abilities/")) && document.querySelectorAll("[data-result] a").length === 10`)
	w.checkTool("with a result")
	if names := w.asked(b.site); len(names) > 0 {
		t.Errorf("after its reload, the page asked for %v", names)
	}
}

// work answers the items of a task by the keys 1 to 4: so many wrong, the others right, and the last one not at all.
// Between two of them the page is loaded anew.
func (w *watched) work(task aptitude.Task, wrong int) {
	w.Helper()
	seed := ask[int64](w.tab, `JSON.parse(localStorage.getItem("shigoto-atlas")).aptitude.seed`)
	items := aptitude.Practice(task, uint32(seed), 12, 84)
	for i, item := range items {
		w.is("item shown", fmt.Sprintf(`document.querySelectorAll("form.practice input[name=q%d]").length === 4`, i+1))
		if i == 5 && task == aptitude.Numerical {
			w.mu.Lock()
			w.requests = nil
			w.mu.Unlock()
			w.do(chromedp.Reload())
			w.is("the item survives a reload", `document.querySelectorAll("form.practice input[name=q6]").length === 4`)
			w.mu.Lock()
			w.requests = nil
			w.mu.Unlock()
		}
		if i < 11 {
			answer := item.Answer
			if i < wrong {
				answer = (answer + 1) % aptitude.Options
			}
			w.do(chromedp.KeyEvent(fmt.Sprint(answer + 1)))
			w.is("it is chosen", fmt.Sprintf(`document.activeElement.value === "%d" && document.activeElement.checked`, answer))
		}
		w.do(chromedp.KeyEvent(kb.Enter))
	}
}

// clockRunsOut begins with a clock and lets the time pass: what was answered counts.
func (b *browser) clockRunsOut(t *testing.T) {
	w := b.watch(t, b.site+"tools/aptitude/", phone)
	w.do(chromedp.Click(`[data-task=clerical] [data-begin=timed]`, chromedp.ByQuery))
	w.is("the time is shown", `/残り [23]:\d\d/.test(document.querySelector("[role=timer]").textContent)`)
	w.do(chromedp.KeyEvent("1"), chromedp.Evaluate(`(() => {
		const kept = JSON.parse(localStorage.getItem("shigoto-atlas"));
		kept.aptitude.tasks.clerical.ends = Date.now() + 1500;
		localStorage.setItem("shigoto-atlas", JSON.stringify(kept));
	})()`, nil), chromedp.Reload())
	w.is("the clock goes on after a reload", `document.querySelector("[role=timer]")?.textContent.startsWith("残り 0:0")`)
	w.is("the time ends the task", hasResult+` && document.querySelector("[data-result-of=clerical] td").textContent === "1 / 12"`)
	w.is("one task has no order", `document.querySelector("[data-result-of=clerical] td:last-child").textContent === "–"`)
}

// damagedPractice finds a state that is not ours, and begins anew.
func (b *browser) damagedPractice(t *testing.T) {
	w := b.watch(t, b.site+"tools/aptitude/", desk)
	for _, kept := range []string{
		`{version: 2}`, `{version: 1, seed: -1, tasks: {}}`, `{version: 1, seed: 1, tasks: {verbal: {answers: [9], done: true, ends: null}}}`,
		`{version: 1, seed: 1, tasks: {}, current: {task: "verbal", item: 99}}`, `{version: 1, seed: 1, tasks: [], current: null}`,
	} {
		w.do(chromedp.Evaluate(`localStorage.setItem("shigoto-atlas", JSON.stringify({aptitude: `+kept+`}))`, nil), chromedp.Reload())
		w.is("every task can be begun", `document.querySelectorAll("[data-begin=untimed]").length === 5 && document.querySelector("[data-result]").hidden`)
	}
}

// TestPracticePaper holds the key on the page against the items above it, in every edition: it has an answer to each,
// and where the answer is what is asked itself, the code or the figure, it is the only option that is the same.
func TestPracticePaper(t *testing.T) {
	for _, edition := range []string{"", "easy/", "en/"} {
		page := allPages(t)[edition+"tools/aptitude/index.html"]
		if page == nil {
			t.Fatalf("%sthere is no page of the practice", edition)
		}
		paper := first(page.root, func(n *html.Node) bool { return attribute(n, "id") == "paper" })
		tasks := every(paper, func(n *html.Node) bool { return n.Data == "details" })
		keys := cells(tasks[len(tasks)-1])
		for i, task := range tasks[:len(tasks)-1] {
			answers := strings.Split(keys[len(keys)-5+i][1], ", ")
			questions := every(task, func(n *html.Node) bool { return n.Data == "li" && n.Parent.Data == "ol" })
			if len(questions) != 12 || len(answers) != 12 {
				t.Fatalf("%s: task %d has %d questions and %d answers", edition, i, len(questions), len(answers))
			}
			for q, question := range questions {
				checkPaperItem(t, aptitude.Task(i), question, strings.TrimPrefix(answers[q], fmt.Sprint(q+1)+" "))
			}
		}
	}
}

func checkPaperItem(t *testing.T, task aptitude.Task, question *html.Node, answer string) {
	t.Helper()
	options := every(question, func(n *html.Node) bool { return n.Data == "li" && n.Parent.Data == "ul" })
	if len(options) != 4 || len(answer) != 1 || answer[0] < 'a' || answer[0] > 'd' {
		t.Fatalf("%d options, and %q is the answer", len(options), answer)
	}
	shown := func(n *html.Node) string {
		if figure := first(n, func(n *html.Node) bool { return n.Data == "svg" }); figure != nil && task == aptitude.Form {
			return attribute(figure, "aria-label")
		}
		return text(first(n, func(n *html.Node) bool { return n.Data == "code" }))
	}
	if task != aptitude.Clerical && task != aptitude.Form {
		return
	}
	for i, option := range options {
		if same := shown(option) == shown(question); same != (i == int(answer[0]-'a')) {
			t.Errorf("option %d of %s: %q, and the answer is %s", i, shown(question), shown(option), answer)
		}
	}
}
