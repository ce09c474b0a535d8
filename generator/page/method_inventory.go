package page

import (
	"strconv"

	"shigotoatlas/generator/catalog"
)

// methodInventoryView tells how a questionnaire is scored. English tells whether in English; the numbers are those of
// wasm/scoring.
type methodInventoryView struct {
	English                   bool
	Interests                 bool
	Title                     string
	Tool                      link
	Questions, Areas, PerArea int
	VeryNear, Near, Fairly    string // the correlations at which the words begin
	With, Without             int    // occupations
	Examples                  []workedExample
	Agreement                 []agreementRow
}

type agreementRow struct{ Loading, Order, Top, Ten string }

// A workedExample compares a person with an occupation, worked out by hand: deviations from the own mean, their
// products, and the correlation. The occupations are made up.
type workedExample struct {
	Occupation                          string
	Rows                                []exampleRow
	PersonSquares, Squares, Sum, Result string
	Word                                string
}

type exampleRow struct {
	Area                                string
	Score, Deviation, Standard, Product string
}

// example holds the numbers of a worked example: a person's scores and two occupations' standard scores, whose mean is
// 0. What follows from them stands beside, for the test to repeat.
type example struct {
	scores      []float64 // mean 2
	occupations [2]exampleOccupation
}

type exampleOccupation struct {
	standard         []float64
	squares          float64 // of the standard scores
	sum              float64 // of the products
	result           string  // the correlation, two decimals
	ja, en, name, in string  // the word, and the occupation
}

var examples = map[string]example{
	"interests": {
		[]float64{3.6, 3.0, 1.2, 0.8, 1.0, 2.4}, // squares of the deviations: 2.56+1+0.64+1.44+1+0.16 = 6.8
		[2]exampleOccupation{
			{[]float64{1.5, 0.5, -0.5, -1, -1, 0.5}, 5, 5.7, "0.98", "とても近い", "very near", "職業A", "Occupation A"},
			{[]float64{-1, 0.5, 1.5, 0.5, -0.5, -1}, 5, -2.8, "-0.48", "言葉なし", "no word", "職業B", "Occupation B"},
		},
	},
	"values": {
		[]float64{3.5, 3, 2.5, 3.5, 0.5, 2, 3, 1.5, 1, 0.5, 1}, // squares: 2.25+1+0.25+2.25+2.25+0+1+0.25+1+2.25+1 = 13.5
		[2]exampleOccupation{
			{[]float64{1, 1, 0.5, 1, -1, -0.5, 0, -0.5, 0.5, -1, -1}, 7, 8, "0.82", "とても近い", "very near", "職業A", "Occupation A"},
			{[]float64{-0.5, 0, 0.5, 0, 0.5, 1.5, 1, -1, -0.5, -0.5, -1}, 6.5, 2.5, "0.27", "言葉なし", "no word", "職業B", "Occupation B"},
		},
	},
}

func (s *site) inventoryMethods() error {
	for _, a := range s.c.Assessments {
		if s.c.Tool(a.Domain) == nil {
			continue
		}
		for _, e := range []edition{japanese, english} {
			if err := s.inventoryMethod(e, a); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *site) inventoryMethod(e edition, a *catalog.Assessment) error {
	tool, path := s.c.Tool(a.Domain), "about/method/"+a.Domain+"/"
	title, description := tool.Title.Ja+": 計算の方法と限界", "「"+tool.Title.Ja+"」が答えから職業を並べる計算の方法、例、限界を説明します。"
	if e == english {
		title, description = tool.Title.En+": method and limits", "How answers become an order of occupations, with worked examples and limits."
	}
	v := s.newEdition("method-inventory", e, []edition{japanese, english}, path, title, description)
	v.Crumbs = []link{{v.Frame().About, v.Root + "about/"}, {methodName(e), v.Root + "about/method/"}}
	main := methodInventoryView{
		English: e == english, Interests: a.Domain == "interests", Title: title, Tool: link{plainWording(e, tool.Title), v.Root + e.dir() + toolPath(a.Domain)},
		Questions: len(a.Questions()), Areas: len(a.Areas), PerArea: len(a.Areas[0].Items), VeryNear: "0.69", Near: "0.52", Fairly: "0.42",
	}
	if main.Interests {
		main.VeryNear, main.Near, main.Fairly = "0.88", "0.73", "0.61"
	}
	for _, o := range s.c.Occupations {
		if o.Profiles[a.Domain] == nil {
			main.Without++
		} else {
			main.With++
		}
	}
	for _, x := range a.Agreement {
		main.Agreement = append(main.Agreement, agreementRow{
			decimals(x.Loading, 1), decimals(x.Order, 2), strconv.Itoa(int(x.Top*100 + 0.5)), decimals(x.Ten, 1),
		})
	}
	main.Examples = s.workedExamples(e, a)
	v.Main = main
	return s.render(v, e.dir()+path, s.latest())
}

// workedExamples are written out for the areas there are.
func (s *site) workedExamples(e edition, a *catalog.Assessment) (written []workedExample) {
	x := examples[a.Domain]
	if len(x.scores) != len(a.Areas) {
		return nil
	}
	const mean = 2
	for _, o := range x.occupations {
		w := workedExample{Occupation: o.name, Squares: number(o.squares), Sum: number(o.sum), Result: o.result, Word: o.ja}
		if e == english {
			w.Occupation, w.Word = o.in, o.en
		}
		squares := 0.0
		for i, item := range s.c.Domain(a.Domain).Items {
			deviation := x.scores[i] - mean
			squares += deviation * deviation
			name := item.Name
			if e == english {
				name = item.English
			}
			w.Rows = append(w.Rows, exampleRow{
				name, decimals(x.scores[i], 1), decimals(deviation, 1), decimals(o.standard[i], 1), decimals(deviation*o.standard[i], 2),
			})
		}
		w.PersonSquares = decimals(squares, 1)
		written = append(written, w)
	}
	return written
}

// plainWording is a text in one of the editions that have no readings.
func plainWording(e edition, w catalog.Wording) string {
	if e == english {
		return w.En
	}
	return w.Ja
}

func methodName(e edition) string {
	for _, n := range footer {
		if n.path == "about/method/" {
			return n.at(e, "").Name
		}
	}
	return ""
}
