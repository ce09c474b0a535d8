package scoring

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// inventedProfiles makes standard scores in three domains, of which some
// occupations lack one or two, and some an item.
func inventedProfiles(seed uint64, occupations int) (ids []int32, domains [][][]float64) {
	random := rand.New(rand.NewPCG(seed, 3))
	for i := range occupations {
		ids = append(ids, int32(1000-i))
	}
	for _, items := range []int{4, 9, 6} {
		rows := make([][]float64, occupations)
		for i := range rows {
			if i > 0 && random.IntN(4) == 0 {
				continue
			}
			for range items {
				rows[i] = append(rows[i], random.NormFloat64())
			}
			if random.IntN(10) == 0 {
				rows[i][0] = nan
			}
		}
		domains = append(domains, rows)
	}
	return ids, domains
}

func TestSimilarityIsSymmetricalAndLargestWithOneself(t *testing.T) {
	ids, domains := inventedProfiles(1, 60)
	profiles, refusal := NewProfiles(ids, domains)
	wantRefusal(t, refusal, Accepted)
	for a := range ids {
		own, hasFigures := profiles.Between(a, a)
		for b := range ids {
			ab, defined := profiles.Between(a, b)
			ba, _ := profiles.Between(b, a)
			if ab != ba {
				t.Errorf("Between(%d, %d) = %v, and the other way %v", a, b, ab, ba)
			}
			if defined && (!hasFigures || ab.Closeness > own.Closeness) {
				t.Errorf("%d is nearer to %d (%v) than to itself (%v)", a, b, ab, own)
			}
		}
	}
}

func TestNearest(t *testing.T) {
	ids, domains := inventedProfiles(2, 60)
	for _, rows := range domains {
		rows[20] = slices.Clone(rows[10]) // equals in everything
		rows[30] = nil                    // nothing to compare
	}
	profiles, refusal := NewProfiles(ids, domains)
	wantRefusal(t, refusal, Accepted)
	var all []Neighbour
	for b, id := range ids {
		if s, defined := profiles.Between(0, b); defined && b != 0 {
			all = append(all, Neighbour{id, s})
		}
	}
	slices.SortFunc(all, func(a, b Neighbour) int {
		return cmp.Or(-cmp.Compare(a.Closeness, b.Closeness), int(a.ID-b.ID))
	})
	for _, k := range []int{-1, 0, 1, 5, 1000} {
		if got, want := profiles.Nearest(0, k), all[:max(0, min(k, len(all)))]; !slices.Equal(got, want) {
			t.Errorf("Nearest(0, %d) = %v, want %v", k, got, want)
		}
	}
	if got := profiles.Nearest(30, 5); got != nil {
		t.Errorf("an occupation without figures has the neighbours %v", got)
	}
	for _, outside := range []int{-1, 60, 1 << 40} {
		if got := profiles.Nearest(outside, 5); got != nil {
			t.Errorf("Nearest(%d, 5) = %v", outside, got)
		}
	}
}

// A copy that lacks domains is less near than a whole copy.
func TestMissingDomainNeverHelps(t *testing.T) {
	ids, domains := inventedProfiles(3, 3)
	for _, rows := range domains {
		rows[0] = []float64{1, 2, 4, 3, 0}
		rows[1], rows[2] = slices.Clone(rows[0]), slices.Clone(rows[0])
	}
	for lacking := range 2 {
		domains[lacking][1] = nil
		profiles, refusal := NewProfiles(ids, domains)
		wantRefusal(t, refusal, Accepted)
		nearest := profiles.Nearest(0, 2)
		// By hand: all three domains give 3/3.5, two 2/2.5, one 1/1.5.
		wantNumber(t, "closeness of the whole copy", nearest[0].Closeness, 6.0/7)
		wantNumber(t, "closeness of the other", nearest[1].Closeness, []float64{4.0 / 5, 2.0 / 3}[lacking])
		if nearest[0].ID != ids[2] || nearest[1].Shared != 2-lacking {
			t.Errorf("nearest %v, want %d first", nearest, ids[2])
		}
	}
}

func TestProfilesRefused(t *testing.T) {
	row := []float64{1, 2, 3}
	for _, test := range []struct {
		name    string
		ids     []int32
		domains [][][]float64
		want    Refusal
	}{
		{"nothing", nil, nil, Accepted},
		{"one lacks the domain", []int32{1, 2}, [][][]float64{{nil, row}}, Accepted},
		{"a row too few", []int32{1, 2}, [][][]float64{{row}}, WrongLength},
		{"rows of different length", []int32{1, 2}, [][][]float64{{row, {1, 2}}}, WrongLength},
		{"infinity", []int32{1, 2}, [][][]float64{{row, {1, 2, inf}}}, NotFinite},
		{"an id twice", []int32{2, 2}, [][][]float64{{row, row}}, RepeatedID},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, refusal := NewProfiles(test.ids, test.domains)
			wantRefusal(t, refusal, test.want)
		})
	}
}

// Fewer than three common items, or a flat row, are no domain in common.
func TestNothingToCompare(t *testing.T) {
	profiles, refusal := NewProfiles([]int32{1, 2, 3}, [][][]float64{{
		{1, 2, 4, nan}, {nan, 1, 3, 2}, {5, 5, 5, 5},
	}})
	wantRefusal(t, refusal, Accepted)
	for _, pair := range [][2]int{{0, 1}, {0, 2}, {2, 2}} {
		if s, defined := profiles.Between(pair[0], pair[1]); defined {
			t.Errorf("Between%v = %v, want not defined", pair, s)
		}
	}
}
