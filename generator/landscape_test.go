package main

import (
	"path"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// inside is the part of a page with an id.
func inside(n *html.Node, id string) *html.Node {
	return first(n, func(n *html.Node) bool { return attribute(n, "id") == id })
}

func isLink(n *html.Node) bool { return n.Data == "a" }

// TestLandscapeHoldsAll: the map, its table and the list of those without a place hold every occupation once, in the
// map's frame, and map and table lead to the same pages.
func TestLandscapeHoldsAll(t *testing.T) {
	page := allPages(t)["landscape/index.html"]
	drawing := first(page.root, func(n *html.Node) bool {
		return n.Data == "svg" && strings.HasPrefix(attribute(n, "viewbox")+attribute(n, "viewBox"), "0 0 1000 ")
	})
	if drawing == nil {
		t.Fatal("no map")
	}
	drawn := map[string]bool{}
	for _, a := range every(drawing, isLink) {
		drawn[attribute(a, "href")] = true
		circle := first(a, func(n *html.Node) bool { return n.Data == "circle" })
		x, errX := strconv.Atoi(attribute(circle, "cx"))
		y, errY := strconv.Atoi(attribute(circle, "cy"))
		if errX != nil || errY != nil || x < 0 || x > 1000 || y < 0 || y > 720 {
			t.Errorf("%s lies at %s, %s", attribute(a, "href"), attribute(circle, "cx"), attribute(circle, "cy"))
		}
	}
	listed := map[string]bool{}
	for _, a := range every(inside(page.root, "table"), isLink) {
		listed[attribute(a, "href")] = true
	}
	missing := every(inside(page.root, "missing"), isLink)
	// Both domains whole: 493 of 556, counted from the tables with Python (see testdata/structure.py of analysis).
	if len(drawn) != 493 || len(listed) != 493 || len(missing) != 63 {
		t.Errorf("%d points, %d rows, %d without a place; want 493, 493, 63", len(drawn), len(listed), len(missing))
	}
	for href := range drawn {
		if !listed[href] {
			t.Errorf("%s is on the map and not in the table", href)
		}
	}
	for _, a := range missing {
		if drawn[attribute(a, "href")] {
			t.Errorf("%s has a place and is said to have none", attribute(a, "href"))
		}
	}
}

// TestNavigatorPages answers every question both ways. Every occupation with figures is met, each way has at most seven
// questions, and from each page the way so far leads back.
func TestNavigatorPages(t *testing.T) {
	all, met := allPages(t), map[string]bool{}
	var follow func(name string, answers int)
	follow = func(name string, answers int) {
		page := all[name]
		if page == nil {
			t.Fatalf("no page %s", name)
		}
		if answers > 7 {
			t.Errorf("%s asks an eighth question", name)
		}
		for _, a := range every(first(page.root, func(n *html.Node) bool { return n.Data == "main" }), isLink) {
			if target := path.Join(path.Dir(name), attribute(a, "href")); strings.HasPrefix(target, "occupations/") {
				met[target] = true
			}
		}
		checkWay(t, page, answers)
		choices := first(page.root, func(n *html.Node) bool { return attribute(n, "class") == "choices" })
		if choices == nil {
			return
		}
		links := every(choices, isLink)
		if len(links) != 2 || attribute(links[0], "href") != "a/" || attribute(links[1], "href") != "b/" {
			t.Fatalf("%s does not have the answers a and b", name)
		}
		for _, a := range links {
			follow(path.Join(path.Dir(name), attribute(a, "href"), "index.html"), answers+1)
		}
	}
	follow("navigator/index.html", 0)
	for _, o := range loaded(t).Occupations {
		if page := "occupations/" + o.Slug; met[page] != (len(o.Profiles) > 0) {
			t.Errorf("%s with %d domains: met is %v", page, len(o.Profiles), met[page])
		}
	}
}

// checkWay: as many steps back as there were answers, the first to the first question, the last one up.
func checkWay(t *testing.T, page *document, answers int) {
	var back []string
	if way := inside(page.root, "way"); way != nil {
		for _, a := range every(way, isLink) {
			back = append(back, attribute(a, "href"))
		}
	}
	if len(back) != answers {
		t.Errorf("%s: %d steps back after %d answers", page.path, len(back), answers)
		return
	}
	for i, href := range back {
		if href != strings.Repeat("../", answers-i) {
			t.Errorf("%s: step %d back is %s", page.path, i, href)
		}
	}
}
