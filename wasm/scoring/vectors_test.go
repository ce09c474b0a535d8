package scoring

import (
	"encoding/hex"
	"math"
	"reflect"
	"slices"
	"testing"
)

// Three occupations, a domain of 1 to 5 and one of 0 to 7 with flags.
func threeOccupations() Vectors {
	return Vectors{
		IDs: []int32{1, 7, 300},
		Domains: []VectorDomain{
			{
				Items: []VectorItem{{1, 5, []float64{1, nan, 5}, nil}, {1, 5, []float64{3, 2.5, nan}, nil}},
				Small: []bool{false, true, false},
			},
			{
				Items: []VectorItem{{0, 7, []float64{7, 0, nan}, []bool{true, false, true}}},
				Small: []bool{false, false, true},
			},
		},
		Elements: [][]ElementWeight{{{1, 0, 2}}, {{0, 1, 1}, {0, 0, 3}}},
	}
}

// By hand: 1 + 254·(3−1)/4 = 128 = 0x80 and 1 + 254·1.5/4 = 96.25, a byte of 96
// = 0x60. The hash is that of this Python (3.11.7):
//
//	h = 2166136261
//	for b in bytes.fromhex(all but the last four bytes): h = (h ^ b) * 16777619 % 2**32
const threeEncoded = "53415631" + "0300" + "02" + // SAV1, occupations, domains
	"0200" + "0105" + "0105" + "0101" + "0007" + // items, flags, scales
	"02" + "01" + "010002" + "02" + "000101" + "000003" + // elements and their weights
	"0100" + "0700" + "2c01" +
	"02" + "0100ff" + "806000" +
	"04" + "ff0100" + "05" +
	"ff06570c"

func TestEncodeByHand(t *testing.T) {
	file, refusal := threeOccupations().Encode()
	wantRefusal(t, refusal, Accepted)
	if got := hex.EncodeToString(file); got != threeEncoded {
		t.Errorf("encoded\n%s, want\n%s", got, threeEncoded)
	}
}

func TestDecodeGivesBack(t *testing.T) {
	file, _ := threeOccupations().Encode()
	got, refusal := Decode(file)
	wantRefusal(t, refusal, Accepted)
	want := threeOccupations()
	want.Domains[0].Items[1].Figures[1] = 1 + 95*4.0/254 // 2.496
	for d := range want.Domains {
		for i := range want.Domains[d].Items {
			wantNumbers(t, "figures", got.Domains[d].Items[i].Figures, want.Domains[d].Items[i].Figures)
			got.Domains[d].Items[i].Figures = want.Domains[d].Items[i].Figures // DeepEqual knows no NaN
			want.Domains[d].Items[i].Figures, got.Domains[d].Items[i].Figures = nil, nil
		}
	}
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("decoded %+v, want %+v", *got, want)
	}
	if got.Place(300) != 2 || got.Place(8) != -1 {
		t.Errorf("places %d and %d", got.Place(300), got.Place(8))
	}
}

// Every thousandth of every scale in the dataset keeps within the loss that is
// stated, and encoding what was decoded changes nothing more.
func TestVectorLoss(t *testing.T) {
	for _, test := range []struct {
		minimum, maximum uint8
		stated           float64
	}{{1, 5, 0.0079}, {0, 7, 0.0138}, {0, 5, 0.0099}, {0, 1, 0.002}} {
		item := VectorItem{Minimum: test.minimum, Maximum: test.maximum}
		worst := 0.0
		for x := int(test.minimum) * 1000; x <= int(test.maximum)*1000; x++ {
			exact := float64(x) / 1000
			decoded := item.figure(item.step(exact))
			worst = max(worst, math.Abs(decoded-exact))
			if again := item.step(decoded); again != item.step(exact) {
				t.Errorf("%v became %v and then another", exact, decoded)
			}
		}
		if worst > VectorLoss(test.minimum, test.maximum)+1e-12 || worst > test.stated || worst < 0.9*test.stated {
			t.Errorf("%d to %d: off by %v, stated %v", test.minimum, test.maximum, worst, test.stated)
		}
	}
}

func TestEncodeRefused(t *testing.T) {
	for name, test := range map[string]struct {
		damage func(*Vectors)
		want   Refusal
	}{
		"a figure too few":    {func(v *Vectors) { v.Domains[0].Items[0].Figures = []float64{1, 2} }, WrongLength},
		"a flag too few":      {func(v *Vectors) { v.Domains[1].Items[0].NotRelevant = []bool{true} }, WrongLength},
		"flags of one item":   {func(v *Vectors) { v.Domains[0].Items[1].NotRelevant = make([]bool, 3) }, WrongLength},
		"a sample too few":    {func(v *Vectors) { v.Domains[1].Small = nil }, WrongLength},
		"too many domains":    {func(v *Vectors) { v.Domains = make([]VectorDomain, 256) }, WrongLength},
		"too many items":      {func(v *Vectors) { v.Domains[0].Items = make([]VectorItem, 256) }, WrongLength},
		"ids that descend":    {func(v *Vectors) { slices.Reverse(v.IDs) }, OutOfRange},
		"an id twice":         {func(v *Vectors) { v.IDs[1] = 1 }, OutOfRange},
		"an id of two bytes":  {func(v *Vectors) { v.IDs[2] = 65536 }, OutOfRange},
		"above the scale":     {func(v *Vectors) { v.Domains[0].Items[0].Figures[0] = 5.001 }, OutOfRange},
		"below the scale":     {func(v *Vectors) { v.Domains[0].Items[0].Figures[0] = 0.9 }, OutOfRange},
		"scale without width": {func(v *Vectors) { v.Domains[0].Items[0].Maximum = 1 }, OutOfRange},
		"an empty element":    {func(v *Vectors) { v.Elements[0] = nil }, WrongLength},
		"no such domain":      {func(v *Vectors) { v.Elements[0][0].Domain = 2 }, OutOfRange},
		"no such item":        {func(v *Vectors) { v.Elements[0][0].Item = 1 }, OutOfRange},
		"a weight of nothing": {func(v *Vectors) { v.Elements[0][0].Weight = 0 }, OutOfRange},
		"infinite":            {func(v *Vectors) { v.Domains[0].Items[0].Figures[0] = inf }, NotFinite},
	} {
		t.Run(name, func(t *testing.T) {
			v := threeOccupations()
			test.damage(&v)
			file, refusal := v.Encode()
			wantRefusal(t, refusal, test.want)
			if file != nil {
				t.Error("something was written")
			}
		})
	}
}

// Whatever byte is changed, cut off or added, the file is refused.
func TestDecodeRefusesDamage(t *testing.T) {
	file, _ := threeOccupations().Encode()
	for i := range file {
		damaged := slices.Clone(file)
		damaged[i] ^= 1 << (i % 8)
		if _, refusal := Decode(damaged); refusal == Accepted {
			t.Errorf("byte %d changed, and not refused", i)
		}
		if _, refusal := Decode(file[:i]); refusal == Accepted {
			t.Errorf("cut to %d bytes, and not refused", i)
		}
	}
	if _, refusal := Decode(append(file, 0)); refusal == Accepted {
		t.Error("a byte more, and not refused")
	}
}

// sealed makes a file whose hash is right, whatever its content.
func sealed(body []byte) []byte {
	hash := hashOf(body)
	return append(slices.Clone(body), byte(hash), byte(hash>>8), byte(hash>>16), byte(hash>>24))
}

// A right hash over a wrong content does not help.
func TestDecodeRefusesContent(t *testing.T) {
	file, _ := threeOccupations().Encode()
	body := file[:len(file)-4]
	with := func(at int, b byte) []byte {
		changed := slices.Clone(body)
		changed[at] = b
		return sealed(changed)
	}
	for name, test := range map[string]struct {
		file []byte
		want Refusal
	}{
		"unchanged":         {sealed(body), Accepted},
		"another format":    {with(3, '2'), OutOfRange},
		"more occupations":  {with(4, 4), WrongLength},
		"fewer occupations": {with(4, 2), WrongLength},
		"fewer domains":     {with(6, 1), WrongLength},
		"no width":          {with(9, 5), OutOfRange},
		"an id twice":       {with(31, 1), OutOfRange},
		"too long":          {sealed(append(slices.Clone(body), 0)), WrongLength},
		"the letters alone": {sealed([]byte(vectorsMagic)), WrongLength},
		"nothing":           {nil, WrongLength},
	} {
		t.Run(name, func(t *testing.T) {
			_, refusal := Decode(test.file)
			wantRefusal(t, refusal, test.want)
		})
	}
}

// FuzzDecode seals what it is given, so that the hash keeps nothing out. What
// is accepted is what Encode writes.
func FuzzDecode(f *testing.F) {
	file, _ := threeOccupations().Encode()
	f.Add(file[:len(file)-4])
	f.Add([]byte(vectorsMagic + "\xff\xff\x01\x01\x00\x00\x01"))
	f.Add([]byte(vectorsMagic + "\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, body []byte) {
		v, refusal := Decode(sealed(body))
		if refusal != Accepted {
			return
		}
		again, refusal := v.Encode()
		wantRefusal(t, refusal, Accepted)
		if len(again) != len(body)+4 {
			t.Errorf("%d bytes decoded and %d encoded", len(body)+4, len(again))
		}
	})
}
