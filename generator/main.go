// Command generator builds Shigoto Atlas: it checks content and dataset, renders the site, and imports the official
// files that the dataset is made of. Run it with --help for its commands. The packages beside it are the stages of
// the pipeline; this file only reads the command line and joins them.
package main

import (
	"fmt"
	"os"

	"github.com/alecthomas/kong"
)

type commands struct {
	Check  checkCommand  `cmd:"" help:"Validate content and dataset; print every fault as file:line:column: message."`
	Build  buildCommand  `cmd:"" help:"Build the site."`
	Serve  serveCommand  `cmd:"" help:"Build and serve the site; rebuild and reload on change."`
	Search searchCommand `cmd:"" help:"Answer a query as a visitor's browser does."`
	Score  scoreCommand  `cmd:"" help:"Rank occupations as a visitor's browser does, and print JSON."`
	Import importCommand `cmd:"" help:"Turn official files into the tables of the dataset."`
	Diff   diffCommand   `cmd:"" help:"Tell what changed between two releases of the numeric profiles."`
	Report reportCommand `cmd:"" help:"Tell from access logs how the site is used."`
}

func main() {
	var cli commands
	parser := kong.Must(&cli, kong.Name("generator"), kong.Description("Builds Shigoto Atlas."), kong.UsageOnError())
	ctx, err := parser.Parse(goStyle(os.Args[1:]))
	parser.FatalIfErrorf(err)
	if err := ctx.Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// goStyle lets flags be written as Go programs have them, with one dash: no flag here has a form of one letter but -h.
func goStyle(args []string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		if len(a) > 2 && a[0] == '-' && a[1] != '-' {
			a = "-" + a
		}
		out[i] = a
	}
	return out
}
