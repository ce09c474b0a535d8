package analysis

import (
	"strconv"

	"shigotoatlas/generator/ingest"
)

// solutions are the two sets of components by the names they have in tables.
var solutions = []string{"components", "landscape"}

func (a *Analysis) solution(name string) *Components {
	if name == "landscape" {
		return a.Landscape()
	}
	return a.Components()
}

func (a *Analysis) componentTables() []ingest.Data {
	solution := choice("solution", solutions, "components は残した成分すべて、landscape は「職業の地図」の二つの軸です。", "components: all components that are kept; landscape: the two axes of the map of occupations.")
	component := text("component", "成分。component_definitions の component と同じです。", "Component, as in component_definitions.")
	references := []ingest.Reference{{Field: "component", Table: "component_definitions", Column: "component"}}
	definitions := ingest.Data{Table: ingest.Table{
		Name: "component_definitions", Title: "成分", TitleEN: "Components",
		About:   "スキルと知識の主成分を、バリマックス法で回転したもの。すべての項目に数字がある職業だけから計算します。数は平行分析で決めました。",
		AboutEN: "Principal components of skills and knowledge, turned by varimax, from the occupations with a figure for every item. Their number is that of a parallel analysis.",
		Sources: fromProfiles, Key: []string{"component"},
		Fields: []ingest.Field{component, solution,
			text("name", "このサイトが付けた名前。", "Name given by this site, in Japanese."), text("name_en", "このサイトが付けた英語の名前。", "Name given by this site."),
			number("share", "割合", between(0, 1), "すべての項目の分散のうち、この成分が説明する割合（0–1）。", "Share of the variance of all items that the component explains (0–1)."),
			whole("cases", "職業", 1, "計算に使った職業の数。", "Occupations it is computed from."),
		},
	}}
	loadings := ingest.Data{Table: ingest.Table{
		Name: "component_loadings", Title: "成分の負荷量", TitleEN: "Loadings of the components",
		About: "項目と成分の相関係数。", AboutEN: "Correlations of items and components.",
		Sources: fromProfiles, Key: []string{"component", "domain", "item"}, References: references,
		Fields: []ingest.Field{component, domainField(structureDomains), itemField(),
			number("loading", "", between(-1, 1), "負荷量（－1から1）。成分の向きは、負荷量の合計が正になるように決めます。", "Loading, −1 to 1; a component's sign is such that its loadings have a positive sum.")},
	}}
	scores := ingest.Data{Table: ingest.Table{
		Name: "component_scores", Title: "成分の得点", TitleEN: "Scores on the components",
		About:   "職業ごとの成分の得点。平均0、標準偏差1で、同じ solution の成分どうしは相関しません。",
		AboutEN: "Scores of the occupations: mean 0, standard deviation 1, uncorrelated within a solution.",
		Sources: fromProfiles, Key: []string{"component", "id"}, References: append(occupationReferences("id"), references...),
		Fields: []ingest.Field{component, ingest.IDField(), number("score", "標準偏差", nil, "得点。", "Score.")},
	}}
	for _, name := range solutions {
		found := a.solution(name)
		for _, c := range found.List {
			definitions.Records = append(definitions.Records, []string{c.Name.Key, name, c.Name.Name, c.Name.English, decimal(c.Share), strconv.Itoa(len(found.Occupations))})
			for i, item := range found.Items {
				loadings.Records = append(loadings.Records, []string{c.Name.Key, item.Domain.Key, item.Item().Key, decimal(c.Loadings[i])})
			}
			for i, o := range found.Occupations {
				scores.Records = append(scores.Records, []string{c.Name.Key, id(o), decimal(c.Scores[i])})
			}
		}
	}
	return []ingest.Data{definitions, loadings, scores}
}

func (a *Analysis) clusterTables() []ingest.Data {
	cluster := text("cluster", "まとまり。cluster_definitions の cluster と同じです。", "Group, as in cluster_definitions.")
	definitions := ingest.Data{Table: ingest.Table{
		Name: "cluster_definitions", Title: "職業のまとまり", TitleEN: "Groups of occupations",
		About:   "スキルと知識の形が似た職業のまとまり（ウォード法）。数は、8から20までのうちシルエット係数の平均が最も大きいものです。境目はゆるやかで、分類ではありません。",
		AboutEN: "Groups of occupations alike in the shape of skills and knowledge (Ward's method), of 8 to 20 groups the number with the largest mean silhouette. Borders are soft; this is no classification.",
		Sources: fromProfiles, Key: []string{"cluster"},
		Fields: []ingest.Field{cluster,
			text("name", "このサイトが付けた名前。", "Name given by this site, in Japanese."), text("name_en", "このサイトが付けた英語の名前。", "Name given by this site."),
			whole("size", "職業", 1, "職業の数。", "Occupations in it."),
			list("middle", "まとまりの真ん中に最も近い三つの職業の番号。", "Ids of the three occupations nearest to its middle."),
			list("highest", "標準得点の平均が最も高い五つの項目（領域/項目）。", "The five items with the highest mean standard score, as domain/item.")},
	}}
	members := ingest.Data{Table: ingest.Table{
		Name: "cluster_members", Title: "まとまりに入る職業", TitleEN: "Occupations of the groups",
		About:   "職業が入るまとまり。スキルと知識のすべての項目に数字がある職業だけです。",
		AboutEN: "The group of each occupation that has a figure for every item of skills and knowledge.",
		Sources: fromProfiles, Key: []string{"id"}, References: append(occupationReferences("id"), ingest.Reference{Field: "cluster", Table: "cluster_definitions", Column: "cluster"}),
		Fields: []ingest.Field{ingest.IDField(), cluster, whole("rank", "順位", 1, "まとまりの真ん中に近い順。", "Place by nearness to the middle of the group.")},
	}}
	found := a.Clusters()
	for _, c := range found.List {
		definitions.Records = append(definitions.Records, []string{c.Name.Key, c.Name.Name, c.Name.English, strconv.Itoa(len(c.Occupations)),
			idList(c.Occupations[:min(3, len(c.Occupations))], "|"), itemNames(highestItems(found.Items, c.Means, 5))})
		for i, o := range c.Occupations {
			members.Records = append(members.Records, []string{id(o), c.Name.Key, strconv.Itoa(i + 1)})
		}
	}
	return []ingest.Data{definitions, members, mergeTable(found)}
}

// mergeTable is the whole tree in the form of R's hclust: single occupations are negative, steps are positive.
func mergeTable(found *Clusters) ingest.Data {
	t := ingest.Data{Table: ingest.Table{
		Name: "cluster_merges", Title: "まとまりの木", TitleEN: "The tree of groups",
		About:   "職業を近いものから順にまとめた木。left と right は、負の数なら一つの職業（番号に－を付けたもの）、正の数ならその step でできたまとまりです。",
		AboutEN: "The tree by which occupations are joined, from the nearest on. left and right are an occupation's id with a minus, or the step that made a group.",
		Sources: fromProfiles, Key: []string{"step"},
		Fields: []ingest.Field{whole("step", "", 1, "まとめた順。", "Order of the merges."),
			{Name: "left", Type: ingest.Integer, Required: true, About: "まとめた一方。", AboutEN: "One side."},
			{Name: "right", Type: ingest.Integer, Required: true, About: "もう一方。", AboutEN: "The other side."},
			number("height", "", ingest.From(0), "まとめた高さ。まとまりの平均からの距離の二乗の和が増える分の2倍の平方根です。", "Height: the square root of twice the increase in squared distances from the means."),
			whole("size", "職業", 2, "できたまとまりの職業の数。", "Occupations in the group that is made.")},
	}}
	n := len(found.shapes)
	side := func(group int) string {
		if group < n {
			return strconv.Itoa(-found.Occupations[group].ID)
		}
		return strconv.Itoa(group - n + 1)
	}
	for i, m := range found.Merges {
		t.Records = append(t.Records, []string{strconv.Itoa(i + 1), side(m.A), side(m.B), decimal(m.Height), strconv.Itoa(m.Size)})
	}
	return t
}

func (a *Analysis) ruleTable() []ingest.Data {
	t := ingest.Data{Table: ingest.Table{
		Name: "association_rules", Title: "際立つ項目の結びつき", TitleEN: "Associations of distinctive items",
		About:   "「if_items が際立つ職業の多くは、then_item も際立つ」という規則。際立つとは、標準得点が1以上で、その職業のその領域の高いほうから五つまでに入ることです。支持度3%、12職業、確信度70%、リフト2以上の規則だけです。条件が二つの規則は、確信度が一つのときより0.1以上高いものです。原因と結果を表すものではありません。",
		AboutEN: "Rules: most occupations of which if_items are distinctive have then_item too. Distinctive: standard score 1 or more and among the five highest of its domain. Support at least 3 % and 12 occupations, confidence 70 %, lift 2; with two conditions, confidence at least 0.1 above either alone. They say nothing of causes.",
		Sources: fromForms, Key: []string{"if_items", "then_item"},
		Fields: []ingest.Field{list("if_items", "条件の項目、一つか二つ（領域/項目）。", "One or two items, as domain/item."),
			text("then_item", "結びつく項目（領域/項目）。", "The item that goes with them, as domain/item."),
			whole("occupations", "職業", 1, "すべての項目について、際立つかどうかが分かる職業の数。", "Occupations that can be told for all items."),
			whole("matching", "職業", 1, "そのうち、条件の項目がすべて際立つ職業の数。", "Of them those with all of if_items."),
			whole("both", "職業", 1, "そのうち、then_item も際立つ職業の数。", "Of them those with then_item too."),
			number("support", "割合", between(0, 1), "支持度。both ÷ occupations。", "both / occupations."),
			number("confidence", "割合", between(0, 1), "確信度。both ÷ matching。", "both / matching."),
			number("lift", "倍", ingest.From(0), "リフト。確信度が、then_item の際立つ職業の割合の何倍か。", "Confidence divided by the share of occupations with then_item.")},
	}}
	for _, r := range a.Rules() {
		then := r.Then.Domain.Key + "/" + r.Then.Item().Key
		t.Records = append(t.Records, []string{itemNames(r.If), then, strconv.Itoa(r.Occupations), strconv.Itoa(r.Matching), strconv.Itoa(r.Both),
			decimal(r.Support()), decimal(r.Confidence()), decimal(r.Lift)})
	}
	return []ingest.Data{t}
}

func (a *Analysis) navigatorTable() []ingest.Data {
	t := ingest.Data{Table: ingest.Table{
		Name: "navigator", Title: "二択の質問の木", TitleEN: "The tree of two-choice questions",
		About:   "「二択で探す」のすべての場所。path は答えの並び（a は高いほう、b は低いほう）で、始まりは root です。質問のない場所が、道の終わりです。",
		AboutEN: "All places of the two-choice navigator. path lists the answers (a: high, b: low), root is the beginning; places without a question are ends.",
		Sources: fromProfiles, Key: []string{"path"},
		Fields: []ingest.Field{text("path", "答えの並び。", "Answers so far."),
			optional(text("question", "質問のキー。終わりでは空欄です。", "Key of the question; empty at an end.")),
			optional(text("item", "質問が使う項目（領域/項目）。", "Item the question is about, as domain/item.")),
			{Name: "threshold", Type: ingest.Number, Unit: "評定", Range: between(0, 7), Decimals: 3, About: "値がこれ以上の職業が a へ、これより小さい職業が b へ進みます。", AboutEN: "Figures of at least this go to a, smaller ones to b."},
			whole("size", "職業", 0, "残っている職業の数。", "Occupations that are left."),
			list("occupations", "終わりで残る職業の番号。質問では、その項目の数字がなく、そこに留まる職業の番号です。", "Ids of the occupations at an end; at a question, of those that have no figure for it and stay.")},
	}}
	if root := a.Navigator(); root != nil {
		t.Records = root.rows()
	}
	return []ingest.Data{t}
}

// rows are a place and all after it.
func (c *Choice) rows() [][]string {
	path, size := c.Path, strconv.Itoa(len(c.Occupations))
	if path == "" {
		path = "root"
	}
	if c.Leaf() {
		return [][]string{{path, "", "", "", size, idList(c.Occupations, "|")}}
	}
	item := c.Question.Item
	rows := [][]string{{path, c.Question.Key, item.Domain.Key + "/" + item.Item().Key, c.Threshold.Text, size, idList(c.Unknown, "|")}}
	return append(append(rows, c.High.rows()...), c.Low.rows()...)
}
