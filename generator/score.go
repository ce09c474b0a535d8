package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/export"
	"shigotoatlas/wasm/scoring"
)

// scoreCommand ranks occupations as the tools of the site do, on the same rounded figures, and prints JSON.
type scoreCommand struct {
	Interests interestsCommand `cmd:"" help:"Rank by six interest scores (realistic … conventional), or by answers."`
	Values    valuesCommand    `cmd:"" help:"Rank by eleven work-value scores, or by answers."`
	Portable  portableCommand  `cmd:"" help:"Rank by 29 points over the nine elements of the portable skills."`
	Profile   profileCommand   `cmd:"" help:"Rank by the profile that past occupations give."`
}

// scoreOptions are those of every kind.
type scoreOptions struct {
	trees
	Top int `default:"20" help:"How many places to print; 0 for all."`
}

type inventoryCommand struct {
	scoreOptions
	Answers bool     `help:"The numbers are answers 0 to 4 to the questions in the order of their page, x for none."`
	Minimum float64  `default:"0" help:"Lowest score of the scale."`
	Maximum float64  `default:"4" help:"Highest score of the scale."`
	Numbers []string `arg:"" help:"Scores in the order of the areas, or answers."`
}

type portableCommand struct {
	scoreOptions
	Points []float64 `arg:"" help:"Points of situation, problem, plan, execution, response, internal, external, superior and subordinate."`
}

type profileCommand struct {
	scoreOptions
	Past []string `arg:"" help:"Past occupations, each as id:years, such as 156:7.5."`
}

type (
	interestsCommand struct{ inventoryCommand }
	valuesCommand    struct{ inventoryCommand }
)

func (i *interestsCommand) Run() error { return i.run("interests", scoring.Interests) }
func (v *valuesCommand) Run() error    { return v.run("values", scoring.WorkValues) }

func (i *inventoryCommand) run(kind string, domain int) error {
	return i.print(func(c *catalog.Catalog, _ *scoring.Scorer) (scoring.Part, []string, error) {
		part, err := i.part(c, kind, domain)
		return part, itemKeys(c.Domain(kind)), err
	})
}

func (i *inventoryCommand) part(c *catalog.Catalog, kind string, domain int) (scoring.Part, error) {
	part := scoring.Part{Domain: domain, Kind: scoring.Scores, Minimum: i.Minimum, Maximum: i.Maximum}
	if !i.Answers {
		for _, text := range i.Numbers {
			x, err := strconv.ParseFloat(text, 64)
			if err != nil {
				return part, fmt.Errorf("%q is not a score; a score is a number from %g to %g", text, i.Minimum, i.Maximum)
			}
			part.Numbers = append(part.Numbers, x)
		}
		return part, nil
	}
	part.Kind = scoring.Answers
	at := slices.IndexFunc(c.Assessments, func(a *catalog.Assessment) bool { return a.Domain == kind })
	if at < 0 {
		return part, fmt.Errorf("content has no questionnaire about %s", kind)
	}
	questions := c.Assessments[at].Questions()
	if len(i.Numbers) > len(questions) {
		return part, fmt.Errorf("%d answers; the questionnaire has %d questions", len(i.Numbers), len(questions))
	}
	for n, text := range i.Numbers {
		answer := int32(scoring.Unanswered)
		if text != "x" {
			x, err := strconv.ParseInt(text, 10, 32)
			if err != nil {
				return part, fmt.Errorf("answer %d is %q; an answer is 0 to 4, or x for none", n+1, text)
			}
			answer = int32(x)
		}
		part.Answers, part.Key = append(part.Answers, answer), append(part.Key, int32(questions[n].Area))
	}
	return part, nil
}

func (p *portableCommand) Run() error {
	return p.print(func(*catalog.Catalog, *scoring.Scorer) (scoring.Part, []string, error) {
		return scoring.Part{Kind: scoring.Portable, Numbers: p.Points}, catalog.PortableKeys, nil
	})
}

func (p *profileCommand) Run() error {
	return p.print(func(_ *catalog.Catalog, s *scoring.Scorer) (scoring.Part, []string, error) {
		var ids []int32
		var years []float64
		for _, past := range p.Past {
			before, after, _ := strings.Cut(past, ":")
			id, idErr := strconv.ParseInt(before, 10, 32)
			n, yearErr := strconv.ParseFloat(after, 64)
			if idErr != nil || yearErr != nil {
				return scoring.Part{}, nil, fmt.Errorf("%q is no past occupation; write id:years, such as 156:7.5", past)
			}
			ids, years = append(ids, int32(id)), append(years, n)
		}
		figures, refusal := s.FromPast(ids, years)
		return scoring.Part{Kind: scoring.Profile, Numbers: figures}, profileColumns, refused(refusal)
	})
}

// profileColumns are what a profile's contributions are of.
var profileColumns = []string{"skills", "knowledge", "abilities", "activities"}

func itemKeys(d *catalog.Domain) (keys []string) {
	for _, item := range d.Items {
		keys = append(keys, item.Key)
	}
	return keys
}

func refused(refusal scoring.Refusal) error {
	if refusal == scoring.Accepted {
		return nil
	}
	return fmt.Errorf("not scored: %v", refusal)
}

// scored is what is printed. Columns are the areas, elements or domains, in the order of scores and contributions.
type scored struct {
	Columns  []string      `json:"columns"`
	Scores   []float64     `json:"scores"`
	Unranked int           `json:"unranked"` // for lack of figures
	Kept     int           `json:"kept"`     // of the first ten, whichever one answer is changed
	Places   []scoredPlace `json:"places"`
}

type scoredPlace struct {
	Rank          int32      `json:"rank"`
	ID            int32      `json:"id"`
	Slug          string     `json:"slug"`
	Name          string     `json:"name"`
	Band          string     `json:"band"`
	Contributions []*float64 `json:"contributions"` // null where not compared
}

// bandNames are those of static/scoring/scoring.ts.
var bandNames = [...]string{scoring.Beyond: "beyond", scoring.FairlyNear: "fairly-near", scoring.Near: "near", scoring.VeryNear: "very-near"}

// print scores the part that bring makes of the command line.
func (o *scoreOptions) print(bring func(*catalog.Catalog, *scoring.Scorer) (scoring.Part, []string, error)) error {
	c, err := o.load()
	if err != nil {
		return counted(err)
	}
	s, err := newScorer(c)
	if err != nil {
		return err
	}
	part, columns, err := bring(c, s)
	if err != nil {
		return err
	}
	result, err := score(c, s, part, columns, o.Top)
	if err != nil {
		return err
	}
	e := json.NewEncoder(os.Stdout)
	e.SetIndent("", " ")
	return e.Encode(result)
}

// newScorer is the scorer on the vectors that visitors get.
func newScorer(c *catalog.Catalog) (*scoring.Scorer, error) {
	file, err := export.Vectors(c)
	if err != nil {
		return nil, err
	}
	vectors, refusal := scoring.Decode(file)
	if refusal != scoring.Accepted {
		return nil, fmt.Errorf("reading the figures of occupations: %v", refusal)
	}
	return scoring.NewScorer(vectors), nil
}

func score(c *catalog.Catalog, s *scoring.Scorer, part scoring.Part, columns []string, top int) (scored, error) {
	ranking, refusal := s.Rank(part)
	if refusal != scoring.Accepted {
		return scored{}, refused(refusal)
	}
	part.Weight = 1
	kept, _ := s.Stability([]scoring.Part{part}) // refused for what Rank is
	result := scored{Columns: columns, Scores: ranking.Scores, Unranked: ranking.Unranked, Kept: kept}
	for i, p := range ranking.Places {
		if top > 0 && i == top {
			break
		}
		occupation := c.Occupation(int(p.ID))
		place := scoredPlace{Rank: p.Rank, ID: p.ID, Slug: occupation.Slug, Name: occupation.Name, Band: bandNames[p.Band]}
		for _, x := range p.Contributions {
			if math.IsNaN(x) {
				place.Contributions = append(place.Contributions, nil)
			} else {
				place.Contributions = append(place.Contributions, &x)
			}
		}
		result.Places = append(result.Places, place)
	}
	return result, nil
}
