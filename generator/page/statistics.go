package page

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strconv"

	"shigotoatlas/generator/catalog"
)

// wageView is the page of a class of the wage census.
type wageView struct {
	Name, Code string
	Pay        *pay
	Rows       template.HTML
}

// openingsView is the page of a group of the job-placement statistics.
type openingsView struct {
	Name, Code, Major string
	Openings          *openings
	Prefectures       []prefectureRow
	Rows              template.HTML
}

type prefectureRow struct {
	Name                     string
	Openings, Seekers, Ratio string
	Monthly, Hourly          string
}

// statisticsView is the overview: every class and group in one table each, the highest first.
type statisticsView struct {
	Wages    []statisticRow
	Openings []statisticRow
	Year     string
	Years    []string
	Domains  []domainCount
}

type statisticRow struct {
	link
	Values []string
}

type domainCount struct {
	Name          string
	With, Without int
}

func (s *site) wagePages() error {
	for _, w := range s.c.WageClasses {
		path := wageClassPath(w)
		v := s.newView("wage", path, w.Name+"の賃金", "賃金構造基本統計調査の職種「"+w.Name+"」の年収、労働時間、年齢ごとの賃金と、この区分に入る職業です。")
		v.Section, v.Crumbs = "statistics", []link{{"統計", v.Root + "statistics/"}}
		v.Main = wageView{w.Name, w.Code, s.pay(v.Root, w), s.rows(v.Root, w.Occupations)}
		if err := s.render(v, path, s.latest()); err != nil {
			return err
		}
	}
	return s.statisticsPage()
}

func (s *site) openingPages() error {
	for _, g := range s.c.OpeningGroups {
		path := openingsPath(g)
		v := s.newView("openings", path, g.Name+"の求人と求職", "ハローワークの統計の職業区分「"+g.Name+"」の有効求人倍率を、年度と都道府県ごとに見られます。")
		v.Section, v.Crumbs = "statistics", []link{{"統計", v.Root + "statistics/"}}
		v.Main = openingsView{g.Name, g.Code, g.MajorName, s.openings(v.Root, g), s.prefectures(g), s.rows(v.Root, g.Occupations)}
		if err := s.render(v, path, s.latest()); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) prefectures(g *catalog.OpeningGroup) []prefectureRow {
	var rows []prefectureRow
	year := s.newestYear()
	for _, p := range s.c.Prefectures() {
		o := g.Openings[catalog.OpeningKey{Place: p.Code, FiscalYear: year, Employment: "all"}]
		row := prefectureRow{Name: p.Name, Openings: decimals(o.Openings.Value, 0), Seekers: decimals(o.Seekers.Value, 0), Ratio: decimals(o.Ratio(), 2)}
		if offer, ok := g.Offers[catalog.OfferKey{Place: p.Code, FiscalYear: year}]; ok {
			row.Monthly, row.Hourly = decimals(offer.MonthlyFullTime.Value/10, 1), decimals(offer.HourlyPartTime.Value, 0)
		}
		rows = append(rows, row)
	}
	return rows
}

func (s *site) statisticsPage() error {
	v := s.newView("statistics", "statistics/", "給与と求人の統計", "賃金構造基本統計調査の職種ごとの年収と、ハローワークの職業ごとの有効求人倍率を一覧にしました。")
	v.Section = "statistics"
	main := statisticsView{Year: s.newestYear(), Years: s.c.FiscalYears, Wages: s.wageRows(v.Root), Openings: s.openingRows(v.Root), Domains: s.domainCounts()}
	v.Main = main
	return s.render(v, "statistics/", s.latest())
}

// domainCounts tells of each domain how many occupations have figures in it.
func (s *site) domainCounts() []domainCount {
	var counts []domainCount
	for _, d := range s.c.Domains {
		n := 0
		for _, o := range s.c.Occupations {
			if o.Profiles[d.Key] != nil {
				n++
			}
		}
		counts = append(counts, domainCount{d.Name, n, len(s.c.Occupations) - n})
	}
	return counts
}

func (s *site) wageRows(root string) []statisticRow {
	classes := slices.Clone(s.c.WageClasses)
	slices.SortStableFunc(classes, func(a, b *catalog.WageClass) int {
		return cmp.Compare(annual(b), annual(a))
	})
	var rows []statisticRow
	for _, w := range classes {
		wage := w.Wages[catalog.WholeClass]
		rows = append(rows, statisticRow{link{w.Name, root + wageClassPath(w)}, []string{manYen(wage.AnnualPayYen()), wage.Age.Text,
			wage.ScheduledHours.Text, wage.OvertimeHours.Text, persons(wage.Workers), strconv.Itoa(len(w.Occupations))}})
	}
	return rows
}

// annual puts classes without a figure last.
func annual(w *catalog.WageClass) float64 {
	if yen := w.Wages[catalog.WholeClass].AnnualPayYen(); !math.IsNaN(yen) {
		return yen
	}
	return -1
}

func (s *site) openingRows(root string) []statisticRow {
	year := s.newestYear()
	groups := slices.Clone(s.c.OpeningGroups)
	ratio := func(g *catalog.OpeningGroup) float64 {
		r := g.Openings[catalog.OpeningKey{Place: wholeCountry, FiscalYear: year, Employment: "all"}].Ratio()
		if math.IsNaN(r) {
			return -1
		}
		return r
	}
	slices.SortStableFunc(groups, func(a, b *catalog.OpeningGroup) int { return cmp.Compare(ratio(b), ratio(a)) })
	var rows []statisticRow
	for _, g := range groups {
		values := []string{}
		for _, y := range s.c.FiscalYears {
			values = append(values, ratioText(g, wholeCountry, y, "all"))
		}
		rows = append(rows, statisticRow{link{g.Name, root + openingsPath(g)}, append(values, strconv.Itoa(len(g.Occupations)))})
	}
	return rows
}
