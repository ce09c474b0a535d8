package asset

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Bundles are the built scripts and style sheet.
type Bundles struct {
	// Files are the bytes by their path in the site, such as
	// "assets/main-4F2BXK7Q.css". The name changes with the content, so a
	// server may let browsers keep the file for ever.
	Files map[string][]byte
	// Paths gives the path in the site by the logical name templates use, such
	// as "main.css", "main.js" and "tools/interests.js".
	Paths map[string]string
}

const (
	staticDir = "static"
	assetsDir = "assets"
	styleName = "css/main.css"

	// A service worker governs the directory it lies in and is found again by
	// its name. Therefore it stands at the root and keeps its name.
	workerName = "service-worker.ts"
)

// Bundle builds the entries in root/static: each .ts file directly in it or in
// its directory tools, and css/main.css. Modules that entries share lie in other
// directories. A script becomes one classic script that needs no other (pages
// opened from file:// may not load modules), for browsers of 2019 and later.
//
// The sources are read from disk, not from an fs.FS, because only then esbuild
// resolves imports, finds tsconfig.json and names files in messages as it does
// for everybody else; a plugin would have to imitate all three.
func Bundle(root string) (*Bundles, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, fmt.Errorf("bundling scripts and styles: %w", err)
	}
	entries, err := findEntries(root)
	if err != nil {
		return nil, fmt.Errorf("bundling scripts and styles: %w", err)
	}
	options := options(root)
	options.EntryPointsAdvanced = entries
	result := api.Build(options)
	if faults := faults(append(result.Errors, result.Warnings...)); len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return collect(root, entries, result.OutputFiles)
}

func options(root string) api.BuildOptions {
	return api.BuildOptions{
		AbsWorkingDir:     root,
		Outdir:            filepath.Join(root, assetsDir), // nothing is written there
		EntryNames:        "[dir]/[name]-[hash]",
		AssetNames:        "[name]-[hash]",
		Bundle:            true,
		Format:            api.FormatIIFE,
		Platform:          api.PlatformBrowser,
		Target:            api.ES2019,
		Engines:           styleEngines(),
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Loader:            map[string]api.Loader{".svg": api.LoaderFile, ".png": api.LoaderFile},
		LogLevel:          api.LogLevelSilent,
	}
}

// styleEngines are the oldest browsers the style sheet is translated for: for
// them nested rules are unfolded and colours such as oklch() get a fallback.
// All of them run ES2019 without translation.
func styleEngines() []api.Engine {
	return []api.Engine{
		{Name: api.EngineChrome, Version: "88"},
		{Name: api.EngineFirefox, Version: "78"},
		{Name: api.EngineSafari, Version: "14.1"},
	}
}

// findEntries gives the entries in a fixed order, each with its logical name
// without extension as output path.
func findEntries(root string) ([]api.EntryPoint, error) {
	static := os.DirFS(filepath.Join(root, staticDir))
	if _, err := fs.Stat(static, styleName); err != nil {
		return nil, err
	}
	entries := []api.EntryPoint{{InputPath: "./" + path.Join(staticDir, styleName), OutputPath: "main"}}
	for _, pattern := range []string{"*.ts", "tools/*.ts"} {
		names, err := fs.Glob(static, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			output := strings.TrimSuffix(name, ".ts")
			if path.Ext(output) != "" {
				continue // declarations (.d.ts) and tests (.test.ts)
			}
			entries = append(entries, api.EntryPoint{InputPath: "./" + path.Join(staticDir, name), OutputPath: output})
		}
	}
	return entries, nil
}

// collect names the built files. A file that is no entry, such as an image of
// the style sheet, has no logical name.
func collect(root string, entries []api.EntryPoint, outputs []api.OutputFile) (*Bundles, error) {
	bundles := &Bundles{Files: map[string][]byte{}, Paths: map[string]string{}}
	logical := map[string]bool{}
	for _, entry := range entries {
		logical[entry.OutputPath+outputExt(entry.InputPath)] = true
	}
	for _, output := range outputs {
		rel, err := filepath.Rel(root, output.Path)
		if err != nil {
			return nil, fmt.Errorf("naming the bundle %s: %w", output.Path, err)
		}
		site := filepath.ToSlash(rel)
		name := withoutHash(strings.TrimPrefix(site, assetsDir+"/"))
		if name == strings.TrimSuffix(workerName, ".ts")+".js" {
			site = name
		}
		bundles.Files[site] = output.Contents
		if logical[name] {
			bundles.Paths[name] = site
		}
	}
	return bundles, nil
}

func outputExt(input string) string {
	if ext := path.Ext(input); ext != ".ts" {
		return ext
	}
	return ".js"
}

// withoutHash turns "main-4F2BXK7Q.js" into "main.js".
func withoutHash(name string) string {
	ext := path.Ext(name)
	base := strings.TrimSuffix(name, ext)
	return base[:strings.LastIndex(base, "-")] + ext
}
