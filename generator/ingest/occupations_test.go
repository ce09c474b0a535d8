package ingest

import "testing"

const occupationsHeader = "id,title,aliases,mhlw_main,mhlw_all,jsoc_main,jsoc_all,wage_census_code,certs\n"

func TestOccupations(t *testing.T) {
	// blanks after a code, a cell of one full-width space, a hyphen for the
	// underscore, an empty part between bars
	text := occupationsHeader +
		"20,塗装工,ペンキ屋| 吹付工 ||,08-050-99,08-050-99|12_072-06 ,H529 ,H529 |J661,1591,　\n" +
		"3,無名,　,,,,,,\n"
	imported, err := Occupations(File{"occupations-7.00.csv", []byte(text)}, Origin{Obtained: "2026-11-20"})
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, "occupations", records(t, imported, "occupations"),
		"3,無名,,,,,,,\n20,塗装工,ペンキ屋|吹付工,08_050-99,08_050-99|12_072-06,H529,H529|J661,1591,\n")
	wantText(t, "version", imported.Sources[0].Version, "7.00")
}

func TestOccupationFaults(t *testing.T) {
	_, err := Occupations(File{"o.csv", []byte("id,title,aliases,mhlw_main,mhlw_all,jsoc_main,jsoc_all,certs,salary\n")}, Origin{})
	wantFaults(t, err, `o.csv:1:9: unknown column "salary"`, "o.csv:1: expected column wage_census_code is missing")
	_, err = Occupations(File{"o.csv", []byte(occupationsHeader + "x,,,8_050-99,,529,H529|,15911,\n")}, Origin{})
	wantFaults(t, err,
		`o.csv:2:1: id: "x" is not a number`,
		"o.csv:2:2: title: is empty",
		`o.csv:2:4: mhlw_main: "8_050-99" is not a code`,
		`o.csv:2:6: jsoc_main: "529" is not a code`,
		`o.csv:2:8: wage_class: "15911" is not a code`)
	_, err = Occupations(File{"o.csv", []byte(occupationsHeader)}, Origin{})
	wantFaults(t, err, "o.csv:1: expected occupations below the header, found none")
	_, err = Occupations(File{"o.csv", nil}, Origin{})
	wantFaults(t, err, "o.csv: is empty")
}
