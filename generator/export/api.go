package export

import (
	"encoding/json"
	"fmt"
	"math"
	"runtime"
	"strconv"

	"golang.org/x/sync/errgroup"

	"shigotoatlas/generator/analysis"
	"shigotoatlas/generator/catalog"
)

// apiDirectory is where the static interface lies. Its addresses and the names of its properties stay; new properties
// may come.
const apiDirectory = "api/v1/"

// API writes the parts of /api/v1/ that change with the content: occupations, items with their rankings, places and the
// vocabulary of search. The parts that are rows of tables come with the release; openapi.json describes both.
func API(c *catalog.Catalog, a *analysis.Analysis, base string, write func(path string, data []byte) error) error {
	api := interfaceFiles{c, a, base, write}
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, job := range []func() error{api.lists, api.items, api.occupations} {
		g.Go(job)
	}
	if err := g.Wait(); err != nil {
		return fmt.Errorf("writing /%s: %w", apiDirectory, err)
	}
	return nil
}

type interfaceFiles struct {
	c     *catalog.Catalog
	a     *analysis.Analysis
	base  string
	write func(path string, data []byte) error
}

// put writes a value as a JSON file of the interface.
func (api interfaceFiles) put(name string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return api.write(apiDirectory+name, append(data, '\n'))
}

// lists writes the files that there is one of each.
func (api interfaceFiles) lists() error {
	index := apiIndex{Name: "Shigoto Atlas API", Version: "v1", DatasetVersion: api.c.DatasetVersion, OpenAPI: api.base + apiDirectory + "openapi.json", Dataset: api.base + "dataset/latest.json"}
	for _, s := range api.c.Sources {
		index.Sources = append(index.Sources, apiSource{s.Key, s.Title, s.Publisher, s.Version, s.Citation, s.Terms, s.TermsURL})
	}
	var occupations []apiEntry
	for _, o := range api.c.Occupations {
		occupations = append(occupations, apiEntry{o.ID, o.Slug, o.Name, o.Reading, o.English, o.FieldKey, len(o.Profiles) > 0})
	}
	var places []apiPlace
	for _, p := range api.c.Places {
		places = append(places, apiPlace{p.Code, p.Name, p.Region})
	}
	for _, f := range []struct {
		name  string
		value any
	}{{"index.json", index}, {"occupations.json", occupations}, {"places.json", places}, {"vocabulary.json", api.vocabulary()}} {
		if err := api.put(f.name, f.value); err != nil {
			return err
		}
	}
	return nil
}

// vocabulary is what search knows of words.
func (api interfaceFiles) vocabulary() apiVocabulary {
	var v apiVocabulary
	for _, o := range api.c.Occupations {
		v.Occupations = append(v.Occupations, apiNames{o.ID, o.Name, o.Reading, listed(o.Aliases)})
	}
	for _, g := range api.c.Synonyms {
		v.Synonyms = append(v.Synonyms, apiSynonyms{g.Words, g.From, g.To})
	}
	for _, t := range api.c.Glossary {
		v.Glossary = append(v.Glossary, apiTerm{t.Key, t.Term, t.Reading, t.English, t.Meaning})
	}
	for _, f := range api.c.Fields {
		v.Fields = append(v.Fields, apiWord{f.Key, f.Name, f.English})
	}
	for _, t := range api.c.Themes {
		v.Themes = append(v.Themes, apiWord{t.Key, t.Name, t.English})
	}
	for _, l := range api.c.Licences {
		v.Licences = append(v.Licences, apiWord{l.Key, l.Name, l.English})
	}
	return v
}

// items writes the list of domains with their items, and the ranking of every item.
func (api interfaceFiles) items() error {
	var domains []apiDomain
	for _, d := range api.c.Domains {
		domain := apiDomain{Domain: d.Key, Name: d.Name, English: d.English, Shares: d.Shares()}
		for i, item := range d.Items {
			described := api.item(d, i)
			domain.Items = append(domain.Items, described)
			ranking := apiRanking{Domain: d.Key, apiItem: described, Ranking: []apiRank{}}
			for _, r := range api.a.Highest(d.Key, i) {
				ranking.Ranking = append(ranking.Ranking, apiRank{r.Place, r.Occupation.ID, json.Number(r.Figure.Text)})
			}
			if err := api.put("items/"+d.Key+"/"+item.Key+".json", ranking); err != nil {
				return err
			}
		}
		domains = append(domains, domain)
	}
	return api.put("items.json", domains)
}

func (api interfaceFiles) item(d *catalog.Domain, i int) apiItem {
	item, over := d.Items[i], api.a.Item(d.Key, i)
	return apiItem{
		Item: item.Key, Name: item.Name, English: item.English, Definition: item.Definition, DefinitionEN: item.DefinitionEn,
		Minimum: item.Minimum, Maximum: item.Maximum, Mean: digits(over.Mean, 4), Deviation: digits(over.Deviation, 4), Count: over.Count,
	}
}

// digits rounds a number, nil where it is missing.
func digits(x float64, n int) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	scale := math.Pow10(n)
	rounded := math.Round(x*scale) / scale
	return &rounded
}

// occupations writes a file for every occupation.
func (api interfaceFiles) occupations() error {
	for _, o := range api.c.Occupations {
		if err := api.put("occupations/"+strconv.Itoa(o.ID)+".json", api.occupation(o)); err != nil {
			return err
		}
	}
	return nil
}

func (api interfaceFiles) occupation(o *catalog.Occupation) apiOccupation {
	full := apiOccupation{
		ID: o.ID, Slug: o.Slug, Name: o.Name, Reading: o.Reading, English: o.English, Summary: o.Summary,
		Page: api.base + "occupations/" + o.Slug + "/", Official: "https://shigoto.mhlw.go.jp/User/Occupation/Detail/" + strconv.Itoa(o.ID),
		Aliases: listed(o.Aliases), Field: o.FieldKey, Themes: listed(o.Themes), Industries: listed(o.Industries),
		Licences: listed(o.Licences), Required: listed(o.Required), MHLW: listed(o.Codes.MHLW), JSOC: listed(o.Codes.JSOC),
		Wages: api.wages(o), Openings: api.openings(o), Profiles: map[string]apiProfile{}, Tasks: []apiTask{}, High: []apiScore{}, Low: []apiScore{},
	}
	for _, d := range api.c.Domains {
		if p := o.Profiles[d.Key]; p != nil {
			full.Profiles[d.Key] = newProfile(d, p, o.Surveys[d.Key])
		}
	}
	for _, r := range o.Ratings {
		full.Tasks = append(full.Tasks, apiTask{r.Number, published(r.Performed), published(r.Importance)})
	}
	high, low := api.a.Distinctive(o, 5)
	for _, t := range high {
		full.High = append(full.High, apiScore{t.Domain.Key, t.Domain.Items[t.Item].Key, digits(t.Score, 2)})
	}
	for _, t := range low {
		full.Low = append(full.Low, apiScore{t.Domain.Key, t.Domain.Items[t.Item].Key, digits(t.Score, 2)})
	}
	return full
}

// listed is a list that is written as [] when there is nothing in it.
func listed(words []string) []string {
	if words == nil {
		return []string{}
	}
	return words
}

func newProfile(d *catalog.Domain, p *catalog.Profile, s catalog.Survey) apiProfile {
	profile := apiProfile{FiscalYear: published(catalog.Figure{Text: s.FiscalYear}), SmallSample: s.SmallSample}
	for i, item := range d.Items {
		profile.Values = append(profile.Values, keyedFigure{item.Key, p.Figures[i].Text})
		if p.NotRelevant != nil && p.NotRelevant[i] {
			profile.NotRelevant = append(profile.NotRelevant, item.Key)
		}
	}
	return profile
}

// published is a figure with the digits it was published with, nil where it is missing.
func published(f catalog.Figure) *json.Number {
	if !f.Known() {
		return nil
	}
	n := json.Number(f.Text)
	return &n
}

func (api interfaceFiles) wages(o *catalog.Occupation) *apiWages {
	w := api.c.WageClassOf(o)
	if w == nil {
		return nil
	}
	whole := w.Wages[catalog.WholeClass]
	return &apiWages{
		Class: w.Code, Name: w.Name, Shared: len(w.Occupations), AnnualPayYen: rounded(whole.AnnualPayYen()),
		Age: published(whole.Age), ScheduledHours: published(whole.ScheduledHours), OvertimeHours: published(whole.OvertimeHours),
	}
}

func (api interfaceFiles) openings(o *catalog.Occupation) *apiOpenings {
	g := api.c.OpeningGroupOf(o)
	if g == nil {
		return nil
	}
	year := api.c.FiscalYears[len(api.c.FiscalYears)-1]
	whole := g.Openings[catalog.OpeningKey{Place: "JP-00", FiscalYear: year, Employment: "all"}]
	return &apiOpenings{Group: g.Code, Name: g.Name, Shared: len(g.Occupations), FiscalYear: json.Number(year), Openings: published(whole.Openings), Seekers: published(whole.Seekers), Ratio: digits(whole.Ratio(), 2)}
}
