package main

import (
	"encoding/hex"
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"shigotoatlas/wasm/aptitude"
	"shigotoatlas/wasm/scoring"
)

// wantSame demands equal integers and floats within 1e-9. The protocol leaves
// out the closeness.
func wantSame(t *testing.T, got, want scoring.Ranking) {
	t.Helper()
	if got.Unranked != want.Unranked || len(got.Places) != len(want.Places) {
		t.Fatalf("%d places and %d unranked, natively %d and %d",
			len(got.Places), got.Unranked, len(want.Places), want.Unranked)
	}
	wantNear(t, "score", got.Scores, want.Scores)
	for i, w := range want.Places {
		g := got.Places[i]
		if g.ID != w.ID || g.Rank != w.Rank || g.Band != w.Band {
			t.Fatalf("place %d: %+v, natively %+v", i, g, w)
		}
		wantNear(t, "contribution", g.Contributions, w.Contributions)
	}
}

func wantNear(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d %ss, natively %d", len(got), what, len(want))
	}
	for i, w := range want {
		if math.IsNaN(got[i]) != math.IsNaN(w) || math.Abs(got[i]-w) > 1e-9 {
			t.Fatalf("%ss %v, natively %v", what, got, want)
		}
	}
}

// scales of the domains that scoring knows by name, as in the dataset, with
// fewer items where their number does not matter.
var scales = []struct{ items, minimum, maximum int }{{6, 1, 5}, {11, 1, 5}, {9, 0, 7}, {8, 0, 5}, {7, 1, 5}, {5, 0, 1}, {8, 1, 5}}

// occupations invents vectors, a few figures missing.
func occupations(t testing.TB, random *rand.Rand, count int) []byte {
	t.Helper()
	v := scoring.Vectors{}
	for i := range count {
		v.IDs = append(v.IDs, int32(i+1+i/2))
	}
	for d, scale := range scales {
		domain := scoring.VectorDomain{Small: make([]bool, count)}
		for range scale.items {
			item := scoring.VectorItem{Minimum: uint8(scale.minimum), Maximum: uint8(scale.maximum)}
			for range count {
				x := float64(scale.minimum) + random.Float64()*float64(scale.maximum-scale.minimum)
				if random.IntN(50*scale.items) == 0 {
					x = math.NaN()
				}
				item.Figures = append(item.Figures, x)
				if d == scoring.Skills || d == scoring.Knowledge {
					item.NotRelevant = append(item.NotRelevant, random.IntN(20) == 0)
				}
			}
			domain.Items = append(domain.Items, item)
		}
		v.Domains = append(v.Domains, domain)
	}
	for e := range scoring.PortableElements {
		v.Elements = append(v.Elements, []scoring.ElementWeight{
			{Domain: scoring.Skills, Item: uint8(e), Weight: 2}, {Domain: scoring.Activities, Item: uint8(e % 8), Weight: 1},
		})
	}
	file, refusal := v.Encode()
	if refusal != scoring.Accepted {
		t.Fatal(refusal)
	}
	return file
}

// native is the same scorer without the module.
func native(t testing.TB, file []byte) (*scoring.Vectors, *scoring.Scorer) {
	t.Helper()
	v, refusal := scoring.Decode(file)
	if refusal != scoring.Accepted {
		t.Fatal(refusal)
	}
	return v, scoring.NewScorer(v)
}

// brought invents a part of each kind, and some that are refused.
func brought(random *rand.Rand, s *scoring.Scorer, v *scoring.Vectors) (parts []scoring.Part) {
	for domain, areas := range []int{scoring.InterestAreas, scoring.WorkValueAreas} {
		answers, key := form(random, areas, 10-random.IntN(7))
		scores := make([]float64, areas)
		for i := range scores {
			scores[i] = 1 + 4*random.Float64()
		}
		parts = append(parts,
			scoring.Part{Kind: scoring.Answers, Domain: domain, Answers: answers, Key: key},
			scoring.Part{Kind: scoring.Scores, Domain: domain, Minimum: 1, Maximum: 5, Numbers: scores},
			scoring.Part{Kind: scoring.Scores, Domain: domain, Minimum: 4, Maximum: 5, Numbers: scores},
			scoring.Part{Kind: scoring.Figures, Domain: domain, Numbers: scores})
	}
	points := slices.Repeat([]float64{1}, scoring.PortableElements)
	for range scoring.PortablePoints - scoring.PortableElements {
		points[random.IntN(len(points))]++
	}
	profile, _ := s.FromPast([]int32{v.IDs[3], v.IDs[7]}, []float64{1 + random.Float64(), 2})
	return append(parts, scoring.Part{Kind: scoring.Portable, Numbers: points},
		scoring.Part{Kind: scoring.Portable, Numbers: points[1:]},
		scoring.Part{Kind: scoring.Profile, Numbers: profile},
		scoring.Part{Kind: 9})
}

// form invents answers to an inventory of some items an area.
func form(random *rand.Rand, areas, items int) (answers, key []int32) {
	for i := range areas * items {
		key = append(key, int32(i%areas))
		answers = append(answers, int32(min(4, max(0, i%areas%5+random.IntN(3)-1))))
	}
	answers[random.IntN(len(answers))] = scoring.Unanswered
	return answers, key
}

func TestModuleEqualsNative(t *testing.T) {
	m := start(t)
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 0))
		file := occupations(t, random, 50+random.IntN(300))
		if code := m.load(file); code != 0 {
			t.Fatalf("seed %d: load = %d", seed, code)
		}
		v, s := native(t, file)
		var good []scoring.Part
		for _, part := range brought(random, s, v) {
			want, wantRefusal := s.Rank(part)
			got, refusal := m.rank(part)
			wantSameRefusal(t, refusal, wantRefusal)
			wantSame(t, got, want)
			part.Weight = 0.5 + random.Float64()
			kept, wantRefusal := s.Stability([]scoring.Part{part})
			if got := m.stability([]scoring.Part{part}); got != kept-int(wantRefusal) {
				t.Errorf("stability of kind %d = %d, natively %d, %v", part.Kind, got, kept, wantRefusal)
			}
			if wantRefusal == scoring.Accepted {
				good = append(good, part)
			}
		}
		checkCombined(t, m, s, good[:min(len(good), 8)])
		checkOthers(t, m, s, v)
	}
}

func wantSameRefusal(t *testing.T, got, want scoring.Refusal) {
	t.Helper()
	if got != want {
		t.Fatalf("refusal %v, natively %v", got, want)
	}
}

func checkCombined(t *testing.T, m module, s *scoring.Scorer, parts []scoring.Part) {
	t.Helper()
	want, wantRefusal := s.Combine(parts)
	got, refusal := m.combine(parts)
	wantSameRefusal(t, refusal, wantRefusal)
	wantSame(t, got, want)
	kept, _ := s.Stability(parts)
	if got := m.stability(parts); got != kept {
		t.Errorf("stability = %d, natively %d", got, kept)
	}
}

// checkOthers holds gaps, past and elements of some occupations against the
// native ones.
func checkOthers(t *testing.T, m module, s *scoring.Scorer, v *scoring.Vectors) {
	t.Helper()
	for _, id := range []int32{v.IDs[0], v.IDs[20], v.IDs[len(v.IDs)-1], 60000} {
		own := slices.Repeat([]float64{2.25}, len(v.Domains[scoring.Skills].Items))
		own[4] = math.NaN()
		want, wantRefusal := s.Gap(scoring.Skills, own, id)
		got, refusal := m.gap(scoring.Skills, own, id)
		wantSameRefusal(t, refusal, wantRefusal)
		wantSameGaps(t, got, want)

		wantShares, wantRefusal := s.Elements(id)
		shares, refusal := m.numbers(m.call("elements", int(id)))
		wantSameRefusal(t, refusal, wantRefusal)
		wantNear(t, "share", shares, wantShares)

		ids, years := []int32{v.IDs[1], id, v.IDs[2]}, []float64{1.5, 2, 30}
		wantPast, wantRefusal := s.FromPast(ids, years)
		m.write(pack(years, ids))
		past, refusal := m.numbers(m.call("past", len(ids)))
		wantSameRefusal(t, refusal, wantRefusal)
		wantNear(t, "figure", past, wantPast)
	}
}

func wantSameGaps(t *testing.T, got, want scoring.Gaps) {
	t.Helper()
	if len(got.Items) != len(want.Items) || got.Unknown != want.Unknown {
		t.Fatalf("%d gaps and %d unknown, natively %d and %d", len(got.Items), got.Unknown, len(want.Items), want.Unknown)
	}
	for i, w := range want.Items {
		g := got.Items[i]
		if g.Item != w.Item || g.Class != w.Class {
			t.Errorf("gap %+v, natively %+v", g, w)
		}
		wantNear(t, "gap", []float64{g.Lacking, g.Weight, got.Shortfall}, []float64{w.Lacking, w.Weight, want.Shortfall})
	}
}

// The golden vectors come from scoring/testdata/golden.py (Python 3.11.7).
func TestModuleEqualsGolden(t *testing.T) {
	m := start(t)
	g := readGolden(t)
	file, err := hex.DecodeString(g.File)
	if err != nil {
		t.Fatal(err)
	}
	if code := m.load(file); code != 0 {
		t.Fatalf("load = %d", code)
	}
	parts := []scoring.Part{
		{Kind: scoring.Answers, Answers: g.Answers, Key: g.Key, Weight: 2},
		{Kind: scoring.Portable, Numbers: g.Points, Weight: 1},
		{Kind: scoring.Profile, Numbers: g.profile(), Weight: 0.5},
	}
	portable, _ := m.rank(parts[1])
	wantPlaces(t, portable, g.Portable)
	profile, _ := m.rank(parts[2])
	wantPlaces(t, profile, g.Ranked)
	combined, _ := m.combine(parts)
	wantPlaces(t, combined, g.Combined)
	if kept := m.stability(parts); kept != g.Kept {
		t.Errorf("%d kept, want %d", kept, g.Kept)
	}
	for place, want := range g.Elements {
		if shares, refusal := m.numbers(m.call("elements", int(g.IDs[place]))); refusal == scoring.Accepted {
			wantNear(t, "share", shares, want)
		}
	}
}

type golden struct {
	File                       string
	IDs, Answers, Key          []int32
	Points                     []float64
	Profile                    []*float64
	Elements                   [][]float64
	Portable, Ranked, Combined goldenPlaces
	Kept                       int
}

type goldenPlaces struct {
	Places   []scoring.Place
	Unranked int
}

// profile has NaN for null.
func (g golden) profile() (profile []float64) {
	for _, x := range g.Profile {
		if x == nil {
			x = new(math.NaN())
		}
		profile = append(profile, *x)
	}
	return profile
}

func wantPlaces(t *testing.T, got scoring.Ranking, want goldenPlaces) {
	t.Helper()
	if len(got.Places) != len(want.Places) || got.Unranked != want.Unranked {
		t.Fatalf("%d places and %d unranked, want %d and %d", len(got.Places), got.Unranked, len(want.Places), want.Unranked)
	}
	for i, w := range want.Places {
		if g := got.Places[i]; g.ID != w.ID || g.Rank != w.Rank || g.Band != w.Band {
			t.Errorf("place %d: %+v, want %+v", i, g, w)
		}
	}
}

func readGolden(t *testing.T) golden {
	t.Helper()
	text, err := os.ReadFile("scoring/testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Scorer golden }
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	return file.Scorer
}

func TestProtocolRefuses(t *testing.T) {
	m := start(t)
	for _, call := range []string{"combine", "stability", "past", "elements"} {
		if got := m.call(call, 1); got != notLoaded {
			t.Errorf("%s before load = %d, want %d", call, got, notLoaded)
		}
	}
	for _, call := range []string{"rank", "gap"} {
		if got := m.call(call, 0, 0, 6); got != notLoaded {
			t.Errorf("%s before load = %d, want %d", call, got, notLoaded)
		}
	}
	file := occupations(t, rand.New(rand.NewPCG(1, 1)), 30)
	if got := m.load(file); got != 0 {
		t.Fatalf("load = %d", got)
	}
	slots := (len(file) + 7) / 8 // of the buffer as it is now
	m.write(make([]byte, 8*slots))
	for _, test := range []struct {
		call      string
		arguments []int
		want      int
	}{
		{"buffer", []int{-1}, 0},
		{"buffer", []int{maximumRequest + 1}, 0},
		{"load", []int{-1}, -1},
		{"load", []int{0}, -1},
		{"load", []int{100}, -3},
		{"load", []int{8*slots + 1}, -1},
		{"load", []int{math.MaxInt32}, -1},
		{"rank", []int{-1, 0, 6}, -12},
		{"rank", []int{5, 0, 6}, -12},
		{"rank", []int{2, 2, 6}, -12},
		{"rank", []int{2, -1, 6}, -12},
		{"rank", []int{2, 0, 5}, -1},
		{"rank", []int{2, 0, -6}, -1},
		{"rank", []int{1, 0, slots}, -1},
		{"rank", []int{1, 0, math.MaxInt32}, -1},
		{"rank", []int{0, 0, slots + 1}, -1},
		{"rank", []int{0, 0, -30}, -1},
		{"rank", []int{0, 0, math.MinInt32}, -1},
		{"combine", []int{0}, -1},
		{"combine", []int{-1}, -1},
		{"combine", []int{math.MaxInt32}, -1},
		{"combine", []int{2}, -3},
		{"stability", []int{1}, -1},
		{"stability", []int{math.MaxInt32}, -1},
		{"gap", []int{0, 1, slots + 1}, -1},
		{"gap", []int{0, 1, -1}, -1},
		{"gap", []int{-1, 1, 6}, -12},
		{"gap", []int{7, 1, 6}, -12},
		{"gap", []int{0, 3, 6}, -11},
		{"past", []int{-1}, -1},
		{"past", []int{slots}, -1},
		{"past", []int{1}, -3},
		{"elements", []int{3}, -11},
		{"elements", []int{math.MinInt32}, -11},
	} {
		if got := m.call(test.call, test.arguments...); got != test.want {
			t.Errorf("%s%v = %d, want %d", test.call, test.arguments, got, test.want)
		}
	}
	// Refused vectors leave those before in force.
	if _, refusal := m.rank(scoring.Part{Kind: scoring.Figures, Numbers: []float64{1, 2, 3, 4, 5, 1}}); refusal != scoring.Accepted {
		t.Errorf("after a refused load: %v", refusal)
	}
}

// A response larger than any request so far grows the buffer by itself.
func TestBufferGrows(t *testing.T) {
	m := start(t)
	m.write(pack(1.5, 2.5))
	m.call("buffer", 1<<20)
	var kept [2]float64
	decode(t, m.read(16), &kept)
	if kept != [2]float64{1.5, 2.5} {
		t.Errorf("after growing the buffer holds %v", kept)
	}
	file := occupations(t, rand.New(rand.NewPCG(1, 1)), 40_000)
	if got := m.load(file); got != 0 {
		t.Fatalf("load = %d", got)
	}
	_, s := native(t, file)
	part := scoring.Part{Kind: scoring.Figures, Domain: scoring.WorkValues, Numbers: []float64{1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1}}
	want, _ := s.Rank(part)
	got, _ := m.rank(part)
	wantSame(t, got, want)
}

func TestPracticeEqualsNative(t *testing.T) {
	m := start(t)
	for task := range int32(5) {
		count := m.call("practice", int(task), -7, 12, 80)
		numbers := make([]int32, max(count, 0))
		decode(t, m.read(4*len(numbers)), numbers)
		var items []aptitude.Item
		take := func() (list []int32) {
			n := numbers[0]
			list, numbers = numbers[1:1+n], numbers[1+n:]
			return list
		}
		for len(numbers) > 0 {
			item := aptitude.Item{Kind: numbers[0], Answer: int(numbers[1])}
			numbers = numbers[2:]
			item.Given = take()
			for i := range item.Options {
				item.Options[i] = take()
			}
			items = append(items, item)
		}
		seed := int32(-7)
		if want := aptitude.Practice(aptitude.Task(task), uint32(seed), 12, 80); !reflect.DeepEqual(items, want) {
			t.Errorf("task %d: %+v, natively %+v", task, items, want)
		}
	}
	if got := m.call("practice", 5, 1, 12, 80); got != -int(scoring.OutOfRange) {
		t.Errorf("no such task = %d", got)
	}
}

func TestImportsAreTheTenStubs(t *testing.T) {
	var want []string
	for _, name := range strings.Fields(`args_get args_sizes_get clock_time_get environ_get
		environ_sizes_get fd_write poll_oneoff proc_exit random_get sched_yield`) {
		want = append(want, "wasi_snapshot_preview1."+name)
	}
	got := start(t).imports
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("imports %v, want %v", got, want)
	}
}

func TestImportGraph(t *testing.T) {
	packages := strings.Fields(goTool(t, "list", "-deps", "."))
	if !slices.Contains(packages, "shigotoatlas/wasm/scoring") {
		t.Fatalf("the import graph lacks the scoring: %v", packages)
	}
	for _, p := range []string{"fmt", "reflect", "encoding/json", "errors", "os", "strconv", "syscall", "syscall/js"} {
		if slices.Contains(packages, p) {
			t.Errorf("the module imports %s", p)
		}
	}
}

// FuzzProtocol makes calls with whatever arguments and buffer.
func FuzzProtocol(f *testing.F) {
	file := occupations(f, rand.New(rand.NewPCG(1, 1)), 12)
	v, s := native(f, file)
	for _, part := range brought(rand.New(rand.NewPCG(1, 1)), s, v) {
		data, kind, domain, count := request(part)
		f.Add(data, kind, domain, count)
		part.Weight = 1
		f.Add(requests([]scoring.Part{part, part}), 2, 0, 0)
	}
	f.Add([]byte{1}, 9, math.MinInt32, math.MaxInt32)
	f.Fuzz(func(t *testing.T, data []byte, a, b, c int) {
		m := machine{scorer: s}
		for name, call := range map[string]func() int32{
			"load":      func() int32 { other := machine{buffer: m.buffer}; return other.load(int(int32(a))) },
			"rank":      func() int32 { return m.rank(int32(a), int32(b), int32(c)) },
			"combine":   func() int32 { return m.combine(int(int32(a))) },
			"stability": func() int32 { return m.stability(int(int32(a))) },
			"gap":       func() int32 { return m.gap(int(int32(a)), int32(b), int(int32(c))) },
			"past":      func() int32 { return m.past(int(int32(a))) },
			"elements":  func() int32 { return m.elements(int32(a)) },
		} {
			m.fill(data)
			if got := call(); got < notLoaded || got > 60 {
				t.Errorf("%s = %d", name, got)
			}
		}
	})
}

func (m *machine) fill(request []byte) {
	m.buffer = nil
	copy(unsafe.Slice((*byte)(m.request(len(request))), len(request)), request)
}
