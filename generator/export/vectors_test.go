package export

import (
	"math"
	"testing"

	"shigotoatlas/wasm/scoring"
)

// TestVectors holds every figure and flag that the file tells against those of the dataset: what is missing is missing
// in both, and what is there is off by no more than is stated.
func TestVectors(t *testing.T) {
	c := load(t)
	file, err := Vectors(c)
	if err != nil {
		t.Fatal(err)
	}
	v, refusal := scoring.Decode(file)
	if refusal != scoring.Accepted || len(v.IDs) != len(c.Occupations) || len(v.Domains) != len(c.Domains) {
		t.Fatalf("%v: %d occupations and %d domains", refusal, len(v.IDs), len(v.Domains))
	}
	figures, missing, flags, small := 0, 0, 0, 0
	for d, domain := range c.Domains {
		for i, item := range domain.Items {
			got := v.Domains[d].Items[i]
			loss := scoring.VectorLoss(uint8(item.Minimum), uint8(item.Maximum)) + 1e-12
			if got.Minimum != uint8(item.Minimum) || got.Maximum != uint8(item.Maximum) || (got.NotRelevant != nil) != domain.HasRelevance() {
				t.Errorf("%s %s: scale %d to %d", domain.Key, item.Key, got.Minimum, got.Maximum)
			}
			for place, o := range c.Occupations {
				want, p := o.Figure(domain.Key, i), o.Profiles[domain.Key]
				if math.IsNaN(got.Figures[place]) != !want.Known() || math.Abs(got.Figures[place]-want.Value) > loss {
					t.Errorf("%s %s of %s is %v, published %s", domain.Key, item.Key, o.Name, got.Figures[place], want.Text)
				}
				flagged := p != nil && p.NotRelevant != nil && p.NotRelevant[i]
				if got.NotRelevant != nil && got.NotRelevant[place] != flagged {
					t.Errorf("%s %s of %s: not relevant %v", domain.Key, item.Key, o.Name, got.NotRelevant[place])
				}
				figures++
				missing += count(!want.Known())
				flags += count(flagged)
			}
		}
		for place, o := range c.Occupations {
			if v.Domains[d].Small[place] != o.Surveys[domain.Key].SmallSample {
				t.Errorf("%s of %s: small %v", domain.Key, o.Name, v.Domains[d].Small[place])
			}
			small += count(v.Domains[d].Small[place])
		}
	}
	t.Logf("%d bytes; %d figures, %d of them missing, %d not relevant; %d small samples", len(file), figures, missing, flags, small)
	if figures != 556*253 || missing == 0 || flags != 318+3563 || small == 0 {
		t.Errorf("%d figures, %d missing, %d not relevant, %d small samples", figures, missing, flags, small)
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
