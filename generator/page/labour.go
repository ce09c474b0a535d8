package page

import (
	"math"
	"slices"
	"strconv"

	"shigotoatlas/generator/catalog"
)

// The figures of the wage census and the job-placement statistics speak of classes of occupations. A class is nearly
// always wider than the occupation, so every view names it and says how many of our occupations share it.

// pay is what the wage census says of an occupation's class.
type pay struct {
	Class, ClassHref string
	Shared           int // occupations of ours in the class
	Annual           string
	Overtime, Tenure string   // hours per month, years
	Rows             []payRow // by sex and by firm size
	Curve            *curve
	Source           string
}

type payRow struct{ Name, Annual, Monthly, Bonus, Age, Hours, Workers string }

var payGroups = []struct {
	name string
	key  catalog.WageKey
}{
	{"全体", catalog.WholeClass}, {"男", catalog.WageKey{Sex: "male", FirmSize: "total"}}, {"女", catalog.WageKey{Sex: "female", FirmSize: "total"}},
	{"企業規模 1,000人以上", catalog.WageKey{Sex: "total", FirmSize: "1000"}}, {"企業規模 100～999人", catalog.WageKey{Sex: "total", FirmSize: "100"}},
	{"企業規模 10～99人", catalog.WageKey{Sex: "total", FirmSize: "10"}},
}

func (s *site) pay(root string, w *catalog.WageClass) *pay {
	if w == nil {
		return nil
	}
	whole, ok := w.Wages[catalog.WholeClass]
	if !ok {
		return nil
	}
	p := &pay{
		Class: w.Name, ClassHref: root + wageClassPath(w), Shared: len(w.Occupations),
		Annual: manYen(whole.AnnualPayYen()), Overtime: whole.OvertimeHours.Text, Tenure: whole.TenureYears.Text, Curve: ageCurve(w), Source: s.cite.Wages,
	}
	for _, g := range payGroups {
		wage, ok := w.Wages[g.key]
		if !ok {
			continue
		}
		p.Rows = append(p.Rows, payRow{g.name, manYen(wage.AnnualPayYen()), wage.ContractualEarnings.Text, wage.AnnualBonus.Text,
			wage.Age.Text, wage.ScheduledHours.Text, persons(wage.Workers)})
	}
	return p
}

// manYen writes yen as 万円 with one decimal, halves away from zero as in the facts that the search and the tools show.
func manYen(yen float64) string { return decimals(math.Round(yen/1000)/10, 1) }

// persons writes a figure in tens of persons as persons.
func persons(tens catalog.Figure) string {
	if !tens.Known() {
		return ""
	}
	return decimals(tens.Value*10, 0)
}

// A curve is pay by age: points of a line and the table they stand for.
type curve struct {
	Points []curvePoint
	Line   string
	Grid   []gridLine
}

type curvePoint struct {
	Name  string // of the age band
	Short string // under the axis
	X, Y  string
	Pay   string // 万円
	Known bool
}

type gridLine struct{ Y, TextY, Label string }

const curveLeft, curveRight, curveTop, curveBottom = 48, 460, 14, 190

var ageNames = map[string][2]string{"under20": {"19歳以下", "～19"}, "70": {"70歳以上", "70～"}}

// ageCurve draws scheduled earnings × 12 + bonus by age band, or is nil with fewer than three known points.
func ageCurve(w *catalog.WageClass) *curve {
	var highest float64
	known := 0
	values := make([]float64, len(w.ByAge))
	for i, a := range w.ByAge {
		values[i] = a.ScheduledEarnings.Value*12 + a.AnnualBonus.Value
		if !math.IsNaN(values[i]) {
			highest, known = max(highest, values[i]), known+1
		}
	}
	if known < 3 {
		return nil
	}
	top := niceCeiling(highest)
	c := &curve{}
	for _, share := range []float64{0, 0.5, 1} {
		y := curveBottom - share*(curveBottom-curveTop)
		c.Grid = append(c.Grid, gridLine{coordinate(y), coordinate(y + 4), grouped(number(share * top / 10))})
	}
	for i, a := range w.ByAge {
		x := curveLeft + float64(curveRight-curveLeft)*(float64(i)+0.5)/float64(len(w.ByAge))
		p := curvePoint{Name: a.Band + "～" + bandEnd(a.Band) + "歳", Short: a.Band, X: coordinate(x)}
		if n, ok := ageNames[a.Band]; ok {
			p.Name, p.Short = n[0], n[1]
		}
		if !math.IsNaN(values[i]) {
			p.Known, p.Pay = true, decimals(values[i]/10, 1)
			p.Y = coordinate(curveBottom - values[i]/top*(curveBottom-curveTop))
			c.Line += p.X + "," + p.Y + " "
		}
		c.Points = append(c.Points, p)
	}
	return c
}

func bandEnd(start string) string {
	n, err := strconv.Atoi(start)
	if err != nil {
		return ""
	}
	return strconv.Itoa(n + 4)
}

// niceCeiling rounds up to 1, 2, 4, 6, 8 or 10 times a power of ten, so that half of it is a plain number too.
func niceCeiling(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, step := range []float64{1, 2, 4, 6, 8} {
		if v <= step*power {
			return step * power
		}
	}
	return 10 * power
}

// openings is what the job-placement statistics say of an occupation's group.
type openings struct {
	Group, GroupHref string
	Shared           int
	Year             string
	Ratio            string // of the newest year, whole country
	Years            []openingYear
	Tiles            []tile
	Legend           []legend
	Offered          []offered
	Source           string
}

type openingYear struct {
	Year                         string
	Openings, Seekers, Ratio     string
	FullTime, PartTime, FillRate string
}

type offered struct{ Year, Monthly, Hourly string }

// A tile is a prefecture with its ratio. Class is 0 for unpublished, 1 the lowest to 4 the highest.
type tile struct {
	Code, Name, Ratio string
	Class             int
}

type legend struct {
	Class int
	Text  string
}

const wholeCountry = "JP-00"

func (s *site) openings(root string, g *catalog.OpeningGroup) *openings {
	if g == nil {
		return nil
	}
	newest := s.newestYear()
	v := &openings{Group: g.Name, GroupHref: root + openingsPath(g), Shared: len(g.Occupations), Year: newest, Source: s.cite.Openings,
		Ratio: ratioText(g, wholeCountry, newest, "all")}
	for _, year := range s.c.FiscalYears {
		all := g.Openings[catalog.OpeningKey{Place: wholeCountry, FiscalYear: year, Employment: "all"}]
		v.Years = append(v.Years, openingYear{
			Year: year, Openings: decimals(all.Openings.Value, 0), Seekers: decimals(all.Seekers.Value, 0), Ratio: decimals(all.Ratio(), 2),
			FullTime: ratioText(g, wholeCountry, year, "full_time"), PartTime: ratioText(g, wholeCountry, year, "part_time"),
			FillRate: percent(g.Fills[catalog.FillKey{FiscalYear: year, Employment: "all"}].Rate()),
		})
		offer, ok := g.Offers[catalog.OfferKey{Place: wholeCountry, FiscalYear: year}]
		if !ok {
			continue
		}
		v.Offered = append(v.Offered, offered{year, decimals(offer.MonthlyFullTime.Value/10, 1), decimals(offer.HourlyPartTime.Value, 0)})
	}
	v.Tiles, v.Legend = s.tiles(g, newest)
	return v
}

func ratioText(g *catalog.OpeningGroup, place, year, employment string) string {
	return decimals(g.Openings[catalog.OpeningKey{Place: place, FiscalYear: year, Employment: employment}].Ratio(), 2)
}

// tiles colours prefectures by quarter of their order.
func (s *site) tiles(g *catalog.OpeningGroup, year string) ([]tile, []legend) {
	var known []float64
	prefectures := s.c.Prefectures()
	ratios := make([]float64, len(prefectures))
	for i, p := range prefectures {
		ratios[i] = g.Openings[catalog.OpeningKey{Place: p.Code, FiscalYear: year, Employment: "all"}].Ratio()
		if !math.IsNaN(ratios[i]) {
			known = append(known, ratios[i])
		}
	}
	slices.Sort(known)
	tiles := make([]tile, len(prefectures))
	for i, p := range prefectures {
		tiles[i] = tile{p.Code[3:], p.Name, decimals(ratios[i], 2), quarter(known, ratios[i])}
	}
	return tiles, quarters(known)
}

func quarter(sorted []float64, v float64) int {
	if math.IsNaN(v) {
		return 0
	}
	at, _ := slices.BinarySearch(sorted, v)
	return 1 + 4*at/len(sorted)
}

// quarters is the range of each class that a tile has; equal ratios share a class, so there may be fewer than four.
func quarters(sorted []float64) []legend {
	var l []legend
	for from, to := 0, 0; from < len(sorted); from = to {
		class := quarter(sorted, sorted[from])
		for to < len(sorted) && quarter(sorted, sorted[to]) == class {
			to++
		}
		l = append(l, legend{class, decimals(sorted[from], 2) + "～" + decimals(sorted[to-1], 2)})
	}
	return l
}
