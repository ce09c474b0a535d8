package page

// methodView holds the numbers that the method page states, so that it cannot fall behind the data.
type methodView struct {
	Occupations int
	WithFigures int
	Domains     []domainCount
	Social      string // the means that show why raw figures are not compared
	Artistic    string
}

func (s *site) methodPage() error {
	v := s.newView("method", "about/method/", "数字の読み方と計算方法", "このサイトの数字が何を表し、どう計算したか、どこに限界があるかを説明します。")
	v.Crumbs = []link{{"このサイトについて", v.Root + "about/"}}
	main := methodView{Occupations: len(s.c.Occupations), Domains: s.domainCounts()}
	for _, o := range s.c.Occupations {
		if len(o.Profiles) > 0 {
			main.WithFigures++
		}
	}
	for i, item := range s.c.Domain("interests").Items {
		switch mean := decimals(s.a.Item("interests", i).Mean, 2); item.Key {
		case "social":
			main.Social = mean
		case "artistic":
			main.Artistic = mean
		}
	}
	v.Main = main
	return s.render(v, "about/method/", s.latest())
}
