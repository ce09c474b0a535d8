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
	Import importCommand `cmd:"" help:"Turn official files into the tables of the dataset."`
}

func main() {
	var cli commands
	ctx := kong.Parse(&cli, kong.Name("generator"), kong.Description("Builds Shigoto Atlas."), kong.UsageOnError())
	if err := ctx.Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
