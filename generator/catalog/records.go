package catalog

import (
	"slices"
	"strconv"
	"strings"
)

// A record is an occupation as the dataset knows it.
type record struct {
	id    int
	title string
	codes Codes
	line  int
}

type officialItem struct {
	column, name     string
	minimum, maximum float64
}

// datasetTables holds what is read before it can be joined.
type datasetTables struct {
	items       map[string][]officialItem
	ratings     map[int][]TaskRating
	surveys     *table
	forms       map[string][]surveyForm // by domain
	formNames   map[string]bool
	sampleFlags *table
	wagesByAge  *table
}

// A surveyForm asked a domain in a year: of the listed occupations, or of all where the list is empty.
type surveyForm struct {
	form, fiscalYear string
	occupations      []string
}

func (l *loader) readRecords() {
	t := &l.tables
	l.known, l.published = map[int]bool{}, map[string]bool{}
	columns := []string{"id", "title", "aliases", "mhlw_main", "mhlw_codes", "jsoc_main", "jsoc_codes", "wage_class", "licences"}
	if complete := l.eachRow("occupations", columns, l.record); !complete || l.known[0] {
		clear(l.known)
		clear(l.published)
	}
	t.items = map[string][]officialItem{}
	columns = []string{"domain", "column", "ipd_id", "name", "minimum", "maximum", "position"}
	if complete := l.eachRow("items", columns, l.officialItem); !complete || t.items[""] != nil {
		clear(t.items)
	}
	t.ratings = map[int][]TaskRating{}
	if !l.eachRow("tasks", []string{"id", "number", "performed", "importance"}, l.taskRating) {
		clear(t.ratings)
	}
	t.forms, t.formNames = map[string][]surveyForm{}, map[string]bool{}
	l.eachRow("survey_forms", []string{"form", "fiscal_year", "domain", "occupations"}, l.surveyForm)
	t.surveys = l.openTable("surveys", []string{"id", "domain", "source", "fiscal_year"})
	t.sampleFlags = l.openTable("sample_flags", nil)
}

// record keeps an occupation; one without an id has the id 0.
func (l *loader) record(r *row) {
	id := r.id()
	if id > 0 && l.known[id] {
		r.fault("id", "occupation %d stands here twice", id)
		return
	}
	if r.text("title") == "" {
		r.fault("title", "is empty")
	}
	l.known[id] = true
	licences := r.list("licences")
	for _, s := range licences {
		l.published[s] = true
	}
	l.records = append(l.records, &record{id: id, title: r.text("title"), line: r.line, codes: Codes{
		MHLW: mainFirst(r.text("mhlw_main"), r.list("mhlw_codes")), JSOC: mainFirst(r.text("jsoc_main"), r.list("jsoc_codes")),
		WageClass: r.text("wage_class"), Aliases: r.list("aliases"), Licences: licences,
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

// officialItem keeps an item; one that cannot be placed belongs to the domain "".
func (l *loader) officialItem(r *row) {
	domain := r.oneOf("domain", DomainKeys)
	minimum, errMin := strconv.ParseFloat(r.text("minimum"), 64)
	maximum, errMax := strconv.ParseFloat(r.text("maximum"), 64)
	sound := errMin == nil && errMax == nil && minimum < maximum
	if !sound {
		r.fault("minimum", "range %q to %q is not one", r.text("minimum"), r.text("maximum"))
	}
	if !sound || !slices.Contains(DomainKeys, domain) {
		domain = ""
	}
	l.tables.items[domain] = append(l.tables.items[domain], officialItem{r.text("column"), r.text("name"), minimum, maximum})
}

func (l *loader) taskRating(r *row) {
	id := r.id()
	l.checkKnown(r, id)
	number, err := strconv.Atoi(r.text("number"))
	if err != nil || number < 1 {
		r.fault("number", "%q is not a task number", r.text("number"))
	}
	if hasRating(l.tables.ratings[id], number) {
		r.fault("number", "task %d of occupation %d stands here twice", number, id)
	}
	l.tables.ratings[id] = append(l.tables.ratings[id], TaskRating{number, r.figure("performed", 0, 1), r.figure("importance", 1, 5)})
}

func hasRating(ratings []TaskRating, number int) bool {
	return slices.ContainsFunc(ratings, func(t TaskRating) bool { return t.Number == number })
}

// surveyDomains are the parts of an occupation that surveys asked: the domains and the tasks.
var surveyDomains = append(slices.Clone(DomainKeys), "tasks")

func (l *loader) surveyForm(r *row) {
	form := surveyForm{r.text("form"), fiscalYear(r), r.list("occupations")}
	if slices.Equal(form.occupations, []string{"all"}) {
		form.occupations = nil
	}
	domain := r.oneOf("domain", surveyDomains)
	l.tables.forms[domain] = append(l.tables.forms[domain], form)
	l.tables.formNames[form.form] = true
}

func fiscalYear(r *row) string {
	year := r.text("fiscal_year")
	if n, err := strconv.Atoi(year); err != nil || n < 2000 || n > 2100 {
		r.fault("fiscal_year", "%q is not a fiscal year, such as 2025", year)
	}
	return year
}

// joinStatistics gives every occupation its task ratings, surveys and places in the statistical classes.
func (l *loader) joinStatistics() {
	for _, f := range l.occupationFiles {
		o := f.occupation
		o.Ratings, o.Surveys = l.tables.ratings[o.ID], map[string]Survey{}
		for i, t := range o.Tasks {
			if t.IPD > 0 && o.ID > 0 && len(l.tables.ratings) > 0 && !hasRating(o.Ratings, t.IPD) {
				f.doc.fault(indexed("$.tasks", i)+".ipd", "official task %d of occupation %d is not in %s", t.IPD, o.ID, l.dataset.path("tables/tasks.csv"))
			}
		}
	}
	l.joinSurveys()
	l.joinClasses()
}

func (l *loader) joinSurveys() {
	flags := l.readSampleFlags()
	l.tables.surveys.each(func(r *row) {
		id := r.id()
		l.checkKnown(r, id)
		domain, s := r.oneOf("domain", surveyDomains), Survey{Source: r.text("source"), FiscalYear: fiscalYear(r)}
		o := l.c.occupations[id]
		if o == nil {
			return
		}
		if _, twice := o.Surveys[domain]; twice {
			r.fault("domain", "%s of occupation %d stands here twice", domain, id)
		}
		s.SmallSample = l.smallSample(id, domain, s.FiscalYear, flags[id])
		o.Surveys[domain] = s
	})
}

// readSampleFlags reads the flags of each occupation by form.
func (l *loader) readSampleFlags() map[int]map[string]string {
	flags := map[int]map[string]string{}
	t := l.tables.sampleFlags
	if t == nil {
		return flags
	}
	for _, form := range sortedKeys(l.tables.formNames) {
		if _, ok := t.index[form]; !ok {
			l.faults.add(t.file, 1, 1, "has no column for the form %q of survey_forms.csv", form)
		}
	}
	seen := map[int]bool{}
	t.each(func(r *row) {
		id := l.knownID(r, seen)
		flags[id] = map[string]string{}
		for _, form := range t.columns[1:] {
			flag := r.text(form)
			if flag != "" && flag != "0" && flag != "1" && flag != "2" {
				r.fault(form, "flag %q is not 0, 1, 2 or empty", flag)
			}
			flags[id][form] = flag
		}
	})
	return flags
}

// smallSample tells whether a form of the survey's year that asked the domain is flagged for the occupation
// (1: fewer than 20 answers, 2: fewer than 10). Where the dataset does not know which form asked, any flag of the year
// counts: it is better to warn once too often.
func (l *loader) smallSample(id int, domain, year string, flags map[string]string) bool {
	known, small := false, false
	for _, form := range l.tables.forms[domain] {
		asked := len(form.occupations) == 0 || slices.Contains(form.occupations, strconv.Itoa(id))
		if asked && form.fiscalYear == year {
			known, small = true, small || fewAnswers(flags[form.form])
		}
	}
	if known {
		return small
	}
	for form, flag := range flags {
		if fewAnswers(flag) && formOfYear(form, year) {
			return true
		}
	}
	return false
}

func fewAnswers(flag string) bool { return flag == "1" || flag == "2" }

// formOfYear tells whether a form, named "fy2021_a" and the like, is of a fiscal year; the form "initial" is that of
// the years before 2020, when the database was first made.
func formOfYear(form, year string) bool {
	if form == "initial" {
		return year < "2020"
	}
	return strings.HasPrefix(form, "fy"+year)
}
