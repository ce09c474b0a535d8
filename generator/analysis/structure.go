package analysis

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
)

// Components and clusters are what is found in the figures of [structureDomains] as a whole. Both are computed when
// they are first asked for, and are empty where content names nothing.

type namedComponents struct {
	components, landscape *Components
	faults                catalog.Faults // names that fit nothing
}

type namedClusters struct {
	*Clusters
	faults catalog.Faults
}

func (a *Analysis) findComponents() *namedComponents {
	names := a.catalog.Analyses
	s := &namedComponents{components: &Components{}, landscape: &Components{}}
	if names == nil {
		return s
	}
	cases := a.completeCases(structureDomains)
	s.components = s.named(cases, names.Components)
	s.landscape = s.named(cases, names.Axes)
	slices.SortStableFunc(s.landscape.List, func(x, y Component) int {
		return cmp.Compare(slices.Index(names.Axes, x.Name), slices.Index(names.Axes, y.Name))
	})
	return s
}

func (a *Analysis) findClusters() *namedClusters {
	s := &namedClusters{Clusters: &Clusters{}}
	if names := a.catalog.Analyses; names != nil {
		s.Clusters = newClusters(a.completeCases(structureDomains), len(names.Clusters))
		s.name(names.Clusters)
	}
	return s
}

// CheckNames reports every name of content that no longer fits what is computed. Only without such faults may a name be
// shown.
func (a *Analysis) CheckNames() catalog.Faults {
	return slices.Concat(a.components().faults, a.clusters().faults)
}

// named computes as many components as there are names, and gives each to the one it is recognised by.
func (s *namedComponents) named(cases *Cases, names []*catalog.ComponentName) *Components {
	found, err := newComponents(cases, len(names))
	if err != nil {
		s.faults = append(s.faults, names[0].Position.Fault("nothing can be named: %v", err))
		return &Components{}
	}
	for _, name := range names {
		marks := itemSet(name.Items)
		i := slices.IndexFunc(found.List, func(c Component) bool { return itemSet(found.highest(c, len(name.Items))) == marks })
		if i >= 0 {
			found.List[i].Name = name
		} else {
			s.faults = append(s.faults, name.Position.Fault("%q: no component has these as its highest items; the highest are %s", name.Key, found.unnamed(len(name.Items))))
		}
	}
	return found
}

// highest are the k items that load highest on a component.
func (c *Components) highest(of Component, k int) []catalog.ItemRef {
	return highestItems(c.Items, of.Loadings, k)
}

// highestItems are the k items with the highest values, the highest first.
func highestItems(items []catalog.ItemRef, values []float64, k int) []catalog.ItemRef {
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(values[y], values[x]) })
	var highest []catalog.ItemRef
	for _, i := range order[:min(k, len(order))] {
		highest = append(highest, items[i])
	}
	return highest
}

// unnamed lists the highest items of the components that have no name yet, each in brackets.
func (c *Components) unnamed(k int) string {
	var all []string
	for _, component := range c.List {
		if component.Name == nil {
			all = append(all, "["+itemSet(c.highest(component, k))+"]")
		}
	}
	return strings.Join(all, ", ")
}

// itemSet writes items in an order that does not depend on theirs.
func itemSet(items []catalog.ItemRef) string {
	var names []string
	for _, item := range items {
		names = append(names, item.Domain.Key+"/"+item.Item().Key)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

func (s *namedClusters) name(names []*catalog.ClusterName) {
	for _, name := range names {
		held, groups := -1, map[int]bool{}
		for _, id := range name.Members {
			held = slices.IndexFunc(s.List, func(c Cluster) bool {
				return slices.ContainsFunc(c.Occupations, func(o *catalog.Occupation) bool { return o.ID == id })
			})
			groups[held] = true
		}
		switch {
		case len(groups) != 1 || held < 0:
			s.faults = append(s.faults, name.Position.Fault("%q: these occupations are no longer in one group", name.Key))
		case s.List[held].Name != nil:
			s.faults = append(s.faults, name.Position.Fault("%q: the group of these occupations is already named %q", name.Key, s.List[held].Name.Key))
		default:
			s.List[held].Name = name
		}
	}
	for _, c := range s.List {
		if c.Name == nil {
			nearest := c.Occupations[:min(3, len(c.Occupations))]
			s.faults = append(s.faults, names[0].Position.Fault("a group of %d occupations has no name; in its middle are %s", len(c.Occupations), idList(nearest, ", ")))
		}
	}
}

// idList writes ids with a separator between them.
func idList(occupations []*catalog.Occupation, separator string) string {
	var ids []string
	for _, o := range occupations {
		ids = append(ids, strconv.Itoa(o.ID))
	}
	return strings.Join(ids, separator)
}
