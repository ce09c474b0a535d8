// Package report tells an operator how the site is used, from the access logs of the web server or CDN: page views by
// month and part of the site, the occupations read most, referrers, what was searched for, kinds of devices.
//
// It reads three formats and finds out itself which one a file has, packed with gzip or not:
//
//   - the combined format of Apache and nginx,
//   - CloudFront standard logs (W3C extended, tab separated, with a #Fields line),
//   - Cloudflare Logpush (one JSON object per line).
//
// What always holds: logs are read as a stream, and memory does not grow with their length. A line that cannot be read
// is counted, with the first few places and reasons, and is never fatal. Addresses of visitors are neither kept nor
// passed on, not even in memory: the field is skipped over. Words searched for fewer than [WordsFrom] times are counted
// and not named, because a rare one may tell of a person.
//
// A page view is a GET of a page (a path that ends in "/" or ".html") answered with 200 or 304, by something that does
// not call itself a robot. Months are those of Japan.
//
// What it does not tell: how often somebody comes back, and how many people came. Both would need a cookie, an account
// or a stored address. Searches typed into the open search page stay on the visitor's device and stand in no log; the
// words counted here came with an address, from the home page, a bookmark or a link.
package report

import (
	"cmp"
	"maps"
	"slices"
)

// WordsFrom is how often a word must have been searched for to be named.
const WordsFrom = 3

// A Site tells whose log it is.
type Site struct {
	Base        string            // address of the home page, with the slash at its end
	Occupations map[string]string // names by slug
}

// A Report holds the tables of a period.
type Report struct {
	Lines     Lines
	Months    []string // "2026-11", oldest first
	Sections  []SectionRow
	Top       []TopRow
	Years     []YearRow
	Referrers []CountRow // hosts; the site's own pages left out
	Words     []CountRow
	Filters   []CountRow // keys of the search page's address beside the words
	Devices   []DeviceRow
	RareWords int // searches with words too rare to be named
}

// Lines count what became of the lines of the logs.
type Lines struct {
	Read, Views, Robots, Other, Malformed int
	Faults                                []Fault // the first of the malformed
}

// A Fault is a line, or the rest of a file, that could not be read.
type Fault struct {
	File   string
	Line   int // 1-based
	Reason string
}

// A SectionRow has the page views of a part of the site, by month in the report's order.
type SectionRow struct {
	Section string
	Views   []int
	Total   int
}

// A TopRow is an occupation among the ten read most in a month. Equal views share a rank.
type TopRow struct {
	Month      string
	Rank       int
	Slug, Name string
	Views      int
}

// A YearRow is an occupation that was among the ten of some month, with the mean of its monthly ranks over the months
// of the year in which it was read.
type YearRow struct {
	Year       string
	Slug, Name string
	MeanRank   float64
	Months     int // in which it was read
	Views      int
}

// A CountRow is a value and how often it came.
type CountRow struct {
	Value, Kind string
	Count       int
}

// A DeviceRow has the page views by kind of device, by month in the report's order.
type DeviceRow struct {
	Device string
	Views  []int
	Total  int
}

// topSize is how many occupations a month's list has.
const topSize = 10

// Report makes the tables of what was counted.
func (c *Counter) Report() Report {
	r := Report{Lines: c.lines, Months: slices.Sorted(maps.Keys(c.months))}
	r.Sections = rowsByMonth(r.Months, c.sections, func(name string, views []int, total int) SectionRow { return SectionRow{name, views, total} })
	slices.SortStableFunc(r.Sections, func(a, b SectionRow) int { return cmp.Compare(b.Total, a.Total) })
	r.Devices = rowsByMonth(r.Months, c.devices, func(name string, views []int, total int) DeviceRow { return DeviceRow{name, views, total} })
	slices.SortStableFunc(r.Devices, func(a, b DeviceRow) int { return cmp.Compare(b.Total, a.Total) })
	c.rankOccupations(&r)
	r.Referrers = c.referrers.rows(referrerKind, 0)
	r.Words = c.words.rows(nil, WordsFrom)
	r.Filters = c.filters.rows(nil, 0)
	r.RareWords = c.words.rare(WordsFrom)
	return r
}

// monthly counts by month and then by name.
type monthly map[string]map[string]int

func (m monthly) add(month, name string) {
	if m[month] == nil {
		m[month] = map[string]int{}
	}
	m[month][name]++
}

func rowsByMonth[Row any](months []string, counts monthly, row func(name string, views []int, total int) Row) []Row {
	names := map[string]bool{}
	for _, byName := range counts {
		for name := range byName {
			names[name] = true
		}
	}
	var rows []Row
	for _, name := range slices.Sorted(maps.Keys(names)) {
		views, total := make([]int, len(months)), 0
		for i, month := range months {
			views[i] = counts[month][name]
			total += views[i]
		}
		rows = append(rows, row(name, views, total))
	}
	return rows
}

// rankOccupations lists the ten of each month and what became of them over the year.
func (c *Counter) rankOccupations(r *Report) {
	type yearly struct{ ranks, months, views int }
	years := map[string]map[string]*yearly{}
	listed := map[string]map[string]bool{}
	for _, month := range r.Months {
		year := month[:4]
		if years[year] == nil {
			years[year], listed[year] = map[string]*yearly{}, map[string]bool{}
		}
		for _, t := range c.ranked(month) {
			if t.Rank <= topSize {
				r.Top = append(r.Top, t)
				listed[year][t.Slug] = true
			}
			y := years[year][t.Slug]
			if y == nil {
				y = &yearly{}
				years[year][t.Slug] = y
			}
			y.ranks, y.months, y.views = y.ranks+t.Rank, y.months+1, y.views+t.Views
		}
	}
	for _, year := range slices.Sorted(maps.Keys(years)) {
		var rows []YearRow
		for _, slug := range slices.Sorted(maps.Keys(listed[year])) {
			y := years[year][slug]
			rows = append(rows, YearRow{year, slug, c.site.Occupations[slug], float64(y.ranks) / float64(y.months), y.months, y.views})
		}
		slices.SortStableFunc(rows, func(a, b YearRow) int { return cmp.Compare(a.MeanRank, b.MeanRank) })
		r.Years = append(r.Years, rows...)
	}
}

// ranked are all occupations read in a month, the most read first.
func (c *Counter) ranked(month string) []TopRow {
	var rows []TopRow
	for _, slug := range slices.Sorted(maps.Keys(c.occupations[month])) {
		rows = append(rows, TopRow{Month: month, Slug: slug, Name: c.site.Occupations[slug], Views: c.occupations[month][slug]})
	}
	slices.SortStableFunc(rows, func(a, b TopRow) int { return cmp.Compare(b.Views, a.Views) })
	for i := range rows {
		rows[i].Rank = i + 1
		if i > 0 && rows[i].Views == rows[i-1].Views {
			rows[i].Rank = rows[i-1].Rank
		}
	}
	return rows
}
