package analysis

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"

	"shigotoatlas/generator/catalog"
)

// Clusters are groups of occupations alike in the shape of their profiles.
type Clusters struct {
	*Cases
	Merges []Merge   // from the nearest pair to the whole
	List   []Cluster // as content names them
	shapes [][]float64
}

// A Merge joins two groups. Groups 0 to n−1 are the single cases; merge m makes group n+m.
type Merge struct {
	A, B   int // A < B
	Height float64
	Size   int
}

// A Cluster is one of the groups the tree is cut into.
type Cluster struct {
	Name        *catalog.ClusterName
	Occupations []*catalog.Occupation // the nearest to the group's mean first
	Means       []float64             // by item: the mean standard score in the group
	cases       []int
}

// Clusters are the groups that content names, as many as there are names.
func (a *Analysis) Clusters() *Clusters { return a.clusters().Clusters }

// newClusters cuts the tree into k groups, in the order of their first occupation.
func newClusters(c *Cases, k int) *Clusters {
	found := &Clusters{Cases: c, shapes: shapes(c)}
	if len(found.shapes) < k {
		return found
	}
	found.Merges = ward(found.shapes)
	for _, cases := range cut(len(found.shapes), found.Merges, k) {
		found.List = append(found.List, found.cluster(cases))
	}
	return found
}

// shapes are the profiles without elevation and scatter: in each domain the standard scores less their mean, at length
// 1. The squared distance of two shapes is the sum over the domains of 2 − 2r, with r as in the similarity of
// occupations. Cases without scatter in a domain have no direction there and stay at 0.
func shapes(c *Cases) [][]float64 {
	all := make([][]float64, len(c.Occupations))
	for i := range all {
		all[i] = slices.Clone(c.scores.RawRowView(i))
		for from := 0; from < len(c.Items); {
			to := from + len(c.Items[from].Domain.Items)
			part := all[i][from:to]
			floats.AddConst(-floats.Sum(part)/float64(len(part)), part)
			if length := floats.Norm(part, 2); length > 0 {
				floats.Scale(1/length, part)
			}
			from = to
		}
	}
	return all
}

// ward joins points step by step, always those two groups whose union adds least to the squared distances from the
// groups' means (J. H. Ward 1963, doi:10.1080/01621459.1963.10500845). It follows chains of nearest neighbours, which
// gives the same tree in n² steps (F. Murtagh 1983, doi:10.1093/comjnl/26.4.354). A merge's height is the square root of
// twice what the union adds, the plain distance where both are single points. Equals are joined by position.
func ward(points [][]float64) []Merge {
	t := newTree(points)
	var merges []Merge
	var chain []int
	for len(t.active) > 1 {
		if len(chain) == 0 {
			chain = append(chain, t.active[0])
		}
		last, before := chain[len(chain)-1], -1
		if len(chain) > 1 {
			before = chain[len(chain)-2]
		}
		if nearest := t.nearest(last, before); nearest != before {
			chain = append(chain, nearest)
			continue
		}
		merges = append(merges, t.merge(min(last, before), max(last, before)))
		chain = chain[:len(chain)-2]
	}
	return numbered(len(points), merges)
}

// A tree is a set of groups on the way from single points to one. A group goes by its first point.
type tree struct {
	active  []int
	size    []int
	squared [][]float64 // of the heights at which two groups would be merged
}

func newTree(points [][]float64) *tree {
	t := &tree{size: make([]int, len(points))}
	for i, p := range points {
		t.active, t.size[i] = append(t.active, i), 1
		row := make([]float64, len(points))
		for j := range i {
			d := floats.Distance(p, points[j], 2)
			row[j] = float64(d * d)
			t.squared[j][i] = row[j]
		}
		t.squared = append(t.squared, row)
	}
	return t
}

// nearest is the group nearest to one; among equals that before it in the chain, so that the chain ends.
func (t *tree) nearest(to, before int) int {
	best, nearest := math.Inf(1), before
	if before >= 0 {
		best = t.squared[to][before]
	}
	for _, other := range t.active {
		if d := t.squared[to][other]; other != to && d < best {
			best, nearest = d, other
		}
	}
	return nearest
}

// merge joins group b to group a; the heights at which the others would join follow from what they were (G. N. Lance
// and W. T. Williams 1967, doi:10.1093/comjnl/9.4.373).
func (t *tree) merge(a, b int) Merge {
	height := t.squared[a][b]
	t.active = slices.DeleteFunc(t.active, func(i int) bool { return i == b })
	sizeA, sizeB := float64(t.size[a]), float64(t.size[b])
	for _, k := range t.active {
		if k == a {
			continue
		}
		size := float64(t.size[k])
		sum := float64((sizeA+size)*t.squared[a][k]) + float64((sizeB+size)*t.squared[b][k]) - float64(size*height)
		t.squared[a][k] = sum / (sizeA + sizeB + size)
		t.squared[k][a] = t.squared[a][k]
	}
	t.size[a] += t.size[b]
	return Merge{a, b, math.Sqrt(height), t.size[a]}
}

// numbered puts merges in the order of their height and gives groups the numbers of [Merge].
func numbered(n int, merges []Merge) []Merge {
	slices.SortStableFunc(merges, func(x, y Merge) int { return cmp.Compare(x.Height, y.Height) })
	number := make([]int, n)
	for i := range number {
		number[i] = i
	}
	for m := range merges {
		first := merges[m].A
		a, b := number[first], number[merges[m].B]
		merges[m].A, merges[m].B = min(a, b), max(a, b)
		number[first] = n + m
	}
	return merges
}

// cut takes back the last k−1 merges and returns the groups that are left, each with its cases in their order.
func cut(n int, merges []Merge, k int) [][]int {
	groups := make(map[int][]int, 2*n)
	for i := range n {
		groups[i] = []int{i}
	}
	for m, merge := range merges[:n-k] {
		groups[n+m] = slices.Concat(groups[merge.A], groups[merge.B])
		delete(groups, merge.A)
		delete(groups, merge.B)
	}
	var all [][]int
	for _, cases := range groups {
		slices.Sort(cases)
		all = append(all, cases)
	}
	slices.SortFunc(all, func(x, y []int) int { return cmp.Compare(x[0], y[0]) })
	return all
}

func (c *Clusters) cluster(cases []int) Cluster {
	g := Cluster{cases: cases, Means: make([]float64, len(c.Items))}
	middle := make([]float64, len(c.Items))
	for _, i := range cases {
		floats.AddScaled(g.Means, 1/float64(len(cases)), c.scores.RawRowView(i))
		floats.AddScaled(middle, 1/float64(len(cases)), c.shapes[i])
	}
	nearest := slices.Clone(cases)
	slices.SortStableFunc(nearest, func(x, y int) int {
		return cmp.Compare(floats.Distance(c.shapes[x], middle, 2), floats.Distance(c.shapes[y], middle, 2))
	})
	for _, i := range nearest {
		g.Occupations = append(g.Occupations, c.Occupations[i])
	}
	return g
}
