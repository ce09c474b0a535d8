package asset

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// BuildScoring compiles root/wasm with the Go toolchain into a WebAssembly
// library (a WASI reactor) and returns its bytes. With the same toolchain the
// bytes depend on the sources alone, not on the place, the time or the commit.
// A warm build cache makes this a matter of linking, about a tenth of a second.
func BuildScoring(ctx context.Context, root string) ([]byte, error) {
	module, err := buildScoring(ctx, root)
	if err != nil {
		return nil, fmt.Errorf("compiling %s to WebAssembly: %w", filepath.Join(root, "wasm"), err)
	}
	return module, nil
}

func buildScoring(ctx context.Context, root string) (module []byte, err error) {
	scratch, err := os.MkdirTemp("", "shigotoatlas-wasm-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(scratch)) }()
	out := filepath.Join(scratch, "scoring.wasm")

	build := exec.CommandContext(ctx, "go", "build",
		"-buildmode=c-shared", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=all=-l", "-gcflags=runtime/...=-l -B", "-o", out, "./wasm")
	build.Dir = root
	// The flags are those of the package comment of wasm, with its reasons.
	// GOFLAGS and GOEXPERIMENT of the user's shell would change the bytes.
	build.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT=", "GOWASM=")
	output, err := build.CombinedOutput()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, strings.TrimSpace(string(output)))
	}
	return os.ReadFile(out)
}
