package asset

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// Module bundles one module of static, such as "search/index.ts", into a script that leaves its exports in a global
// variable of the given name, with the same settings as the scripts of pages. It is how the generator runs what the
// browser runs.
func Module(root, name, global string) (string, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return "", fmt.Errorf("bundling %s: %w", name, err)
	}
	options := options(root)
	options.EntryPoints = []string{filepath.Join(root, staticDir, filepath.FromSlash(name))}
	options.EntryNames = "[name]"
	options.GlobalName = global
	result := api.Build(options)
	if faults := faults(append(result.Errors, result.Warnings...)); len(faults) > 0 {
		return "", errors.Join(faults...)
	}
	return string(result.OutputFiles[0].Contents), nil
}
