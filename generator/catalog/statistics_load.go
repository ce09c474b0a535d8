package catalog

import "slices"

// The words that the columns of the statistics hold.
var (
	sexes       = []string{"total", "male", "female"}
	firmSizes   = []string{"total", "1000", "100", "10"}
	ageBands    = []string{"total", "under20", "20", "25", "30", "35", "40", "45", "50", "55", "60", "65", "70"}
	experiences = []string{"total", "0", "1", "5", "10", "15"}
	employments = []string{"all", "full_time", "part_time"}
)

// The largest figures that can be true, in the units of the tables.
const (
	maxEarnings = 1e5 // thousand yen per month
	maxBonus    = 1e6 // thousand yen per year
	maxWorkers  = 1e7 // ten persons
	maxOpenings = 1e9
)

func (l *loader) readWages() {
	c := l.c
	c.wageClasses = map[string]*WageClass{}
	complete := l.eachRow("wage_classes", []string{"code", "name", "position"}, func(r *row) {
		code := r.code(func(code string) bool { return c.wageClasses[code] != nil })
		w := &WageClass{Code: code, Name: r.text("name"), Wages: map[WageKey]Wage{}}
		c.WageClasses = append(c.WageClasses, w)
		c.wageClasses[code] = w
	})
	if !complete {
		clear(c.wageClasses)
	}
	l.eachRow("wages", []string{"class", "sex", "firm_size", "age", "tenure_years", "scheduled_hours", "overtime_hours",
		"contractual_earnings", "scheduled_earnings", "annual_bonus", "workers"}, l.wage)
}

func (l *loader) wage(r *row) {
	key := WageKey{r.oneOf("sex", sexes), r.oneOf("firm_size", firmSizes)}
	wage := Wage{
		Age: r.figure("age", 15, 100), TenureYears: r.figure("tenure_years", 0, 60),
		ScheduledHours: r.figure("scheduled_hours", 0, 400), OvertimeHours: r.figure("overtime_hours", 0, 300),
		ContractualEarnings: r.figure("contractual_earnings", 0, maxEarnings), ScheduledEarnings: r.figure("scheduled_earnings", 0, maxEarnings),
		AnnualBonus: r.figure("annual_bonus", 0, maxBonus), Workers: r.figure("workers", 0, maxWorkers),
	}
	class := l.c.wageClasses[r.text("class")]
	if class == nil {
		l.noWageClass(r)
		return
	}
	if _, twice := class.Wages[key]; twice {
		r.fault("class", "class %s, %s, %s stands here twice", class.Code, key.Sex, key.FirmSize)
	}
	class.Wages[key] = wage
}

func (l *loader) noWageClass(r *row) {
	if len(l.c.wageClasses) > 0 {
		r.fault("class", "class %q is not in wage_classes.csv", r.text("class"))
	}
}

// readWagesByAge waits for no other reader: it only opens its table, which is read when the classes are known.
func (l *loader) readWagesByAge() {
	l.tables.wagesByAge = l.openTable("wages_by_age", []string{"class", "firm_size", "age_band", "experience", "scheduled_earnings", "annual_bonus", "workers"})
}

// agePay reads a row of table 10. The site shows ages and experience of all firms; the rest is for the dataset's readers.
func (l *loader) agePay(r *row) {
	size, age, experience := r.oneOf("firm_size", firmSizes), r.oneOf("age_band", ageBands), r.oneOf("experience", experiences)
	pay := AgePay{ScheduledEarnings: r.figure("scheduled_earnings", 0, maxEarnings), AnnualBonus: r.figure("annual_bonus", 0, maxBonus),
		Workers: r.figure("workers", 0, maxWorkers)}
	class := l.c.wageClasses[r.text("class")]
	switch {
	case class == nil:
		l.noWageClass(r)
	case size != "total" || (age != "total") == (experience != "total"):
	case age != "total":
		pay.Band = age
		addPay(r, &class.ByAge, pay)
	default:
		pay.Band = experience
		addPay(r, &class.ByExperience, pay)
	}
}

func addPay(r *row, list *[]AgePay, pay AgePay) {
	if slices.ContainsFunc(*list, func(p AgePay) bool { return p.Band == pay.Band }) {
		r.fault("class", "%s of class %s stands here twice", pay.Band, r.text("class"))
	}
	*list = append(*list, pay)
}

func (l *loader) readOpenings() {
	c := l.c
	c.groups = map[string]*OpeningGroup{}
	groupsComplete := l.eachRow("openings_groups", []string{"code", "name", "major", "major_name"}, func(r *row) {
		g := &OpeningGroup{Code: r.code(func(code string) bool { return c.groups[code] != nil }), Name: r.text("name"),
			Major: r.text("major"), MajorName: r.text("major_name"),
			Openings: make(map[OpeningKey]Openings, 512), Fills: map[FillKey]Fill{}, Offers: map[OfferKey]Offer{}}
		c.OpeningGroups = append(c.OpeningGroups, g)
		c.groups[g.Code] = g
	})
	places := map[string]bool{}
	placesComplete := l.eachRow("places", []string{"code", "name", "region"}, func(r *row) {
		code := r.code(func(code string) bool { return places[code] })
		c.Places = append(c.Places, Place{code, r.text("name"), r.text("region")})
		places[code] = true
	})
	if len(c.Places) > 0 && c.Places[0].Code != wholeCountry {
		l.faults.add(l.dataset.path("tables/places.csv"), 2, 1, "the first place should be %s, the whole country", wholeCountry)
	}
	if !groupsComplete {
		clear(c.groups)
	}
	if !placesComplete {
		clear(places)
	}
	o := openingsReader{l, places}
	l.eachRow("openings", []string{"group", "place", "fiscal_year", "employment", "openings", "seekers"}, o.openings)
	l.eachRow("fill_rates", []string{"group", "place", "fiscal_year", "employment", "openings", "placements"}, o.fillRate)
	l.eachRow("offered_wages", []string{"group", "place", "fiscal_year", "employment", "by_office", "by_workplace"}, o.offeredWage)
}

// openingsReader reads the rows of the job-placement statistics.
type openingsReader struct {
	*loader
	places map[string]bool
}

// of returns the group a row speaks of, nil when it is unknown, and checks place and year.
func (o openingsReader) of(r *row) *OpeningGroup {
	g := o.c.groups[r.text("group")]
	if g == nil && len(o.c.groups) > 0 {
		r.fault("group", "group %q is not in openings_groups.csv", r.text("group"))
	}
	if place := r.text("place"); !o.places[place] && len(o.places) > 0 {
		r.fault("place", "place %q is not in places.csv%s", place, near(place, sortedKeys(o.places)))
	}
	return g
}

func (o openingsReader) openings(r *row) {
	key := OpeningKey{r.text("place"), fiscalYear(r), r.oneOf("employment", employments)}
	figures := Openings{r.figure("openings", 0, maxOpenings), r.figure("seekers", 0, maxOpenings)}
	if g := o.of(r); g != nil {
		put(r, g.Openings, key, figures)
	}
}

func (o openingsReader) fillRate(r *row) {
	key := FillKey{fiscalYear(r), r.oneOf("employment", employments)}
	figures := Fill{r.figure("openings", 0, maxOpenings), r.figure("placements", 0, maxOpenings)}
	if place := r.text("place"); place != wholeCountry {
		r.fault("place", "fill rates are of the whole country, %s; found %q", wholeCountry, place)
		return
	}
	if g := o.of(r); g != nil {
		put(r, g.Fills, key, figures)
	}
}

// put adds the figures of a row to those of its group.
func put[K comparable, V any](r *row, figures map[K]V, key K, value V) {
	before := len(figures)
	if figures[key] = value; len(figures) == before {
		r.fault("group", "a row for the same group, place, year and employment stands above")
	}
}

func (o openingsReader) offeredWage(r *row) {
	key := OfferKey{r.text("place"), fiscalYear(r)}
	r.figure("by_office", 0, maxEarnings)
	wage, employment := r.figure("by_workplace", 0, maxEarnings), r.oneOf("employment", employments[1:])
	g := o.of(r)
	if g == nil {
		return
	}
	offer, ok := g.Offers[key]
	if !ok {
		offer = Offer{Missing, Missing}
	}
	place := &offer.MonthlyFullTime
	if employment == "part_time" {
		place = &offer.HourlyPartTime
	}
	if place.Known() {
		r.fault("group", "a row for the same group, place, year and employment stands above")
	}
	*place = wage
	g.Offers[key] = offer
}
