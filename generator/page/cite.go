package page

import "shigotoatlas/generator/catalog"

// cite names the sources of figures, with the editions that the dataset has, so that no page states one that it does
// not show.
type cite struct {
	Profiles string // short, for a note beside a figure
	Citation string // of the profiles, in the words their publisher asks for
	Wages    string
	Openings string
	Labour   string // of both, as a whole sentence without its full stop
}

func newCite(c *catalog.Catalog) cite {
	profiles, wages := source(c, "ipd-numeric"), source(c, "wages-table1")
	made := cite{
		Profiles: "職業情報データベース ver." + profiles.Version,
		Citation: profiles.Citation,
		Wages:    wages.Publisher + "「賃金構造基本統計調査」" + wages.Version,
		Openings: source(c, "openings").Publisher + "「職業安定業務統計」",
	}
	made.Labour = made.Wages + "、" + made.Openings + "を加工して作成"
	return made
}

// source is the sidecar with the key, empty where a dataset lacks it.
func source(c *catalog.Catalog, key string) catalog.Source {
	if s := c.Source(key); s != nil {
		return *s
	}
	return catalog.Source{}
}
