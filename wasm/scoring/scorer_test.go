package scoring

import (
	"encoding/hex"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// goldenScorer is computed by testdata/golden.py, file and all.
type goldenScorer struct {
	File         string
	IDs          []int32
	Answers, Key []int32
	Points       numbers
	Past         []int32
	Years        numbers
	Profile      numbers
	Elements     []numbers
	Portable     goldenPlaces
	Ranked       goldenPlaces
	Combined     goldenPlaces
	Kept         int
	PortableKept int
	Target       int32
	Gaps         struct {
		Items     []Gap
		Unknown   int
		Shortfall float64
	}
}

type goldenPlaces struct {
	Places   []Place
	Unranked int
}

func (g goldenScorer) scorer(t testing.TB) *Scorer {
	t.Helper()
	file, err := hex.DecodeString(g.File)
	if err != nil {
		t.Fatal(err)
	}
	vectors, refusal := Decode(file)
	if refusal != Accepted {
		t.Fatal(refusal)
	}
	again, refusal := vectors.Encode()
	if refusal != Accepted || !slices.Equal(again, file) {
		t.Errorf("encoded again, %v, it is another file", refusal)
	}
	return NewScorer(vectors)
}

// parts are what the golden person brings.
func (g goldenScorer) parts() []Part {
	return []Part{
		{Kind: Answers, Domain: Interests, Answers: g.Answers, Key: g.Key, Weight: 2},
		{Kind: Portable, Numbers: g.Points, Weight: 1},
		{Kind: Profile, Numbers: g.Profile, Weight: 0.5},
	}
}

func wantPlaces(t *testing.T, what string, got Ranking, want goldenPlaces) {
	t.Helper()
	if len(got.Places) != len(want.Places) || got.Unranked != want.Unranked {
		t.Fatalf("%s: %d places and %d unranked, want %d and %d", what, len(got.Places), got.Unranked, len(want.Places), want.Unranked)
	}
	for i, w := range want.Places {
		g := got.Places[i]
		if g.ID != w.ID || g.Rank != w.Rank || g.Band != w.Band {
			t.Errorf("%s, place %d: %d, rank %d, band %d; want %d, %d, %d", what, i, g.ID, g.Rank, g.Band, w.ID, w.Rank, w.Band)
		}
		// A combination divides closeness, of which nine decimals are kept, by its deviation.
		if !(math.Abs(g.Closeness-w.Closeness) <= 5e-9) {
			t.Errorf("%s, place %d: closeness %v, want %v", what, i, g.Closeness, w.Closeness)
		}
	}
}

func TestGoldenScorer(t *testing.T) {
	g := readGolden(t).Scorer
	s := g.scorer(t)
	parts := g.parts()
	portable, refusal := s.Rank(parts[1])
	wantRefusal(t, refusal, Accepted)
	wantPlaces(t, "portable", portable, g.Portable)
	ranked, refusal := s.Rank(parts[2])
	wantRefusal(t, refusal, Accepted)
	wantPlaces(t, "profile", ranked, g.Ranked)
	wantNumbers(t, "items compared", ranked.Scores, []float64{5, 4, 0, 5})
	combined, refusal := s.Combine(parts)
	wantRefusal(t, refusal, Accepted)
	wantPlaces(t, "combined", combined, g.Combined)
	wantNumbers(t, "weights", combined.Scores, []float64{4.0 / 7, 2.0 / 7, 1.0 / 7})
	wantContributions(t, ranked, combined)

	kept, refusal := s.Stability(parts)
	wantRefusal(t, refusal, Accepted)
	if kept != g.Kept {
		t.Errorf("%d kept, want %d", kept, g.Kept)
	}
	kept, refusal = s.Stability(parts[1:2])
	wantRefusal(t, refusal, Accepted)
	if kept != g.PortableKept {
		t.Errorf("%d kept by points, want %d", kept, g.PortableKept)
	}
}

// Contributions of profiles and combinations sum to the closeness; a domain
// that was not compared has none.
func wantContributions(t *testing.T, rankings ...Ranking) {
	t.Helper()
	for _, r := range rankings {
		for _, p := range r.Places {
			sum := 0.0
			for i, c := range p.Contributions {
				if r.Scores[i] != 0 {
					sum += c
				} else if c == c {
					t.Errorf("column %d was not compared and contributes %v", i, c)
				}
			}
			if diff := sum - p.Closeness; diff > 2e-9 || diff < -2e-9 {
				t.Errorf("contributions %v of closeness %v", p.Contributions, p.Closeness)
			}
		}
	}
}

func TestGoldenElements(t *testing.T) {
	g := readGolden(t).Scorer
	s := g.scorer(t)
	for place, want := range g.Elements {
		shares, refusal := s.Elements(g.IDs[place])
		if len(want) == 0 {
			wantRefusal(t, refusal, NoFigures)
			continue
		}
		wantRefusal(t, refusal, Accepted)
		wantNumbers(t, "shares", shares, want)
	}
	_, refusal := s.Elements(600)
	wantRefusal(t, refusal, NoSuchID)
}

func TestGoldenPastAndGap(t *testing.T) {
	g := readGolden(t).Scorer
	s := g.scorer(t)
	past, refusal := s.FromPast(g.Past, g.Years)
	wantRefusal(t, refusal, Accepted)
	for i, want := range g.Profile {
		if want == want { // some were made unknown afterwards
			wantNumber(t, "profile", past[i], want)
		}
	}
	gaps, refusal := s.Gap(Skills, g.Profile[17:23], g.Target)
	wantRefusal(t, refusal, Accepted)
	wantNumber(t, "shortfall", gaps.Shortfall, g.Gaps.Shortfall)
	if gaps.Unknown != g.Gaps.Unknown || len(gaps.Items) != len(g.Gaps.Items) {
		t.Fatalf("%d items and %d unknown, want %d and %d", len(gaps.Items), gaps.Unknown, len(g.Gaps.Items), g.Gaps.Unknown)
	}
	for i, want := range g.Gaps.Items {
		got := gaps.Items[i]
		if got.Item != want.Item || got.Class != want.Class {
			t.Errorf("gap %d is %+v, want %+v", i, got, want)
		}
		wantNumber(t, "lacking", got.Lacking, want.Lacking)
		wantNumber(t, "weight", got.Weight, want.Weight)
	}
}

// By hand: 3 and 6 years at figures of 2 and 5 are (3·2 + 6·5)/9 = 4; where
// one figure is missing, the other alone counts.
func TestFromPastByHand(t *testing.T) {
	s := NewScorer(&Vectors{
		IDs: []int32{4, 9},
		Domains: []VectorDomain{{Items: []VectorItem{
			{1, 5, []float64{2, 5}, nil}, {1, 5, []float64{nan, 3}, nil}, {1, 5, []float64{nan, nan}, nil},
		}}},
	})
	profile, refusal := s.FromPast([]int32{4, 9}, []float64{3, 6})
	wantRefusal(t, refusal, Accepted)
	wantNumbers(t, "profile", profile, []float64{4, 3, nan})
	for name, test := range map[string]struct {
		ids   []int32
		years []float64
		want  Refusal
	}{
		"none":           {nil, nil, WrongLength},
		"a year too few": {[]int32{4, 9}, []float64{1}, WrongLength},
		"no years":       {[]int32{4}, []float64{0}, OutOfRange},
		"too many":       {[]int32{4}, []float64{101}, OutOfRange},
		"not a number":   {[]int32{4}, []float64{nan}, NotFinite},
		"infinite":       {[]int32{4}, []float64{inf}, NotFinite},
		"unknown":        {[]int32{5}, []float64{1}, NoSuchID},
	} {
		t.Run(name, func(t *testing.T) {
			_, refusal := s.FromPast(test.ids, test.years)
			wantRefusal(t, refusal, test.want)
		})
	}
}

func TestPartsRefused(t *testing.T) {
	g := readGolden(t).Scorer
	s := g.scorer(t)
	profile := func(change func(numbers)) Part {
		changed := slices.Clone(g.Profile)
		change(changed)
		return Part{Kind: Profile, Numbers: changed}
	}
	points := func(numbers ...float64) Part { return Part{Kind: Portable, Numbers: numbers} }
	for name, test := range map[string]struct {
		part Part
		want Refusal
	}{
		"no such kind":         {Part{Kind: 5}, NoSuchKind},
		"negative kind":        {Part{Kind: -1}, NoSuchKind},
		"no inventory":         {Part{Kind: Figures, Domain: Skills, Numbers: make([]float64, 6)}, NoSuchKind},
		"negative domain":      {Part{Kind: Figures, Domain: -1}, NoSuchKind},
		"a score too few":      {Part{Kind: Scores, Maximum: 4, Numbers: make([]float64, 5)}, WrongLength},
		"figures missing":      {Part{Kind: Figures, Numbers: []float64{1, 2, 3, 4, 5, nan}}, NotFinite},
		"flat scores":          {Part{Kind: Scores, Maximum: 4, Numbers: []float64{2, 2, 2, 2, 2, 2}}, Flat},
		"answers without key":  {Part{Kind: Answers, Answers: []int32{1}}, WrongLength},
		"eight points":         {points(4, 4, 4, 4, 4, 4, 4, 1), WrongLength},
		"28 points":            {points(3, 3, 3, 3, 3, 3, 3, 3, 4), WrongTotal},
		"an element without":   {points(0, 3, 3, 3, 4, 4, 4, 4, 4), OutOfRange},
		"half a point":         {points(1.5, 2.5, 3, 3, 3, 4, 4, 4, 4), OutOfRange},
		"points not a number":  {points(nan, 3, 3, 3, 4, 4, 4, 4, 4), NotFinite},
		"points infinite":      {points(inf, 3, 3, 3, 4, 4, 4, 4, 4), NotFinite},
		"profile too short":    {Part{Kind: Profile, Numbers: g.Profile[1:]}, WrongLength},
		"profile infinite":     {profile(func(n numbers) { n[0] = inf }), NotFinite},
		"profile off scale":    {profile(func(n numbers) { n[0] = 5.5 }), OutOfRange},
		"profile unknown":      {profile(func(n numbers) { fill(n, nan) }), TooFewAnswers},
		"profile known by two": {profile(func(n numbers) { fill(n[:36], nan) }), Accepted},
	} {
		t.Run(name, func(t *testing.T) {
			_, refusal := s.Rank(test.part)
			wantRefusal(t, refusal, test.want)
			if test.want == Accepted {
				return
			}
			test.part.Weight = 1
			_, refusal = s.Combine([]Part{g.parts()[1], test.part})
			wantRefusal(t, refusal, test.want)
			_, refusal = s.Stability([]Part{test.part})
			wantRefusal(t, refusal, test.want)
		})
	}
}

// Every occupation lacks one of two domains that the person has.
func TestProfileLikeNobodys(t *testing.T) {
	g := readGolden(t).Scorer
	s := g.scorer(t)
	for at := range g.IDs {
		for i := range s.vectors.Domains[Skills].Items {
			if at%2 == 0 {
				s.vectors.Domains[Skills].Items[i].Figures[at] = nan
			}
		}
		for i := range s.vectors.Domains[Activities].Items {
			if at%2 == 1 {
				s.vectors.Domains[Activities].Items[i].Figures[at] = nan
			}
		}
	}
	_, refusal := s.Rank(g.parts()[2])
	wantRefusal(t, refusal, NoFigures)
}

func fill(numbers []float64, x float64) {
	for i := range numbers {
		numbers[i] = x
	}
}

func TestCombineRefused(t *testing.T) {
	g := readGolden(t).Scorer
	s := g.scorer(t)
	weighing := func(w float64) []Part {
		parts := g.parts()
		parts[0].Weight = w
		return parts
	}
	for name, test := range map[string]struct {
		parts []Part
		want  Refusal
	}{
		"none":            {nil, WrongLength},
		"too many":        {slices.Repeat(g.parts()[:1], 9), WrongLength},
		"no weight":       {weighing(0), OutOfRange},
		"negative weight": {weighing(-1), OutOfRange},
		"infinite weight": {weighing(inf), NotFinite},
		"weight missing":  {weighing(nan), NotFinite},
	} {
		t.Run(name, func(t *testing.T) {
			_, refusal := s.Combine(test.parts)
			wantRefusal(t, refusal, test.want)
		})
	}
}

// Two scorers that share no occupation with all that is asked.
func TestCombineNobody(t *testing.T) {
	s := NewScorer(&Vectors{IDs: []int32{1, 2}, Domains: []VectorDomain{
		{Items: itemsOf([][]float64{{1, 2, 3, 4, 5, 1}, {nan, nan, nan, nan, nan, nan}})},
		{Items: itemsOf([][]float64{slices.Repeat([]float64{nan}, 11), {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1}})},
	}})
	// Alone in a domain, an occupation has no spread: nothing to rank by.
	_, refusal := s.Rank(Part{Kind: Scores, Maximum: 4, Numbers: []float64{0, 1, 2, 3, 4, 0}})
	wantRefusal(t, refusal, NoFigures)
}

// itemsOf turns rows of occupations into items.
func itemsOf(rows [][]float64) (items []VectorItem) {
	for i := range rows[0] {
		item := VectorItem{Minimum: 1, Maximum: 5}
		for _, row := range rows {
			item.Figures = append(item.Figures, row[i])
		}
		items = append(items, item)
	}
	return items
}

// What a combination says of an occupation does not depend on who else lacks
// figures, and one that lacks a part is in no place: missing never helps.
func TestCombinedMissingNeverHelps(t *testing.T) {
	g := readGolden(t).Scorer
	before, _ := g.scorer(t).Combine(g.parts())
	for _, place := range before.Places {
		s := g.scorer(t)
		at := s.vectors.Place(place.ID)
		domain := []int{Interests, Skills, Activities}[at%3]
		for i := range s.vectors.Domains[domain].Items {
			s.vectors.Domains[domain].Items[i].Figures[at] = nan
		}
		after, refusal := s.Combine(g.parts())
		wantRefusal(t, refusal, Accepted)
		if after.Unranked != before.Unranked+1 || slices.ContainsFunc(after.Places, func(p Place) bool { return p.ID == place.ID }) {
			t.Errorf("occupation %d lost a domain and is ranked all the same", place.ID)
		}
	}
}

// The order of the parts, and a factor on all weights, change nothing.
func TestCombineKnowsNoOrder(t *testing.T) {
	g := readGolden(t).Scorer
	s := g.scorer(t)
	want, _ := s.Combine(g.parts())
	parts := g.parts()
	slices.Reverse(parts)
	for i := range parts {
		parts[i].Weight *= 16
	}
	got, refusal := s.Combine(parts)
	wantRefusal(t, refusal, Accepted)
	for i := range got.Places {
		slices.Reverse(got.Places[i].Contributions)
	}
	slices.Reverse(got.Scores)
	if !reflect.DeepEqual(got, want) {
		t.Error("another order of the parts gives another ranking")
	}
}

// Every occupation that has the domains comes first by its own figures.
func TestOwnPastComesFirst(t *testing.T) {
	g := readGolden(t).Scorer
	s := g.scorer(t)
	for _, id := range g.IDs {
		past, refusal := s.FromPast([]int32{id}, []float64{7})
		wantRefusal(t, refusal, Accepted)
		r, refusal := s.Rank(Part{Kind: Profile, Numbers: past})
		wantRefusal(t, refusal, Accepted)
		if r.Places[0].ID != id || r.Places[0].Band != VeryNear || r.Places[0].Closeness != 1 {
			t.Errorf("occupation %d is not first by its own profile: %+v", id, r.Places[0])
		}
	}
}

func FuzzParts(f *testing.F) {
	g := readGolden(f).Scorer
	f.Add(uint8(3), uint8(0), uint8(9), bytesOf(nil, g.Points...))
	f.Add(uint8(4), uint8(0), uint8(len(g.Profile)), bytesOf(nil, g.Profile...))
	f.Add(uint8(1), uint8(0), uint8(6), bytesOf(nil, 0, 4, 1, 2, 3, 4, 0, 1))
	f.Add(uint8(2), uint8(1), uint8(11), bytesOf(nil, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, nan))
	f.Add(uint8(3), uint8(0), uint8(9), bytesOf(nil, 21, 1, 1, 1, 1, 1, 1, 1, inf))
	f.Fuzz(func(t *testing.T, kind, domain, count uint8, input []byte) {
		s := g.scorer(t)
		in := fuzzed(input)
		part := Part{Kind: Kind(kind % 6), Domain: int(domain) - 1, Minimum: in.float(), Maximum: in.float(), Weight: 1}
		in = fuzzed(input)
		part.Numbers = in.floats(int(count))
		ranking, refusal := s.Rank(part)
		if refusal != Accepted {
			return
		}
		checkRanking(t, ranking, len(g.IDs))
		if ranking, refusal := s.Combine([]Part{part, g.parts()[1]}); refusal != Accepted || len(ranking.Places) == 0 {
			t.Errorf("accepted alone and, combined, %v", refusal)
		}
		if kept, refusal := s.Stability([]Part{part}); refusal != Accepted || kept > topPlaces {
			t.Errorf("%d kept, %v", kept, refusal)
		}
		own := rand.New(rand.NewPCG(1, uint64(count))).Perm(6)
		_, _ = s.Gap(int(domain), []float64{in.float(), float64(own[0])}, g.IDs[int(count)%len(g.IDs)])
	})
}
