package ingest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Description is what the official file of descriptions says of an occupation, in its own words.
type Description struct {
	ID             int
	Title, Summary string
	Sections       []DescribedSection // work, entry, conditions
	Bodies         []DescribedBody
}

// A DescribedSection is a part of a description by the key it has in content, in paragraphs.
type DescribedSection struct {
	Key        string
	Paragraphs []string
}

// A DescribedBody is a related body. URL is "" where the file has none.
type DescribedBody struct{ Name, URL string }

// descriptionColumns are the columns that a description is made of; the key of a section is empty for the others.
var descriptionColumns = []struct{ id, name, section string }{
	{"IPD_01_01_001", "収録番号", ""},
	{"IPD_02_01_001", "職業名", ""},
	{"IPD_03_01_000", "簡易説明文", ""},
	{"IPD_03_01_001", "どんな職業か", "work"},
	{"IPD_03_01_002", "就くには", "entry"},
	{"IPD_03_01_003", "労働条件の特徴", "conditions"},
}

// otherDescriptionColumns are those a file may have beside them: codes, other titles, bodies, licences, years.
var otherDescriptionColumns = regexp.MustCompile(`^IPD_(02_0[234]_\d{3}|03_03_\d{2}_0[12]|03_04_\d{3}|88_0[123]_\d{2})$`)

// IPDDescription reads the official file of descriptions (解説系ダウンロードデータ), as CSV or as a workbook, with the sidecar
// that names it. Its sentences are the publisher's; they belong into a content tree of the operator's own and into no
// other (see dataset/LICENSES.md).
func IPDDescription(file File, origin Origin) ([]Description, Source, error) {
	sheets, err := grids(file)
	if err != nil {
		return nil, Source{}, err
	}
	for _, g := range sheets {
		for row := range g.rows {
			if g.find(row, "IPD_01_01_001") >= 0 && g.find(row, "IPD_03_01_001") >= 0 {
				return describe(file, release{grid: g, header: row}, origin)
			}
		}
	}
	return nil, Source{}, Faults{{File: file.Name, Text: "not a file of descriptions: expected a row with IPD_01_01_001 (収録番号) and IPD_03_01_001 (どんな職業か), found none"}}
}

func describe(file File, r release, origin Origin) ([]Description, Source, error) {
	var faults Faults
	r.readPreamble(&faults)
	places := r.descriptionPlaces(&faults)
	if err := faults.err(); err != nil {
		return nil, Source{}, err
	}
	var found []Description
	r.eachOccupation(&faults, func(row int) int {
		d := r.description(row, places, &faults)
		found = append(found, d)
		return d.ID
	})
	if err := faults.err(); err != nil {
		return nil, Source{}, err
	}
	slices.SortFunc(found, func(a, b Description) int { return a.ID - b.ID })
	return found, descriptionSource(file, origin, r.version, r.date), nil
}

// descriptionPlaces finds the columns by id, and holds their names against those that are known.
func (r release) descriptionPlaces(faults *Faults) map[string]int {
	places := map[string]int{}
	for c := range r.rows[r.header] {
		id, name := r.cell(r.header, c), r.cell(r.header-1, c)
		i := slices.IndexFunc(descriptionColumns, func(d struct{ id, name, section string }) bool { return d.id == id })
		switch {
		case !strings.HasPrefix(id, "IPD_"):
		case i < 0 && !otherDescriptionColumns.MatchString(id):
			faults.add(r.name, r.header+1, c+1, "unknown column %s %s", id, name)
		case i >= 0 && name != descriptionColumns[i].name:
			faults.add(r.name, r.header+1, c+1, "column %s is %q, expected %q", id, name, descriptionColumns[i].name)
		default:
			places[id] = c
		}
	}
	for _, d := range descriptionColumns {
		if _, ok := places[d.id]; !ok {
			faults.add(r.name, r.header+1, 0, "expected column %s %s is missing", d.id, d.name)
		}
	}
	return places
}

func (r release) description(row int, places map[string]int, faults *Faults) Description {
	var d Description
	for _, column := range descriptionColumns {
		at := places[column.id]
		text := r.cell(row, at)
		if text == "" {
			faults.add(r.name, row+1, at+1, "%s %s is empty", column.id, column.name)
		}
		switch {
		case column.section != "":
			d.Sections = append(d.Sections, DescribedSection{column.section, paragraphs(text)})
		case column.name == "職業名":
			d.Title = text
		case column.name == "簡易説明文":
			d.Summary = strings.Join(strings.Fields(text), "")
		default:
			var err error
			if d.ID, err = strconv.Atoi(text); text != "" && (err != nil || d.ID < 1) {
				faults.add(r.name, row+1, at+1, "%s %s: %q is not a whole number of 1 or more", column.id, column.name, text)
			}
		}
	}
	for n := 1; n <= 99; n++ {
		prefix := "IPD_03_03_" + twoDigits(n)
		name, ok := places[prefix+"_01"]
		if !ok {
			break
		}
		body := DescribedBody{Name: strings.Join(strings.Fields(r.cell(row, name)), " ")}
		if url, ok := places[prefix+"_02"]; ok {
			body.URL = r.cell(row, url)
		}
		if body.Name != "" {
			d.Bodies = append(d.Bodies, body)
		}
	}
	return d
}

func twoDigits(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }

// paragraphs are the lines of a cell, without the blanks around them.
func paragraphs(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
