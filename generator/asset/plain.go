package asset

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Plain returns the files of root/static/root by their path in the site: those that keep their names, such as
// icon.svg. SVG and JSON are minified.
func Plain(root string) (map[string][]byte, error) {
	tree := os.DirFS(filepath.Join(root, staticDir, "root"))
	files := map[string][]byte{}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		switch path.Ext(name) {
		case ".svg":
			data, err = MinifySVG(data)
		case ".json":
			data, err = MinifyJSON(data)
		}
		files[name] = data
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the plain files of %s: %w", staticDir, err)
	}
	return files, nil
}
