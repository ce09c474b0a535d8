package ingest

import "strconv"

// A Release is a release of the numeric profiles: as its file has it, or as it lies in a dataset.
type Release struct {
	Version string // such as "7.00"
	Date    string // of its last update, YYYY-MM-DD
	Titles  map[int]string
	Tables  []Data // of the profiles
}

// NumericRelease reads a file of numeric profiles as [IPDNumeric] does, with the titles of its occupations.
func NumericRelease(file File) (Release, error) {
	sheet, err := readRelease(file)
	if err != nil {
		return Release{}, err
	}
	profiles, err := sheet.profiles()
	if err != nil {
		return Release{}, err
	}
	r := Release{Version: sheet.version, Date: sheet.date, Titles: map[int]string{}}
	for _, p := range profiles {
		r.Titles[p.id] = p.cells["occupations"]["title"]
	}
	r.Tables, err = sheet.tables()
	return r, err
}

// Release is the release of the numeric profiles that a dataset holds. Its titles are those of all occupations.
func (d Dataset) Release() Release {
	r := Release{Version: d.profileVersion(), Titles: map[int]string{}}
	if s, ok := d.Source("ipd-numeric"); ok {
		r.Date = s.Date
	}
	for _, t := range d.Tables {
		if t.Kind == KindNumeric {
			r.Tables = append(r.Tables, t)
		}
		if t.Name != "occupations" {
			continue
		}
		for _, record := range t.Records {
			if id, err := strconv.Atoi(record[t.Column("id")]); err == nil {
				r.Titles[id] = record[t.Column("title")]
			}
		}
	}
	return r
}
