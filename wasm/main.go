// Command wasm is package scoring for the browser. It is built as a WebAssembly
// library, not as a program that runs and ends:
//
//	GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -trimpath -buildvcs=false \
//		-ldflags='-s -w' -gcflags='runtime/...=-l' -o scoring.wasm ./wasm
//
// The gcflags keep the compiler from inlining within the Go runtime. That takes
// 28 KB off what goes over the wire (408 KB instead of 436 KB with brotli
// -q 11) and leaves the scoring itself as fast as it was.
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
// A domain is 0 for interests (6 areas) or 1 for work values (11 areas).
//
//	buffer(bytes) → address
//	    Makes the buffer at least so large; what it held is kept. 0 if bytes
//	    is negative or above 64 MiB.
//
//	load(domain, occupations) → 0
//	    Takes the figures of all occupations, as published or standardised:
//	    float64 figures[occupations][areas]   NaN is missing
//	    int32   ids[occupations]
//	    A refused table leaves the one before in force.
//
//	rank(kind, domain, count) → number of places
//	    kind 0, answers:   int32 answers[count]   0 to 4, −1 unanswered
//	                       int32 key[count]       area of each item, from 0
//	    kind 1, scores:    float64 minimum, maximum, scores[count]
//	    kind 2, figures:   float64 figures[count]   on the occupations' scale
//	    Response:
//	    int32   places, unranked, areas, 0
//	    float64 scores[areas]                  what was compared
//	    float64 contributions[places][areas]   + for, − against
//	    int32   ids[places], ranks[places], bands[places]
//
//	stability(domain, count) → 0 to 10
//	    Takes answers as rank does; leaves no response. Tells how many of the
//	    first ten stay in the first ten whichever one answer is changed.
//
// A negative result is a refusal: −1 to −9 are the codes of scoring.Refusal,
// −101 means that the domain is not loaded or not known, −102 that the kind is
// not known. A refused call leaves no response.
//
// The meaning of scores, ranks, bands and contributions is told in package
// scoring.
package main

import (
	"unsafe"

	"shigotoatlas/wasm/scoring"
)

const (
	notLoaded   = -101
	unknownKind = -102
)

// maximumRequest bounds, in bytes, what a faulty page can make the module
// allocate. A response may be larger.
const maximumRequest = 64 << 20

const (
	kindAnswers = 0
	kindScores  = 1
	kindFigures = 2
)

// A machine is the state behind the exports.
type machine struct {
	buffer []float64                  // float64 so that it starts at a multiple of 8
	tables [len(areas)]*scoring.Table // by domain
}

// areas are the numbers of areas by domain.
var areas = [...]int{scoring.InterestAreas, scoring.WorkValueAreas}

// exported is the one machine: exported functions have no receiver.
var exported machine

//go:wasmexport buffer
func buffer(bytes int32) unsafe.Pointer { return exported.request(int(bytes)) }

//go:wasmexport load
func load(domain, occupations int32) int32 {
	return exported.load(int(domain), int(occupations))
}

//go:wasmexport rank
func rank(kind, domain, count int32) int32 {
	return exported.rank(int(kind), int(domain), int(count))
}

//go:wasmexport stability
func stability(domain, count int32) int32 {
	return exported.stability(int(domain), int(count))
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

// floats and ints view the buffer from slot at. They are nil if it is too small.
func (m *machine) floats(at, count int) []float64 {
	if count < 0 || count > len(m.buffer)-at {
		return nil
	}
	return m.buffer[at : at+count : at+count]
}

func (m *machine) ints(at, count int) []int32 {
	slots := m.floats(at, count/2+count%2)
	if slots == nil {
		return nil
	}
	return unsafe.Slice((*int32)(unsafe.Pointer(unsafe.SliceData(slots))), count)
}

func (m *machine) load(domain, occupations int) int32 {
	if domain < 0 || domain >= len(areas) {
		return notLoaded
	}
	figures := m.floats(0, occupations*areas[domain])
	ids := m.ints(len(figures), occupations)
	if figures == nil || ids == nil {
		return refused(scoring.WrongLength)
	}
	prepare := scoring.NewInterests
	if domain == 1 {
		prepare = scoring.NewWorkValues
	}
	table, refusal := prepare(ids, figures)
	if refusal == scoring.Accepted {
		m.tables[domain] = table
	}
	return refused(refusal)
}

func (m *machine) rank(kind, domain, count int) int32 {
	table := m.table(domain)
	if table == nil {
		return notLoaded
	}
	var ranking scoring.Ranking
	var refusal scoring.Refusal
	switch kind {
	case kindAnswers:
		ranking, refusal = m.rankAnswers(table, areas[domain], count)
	case kindScores:
		ranking, refusal = m.rankScores(table, count)
	case kindFigures:
		ranking, refusal = table.RankFigures(m.floats(0, count))
	default:
		return unknownKind
	}
	if refusal != scoring.Accepted {
		return refused(refusal)
	}
	return m.respond(ranking)
}

func (m *machine) table(domain int) *scoring.Table {
	if domain < 0 || domain >= len(m.tables) {
		return nil
	}
	return m.tables[domain]
}

func (m *machine) rankAnswers(table *scoring.Table, areas, count int) (scoring.Ranking, scoring.Refusal) {
	answers, key := m.answers(count)
	scores, refusal := scoring.AreaScores(answers, key, areas)
	if refusal != scoring.Accepted {
		return scoring.Ranking{}, refusal
	}
	return table.RankScores(scores, 0, scoring.HighestAnswer)
}

func (m *machine) rankScores(table *scoring.Table, count int) (scoring.Ranking, scoring.Refusal) {
	scale, scores := m.floats(0, 2), m.floats(2, count)
	if scale == nil || scores == nil {
		return scoring.Ranking{}, scoring.WrongLength
	}
	return table.RankScores(scores, scale[0], scale[1])
}

func (m *machine) answers(count int) (answers, key []int32) {
	both := m.ints(0, 2*count)
	if both == nil {
		return nil, nil
	}
	return both[:count], both[count:]
}

func (m *machine) stability(domain, count int) int32 {
	table := m.table(domain)
	if table == nil {
		return notLoaded
	}
	answers, key := m.answers(count)
	kept, refusal := table.Stability(answers, key)
	if refusal != scoring.Accepted {
		return refused(refusal)
	}
	return int32(kept)
}

// respond writes a ranking to the buffer and returns the number of places.
func (m *machine) respond(r scoring.Ranking) int32 {
	places, areas := len(r.Places), len(r.Scores)
	m.grow(8*(2+areas+places*areas) + 4*3*places)
	header := m.ints(0, 4)
	header[0], header[1], header[2], header[3] = int32(places), int32(r.Unranked), int32(areas), 0
	copy(m.floats(2, areas), r.Scores)
	contributions := m.floats(2+areas, places*areas)
	columns := m.ints(2+areas+places*areas, 3*places)
	for i, p := range r.Places {
		copy(contributions[i*areas:], p.Contributions)
		columns[i], columns[places+i], columns[2*places+i] = p.ID, p.Rank, int32(p.Band)
	}
	return int32(places)
}

func refused(r scoring.Refusal) int32 { return -int32(r) }
