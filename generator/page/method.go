package page

import "strings"

// methodView holds the numbers that the method page states, so that it cannot fall behind the data.
type methodView struct {
	Occupations int
	WithFigures int
	Domains     []domainCount
	Social      string // the means that show why raw figures are not compared
	Artistic    string
	Tools       []link         // to the methods of tools
	Structure   *structureView // nil where nothing computed has names
	Navigator   bool
}

// structureView is what was found in the figures as a whole.
type structureView struct {
	Cases, Without, Items int
	Components            []componentRow
	Kept, Next            string // the last eigenvalue that is kept, and the next
	Groups                int
}

type componentRow struct{ Name, Share, Highest string }

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
	main.Structure, main.Navigator = s.structure(), len(s.c.Questions) > 0
	for _, key := range []string{"interests", "values", "match", "portable", "profile"} {
		if tool := s.c.Tool(key); tool != nil {
			main.Tools = append(main.Tools, link{tool.Title.Ja, key + "/"})
		}
	}
	if s.c.Aptitude != nil {
		main.Tools = append(main.Tools, link{s.c.Tool("aptitude").Title.Ja, v.Root + toolPath("aptitude") + "#method"})
	}
	v.Main = main
	return s.render(v, "about/method/", s.latest())
}

func (s *site) structure() *structureView {
	if s.c.Analyses == nil {
		return nil
	}
	found := s.a.Components()
	v := &structureView{Cases: len(found.Occupations), Without: len(s.c.Occupations) - len(found.Occupations), Items: len(found.Items),
		Kept: decimals(found.Eigenvalues[len(found.List)-1], 2), Next: decimals(found.Eigenvalues[len(found.List)], 2), Groups: len(s.c.Analyses.Clusters)}
	for _, c := range found.List {
		var highest []string
		for _, item := range c.Name.Items {
			highest = append(highest, item.Item().Name)
		}
		v.Components = append(v.Components, componentRow{c.Name.Name, decimals(100*c.Share, 1), strings.Join(highest, "、")})
	}
	return v
}
