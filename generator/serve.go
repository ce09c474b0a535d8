package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"path/filepath"

	"shigotoatlas/generator/preview"
)

type serveCommand struct {
	buildCommand
	Address string `default:"127.0.0.1:8080" help:"Address to listen on."`
}

func (s *serveCommand) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return preview.Serve(ctx, preview.Options{
		Address: s.Address, Dir: s.Out, Build: s.buildCommand.Run, Log: log.New(os.Stderr, "", log.Ltime),
		Watch: []string{s.Content, s.Dataset, filepath.Join(s.Root, "templates"), filepath.Join(s.Root, "static"), filepath.Join(s.Root, "wasm")},
	})
}
