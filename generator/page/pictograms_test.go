package page

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// TestEveryPictogram: every field and theme of the site has its pictogram, and there is none beside them.
func TestEveryPictogram(t *testing.T) {
	all, err := ParsePictograms(os.DirFS("../../static/pictograms"))
	if err != nil {
		t.Fatal(err)
	}
	c := realContent(t)
	wanted := map[string]bool{}
	for _, f := range c.Fields {
		wanted["fields/"+f.Key] = true
	}
	for _, theme := range c.Themes {
		wanted["themes/"+theme.Key] = true
	}
	for key := range wanted {
		if all[key] == "" {
			t.Errorf("static/pictograms/%s.svg is missing", key)
		}
	}
	for key := range all {
		if !wanted[key] {
			t.Errorf("static/pictograms/%s.svg belongs to no field and no theme", key)
		}
	}
	drawn := map[string]string{}
	for key, html := range all {
		if other := drawn[string(html)]; other != "" {
			t.Errorf("%s and %s have the same pictogram", key, other)
		}
		drawn[string(html)] = key
	}
}

const pictogramHead = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">`

func TestPictogramRules(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{pictogramHead + `<path class="tint" d="M4 4h16"/><circle cx="12" cy="12" r="3"/></svg>`, ``},
		{strings.Replace(pictogramHead, "24 24", "32 32", 1) + `<path d="M4 4h16"/></svg>`, `pictogram fields/a.svg: viewBox of svg should be "0 0 24 24"`},
		{strings.Replace(pictogramHead, "1.75", "2", 1) + `<path d="M4 4h16"/></svg>`, `pictogram fields/a.svg: stroke-width of svg should be "1.75"`},
		{strings.Replace(pictogramHead, " viewBox", ` width="24" viewBox`, 1) + `<path d="M4 4h16"/></svg>`, `pictogram fields/a.svg: begins with <svg> of 8 attributes; should be <svg> of 7`},
		{pictogramHead + `<path d="M4 4h16" fill="red"/></svg>`, `pictogram fields/a.svg: attribute fill of <path>: allowed are class, d`},
		{pictogramHead + `<path class="dark" d="M4 4h16"/></svg>`, `pictogram fields/a.svg: class "dark": allowed are tint`},
		{pictogramHead + `<image href="photo.png"/></svg>`, `pictogram fields/a.svg: <image> is not allowed here; a pictogram is made of circle, path`},
		{pictogramHead + `<g><path d="M4 4h16"/></g></svg>`, `pictogram fields/a.svg: <g> is not allowed here; a pictogram is made of circle, path`},
		{pictogramHead + `<path class="tint" d="M4 4h16"/><path class="tint" d="M4 8h16"/></svg>`, `pictogram fields/a.svg: 2 shapes have the class tint; allowed is one`},
		{pictogramHead + `</svg>`, `pictogram fields/a.svg: has no shapes`},
		{pictogramHead + `<path d="` + strings.Repeat("M4 4h16", 150) + `"/></svg>`, `pictogram fields/a.svg: has 1229 bytes; allowed are 1000`},
		{pictogramHead, `pictogram fields/a.svg: XML syntax error on line 1: unexpected EOF`},
	} {
		got := ""
		all, err := ParsePictograms(fstest.MapFS{"fields/a.svg": {Data: []byte(c.source)}})
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s\ngives  %s\nshould %s", c.source, got, c.want)
		}
		if want := `<svg class="pictogram" viewBox="0 0 24 24" aria-hidden="true"><path class="tint" d="M4 4h16"/><circle cx="12" cy="12" r="3"/></svg>`; c.want == "" && string(all["fields/a"]) != want {
			t.Errorf("the pictogram came out as %s", all["fields/a"])
		}
	}
}

// TestPictogramsShown: the pictogram of a field or theme stands on its page, on its card and on the pages of its occupations.
func TestPictogramsShown(t *testing.T) {
	press := newPress(t)
	press.Pictograms = Pictograms{"fields/wind": `<svg id="wind"></svg>`, "themes/alone": `<svg id="alone"></svg>`}
	press.all(t)
	for _, shown := range []struct{ file, selector string }{
		{"index.html", "#fields #wind"}, {"fields/index.html", ".card #wind"}, {"fields/wind/index.html", "main #wind"},
		{"themes/index.html", ".card #alone"}, {"themes/alone/index.html", "main #alone"}, {"occupations/windmill-keeper/index.html", "main #wind"},
	} {
		if n := len(press.printed(t, shown.file).find(t, shown.selector)); n != 1 {
			t.Errorf("%s: %d %s, want 1", shown.file, n, shown.selector)
		}
	}
}
