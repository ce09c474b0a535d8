package main

import (
	"fmt"
	"os"

	"shigotoatlas/generator/report"
)

type reportCommand struct {
	trees
	Logs []string `arg:"" name:"log" help:"Access logs: combined format, CloudFront or Cloudflare Logpush; gzip or plain; - for standard input." type:"path"`
	Out  string   `default:"build/report" help:"Directory for report.html and the tables as CSV."`
	Base string   `help:"Address of the home page. Default: base in site.yaml."`
}

func (r *reportCommand) Run() error {
	counter, err := r.counter()
	if err != nil {
		return err
	}
	for _, name := range r.Logs {
		if err := readLog(counter, name); err != nil {
			return err
		}
	}
	result := counter.Report()
	files, err := result.Files()
	if err != nil {
		return err
	}
	if err := publishFiles(r.Out, files); err != nil {
		return err
	}
	l := result.Lines
	fmt.Printf("%d lines: %d page views, %d of robots, %d others, %d malformed; %s/report.html\n", l.Read, l.Views, l.Robots, l.Other, l.Malformed, r.Out)
	return nil
}

func (r *reportCommand) counter() (*report.Counter, error) {
	c, err := r.load()
	if err != nil {
		return nil, counted(err)
	}
	site := report.Site{Base: r.Base, Occupations: map[string]string{}}
	if site.Base == "" {
		site.Base = c.Site.Base
	}
	for _, o := range c.Occupations {
		site.Occupations[o.Slug] = o.Name
	}
	return report.NewCounter(site)
}

func readLog(counter *report.Counter, name string) error {
	if name == "-" {
		counter.Read("standard input", os.Stdin)
		return nil
	}
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("reading a log: %w", err)
	}
	defer file.Close()
	counter.Read(name, file)
	return nil
}
