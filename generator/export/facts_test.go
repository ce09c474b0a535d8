package export

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"shigotoatlas/generator/catalog"
)

func load(t *testing.T) *catalog.Catalog {
	t.Helper()
	c, faults, err := catalog.Load(catalog.Tree{Name: "content", FS: os.DirFS("../../content")}, catalog.Tree{Name: "dataset", FS: os.DirFS("../../dataset")})
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return c
}

// TestFacts holds the facts of one occupation against rows of dataset/tables read by eye: 看護師 is in class 1133 of
// wages.csv, with 365.9 × 12 + 856.4 = 5,247 thousand yen, and in group 13 of openings.csv, where Tokyo has 105,819
// openings for 43,984 seekers in 2025: 2.41.
func TestFacts(t *testing.T) {
	text, err := Facts(load(t))
	if err != nil {
		t.Fatal(err)
	}
	var f facts
	if err := json.Unmarshal(text, &f); err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(f.Occupations, func(o occupationFact) bool { return o.ID == 156 })
	if len(f.Occupations) != 556 || i < 0 {
		t.Fatalf("%d occupations, 看護師 at %d", len(f.Occupations), i)
	}
	o := f.Occupations[i]
	tokyo := slices.IndexFunc(f.Places, func(p namedFact) bool { return p.Key == "JP-13" })
	wage, group := f.WageClasses[o.WageClass], f.Groups[o.Group]
	if o.Name != "看護師" || f.Fields[o.Field].Key != "medical" || wage.Key != "1133" || *wage.AnnualPay != 5247 || *wage.Age != 42.1 || *wage.Hours != 156 {
		t.Errorf("found %+v with %+v", o, wage)
	}
	if f.FiscalYear != "2025" || group.Key != "13" || *group.Ratios[tokyo] != 241 {
		t.Errorf("found %+v of %s", group, f.FiscalYear)
	}
	if len(o.Required) != 1 || f.Licences[o.Required[0]].Name != "看護師" || f.Licences[o.Required[0]].Kind != "exclusive" {
		t.Errorf("licences %v, required %v", o.Licences, o.Required)
	}
	if hospital := slices.IndexFunc(f.Town, func(n namedFact) bool { return n.Key == "hospital" }); !slices.Contains(o.Town, hospital) {
		t.Errorf("places %v of the town are without the hospital, %d", o.Town, hospital)
	}
	// By reading アートディレクター comes first and one of わ last.
	first, last := f.Occupations[f.ByReading[0]], f.Occupations[f.ByReading[len(f.ByReading)-1]]
	if len(f.ByReading) != 556 || first.Name != "アートディレクター" || last.Reading < "わ" {
		t.Errorf("%d by reading, from %s to %s", len(f.ByReading), first.Name, last.Name)
	}
	for _, class := range []namedFact{{"B", "専門的・技術的職業従事者", "Professional and engineering workers"}, {"B13", "保健師，助産師，看護師", ""}, {"B133", "看護師（准看護師を含む）", ""}} {
		if !slices.Contains(f.JSOC, class) {
			t.Errorf("no class %v among %d of JSOC", class, len(f.JSOC))
		}
	}
	if len(f.MHLW) != 15 {
		t.Errorf("%d major classes of MHLW, want 15", len(f.MHLW))
	}
	for _, o := range f.Occupations {
		for _, list := range [][]int{{o.Field}, o.Themes, o.Industries, o.Licences, o.Required} {
			if slices.Contains(list, -1) {
				t.Errorf("%s names what is not listed: %+v", o.Name, o)
			}
		}
	}
}
