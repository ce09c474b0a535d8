package export

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"shigotoatlas/generator/catalog"
)

// factsVersion is that of the format of facts; static/data/facts.ts reads it.
const factsVersion = 1

// facts are what scripts need of every occupation beside its figures: names, vocabularies, pay and openings. Lists
// are told from one another by position: an occupation's field is a place in Fields, and so on. A missing number is
// null. Pay and openings are those of the statistical class, which several occupations may share.
type facts struct {
	Version     int              `json:"version"`
	FiscalYear  string           `json:"fiscalYear"` // of openings and offers
	Places      []namedFact      `json:"places"`     // 全国 first
	Fields      []fieldFact      `json:"fields"`
	Themes      []namedFact      `json:"themes"`
	Industries  []namedFact      `json:"industries"` // middle classes
	Licences    []licenceFact    `json:"licences"`
	WageClasses []wageFact       `json:"wageClasses"`
	Groups      []groupFact      `json:"groups"`
	JSOC        []namedFact      `json:"jsoc"` // classes in use and those above them; a class's code begins with that of the one above
	MHLW        []namedFact      `json:"mhlw"` // major classes
	Town        []namedFact      `json:"town"` // places of the picture town
	Domains     []domainFact     `json:"domains"`
	Occupations []occupationFact `json:"occupations"` // by id
	ByReading   []int            `json:"byReading"`   // places of the occupations in 五十音順
}

type namedFact struct {
	Key     string `json:"key"`
	Name    string `json:"name"`
	English string `json:"english,omitempty"`
}

type fieldFact struct {
	namedFact
	Hue int `json:"hue"` // step of 22.5 degrees, 0 to 15
}

type licenceFact struct {
	namedFact
	Kind string `json:"kind"`
}

// wageFact is a class of the wage census, both sexes and all sizes of firms.
type wageFact struct {
	namedFact
	AnnualPay *int      `json:"annualPay"` // thousand yen
	Age       *float64  `json:"age"`       // years, mean
	Hours     *float64  `json:"hours"`     // scheduled, per month
	Overtime  *float64  `json:"overtime"`  // hours per month
	PayByAge  []ageFact `json:"payByAge"`  // youngest first
	Shared    int       `json:"shared"`    // occupations of ours in the class
}

type ageFact struct {
	Band string `json:"band"` // the youngest age of it, or "under20"
	Pay  *int   `json:"pay"`  // thousand yen a year, without overtime
}

// groupFact is a group of the job-placement statistics, by place.
type groupFact struct {
	namedFact
	Ratios  []*int `json:"ratios"`  // hundredths of 有効求人倍率, all employment
	Monthly []*int `json:"monthly"` // thousand yen offered, full time
	Hourly  []*int `json:"hourly"`  // yen offered, part time
	Shared  int    `json:"shared"`
}

type domainFact struct {
	namedFact
	Items []itemFact `json:"items"`
}

type itemFact struct {
	namedFact
	Minimum float64 `json:"minimum"`
	Maximum float64 `json:"maximum"`
}

type occupationFact struct {
	ID         int      `json:"id"`
	Slug       string   `json:"slug"`
	Name       string   `json:"name"`
	Reading    string   `json:"reading"`
	English    string   `json:"english"`
	Field      int      `json:"field"`
	Themes     []int    `json:"themes"`
	Industries []int    `json:"industries"`
	Licences   []int    `json:"licences"`
	Required   []int    `json:"required"`  // of the licences, those the law asks for; which may depend on the scope of the work
	WageClass  int      `json:"wageClass"` // −1 for none
	Group      int      `json:"group"`     // −1 for none
	MHLW       []string `json:"mhlw"`
	JSOC       []string `json:"jsoc"`
	Town       []int    `json:"town"`            // places of the picture town it is found at
	Small      []int    `json:"small,omitempty"` // domains whose sample is flagged as small
	Year       string   `json:"year"`            // newest fiscal year of its surveys, "" without figures
}

// Facts writes the facts of a catalog as JSON. The bytes depend on the catalog alone.
func Facts(c *catalog.Catalog) ([]byte, error) {
	f := facts{Version: factsVersion, FiscalYear: c.FiscalYears[len(c.FiscalYears)-1]}
	for _, p := range c.Places {
		f.Places = append(f.Places, namedFact{Key: p.Code, Name: p.Name})
	}
	for _, x := range c.Fields {
		f.Fields = append(f.Fields, fieldFact{namedFact{x.Key, x.Name, x.English}, int(x.Hue / 22.5)})
	}
	for _, x := range c.Themes {
		f.Themes = append(f.Themes, namedFact{x.Key, x.Name, x.English})
	}
	for _, x := range c.Industries {
		if len(x.Occupations) > 0 {
			f.Industries = append(f.Industries, namedFact{x.Code, x.Name, x.English})
		}
	}
	for _, x := range c.Licences {
		f.Licences = append(f.Licences, licenceFact{namedFact{x.Key, x.Name, x.English}, x.Kind})
	}
	for _, w := range c.WageClasses {
		f.WageClasses = append(f.WageClasses, newWageFact(w))
	}
	for _, g := range c.OpeningGroups {
		f.Groups = append(f.Groups, newGroupFact(c, g, f.FiscalYear))
	}
	f.JSOC = jsocFacts(c)
	for _, m := range c.MHLW {
		f.MHLW = append(f.MHLW, namedFact{m.Code, m.Name, m.English})
	}
	for _, p := range c.Town {
		f.Town = append(f.Town, namedFact{p.Key, p.Name, p.English})
	}
	for _, d := range c.Domains {
		fact := domainFact{namedFact: namedFact{d.Key, d.Name, d.English}}
		for _, i := range d.Items {
			fact.Items = append(fact.Items, itemFact{namedFact{i.Key, i.Name, i.English}, i.Minimum, i.Maximum})
		}
		f.Domains = append(f.Domains, fact)
	}
	for _, o := range c.Occupations {
		f.Occupations = append(f.Occupations, newOccupationFact(c, o, f.Industries))
	}
	for _, o := range c.ByReading() {
		f.ByReading = append(f.ByReading, slices.Index(c.Occupations, o))
	}
	text, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("writing the facts of occupations: %w", err)
	}
	return text, nil
}

// jsocFacts are the classes that an occupation has, and those above them.
func jsocFacts(c *catalog.Catalog) []namedFact {
	used := map[string]bool{}
	for _, o := range c.Occupations {
		for _, code := range o.Codes.JSOC {
			for end := range code {
				used[code[:end+1]] = true
			}
		}
	}
	var facts []namedFact
	for _, class := range c.JSOC {
		if used[class.Code] {
			facts = append(facts, namedFact{class.Code, class.Name, class.English})
		}
	}
	return facts
}

func newWageFact(w *catalog.WageClass) wageFact {
	whole := w.Wages[catalog.WholeClass]
	fact := wageFact{
		namedFact: namedFact{Key: w.Code, Name: w.Name}, AnnualPay: rounded(whole.AnnualPayYen() / 1000),
		Age: known(whole.Age), Hours: known(whole.ScheduledHours), Overtime: known(whole.OvertimeHours), Shared: len(w.Occupations),
	}
	for _, band := range w.ByAge {
		if band.Band != "total" {
			fact.PayByAge = append(fact.PayByAge, ageFact{band.Band, rounded(figure(band.ScheduledEarnings)*12 + figure(band.AnnualBonus))})
		}
	}
	return fact
}

func newGroupFact(c *catalog.Catalog, g *catalog.OpeningGroup, year string) groupFact {
	fact := groupFact{namedFact: namedFact{Key: g.Code, Name: g.Name}, Shared: len(g.Occupations)}
	for _, p := range c.Places {
		offer := g.Offers[catalog.OfferKey{Place: p.Code, FiscalYear: year}]
		fact.Ratios = append(fact.Ratios, rounded(100*g.Openings[catalog.OpeningKey{Place: p.Code, FiscalYear: year, Employment: "all"}].Ratio()))
		fact.Monthly = append(fact.Monthly, rounded(figure(offer.MonthlyFullTime)))
		fact.Hourly = append(fact.Hourly, rounded(figure(offer.HourlyPartTime)))
	}
	return fact
}

func newOccupationFact(c *catalog.Catalog, o *catalog.Occupation, industries []namedFact) occupationFact {
	fact := occupationFact{
		ID: o.ID, Slug: o.Slug, Name: o.Name, Reading: o.Reading, English: o.English,
		Field:     slices.Index(c.Fields, c.Field(o.FieldKey)),
		Themes:    places(o.Themes, func(key string) int { return slices.Index(c.Themes, c.Theme(key)) }),
		Licences:  places(o.Licences, func(name string) int { return slices.Index(c.Licences, c.Licence(name)) }),
		Required:  places(o.Required, func(name string) int { return slices.Index(c.Licences, c.Licence(name)) }),
		WageClass: slices.Index(c.WageClasses, c.WageClassOf(o)), Group: slices.Index(c.OpeningGroups, c.OpeningGroupOf(o)),
		Industries: places(o.Industries, func(code string) int {
			return slices.IndexFunc(industries, func(n namedFact) bool { return n.Key == code })
		}),
		MHLW: o.Codes.MHLW, JSOC: o.Codes.JSOC, Town: []int{},
	}
	for i, p := range c.Town {
		if slices.Contains(p.Occupations, o) {
			fact.Town = append(fact.Town, i)
		}
	}
	for i, d := range c.Domains {
		survey := o.Surveys[d.Key]
		fact.Year = max(fact.Year, survey.FiscalYear)
		if survey.SmallSample {
			fact.Small = append(fact.Small, i)
		}
	}
	return fact
}

// places are the places of names in a list.
func places(names []string, place func(string) int) []int {
	found := make([]int, len(names))
	for i, name := range names {
		found[i] = place(name)
	}
	return found
}

// rounded is a whole number, nil where the number is missing or has no bounds.
func rounded(x float64) *int {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	n := int(math.Round(x))
	return &n
}

func known(f catalog.Figure) *float64 {
	if !f.Known() {
		return nil
	}
	return &f.Value
}

// figure is the value of a figure; the zero Figure, of what no row tells, is missing too.
func figure(f catalog.Figure) float64 {
	if !f.Known() {
		return math.NaN()
	}
	return f.Value
}
