package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"shigotoatlas/generator/asset"
	"shigotoatlas/generator/publish"
	"shigotoatlas/generator/search"
)

type searchCommand struct {
	trees
	Root       string   `default:"." help:"Root of the project." type:"existingdir"`
	Collection string   `default:"ja" enum:"ja,more,en" help:"What to search: occupations (ja), guides, licences and terms (more), or the English texts (en)."`
	Limit      int      `default:"10" help:"How many hits to show."`
	JSON       bool     `name:"json" help:"Print the whole answer as JSON."`
	Query      []string `arg:"" help:"The query, as a visitor types it."`
}

// Run answers a query from a fresh index, with the script that browsers run.
func (s *searchCommand) Run() error {
	c, err := s.load()
	if err != nil {
		return counted(err)
	}
	index, err := search.NewAnalyser(filepath.Join(s.Root, cacheDir)).Build(c)
	if err != nil {
		return err
	}
	script, err := asset.Module(s.Root, search.EngineModule, search.EngineGlobal)
	if err != nil {
		return err
	}
	engine, err := search.NewEngine(script, index)
	if err != nil {
		return err
	}
	result, err := engine.Search(strings.Join(s.Query, " "), search.Options{Collection: s.Collection, Limit: s.Limit})
	if err != nil {
		return err
	}
	if s.JSON {
		encoder := json.NewEncoder(os.Stdout)
		encoder.SetIndent("", "  ")
		return encoder.Encode(result)
	}
	printResult(os.Stdout, result)
	return nil
}

func printResult(w io.Writer, result *search.Result) {
	fmt.Fprintf(w, "%d found\n", result.Total)
	for i, h := range result.Hits {
		fmt.Fprintf(w, "%3d. %s %s (%s)\n", i+1, h.ID, h.Name, h.Path)
		for _, r := range h.Reasons {
			fmt.Fprintf(w, "       %s: %s in %s, %d + %d for the name\n", r.Word, r.Term, r.Field, r.Points, r.Name)
		}
	}
	for _, n := range result.Nearest {
		fmt.Fprintf(w, "near: %s\n", n.Text)
	}
}

// writeSearch builds the search index and tells the path of its root.
func writeSearch(site *publish.Site, p prepared, searchRoot chan<- string) error {
	defer close(searchRoot)
	index, err := p.analyser.Build(p.catalog)
	if err != nil {
		return err
	}
	root := asset.NewBinary("search.bin", index.Root)
	searchRoot <- root.Path
	if err := writeAll(site, root.Files); err != nil {
		return err
	}
	for name, data := range index.Files {
		if err := writeAll(site, asset.NamedBinary("search/"+name, data).Files); err != nil {
			return err
		}
	}
	return nil
}
