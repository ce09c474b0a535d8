package page

import (
	"math"

	"shigotoatlas/generator/catalog"
)

// A period shows the answers to one of the three questions of training and experience: a stacked bar, and a table
// with the share of each length of time.
type period struct {
	Name        string
	Domain      string
	Survey      string
	SmallSample bool
	Segments    []segment
	Rows        []periodRow
}

// A segment of a stacked bar, in thousandths of its length.
type segment struct {
	Class    int // 0 the shortest period … 8 the longest, 9 unknown
	X, Width int
}

type periodRow struct{ Name, Value string }

var periodDomains = []string{"training_before", "experience_before", "training_after"}

// periods leaves out the questions without answers.
func (s *site) periods(o *catalog.Occupation) []period {
	var periods []period
	for _, key := range periodDomains {
		profile := o.Profiles[key]
		if profile == nil {
			continue
		}
		d, survey := s.c.Domain(key), o.Surveys[key]
		p := period{Name: d.Name, Domain: key, Survey: surveyNote(survey), SmallSample: survey.SmallSample, Segments: segments(profile)}
		for i, item := range d.Items {
			p.Rows = append(p.Rows, periodRow{item.Name, percent(profile.Figures[i].Value)})
		}
		periods = append(periods, p)
	}
	return periods
}

func segments(p *catalog.Profile) []segment {
	var parts []segment
	at := 0.0
	for i, f := range p.Figures {
		if !f.Known() || f.Value == 0 {
			continue
		}
		x := int(math.Round(at * 1000))
		at += f.Value
		parts = append(parts, segment{i, x, int(math.Round(at*1000)) - x})
	}
	return parts
}
