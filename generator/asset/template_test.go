package asset

import (
	"bytes"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// values is what the templates of the tests are executed with.
type values struct {
	Name, Empty, URL, Quote string
	Yes, No                 bool
	Rows                    []row
	Nothing                 []row
	Markup                  template.HTML
	Attrs                   template.HTMLAttr
}

type row struct {
	Key   string
	Value float64
	Open  bool
}

func testValues() values {
	return values{
		Name: "看護師 & <助産師>", URL: "../a b/?q=1&r=2", Quote: `"it's"`, Yes: true,
		Rows:   []row{{"読解力", 3.5, true}, {"話す力", 2.25, false}},
		Markup: `<b>bold </b> text`,
		Attrs:  `data-x="1 2"`,
	}
}

// Each source is executed before and after minifying; the documents must be the
// same.
func TestMinifyTemplate(t *testing.T) {
	tests := []struct{ name, src string }{
		{"document", `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title> {{.Name}} | Atlas </title>
    <link rel="stylesheet" href="{{.URL}}">
    <script src="a.js" defer></script>
    <script type="application/ld+json">{"name": {{.Name}}, "url": {{.URL}} }</script>
  </head>
  <body class="page {{if .Yes}}wide{{end}}">
    <main data-occupation="12">
      <h1>{{.Name}}</h1>
    </main>
  </body>
</html>`},
		{"action in attribute", `<a href="{{.URL}}" title="{{.Quote}} x" class="  a  {{.Name}}  b ">  x </a>`},
		{"unquoted action", `<a href={{.URL}} id=x{{len .Rows}}>x</a>`},
		{"action in attribute list", `<select>{{range .Rows}} <option{{if .Open}} selected{{end}} value="{{.Key}}">{{.Key}}</option> {{end}}</select>`},
		{"conditional attribute with value", `<a {{if .Yes}}class="a" {{else}} class="b" {{end}}href="{{.URL}}"{{if .No}} rel="next"{{end}}>x</a>`},
		{"conditional attribute on lines", "<input\n  type=\"radio\"\n  {{- if .Yes}}\n  checked\n  {{- end}}\n  name=\"q1\" value=\"0\">"},
		{"attribute list from a value", `<div {{.Attrs}} id="a">x</div>`},
		{"action in attribute name", `<p data-{{.Quote | len}}="1" {{if .Yes}}hidden{{end}}>x</p>`},
		{"both branches give the value", `<input value="{{if .Yes}}a{{else}}b{{end}}" type="text">`},
		{"text", `<p> a {{.Name}} b, {{.Quote}}{{.Empty}} c </p>`},
		{"white space around inline elements", `<p>a <b>b</b> <i> c </i>d{{if .Yes}} <em>e</em> {{end}}f <span>{{.Name}} </span> g {{range .Rows}} <code>{{.Key}}</code>{{end}} h</p>`},
		{"no white space around inline elements", `<p>a<b>b</b>{{if .Yes}}<i>c</i>{{end}}d{{range .Rows}}<u>{{.Key}}</u>{{end}}e</p>`},
		{"links in a row", `<nav>{{range $i, $r := .Rows}}{{if $i}} · {{end}}<a href="#{{$i}}">{{$r.Key}}</a>{{end}}</nav>`},
		{"controls in a row", `<p><label> <input type="checkbox"> {{.Name}} </label> <button type="button"> a </button> <img src="{{.URL}}" alt=""> b</p>`},
		{"range around rows", `<table>
  <caption> {{.Name}} </caption>
  <thead><tr><th scope="col">a</th> <th scope="col">b</th></tr></thead>
  <tbody>
  {{range .Rows}}
    <tr{{if .Open}} class="open"{{end}}>
      <th scope="row">{{.Key}}</th>
      <td>{{printf "%.1f" .Value}}</td>
    </tr>
  {{else}}
    <tr><td colspan="2">none</td></tr>
  {{end}}
  </tbody>
</table>`},
		{"range that is empty", `<ul>{{range .Nothing}} <li>{{.Key}}</li> {{else}} <li>none</li> {{end}}</ul>`},
		{"definition list", `<dl>{{range .Rows}} <div><dt>{{.Key}}</dt> <dd>{{.Value}}</dd></div> {{end}}</dl>`},
		{"columns", `<table><colgroup><col><col class="x"></colgroup><tr><td>a</td><td>b</td></tr></table>`},
		{"preformatted", "<pre>\n\n  a  {{.Name}}\n   <b> b </b>\n  </pre>  <textarea>\n  x  {{.Name}}\n  </textarea>"},
		{"raw text", "<script type=\"application/json\">\n {\"a\":  {{.Quote}},\n\"b  c\": \"&amp;\"}\n</script> <style>p  {color: red}</style><textarea> {{/* x */}} {{if .Yes}}  &amp;lt; {{end}} </textarea><textarea></textarea>"},
		{"trimming", "<p>a\n  {{- .Name -}}\n  b {{- if .Yes}} c {{end -}} d</p> {{- range .Rows -}} <i>{{.Key}}</i> {{- end}}"},
		{"comments", "{{/* don't */}}<p>{{- /* \" }} */ -}} a {{/* ` */}} b</p>{{- /* ' */ -}}"},
		{"HTML comment beside trimming", "<p>a <!-- it's\n --> {{- .Name}} <!-- c -->{{- .Quote}}<!-- d --> e</p>"},
		{"strings in actions", "<p title=\"{{\"}}\"}}\">{{`\"`}} {{\"a\\\"}}\"}} {{printf \"%c\" '\\''}} {{`}}`}} {{\"{{\"}} x</p>"},
		{"strings in attribute lists", `<p {{if eq .Name "a'b>"}}hidden{{end}} class="x">x</p>`},
		{"definitions", `{{define "part"}} <b>{{.}}</b> {{end}} <p>a{{template "part" .Name}}b</p> {{block "other" .}}<p>{{.Name}}</p>{{end}}`},
		{"variables", `{{$n := .Name}} {{with .Rows}} <p>{{$n}} {{len .}}</p> {{end}}`},
		{"markup from a value", `<div>a {{.Markup}} b</div>`},
		{"entities", `<p title="a &amp; &quot;b&quot; &lt;">a &amp;&nbsp;b &lt;c&gt; &copy; &amp;lt;</p>`},
		{"full-width space", "<p>　一　二　</p>"},
		{"ruby", `<p><ruby>看護<rp>（</rp><rt>かんご</rt><rp>）</rp></ruby> を <ruby>{{.Name}}<rt>x</rt></ruby></p>`},
		{"details", `<details{{if .No}} open{{end}}> <summary> {{.Name}} <small>x</small> </summary> <p>a</p> </details>`},
		{"fieldset", `<fieldset> <legend> {{.Name}} </legend> {{range .Rows}} <label><input type="radio" name="q" value="{{.Key}}"{{if .Open}} checked{{end}}> {{.Key}}</label> {{end}} </fieldset>`},
		{"optgroup", `<select> <option value="">-</option> <optgroup label="{{.Name}}"> {{range .Rows}} <option>{{.Key}}</option> {{end}} </optgroup> </select>`},
		{"inline SVG", `<p>a <svg viewBox="0 0 24 24" role="img" aria-label="{{.Name}}"> <title>it's {{.Name}}</title> {{range .Rows}} <rect width="{{.Value}}" height="2"/> {{end}} <text x="1"> a <tspan>b</tspan> c </text> <linearGradient id="g" gradientUnits="x"/></svg> b</p>`},
		{"parts of a drawing", `{{define "bar"}}<rect width="{{.Value}}" height="2" {{if .Open}}class="o"{{end}} /><circle r="1"/>{{end}}<svg>{{range .Rows}}{{template "bar" .}}{{end}}<path d="M0 0"/></svg><br/><input value="a"/>`},
		{"kept attributes", `<a hidden="until-found" data-a="" alt="" aria-label="  a  b "><input type="text" value=" "><button type="submit">x</button><form method="get"><script type="text/javascript" src="x"></script></form></a>`},
		{"language", `<p lang="en">a <span lang="ja"> 日 </span> b<br> c <wbr> d</p>`},
		{"template element", `<template id="t"> <li>a</li> {{.Name}} </template>`},
		{"noscript", `<noscript> <p>{{.Name}}</p> </noscript><iframe title="x" src="y"></iframe>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			small, err := MinifyTemplate(test.name, test.src)
			if err != nil {
				t.Fatal(err)
			}
			if len(small) > len(test.src) && !strings.Contains(test.src, "/>") {
				t.Errorf("grew from %d to %d bytes: %s", len(test.src), len(small), small)
			}
			want, got := execute(t, test.src), execute(t, small)
			if w, g := outline(t, want), outline(t, got); w != g {
				t.Errorf("source    %s\nminified  %s\ndocument  %s\nwant      %s", test.src, small, g, w)
			}
			again, err := MinifyTemplate(test.name, small)
			if err != nil || again != small {
				t.Errorf("minified again, %v:\n%s\nfrom\n%s", err, again, small)
			}
		})
	}
}

func execute(t *testing.T, src string) string {
	t.Helper()
	parsed, err := template.New("test").Parse(src)
	if err != nil {
		t.Fatalf("%v in %s", err, src)
	}
	var out bytes.Buffer
	if err := parsed.Execute(&out, testValues()); err != nil {
		t.Fatalf("%v in %s", err, src)
	}
	return out.String()
}

// The known differences, so that a release of the minifier that adds or drops
// one is noticed. They are listed at MinifyTemplate.
func TestMinifyTemplateDifferences(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"white space of blocks", "<ul>\n  <li> a\n  b </li>\n  <li>c</li>\n</ul>\n", `<ul><li>a
b</li><li>c</li></ul>`},
		{"comment", `<p>a</p><!-- note --><p>b</p>`, `<p>a</p>{{/**/}}<p>b</p>`},
		{"empty attributes", `<p class="" id="" dir="">a</p><input type="search" value="">`, `<p>a</p><input type="search">`},
		{"spaces in class", `<p class=" a  b ">a</p>`, `<p class="a b">a</p>`},
		{"spaces in the viewport", `<meta name="viewport" content="width=device-width, initial-scale=1.0">`, `<meta name="viewport" content="width=device-width,initial-scale=1">`},
		{"empty value stays", `<img src="a" alt="">`, `<img src="a" alt>`},
		{"plain column group", `<table><colgroup>{{range .Rows}}<col>{{end}}</colgroup></table>`, `<table>{{range .Rows}}<col>{{end}}</table>`},
		{"self-closing element", `<rect width="1"/>`, `<rect width="1"></rect>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := MinifyTemplate(test.name, test.src)
			if err != nil || got != test.want {
				t.Errorf("minified to %v\n%s\nwant\n%s", err, got, test.want)
			}
		})
	}
}

func TestMinifyTemplateRefuses(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"action in HTML comment", "<p>\n<!-- {{.Name}} --></p>", "page.html:2:1: an HTML comment must not hold template actions; use {{/* */}}"},
		{"empty value before action", "<p>a</p>\n<input type=\"text\" {{if .X}}value=\"a\"{{else}}value=\"\"{{end}}>", "page.html:2:54: minifying would lose {{end}}; put a space before it"},
		{"open action", "<p>{{if .X</p>", "page.html:1:4: the action or comment that begins here does not end"},
		{"open string", "<p>{{\"}}</p>", "page.html:1:4: the action or comment that begins here does not end"},
		{"open template comment", "a{{/* }}", "page.html:1:2: the action or comment that begins here does not end"},
		{"open HTML comment", "a\n\n <!-- ", "page.html:3:2: the action or comment that begins here does not end"},
		{"braces from entities", "<p>&#123;&#123;0}}</p>", `minifying template page.html: text holds braces written as entities; write {{"{{"}}`},
		{"name of a hidden text from entities", "<p>&#123;&#123;raw}}</p>", `minifying template page.html: text holds braces written as entities; write {{"{{"}}`},
		{"brace from an entity before an action", "<p>&#123;{{.Name}}</p>", `minifying template page.html: text holds braces written as entities; write {{"{{"}}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := MinifyTemplate("page.html", test.src)
			if err == nil || err.Error() != test.want {
				t.Errorf("error is %v\nwant %s\nminified %s", err, test.want, got)
			}
		})
	}
}

// Whatever the source, hiding and restoring its actions gives it back.
func FuzzHideActions(f *testing.F) {
	f.Add(`<p {{if eq .A "}}"}}class="{{.B}}"{{end}}>{{/* it's */}} {{- .C -}} </p>`)
	f.Add("{{`}}`}}{{'\\''}}{{\"\\\"}}\"}}")
	f.Fuzz(func(t *testing.T, src string) {
		masked, hidden, err := hide(src)
		if err != nil || strings.Contains(src, "<!--") {
			return
		}
		got, err := hidden.restore(masked)
		if err != nil || got != src {
			t.Errorf("%q came back as %q, %v", src, got, err)
		}
	})
}

func TestMinifyTemplatesOfThisProject(t *testing.T) {
	names, err := filepath.Glob("../../templates/*.html")
	if err != nil || len(names) == 0 {
		t.Fatalf("no templates: %v", err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		small, err := MinifyTemplate(name, string(src))
		if err != nil || len(small) > len(src) {
			t.Errorf("%s: %d bytes from %d, %v", name, len(small), len(src), err)
		}
	}
}
