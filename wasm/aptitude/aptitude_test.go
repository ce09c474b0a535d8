package aptitude

import (
	"cmp"
	"reflect"
	"slices"
	"testing"
)

const seeds = 300

// eachItem visits many items of a task.
func eachItem(t *testing.T, task Task, visit func(Item)) {
	t.Helper()
	for seed := range uint32(seeds) {
		items := Practice(task, seed, 12, 80)
		if len(items) != 12 {
			t.Fatalf("seed %d: %d items", seed, len(items))
		}
		for i, item := range items {
			for a := range item.Options {
				for b := range a {
					if same(item.Options[a], item.Options[b]) {
						t.Fatalf("seed %d, item %d: options %d and %d are alike: %+v", seed, i, b, a, item)
					}
				}
			}
			if repeated(items[:i], item) {
				t.Errorf("seed %d: item %d was there before", seed, i)
			}
			visit(item)
		}
	}
}

// onlyAnswer demands that exactly one option is right by a solution of the
// test's own, and that it is the one that the item names.
func onlyAnswer(t *testing.T, item Item, right func(option []int32) bool) {
	t.Helper()
	for i, option := range item.Options {
		if right(option) != (i == item.Answer) {
			t.Fatalf("option %d of %+v: right is %v", i, item, right(option))
		}
	}
}

func TestVerbalItems(t *testing.T) {
	eachItem(t, Verbal, func(item Item) {
		if item.Given[0] < 0 || item.Given[0] >= 80 {
			t.Errorf("sentence %d", item.Given[0])
		}
		onlyAnswer(t, item, func(o []int32) bool { return o[0] == 0 })
	})
}

func TestNumericalItems(t *testing.T) {
	kinds := map[int32]int{}
	eachItem(t, Numerical, func(item Item) {
		kinds[item.Kind]++
		g := make([]int, len(item.Given))
		for i, x := range item.Given {
			g[i] = int(x)
		}
		one := func(solve func(x int) bool) func([]int32) bool {
			return func(o []int32) bool { return len(o) == 1 && o[0] > 0 && solve(int(o[0])) }
		}
		switch item.Kind {
		case Proportion: // cross-multiplied
			onlyAnswer(t, item, one(func(x int) bool { return x*g[0] == g[1]*g[2] }))
		case Discount:
			onlyAnswer(t, item, one(func(x int) bool { return 100*x == g[2]*(g[0]*100-g[0]*g[1]) }))
		case Missing:
			onlyAnswer(t, item, one(func(x int) bool { return g[0]+g[1]+g[2]+x == g[3] }))
		case Speed:
			onlyAnswer(t, item, one(func(x int) bool { return x*g[0] == g[1]*g[2] }))
		case EndTime:
			onlyAnswer(t, item, func(o []int32) bool {
				return int(o[0])*60+int(o[1])-g[2] == g[0]*60+g[1] && o[0] < 24 && o[1] < 60
			})
		case Cheapest:
			best := slices.MinFunc(item.Options[:], perGram)
			onlyAnswer(t, item, func(o []int32) bool { return perGram(o, best) == 0 })
		default:
			t.Fatalf("kind %d", item.Kind)
		}
	})
	if len(kinds) != 6 {
		t.Errorf("kinds %v", kinds)
	}
}

// perGram compares two packs by price for the same weight.
func perGram(a, b []int32) int { return cmp.Compare(a[1]*b[0], b[1]*a[0]) }

// TestSpatialItems folds every net again, by vectors instead of a rolling cube:
// from the first cell on, the outward normal and the two directions of the
// plane are turned over each edge. Opposite faces have opposite normals.
func TestSpatialItems(t *testing.T) {
	shapes := map[string]bool{}
	eachItem(t, Spatial, func(item Item) {
		normals := fold(t, item.Given[1:])
		onlyAnswer(t, item, func(o []int32) bool { return normals[o[0]] == normals[item.Given[0]].negative() })
		shapes[shapeOf(item.Given[1:])] = true
	})
	// There are eleven nets of a cube (OEIS A091159), and drawn
	// in all directions these make more shapes.
	if len(shapes) < 30 {
		t.Errorf("only %d shapes in %d items", len(shapes), 12*seeds)
	}
}

type vector [3]int

func (v vector) negative() vector { return vector{-v[0], -v[1], -v[2]} }

// fold gives the normal of every mark.
func fold(t *testing.T, cells []int32) map[int32]vector {
	t.Helper()
	type placed struct{ normal, right, down vector }
	at := map[[2]int32]placed{{cells[0], cells[1]}: {vector{0, 0, 1}, vector{1, 0, 0}, vector{0, 1, 0}}}
	normals := map[int32]vector{}
	for range 6 {
		for i := 0; i < len(cells); i += 3 {
			x, y := cells[i], cells[i+1]
			for place, p := range at {
				switch [2]int32{x - place[0], y - place[1]} {
				case [2]int32{1, 0}:
					at[[2]int32{x, y}] = placed{p.right, p.normal.negative(), p.down}
				case [2]int32{-1, 0}:
					at[[2]int32{x, y}] = placed{p.right.negative(), p.normal, p.down}
				case [2]int32{0, 1}:
					at[[2]int32{x, y}] = placed{p.down, p.right, p.normal.negative()}
				case [2]int32{0, -1}:
					at[[2]int32{x, y}] = placed{p.down.negative(), p.right, p.normal}
				}
			}
		}
	}
	sides := map[vector]bool{}
	for i := 0; i < len(cells); i += 3 {
		p, folded := at[[2]int32{cells[i], cells[i+1]}]
		if !folded || sides[p.normal] {
			t.Fatalf("%v does not fold to a cube", cells)
		}
		sides[p.normal] = true
		normals[cells[i+2]] = p.normal
	}
	return normals
}

func shapeOf(cells []int32) string {
	grid := [36]byte{}
	for i := 0; i < len(cells); i += 3 {
		grid[6*cells[i+1]+cells[i]] = 1
	}
	return string(grid[:])
}

func TestClericalItems(t *testing.T) {
	eachItem(t, Clerical, func(item Item) {
		if len(item.Given) != 10 || item.Given[2] != '-' || item.Given[8] != '-' {
			t.Fatalf("code %q", string(item.Given))
		}
		onlyAnswer(t, item, func(o []int32) bool { return string(o) == string(item.Given) })
	})
}

func TestFormItems(t *testing.T) {
	eachItem(t, Form, func(item Item) {
		onlyAnswer(t, item, func(o []int32) bool { return o[0] == item.Given[0] })
		for _, o := range item.Options {
			filled := 0
			for bit := range 25 {
				filled += int(o[0] >> bit & 1)
			}
			if filled < 9 || filled > 12 || o[0]>>25 != 0 {
				t.Fatalf("figure %b", o[0])
			}
		}
	})
}

// The right answer stands in every place about as often: of 3,600 items, 900 in
// each, give or take four standard deviations (√(3600·¼·¾) = 26).
func TestAnswersAreSpread(t *testing.T) {
	for task := Verbal; task <= Form; task++ {
		var places [Options]int
		eachItem(t, task, func(item Item) { places[item.Answer]++ })
		for _, n := range places {
			if n < 900-104 || n > 900+104 {
				t.Errorf("task %d: the answer stands in each place %v times", task, places)
			}
		}
	}
}

func TestSeeds(t *testing.T) {
	for task := Verbal; task <= Form; task++ {
		if !reflect.DeepEqual(Practice(task, 7, 12, 80), Practice(task, 7, 12, 80)) {
			t.Errorf("task %d: one seed gives two sets", task)
		}
		if reflect.DeepEqual(Practice(task, 7, 12, 80), Practice(task, 8, 12, 80)) {
			t.Errorf("task %d: two seeds give one set", task)
		}
	}
}

// The first numbers of SplitMix64 from state 0, by the authors' reference
// (https://prng.di.unimi.it/splitmix64.c): e220a8397b1dcdaf, 6e789e6aa1b965f4.
func TestRandom(t *testing.T) {
	r := &random{}
	for _, want := range []uint64{0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4} {
		if got := r.below(1 << 31); got != int(want>>33) {
			t.Errorf("%x, want %x", got, want>>33)
		}
	}
}

func TestPracticeRefuses(t *testing.T) {
	for _, test := range []struct {
		task        Task
		count, pool int
	}{{-1, 12, 80}, {5, 12, 80}, {Form, 0, 0}, {Form, -1, 0}, {Form, 101, 0}, {Verbal, 12, 11}, {Verbal, 12, 10_001}} {
		if items := Practice(test.task, 1, test.count, test.pool); items != nil {
			t.Errorf("%+v gives %d items", test, len(items))
		}
	}
	if len(Practice(Form, 1, 100, 0)) != 100 {
		t.Error("a hundred figures are not given")
	}
}
