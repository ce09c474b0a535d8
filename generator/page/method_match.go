package page

// methodMatchView tells how results are combined.
type methodMatchView struct {
	English  bool
	Title    string
	Tool     link
	Rows     []matchRow
	Examples []matchExample
}

// A matchRow is a made-up occupation with its nearness in two results, and the standard scores of these.
type matchRow struct{ Name, Interests, Values, InterestsStandard, ValuesStandard string }

// A matchExample is an order by weights, worked out by hand.
type matchExample struct {
	Weights string // 1 : 1
	Sums    []string
	Order   string
}

// matchNumbers are those of the worked examples: five occupations, nearness by interests and by values.
var matchNumbers = struct {
	names                           []string
	interests, values               []float64
	interestsStandard, valuesScores []string
	weights                         [2][2]float64
	sums                            [2][]string
	orders                          [2]string
}{
	names:     []string{"A", "B", "C", "D", "E"},
	interests: []float64{0.9, 0.5, 0.1, -0.3, -0.7}, // mean 0.1, deviation √0.32 = 0.566
	values:    []float64{-0.2, 0.6, 0.2, 0.2, 0.2},  // mean 0.2, deviation √0.064 = 0.253

	interestsStandard: []string{"1.41", "0.71", "0.00", "-0.71", "-1.41"},
	valuesScores:      []string{"-1.58", "1.58", "0.00", "0.00", "0.00"},

	weights: [2][2]float64{{1, 1}, {3, 1}},
	sums:    [2][]string{{"-0.08", "1.14", "0.00", "-0.35", "-0.71"}, {"0.67", "0.93", "0.00", "-0.53", "-1.06"}},
	orders:  [2]string{"B C A D E", "B A C D E"},
}

func (s *site) matchMethod() error {
	tool := s.c.Tool("match")
	if tool == nil {
		return nil
	}
	const path = "about/method/match/"
	for _, e := range []edition{japanese, english} {
		title, description := tool.Title.Ja+": 計算の方法と限界", "いくつかの結果に重みを付けて合わせる計算の方法、例、限界を説明します。"
		if e == english {
			title, description = tool.Title.En+": method and limits", "How several results are weighed and ranked together, with worked examples and limits."
		}
		v := s.newEdition("method-match", e, []edition{japanese, english}, path, title, description)
		v.Crumbs = []link{{v.Frame().About, v.Root + "about/"}, {methodName(e), v.Root + "about/method/"}}
		main := methodMatchView{English: e == english, Title: title, Tool: link{plainWording(e, tool.Title), v.Root + e.dir() + toolPath("match")}}
		x := matchNumbers
		for i, name := range x.names {
			main.Rows = append(main.Rows, matchRow{name, number(x.interests[i]), number(x.values[i]), x.interestsStandard[i], x.valuesScores[i]})
		}
		for i := range x.weights {
			main.Examples = append(main.Examples, matchExample{number(x.weights[i][0]) + " : " + number(x.weights[i][1]), x.sums[i], x.orders[i]})
		}
		v.Main = main
		if err := s.render(v, e.dir()+path, s.latest()); err != nil {
			return err
		}
	}
	return nil
}
