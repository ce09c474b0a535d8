package page

import (
	"fmt"
	"html/template"
	"io/fs"
	"strings"

	"shigotoatlas/generator/catalog"
)

// Pictograms are the small pictures of fields and themes by kind and key ("fields/food").
type Pictograms map[string]template.HTML

// pictogramRules: lines of 1.75 on a grid of 24, without fill but of the one shape of the class tint.
var pictogramRules = drawingRules{
	what: "pictogram",
	root: map[string]string{
		"xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor",
		"stroke-width": "1.75", "stroke-linecap": "round", "stroke-linejoin": "round",
	},
	shapes:  map[string][]string{"path": {"class", "d"}, "circle": {"class", "cx", "cy", "r"}},
	classes: []string{"tint"},
	bytes:   1000,
}

// ParsePictograms reads <kind>/<key>.svg of a tree.
func ParsePictograms(tree fs.FS) (Pictograms, error) {
	drawings, err := pictogramRules.readDrawings(tree)
	if err != nil {
		return nil, err
	}
	all := Pictograms{}
	for key, shapes := range drawings {
		if n := strings.Count(shapes, `class="tint"`); n > 1 {
			return nil, fmt.Errorf("pictogram %s.svg: %d shapes have the class tint; allowed is one", key, n)
		}
		all[key] = template.HTML(`<svg class="pictogram" viewBox="0 0 24 24" aria-hidden="true">` + shapes + `</svg>`)
	}
	return all, nil
}

func (s *site) fieldPictogram(f *catalog.Field) template.HTML { return s.Pictograms["fields/"+f.Key] }
