package export

import (
	"encoding/json"

	"github.com/invopop/jsonschema"
)

// The types below are the answers of /api/v1/. openapi.json is made from them: a property that is added here is
// described there.

type apiIndex struct {
	Name           string      `json:"name"`
	Version        string      `json:"version" jsonschema:"description=Version of the interface"`
	DatasetVersion string      `json:"dataset_version" jsonschema:"description=Version of the dataset the answers come from"`
	OpenAPI        string      `json:"openapi" jsonschema:"format=uri"`
	Dataset        string      `json:"dataset" jsonschema:"format=uri,description=The newest release of the dataset"`
	Sources        []apiSource `json:"sources" jsonschema:"description=Show the citation of the sources whose figures you use"`
}

type apiSource struct {
	Key       string `json:"key"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Version   string `json:"version"`
	Citation  string `json:"citation"`
	Terms     string `json:"terms"`
	TermsURL  string `json:"terms_url" jsonschema:"format=uri"`
}

type apiEntry struct {
	ID      int    `json:"id" jsonschema:"minimum=1,description=収録番号: permanent"`
	Slug    string `json:"slug" jsonschema:"description=Of its page; permanent"`
	Name    string `json:"name"`
	Reading string `json:"reading" jsonschema:"description=In hiragana"`
	English string `json:"english"`
	Field   string `json:"field" jsonschema:"description=Key of one of the 16 fields"`
	Figures bool   `json:"figures" jsonschema:"description=Whether there is a numeric profile"`
}

type apiOccupation struct {
	ID         int                   `json:"id" jsonschema:"minimum=1"`
	Slug       string                `json:"slug"`
	Name       string                `json:"name"`
	Reading    string                `json:"reading"`
	English    string                `json:"english"`
	Summary    string                `json:"summary" jsonschema:"description=One sentence; by Shigoto Atlas (CC BY 4.0)"`
	Page       string                `json:"page" jsonschema:"format=uri"`
	Official   string                `json:"official" jsonschema:"format=uri,description=Page of the occupation on job tag"`
	Aliases    []string              `json:"aliases"`
	Field      string                `json:"field"`
	Themes     []string              `json:"themes"`
	Industries []string              `json:"industries" jsonschema:"description=JSIC middle classes"`
	Licences   []string              `json:"licences"`
	Required   []string              `json:"required_licences" jsonschema:"description=Those of the licences that the law asks for; which of several may depend on the scope of the work"`
	MHLW       []string              `json:"mhlw_codes" jsonschema:"description=The main one first"`
	JSOC       []string              `json:"jsoc_codes" jsonschema:"description=The main one first"`
	Wages      *apiWages             `json:"wages" jsonschema:"nullable,description=Of the statistical class the occupation belongs to"`
	Openings   *apiOpenings          `json:"openings" jsonschema:"nullable,description=Of the statistical group the occupation belongs to"`
	Profiles   map[string]apiProfile `json:"profiles" jsonschema:"description=By domain; a domain without figures is left out"`
	Tasks      []apiTask             `json:"tasks" jsonschema:"description=Ratings of the official tasks by number"`
	High       []apiScore            `json:"distinctive_high" jsonschema:"description=What sets the occupation apart: items far above the mean of all occupations"`
	Low        []apiScore            `json:"distinctive_low"`
}

type apiProfile struct {
	FiscalYear  *json.Number `json:"fiscal_year" jsonschema:"nullable,type=integer,description=Of the latest survey of the domain"`
	SmallSample bool         `json:"small_sample" jsonschema:"description=Fewer than 20 answers"`
	Values      figures      `json:"values"`
	NotRelevant []string     `json:"not_relevant,omitempty" jsonschema:"description=Items marked as not relevant in spite of their value"`
}

// figures are published figures by item, in the order of the domain; a missing one is null.
type figures []keyedFigure

type keyedFigure struct{ key, text string }

func (f figures) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, figure := range f {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), figure.key...), '"', ':')
		if figure.text == "" {
			b = append(b, "null"...)
		} else {
			b = append(b, figure.text...)
		}
	}
	return append(b, '}'), nil
}

// JSONSchema describes the object that MarshalJSON writes.
func (figures) JSONSchema() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "object", Description: "Published figure of every item; null where none was published",
		AdditionalProperties: &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "number"}, {Type: "null"}}}}
}

type apiWages struct {
	Class          string       `json:"class"`
	Name           string       `json:"name"`
	Shared         int          `json:"shared" jsonschema:"minimum=1,description=Occupations of ours in the class"`
	AnnualPayYen   *int         `json:"annual_pay_yen" jsonschema:"nullable,description=Contractual earnings of twelve months and bonus"`
	Age            *json.Number `json:"age" jsonschema:"nullable,type=number,description=Mean age in years"`
	ScheduledHours *json.Number `json:"scheduled_hours" jsonschema:"nullable,type=number,description=Per month"`
	OvertimeHours  *json.Number `json:"overtime_hours" jsonschema:"nullable,type=number,description=Per month"`
}

type apiOpenings struct {
	Group      string       `json:"group"`
	Name       string       `json:"name"`
	Shared     int          `json:"shared" jsonschema:"minimum=1,description=Occupations of ours in the group"`
	FiscalYear json.Number  `json:"fiscal_year" jsonschema:"type=integer"`
	Openings   *json.Number `json:"openings" jsonschema:"nullable,type=integer,description=Sum over the months of the year; whole country"`
	Seekers    *json.Number `json:"seekers" jsonschema:"nullable,type=integer"`
	Ratio      *float64     `json:"ratio" jsonschema:"nullable,description=Openings per seeker"`
}

type apiTask struct {
	Number     int          `json:"number" jsonschema:"minimum=1"`
	Performed  *json.Number `json:"performed" jsonschema:"nullable,type=number,description=Share of answerers who do it (0–1)"`
	Importance *json.Number `json:"importance" jsonschema:"nullable,type=number,description=Mean rating (1–5)"`
}

type apiScore struct {
	Domain string   `json:"domain"`
	Item   string   `json:"item"`
	Score  *float64 `json:"score" jsonschema:"nullable,description=Standard score over all occupations"`
}

type apiDomain struct {
	Domain  string    `json:"domain"`
	Name    string    `json:"name"`
	English string    `json:"english"`
	Shares  bool      `json:"shares" jsonschema:"description=Whether the figures are shares of answerers (0–1)"`
	Items   []apiItem `json:"items"`
}

type apiItem struct {
	Item         string   `json:"item" jsonschema:"description=Column of the item in the dataset"`
	Name         string   `json:"name"`
	English      string   `json:"english"`
	Definition   string   `json:"definition" jsonschema:"description=By Shigoto Atlas (CC BY 4.0)"`
	DefinitionEN string   `json:"definition_en"`
	Minimum      float64  `json:"minimum"`
	Maximum      float64  `json:"maximum"`
	Mean         *float64 `json:"mean" jsonschema:"nullable,description=Over all occupations with a figure"`
	Deviation    *float64 `json:"deviation" jsonschema:"nullable,description=Population standard deviation"`
	Count        int      `json:"count" jsonschema:"minimum=0,description=Occupations with a figure"`
}

type apiRanking struct {
	Domain string `json:"domain"`
	apiItem
	Ranking []apiRank `json:"ranking" jsonschema:"description=Highest first; equal figures share a rank; occupations that mark the item as not relevant are left out"`
}

type apiRank struct {
	Rank  int         `json:"rank" jsonschema:"minimum=1"`
	ID    int         `json:"id" jsonschema:"minimum=1"`
	Value json.Number `json:"value" jsonschema:"type=number"`
}

type apiPlace struct {
	Code   string `json:"code" jsonschema:"pattern=^JP-[0-9]{2}$,description=ISO 3166-2; JP-00 for the whole country"`
	Name   string `json:"name"`
	Region string `json:"region"`
}

type apiVocabulary struct {
	Occupations []apiNames    `json:"occupations"`
	Synonyms    []apiSynonyms `json:"synonyms"`
	Glossary    []apiTerm     `json:"glossary"`
	Fields      []apiWord     `json:"fields"`
	Themes      []apiWord     `json:"themes"`
	Licences    []apiWord     `json:"licences"`
}

type apiNames struct {
	ID      int      `json:"id" jsonschema:"minimum=1"`
	Name    string   `json:"name"`
	Reading string   `json:"reading"`
	Aliases []string `json:"aliases"`
}

type apiSynonyms struct {
	Words []string `json:"words,omitempty" jsonschema:"description=Words that mean the same"`
	From  []string `json:"from,omitempty" jsonschema:"description=Words that also find those of to"`
	To    []string `json:"to,omitempty"`
}

type apiTerm struct {
	Key     string `json:"key"`
	Term    string `json:"term"`
	Reading string `json:"reading"`
	English string `json:"english"`
	Meaning string `json:"meaning"`
}

type apiWord struct {
	Key     string `json:"key"`
	Name    string `json:"name"`
	English string `json:"english"`
}
