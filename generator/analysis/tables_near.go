package analysis

import (
	"math"
	"strconv"
	"strings"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/ingest"
)

func (a *Analysis) distinctivenessTable() []ingest.Data {
	t := ingest.Data{Table: ingest.Table{
		Name: "distinctiveness", Title: "際立つ項目", TitleEN: "Distinctive items",
		About:   "全職業の中で標準得点が1以上か－1以下の項目。「関係なし」の印がある項目と、回答20人未満の領域は入れません。",
		AboutEN: "Items with a standard score of 1 or more, or −1 or less, over all occupations. Items flagged as not relevant and domains with fewer than 20 answers are left out.",
		Sources: fromForms, Key: []string{"id", "domain", "item"}, References: occupationReferences("id"),
		Fields: []ingest.Field{
			ingest.IDField(), domainField(sentenceDomains), itemField(),
			number("score", "標準偏差", nil, "標準得点。項目ごとに、値のある全職業の平均を引き、母標準偏差で割った値です。", "Standard score: distance from the mean of all occupations with a figure, in population standard deviations of the item."),
			number("percentile", "パーセンタイル", between(0, 100), "値のある全職業の中での位置（0–100）。同じ値は中間の順位です。", "Mid-rank percentile among all occupations with a figure."),
			whole("rank", "順位", 1, "その職業のその領域で、高い側または低い側の何番目に際立つか。", "Place among the high, or among the low, items of the domain in the occupation."),
		},
	}}
	for _, o := range a.catalog.Occupations {
		for _, key := range sentenceDomains {
			if !o.Surveys[key].SmallSample {
				t.Records = append(t.Records, a.distinctiveRows(o, key)...)
			}
		}
	}
	return []ingest.Data{t}
}

// distinctiveRows are the rows of an occupation in a domain, from the highest item to the lowest.
func (a *Analysis) distinctiveRows(o *catalog.Occupation, domain string) [][]string {
	tellings := a.Telling(o, domain, math.MaxInt32, 0)
	var rows [][]string
	for i, t := range tellings {
		rank := i + 1
		if t.Score < 0 {
			rank = len(tellings) - i
		}
		if math.Abs(t.Score) >= threshold {
			rows = append(rows, []string{id(o), domain, t.Domain.Items[t.Item].Key, decimal(t.Score), decimal(a.Percentile(o, domain, t.Item)), strconv.Itoa(rank)})
		}
	}
	return rows
}

func (a *Analysis) similarityTables() []ingest.Data {
	nearest := ingest.Data{Table: ingest.Table{
		Name: "similarity", Title: "似た職業", TitleEN: "Similar occupations",
		About:   "職業ごとの、最も似た20の職業。スキル、知識、アビリティ、仕事の内容の標準得点の形の近さです。どの領域も共通しない職業は入りません。すべての組は parquet/similarity_pairs.parquet にあります。",
		AboutEN: "The 20 occupations most similar to each, by the shape of their standard scores in skills, knowledge, abilities and activities. Occupations without a common domain have no rows. All pairs stand in parquet/similarity_pairs.parquet.",
		Sources: fromProfiles, Key: []string{"id", "other"}, References: occupationReferences("id", "other"),
		Fields: append([]ingest.Field{ingest.IDField(), otherID("other", "似た職業の収録番号。", "Id of the similar occupation."),
			whole("rank", "順位", 1, "近い順（1から20）。", "Place by closeness, 1 to 20.")}, closenessFields()...),
	}}
	for _, o := range a.catalog.Occupations {
		for i, n := range a.Nearest(o, keptNeighbours) {
			nearest.Records = append(nearest.Records, []string{id(o), id(n.Occupation), strconv.Itoa(i + 1), decimal(n.Closeness), strconv.Itoa(n.Shared)})
		}
	}
	return []ingest.Data{nearest, a.pairsTable()}
}

func closenessFields() []ingest.Field {
	return []ingest.Field{
		number("closeness", "", between(-1, 1), "近さ。共通する領域の相関係数の和を、領域の数に0.5を足した数で割った値です。大きいほど近く、百分率ではありません。",
			"Closeness: the correlations of the common domains, summed and divided by their number and a half. Larger is nearer; it is no percentage."),
		whole("shared_domains", "領域", 1, "両方に数字がある領域の数（1から4）。", "Domains in which both have figures, 1 to 4."),
	}
}

// pairsTable has every pair once, the smaller id first.
func (a *Analysis) pairsTable() ingest.Data {
	t := ingest.Data{Table: ingest.Table{
		Name: "similarity_pairs", Title: "職業どうしの近さ（すべての組）", TitleEN: "Closeness of all pairs of occupations",
		About:   "二つの職業のすべての組の近さ。組は一度だけ、番号の小さい職業を id に置きます。共通する領域のない組は入りません。",
		AboutEN: "Closeness of every pair of occupations, once, the smaller number as id. Pairs without a common domain have no row.",
		Sources: fromProfiles, Key: []string{"id", "other"}, References: occupationReferences("id", "other"), Bulk: true,
		Fields: append([]ingest.Field{ingest.IDField(), otherID("other", "もう一つの職業の収録番号。", "Id of the other occupation.")}, closenessFields()...),
	}}
	occupations := a.catalog.Occupations
	for i, o := range occupations {
		for j := i + 1; j < len(occupations); j++ {
			if s, defined := a.profiles.Between(i, j); defined {
				t.Records = append(t.Records, []string{id(o), id(occupations[j]), decimal(s.Closeness), strconv.Itoa(s.Shared)})
			}
		}
	}
	return t
}

func (a *Analysis) transitionTable() []ingest.Data {
	t := ingest.Data{Table: ingest.Table{
		Name: "transitions", Title: "職業の間の移動で求められるもの", TitleEN: "What a move between occupations asks for",
		About:   "最も似た20の職業と、このサイトが次の一歩として挙げた職業への移動。二つの職業の平均の差で、個人に必要なものではありません。資格は法令がその職業に求めるもので、いくつもあるときは仕事の範囲によって要るものが違います。",
		AboutEN: "Moves to the 20 most similar occupations and to those this site names as next steps. Differences are of occupational means, not of persons. Licences are those the law asks for; of several, the scope of the work decides which.",
		Sources: fromAll, Key: []string{"id", "other"}, References: occupationReferences("id", "other"),
		Fields: transitionFields(),
	}}
	for _, m := range a.Transitions() {
		rank, shared := "", ""
		if m.Rank > 0 {
			rank = strconv.Itoa(m.Rank)
		}
		if m.Shared > 0 {
			shared = strconv.Itoa(m.Shared)
		}
		record := []string{id(m.From), id(m.To), rank, flag(m.Named), decimal(m.Closeness), shared}
		for _, s := range m.Shortfalls {
			record = append(record, decimal(s))
		}
		var lacking []string
		for _, l := range m.Lacking {
			lacking = append(lacking, l.Domain.Key+"/"+l.Domain.Items[l.Item].Key)
		}
		step := m.Licences
		t.Records = append(t.Records, append(record, strings.Join(lacking, "|"), step.Kind(), strings.Join(step.Required, "|"),
			strings.Join(step.Shared, "|"), strings.Join(step.Related, "|"), strings.Join(step.Missing, "|")))
	}
	return []ingest.Data{t}
}

func transitionFields() []ingest.Field {
	fields := []ingest.Field{
		ingest.IDField(), otherID("other", "移動先の職業の収録番号。", "Id of the occupation moved to."),
		optional(whole("rank", "順位", 1, "移動元に似た順（1から20）。次の一歩としてだけ挙げた職業では空欄です。", "Place among the occupations most similar to the first, 1 to 20; empty for those that are only named as a next step.")),
		{Name: "named", Type: ingest.Integer, Enum: []string{"0", "1"}, Required: true, About: "1 は、このサイトの文章が次の一歩として挙げた職業です。", AboutEN: "1 where the texts of this site name it as a next step."},
	}
	for _, f := range closenessFields() {
		f.About += "共通する領域がなければ空欄です。"
		f.AboutEN += " Empty without a common domain."
		fields = append(fields, optional(f))
	}
	for _, d := range []struct{ key, name, english string }{{"skills", "スキル", "skills"}, {"knowledge", "知識", "knowledge"}, {"abilities", "アビリティ", "abilities"}, {"activities", "仕事の内容", "activities"}} {
		fields = append(fields, optional(number("shortfall_"+d.key, "評定", between(0, 7),
			d.name+"で移動先が移動元を上回る分の、移動先らしさ（標準得点）で重みづけした平均。どちらかに数字がなければ空欄です。",
			"By how much the second has more in "+d.english+": mean over items weighted by how distinctive they are of it, in units of the scale. Empty where either has no figures.")))
	}
	return append(fields,
		list("lacking", "移動先の標準得点が移動元を最も大きく上回る項目、五つまで（領域/項目）。", "At most five items in which the second stands above the first by most, as domain/item."),
		choice("licence_step", licenceKinds, "移動先に法令が求める資格の見通し。none は求められない、shared は移動元でも求められる資格がある、related は移動元に関連する資格の中にある、further は新たに要る、です。",
			"none: the law asks for no licence; shared: it asks for one that the first requires too; related: for one that is related to the first; further: for one that is neither."),
		list("licences_required", "移動先に法令が求める資格。", "Licences that the law asks for in the second."),
		list("licences_shared", "そのうち、移動元でも求められるもの。", "Of them those that the first requires too."),
		list("licences_related", "そのうち、移動元に関連する資格として挙がるもの。", "Of the others those that are related to the first."),
		list("licences_missing", "そのうち、移動元のどちらの資格にもないもの。", "Of them those that are neither."))
}
