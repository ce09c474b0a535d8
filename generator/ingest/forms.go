package ingest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// IPDForms imports the survey forms from the data dictionary (sheet
// インプットデータ細目) of a workbook of numeric profiles: which form asked which
// domain for which occupations.
func IPDForms(file File, origin Origin) (Import, error) {
	sheets, err := grids(file)
	if err != nil {
		return Import{}, err
	}
	i := slices.IndexFunc(sheets, func(g grid) bool { return strings.HasSuffix(g.name, "!インプットデータ細目") })
	if i < 0 {
		return Import{}, Faults{{File: file.Name, Text: "expected a sheet インプットデータ細目, found none"}}
	}
	forms, err := readForms(sheets[i])
	if err != nil {
		return Import{}, err
	}
	version, date := dictionaryEdition(sheets)
	table := Data{Table: definition(NewestVersion, "survey_forms"), Records: formRecords(forms)}
	return Import{Kind: KindForms, Tables: []Data{table}, Sources: []Source{formsSource(file, origin, version, date)}}, nil
}

// dictionaryEdition takes version and date from the data sheet of the same
// workbook, where there is one.
func dictionaryEdition(sheets []grid) (version, date string) {
	var ignored Faults // the dictionary alone is enough for the forms
	for _, g := range sheets {
		r := release{grid: g, header: min(len(g.rows), 30)}
		if r.readPreamble(&ignored); r.version != "" {
			return r.version, r.date
		}
	}
	return "", ""
}

// A form is one survey form, and a scope the occupations one of its parts asked.
type form struct {
	name, year string
	row        int
	asked      []asked
}

type asked struct {
	domain, occupations string
}

// formDomains are the names of domains in the notes of the dictionary, longer
// names before those they contain.
var formDomains = []struct {
	name    string
	domains []string
}{
	{"一般的な就業形態", []string{"employment"}},
	{"仕事価値観", []string{"values"}},
	{"仕事の内容", []string{"activities"}},
	{"仕事の性質", []string{"natures"}},
	{"職業興味", []string{"interests"}},
	{"教育と訓練", []string{"education", "training_before", "experience_before", "training_after"}},
	{"アビリティ", []string{"abilities"}},
	{"スキル", []string{"skills"}},
	{"知識", []string{"knowledge"}},
	{"タスク", []string{"tasks"}},
}

var (
	formID     = regexp.MustCompile(`^IPD_99_01_01_([0-9]{4})_([A-Za-z]+)$`)
	formTitle  = regexp.MustCompile(`^[^:]{1,4}票:\s*`)
	formScope  = regexp.MustCompile(`^(全職業|新規[^(の]*職業)\s*(?:\(([0-9,~ ]+)\))?の`)
	formFiller = regexp.MustCompile(`^(?:、|と|および|。|\s|\(ワーク・アクティビティ\))+`)
)

// readForms reads the notes of the flag rows. A note is a list of domains, each
// part led by the occupations it holds for; wording that is neither is a fault,
// so nothing is guessed.
func readForms(g grid) ([]form, error) {
	var faults Faults
	var forms []form
	notes := noteColumn(g)
	lists := map[string]string{} // occupations by the words that stand for them
	for pass := range 2 {        // a phrase may be explained by a later form
		forms, faults = nil, nil
		for row := range g.rows {
			for column := range g.rows[row] {
				m := formID.FindStringSubmatch(g.cell(row, column))
				if m == nil {
					continue
				}
				f := form{name: "fy" + m[1] + "_" + strings.ToLower(m[2]), year: m[1], row: row}
				if note := g.cell(row, notes); note != "" {
					f.asked = readNote(g.name, row, note, lists, pass == 1, &faults)
					forms = append(forms, f)
				}
			}
		}
	}
	if len(forms) == 0 {
		faults.add(g.name, 0, 0, "expected notes on survey forms in the rows IPD_99_01_01_*, found none")
	}
	return forms, faults.err()
}

// noteColumn is the column headed 備考, -1 when there is none.
func noteColumn(g grid) int {
	for row := range g.rows {
		if column := g.find(row, "備考"); column >= 0 {
			return column
		}
	}
	return -1
}

func readNote(file string, row int, note string, lists map[string]string, strict bool, faults *Faults) []asked {
	rest := formTitle.ReplaceAllString(norm.NFKC.String(note), "")
	var result []asked
	occupations := ""
	for rest != "" {
		if filler := formFiller.FindString(rest); filler != "" {
			rest = rest[len(filler):]
			continue
		}
		if m := formScope.FindStringSubmatch(rest); m != nil {
			occupations = scopeOccupations(m[1], m[2], lists)
			rest = rest[len(m[0]):]
			continue
		}
		i := slices.IndexFunc(formDomains, func(d struct {
			name    string
			domains []string
		}) bool {
			return strings.HasPrefix(rest, d.name)
		})
		if i < 0 || occupations == "" {
			if strict {
				faults.add(file, row+1, 0, "note on a survey form: %q is not understood", rest)
			}
			return result
		}
		for _, domain := range formDomains[i].domains {
			result = append(result, asked{domain, occupations})
		}
		rest = rest[len(formDomains[i].name):]
	}
	return result
}

// scopeOccupations expands 526~539 and 348,419 to ids. Words without a list mean
// the list that stands with the same words elsewhere; "" when there is none yet.
func scopeOccupations(words, ranges string, lists map[string]string) string {
	if words == "全職業" {
		return "all"
	}
	if ranges == "" {
		return lists[words]
	}
	var ids []string
	for part := range strings.SplitSeq(ranges, ",") {
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "~")
		if !isRange {
			last = first
		}
		from, err1 := strconv.Atoi(strings.TrimSpace(first))
		to, err2 := strconv.Atoi(strings.TrimSpace(last))
		if err1 != nil || err2 != nil || to < from || to-from > 1000 {
			return ""
		}
		for id := from; id <= to; id++ {
			ids = append(ids, strconv.Itoa(id))
		}
	}
	lists[words] = strings.Join(ids, "|")
	return lists[words]
}

// formRecords orders the domains of each form as everywhere else.
func formRecords(forms []form) [][]string {
	var records [][]string
	for _, f := range forms {
		for _, domain := range append(domainNames(), "tasks") {
			for _, a := range f.asked {
				if a.domain == domain {
					records = append(records, []string{f.name, f.year, a.domain, a.occupations})
				}
			}
		}
	}
	return records
}
