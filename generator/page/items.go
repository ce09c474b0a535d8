package page

import (
	"html/template"
	"strconv"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
)

// itemView is the page of one item: what it means and where it is highest.
type itemView struct {
	Name, English            string
	Official                 string // where it is another than Name
	Domain                   link
	Definition, DefinitionEn string
	Levels                   []levelView
	Scale                    string
	Mean, Deviation          string
	Count, Without           int
	Highest, Lowest          template.HTML // rows
	Others                   []link
}

type levelView struct{ Name, Text, English string }

type rankView struct {
	link
	Place int
	Value string
	Width int
	Mean  int
	Small bool
}

func (s *site) itemIndex() error {
	return s.cards("items/", "items", "力や性質から探す", "スキル、知識、仕事の性質などの項目ごとに、数字の高い職業を見られます。", func(root string) cardsView {
		g := cardGroup{}
		for _, d := range s.c.Domains {
			g.Cards = append(g.Cards, card{link: link{d.Name, root + domainPath(d)}, Text: d.Summary, Count: strconv.Itoa(len(d.Items)) + "項目", Hue: -1})
		}
		return cardsView{"力や性質から探す", []string{"職業の数字は、その職業で働く人への調査から作られています。項目を選ぶと、言葉の意味と、数字の高い職業が分かります。"}, []cardGroup{g}}
	})
}

// domainView lists the items of a domain with their statistics.
type domainView struct {
	Name, English, Summary, SummaryEn string
	Scale                             string
	Items                             []domainRow
}

type domainRow struct {
	link
	English, Definition string
	Mean, Deviation     string
	Count               int
	Top                 link
}

func (s *site) itemPages(d *catalog.Domain) error {
	v := s.newView("domain", domainPath(d), d.Name, d.Summary)
	v.Section, v.Crumbs = "items", []link{{"力と性質", v.Root + "items/"}}
	main := domainView{Name: d.Name, English: d.English, Summary: d.Summary, SummaryEn: d.SummaryEn, Scale: scaleText(d)}
	for i, item := range d.Items {
		st := s.a.Item(d.Key, i)
		row := domainRow{link: link{Name: item.Name}, English: item.English, Definition: item.Definition,
			Mean: decimals(st.Mean, 3), Deviation: decimals(st.Deviation, 3), Count: st.Count}
		if hasItemPages(d) {
			row.Href = v.Root + itemPath(d, i)
			if top := s.a.Highest(d.Key, i); len(top) > 0 {
				row.Top = s.occupationLink(v.Root, top[0].Occupation)
			}
			if err := s.itemPage(d, i); err != nil {
				return err
			}
		}
		main.Items = append(main.Items, row)
	}
	v.Main = main
	return s.render(v, domainPath(d), s.latest())
}

func scaleText(d *catalog.Domain) string {
	if d.Shares() {
		return "答えた人の割合"
	}
	return number(d.Scale.Minimum) + "（" + d.Scale.Low + "）から" + number(d.Scale.Maximum) + "（" + d.Scale.High + "）まで"
}

func (s *site) itemPage(d *catalog.Domain, i int) error {
	item, path := d.Items[i], itemPath(d, i)
	v := s.newView("item", path, item.Name+"（"+d.Name+"）", item.Definition+"この数字が高い職業の順位を見られます。")
	v.Section = "items"
	v.Crumbs = []link{{"力と性質", v.Root + "items/"}, {d.Name, v.Root + domainPath(d)}}
	st := s.a.Item(d.Key, i)
	main := itemView{
		Name: item.Name, English: item.English, Domain: link{d.Name, v.Root + domainPath(d)}, Definition: item.Definition, DefinitionEn: item.DefinitionEn,
		Scale: scaleText(d), Mean: decimals(st.Mean, 3), Deviation: decimals(st.Deviation, 3), Count: st.Count, Without: len(s.c.Occupations) - st.Count,
	}
	if item.Maximum == 1 {
		main.Scale = "答えた人の割合（0から1）"
	}
	if item.Official != item.Name {
		main.Official = item.Official
	}
	if l := item.Levels; l != nil {
		main.Levels = []levelView{{"低い水準の例", l.Low, l.LowEn}, {"中くらいの例", l.Middle, l.MiddleEn}, {"高い水準の例", l.High, l.HighEn}}
	}
	ranks := s.a.Highest(d.Key, i)
	main.Highest = s.ranks(v.Root, d, i, ranks[:min(50, len(ranks))])
	if len(ranks) > 70 {
		main.Lowest = s.ranks(v.Root, d, i, ranks[len(ranks)-10:])
	}
	for k, other := range d.Items {
		if k != i {
			main.Others = append(main.Others, link{other.Name, v.Root + itemPath(d, k)})
		}
	}
	v.Main = main
	return s.render(v, path, s.latest())
}

func (s *site) ranks(root string, d *catalog.Domain, i int, ranks []analysis.Rank) template.HTML {
	views := make([]rankView, len(ranks))
	mean := hundredths(s.a.Item(d.Key, i).Mean, d.Items[i])
	for k, r := range ranks {
		views[k] = rankView{s.occupationLink(root, r.Occupation), r.Place, r.Figure.Text, hundredths(r.Figure.Value, d.Items[i]), mean,
			r.Occupation.Surveys[d.Key].SmallSample}
	}
	return rankTable(views)
}
