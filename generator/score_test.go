package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/wasm/scoring"
)

func loadReal(t *testing.T) (*catalog.Catalog, *scoring.Scorer) {
	t.Helper()
	c, err := trees{Content: filepath.Join(root, "content"), Dataset: filepath.Join(root, "dataset")}.load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := newScorer(c)
	if err != nil {
		t.Fatal(err)
	}
	return c, s
}

// TestOwnFiguresComeFirst ranks by the published figures of every occupation, which the vectors have rounded: it comes
// first itself, and those without the domain are left out and counted.
func TestOwnFiguresComeFirst(t *testing.T) {
	c, s := loadReal(t)
	for _, kind := range []struct {
		domain  string
		place   int
		without int // of 556, counted in dataset/tables with awk
	}{{"interests", scoring.Interests, 556 - 482}, {"values", scoring.WorkValues, 556 - 445}} {
		for _, o := range c.Occupations {
			p := o.Profiles[kind.domain]
			if p == nil {
				continue
			}
			own := make([]float64, len(p.Figures))
			for i, f := range p.Figures {
				own[i] = f.Value
			}
			r, refusal := s.Rank(scoring.Part{Kind: scoring.Figures, Domain: kind.place, Numbers: own})
			if refusal != scoring.Accepted || r.Unranked != kind.without {
				t.Fatalf("%s of %s: %v, %d unranked, want %d", kind.domain, o.Name, refusal, r.Unranked, kind.without)
			}
			if first := r.Places[0]; first.ID != int32(o.ID) || first.Band != scoring.VeryNear {
				t.Errorf("the %s of %s return %s first", kind.domain, o.Name, c.Occupation(int(first.ID)).Name)
			}
		}
	}
}

// TestOwnPastComesFirst does the same for profiles of skills, knowledge, abilities and activities.
func TestOwnPastComesFirst(t *testing.T) {
	c, s := loadReal(t)
	ranked := 0
	for _, o := range c.Occupations {
		profile, refusal := s.FromPast([]int32{int32(o.ID)}, []float64{3})
		if refusal != scoring.Accepted {
			t.Fatal(refusal)
		}
		r, refusal := s.Rank(scoring.Part{Kind: scoring.Profile, Numbers: profile})
		lacks := !slices.ContainsFunc(profileColumns, func(key string) bool { return o.Profiles[key] != nil })
		if lacks != (refusal != scoring.Accepted) {
			t.Errorf("%s: %v, though it lacks all domains: %v", o.Name, refusal, lacks)
		}
		if refusal != scoring.Accepted {
			continue
		}
		ranked++
		if r.Places[0].ID != int32(o.ID) || r.Places[0].Closeness < 1-1e-9 {
			t.Errorf("the profile of %s returns %s first", o.Name, c.Occupation(int(r.Places[0].ID)).Name)
		}
	}
	if ranked < 500 {
		t.Errorf("only %d occupations were tried", ranked)
	}
}

func run(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, fault bytes.Buffer
	command := exec.Command("go", append([]string{"run", "./generator", "score"}, args...)...)
	command.Dir, command.Stdout, command.Stderr = root, &out, &fault
	_ = command.Run() // its exit is told by stderr
	return out.String(), fault.String()
}

func TestScoreCommand(t *testing.T) {
	for _, test := range []struct {
		args       string
		out, fault string
	}{
		{"interests --top 1 0 1 2 4 3 2", `"rank": 1`, ""},
		{"profile --top 1 156:7.5", `"name": "看護師"`, ""},
		{"portable --top 1 5 5 4 3 4 2 2 3 1", `"subordinate"`, ""},
		{"values --answers " + strings.Repeat("0 1 2 3 4 0 1 2 3 4 2 ", 3), `"kept"`, ""},
		{"interests 3 3 3 3 3 3", "", "not scored: the areas hardly differ"},
		{"interests --answers 1 2 y", "", `answer 3 is "y"; an answer is 0 to 4, or x for none`},
		{"portable 3 3 3 3 3 3 3 3 3", "", "not scored: points that do not add up"},
		{"profile 156", "", `"156" is no past occupation; write id:years, such as 156:7.5`},
	} {
		t.Run(test.args, func(t *testing.T) {
			out, fault := run(t, strings.Fields(test.args)...)
			if !strings.Contains(out, test.out) || test.fault == "" && fault != "" {
				t.Errorf("printed %s and %s, want %s", out, fault, test.out)
			}
			if test.fault != "" && (out != "" || !strings.HasPrefix(fault, test.fault)) {
				t.Errorf("said %q and printed %q, want %q", fault, out, test.fault)
			}
		})
	}
}
