package page

import (
	"slices"
	"strconv"

	"shigotoatlas/generator/catalog"
)

// relationView is a relation map: the drawing, and a list that says the same.
type relationView struct {
	Title, Summary string
	Drawing        mapDrawing
	Rows           []relationRow
}

type relationRow struct {
	Name  string
	Nodes []relationNode
}

type relationNode struct {
	ID, Text string
	link     // Href is "" for a group
	Members  []link
	Passes   []passing
}

// A passing is one edge as one of its nodes sees it.
type passing struct {
	Other, Words string
	Gives        bool // the node gives, the other gets
}

func mapPath(m *catalog.RelationMap) string { return "maps/" + m.Key + "/" }

func (s *site) mapPages() error {
	if len(s.c.RelationMaps) == 0 {
		return nil
	}
	err := s.cards("maps/", "maps", "職業関連図", "一つの仕事の流れの中で、だれがだれと働き、何を受け渡すかを図で見わたします。", func(root string) cardsView {
		g := cardGroup{}
		for _, m := range s.c.RelationMaps {
			g.Cards = append(g.Cards, card{link: link{m.Title, root + mapPath(m)}, Text: m.Summary, Hue: -1, Pictogram: s.drawMap(root, m).thumbnail()})
		}
		return cardsView{"職業関連図", []string{"一つの仕事の流れの中で、だれがだれと働き、何を受け渡すかを図にしました。図の下に、同じ内容の一覧があります。"}, []cardGroup{g}}
	})
	if err != nil {
		return err
	}
	for _, m := range s.c.RelationMaps {
		v := s.newView("map", mapPath(m), m.Title, m.Summary)
		v.Section, v.Crumbs = "maps", []link{{"職業関連図", v.Root + "maps/"}}
		v.Main = s.relationView(v.Root, m)
		if err := s.render(v, mapPath(m), s.latest()); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) relationView(root string, m *catalog.RelationMap) relationView {
	v := relationView{Title: m.Title, Summary: m.Summary, Rows: make([]relationRow, len(m.Rows))}
	for i, name := range m.Rows {
		v.Rows[i].Name = name
	}
	v.Drawing = s.drawMap(root, m)
	nodes := slices.Clone(m.Nodes)
	slices.SortStableFunc(nodes, func(a, b *catalog.MapNode) int { return a.Column - b.Column })
	for _, n := range nodes {
		row := &v.Rows[n.Row-1]
		row.Nodes = append(row.Nodes, s.relationNode(root, m, n))
	}
	return v
}

// drawMap draws a map with the pages of occupations behind its boxes, and the list below behind those of groups.
func (s *site) drawMap(root string, m *catalog.RelationMap) mapDrawing {
	return layOutMap(m, func(n *catalog.MapNode) string {
		if n.Occupation == nil {
			return "#" + n.Key
		}
		return root + occupationPath(n.Occupation)
	}, func(n *catalog.MapNode) int {
		for _, o := range append([]*catalog.Occupation{n.Occupation}, n.Members...) {
			if o != nil {
				return s.hue(s.c.Field(o.FieldKey))
			}
		}
		return -1
	})
}

func (s *site) relationNode(root string, m *catalog.RelationMap, n *catalog.MapNode) relationNode {
	v := relationNode{ID: n.Key, Text: n.Text, link: link{Name: n.Name}}
	if n.Occupation != nil {
		v.link = s.occupationLink(root, n.Occupation)
	}
	for _, o := range n.Members {
		v.Members = append(v.Members, s.occupationLink(root, o))
	}
	for _, e := range m.Edges {
		switch n {
		case e.Start:
			v.Passes = append(v.Passes, passing{e.End.Name, e.Words, true})
		case e.End:
			v.Passes = append(v.Passes, passing{e.Start.Name, e.Words, false})
		}
	}
	return v
}

// pictures are the cards that lead from the home page to what is drawn.
func (s *site) pictures() []card {
	var cards []card
	if len(s.c.Town) > 0 {
		cards = append(cards, card{link: link{"町の絵から探す", "town/"}, Text: "駅、病院、森など、ふりがなつきで", Count: strconv.Itoa(len(s.c.Town)) + "か所", Hue: -1, Pictogram: s.Pictograms["themes/towns"]})
	}
	if len(s.c.RelationMaps) > 0 {
		cards = append(cards, card{link: link{"職業関連図", "maps/"}, Text: "仕事の流れの中で、だれがだれと働くか", Count: strconv.Itoa(len(s.c.RelationMaps)) + "枚", Hue: -1, Pictogram: s.Pictograms["themes/team"]})
	}
	return cards
}

// mapLinks are the relation maps in which an occupation stands.
func (s *site) mapLinks(root string, o *catalog.Occupation) []link {
	var links []link
	for _, m := range s.c.Maps(o) {
		links = append(links, link{m.Title, root + mapPath(m)})
	}
	return links
}
