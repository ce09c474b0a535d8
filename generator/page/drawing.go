package page

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// Drawings are SVG files that stand in pages as parts of them: only so do they take a page's colours in light and
// dark, and are shown from a file system as well. Their colours are classes of the style sheet.

// drawingRules are what the files of one kind of drawing keep to.
type drawingRules struct {
	what    string
	root    map[string]string   // attributes of the svg element; a value of "" may be anything
	shapes  map[string][]string // elements and their attributes
	classes []string
	bytes   int // of the file, at most
}

// readDrawings reads <key>.svg of a tree, and <kind>/<key>.svg, into the shapes of each by its key.
func (rules drawingRules) readDrawings(tree fs.FS) (map[string]string, error) {
	all := map[string]string{}
	for _, pattern := range []string{"*.svg", "*/*.svg"} {
		names, err := fs.Glob(tree, pattern)
		if err != nil {
			return nil, fmt.Errorf("listing drawings: %w", err)
		}
		for _, name := range names {
			source, err := fs.ReadFile(tree, name)
			if err != nil {
				return nil, fmt.Errorf("reading drawing: %w", err)
			}
			shapes, err := rules.shapesOf(source)
			if err != nil {
				return nil, fmt.Errorf("%s %s: %w", rules.what, name, err)
			}
			all[path.Join(path.Dir(name), strings.TrimSuffix(path.Base(name), ".svg"))] = shapes
		}
	}
	return all, nil
}

// shapesOf returns the shapes of a drawing that keeps the rules.
func (rules drawingRules) shapesOf(source []byte) (string, error) {
	if len(source) > rules.bytes {
		return "", fmt.Errorf("has %d bytes; allowed are %d", len(source), rules.bytes)
	}
	var shapes strings.Builder
	decoder, depth := xml.NewDecoder(strings.NewReader(string(source))), 0
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				err = rules.checkRoot(t)
			} else {
				err = rules.addShape(&shapes, t, depth)
			}
			if err != nil {
				return "", err
			}
		case xml.EndElement:
			depth--
		}
	}
	if shapes.Len() == 0 {
		return "", errors.New("has no shapes")
	}
	return shapes.String(), nil
}

func (rules drawingRules) checkRoot(t xml.StartElement) error {
	found := map[string]string{}
	for _, a := range t.Attr {
		found[a.Name.Local] = a.Value
	}
	for _, key := range slices.Sorted(maps.Keys(rules.root)) {
		switch want := rules.root[key]; {
		case found[key] == "":
			return fmt.Errorf("svg has no %s", key)
		case want != "" && found[key] != want:
			return fmt.Errorf("%s of svg should be %q", key, want)
		}
	}
	if t.Name.Local != "svg" || len(found) != len(rules.root) {
		return fmt.Errorf("begins with <%s> of %d attributes; should be <svg> of %d", t.Name.Local, len(found), len(rules.root))
	}
	return nil
}

func (rules drawingRules) addShape(b *strings.Builder, t xml.StartElement, depth int) error {
	allowed, known := rules.shapes[t.Name.Local]
	if !known || depth > 2 {
		return fmt.Errorf("<%s> is not allowed here; a %s is made of %s", t.Name.Local, rules.what, join(rules.shapes))
	}
	b.WriteString("<" + t.Name.Local)
	for _, a := range t.Attr {
		switch {
		case !slices.Contains(allowed, a.Name.Local):
			return fmt.Errorf("attribute %s of <%s>: allowed are %s", a.Name.Local, t.Name.Local, strings.Join(allowed, ", "))
		case a.Name.Local == "class" && !slices.Contains(rules.classes, a.Value):
			return fmt.Errorf("class %q: allowed are %s", a.Value, strings.Join(rules.classes, ", "))
		}
		b.WriteString(" " + a.Name.Local + `="` + template.HTMLEscapeString(a.Value) + `"`)
	}
	b.WriteString("/>")
	return nil
}

func join(shapes map[string][]string) string {
	return strings.Join(slices.Sorted(maps.Keys(shapes)), ", ")
}
