package page

import (
	"bytes"
	"fmt"
	"html/template"

	"shigotoatlas/generator/catalog"
)

// blocks are the parts of occupation pages that speak of a statistical class and so are the same on the pages of all
// its occupations. They are rendered once. All occupation pages lie at the same depth, so their links agree.
type blocks struct {
	pay      map[*catalog.WageClass]*block[pay]
	openings map[*catalog.OpeningGroup]*block[openings]
}

type block[T any] struct {
	view *T
	html template.HTML
}

const occupationRoot = "../../"

func (s *site) prepareBlocks() error {
	s.blocks = blocks{map[*catalog.WageClass]*block[pay]{}, map[*catalog.OpeningGroup]*block[openings]{}}
	for _, w := range s.c.WageClasses {
		b, err := newBlock(s, "pay", s.pay(occupationRoot, w))
		if err != nil {
			return err
		}
		s.blocks.pay[w] = b
	}
	for _, g := range s.c.OpeningGroups {
		b, err := newBlock(s, "openings", s.openings(occupationRoot, g))
		if err != nil {
			return err
		}
		s.blocks.openings[g] = b
	}
	return nil
}

func newBlock[T any](s *site, name string, view *T) (*block[T], error) {
	if view == nil {
		return nil, nil
	}
	var b bytes.Buffer
	if err := s.Templates.kinds["occupation"].ExecuteTemplate(&b, name, view); err != nil {
		return nil, fmt.Errorf("rendering %s: %w", name, err)
	}
	return &block[T]{view, template.HTML(b.String())}, nil
}
