package ingest

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Table defines one table of the dataset.
type Table struct {
	Name           string
	Kind           Kind // the import that writes it
	Title, TitleEN string
	About, AboutEN string   // what a row is and what to know before using it
	Sources        []string // keys of the sidecars in dataset/sources
	Fields         []Field
	Key            []string // columns that identify a row
	References     []Reference
	Partition      string // column by whose values large files may be split, "" for none
	Bulk           bool   // of more rows than people read: published as Parquet alone
}

// A Reference says that a column holds values of a column of another table.
type Reference struct {
	Field, Table, Column string
}

// Type is the type of a column, in the words of Frictionless Table Schema.
type Type string

const (
	String  Type = "string"
	Integer Type = "integer"
	Number  Type = "number"
	List    Type = "list" // text values separated by "|"
)

// A Field defines one column. About and AboutEN are never empty: a column
// without a description fails [Check].
type Field struct {
	Name           string
	Type           Type
	Unit           string // "" for text, codes and flags
	Range          *Range // nil when any number is allowed
	Enum           []string
	Required       bool
	Decimals       int // digits after the point in the published form; 0 leaves the shortest form
	About, AboutEN string
}

// A Range is the closed interval of allowed values. An infinite Maximum leaves
// it open above.
type Range struct {
	Minimum, Maximum float64
}

func (r Range) String() string {
	if math.IsInf(r.Maximum, 1) {
		return "≥ " + formatFloat(r.Minimum)
	}
	return formatFloat(r.Minimum) + "–" + formatFloat(r.Maximum)
}

// From is the range of all numbers not below a minimum.
func From(minimum float64) *Range { return &Range{minimum, math.Inf(1)} }

var numberPattern = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$`)

// parse brings a cell into its published form and checks it against the field.
// The second result says what is wrong, and is "" when nothing is.
func (f Field) parse(cell string) (value, problem string) {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		if f.Required {
			return "", "is empty"
		}
		return "", ""
	}
	if f.Type == Integer || f.Type == Number {
		number, problem := f.number(cell)
		if problem != "" {
			return "", problem
		}
		cell = number
	}
	if len(f.Enum) > 0 && !slices.Contains(f.Enum, cell) {
		return "", fmt.Sprintf("%q is not one of %s", cell, strings.Join(f.Enum, ", "))
	}
	return cell, ""
}

// number reads a number in any of the forms of the official files and writes it
// as published. Workbooks store binary fractions (599.70000000000005 for 599.7,
// 3.5999999999999997E-2 for 0.036); fifteen significant digits undo that.
func (f Field) number(cell string) (value, problem string) {
	if !numberPattern.MatchString(cell) {
		return "", fmt.Sprintf("%q is not a number", cell)
	}
	float, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return "", fmt.Sprintf("%q is not a number", cell)
	}
	if f.Range != nil && (float < f.Range.Minimum || float > f.Range.Maximum) {
		return "", fmt.Sprintf("%s is outside %s", cell, f.Range)
	}
	float, _ = strconv.ParseFloat(strconv.FormatFloat(float, 'g', 15, 64), 64)
	value = formatFloat(math.Abs(float))
	if float < 0 {
		value = "-" + value
	}
	whole, fraction, _ := strings.Cut(value, ".")
	switch {
	case f.Type == Integer && fraction != "":
		return "", fmt.Sprintf("%s is not a whole number", cell)
	case f.Decimals == 0:
		return value, ""
	case len(fraction) > f.Decimals:
		return "", fmt.Sprintf("%s has more than %d decimals", cell, f.Decimals)
	}
	return whole + "." + fraction + strings.Repeat("0", f.Decimals-len(fraction)), ""
}

func formatFloat(f float64) string {
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// Column returns the position of a field, -1 when the table has none of that name.
func (t Table) Column(name string) int {
	return slices.IndexFunc(t.Fields, func(f Field) bool { return f.Name == name })
}

// Columns returns the names of the fields in order.
func (t Table) Columns() []string {
	names := make([]string, len(t.Fields))
	for i, field := range t.Fields {
		names[i] = field.Name
	}
	return names
}
