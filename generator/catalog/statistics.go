package catalog

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// A WageClass is an occupation of the wage census (賃金構造基本統計調査); several of ours may share one.
type WageClass struct {
	Code, Name   string
	Wages        map[WageKey]Wage
	ByAge        []AgePay // all firm sizes and lengths of experience, in order of age
	ByExperience []AgePay // all ages, firm sizes; in order of experience
	Occupations  []*Occupation
}

// A WageKey says of whom a wage speaks: sex "total", "male" or "female"; firm size "total", "1000", "100" or "10"
// (the smallest number of employees).
type WageKey struct{ Sex, FirmSize string }

// WholeClass is everyone in the class.
var WholeClass = WageKey{"total", "total"}

// A Wage is a row of the census's table 1. Earnings are in thousand yen, workers in tens of persons, as published.
type Wage struct {
	Age, TenureYears                       Figure
	ScheduledHours, OvertimeHours          Figure // per month
	ContractualEarnings, ScheduledEarnings Figure // thousand yen per month
	AnnualBonus                            Figure // thousand yen per year
	Workers                                Figure // ten persons
}

// AnnualPayYen is きまって支給する現金給与額 × 12 + 年間賞与その他特別給与額, NaN where either is missing.
func (w Wage) AnnualPayYen() float64 {
	if !w.ContractualEarnings.Known() || !w.AnnualBonus.Known() {
		return math.NaN()
	}
	return math.Round((w.ContractualEarnings.Value*12+w.AnnualBonus.Value)*10) * 100
}

// An AgePay is a row of the census's table 10: scheduled earnings and bonus of an age band and a length of experience.
type AgePay struct {
	Band              string // "total", "under20", "20", "25" … "70"; or experience "0", "1", "5", "10", "15"
	ScheduledEarnings Figure // thousand yen per month
	AnnualBonus       Figure // thousand yen per year
	Workers           Figure // ten persons
}

// An OpeningGroup is a middle class of occupations of the job-placement statistics (職業安定業務統計).
type OpeningGroup struct {
	Code, Name, Major, MajorName string
	Openings                     map[OpeningKey]Openings
	Fills                        map[FillKey]Fill
	Offers                       map[OfferKey]Offer
	Occupations                  []*Occupation
}

// An OpeningKey says of where, when and which employment ("all", "full_time", "part_time") openings speak.
type OpeningKey struct {
	Place, FiscalYear, Employment string
}

// Openings are active openings and seekers (有効求人, 有効求職), the months of a fiscal year added up, as published.
type Openings struct{ Openings, Seekers Figure }

// Ratio is 有効求人倍率, NaN where a figure is missing or nobody seeks.
func (o Openings) Ratio() float64 { return Ratio(o.Openings, o.Seekers) }

// A FillKey and a Fill: new openings (新規求人) and placements (就職件数) of the whole country.
type FillKey struct{ FiscalYear, Employment string }
type Fill struct{ Openings, Placements Figure }

// Rate is placements over new openings, NaN where it cannot be computed.
func (f Fill) Rate() float64 { return Ratio(f.Placements, f.Openings) }

// A Place is the whole country ("JP-00") or a prefecture ("JP-01" … "JP-47").
type Place struct{ Code, Name, Region string }

// An OfferKey and an Offer: wages offered to job seekers.
type OfferKey struct{ Place, FiscalYear string }

// An Offer is by workplace (就業地別): thousand yen per month for full time, yen per hour for part time.
type Offer struct{ MonthlyFullTime, HourlyPartTime Figure }

func (l *loader) readWages() error {
	c := l.c
	c.wageClasses = map[string]*WageClass{}
	_, err := l.eachRow("wage_classes", []string{"code", "name", "position"}, func(r *row) {
		w := &WageClass{Code: r.text("code"), Name: r.text("name"), Wages: map[WageKey]Wage{}}
		c.WageClasses = append(c.WageClasses, w)
		c.wageClasses[w.Code] = w
	})
	if err != nil {
		return err
	}
	_, err = l.eachRow("wages", []string{"class", "sex", "firm_size", "age", "tenure_years", "scheduled_hours", "overtime_hours",
		"contractual_earnings", "scheduled_earnings", "annual_bonus", "workers"}, l.wage)
	return err
}

func (l *loader) wage(r *row) {
	class := l.wageClassOf(r)
	if class == nil {
		return
	}
	key := WageKey{r.text("sex"), r.text("firm_size")}
	if _, twice := class.Wages[key]; twice {
		r.fault("class", "class %s, %s, %s stands here twice", class.Code, key.Sex, key.FirmSize)
	}
	class.Wages[key] = Wage{
		Age: r.figure("age", 15, 100), TenureYears: r.figure("tenure_years", 0, 60),
		ScheduledHours: r.figure("scheduled_hours", 0, 400), OvertimeHours: r.figure("overtime_hours", 0, 300),
		ContractualEarnings: r.figure("contractual_earnings", 0, 1e5), ScheduledEarnings: r.figure("scheduled_earnings", 0, 1e5),
		AnnualBonus: r.figure("annual_bonus", 0, 1e6), Workers: r.figure("workers", 0, 1e7),
	}
}

func (l *loader) wageClassOf(r *row) *WageClass {
	class := l.c.wageClasses[r.text("class")]
	if class == nil {
		r.fault("class", "class %q is not in wage_classes.csv", r.text("class"))
	}
	return class
}

// readWagesByAge waits for no other reader: it keeps its rows until the classes are joined.
func (l *loader) readWagesByAge() error {
	columns := []string{"class", "firm_size", "age_band", "experience", "scheduled_earnings", "annual_bonus", "workers"}
	_, err := l.eachRow("wages_by_age", columns, func(r *row) {
		size, age, experience := r.text("firm_size"), r.text("age_band"), r.text("experience")
		if size != "total" || (age != "total") == (experience != "total") {
			return // the site shows ages and experience of all firms; the rest is for the dataset's readers
		}
		pay := AgePay{ScheduledEarnings: r.figure("scheduled_earnings", 0, 1e5), AnnualBonus: r.figure("annual_bonus", 0, 1e6),
			Workers: r.figure("workers", 0, 1e7), Band: age}
		byAge := age != "total"
		if !byAge {
			pay.Band = experience
		}
		l.tables.agePay = append(l.tables.agePay, agePayRow{r.text("class"), r.line, byAge, pay})
	})
	return err
}

type agePayRow struct {
	class string
	line  int
	byAge bool
	pay   AgePay
}

func (l *loader) readOpenings() error {
	c := l.c
	c.groups = map[string]*OpeningGroup{}
	for _, step := range []struct {
		name    string
		columns []string
		visit   func(*row)
	}{
		{"openings_groups", []string{"code", "name", "major", "major_name"}, func(r *row) {
			g := &OpeningGroup{Code: r.text("code"), Name: r.text("name"), Major: r.text("major"), MajorName: r.text("major_name"),
				Openings: map[OpeningKey]Openings{}, Fills: map[FillKey]Fill{}, Offers: map[OfferKey]Offer{}}
			c.OpeningGroups = append(c.OpeningGroups, g)
			c.groups[g.Code] = g
		}},
		{"places", []string{"code", "name", "region"}, func(r *row) {
			c.Places = append(c.Places, Place{r.text("code"), r.text("name"), r.text("region")})
		}},
		{"openings", []string{"group", "place", "fiscal_year", "employment", "openings", "seekers"}, func(r *row) {
			if g := l.groupOf(r); g != nil {
				key := OpeningKey{r.text("place"), r.text("fiscal_year"), r.text("employment")}
				g.Openings[key] = Openings{r.figure("openings", 0, 1e9), r.figure("seekers", 0, 1e9)}
			}
		}},
		{"fill_rates", []string{"group", "place", "fiscal_year", "employment", "openings", "placements"}, func(r *row) {
			if g := l.groupOf(r); g != nil {
				g.Fills[FillKey{r.text("fiscal_year"), r.text("employment")}] = Fill{r.figure("openings", 0, 1e9), r.figure("placements", 0, 1e9)}
			}
		}},
		{"offered_wages", []string{"group", "place", "fiscal_year", "employment", "by_office", "by_workplace"}, l.offeredWage},
	} {
		if _, err := l.eachRow(step.name, step.columns, step.visit); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) offeredWage(r *row) {
	g := l.groupOf(r)
	if g == nil {
		return
	}
	key := OfferKey{r.text("place"), r.text("fiscal_year")}
	offer, ok := g.Offers[key]
	if !ok {
		offer = Offer{Missing, Missing}
	}
	switch wage := r.figure("by_workplace", 0, 1e5); r.text("employment") {
	case "full_time":
		offer.MonthlyFullTime = wage
	case "part_time":
		offer.HourlyPartTime = wage
	default:
		r.fault("employment", "employment %q is not full_time or part_time", r.text("employment"))
	}
	g.Offers[key] = offer
}

func (l *loader) groupOf(r *row) *OpeningGroup {
	g := l.c.groups[r.text("group")]
	if g == nil {
		r.fault("group", "group %q is not in openings_groups.csv", r.text("group"))
	}
	return g
}

// joinClasses ties occupations to their classes of the wage census, of the job-placement statistics (the first two
// digits of the JSOC class) and of the two classifications.
func (l *loader) joinClasses() {
	c := l.c
	for _, a := range l.tables.agePay {
		class := c.wageClasses[a.class]
		switch {
		case class == nil:
			l.faults.add(l.dataset.path("tables/wages_by_age.csv"), a.line, 1, "class %q is not in wage_classes.csv", a.class)
		case a.byAge:
			class.ByAge = append(class.ByAge, a.pay)
		default:
			class.ByExperience = append(class.ByExperience, a.pay)
		}
	}
	seen := map[string]bool{}
	for _, g := range c.OpeningGroups {
		for k := range g.Openings {
			seen[k.FiscalYear] = true
		}
	}
	c.FiscalYears = sortedKeys(seen)
	mhlw := map[string]*Class{}
	for _, m := range c.MHLW {
		mhlw[m.Code] = m
	}
	for _, r := range l.records {
		if o := c.occupations[r.id]; o != nil {
			l.joinClassesOf(o, r, mhlw)
		}
	}
}

func (l *loader) joinClassesOf(o *Occupation, r *record, mhlw map[string]*Class) {
	c, file := l.c, l.dataset.path("tables/occupations.csv")
	if code := o.Codes.WageClass; code != "" {
		if class := c.wageClasses[code]; class != nil {
			class.Occupations = append(class.Occupations, o)
		} else {
			l.faults.add(file, r.line, 1, "wage class %q of occupation %d is not in wage_classes.csv", code, o.ID)
		}
	}
	if g := o.openingGroup(c); g != nil {
		g.Occupations = append(g.Occupations, o)
	}
	if len(o.Codes.MHLW) > 0 {
		if class := mhlw[o.Codes.MHLW[0][:min(2, len(o.Codes.MHLW[0]))]]; class != nil {
			class.Occupations = append(class.Occupations, o)
		} else {
			l.faults.add(file, r.line, 1, "MHLW class %q of occupation %d belongs to no major class of %s/taxonomy/classification.yaml",
				o.Codes.MHLW[0], o.ID, l.content.Name)
		}
	}
	if len(o.Codes.JSOC) > 0 {
		if class := c.jsoc[o.Codes.JSOC[0]]; class != nil {
			class.Occupations = append(class.Occupations, o)
		}
	}
}

func (o *Occupation) openingGroup(c *Catalog) *OpeningGroup {
	if len(o.Codes.JSOC) == 0 || len(o.Codes.JSOC[0]) < 3 {
		return nil
	}
	return c.groups[o.Codes.JSOC[0][1:3]]
}

// WageClassOf and OpeningGroupOf return the occupation's statistical classes, or nil.
func (c *Catalog) WageClassOf(o *Occupation) *WageClass       { return c.wageClasses[o.Codes.WageClass] }
func (c *Catalog) OpeningGroupOf(o *Occupation) *OpeningGroup { return o.openingGroup(c) }

func (l *loader) readClassifications() error {
	c := l.c
	c.jsoc = map[string]*Class{}
	byOwnCode := map[string]*Class{} // parents are named without their letter
	_, err := l.eachRow("jsoc", []string{"code", "level", "parent", "name"}, func(r *row) {
		class := &Class{Code: r.text("code"), Name: r.text("name"), Parent: r.text("parent")}
		if parent := byOwnCode[class.Parent]; parent != nil {
			class.Code = parent.Code[:1] + class.Code
			class.Parent = parent.Code
		}
		c.JSOC = append(c.JSOC, class)
		c.jsoc[class.Code], byOwnCode[r.text("code")] = class, class
	})
	if err != nil {
		return err
	}
	l.jsic = map[string]string{}
	_, err = l.eachRow("jsic", []string{"code", "level", "parent", "name", "name_en"}, func(r *row) {
		l.jsic[jsicCode(r)] = r.text("name")
	})
	return err
}

// jsicCode is the code as occupations write it: middle classes with the letter of their major class.
func jsicCode(r *row) string {
	code := r.text("code")
	if _, err := strconv.Atoi(code); err == nil && len(code) == 2 {
		return fmt.Sprint(r.text("parent"), code)
	}
	return code
}

// Prefectures are the places without the whole country.
func (c *Catalog) Prefectures() []Place {
	return slices.DeleteFunc(slices.Clone(c.Places), func(p Place) bool { return p.Code == "JP-00" })
}
