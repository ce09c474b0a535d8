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

	"shigotoatlas/generator/catalog"
)

// Pictograms are the small pictures of fields and themes by kind and key ("fields/food"), ready to stand in a page.
// They are part of the page and no files of their own, for only so do they take its colours in light and dark and are
// shown from a file system as well.
type Pictograms map[string]template.HTML

// maxPictogram is the size of a pictogram's file in bytes.
const maxPictogram = 1000

// pictogramRoot is what every pictogram's svg element has: the grid, and lines without fill.
var pictogramRoot = map[string]string{
	"xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor",
	"stroke-width": "1.75", "stroke-linecap": "round", "stroke-linejoin": "round",
}

// pictogramShapes are the elements a pictogram is drawn with, and their attributes. The one class is "tint", of the
// one shape that is filled.
var pictogramShapes = map[string][]string{"path": {"class", "d"}, "circle": {"class", "cx", "cy", "r"}}

// ParsePictograms reads <kind>/<key>.svg of a tree.
func ParsePictograms(tree fs.FS) (Pictograms, error) {
	names, err := fs.Glob(tree, "*/*.svg")
	if err != nil {
		return nil, fmt.Errorf("listing pictograms: %w", err)
	}
	all := Pictograms{}
	for _, name := range names {
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return nil, fmt.Errorf("reading pictogram: %w", err)
		}
		shapes, err := pictogramOf(source)
		if err != nil {
			return nil, fmt.Errorf("pictogram %s: %w", name, err)
		}
		key := path.Join(path.Dir(name), strings.TrimSuffix(path.Base(name), ".svg"))
		all[key] = template.HTML(`<svg class="pictogram" viewBox="0 0 24 24" aria-hidden="true">` + shapes + `</svg>`)
	}
	return all, nil
}

func (s *site) fieldPictogram(f *catalog.Field) template.HTML { return s.Pictograms["fields/"+f.Key] }

// pictogramOf returns the shapes of a pictogram that keeps the rules.
func pictogramOf(source []byte) (string, error) {
	if len(source) > maxPictogram {
		return "", fmt.Errorf("has %d bytes; allowed are %d", len(source), maxPictogram)
	}
	var shapes strings.Builder
	decoder, depth, tints := xml.NewDecoder(strings.NewReader(string(source))), 0, 0
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
				err = checkPictogramRoot(t)
			} else {
				err = addShape(&shapes, t, depth, &tints)
			}
			if err != nil {
				return "", err
			}
		case xml.EndElement:
			depth--
		}
	}
	if shapes.Len() == 0 || tints > 1 {
		return "", errors.New("should have shapes, and at most one of the class tint")
	}
	return shapes.String(), nil
}

func checkPictogramRoot(t xml.StartElement) error {
	found := map[string]string{}
	for _, a := range t.Attr {
		found[a.Name.Local] = a.Value
	}
	if t.Name.Local == "svg" && maps.Equal(found, pictogramRoot) {
		return nil
	}
	for _, key := range slices.Sorted(maps.Keys(pictogramRoot)) {
		if found[key] != pictogramRoot[key] {
			return fmt.Errorf("%s of svg should be %q", key, pictogramRoot[key])
		}
	}
	return fmt.Errorf("begins with <%s> of %d attributes; should be <svg> of %d", t.Name.Local, len(found), len(pictogramRoot))
}

func addShape(b *strings.Builder, t xml.StartElement, depth int, tints *int) error {
	allowed, known := pictogramShapes[t.Name.Local]
	if !known || depth > 2 {
		return fmt.Errorf("<%s> is not allowed here; a pictogram is made of path and circle", t.Name.Local)
	}
	b.WriteString("<" + t.Name.Local)
	for _, a := range t.Attr {
		switch {
		case !slices.Contains(allowed, a.Name.Local):
			return fmt.Errorf("attribute %s of <%s>: allowed are %s", a.Name.Local, t.Name.Local, strings.Join(allowed, ", "))
		case a.Name.Local == "class" && a.Value != "tint":
			return fmt.Errorf("class %q: the one class is tint", a.Value)
		case a.Name.Local == "class":
			*tints++
		}
		b.WriteString(" " + a.Name.Local + `="` + template.HTMLEscapeString(a.Value) + `"`)
	}
	b.WriteString("/>")
	return nil
}
