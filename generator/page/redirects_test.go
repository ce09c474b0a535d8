package page

import "testing"

func TestRedirect(t *testing.T) {
	p := newPress(t)
	p.all(t)
	page := p.printed(t, "occupations/fog-keeper/index.html")
	page.has(t, "h1", "ページが移動しました")
	page.has(t, "main a[href=../../occupations/fog-watcher/]", "新しいアドレス")
	page.has(t, "meta[http-equiv=refresh]", "")
	page.has(t, "meta[name=robots]", "")
}
