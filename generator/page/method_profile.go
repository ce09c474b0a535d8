package page

import (
	"slices"

	"shigotoatlas/generator/catalog"
)

// methodToolView tells how a tool computes, with the numbers of its worked examples.
type methodToolView struct {
	English  bool
	Title    string
	Tool     link
	Portable portableExamples
	Profile  profileExamples
	Weights  []elementWeights
}

// portableExamples are worked out by hand: the distance of two occupations from a person's points, and the points of an
// occupation from its percentiles.
type portableExamples struct {
	Person, Near, Far   []int
	NearSum, FarSum     int    // of squared differences, in points
	NearRoot, FarRoot   string // of the sums
	Percentiles         []int
	Sum                 int
	FirstOf29, LastOf29 string
}

var portableNumbers = portableExamples{
	Person: []int{5, 4, 4, 3, 3, 3, 3, 2, 2}, Near: []int{4, 4, 4, 4, 3, 3, 3, 2, 2}, Far: []int{2, 2, 3, 3, 4, 5, 4, 3, 3},
	NearSum: 2, FarSum: 22, // 1+1, and 9+4+1+0+1+4+1+1+1
	NearRoot: "1.41", FarRoot: "4.69",
	Percentiles: []int{90, 80, 70, 60, 50, 40, 30, 20, 10}, Sum: 450,
	FirstOf29: "5.00", LastOf29: "1.44", // 1 + 20 × 90/450, and 1 + 20 × 10/450
}

// profileExamples are worked out by hand: the mean of a past, and two gaps.
type profileExamples struct {
	FirstFigure, FirstYears, SecondFigure, SecondYears, Mean string
	Gaps                                                     []gapExample
}

type gapExample struct {
	Own, Target, ItemMean, Deviation float64
	Lacking, InDeviations, Weight    string
	Class                            catalog.Wording
}

var profileNumbers = profileExamples{
	FirstFigure: "3.0", FirstYears: "6", SecondFigure: "4.5", SecondYears: "2", Mean: "3.375", // (3 × 6 + 4.5 × 2) / 8
	Gaps: []gapExample{
		{3.0, 4.2, 3.4, 0.5, "1.20", "2.40", "1.60", catalog.Wording{Ja: "差が大きい", En: "large"}},
		{4.15, 4.2, 3.4, 0.5, "0.05", "0.10", "1.60", catalog.Wording{Ja: "もう足りている", En: "enough"}},
	},
}

// elementWeights are the items that an element of the portable skills is computed from.
type elementWeights struct {
	Name, Why string
	Items     []weightedItem
}

type weightedItem struct {
	link
	Weight int
}

func (s *site) portableMethod() error {
	return s.toolMethod("portable", "29点の配り方と職業を比べる計算の方法、例、限界を説明します。", "How 29 points are compared with occupations, with worked examples and limits.")
}

func (s *site) profileMethod() error {
	return s.toolMethod("profile", "これまでの職業からプロフィールを作り、目標との差を出す計算の方法、例、限界を説明します。", "How a profile is made of past occupations and held against a target, with worked examples and limits.")
}

func (s *site) toolMethod(key, ja, en string) error {
	tool := s.c.Tool(key)
	if tool == nil {
		return nil
	}
	path := "about/method/" + key + "/"
	for _, e := range []edition{japanese, english} {
		title, description := tool.Title.Ja+": 計算の方法と限界", ja
		if e == english {
			title, description = tool.Title.En+": method and limits", en
		}
		v := s.newEdition("method-"+key, e, []edition{japanese, english}, path, title, description)
		v.Crumbs = []link{{v.Frame().About, v.Root + "about/"}, {methodName(e), v.Root + "about/method/"}}
		v.Main = methodToolView{e == english, title, link{plainWording(e, tool.Title), v.Root + e.dir() + toolPath(key)}, portableNumbers, profileNumbers, s.elementWeights(e, v.Root)}
		if err := s.render(v, e.dir()+path, s.latest()); err != nil {
			return err
		}
	}
	return nil
}

// elementWeights are the weights of content/assessments/portable.yaml under the names of the elements.
func (s *site) elementWeights(e edition, root string) []elementWeights {
	yardstick := s.c.Yardstick(portableYardstick)
	if yardstick == nil {
		return nil
	}
	var all []elementWeights
	for _, x := range s.c.Portable {
		weights := elementWeights{Name: x.Key, Why: x.Why}
		for _, a := range yardstick.Areas {
			if a.Key == x.Key {
				weights.Name = a.Name
			}
			if a.Key == x.Key && e == english {
				weights.Name, weights.Why = a.English, x.WhyEn
			}
		}
		for _, item := range x.Items {
			d := s.c.Domain(item.Domain)
			i := slices.IndexFunc(d.Items, func(i catalog.Item) bool { return i.Key == item.Item })
			name := d.Items[i].Name
			if e == english {
				name = d.Items[i].English
			}
			weights.Items = append(weights.Items, weightedItem{link{name, root + itemPath(d, i)}, item.Weight})
		}
		all = append(all, weights)
	}
	return all
}
