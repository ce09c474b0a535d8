package main

import (
	"unsafe"

	"shigotoatlas/wasm/scoring"
)

// A reader takes a request from the buffer, slot by slot of 8 bytes. Once it is
// short it gives nil.
type reader struct {
	rest  []float64
	short bool
}

func (m *machine) reader() *reader { return &reader{rest: m.buffer} }

func (r *reader) floats(count int) []float64 {
	if count < 0 || count > len(r.rest) {
		r.rest, r.short = nil, true
		return nil
	}
	taken := r.rest[:count:count]
	r.rest = r.rest[count:]
	return taken
}

// ints takes as many slots as it needs whole.
func (r *reader) ints(count int) []int32 {
	slots := r.floats(count/2 + count%2)
	if slots == nil {
		return nil
	}
	return unsafe.Slice((*int32)(unsafe.Pointer(unsafe.SliceData(slots))), count)
}

// part takes what a kind needs. The answers and their key follow one another
// without a gap.
func (r *reader) part(kind, domain, count int32) scoring.Part {
	p := scoring.Part{Kind: scoring.Kind(kind), Domain: int(domain), Weight: 1}
	switch n := int(count); p.Kind {
	case scoring.Answers:
		if both := r.ints(2 * n); both != nil {
			p.Answers, p.Key = both[:n], both[n:]
		}
	case scoring.Scores:
		if scale := r.floats(2); scale != nil {
			p.Minimum, p.Maximum = scale[0], scale[1]
		}
		p.Numbers = r.floats(n)
	default:
		p.Numbers = r.floats(n)
	}
	return p
}

func (r *reader) parts(count int) (parts []scoring.Part, ok bool) {
	for range count {
		weight, head := r.floats(1), r.ints(4)
		if r.short {
			return nil, false
		}
		part := r.part(head[0], head[1], head[2])
		part.Weight = weight[0]
		parts = append(parts, part)
	}
	return parts, !r.short
}

// A writer puts a response into the buffer, which is large enough.
type writer struct{ rest []float64 }

func (m *machine) writer(bytes int) *writer {
	m.grow(bytes)
	return &writer{m.buffer}
}

func (w *writer) floats(numbers ...float64) {
	copy(w.rest, numbers)
	w.rest = w.rest[len(numbers):]
}

// ints fills as many slots as it needs whole.
func (w *writer) ints(numbers ...int32) {
	if len(numbers) == 0 {
		return
	}
	copy(unsafe.Slice((*int32)(unsafe.Pointer(unsafe.SliceData(w.rest))), 2*len(w.rest)), numbers)
	w.rest = w.rest[(len(numbers)+1)/2:]
}
