package catalog

import (
	"math"
	"slices"
	"strings"
	"testing"

	"shigotoatlas/generator/catalog/prose"
)

// Every number below is written in testdata/site.txtar or worked out by hand from what is written there.

func TestOccupationAsWritten(t *testing.T) {
	o := smallSite(t).load(t).Occupation(1)
	if o.Name != "風車守" || o.Slug != "windmill-keeper" || o.Reviewed != "2026-03-01" || len(o.Tasks) != 8 || o.Tasks[1].IPD != 2 || o.Tasks[2].IPD != 0 {
		t.Errorf("front matter came out as %+v", o)
	}
	if !slices.Equal(o.Aliases, []string{"風車番", "風車係", "風車屋さん"}) || !slices.Equal(o.Related, []int{2, 3}) || o.Bodies[0].URL != "https://mill.example/" {
		t.Errorf("lists came out as %v, %v, %v", o.Aliases, o.Related, o.Bodies)
	}
	if !slices.Equal(o.SourceKeys, []string{"ipd", "mill-census"}) {
		t.Errorf("sources came out as %v", o.SourceKeys)
	}
	if len(o.Sections) != 6 || o.Section("work") != o.Sections[0] || o.Section("english") != o.Sections[5] || o.Section("tasks") != nil {
		t.Fatalf("%d sections", len(o.Sections))
	}
	if begins, paragraphs := "海沿いの丘に立つ風車、", 3; !strings.HasPrefix(o.Section("work").Plain(), begins) || len(o.Section("work").Blocks) != paragraphs {
		t.Errorf("どんな仕事 has %d blocks: %s", len(o.Section("work").Blocks), o.Section("work").Plain())
	}
	if plain := o.Section("easy").Plain(); !strings.HasPrefix(plain, "風車守は、丘の上の風車を動かす仕事です。") {
		t.Errorf("やさしい日本語 without readings is %q", plain)
	}
}

func TestOccupationWithoutText(t *testing.T) {
	c := smallSite(t).load(t)
	if !c.Occupation(1).Written() || c.Occupation(2).Written() {
		t.Error("windmill-keeper is written, fog-watcher is not")
	}
	if o := c.Occupation(3); len(o.Profiles) != 0 || len(o.Ratings) != 0 || len(o.Surveys) != 0 || c.WageClassOf(o) != nil || c.OpeningGroupOf(o) != nil {
		t.Errorf("nothing was measured of stair-polisher; found %+v", o)
	}
	if c.Occupation(4) != nil {
		t.Error("there is no occupation 4")
	}
}

func TestOrder(t *testing.T) {
	c := smallSite(t).load(t)
	var ids []int
	for _, o := range c.Occupations {
		ids = append(ids, o.ID)
	}
	if !slices.Equal(ids, []int{1, 2, 3}) {
		t.Errorf("occupations stand by id, found %v", ids)
	}
	var domains []string
	for _, d := range c.Domains {
		domains = append(domains, d.Key)
	}
	if !slices.Equal(domains, DomainKeys) {
		t.Errorf("domains are %v", domains)
	}
	if !slices.Equal(c.FiscalYears, []string{"2024", "2025"}) {
		t.Errorf("fiscal years are %v", c.FiscalYears)
	}
	if p := c.Prefectures(); len(p) != 1 || p[0] != (Place{"JP-01", "北の岬", "北"}) {
		t.Errorf("prefectures are %v", p)
	}
}

// figure is published text and its value, with the text "" for what was not published.
func checkFigure(t *testing.T, what string, f Figure, text string, value float64) {
	t.Helper()
	if f.Text != text || f.Known() != (text != "") || (f.Known() && f.Value != value) || (!f.Known() && !math.IsNaN(f.Value)) {
		t.Errorf("%s is %q %v, should be %q %v", what, f.Text, f.Value, text, value)
	}
}

func TestProfiles(t *testing.T) {
	c := smallSite(t).load(t)
	keeper, watcher := c.Occupation(1), c.Occupation(2)
	checkFigure(t, "realistic of 1", keeper.Figure("interests", 0), "4.250", 4.25)
	checkFigure(t, "realistic of 2", watcher.Figure("interests", 0), "3.000", 3)
	checkFigure(t, "artistic of 2, an empty cell", watcher.Figure("interests", 1), "", 0)
	checkFigure(t, "achievement of 2, no row", watcher.Figure("values", 0), "", 0)
	checkFigure(t, "none of 1, a zero", keeper.Figure("training_after", 0), "0.000", 0)
	if watcher.Profiles["values"] != nil {
		t.Error("2 has no values")
	}
	if got := keeper.Profiles["skills"].NotRelevant; !slices.Equal(got, []bool{false, true}) {
		t.Errorf("skills that matter little to 1: %v", got)
	}
	if keeper.Profiles["interests"].NotRelevant != nil {
		t.Error("interests have no flags of relevance")
	}
	checkFigure(t, "writing of 1, flagged as not relevant", keeper.Figure("skills", 1), "0.900", 0.9)
	natures := c.Domain("natures")
	if i := natures.Items[2]; i.Minimum != 0 || i.Maximum != 1 || i.Slug() != "schedule-seasonal" || i.Official != "季節による" || natures.Shares() {
		t.Errorf("the third nature is %+v", i)
	}
	if !c.Domain("education").Shares() || !c.Domain("skills").HasRelevance() || c.Domain("values").HasRelevance() {
		t.Error("education is shares; skills have relevance; values have none")
	}
}

func TestSurveysAndTasks(t *testing.T) {
	c := smallSite(t).load(t)
	keeper := c.Occupation(1)
	for _, want := range []struct {
		id           int
		domain       string
		source, year string
		small        bool
	}{
		{1, "skills", "風車守への調べ", "2025", true},     // form a asked it and is flagged 1
		{2, "skills", "霧見張への調べ", "2025", false},    // form a is flagged 0; form b, flagged 1, did not ask it
		{1, "tasks", "風車守への調べ", "2025", true},      // form b asked 2 and 3 alone, so any flag of the year counts
		{1, "interests", "風車守への調べ", "2024", false}, // no form of that year has a flag
		{1, "values", "風車守への調べ", "2019", true},     // the first survey is flagged 2
		{2, "interests", "霧見張への調べ", "2018", false}, // and 0
	} {
		if got := c.Occupation(want.id).Surveys[want.domain]; got != (Survey{want.source, want.year, want.small}) {
			t.Errorf("survey of %s of %d is %+v", want.domain, want.id, got)
		}
	}
	if len(keeper.Ratings) != 3 {
		t.Fatalf("%d ratings", len(keeper.Ratings))
	}
	second, ok := keeper.Rating(2)
	if !ok {
		t.Fatal("no rating of task 2")
	}
	checkFigure(t, "performed of task 2", second.Performed, "", 0)
	checkFigure(t, "importance of task 2", second.Importance, "4.000", 4)
	if _, ok := keeper.Rating(3); ok {
		t.Error("task 3 has no rating: its number is not in tasks.csv")
	}
}

func TestWages(t *testing.T) {
	c := smallSite(t).load(t)
	class := c.WageClassOf(c.Occupation(1))
	if class == nil || class.Name != "風の従事者" || len(class.Occupations) != 2 {
		t.Fatalf("wage class of 1 is %+v", class)
	}
	whole := class.Wages[WholeClass]
	checkFigure(t, "age", whole.Age, "43.5", 43.5)
	checkFigure(t, "workers", whole.Workers, "123", 123)
	if got := whole.AnnualPayYen(); got != 3_406_200 { // 250.5 × 12 = 3,006.0; + 400.2 = 3,406.2 thousand yen
		t.Errorf("annual pay is %v yen, should be 3,406,200", got)
	}
	women := class.Wages[WageKey{"female", "10"}]
	checkFigure(t, "bonus of women in small firms", women.AnnualBonus, "", 0)
	if got := women.AnnualPayYen(); !math.IsNaN(got) {
		t.Errorf("without a bonus there is no annual pay; found %v", got)
	}
	if _, ok := class.Wages[WageKey{"male", "total"}]; ok {
		t.Error("men have no row")
	}
	// Rows of one firm size, of everyone, or of an age and an experience at once are not for the curves.
	if len(class.ByAge) != 2 || class.ByAge[0].Band != "20" || len(class.ByExperience) != 1 || class.ByExperience[0].Band != "0" {
		t.Fatalf("pay by age %+v, by experience %+v", class.ByAge, class.ByExperience)
	}
	checkFigure(t, "earnings at 20", class.ByAge[0].ScheduledEarnings, "200.5", 200.5)
	checkFigure(t, "earnings at 25", class.ByAge[1].ScheduledEarnings, "", 0)
}

func TestOpenings(t *testing.T) {
	c := smallSite(t).load(t)
	g := c.OpeningGroupOf(c.Occupation(1)) // B133: the first two digits are 13
	if g == nil || g != c.OpeningGroup("13") || len(g.Occupations) != 2 {
		t.Fatalf("group of 1 is %+v", g)
	}
	for _, want := range []struct {
		place, year, employment string
		ratio                   float64
	}{
		{"JP-00", "2025", "all", 1.5},                // 300 ÷ 200
		{"JP-00", "2024", "all", 0.75},               // 90 ÷ 120
		{"JP-01", "2025", "all", math.NaN()},         // openings not published
		{"JP-01", "2025", "full_time", math.NaN()},   // nobody seeks
		{"JP-01", "2024", "part_time", math.NaN()},   // no row
		{"nowhere", "2025", "part_time", math.NaN()}, // no such place
	} {
		got := g.Openings[OpeningKey{want.place, want.year, want.employment}].Ratio()
		if got != want.ratio && !(math.IsNaN(got) && math.IsNaN(want.ratio)) {
			t.Errorf("ratio of %s %s %s is %v, should be %v", want.place, want.year, want.employment, got, want.ratio)
		}
	}
	if got := g.Fills[FillKey{"2025", "all"}].Rate(); got != 0.25 { // 30 ÷ 120
		t.Errorf("fill rate is %v, should be 0.25", got)
	}
	if got := g.Fills[FillKey{"2025", "part_time"}].Rate(); !math.IsNaN(got) {
		t.Errorf("no openings give no fill rate; found %v", got)
	}
	offer := g.Offers[OfferKey{"JP-00", "2025"}]
	checkFigure(t, "monthly wage offered, by workplace", offer.MonthlyFullTime, "241", 241)
	checkFigure(t, "hourly wage offered, by workplace", offer.HourlyPartTime, "1105", 1105)
	checkFigure(t, "hourly wage offered at the cape", g.Offers[OfferKey{"JP-01", "2025"}].HourlyPartTime, "", 0)
}

func TestClasses(t *testing.T) {
	c := smallSite(t).load(t)
	o := c.Occupation(1)
	if !slices.Equal(o.Codes.MHLW, []string{"08_050-02", "08_050-01"}) || !slices.Equal(o.Codes.JSOC, []string{"B133", "B132"}) {
		t.Errorf("the main class comes first: %v, %v", o.Codes.MHLW, o.Codes.JSOC)
	}
	if got := c.JSOCClass("B133"); got == nil || got.Name != "丘の従事者" || got.Parent != "B13" || !slices.Equal(got.Occupations, []*Occupation{o}) {
		t.Errorf("B133 is %+v", got)
	}
	if got := c.JSOCClass("B"); got == nil || got.English != "Wind workers" || got.Parent != "" {
		t.Errorf("B is %+v", got)
	}
	if len(c.MHLW[0].Occupations) != 2 || len(c.Field("wind").Occupations) != 2 || len(c.Theme("high-places").Occupations) != 1 || len(c.Industry("D06").Occupations) != 3 {
		t.Error("classes, fields, themes and industries know their occupations")
	}
	licence := c.Licence("風車取扱者")
	if licence == nil || licence.Key != "windmill-operator" || !slices.Equal(licence.Occupations, []*Occupation{o}) || LicenceKindName(licence.Kind) != "業務独占" {
		t.Errorf("licence is %+v", licence)
	}
}

func TestSiteAndVocabularies(t *testing.T) {
	c := smallSite(t).load(t)
	if c.Site.Name != "風の国しごと帳" || len(c.Site.Changes) != 2 || c.DatasetVersion != "9.99" {
		t.Errorf("site %+v, dataset %s", c.Site, c.DatasetVersion)
	}
	if s := c.Source("ipd-numeric"); s == nil || s.Version != "9.99" || s.Files[0].Name != "ledger.csv" {
		t.Errorf("source is %+v", s)
	}
	if len(c.Synonyms) != 2 || !slices.Equal(c.Synonyms[0].Words, []string{"風車守", "風車番", "風車屋さん"}) || !slices.Equal(c.Synonyms[1].To, []string{"風車守"}) {
		t.Errorf("synonyms are %+v", c.Synonyms)
	}
	if len(c.Redirects) != 1 || c.Redirects[0].From != "occupations/fog-keeper/" || c.Redirects[0].Target() != (prose.Reference{Kind: "occupation", Key: "2"}) {
		t.Errorf("redirects are %+v", c.Redirects)
	}
	if len(c.Guides) != 1 || c.Guides[0].Slug != "first-step" || c.Guides[0].Audience != "seekers" || len(c.Guides[0].Links()) != 6 {
		t.Errorf("guides are %+v", c.Guides)
	}
	without := smallSite(t)
	delete(without, "content/synonyms.yaml")
	delete(without, "content/guides/first-step.md")
	delete(without, "content/redirects.yaml")
	if c := without.load(t); len(c.Synonyms) != 0 || len(c.Guides) != 0 || len(c.Redirects) != 0 {
		t.Error("a site may have no synonyms, no guides and no redirects")
	}
}

func TestReferences(t *testing.T) {
	c := smallSite(t).load(t)
	for _, want := range []struct {
		kind, key string
		has       bool
	}{
		{"occupation", "1", true}, {"occupation", "4", false}, {"occupation", "01", false}, {"occupation", "windmill-keeper", false},
		{"licence", "windmill-operator", true}, {"licence", "風車取扱者", false},
		{"item", "skills/reading", true}, {"item", "skills/outdoors", false}, {"item", "reading", false},
		{"guide", "first-step", true}, {"guide", "second-step", false},
		{"term", "brake", true}, {"term", "制動機", false},
		{"", "https://almanac.example/2026", true}, {"", "http://almanac.example/", false}, {"", "occupations/", false},
		{"field", "wind", false},
	} {
		if got := c.Has(prose.Reference{Kind: want.kind, Key: want.key}); got != want.has {
			t.Errorf("Has(%s:%s) is %v", want.kind, want.key, got)
		}
	}
}

// Terms are explained at the first place in a page, in the fields they belong to, and not inside a longer word.
func TestTermsInOccupations(t *testing.T) {
	o := smallSite(t).load(t).Occupation(1)
	var page strings.Builder
	r := prose.NewRenderer(func(ref prose.Reference) string { return "../" + ref.Kind + "/" + ref.Key + "/" })
	for _, s := range o.Sections {
		if err := r.Render(&page, s.Text); err != nil {
			t.Fatal(err)
		}
	}
	html := page.String()
	for _, want := range []struct {
		text  string
		count int
	}{
		{`popovertarget="term-brake"`, 1},      // 制動機 stands in どんな仕事 and 就くには
		{`popovertarget="term-sail-wheel"`, 1}, // 羽根車
		{`土地の言葉でいう大羽根車を`, 1},                   // a part of a longer word stays as it is
		{`<em>大羽根車</em>`, 1},
		{`popovertarget="term-dressing"`, 0}, // 目立て is a word of the other field
		{`<a href="../occupation/2/">霧見張</a>`, 2},
		{`<a href="../licence/windmill-operator/">風車取扱者</a>`, 1},
		{`<ruby>丘<rp>（</rp><rt>おか</rt><rp>）</rp></ruby>`, 1},
	} {
		if got := strings.Count(html, want.text); got != want.count {
			t.Errorf("%d times in the page, should be %d: %s", got, want.count, want.text)
		}
	}
	brake, second := strings.Index(html, "term-brake"), strings.LastIndex(html, "制動機")
	if brake < 0 || brake > second {
		t.Error("制動機 is explained where it stands first")
	}
}
