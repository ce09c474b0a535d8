package catalog

import (
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// ByReading gives all occupations in the order of their readings: 五十音順, the collation of Japanese in CLDR.
func (c *Catalog) ByReading() []*Occupation {
	sorted, order := slices.Clone(c.Occupations), collate.New(language.Japanese)
	slices.SortStableFunc(sorted, func(a, b *Occupation) int { return order.CompareString(a.Reading, b.Reading) })
	return sorted
}
