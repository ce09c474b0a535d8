package export

import (
	"encoding/json"
	"fmt"

	"shigotoatlas/generator/catalog"
)

// Tasks writes our tasks of every occupation for scripts, as JSON: a list of texts for each occupation, in the order of
// the facts.
func Tasks(c *catalog.Catalog) ([]byte, error) {
	all := make([][]string, len(c.Occupations))
	for i, o := range c.Occupations {
		all[i] = []string{}
		for _, t := range o.Tasks {
			all[i] = append(all[i], t.Text)
		}
	}
	text, err := json.Marshal(all)
	if err != nil {
		return nil, fmt.Errorf("writing the tasks of occupations: %w", err)
	}
	return text, nil
}
