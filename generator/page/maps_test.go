package page

import (
	"strings"
	"testing"
)

// TestMapPage: the drawing leads to the pages of the occupations, and the list below says the same.
func TestMapPage(t *testing.T) {
	press := newPress(t)
	press.all(t)
	page := press.printed(t, "maps/mill/index.html")
	page.has(t, "h1", "粉ひきの職業関連図")
	page.has(t, ".relations[tabindex=0] svg a[href=../../occupations/windmill-keeper/]", "風車守")
	page.has(t, "svg a[href=../../occupations/fog-watcher/]", "霧番")
	page.has(t, "svg a.group[href=#village]", "村の人")
	page.has(t, "svg .words", "霧を知らせる")
	page.has(t, "svg .stage", "動かす")
	page.has(t, "section h2", "動かす")
	page.has(t, "#village p", "麦を持ち込み、粉を受け取ります。")
	page.has(t, "#village li", "風車守へ: 麦を渡す")
	page.has(t, "#village li", "風車守から: 粉を渡す")
	page.has(t, "#village p a", "霧見張")
	page.has(t, "#watcher a[href=../../occupations/fog-watcher/]", "霧見張")
	page.has(t, "#watcher li", "風車守へ: 霧を知らせる")
	if arrows := page.find(t, "svg path[marker-end]"); len(arrows) != 3 {
		t.Errorf("%d arrows, want 3", len(arrows))
	}
	index := press.printed(t, "maps/index.html")
	index.has(t, ".card[href=../maps/mill/]", "粉ひきの職業関連図")
	if boxes := index.find(t, ".card .mini rect"); len(boxes) != 3 {
		t.Errorf("the small map has %d boxes, want 3", len(boxes))
	}
	press.printed(t, "index.html").has(t, "#pictures .card[href=maps/]", "職業関連図")
	press.printed(t, "occupations/windmill-keeper/index.html").has(t, "#similar a[href=../../maps/mill/]", "粉ひきの職業関連図")
	press.printed(t, "occupations/stair-polisher/index.html").lacks(t, "main", "この職業がある図")
}

// TestNoMaps: a site without maps has no page of them and does not speak of them.
func TestNoMaps(t *testing.T) {
	press := newPress(t)
	press.c.RelationMaps = nil
	press.all(t)
	for file, source := range press.files {
		if strings.HasPrefix(file, "maps/") || strings.Contains(source, "職業関連図") {
			t.Errorf("%s speaks of relation maps", file)
		}
	}
}
