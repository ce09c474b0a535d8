package export

import (
	"strconv"

	"shigotoatlas/generator/catalog"
	"shigotoatlas/generator/ingest"
)

// profiles is the long form of the numeric profiles: what the tables of the domains have in columns stands here in
// rows, beside what is needed to weigh a figure.
func profiles(c *catalog.Catalog) ingest.Data {
	zeroOrOne := []string{"0", "1"}
	fields := []ingest.Field{
		{Name: "domain", Type: ingest.String, Required: true, Enum: catalog.DomainKeys,
			About: "領域。横に並べた表の名前と同じです。", AboutEN: "Domain, which is also the name of its wide table."},
		ingest.IDField(),
		{Name: "item", Type: ingest.String, Required: true,
			About: "項目。items の column、横に並べた表の列名と同じです。", AboutEN: "Item: column in items, and in the wide table."},
		{Name: "value", Type: ingest.Number, Unit: "評定または割合", Range: &ingest.Range{Minimum: 0, Maximum: 7}, Decimals: 3, Required: true,
			About: "公表された値。取りうる範囲は items の minimum と maximum です。", AboutEN: "Published value; its range stands in items (minimum, maximum)."},
		{Name: "not_relevant", Type: ingest.Integer, Enum: zeroOrOne,
			About: "1 は「関係なし」の印。印を尋ねていない領域では空欄です。", AboutEN: "1 marks the item as not relevant; empty in domains that were not asked for marks."},
		{Name: "small_sample", Type: ingest.Integer, Enum: zeroOrOne,
			About:   "1 は、その領域の直近の調査の回答が20件未満の職業。どの票が尋ねたか分からない領域では、その年度のどれかの票が20件未満なら1です。調査の記録がなければ空欄です。",
			AboutEN: "1 where the latest survey of the domain had fewer than 20 answers; where the form that asked is unknown, 1 if any form of that year had. Empty without a record of the survey."},
		{Name: "fiscal_year", Type: ingest.Integer, Unit: "年度", Range: ingest.From(2018),
			About: "領域の直近の更新年度（西暦）。", AboutEN: "Fiscal year of the latest update of the domain."},
	}
	data := ingest.Data{Table: ingest.Table{
		Name: "profiles", Title: "数値プロフィール（縦持ち）", TitleEN: "Numeric profiles, long form",
		About:   "一行が一つの職業の一つの項目の値です。中身は interests から abilities までの領域の表と同じで、公表値のない組み合わせの行はありません。",
		AboutEN: "One row per occupation and item. The contents are those of the tables of the domains; combinations without a published value have no row.",
		Sources: []string{"ipd-numeric", "ipd-forms"}, Fields: fields, Key: []string{"domain", "id", "item"}, Partition: "domain",
		References: []ingest.Reference{{Field: "id", Table: "occupations", Column: "id"}},
	}}
	for _, d := range c.Domains {
		for _, o := range c.Occupations {
			if o.Profiles[d.Key] != nil {
				data.Records = append(data.Records, longRows(d, o)...)
			}
		}
	}
	return data
}

// longRows are the rows of an occupation in a domain.
func longRows(d *catalog.Domain, o *catalog.Occupation) [][]string {
	p, id := o.Profiles[d.Key], strconv.Itoa(o.ID)
	survey, surveyed := o.Surveys[d.Key]
	small := ""
	if surveyed {
		small = flag(survey.SmallSample)
	}
	rows := make([][]string, 0, len(d.Items))
	for i, item := range d.Items {
		if !p.Figures[i].Known() {
			continue
		}
		irrelevant := ""
		if p.NotRelevant != nil {
			irrelevant = flag(p.NotRelevant[i])
		}
		rows = append(rows, []string{d.Key, id, item.Key, p.Figures[i].Text, irrelevant, small, survey.FiscalYear})
	}
	return rows
}

func flag(set bool) string {
	if set {
		return "1"
	}
	return "0"
}
