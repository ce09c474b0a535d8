package catalog

import (
	"shigotoatlas/generator/catalog/prose"
)

// An Occupation is one of the occupations of the dataset with everything known about it.
type Occupation struct {
	ID         int      `yaml:"id" jsonschema:"minimum=1,description=収録番号: the official and permanent number"`
	Name       string   `yaml:"name" jsonschema:"description=The official title to the letter"`
	Reading    string   `yaml:"reading" jsonschema:"description=The name in hiragana"`
	English    string   `yaml:"english"`
	Summary    string   `yaml:"summary" jsonschema:"description=One sentence of 15 to 70 characters"`
	Aliases    []string `yaml:"aliases,omitempty" jsonschema:"description=Official aliases first and then everyday names"`
	FieldKey   string   `yaml:"field" jsonschema:"description=A key of taxonomy/fields.yaml"`
	Industries []string `yaml:"industries" jsonschema:"minItems=1,description=JSIC middle classes such as D07"`
	Themes     []string `yaml:"themes" jsonschema:"minItems=1,maxItems=5,description=Keys of taxonomy/themes.yaml"`
	Licences   []string `yaml:"licences,omitempty" jsonschema:"description=Names of taxonomy/licences.yaml"`
	Required   []string `yaml:"required,omitempty" jsonschema:"description=Those of the licences that the law asks for before the work may be done; which of several may depend on its scope"`
	Tools      []string `yaml:"tools,omitempty"`
	Tasks      []Task   `yaml:"tasks,omitempty" jsonschema:"description=8 to 14 phrases in the order of the work"`
	Bodies     []Body   `yaml:"bodies,omitempty" jsonschema:"description=Related bodies by their exact names"`
	Next       []int    `yaml:"next,omitempty" jsonschema:"description=Occupations one may move on to"`
	Related    []int    `yaml:"related,omitempty" jsonschema:"description=Related occupations chosen by a person"`
	Reviewed   string   `yaml:"reviewed" jsonschema:"format=date,description=Date of the last review as YYYY-MM-DD"`
	TextSource string   `yaml:"text_source,omitempty" jsonschema:"description=Key of the sidecar in texts where the sentences are another publisher's"`
	SourceKeys []string `yaml:"sources,omitempty" jsonschema:"description=Further sources beside the dataset"`

	Slug     string     `yaml:"-"`
	Sections []*Section `yaml:"-"` // all of SectionKinds in order, or none

	// From the dataset.
	Codes    Codes               `yaml:"-"`
	Profiles map[string]*Profile `yaml:"-"` // by domain; absent where there are no figures
	Surveys  map[string]Survey   `yaml:"-"` // by domain; "tasks" too
	Ratings  []TaskRating        `yaml:"-"` // official tasks by number
}

// Written tells whether the prose is there; without it the page shows the figures alone and says so.
func (o *Occupation) Written() bool { return len(o.Sections) > 0 }

// A Task is one step of the work in our words. IPD is the official number of the same task, or 0.
type Task struct {
	Text string `yaml:"text"`
	IPD  int    `yaml:"ipd,omitempty" jsonschema:"minimum=1,description=Official task number where it is the same task"`
}

// A Body is an association or office that the trade turns to.
type Body struct {
	Name string `yaml:"name"`
	URL  string `yaml:"url,omitempty"`
}

// Codes are the occupation's places in the official classifications, the main one first.
type Codes struct {
	MHLW      []string
	JSOC      []string
	WageClass string   // "" when the wage census has no class for it
	Aliases   []string // as published
	Licences  []string // as published
}

// A TaskRating is what people in the occupation answered about an official task.
type TaskRating struct {
	Number     int
	Performed  Figure // 実施率: share of answerers who do it, 0–1
	Importance Figure // 重要度: mean of 1–5
}

// Rating returns the rating of an official task number.
func (o *Occupation) Rating(number int) (TaskRating, bool) {
	for _, r := range o.Ratings {
		if r.Number == number {
			return r, true
		}
	}
	return TaskRating{}, false
}

// A Survey tells when and how a domain of an occupation was asked.
type Survey struct {
	Source      string // 情報源, as published
	FiscalYear  string // 直近更新年度, as published
	SmallSample bool   // the flag of the form that asked it says fewer than 20 answers
}

// A Section is one of the fixed parts of a text: of an occupation, or of a story.
type Section struct {
	Kind SectionKind
	prose.Text
	line             int
	opening, closing string // first and last sentence
}

// A SectionKind has a fixed title and limits of length in characters (words for English), spaces aside.
type SectionKind struct {
	Key, Title string
	Min, Max   int
}

// SectionKinds are the sections of an occupation in their order.
var SectionKinds = []SectionKind{
	{"work", "どんな仕事", 300, 600},
	{"entry", "就くには", 200, 400},
	{"conditions", "働く条件", 150, 350},
	{"path", "キャリアパス", 120, 300},
	{"easy", "やさしい日本語", 60, 260},
	{"english", "English", 60, 120},
}

// Section returns the section with the key, or nil.
func (o *Occupation) Section(key string) *Section {
	for _, s := range o.Sections {
		if s.Kind.Key == key {
			return s
		}
	}
	return nil
}
