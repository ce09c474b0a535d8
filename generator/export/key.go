package export

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"
)

// Key is a digest of everything that the files of a release depend on: the dataset, the sources of the program that
// writes them with the modules it is built with, the address of the site, and what else the tables handed in depend on,
// as texts. Releases of equal keys are equal, so a release made before can be used again.
func Key(dataset, program fs.FS, base string, further ...string) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, base)
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(h, info.GoVersion)
		for _, m := range info.Deps {
			fmt.Fprintln(h, m.Path, m.Version)
		}
	}
	fmt.Fprintf(h, "%q\n", further)
	for _, tree := range []fs.FS{dataset, program} {
		if err := hashTree(h, tree); err != nil {
			return "", fmt.Errorf("digesting what the dataset is made of: %w", err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// hashTree digests names, sizes and contents in the order of the names.
func hashTree(h io.Writer, tree fs.FS) error {
	return fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		fmt.Fprintln(h, name, len(data))
		_, err = h.Write(data)
		return err
	})
}
