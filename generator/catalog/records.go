package catalog

import (
	"slices"
	"strconv"
)

// A record is an occupation as the dataset knows it.
type record struct {
	id    int
	title string
	codes Codes
	line  int
	taken bool
}

type officialItem struct {
	column, name     string
	minimum, maximum float64
}

// datasetTables holds what is read before it can be joined.
type datasetTables struct {
	items       map[string][]officialItem
	ratings     map[int][]TaskRating
	surveys     []surveyRow
	forms       map[string][]surveyForm // by domain
	sampleFlags map[int]map[string]string
	agePay      []agePayRow
}

type surveyRow struct {
	id, line                   int
	domain, source, fiscalYear string
}

// A surveyForm asked a domain in a year: of the listed occupations, or of all where the list is empty.
type surveyForm struct {
	form, fiscalYear string
	occupations      []string
}

func (l *loader) readRecords() error {
	t := &l.tables
	t.items = map[string][]officialItem{}
	t.ratings, t.forms, t.sampleFlags = map[int][]TaskRating{}, map[string][]surveyForm{}, map[int]map[string]string{}
	for _, step := range []struct {
		name    string
		columns []string
		visit   func(*row)
	}{
		{"occupations", []string{"id", "title", "aliases", "mhlw_main", "mhlw_codes", "jsoc_main", "jsoc_codes", "wage_class", "licences"}, l.record},
		{"items", []string{"domain", "column", "ipd_id", "name", "minimum", "maximum", "position"}, l.officialItem},
		{"tasks", []string{"id", "number", "performed", "importance"}, l.taskRating},
		{"surveys", []string{"id", "domain", "source", "fiscal_year"}, func(r *row) {
			t.surveys = append(t.surveys, surveyRow{r.id(), r.line, r.text("domain"), r.text("source"), r.text("fiscal_year")})
		}},
		{"survey_forms", []string{"form", "fiscal_year", "domain", "occupations"}, func(r *row) {
			form := surveyForm{r.text("form"), r.text("fiscal_year"), r.list("occupations")}
			if slices.Equal(form.occupations, []string{"all"}) {
				form.occupations = nil
			}
			t.forms[r.text("domain")] = append(t.forms[r.text("domain")], form)
		}},
		{"sample_flags", nil, func(r *row) {
			flags := map[string]string{}
			for _, c := range r.table.columns[1:] {
				flags[c] = r.text(c)
			}
			t.sampleFlags[r.id()] = flags
		}},
	} {
		if _, err := l.eachRow(step.name, step.columns, step.visit); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) record(r *row) {
	l.records = append(l.records, &record{id: r.id(), title: r.text("title"), line: r.line, codes: Codes{
		MHLW: mainFirst(r.text("mhlw_main"), r.list("mhlw_codes")), JSOC: mainFirst(r.text("jsoc_main"), r.list("jsoc_codes")),
		WageClass: r.text("wage_class"), Aliases: r.list("aliases"), Licences: r.list("licences"),
	}})
}

func mainFirst(main string, codes []string) []string {
	if main == "" {
		return codes
	}
	all := []string{main}
	for _, c := range codes {
		if c != main {
			all = append(all, c)
		}
	}
	return all
}

func (l *loader) officialItem(r *row) {
	minimum, errMin := strconv.ParseFloat(r.text("minimum"), 64)
	maximum, errMax := strconv.ParseFloat(r.text("maximum"), 64)
	if errMin != nil || errMax != nil || minimum >= maximum {
		r.fault("minimum", "range %s to %s is not one", r.text("minimum"), r.text("maximum"))
	}
	domain := r.text("domain")
	l.tables.items[domain] = append(l.tables.items[domain], officialItem{r.text("column"), r.text("name"), minimum, maximum})
}

func (l *loader) taskRating(r *row) {
	number, err := strconv.Atoi(r.text("number"))
	if err != nil || number < 1 {
		r.fault("number", "%q is not a task number", r.text("number"))
	}
	l.tables.ratings[r.id()] = append(l.tables.ratings[r.id()], TaskRating{number, r.figure("performed", 0, 1), r.figure("importance", 1, 5)})
}

// joinStatistics gives every occupation its task ratings, surveys and places in the statistical classes.
func (l *loader) joinStatistics() {
	for _, f := range l.occupationFiles {
		o := f.occupation
		o.Ratings = l.tables.ratings[o.ID]
		for i, t := range o.Tasks {
			if _, ok := o.Rating(t.IPD); t.IPD != 0 && !ok {
				f.doc.fault(indexed("$.tasks", i)+".ipd", "official task %d of occupation %d is not in %s/tables/tasks.csv", t.IPD, o.ID, l.dataset.Name)
			}
		}
		o.Surveys = map[string]Survey{}
	}
	for _, s := range l.tables.surveys {
		if o := l.c.occupations[s.id]; o != nil {
			o.Surveys[s.domain] = Survey{s.source, s.fiscalYear, l.smallSample(s)}
		}
	}
	l.joinClasses()
}

// smallSample tells whether a form of the survey's year that asked the domain is flagged for the occupation
// (1: fewer than 20 answers, 2: fewer than 10).
func (l *loader) smallSample(s surveyRow) bool {
	flags := l.tables.sampleFlags[s.id]
	for _, form := range l.tables.forms[s.domain] {
		asked := len(form.occupations) == 0 || slices.Contains(form.occupations, strconv.Itoa(s.id))
		if asked && form.fiscalYear == s.fiscalYear && (flags[form.form] == "1" || flags[form.form] == "2") {
			return true
		}
	}
	return false
}
