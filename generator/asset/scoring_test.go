package asset

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
)

var scoringFixture = map[string]string{
	"go.mod": "module fixture\n\ngo 1.26\n",
	"wasm/main.go": `package main

//go:wasmexport double
func double(n int32) int32 { return n * 2 }

func main() {}
`,
}

// buildFixture compiles the fixture in a directory of its own.
func buildFixture(t *testing.T) []byte {
	t.Helper()
	module, err := BuildScoring(t.Context(), project(t, scoringFixture))
	if err != nil {
		t.Fatal(err)
	}
	return module
}

func TestBuildScoring(t *testing.T) {
	module := buildFixture(t)
	if !bytes.HasPrefix(module, []byte("\x00asm\x01\x00\x00\x00")) {
		t.Errorf("no WebAssembly module: it begins with %q", module[:min(8, len(module))])
	}
	for _, export := range []string{"double", "_initialize"} {
		if !bytes.Contains(module, []byte(export)) {
			t.Errorf("%s is not exported", export)
		}
	}
	t.Setenv("GOFLAGS", "-tags=debug -ldflags=-X=main.a=b")
	if !bytes.Equal(module, buildFixture(t)) {
		t.Error("another directory and other GOFLAGS gave other bytes")
	}
}

func TestBuildScoringFault(t *testing.T) {
	root := project(t, map[string]string{
		"go.mod":       "module fixture\n\ngo 1.26\n",
		"wasm/main.go": "package main\n\nfunc main() { undefined() }\n",
	})
	_, err := BuildScoring(t.Context(), root)
	if err == nil || !strings.Contains(err.Error(), "wasm/main.go:3:15: undefined: undefined") {
		t.Errorf("error is %v, want the compiler's message", err)
	}
}

func TestBuildScoringCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := BuildScoring(ctx, project(t, scoringFixture))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want %v", err, context.Canceled)
	}
}

func TestBuildScoringOfThisProject(t *testing.T) {
	module, err := BuildScoring(t.Context(), "../..")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(module, []byte("\x00asm")) {
		t.Error("no WebAssembly module")
	}
}
