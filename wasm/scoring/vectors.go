package scoring

import (
	"math"
	"slices"
)

// Vectors are the figures of all occupations in all domains, as the browser
// gets them: rounded to a byte each.
type Vectors struct {
	IDs      []int32 // of the occupations, ascending, 1 to 65535
	Domains  []VectorDomain
	Elements [][]ElementWeight // of the portable skills; nine of them, or none
}

// An ElementWeight tells how much an item counts in an element of the portable
// skills.
type ElementWeight struct {
	Domain, Item uint8 // by place
	Weight       uint8 // 1 or more
}

// A VectorDomain is one domain of the vectors.
type VectorDomain struct {
	Items []VectorItem
	// Small tells, by occupation, whether the sample is flagged as small.
	Small []bool
}

// A VectorItem is one item, with a figure for every occupation.
type VectorItem struct {
	Minimum, Maximum uint8     // of the item's scale
	Figures          []float64 // NaN is missing
	// NotRelevant tells, by occupation, whether the item is flagged as not
	// relevant there. It is nil in domains without such flags.
	NotRelevant []bool
}

// The file holds, little-endian and without padding:
//
//	4 bytes  the letters SAV1
//	uint16   occupations n
//	uint8    domains
//	per domain: uint8 items; uint8 1 if it has flags of relevance, else 0;
//	    per item: uint8 minimum, uint8 maximum
//	uint8    elements; per element: uint8 weights;
//	    per weight: uint8 domain, uint8 item, uint8 weight
//	uint16   ids[n], ascending
//	per domain: the samples' flags; per item: n figures;
//	    per item of a domain with flags of relevance: its flags
//	uint32   the FNV-1a hash of all before it
//
// A figure is a byte, 0 where it is missing, else 1 + 254·(x − minimum) /
// (maximum − minimum), rounded. Flags are ⌈n/8⌉ bytes, the first occupation in
// the lowest bit of the first. Equal items stand beside one another because
// that compresses better than occupation by occupation.
const (
	vectorsMagic = "SAV1"
	vectorSteps  = 254
)

// VectorLoss is how far a figure in the vectors may lie from the published
// one: half a step, (maximum − minimum)/508. That is 0.0079 on a scale of 1 to
// 5, 0.0138 on 0 to 7, 0.0098 on 0 to 5 and 0.0020 on shares, where the
// figures themselves are means of some tens of answers.
func VectorLoss(minimum, maximum uint8) float64 {
	return (float64(maximum) - float64(minimum)) / (2 * vectorSteps)
}

// Encode writes vectors. Refused are WrongLength (columns and flags that do
// not have one entry for each occupation, or more items or occupations than
// the file can count), OutOfRange (a figure outside its item's scale, a scale
// without extent, ids that do not ascend from 1 to 65535, a weight of 0 or of
// an item that does not exist) and NotFinite.
func (v Vectors) Encode() ([]byte, Refusal) {
	if refusal := v.check(); refusal != Accepted {
		return nil, refusal
	}
	n := len(v.IDs)
	file := append([]byte(vectorsMagic), byte(n), byte(n>>8), byte(len(v.Domains)))
	for _, d := range v.Domains {
		flagged := byte(0)
		if d.flagged() {
			flagged = 1
		}
		file = append(file, byte(len(d.Items)), flagged)
		for _, item := range d.Items {
			file = append(file, item.Minimum, item.Maximum)
		}
	}
	file = append(file, byte(len(v.Elements)))
	for _, weights := range v.Elements {
		file = append(file, byte(len(weights)))
		for _, w := range weights {
			file = append(file, w.Domain, w.Item, w.Weight)
		}
	}
	for _, id := range v.IDs {
		file = append(file, byte(id), byte(id>>8))
	}
	for _, d := range v.Domains {
		file = appendFlags(file, d.Small)
		for _, item := range d.Items {
			for _, x := range item.Figures {
				file = append(file, item.step(x))
			}
		}
		for _, item := range d.Items {
			file = appendFlags(file, item.NotRelevant)
		}
	}
	hash := hashOf(file)
	return append(file, byte(hash), byte(hash>>8), byte(hash>>16), byte(hash>>24)), Accepted
}

func (v Vectors) check() Refusal {
	n := len(v.IDs)
	if n > math.MaxUint16 || len(v.Domains) > math.MaxUint8 {
		return WrongLength
	}
	if refusal := checkIDs(v.IDs); refusal != Accepted {
		return refusal
	}
	for _, d := range v.Domains {
		if len(d.Items) > math.MaxUint8 || len(d.Small) != n {
			return WrongLength
		}
		for _, item := range d.Items {
			if refusal := item.check(n, d.flagged()); refusal != Accepted {
				return refusal
			}
		}
	}
	return v.checkElements()
}

func (v Vectors) checkElements() Refusal {
	if len(v.Elements) > math.MaxUint8 {
		return WrongLength
	}
	for _, weights := range v.Elements {
		if len(weights) == 0 || len(weights) > math.MaxUint8 {
			return WrongLength
		}
		for _, w := range weights {
			if int(w.Domain) >= len(v.Domains) || int(w.Item) >= len(v.Domains[w.Domain].Items) || w.Weight == 0 {
				return OutOfRange
			}
		}
	}
	return Accepted
}

func checkIDs(ids []int32) Refusal {
	before := int32(0)
	for _, id := range ids {
		if id <= before || id > math.MaxUint16 {
			return OutOfRange
		}
		before = id
	}
	return Accepted
}

func (d VectorDomain) flagged() bool { return len(d.Items) > 0 && d.Items[0].NotRelevant != nil }

func (item VectorItem) check(n int, flagged bool) Refusal {
	flags := 0
	if flagged {
		flags = n
	}
	if len(item.Figures) != n || len(item.NotRelevant) != flags {
		return WrongLength
	}
	if item.Minimum >= item.Maximum {
		return OutOfRange
	}
	for _, x := range item.Figures {
		if math.IsInf(x, 0) {
			return NotFinite
		}
		if x < float64(item.Minimum) || x > float64(item.Maximum) {
			return OutOfRange
		}
	}
	return Accepted
}

// step is a figure as a byte, figure the way back. At both ends of the scale
// it is exact.
func (item VectorItem) step(x float64) byte {
	if math.IsNaN(x) {
		return 0
	}
	share := (x - float64(item.Minimum)) / (float64(item.Maximum) - float64(item.Minimum))
	return byte(1 + math.Round(vectorSteps*share))
}

func (item VectorItem) figure(step byte) float64 {
	if step == 0 {
		return math.NaN()
	}
	extent := float64(item.Maximum) - float64(item.Minimum)
	return float64(item.Minimum) + float64(step-1)*extent/vectorSteps
}

// appendFlags appends one bit for each flag.
func appendFlags(file []byte, flags []bool) []byte {
	packed := make([]byte, (len(flags)+7)/8)
	for i, flag := range flags {
		if flag {
			packed[i/8] |= 1 << (i % 8)
		}
	}
	return append(file, packed...)
}

// hashOf is the 32-bit FNV-1a hash (Fowler, Noll & Vo, RFC 9923): it changes
// with any one byte.
func hashOf(file []byte) uint32 {
	hash := uint32(2166136261)
	for _, b := range file {
		hash = (hash ^ uint32(b)) * 16777619
	}
	return hash
}

// Place is where an occupation stands in the ids, or −1.
func (v *Vectors) Place(id int32) int {
	if at, found := slices.BinarySearch(v.IDs, id); found {
		return at
	}
	return -1
}
