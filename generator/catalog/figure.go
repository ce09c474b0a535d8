package catalog

import (
	"math"
	"strconv"
)

// A Figure is a published number: its text exactly as published and its value. A missing figure has the text ""
// and the value NaN.
type Figure struct {
	Text  string
	Value float64
}

// Missing is the figure that was not published.
var Missing = Figure{"", math.NaN()}

// Known tells whether the figure was published.
func (f Figure) Known() bool { return f.Text != "" }

func parseFigure(text string) (Figure, bool) {
	if text == "" {
		return Missing, true
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return Missing, false
	}
	return Figure{text, v}, true
}

// Ratio is a/b, or NaN where either is missing or b is zero.
func Ratio(a, b Figure) float64 {
	if !a.Known() || !b.Known() || b.Value == 0 {
		return math.NaN()
	}
	return a.Value / b.Value
}
