// Command wasm is the packages scoring and aptitude for the browser. It is built as a WebAssembly
// library, not as a program that runs and ends:
//
//	GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -trimpath -buildvcs=false \
//		-ldflags='-s -w' -gcflags=all=-l -gcflags='runtime/...=-l -B' -o scoring.wasm ./wasm
//
// The gcflags keep the compiler from inlining, and from checking bounds within
// the Go runtime, where a failed check could report nothing but a fault of the
// runtime itself. That takes 9 % off what goes over the wire, and the scoring is
// as fast as it was, within what can be measured.
//
// # Loading
//
// wasm_exec.js is not needed. The module imports ten functions, which the Go
// runtime links whether it calls them or not, from the module
// wasi_snapshot_preview1: args_get, args_sizes_get, clock_time_get,
// environ_get, environ_sizes_get, fd_write, poll_oneoff, proc_exit, random_get
// and sched_yield. Stubs are enough. The two …_sizes_get write zero to both
// pointers they are given; clock_time_get writes a 64-bit number other than
// zero to its third argument; random_get fills the given bytes; fd_write
// receives the message of a Go panic; proc_exit must throw. The others do
// nothing. All return 0. After instantiation, call the export _initialize once.
//
// # The buffer
//
// Numbers pass through one buffer in the module's memory. It starts at the
// address that [buffer] returns, a multiple of 8. All numbers are
// little-endian, as a Float64Array or Int32Array on memory.buffer shows them,
// and arrays follow one another without padding.
//
// Every call may grow the memory, and a view on grown memory is dead: its
// length is 0. So after every call make the views anew, and after a call that
// leaves a response ask for the address again with buffer(0). A response
// overwrites the request.
//
// # Calls
//
// A domain is the place of a domain in the vectors: 0 for interests (6 areas),
// 1 for work values (11 areas).
//
//	buffer(bytes) → address
//	    Makes the buffer at least so large; what it held is kept. 0 if bytes
//	    is negative or above 64 MiB.
//
//	load(bytes) → 0
//	    Takes the vectors, a file that scoring.Vectors.Encode wrote. A refused
//	    file leaves the one before in force.
//
//	rank(kind, domain, count) → number of places
//	    kind 0, answers:   int32 answers[count]   0 to 4, −1 unanswered
//	                       int32 key[count]       area of each item, from 0
//	    kind 1, scores:    float64 minimum, maximum, scores[count]
//	    kind 2, figures:   float64 figures[count]   on the occupations' scale
//	    kind 3, portable:  float64 points[count]    of the nine elements
//	    kind 4, profile:   float64 figures[count]   of all items of all domains
//	    The domain is told of kinds 0 to 2. NaN is missing.
//	    Response:
//	    int32   places, unranked, columns, 0
//	    float64 scores[columns]                  what was compared
//	    float64 contributions[places][columns]   + for, − against
//	    int32   ids[places], ranks[places], bands[places]
//
//	combine(parts) → number of places
//	    For each part: float64 weight; int32 kind, domain, count, 0; then what
//	    rank takes for it, filled up to a multiple of 8 bytes.
//	    Response: as of rank, with a column for each part.
//
//	stability(parts) → 0 to 10
//	    Takes parts as combine does; leaves no response. Tells how many of the
//	    first ten stay in the first ten whichever one answer is changed.
//
//	gap(domain, occupation, count) → number of items
//	    float64 own[count]                       of all items of the domain
//	    Response:
//	    int32   items, unknown
//	    float64 shortfall, lacking[items], weights[items]
//	    int32   item[items], classes[items]
//
//	past(count) → number of figures, of all items of all domains
//	    float64 years[count]
//	    int32   ids[count]
//	    Response: float64 figures[…]
//
//	elements(occupation) → 9
//	    Response: float64 shares[9] of the portable skills
//
//	practice(task, seed, count, pool) → number of numbers
//	    Items of the aptitude practice, as of package aptitude; needs no load.
//	    Response: int32, per item: kind, answer; then, of what is given and of
//	    each of the four options, how many numbers and the numbers
//
// A negative result is a refusal: its code is that of scoring.Refusal, or −101
// where nothing is loaded. A refused call leaves no response.
//
// The meaning of scores, ranks, bands and contributions is told in package
// scoring.
package main

import (
	"unsafe"

	"shigotoatlas/wasm/aptitude"
	"shigotoatlas/wasm/scoring"
)

const notLoaded = -101

// maximumRequest bounds, in bytes, what a faulty page can make the module
// allocate. A response may be larger.
const maximumRequest = 64 << 20

// A machine is the state behind the exports.
type machine struct {
	buffer []float64 // float64 so that it starts at a multiple of 8
	scorer *scoring.Scorer
}

// exported is the one machine: exported functions have no receiver.
var exported machine

//go:wasmexport buffer
func buffer(bytes int32) unsafe.Pointer { return exported.request(int(bytes)) }

//go:wasmexport load
func load(bytes int32) int32 { return exported.load(int(bytes)) }

//go:wasmexport rank
func rank(kind, domain, count int32) int32 { return exported.rank(kind, domain, count) }

//go:wasmexport combine
func combine(parts int32) int32 { return exported.combine(int(parts)) }

//go:wasmexport stability
func stability(parts int32) int32 { return exported.stability(int(parts)) }

//go:wasmexport gap
func gap(domain, occupation, count int32) int32 {
	return exported.gap(int(domain), occupation, int(count))
}

//go:wasmexport past
func past(count int32) int32 { return exported.past(int(count)) }

//go:wasmexport elements
func elements(occupation int32) int32 { return exported.elements(occupation) }

//go:wasmexport practice
func practice(task, seed, count, pool int32) int32 {
	return exported.practice(aptitude.Practice(aptitude.Task(task), uint32(seed), int(count), int(pool)))
}

func main() {} // never runs: _initialize starts the Go runtime alone

func (m *machine) request(bytes int) unsafe.Pointer {
	if bytes < 0 || bytes > maximumRequest {
		return nil
	}
	m.grow(max(bytes, 1))
	return unsafe.Pointer(unsafe.SliceData(m.buffer))
}

// grow makes the buffer at least so large.
func (m *machine) grow(bytes int) {
	if slots := (bytes + 7) / 8; slots > len(m.buffer) {
		m.buffer = append(m.buffer, make([]float64, slots-len(m.buffer))...)
	}
}

func (m *machine) load(bytes int) int32 {
	all := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(m.buffer))), 8*len(m.buffer))
	if bytes < 0 || bytes > len(all) {
		return refused(scoring.WrongLength)
	}
	vectors, refusal := scoring.Decode(all[:bytes])
	if refusal == scoring.Accepted {
		m.scorer = scoring.NewScorer(vectors)
	}
	return refused(refusal)
}

func (m *machine) rank(kind, domain, count int32) int32 {
	if m.scorer == nil {
		return notLoaded
	}
	r := m.reader()
	part := r.part(kind, domain, count)
	if r.short {
		return refused(scoring.WrongLength)
	}
	return m.respond(m.scorer.Rank(part))
}

func (m *machine) combine(parts int) int32 {
	if m.scorer == nil {
		return notLoaded
	}
	list, ok := m.reader().parts(parts)
	if !ok {
		return refused(scoring.WrongLength)
	}
	return m.respond(m.scorer.Combine(list))
}

func (m *machine) stability(parts int) int32 {
	if m.scorer == nil {
		return notLoaded
	}
	list, ok := m.reader().parts(parts)
	if !ok {
		return refused(scoring.WrongLength)
	}
	kept, refusal := m.scorer.Stability(list)
	if refusal != scoring.Accepted {
		return refused(refusal)
	}
	return int32(kept)
}

// respond writes a ranking to the buffer and returns the number of places.
func (m *machine) respond(r scoring.Ranking, refusal scoring.Refusal) int32 {
	if refusal != scoring.Accepted {
		return refused(refusal)
	}
	places, columns := len(r.Places), len(r.Scores)
	w := m.writer(8*(2+columns+places*columns) + 4*3*places)
	w.ints(int32(places), int32(r.Unranked), int32(columns), 0)
	w.floats(r.Scores...)
	for _, p := range r.Places {
		w.floats(p.Contributions...)
	}
	table := make([]int32, 3*places)
	for i, p := range r.Places {
		table[i], table[places+i], table[2*places+i] = p.ID, p.Rank, int32(p.Band)
	}
	w.ints(table...)
	return int32(places)
}

func (m *machine) gap(domain int, occupation int32, count int) int32 {
	if m.scorer == nil {
		return notLoaded
	}
	r := m.reader()
	own := r.floats(count)
	if r.short {
		return refused(scoring.WrongLength)
	}
	gaps, refusal := m.scorer.Gap(domain, own, occupation)
	if refusal != scoring.Accepted {
		return refused(refusal)
	}
	items := len(gaps.Items)
	w := m.writer(8*(2+2*items) + 4*2*items)
	w.ints(int32(items), int32(gaps.Unknown))
	w.floats(gaps.Shortfall)
	table := make([]int32, 2*items)
	for i, g := range gaps.Items {
		w.floats(g.Lacking)
		table[i], table[items+i] = int32(g.Item), int32(g.Class)
	}
	for _, g := range gaps.Items {
		w.floats(g.Weight)
	}
	w.ints(table...)
	return int32(items)
}

func (m *machine) past(count int) int32 {
	if m.scorer == nil {
		return notLoaded
	}
	r := m.reader()
	years, ids := r.floats(count), r.ints(count)
	if r.short {
		return refused(scoring.WrongLength)
	}
	return m.respondNumbers(m.scorer.FromPast(ids, years))
}

func (m *machine) elements(occupation int32) int32 {
	if m.scorer == nil {
		return notLoaded
	}
	return m.respondNumbers(m.scorer.Elements(occupation))
}

// respondNumbers writes numbers to the buffer and returns how many.
func (m *machine) respondNumbers(numbers []float64, refusal scoring.Refusal) int32 {
	if refusal != scoring.Accepted {
		return refused(refusal)
	}
	w := m.writer(8 * len(numbers))
	w.floats(numbers...)
	return int32(len(numbers))
}

func (m *machine) practice(items []aptitude.Item) int32 {
	if items == nil {
		return refused(scoring.OutOfRange)
	}
	var all []int32
	for _, item := range items {
		all = append(all, item.Kind, int32(item.Answer))
		for _, list := range append([][]int32{item.Given}, item.Options[:]...) {
			all = append(append(all, int32(len(list))), list...)
		}
	}
	w := m.writer(4 * len(all))
	w.ints(all...)
	return int32(len(all))
}

func refused(r scoring.Refusal) int32 { return -int32(r) }
