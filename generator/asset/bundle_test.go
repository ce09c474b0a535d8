package asset

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// project writes files into a new directory and returns it.
func project(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func bundle(t *testing.T, files map[string]string) *Bundles {
	t.Helper()
	bundles, err := Bundle(project(t, files))
	if err != nil {
		t.Fatal(err)
	}
	return bundles
}

var smallProject = map[string]string{
	"static/tsconfig.json":      `{"compilerOptions": {"strict": true, "target": "ES2019"}}`,
	"static/css/main.css":       `@import "./base.css"; .a { color: oklch(0.6 0.1 120); & .b { background: url(../icons/dot.svg) } }`,
	"static/css/base.css":       "/* note */ :root { --gap: 4px }",
	"static/icons/dot.svg":      "<svg xmlns='http://www.w3.org/2000/svg'/>",
	"static/main.ts":            `import { load } from "./data/shard"; document.title = load("表") ?? "main entry";`,
	"static/tools/interests.ts": `import { load } from "../data/shard"; export const shown: string | undefined = load("x");`,
	"static/data/shard.ts":      `/*! licence */ export function load(name: string): string | undefined { return name || "from the shard"; }`,
	"static/service-worker.ts":  `addEventListener("fetch", () => {});`,
	"static/globals.d.ts":       `declare const version: string;`,
	"static/main.test.ts":       `throw new Error("a test is no entry");`,
}

func TestBundle(t *testing.T) {
	bundles := bundle(t, smallProject)
	paths := slices.Sorted(maps.Keys(bundles.Paths))
	want := []string{"main.css", "main.js", "service-worker.js", "tools/interests.js"}
	if !slices.Equal(paths, want) {
		t.Errorf("logical names are %q, want %q", paths, want)
	}
	for name, path := range bundles.Paths {
		form := regexp.MustCompile(`^assets/` + strings.Replace(name, ".", `-[A-Z0-9]{8}\.`, 1) + `$`)
		if name == "service-worker.js" {
			form = regexp.MustCompile(`^service-worker\.js$`)
		}
		if !form.MatchString(path) {
			t.Errorf("%s is at %s", name, path)
		}
		if len(bundles.Files[path]) == 0 {
			t.Errorf("%s has no bytes", path)
		}
	}
	if len(bundles.Files) != len(want)+1 { // the image has no logical name
		t.Errorf("files are %q", slices.Sorted(maps.Keys(bundles.Files)))
	}
}

func TestBundledScriptIsClassic(t *testing.T) {
	bundles := bundle(t, smallProject)
	for _, name := range []string{"main.js", "tools/interests.js"} {
		script := string(bundles.Files[bundles.Paths[name]])
		if !strings.HasPrefix(script, `"use strict";(()=>{`) && !strings.HasPrefix(script, "(()=>{") {
			t.Errorf("%s is no enclosed function: %s", name, script)
		}
		if !strings.Contains(script, "from the shard") {
			t.Errorf("%s lacks the module it imports: %s", name, script)
		}
		for _, unwanted := range []string{"import", "export", "??", "licence", "\\u"} {
			if strings.Contains(script, unwanted) {
				t.Errorf("%s contains %q: %s", name, unwanted, script)
			}
		}
	}
}

func TestBundledStyle(t *testing.T) {
	bundles := bundle(t, smallProject)
	style := string(bundles.Files[bundles.Paths["main.css"]])
	for _, wanted := range []string{"--gap", ".a .b{"} {
		if !strings.Contains(style, wanted) {
			t.Errorf("the style sheet lacks %q: %s", wanted, style)
		}
	}
	if !regexp.MustCompile(`\.a\{color:#[0-9a-f]{6}[;}]`).MatchString(style) {
		t.Errorf("the colour has no form that old browsers know: %s", style)
	}
	image := regexp.MustCompile(`url\("\./(dot-[A-Z0-9]{8}\.svg)"\)`).FindStringSubmatch(style)
	if image == nil || bundles.Files["assets/"+image[1]] == nil {
		t.Errorf("the image is not where the style sheet says: %s", style)
	}
}

func TestBundleIsReproducible(t *testing.T) {
	first, second := bundle(t, smallProject), bundle(t, smallProject)
	if !maps.Equal(first.Paths, second.Paths) || !maps.EqualFunc(first.Files, second.Files, bytes.Equal) {
		t.Errorf("two directories with the same files gave %v and %v", first.Paths, second.Paths)
	}
	changed := maps.Clone(smallProject)
	changed["static/css/base.css"] = ":root { --gap: 8px }"
	third := bundle(t, changed)
	if third.Paths["main.css"] == first.Paths["main.css"] {
		t.Error("the style sheet changed but not its name")
	}
	if third.Paths["main.js"] != first.Paths["main.js"] {
		t.Error("the script's name changed but not its content")
	}
}

func TestBundleFaults(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"syntax, two files", map[string]string{
			"static/main.ts":    "const a = 1;\nconst b: = 2;\n",
			"static/tools/x.ts": "\n\n  let let = 1;",
		}, []string{
			`static/main.ts:2:10: Unexpected "="`,
			`static/tools/x.ts:3:7: Cannot use "let" as an identifier here:`,
		}},
		{"missing module", map[string]string{
			"static/main.ts": `import "./nowhere";`,
		}, []string{`static/main.ts:1:8: Could not resolve "./nowhere"`}},
		{"missing name", map[string]string{
			"static/main.ts":   `import { b } from "./data/a"; b();`,
			"static/data/a.ts": `export const a = 1;`,
		}, []string{`static/main.ts:1:10: No matching export in "static/data/a.ts" for import "b"`}},
		{"warning", map[string]string{
			"static/css/main.css": "a { color: red }\n}",
		}, []string{`static/css/main.css:2:1: Unexpected "}"`}},
		{"no image", map[string]string{
			"static/css/main.css": "a { background: url(none.svg) }",
		}, []string{`static/css/main.css:1:17: Could not resolve "none.svg"; You can mark the path "none.svg" as external to exclude it from the bundle, which will remove this error and leave the unresolved path in the bundle.`}},
		{"too new a syntax for old browsers", map[string]string{
			"static/main.ts": "console.log(1n);",
		}, []string{`static/main.ts:1:13: Big integer literals are not available in the configured target environment ("chrome88", "es2019", "firefox78", "safari14.1") and may crash at run-time`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]string{"static/css/main.css": "a { color: red }"}
			maps.Copy(files, test.files)
			_, err := Bundle(project(t, files))
			if err == nil || err.Error() != strings.Join(test.want, "\n") {
				t.Errorf("error is\n%v\nwant\n%s", err, strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestBundleWithoutStyle(t *testing.T) {
	_, err := Bundle(project(t, map[string]string{"static/main.ts": ""}))
	if err == nil || !strings.Contains(err.Error(), "bundling scripts and styles: stat css/main.css: no such file") {
		t.Errorf("error is %v", err)
	}
}

func TestBundleOfThisProject(t *testing.T) {
	bundles, err := Bundle("../..")
	if err != nil {
		t.Fatal(err)
	}
	if bundles.Paths["main.css"] == "" {
		t.Errorf("no style sheet in %v", bundles.Paths)
	}
	// The page's own script, before any tool is used.
	if size := len(bundles.Files[bundles.Paths["main.js"]]); size == 0 || size > 3<<10 {
		t.Errorf("main.js has %d bytes, want 1 to 3072", size)
	}
}
