package main

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unsafe"

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
	for i, w := range want {
		if len(got) != len(want) || !(math.Abs(got[i]-w) <= 1e-9) {
			t.Fatalf("%ss %v, natively %v", what, got, want)
		}
	}
}

var prepare = []func([]int32, []float64) (*scoring.Table, scoring.Refusal){scoring.NewInterests, scoring.NewWorkValues}

// occupations invents figures, 1 to 5 with three decimals, a few missing.
func occupations(random *rand.Rand, count, areas int) (ids []int32, figures []float64) {
	for i := range count {
		ids = append(ids, int32(2*i+1))
	}
	for range count * areas {
		figures = append(figures, float64(1000+random.IntN(4001))/1000)
		if random.IntN(50*areas) == 0 {
			figures[len(figures)-1] = math.NaN()
		}
	}
	return ids, figures
}

// form invents answers to an inventory of some items an area.
func form(random *rand.Rand, areas, items int) (answers, key []int32) {
	for i := range areas * items {
		key = append(key, int32(i%areas))
		answers = append(answers, int32(random.IntN(5)))
	}
	answers[random.IntN(len(answers))] = scoring.Unanswered
	return answers, key
}

func TestModuleEqualsNative(t *testing.T) {
	m := start(t)
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 0))
		domain := int(seed % 2)
		ids, figures := occupations(random, 50+random.IntN(500), areas[domain])
		table, refusal := prepare[domain](ids, figures)
		if code := m.load(domain, ids, figures); code != 0 || refusal != scoring.Accepted {
			t.Fatalf("seed %d: load = %d, natively %v", seed, code, refusal)
		}
		answers, key := form(random, areas[domain], 10-random.IntN(7))
		checkAnswers(t, m, table, domain, answers, key)
		scores := figures[:areas[domain]]
		checkScores(t, m, table, domain, scores)
		checkFigures(t, m, table, domain, scores)
	}
}

func checkAnswers(t *testing.T, m module, table *scoring.Table, domain int, answers, key []int32) {
	t.Helper()
	var want scoring.Ranking
	scores, wantRefusal := scoring.AreaScores(answers, key, areas[domain])
	if wantRefusal == scoring.Accepted {
		want, wantRefusal = table.RankScores(scores, 0, scoring.HighestAnswer)
	}
	m.write(pack(answers, key))
	got, refusal := m.ranking(kindAnswers, domain, len(answers))
	if refusal != wantRefusal {
		t.Fatalf("refusal %v, natively %v", refusal, wantRefusal)
	}
	wantSame(t, got, want)

	wantKept, wantRefusal := table.Stability(answers, key)
	m.write(pack(answers, key))
	if got := m.call("stability", domain, len(answers)); got != wantKept-int(wantRefusal) {
		t.Errorf("stability = %d, natively %d, %v", got, wantKept, wantRefusal)
	}
}

func checkScores(t *testing.T, m module, table *scoring.Table, domain int, scores []float64) {
	t.Helper()
	want, wantRefusal := table.RankScores(scores, 1, 5)
	m.write(pack(1.0, 5.0, scores))
	got, refusal := m.ranking(kindScores, domain, len(scores))
	if refusal != wantRefusal {
		t.Fatalf("refusal %v, natively %v", refusal, wantRefusal)
	}
	wantSame(t, got, want)
}

func checkFigures(t *testing.T, m module, table *scoring.Table, domain int, figures []float64) {
	t.Helper()
	want, wantRefusal := table.RankFigures(figures)
	m.write(pack(figures))
	got, refusal := m.ranking(kindFigures, domain, len(figures))
	if refusal != wantRefusal {
		t.Fatalf("refusal %v, natively %v", refusal, wantRefusal)
	}
	wantSame(t, got, want)
}

// The golden vectors come from scoring/testdata/golden.py (Python 3.11.7).
func TestModuleEqualsGolden(t *testing.T) {
	m := start(t)
	for domain, golden := range readGolden(t) {
		var figures []float64
		for _, row := range golden.Figures {
			for _, x := range row {
				if x == nil {
					x = new(math.NaN())
				}
				figures = append(figures, *x)
			}
		}
		if code := m.load(domain, golden.IDs, figures); code != 0 {
			t.Fatalf("load = %d", code)
		}
		m.write(pack(golden.Answers, golden.Key))
		got, refusal := m.ranking(kindAnswers, domain, len(golden.Key))
		if refusal != scoring.Accepted {
			t.Fatal(refusal)
		}
		wantSame(t, got, golden.ByAnswers)
		m.write(pack(figures[:areas[domain]]))
		got, refusal = m.ranking(kindFigures, domain, areas[domain])
		if refusal != scoring.Accepted {
			t.Fatal(refusal)
		}
		wantSame(t, got, golden.ByFigures)
	}
}

type golden struct {
	IDs                  []int32
	Figures              [][]*float64
	Answers, Key         []int32
	ByAnswers, ByFigures scoring.Ranking
}

func readGolden(t *testing.T) [2]golden {
	t.Helper()
	text, err := os.ReadFile("scoring/testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Interests, WorkValues golden }
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	return [2]golden{file.Interests, file.WorkValues}
}

func TestProtocolRefuses(t *testing.T) {
	m := start(t)
	if got := m.call("rank", kindFigures, 0, 6); got != notLoaded {
		t.Errorf("rank before load = %d, want %d", got, notLoaded)
	}
	ids, figures := occupations(rand.New(rand.NewPCG(1, 1)), 30, areas[0])
	if got := m.load(0, ids, figures); got != 0 {
		t.Fatalf("load = %d", got)
	}
	slots := (30*6*8 + 30*4) / 8 // of the buffer as it is now
	for _, test := range []struct {
		call      string
		arguments []int
		want      int
	}{
		{"buffer", []int{-1}, 0},
		{"buffer", []int{maximumRequest + 1}, 0},
		{"load", []int{0, -1}, -1},
		{"load", []int{0, 31}, -1},
		{"load", []int{1, 30}, -1},
		{"load", []int{0, math.MaxInt32}, -1},
		{"load", []int{0, 0}, -8},
		{"load", []int{2, 30}, notLoaded},
		{"load", []int{-1, 30}, notLoaded},
		{"rank", []int{3, 0, 6}, unknownKind},
		{"rank", []int{-1, 0, 6}, unknownKind},
		{"rank", []int{kindFigures, 1, 11}, notLoaded},
		{"rank", []int{kindFigures, 2, 6}, notLoaded},
		{"rank", []int{kindFigures, -1, 6}, notLoaded},
		{"rank", []int{kindFigures, 0, 5}, -1},
		{"rank", []int{kindFigures, 0, -6}, -1},
		{"rank", []int{kindScores, 0, slots}, -1},
		{"rank", []int{kindScores, 0, math.MaxInt32}, -1},
		{"rank", []int{kindAnswers, 0, slots + 1}, -1},
		{"rank", []int{kindAnswers, 0, -30}, -1},
		{"rank", []int{kindAnswers, 0, math.MinInt32}, -1},
		{"stability", []int{0, slots + 1}, -1},
		{"stability", []int{0, -1}, -1},
		{"stability", []int{1, 30}, notLoaded},
	} {
		if got := m.call(test.call, test.arguments...); got != test.want {
			t.Errorf("%s%v = %d, want %d", test.call, test.arguments, got, test.want)
		}
	}
	// A refused table leaves the one before in force.
	if got := m.load(0, append(ids[1:], 3), figures); got != -int(scoring.RepeatedID) {
		t.Errorf("load with an id twice = %d", got)
	}
	m.write(pack(figures[:6]))
	if r, refusal := m.ranking(kindFigures, 0, 6); refusal != scoring.Accepted || r.Places[0].ID != 1 {
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
	ids, figures := occupations(rand.New(rand.NewPCG(1, 1)), 40_000, areas[0])
	table, _ := scoring.NewInterests(ids, figures)
	if got := m.load(0, ids, figures); got != 0 {
		t.Fatalf("load = %d", got)
	}
	checkFigures(t, m, table, 0, []float64{1, 2, 3, 4, 5, 1})
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
	ids, figures := occupations(rand.New(rand.NewPCG(1, 1)), 4, areas[0])
	answers, key := form(rand.New(rand.NewPCG(1, 1)), areas[0], 5)
	f.Add(pack(figures, ids), 4, pack(figures[:6]), kindFigures, 6)
	f.Add(pack(figures, ids), 4, pack(1.0, 5.0, figures[:6]), kindScores, 6)
	f.Add(pack(figures, ids), 4, pack(answers, key), kindAnswers, 30)
	f.Add([]byte{}, -1, []byte{1}, 9, math.MinInt32)
	f.Fuzz(func(t *testing.T, table []byte, occupations int, request []byte, kind, count int) {
		var m machine
		for domain := -1; domain <= len(areas); domain++ {
			m.fill(table)
			m.load(domain, int(int32(occupations)))
			m.fill(request)
			if places := int(m.rank(kind, domain, int(int32(count)))); places > len(table)/8 {
				t.Errorf("%d places from %d bytes", places, len(table))
			}
			m.fill(request)
			if kept := m.stability(domain, int(int32(count))); kept > 10 {
				t.Errorf("%d kept", kept)
			}
		}
	})
}

func (m *machine) fill(request []byte) {
	m.buffer = nil
	copy(unsafe.Slice((*byte)(m.request(len(request))), len(request)), request)
}
