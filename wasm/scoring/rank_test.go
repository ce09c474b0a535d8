package scoring

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// invented makes figures like the official ones: 1 to 5, three decimals.
func invented(seed uint64, occupations, areas int) (ids []int32, figures []float64) {
	random := rand.New(rand.NewPCG(seed, 0))
	for _, id := range random.Perm(3 * occupations)[:occupations] {
		ids = append(ids, int32(id+1))
	}
	for range occupations * areas {
		figures = append(figures, float64(1000+random.IntN(4001))/1000)
	}
	return ids, figures
}

func interests(t testing.TB, ids []int32, figures []float64) *Table {
	t.Helper()
	table, refusal := NewInterests(ids, figures)
	if refusal != Accepted {
		t.Fatal(refusal)
	}
	return table
}

func TestTableRefused(t *testing.T) {
	ids, figures := invented(1, 4, InterestAreas)
	with := func(x float64, positions ...int) []float64 {
		changed := slices.Clone(figures)
		for _, i := range positions {
			changed[i] = x
		}
		return changed
	}
	for _, test := range []struct {
		name    string
		ids     []int32
		figures []float64
		want    Refusal
	}{
		{"good", ids, figures, Accepted},
		{"one occupation lacks a figure", ids, with(nan, 3), Accepted},
		{"a figure too few", ids, figures[1:], WrongLength},
		{"a row too few", ids, figures[6:], WrongLength},
		{"an id too few", ids[1:], figures, WrongLength},
		{"no ids", nil, figures, WrongLength},
		{"nothing", nil, nil, NoFigures},
		{"every occupation lacks a figure", ids, with(nan, 0, 7, 14, 21), NoFigures},
		{"all the same", ids, slices.Repeat([]float64{3}, 24), NoFigures},
		{"overflow", ids, slices.Repeat([]float64{1e308, -1e308}, 12), NoFigures},
		{"infinity", ids, with(inf, 5), NotFinite},
		{"minus infinity", ids, with(-inf, 5), NotFinite},
		{"an id twice", []int32{7, 8, 9, 7}, figures, RepeatedID},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, refusal := NewInterests(test.ids, test.figures)
			wantRefusal(t, refusal, test.want)
			if (table == nil) != (refusal != Accepted) {
				t.Errorf("table %v with refusal %v", table, refusal)
			}
		})
	}
}

func TestScoresRefused(t *testing.T) {
	table := interests(t, []int32{1, 2}, []float64{1, 2, 3, 4, 5, 1, 5, 4, 3, 2, 1, 2})
	for _, test := range []struct {
		name             string
		scores           []float64
		minimum, maximum float64
		want             Refusal
	}{
		{"official scores", []float64{12, 30, 7, 19, 22, 0}, 0, 30, Accepted},
		{"negative scale", []float64{-2, 1, 0, 2, -1, 1}, -2, 2, Accepted},
		{"one too few", []float64{1, 2, 3, 4, 5}, 1, 5, WrongLength},
		{"one too many", []float64{1, 2, 3, 4, 5, 1, 2}, 1, 5, WrongLength},
		{"none", nil, 1, 5, WrongLength},
		{"missing", []float64{1, 2, nan, 4, 5, 1}, 1, 5, NotFinite},
		{"infinite", []float64{1, 2, inf, 4, 5, 1}, 1, inf, NotFinite},
		{"scale missing", []float64{1, 2, 3, 4, 5, 1}, nan, 5, NotFinite},
		{"above the scale", []float64{1, 2, 3, 4, 5.001, 1}, 1, 5, OutOfRange},
		{"below the scale", []float64{1, 2, 3, 4, 5, 0.999}, 1, 5, OutOfRange},
		{"scale upside down", []float64{1, 2, 3, 4, 5, 1}, 5, 1, OutOfRange},
		{"scale without length", []float64{1, 1, 1, 1, 1, 1}, 1, 1, OutOfRange},
		{"all the same", []float64{3, 3, 3, 3, 3, 3}, 1, 5, Flat},
		// The deviation of 3 and 3.4 in equal number is 0.2, 5 % of 1 to 5.
		{"just steep enough", []float64{3, 3.4, 3, 3.4, 3, 3.4}, 1, 5, Accepted},
		{"just too flat", []float64{3, 3.399, 3, 3.4, 3, 3.4}, 1, 5, Flat},
		{"flat on a long scale", []float64{3, 3.4, 3, 3.4, 3, 3.4}, 1, 6, Flat},
	} {
		t.Run(test.name, func(t *testing.T) {
			ranking, refusal := table.RankScores(test.scores, test.minimum, test.maximum)
			wantRefusal(t, refusal, test.want)
			if refusal != Accepted && ranking.Places != nil {
				t.Error("refused, yet there are places")
			}
		})
	}
}

func TestFiguresRefused(t *testing.T) {
	table := interests(t, []int32{1, 2, 3}, []float64{1, 2, 3, 4, 5, 1, 5, 4, 3, 2, 1, 2, 3, 3, 3, 3, 3, 3})
	for _, test := range []struct {
		name    string
		figures []float64
		want    Refusal
	}{
		{"a profile", []float64{1, 2, 3, 4, 5, 1}, Accepted},
		{"one too few", []float64{1, 2, 3, 4, 5}, WrongLength},
		{"missing", []float64{1, 2, 3, 4, 5, nan}, NotFinite},
		{"infinite", []float64{1, 2, 3, 4, 5, inf}, NotFinite},
		// The means of the six columns.
		{"average in everything", []float64{3, 3, 3, 3, 3, 2}, Flat},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, refusal := table.RankFigures(test.figures)
			wantRefusal(t, refusal, test.want)
		})
	}
}

func TestOwnProfileComesFirst(t *testing.T) {
	for seed := range uint64(5) {
		ids, figures := invented(seed, 300, InterestAreas)
		table := interests(t, ids, figures)
		for i, id := range ids {
			ranking, refusal := table.RankFigures(figures[6*i : 6*i+6])
			wantRefusal(t, refusal, Accepted)
			if first := ranking.Places[0]; first.ID != id || first.Closeness != 1 || first.Band != VeryNear {
				t.Errorf("seed %d: figures of %d return %+v first", seed, id, first)
			}
		}
	}
}

func TestOrderOfOccupationsDoesNotMatter(t *testing.T) {
	ids, figures := invented(2, 200, InterestAreas)
	copy(figures[60:66], figures[120:126]) // two that tie
	figures[77] = nan
	before, refusal := interests(t, ids, figures).RankScores([]float64{0, 3, 4, 1, 2, 2}, 0, 4)
	wantRefusal(t, refusal, Accepted)
	for seed := range uint64(20) {
		ids, figures := shuffled(seed, ids, figures)
		after, refusal := interests(t, ids, figures).RankScores([]float64{0, 3, 4, 1, 2, 2}, 0, 4)
		wantRefusal(t, refusal, Accepted)
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("seed %d: another order of occupations gives another ranking", seed)
		}
	}
}

func shuffled(seed uint64, ids []int32, figures []float64) ([]int32, []float64) {
	var newIDs []int32
	var newFigures []float64
	for _, i := range rand.New(rand.NewPCG(seed, 1)).Perm(len(ids)) {
		newIDs = append(newIDs, ids[i])
		newFigures = append(newFigures, figures[6*i:6*i+6]...)
	}
	return newIDs, newFigures
}

// An occupation without figures changes nothing but the count, and one that
// lacks a single figure has no place, however near it would be.
func TestMissingNeverHelps(t *testing.T) {
	ids, figures := invented(3, 100, InterestAreas)
	person := figures[0:6]
	full, _ := interests(t, ids, figures).RankFigures(person)
	withEmpty, _ := interests(t, append(slices.Clone(ids), 999), append(slices.Clone(figures), nan, nan, nan, nan, nan, nan)).RankFigures(person)
	if withEmpty.Unranked != 1 || !reflect.DeepEqual(withEmpty.Places, full.Places) {
		t.Errorf("an occupation without figures changes the ranking of the others")
	}
	for area := range InterestAreas {
		lacking := slices.Clone(figures)
		lacking[area] = nan
		ranking, refusal := interests(t, ids, lacking).RankFigures(person)
		wantRefusal(t, refusal, Accepted)
		if ranking.Unranked != 1 || slices.ContainsFunc(ranking.Places, func(p Place) bool { return p.ID == ids[0] }) {
			t.Errorf("the occupation that lacks figure %d is ranked", area)
		}
	}
}

func TestStandardisingTwiceChangesNothing(t *testing.T) {
	ids, figures := invented(4, 150, InterestAreas)
	standardised := make([]float64, len(figures))
	for area := range InterestAreas {
		var column []float64
		for i := range ids {
			column = append(column, figures[6*i+area])
		}
		for i, z := range ZScores(column) {
			standardised[6*i+area] = z
		}
	}
	once, _ := interests(t, ids, figures).RankScores([]float64{0, 3, 4, 1, 2, 2}, 0, 4)
	twice, _ := interests(t, ids, standardised).RankScores([]float64{0, 3, 4, 1, 2, 2}, 0, 4)
	wantRanking(t, twice, once)
}

// By hand: 20 and 30 are alike and rise as the person does; 10 falls.
func TestTiesShareRank(t *testing.T) {
	table := interests(t, []int32{30, 10, 20}, []float64{
		1, 2, 3, 4, 5, 3,
		5, 4, 3.1, 2, 1, 3.1,
		1, 2, 3, 4, 5, 3,
	})
	ranking, refusal := table.RankScores([]float64{0, 1, 2, 4, 4, 2}, 0, 4)
	wantRefusal(t, refusal, Accepted)
	var ids, ranks []int32
	for _, place := range ranking.Places {
		ids, ranks = append(ids, place.ID), append(ranks, place.Rank)
	}
	if !slices.Equal(ids, []int32{20, 30, 10}) || !slices.Equal(ranks, []int32{1, 1, 3}) {
		t.Errorf("ids %v with ranks %v, want [20 30 10] with [1 1 3]", ids, ranks)
	}
}

func TestContributionsAddUp(t *testing.T) {
	ids, figures := invented(5, 50, InterestAreas)
	ranking, _ := interests(t, ids, figures).RankScores([]float64{0, 3, 4, 1, 2, 2}, 0, 4)
	for _, place := range ranking.Places {
		sum := 0.0
		for _, c := range place.Contributions {
			sum += c
		}
		wantNumber(t, "sum of contributions", sum, place.Closeness)
	}
}
