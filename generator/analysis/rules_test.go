package analysis

import (
	"strconv"
	"strings"
	"testing"
)

// TestRuleByHand: of forty occupations 点検 is 5 in fifteen and 1 in the others, so z = √(25/15) = 1.29 where it is high;
// in one of the fifteen it is flagged as not relevant. 修理 is 5 in fifteen of the 39 that have it, z = √(24/15) = 1.26.
// Thirteen stand high in both.
func TestRuleByHand(t *testing.T) {
	var b strings.Builder
	b.WriteString("-- skills スキル --\n   点検 修理\n")
	for i := range 40 {
		row := " 1 1"
		switch {
		case i < 13:
			row = " 5 5"
		case i == 13:
			row = " 5 1"
		case i == 14:
			row = " 1 5"
		case i == 15:
			row = " 5! 5"
		case i == 16:
			row = " 1 -"
		}
		b.WriteString(strconv.Itoa(i+1) + row + "\n")
	}
	rules := analysed(t, b.String()).Rules()
	if len(rules) != 2 {
		t.Fatalf("%d rules, want 2: %v", len(rules), rules)
	}
	for i, want := range []struct {
		then                        string
		told, matching, both        int
		support, confidence, lifted float64
	}{
		{"修理", 39, 14, 13, 13.0 / 39, 13.0 / 14, 13.0 / 14 * 39 / 15},
		{"点検", 39, 15, 13, 13.0 / 39, 13.0 / 15, 13.0 / 15 * 39 / 14},
	} {
		r := rules[i]
		if r.Then.Item().Name != want.then || r.Occupations != want.told || r.Matching != want.matching || r.Both != want.both ||
			!near(r.Support(), want.support) || !near(r.Confidence(), want.confidence) || !near(r.Lift, want.lifted) {
			t.Errorf("rule %d is %+v, want %+v", i, r, want)
		}
	}
}
