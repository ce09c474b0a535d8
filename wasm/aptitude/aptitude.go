// Package aptitude makes the items of the aptitude practice: for each of five
// tasks as many as are wanted, from a seed. The browser asks for them as it
// goes, the generator for the paper form.
//
// What always holds: equal seeds give equal items on every machine; an item has
// four options, all different, of which exactly one is right; nothing is drawn
// twice in one set where the task has enough to draw from.
//
// What it does not do: it knows no words. Items are numbers, which the page
// turns into sentences, strings and drawings. It knows no norms and judges
// nobody. The tasks are common forms of exercise (arithmetic, nets of a cube,
// finding the same string or figure) and take no item from any test.
package aptitude

// A Task is one of the five.
type Task int32

const (
	Verbal    Task = 0 // completing a sentence
	Numerical Task = 1 // reasoning with numbers
	Spatial   Task = 2 // folding the net of a cube
	Clerical  Task = 3 // finding the same string
	Form      Task = 4 // finding the same figure
)

// Options is how many answers an item offers.
const Options = 4

// An Item is one question.
type Item struct {
	Kind    int32   // which wording, of numerical items; else 0
	Given   []int32 // what is shown, by task; see the functions
	Options [Options][]int32
	Answer  int // which option is right
}

// Practice makes count items of a task; pool is the number of sentences to draw
// verbal items from. It returns nil for a task that does not exist, a count
// beyond 1 to 100, or a pool that is smaller than the count.
func Practice(task Task, seed uint32, count, pool int) []Item {
	if count < 1 || count > 100 || task == Verbal && (pool < count || pool > 10_000) {
		return nil
	}
	r := &random{uint64(seed)<<3 | uint64(task)&7}
	if task == Verbal {
		return sentences(r, count, pool)
	}
	var draw func(*random) Item
	switch task {
	case Numerical:
		draw = numerical
	case Spatial:
		draw = spatial
	case Clerical:
		draw = clerical
	case Form:
		draw = form
	default:
		return nil
	}
	return different(r, count, draw)
}

// different draws items until none is like another.
func different(r *random, count int, draw func(*random) Item) []Item {
	var items []Item
	for tries := 0; len(items) < count; tries++ {
		item := draw(r)
		if !repeated(items, item) || tries > 50*count {
			items = append(items, item)
		}
	}
	return items
}

func repeated(items []Item, item Item) bool {
	for _, other := range items {
		if other.Kind == item.Kind && same(other.Given, item.Given) {
			return true
		}
	}
	return false
}

func same(a, b []int32) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// sentences gives the places of sentences in the pool, and the options of each
// in an order of their own; option 0 is the right one.
func sentences(r *random, count, pool int) []Item {
	var items []Item
	for _, sentence := range r.order(pool)[:count] {
		items = append(items, r.item(0, []int32{sentence}, []int32{0}, []int32{1}, []int32{2}, []int32{3}))
	}
	return items
}

// item puts the right option and three wrong ones into a random order.
func (r *random) item(kind int32, given, right []int32, wrong ...[]int32) Item {
	item := Item{Kind: kind, Given: given}
	for to, from := range r.order(Options) {
		if from == 0 {
			item.Options[to], item.Answer = right, to
		} else {
			item.Options[to] = wrong[from-1]
		}
	}
	return item
}

// random is the generator SplitMix64 (Steele, Lea & Flood 2014,
// doi:10.1145/2660193.2660195): 15 lines, and the same everywhere.
type random struct{ state uint64 }

// below is a whole number from 0 to n − 1.
func (r *random) below(n int) int {
	r.state += 0x9E3779B97F4A7C15
	z := r.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	z ^= z >> 31
	return int((z >> 33) % uint64(n))
}

// between is a whole number from low to high, both included.
func (r *random) between(low, high int) int { return low + r.below(high-low+1) }

// order is the numbers below n in a random order.
func (r *random) order(n int) []int32 {
	order := make([]int32, n)
	for i := range order {
		j := r.below(i + 1)
		order[i] = order[j]
		order[j] = int32(i)
	}
	return order
}
