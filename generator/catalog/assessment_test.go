package catalog

import (
	"strings"
	"testing"
)

// Questions go area by area in turn, and those of the short form come first.
func TestQuestions(t *testing.T) {
	a := smallSite(t).load(t).Assessments[0]
	var aspects []string
	for _, q := range a.Questions() {
		aspects = append(aspects, q.Aspect)
	}
	const half = "r1 a1 r2 a2 r3 a3 r4 a4 r5 a5"
	if got := strings.Join(aspects, " "); got != half+" "+half {
		t.Errorf("the questions ask of %s", got)
	}
	if n := a.ShortForm(); n != 10 {
		t.Errorf("the short form has %d questions, want 10", n)
	}
	if first, second := a.Questions()[1], a.Questions()[11]; first.Ja != "霧の絵を作る" || first.Area != 1 || second.Ja != "霧の絵を人に見せる" {
		t.Errorf("the second question is %+v, its partner %+v", first, second)
	}
}
