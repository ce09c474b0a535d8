package analysis

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/ingest"
)

// Tables are the results as tables of the dataset, for export. Names that have faults must not be published: see
// [Analysis.CheckNames].
func (a *Analysis) Tables() []ingest.Data {
	makers := []func() []ingest.Data{
		a.distinctivenessTable, a.similarityTables, a.transitionTable, a.ruleTable, a.componentTables, a.clusterTables, a.navigatorTable,
	}
	made := make([][]ingest.Data, len(makers))
	var g errgroup.Group
	for i, make := range makers {
		g.Go(func() error {
			made[i] = make()
			return nil
		})
	}
	_ = g.Wait() // none of them fails
	var tables []ingest.Data
	for _, m := range made {
		tables = append(tables, m...)
	}
	return tables
}

// ContentKey is a text of all that the tables take from content. With the same dataset and the same key the tables are
// the same.
func (a *Analysis) ContentKey() string {
	var b strings.Builder
	if names := a.catalog.Analyses; names != nil {
		for _, n := range slices.Concat(names.Axes, names.Components) {
			fmt.Fprintf(&b, "%q %q %q %q\n", n.Key, n.Name, n.English, n.Highest)
		}
		for _, n := range names.Clusters {
			fmt.Fprintf(&b, "%q %q %q %v\n", n.Key, n.Name, n.English, n.Members)
		}
	}
	for _, q := range a.catalog.Questions {
		fmt.Fprintf(&b, "%q %q\n", q.Key, q.ItemKey)
	}
	for _, o := range a.catalog.Occupations {
		fmt.Fprintf(&b, "%d %q %q %v\n", o.ID, o.Required, o.Licences, o.Next)
	}
	return b.String()
}

// The figures that the results are computed from, by their sidecars; forms tell which samples are small.
var (
	fromProfiles = []string{"ipd-numeric"}
	fromForms    = []string{"ipd-numeric", "ipd-forms"}
	fromAll      = []string{"ipd-numeric", "ipd-forms", "occupations"}
)

func text(name, about, aboutEN string) ingest.Field {
	return ingest.Field{Name: name, Type: ingest.String, Required: true, About: about, AboutEN: aboutEN}
}

func optional(f ingest.Field) ingest.Field {
	f.Required = false
	return f
}

func list(name, about, aboutEN string) ingest.Field {
	return ingest.Field{Name: name, Type: ingest.List, About: about + "| で区切ります。", AboutEN: aboutEN + " Separated by |."}
}

// number is a field of numbers with four decimals.
func number(name, unit string, within *ingest.Range, about, aboutEN string) ingest.Field {
	return ingest.Field{Name: name, Type: ingest.Number, Unit: unit, Range: within, Decimals: 4, Required: true, About: about, AboutEN: aboutEN}
}

func whole(name, unit string, least float64, about, aboutEN string) ingest.Field {
	return ingest.Field{Name: name, Type: ingest.Integer, Unit: unit, Range: ingest.From(least), Required: true, About: about, AboutEN: aboutEN}
}

func choice(name string, of []string, about, aboutEN string) ingest.Field {
	return ingest.Field{Name: name, Type: ingest.String, Enum: of, Required: true, About: about, AboutEN: aboutEN}
}

func between(least, most float64) *ingest.Range { return &ingest.Range{Minimum: least, Maximum: most} }

// otherID is the id of a second occupation in a row.
func otherID(name, about, aboutEN string) ingest.Field {
	f := ingest.IDField()
	f.Name, f.About, f.AboutEN = name, about, aboutEN
	return f
}

func domainField(domains []string) ingest.Field {
	return choice("domain", domains, "領域。表の名前と同じです。", "Domain, which is also the name of its table.")
}

func itemField() ingest.Field {
	return text("item", "項目。items の column と同じです。", "Item: column in items.")
}

func occupationReferences(columns ...string) []ingest.Reference {
	var references []ingest.Reference
	for _, c := range columns {
		references = append(references, ingest.Reference{Field: c, Table: "occupations", Column: "id"})
	}
	return references
}

// decimal writes a number with four decimals; what is missing is empty, and nothing is less than zero by rounding alone.
func decimal(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	text := strconv.FormatFloat(x, 'f', 4, 64)
	if text == "-0.0000" {
		return text[1:]
	}
	return text
}

func id(o *catalog.Occupation) string { return strconv.Itoa(o.ID) }

func itemNames(items []catalog.ItemRef) string {
	var names []string
	for _, item := range items {
		names = append(names, item.Domain.Key+"/"+item.Item().Key)
	}
	return strings.Join(names, "|")
}

func flag(set bool) string {
	if set {
		return "1"
	}
	return "0"
}
