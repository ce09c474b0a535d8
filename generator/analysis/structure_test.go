package analysis

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/floats"

	"shigotoatlas/generator/catalog"
)

// What testdata/structure.py finds in the tables of the dataset with numpy 1.24.2 and scipy 1.10.1.
type goldenStructure struct {
	IDs                 []int
	Items               []string
	Eigenvalues, Random []float64 // the largest; Random are the 95th percentiles for columns without correlation
	Components, Axes    []goldenComponent
	Heights             []float64 // of the last merges
	Groups              [][]int   // of 17
	Silhouettes         map[string]float64
}

type goldenComponent struct {
	Share    float64
	Loadings []float64
	Scores   map[string]float64 // of some occupations
}

func readStructure(t *testing.T) goldenStructure {
	t.Helper()
	return readNumbers[goldenStructure](t, "structure.json")
}

func TestNamesFit(t *testing.T) {
	if faults := real(t).CheckNames(); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestCompleteCases(t *testing.T) {
	c, want := real(t).completeCases(structureDomains), readStructure(t)
	if got := ids(c.Occupations); !slices.Equal(got, want.IDs) {
		t.Errorf("the cases are %v, want %v", got, want.IDs)
	}
	for j, item := range c.Items {
		if name := item.Domain.Key + "/" + item.Item().Key; name != want.Items[j] {
			t.Errorf("item %d is %s, want %s", j, name, want.Items[j])
		}
	}
}

func ids(occupations []*catalog.Occupation) []int {
	var list []int
	for _, o := range occupations {
		list = append(list, o.ID)
	}
	return list
}

func TestComponents(t *testing.T) {
	want := readStructure(t)
	same(t, real(t).Components(), want.Components, want)
	axes := *real(t).Landscape() // in the order of content; the outside tool has that of their share
	axes.List = slices.Clone(axes.List)
	slices.SortFunc(axes.List, func(x, y Component) int { return int(math.Copysign(1, y.Share-x.Share)) })
	same(t, &axes, want.Axes, want)
}

func same(t *testing.T, got *Components, want []goldenComponent, all goldenStructure) {
	t.Helper()
	if len(got.List) != len(want) {
		t.Fatalf("%d components, want %d", len(got.List), len(want))
	}
	if !floats.EqualApprox(got.Eigenvalues[:len(all.Eigenvalues)], all.Eigenvalues, 1e-9) {
		t.Errorf("eigenvalues %v, want %v", got.Eigenvalues[:len(all.Eigenvalues)], all.Eigenvalues)
	}
	for j, w := range want {
		c := got.List[j]
		if !near(c.Share, w.Share) || !floats.EqualApprox(c.Loadings, w.Loadings, 1e-9) {
			t.Errorf("component %d (%s) has the share %v and the loadings %v, want %v and %v", j, c.Name.Key, c.Share, c.Loadings, w.Share, w.Loadings)
		}
		for id, score := range w.Scores {
			number, err := strconv.Atoi(id)
			if i := slices.Index(all.IDs, number); err != nil || !near(c.Scores[i], score) {
				t.Errorf("component %d (%s): occupation %s scores %v, want %v", j, c.Name.Key, id, c.Scores[i], score)
			}
		}
	}
}

// TestScoresAreStandard: mean 0, deviation 1, no correlation.
func TestScoresAreStandard(t *testing.T) {
	c := real(t).Components()
	n := float64(len(c.Occupations))
	for i, x := range c.List {
		for j, y := range c.List[:i+1] {
			want := 0.0
			if i == j {
				want = 1
			}
			if got := floats.Dot(x.Scores, y.Scores) / n; !near(got, want) {
				t.Errorf("the mean product of components %d and %d is %v, want %v", i, j, got, want)
			}
		}
		if mean := floats.Sum(x.Scores) / n; !near(mean, 0) {
			t.Errorf("component %d has the mean %v", i, mean)
		}
	}
}

// TestNumberOfComponents: kept are those that explain more than the components of unrelated figures would (parallel
// analysis, J. L. Horn 1965, doi:10.1007/BF02289447).
func TestNumberOfComponents(t *testing.T) {
	want, found := readStructure(t), real(t).Components()
	above := 0
	for found.Eigenvalues[above] > want.Random[above] {
		above++
	}
	if above != len(found.List) {
		t.Errorf("%d components are above chance; content names %d", above, len(found.List))
	}
}

func TestClusters(t *testing.T) {
	want, found := readStructure(t), real(t).Clusters()
	var groups [][]int
	for _, c := range found.List {
		group := ids(c.Occupations)
		slices.Sort(group)
		groups = append(groups, group)
	}
	if !slices.EqualFunc(groups, want.Groups, slices.Equal[[]int]) {
		t.Errorf("groups are %v, want %v", groups, want.Groups)
	}
	last := found.Merges[len(found.Merges)-len(want.Heights):]
	for i, height := range want.Heights {
		if !near(last[i].Height, height) {
			t.Errorf("merge %d from the end has the height %v, want %v", len(want.Heights)-i, last[i].Height, height)
		}
	}
}

// TestNumberOfClusters: between 8 and 20 groups, that number is named whose groups are clearest (the largest mean
// silhouette, P. J. Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7).
func TestNumberOfClusters(t *testing.T) {
	want, named := readStructure(t), len(real(t).Clusters().List)
	best := want.Silhouettes[strconv.Itoa(named)]
	if best == 0 {
		t.Fatalf("no silhouette of %d groups", named)
	}
	for k, width := range want.Silhouettes {
		if width > best {
			t.Errorf("%s groups have the silhouette %v, more than %v of %d", k, width, best, named)
		}
	}
}

// TestWardByHand: of the points 0, 1, 5, 7 on a line, 0 and 1 are joined at 1, 5 and 7 at 2; the means are then 0.5
// and 6, and 2·2·2/4·5.5² = 60.5.
func TestWardByHand(t *testing.T) {
	got := ward([][]float64{{0}, {5}, {1}, {7}})
	want := []Merge{{0, 2, 1, 2}, {1, 3, 2, 2}, {4, 5, math.Sqrt(60.5), 4}}
	if len(got) != 3 {
		t.Fatalf("merges are %v", got)
	}
	for i, m := range got {
		if m.A != want[i].A || m.B != want[i].B || m.Size != want[i].Size || !near(m.Height, want[i].Height) {
			t.Errorf("merge %d is %v, want %v", i, m, want[i])
		}
	}
	if groups := cut(4, got, 2); !slices.EqualFunc(groups, [][]int{{0, 2}, {1, 3}}, slices.Equal[[]int]) {
		t.Errorf("two groups are %v", groups)
	}
}

// TestNamesThatFitNothing: a name whose marks have moved is refused, with what stands there now.
func TestNamesThatFitNothing(t *testing.T) {
	whole := real(t).catalog
	changed, names := *whole, *whole.Analyses
	changed.Analyses = &names
	names.Components, names.Clusters = slices.Clone(names.Components), slices.Clone(names.Clusters)
	life, clinic, nature := *names.Components[6], *names.Clusters[4], *names.Clusters[11]
	life.Items = slices.Concat(life.Items[:2], names.Components[5].Items[:1])
	clinic.Members = []int{404, 166, 62}
	nature.Members = []int{254, 255, 264}
	names.Components[6], names.Clusters[4], names.Clusters[11] = &life, &clinic, &nature
	a, err := New(&changed)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range a.CheckNames() {
		got = append(got, f.Message)
	}
	want := []string{
		`"life": no component has these as its highest items; the highest are [knowledge/biology, knowledge/chemistry, knowledge/medicine_dentistry], [knowledge/geography, knowledge/human_resources, knowledge/transport]`,
		`"clinic": these occupations are no longer in one group`,
		`"nature": the group of these occupations is already named "manufacture"`,
		`a group of 20 occupations has no name; in its middle are 502, 505, 506`,
		`a group of 16 occupations has no name; in its middle are 403, 170, 404`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("faults are %q, want %q", got, want)
	}
}
