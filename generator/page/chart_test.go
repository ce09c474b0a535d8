package page

import (
	"math"
	"slices"
	"strings"
	"testing"

	"shigotoatlas/generator/catalog"
)

func TestNiceCeiling(t *testing.T) {
	for _, test := range []struct{ v, want float64 }{
		{1, 1}, {1.01, 2}, {3.9, 4}, {4, 4}, {4.1, 6}, {6.1, 8}, {8.1, 10}, {10, 10}, {99, 100}, {100, 100}, {101, 200},
		{1000, 1000}, {5432.1, 6000}, {9999, 10000}, {0.03, 0.04},
	} {
		if got := niceCeiling(test.v); math.Abs(got-test.want) > 1e-9*test.want {
			t.Errorf("niceCeiling(%v) = %v, want %v", test.v, got, test.want)
		}
	}
}

func TestGrouped(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", ""}, {"1", "1"}, {"999", "999"}, {"1000", "1,000"}, {"123456", "123,456"}, {"1234567", "1,234,567"},
		{"1234.5678", "1,234.5678"}, {"-999", "-999"}, {"-1000", "-1,000"}, {"-123456.7", "-123,456.7"},
	} {
		if got := grouped(test.in); got != test.want {
			t.Errorf("grouped(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestNumbersInWords(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct{ what, got, want string }{
		{"no share", percent(nan), ""}, {"zero", percent(0), "0.0%"}, {"all", percent(1), "100.0%"}, {"three decimals", percent(0.844), "84.4%"},
		{"no number", decimals(nan, 2), ""}, {"yen", decimals(12345.678, 1), "12,345.7"}, {"no pay", manYen(nan), ""}, {"pay", manYen(9667600), "966.8"},
		{"no persons", persons(catalog.Missing), ""}, {"persons", persons(catalog.Figure{Text: "17583", Value: 17583}), "175,830"},
		{"whole", number(7), "7"}, {"half", number(0.5), "0.5"},
	} {
		if test.got != test.want {
			t.Errorf("%s is written %q, want %q", test.what, test.got, test.want)
		}
	}
}

func TestHundredths(t *testing.T) {
	oneToFive, share := catalog.Item{Minimum: 1, Maximum: 5}, catalog.Item{Minimum: 0, Maximum: 1}
	for _, test := range []struct {
		value float64
		item  catalog.Item
		want  int
	}{
		{1, oneToFive, 0}, {5, oneToFive, 100}, {3, oneToFive, 50}, {3.346, oneToFive, 59}, {math.NaN(), oneToFive, 0}, {0.844, share, 84}, {0.845, share, 85},
	} {
		if got := hundredths(test.value, test.item); got != test.want {
			t.Errorf("hundredths(%v, %v–%v) = %d, want %d", test.value, test.item.Minimum, test.item.Maximum, got, test.want)
		}
	}
}

// TestPolygon: the first corner points up, the others follow clockwise. Worked out by hand from the centre 170,125 and
// the radius 92: 92·sin 60° = 79.67, 92·cos 60° = 46.
func TestPolygon(t *testing.T) {
	for _, test := range []struct {
		distances []float64
		want      string
	}{
		{[]float64{1, 1, 1, 1}, "170,33 262,125 170,217 78,125"},
		{[]float64{0, 0, 0}, "170,125 170,125 170,125"},
		{[]float64{1, 1, 1, 1, 1, 1}, "170,33 249.7,79 249.7,171 170,217 90.3,171 90.3,79"},
		{[]float64{0.5, 0, 0, 0.25}, "170,79 170,125 170,125 147,125"},
	} {
		if got := polygon(test.distances); got != test.want {
			t.Errorf("polygon(%v) = %s, want %s", test.distances, got, test.want)
		}
	}
}

// TestQuarters: equal ratios share a class, larger ones never have a lower one, and the legend names the classes that
// tiles have with their ends.
func TestQuarters(t *testing.T) {
	for _, test := range []struct {
		sorted  []float64
		classes []int
		legend  string
	}{
		{nil, nil, ""},
		{[]float64{1.5}, []int{1}, "1 1.50～1.50"},
		{[]float64{1, 2}, []int{1, 3}, "1 1.00～1.00, 3 2.00～2.00"},
		{[]float64{1, 2, 3}, []int{1, 2, 3}, "1 1.00～1.00, 2 2.00～2.00, 3 3.00～3.00"},
		{[]float64{1, 2, 3, 4}, []int{1, 2, 3, 4}, "1 1.00～1.00, 2 2.00～2.00, 3 3.00～3.00, 4 4.00～4.00"},
		{[]float64{1, 2, 3, 4, 5, 6, 7}, []int{1, 1, 2, 2, 3, 3, 4}, "1 1.00～2.00, 2 3.00～4.00, 3 5.00～6.00, 4 7.00～7.00"},
		{[]float64{1, 1, 1, 1}, []int{1, 1, 1, 1}, "1 1.00～1.00"},
		{[]float64{1, 2, 2, 2, 2, 2, 2, 9}, []int{1, 1, 1, 1, 1, 1, 1, 4}, "1 1.00～2.00, 4 9.00～9.00"},
	} {
		var classes []int
		for _, v := range test.sorted {
			classes = append(classes, quarter(test.sorted, v))
		}
		if !slices.Equal(classes, test.classes) {
			t.Errorf("%v are of the classes %v, want %v", test.sorted, classes, test.classes)
		}
		var legend []string
		for _, l := range quarters(test.sorted) {
			legend = append(legend, string(rune('0'+l.Class))+" "+l.Text)
		}
		if got := strings.Join(legend, ", "); got != test.legend {
			t.Errorf("the legend of %v is %q, want %q", test.sorted, got, test.legend)
		}
	}
	if got := quarter([]float64{1, 2, 3, 4}, math.NaN()); got != 0 {
		t.Errorf("what is not published has the class %d, want 0", got)
	}
}

func TestSegments(t *testing.T) {
	figure := func(v float64) catalog.Figure { return catalog.Figure{Text: number(v), Value: v} }
	p := &catalog.Profile{Figures: []catalog.Figure{figure(0.3333), figure(0), catalog.Missing, figure(0.3333), figure(0.3334)}}
	want := []segment{{0, 0, 333}, {3, 333, 334}, {4, 667, 333}}
	if got := segments(p); !slices.Equal(got, want) {
		t.Errorf("segments are %v, want %v", got, want)
	}
}

// TestAgeCurve: a curve needs three ages; an age without figures leaves a gap in the table, not a zero.
func TestAgeCurve(t *testing.T) {
	age := func(band string, monthly, bonus float64) catalog.AgePay {
		return catalog.AgePay{Band: band, ScheduledEarnings: catalog.Figure{Text: number(monthly), Value: monthly}, AnnualBonus: catalog.Figure{Text: number(bonus), Value: bonus}}
	}
	unknown := catalog.AgePay{Band: "70", ScheduledEarnings: catalog.Missing, AnnualBonus: catalog.Missing}
	w := &catalog.WageClass{ByAge: []catalog.AgePay{age("under20", 200, 0), age("20", 250, 500), unknown}}
	if ageCurve(w) != nil {
		t.Error("two ages make a curve")
	}
	w.ByAge = slices.Insert(w.ByAge, 2, age("25", 300, 1000.5))
	c := ageCurve(w)
	var got []string
	for _, p := range c.Points {
		got = append(got, p.Name+" "+p.Short+" "+p.Pay)
	}
	if want := []string{"19歳以下 ～19 240.0", "20～24歳 20 350.0", "25～29歳 25 460.1", "70歳以上 70～ "}; !slices.Equal(got, want) {
		t.Errorf("the curve has %q, want %q", got, want)
	}
	if n := len(strings.Fields(c.Line)); n != 3 || c.Points[3].Known {
		t.Errorf("the line has %d points, want 3", n)
	}
	if c.Grid[0].Label != "0" || c.Grid[1].Label != "300" || c.Grid[2].Label != "600" {
		t.Errorf("the axis is %v, want 0, 300, 600", c.Grid)
	}
}
