package scoring

// Decode reads vectors. A file that is shorter, longer or other than
// [Vectors.Encode] writes is refused: WrongLength where it ends too early or
// too late, OutOfRange where it is damaged or of another format.
func Decode(file []byte) (*Vectors, Refusal) {
	if len(file) < len(vectorsMagic)+4 {
		return nil, WrongLength
	}
	body, end := file[:len(file)-4], file[len(file)-4:]
	hash := uint32(end[0]) | uint32(end[1])<<8 | uint32(end[2])<<16 | uint32(end[3])<<24
	if string(file[:len(vectorsMagic)]) != vectorsMagic || hashOf(body) != hash {
		return nil, OutOfRange
	}
	r := &vectorReader{rest: body[len(vectorsMagic):]}
	v := r.vectors()
	if r.short || len(r.rest) > 0 {
		return nil, WrongLength
	}
	if refusal := v.check(); refusal != Accepted {
		return nil, refusal
	}
	return v, Accepted
}

// A vectorReader takes a file apart. Once it is short it gives zeros.
type vectorReader struct {
	rest  []byte
	short bool
}

func (r *vectorReader) bytes(count int) []byte {
	if count > len(r.rest) {
		r.rest, r.short = nil, true
		return nil
	}
	taken := r.rest[:count]
	r.rest = r.rest[count:]
	return taken
}

func (r *vectorReader) byte() int {
	if taken := r.bytes(1); taken != nil {
		return int(taken[0])
	}
	return 0
}

func (r *vectorReader) vectors() *Vectors {
	n := r.byte() + r.byte()<<8
	v := &Vectors{Domains: make([]VectorDomain, r.byte())}
	flagged := make([]bool, len(v.Domains))
	for d := range v.Domains {
		v.Domains[d].Items = make([]VectorItem, r.byte())
		flagged[d] = r.byte() == 1
		for i := range v.Domains[d].Items {
			v.Domains[d].Items[i] = VectorItem{Minimum: byte(r.byte()), Maximum: byte(r.byte())}
		}
	}
	for range r.byte() {
		weights := make([]ElementWeight, r.byte())
		for i := range weights {
			weights[i] = ElementWeight{byte(r.byte()), byte(r.byte()), byte(r.byte())}
		}
		v.Elements = append(v.Elements, weights)
	}
	for range min(n, len(r.rest)/2) {
		v.IDs = append(v.IDs, int32(r.byte()+r.byte()<<8))
	}
	for d := range v.Domains {
		r.domain(&v.Domains[d], n, flagged[d])
	}
	return v
}

func (r *vectorReader) domain(d *VectorDomain, n int, flagged bool) {
	d.Small = r.flags(n)
	for i := range d.Items {
		item := &d.Items[i]
		for _, step := range r.bytes(n) {
			item.Figures = append(item.Figures, item.figure(step))
		}
	}
	if !flagged {
		return
	}
	for i := range d.Items {
		d.Items[i].NotRelevant = r.flags(n)
	}
}

func (r *vectorReader) flags(n int) []bool {
	packed := r.bytes((n + 7) / 8)
	if packed == nil {
		return nil
	}
	flags := make([]bool, n)
	for i := range flags {
		flags[i] = packed[i/8]>>(i%8)&1 == 1
	}
	return flags
}
