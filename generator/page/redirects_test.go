package page

import "testing"

func TestRedirect(t *testing.T) {
	const redirects = "-- content/redirects.yaml --\nredirects:\n  - from: occupations/mill-hand/\n    to: occupation:1\n-- content/site.yaml --"
	p := newPress(t, "-- content/site.yaml --", redirects)
	p.all(t)
	page := p.printed(t, "occupations/mill-hand/index.html")
	page.has(t, "h1", "ページが移動しました")
	page.has(t, "main a[href=../../occupations/windmill-keeper/]", "新しいアドレス")
	page.has(t, `meta[http-equiv=refresh]`, "")
	page.has(t, `meta[name=robots]`, "")
}
