package export

import (
	"fmt"
	"slices"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

// Vectors writes the figures of all occupations in all domains, rounded to a byte each, as static/data/vectors.ts and
// wasm/scoring read them; the loss is told at [scoring.VectorLoss]. Domains and items stand in the order of the
// catalog, and occupations by id. The bytes depend on the catalog alone.
func Vectors(c *catalog.Catalog) ([]byte, error) {
	v := scoring.Vectors{IDs: make([]int32, len(c.Occupations))}
	for i, o := range c.Occupations {
		v.IDs[i] = int32(o.ID)
	}
	for _, d := range c.Domains {
		v.Domains = append(v.Domains, vectorDomain(c, d))
	}
	for _, e := range c.Portable {
		v.Elements = append(v.Elements, elementWeights(c, e))
	}
	file, refusal := v.Encode()
	if refusal != scoring.Accepted {
		return nil, fmt.Errorf("writing the figures of occupations: %v", refusal)
	}
	return file, nil
}

func elementWeights(c *catalog.Catalog, e catalog.PortableElement) []scoring.ElementWeight {
	weights := make([]scoring.ElementWeight, len(e.Items))
	for i, w := range e.Items {
		items := c.Domain(w.Domain).Items
		weights[i] = scoring.ElementWeight{
			Domain: uint8(slices.Index(catalog.DomainKeys, w.Domain)),
			Item:   uint8(slices.IndexFunc(items, func(item catalog.Item) bool { return item.Key == w.Item })),
			Weight: uint8(w.Weight),
		}
	}
	return weights
}

func vectorDomain(c *catalog.Catalog, d *catalog.Domain) scoring.VectorDomain {
	n := len(c.Occupations)
	domain := scoring.VectorDomain{Small: make([]bool, n)}
	for place, o := range c.Occupations {
		domain.Small[place] = o.Surveys[d.Key].SmallSample
	}
	for i, item := range d.Items {
		vector := scoring.VectorItem{Minimum: uint8(item.Minimum), Maximum: uint8(item.Maximum), Figures: make([]float64, n)}
		if d.HasRelevance() {
			vector.NotRelevant = make([]bool, n)
		}
		for place, o := range c.Occupations {
			vector.Figures[place] = o.Figure(d.Key, i).Value
			if p := o.Profiles[d.Key]; p != nil && p.NotRelevant != nil {
				vector.NotRelevant[place] = p.NotRelevant[i]
			}
		}
		domain.Items = append(domain.Items, vector)
	}
	return domain
}
