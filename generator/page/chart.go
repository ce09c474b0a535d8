package page

import (
	"html/template"
	"math"
	"strconv"
	"strings"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
)

// A chart is one domain of an occupation: a table with a drawn bar in each row.
type chart struct {
	Domain      string
	Name        string
	Href        string
	Minimum     string
	Maximum     string
	Telling     template.HTML // rows of the most telling items; empty where all rows stand open
	Rows        template.HTML
	Count       int
	HasFlags    bool
	SmallSample bool
	Survey      string // who was asked, and in which year
	Radar       *radar
}

// A bar is a row of a chart. Width and Mean are in hundredths of the scale.
type bar struct {
	Name, Href  string
	Value       string // as published
	Width, Mean int
	Level       string
	NotRelevant bool
}

var levelNames = map[analysis.Level]string{
	analysis.VeryLow: "とても低い", analysis.Low: "低い", analysis.Average: "ふつう", analysis.High: "高い", analysis.VeryHigh: "とても高い",
}

// domainChart builds the chart of a domain, or nil where the occupation has no figures in it.
func (s *site) domainChart(root string, o *catalog.Occupation, key string) *chart {
	d, p := s.c.Domain(key), o.Profiles[key]
	if p == nil {
		return nil
	}
	survey := o.Surveys[key]
	ch := &chart{
		Domain: key, Name: d.Name, Href: root + domainPath(d),
		Minimum: number(d.Scale.Minimum), Maximum: number(d.Scale.Maximum), HasFlags: d.HasRelevance(),
		SmallSample: survey.SmallSample, Survey: surveyNote(survey),
	}
	rows := make([]bar, len(d.Items))
	for i := range d.Items {
		rows[i] = s.bar(root, o, d, i)
	}
	foldRows := len(d.Items) > 11 && !d.Shares()
	ch.Rows, ch.Count = barTable(rows, !foldRows), len(rows)
	if foldRows {
		var telling []bar
		for _, t := range s.a.Telling(o, key, 5, 2) {
			telling = append(telling, rows[t.Item])
		}
		ch.Telling = barTable(telling, true)
	}
	if key == "interests" {
		ch.Radar = s.interestRadar(d, p)
	}
	return ch
}

func (s *site) bar(root string, o *catalog.Occupation, d *catalog.Domain, i int) bar {
	item, p := d.Items[i], o.Profiles[d.Key]
	statistics := s.a.Item(d.Key, i)
	b := bar{
		Name: item.Name, Value: p.Figures[i].Text, Width: hundredths(p.Figures[i].Value, item),
		Mean:        hundredths(statistics.Mean, item),
		Level:       levelNames[analysis.LevelOf(s.a.Percentile(o, d.Key, i))],
		NotRelevant: p.NotRelevant != nil && p.NotRelevant[i],
	}
	if hasItemPages(d) {
		b.Href = root + itemPath(d, i)
	}
	if d.Shares() || item.Maximum == 1 {
		b.Value = percent(p.Figures[i].Value)
	}
	if !p.Figures[i].Known() {
		b.Value, b.Level = "", ""
	}
	return b
}

// hundredths places a value on its item's scale, 0–100; 0 where missing.
func hundredths(value float64, item catalog.Item) int {
	if math.IsNaN(value) {
		return 0
	}
	return int(math.Round(100 * (value - item.Minimum) / (item.Maximum - item.Minimum)))
}

func surveyNote(s catalog.Survey) string {
	var parts []string
	if s.Source != "" {
		parts = append(parts, "回答: "+s.Source)
	}
	if s.FiscalYear != "" {
		parts = append(parts, s.FiscalYear+"年度調査")
	}
	return strings.Join(parts, "、")
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// percent writes a share 0–1 with one decimal, as the published figures have three.
func percent(share float64) string {
	if math.IsNaN(share) {
		return ""
	}
	return strconv.FormatFloat(share*100, 'f', 1, 64) + "%"
}

// decimals writes a number, or "" where it is missing.
func decimals(v float64, digits int) string {
	if math.IsNaN(v) {
		return ""
	}
	return grouped(strconv.FormatFloat(v, 'f', digits, 64))
}

// grouped puts commas between thousands.
func grouped(s string) string {
	whole, fraction, hasFraction := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if hasFraction {
		return whole + "." + fraction
	}
	return whole
}

// A radar draws the six interests against the mean of all occupations.
type radar struct {
	Own, Mean string // points of the polygons
	Rings     []string
	Labels    []radarLabel
}

type radarLabel struct {
	X, Y   string
	Anchor string
	Text   string
}

// interestRadar is nil where one of the interests is missing.
func (s *site) interestRadar(d *catalog.Domain, p *catalog.Profile) *radar {
	own, mean := make([]float64, len(d.Items)), make([]float64, len(d.Items))
	for i, item := range d.Items {
		if !p.Figures[i].Known() {
			return nil
		}
		span := item.Maximum - item.Minimum
		own[i] = (p.Figures[i].Value - item.Minimum) / span
		mean[i] = (s.a.Item(d.Key, i).Mean - item.Minimum) / span
	}
	r := &radar{Own: polygon(own), Mean: polygon(mean)}
	for _, ring := range []float64{0.25, 0.5, 0.75, 1} {
		r.Rings = append(r.Rings, polygon([]float64{ring, ring, ring, ring, ring, ring}))
	}
	for i, item := range d.Items {
		x, y := corner(i, len(d.Items), 1.17)
		r.Labels = append(r.Labels, radarLabel{coordinate(x), coordinate(y + 4), anchor(x), item.Name})
	}
	return r
}

const radarCentreX, radarCentreY, radarRadius = 170, 125, 92

// corner is a point on the i-th of n axes, the first of which points up.
func corner(i, n int, distance float64) (x, y float64) {
	angle := 2*math.Pi*float64(i)/float64(n) - math.Pi/2
	return radarCentreX + radarRadius*distance*math.Cos(angle), radarCentreY + radarRadius*distance*math.Sin(angle)
}

func anchor(x float64) string {
	switch {
	case x > radarCentreX+1:
		return "start"
	case x < radarCentreX-1:
		return "end"
	}
	return "middle"
}

func polygon(distances []float64) string {
	points := make([]string, len(distances))
	for i, d := range distances {
		x, y := corner(i, len(distances), d)
		points[i] = coordinate(x) + "," + coordinate(y)
	}
	return strings.Join(points, " ")
}

func coordinate(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }
