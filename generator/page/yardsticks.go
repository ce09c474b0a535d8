package page

import "shigotoatlas/generator/catalog"

// yardstickView is a yardstick: its levels, and what each area looks like at every level.
type yardstickView struct {
	*catalog.Yardstick
	Groups []yardstickGroup
}

// yardstickGroup holds areas that stand under one heading, or a single area without one.
type yardstickGroup struct {
	Title string
	Areas []yardstickArea
}

type yardstickArea struct {
	catalog.YardstickArea
	Rows []yardstickRow
}

type yardstickRow struct{ Level, Text string }

func yardstickPath(y *catalog.Yardstick) string { return "yardsticks/" + y.Slug + "/" }

func (s *site) yardstickPages() error {
	if len(s.c.Yardsticks) == 0 {
		return nil
	}
	const intro = "仕事の力を、分野と段階に分けて、できることの文で表しました。自分の今いる所を確かめたり、育成や面談で話したりするときに使います。"
	err := s.cards("yardsticks/", "yardsticks", "力の物差し", intro, func(root string) cardsView {
		g := cardGroup{}
		for _, y := range s.c.Yardsticks {
			g.Cards = append(g.Cards, card{link: link{y.Name, root + yardstickPath(y)}, Text: y.Summary, Hue: -1})
		}
		return cardsView{"力の物差し", []string{intro}, []cardGroup{g}}
	})
	if err != nil {
		return err
	}
	for _, y := range s.c.Yardsticks {
		v := s.newView("yardstick", yardstickPath(y), y.Name, y.Summary)
		v.Section, v.Crumbs = "yardsticks", []link{{"力の物差し", v.Root + "yardsticks/"}}
		v.Main = yardstickView{y, yardstickGroups(y)}
		if err := s.render(v, yardstickPath(y), y.Reviewed); err != nil {
			return err
		}
	}
	return nil
}

// yardstickGroups puts areas that stand together under the heading they share.
func yardstickGroups(y *catalog.Yardstick) []yardstickGroup {
	var groups []yardstickGroup
	for _, a := range y.Areas {
		area := yardstickArea{YardstickArea: a}
		for i, text := range a.Levels {
			area.Rows = append(area.Rows, yardstickRow{y.Levels[i].Name, text})
		}
		if len(groups) == 0 || groups[len(groups)-1].Title != a.Group {
			groups = append(groups, yardstickGroup{Title: a.Group})
		}
		last := &groups[len(groups)-1]
		last.Areas = append(last.Areas, area)
	}
	return groups
}
