package scoring

// ascending returns the positions of keys in ascending order; equals keep
// their order. No key is NaN.
//
// It is a merge sort of our own because package slices, which calls a function
// for every comparison, adds 4 KB to what goes over the wire and in the browser
// takes twice as long.
func ascending(keys []float64) []int32 {
	order, next := make([]int32, len(keys)), make([]int32, len(keys))
	for i := range order {
		order[i] = int32(i)
	}
	for width := 1; width < len(keys); width *= 2 {
		for low := 0; low < len(keys); low += 2 * width {
			middle, high := min(low+width, len(keys)), min(low+2*width, len(keys))
			merge(next[low:high], order[low:middle], order[middle:high], keys)
		}
		order, next = next, order
	}
	return order
}

// merge fills into with the positions of a and b, both in ascending order of
// their keys; among equals, those of a come first.
func merge(into, a, b []int32, keys []float64) {
	for i := range into {
		if len(b) == 0 || len(a) > 0 && keys[a[0]] <= keys[b[0]] {
			into[i], a = a[0], a[1:]
		} else {
			into[i], b = b[0], b[1:]
		}
	}
}

// descending returns the positions of keys in descending order; equals keep
// their order. No key is NaN.
func descending(keys []float64) []int32 {
	negated := make([]float64, len(keys))
	for i, key := range keys {
		negated[i] = -key
	}
	return ascending(negated)
}
