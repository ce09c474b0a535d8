package ingest

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed layouts/*.csv
var layoutFiles embed.FS

// NewestVersion is the newest version of the numeric profiles with a layout.
const NewestVersion = "7.00"

// versions are those with a layout, oldest first.
var versions = []string{"1.8", "6.01", NewestVersion}

// A column of an official file of numeric profiles. Ids are not stable over
// versions (IPD_04_02_003 was 社会的認知・地位 in 1.8 and is 専門性 in 7.00), so the
// key is the version with the id, and the name decides what the column is.
type layoutColumn struct {
	id, name string
	table    string // table of the dataset; "" for a column that is not carried over
	column   string // column of that table; for tasks number.column, for surveys domains.column
}

func (c layoutColumn) String() string { return c.id + " " + c.name }

// nameVariant is another official spelling of a column's name.
type nameVariant struct {
	id, name, variant string
	reason            string
}

// nameVariants are accepted in a header. The official data dictionary and the
// header of the same release disagree here, and a later header may follow the
// dictionary. Nothing else is taken as the same column.
var nameVariants = []nameVariant{
	{"IPD_04_09_001", "必要でない（未経験でも即戦力となる）", "必要でない（未経験でもすぐに即戦力）", "spelling of the dictionary of 6.01"},
	{"IPD_77_04_10", "仕事の内容_情報源", "仕事活動_情報源", "the dictionary of 6.01 says 仕事活動 for 仕事の内容"},
	{"IPD_88_04_10", "仕事の内容_直近更新年度", "仕事活動_直近更新年度", "the dictionary of 6.01 says 仕事活動 for 仕事の内容"},
}

// layout returns the columns of a version in the official order.
func layout(version string) ([]layoutColumn, error) {
	records, err := layoutRecords("ipd-" + version)
	if err != nil {
		return nil, fmt.Errorf("version %q of the numeric profiles has no layout (known: %s)", version, strings.Join(versions, ", "))
	}
	columns := make([]layoutColumn, len(records))
	for i, r := range records {
		columns[i] = layoutColumn{id: r[0], name: r[1], table: r[2], column: r[3]}
	}
	return columns, nil
}

// layoutRecords reads an embedded CSV file without its header.
func layoutRecords(name string) ([][]string, error) {
	text, err := fs.ReadFile(layoutFiles, "layouts/"+name+".csv")
	if err != nil {
		return nil, err
	}
	records, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		return nil, err
	}
	return records[1:], nil
}

// officialName returns the name a layout uses for a header cell.
func officialName(id, name string) string {
	for _, v := range nameVariants {
		if v.id == id && v.variant == name {
			return v.name
		}
	}
	return name
}

// matchHeader finds the column of every entry of a layout in a header of names
// and ids. Columns without an id carry no data and are passed over.
func matchHeader(g grid, header int, columns []layoutColumn, faults *Faults) map[int]layoutColumn {
	found := map[int]layoutColumn{}
	seen := map[string]bool{}
	for c := range g.rows[header] {
		id := g.cell(header, c)
		name := officialName(id, g.cell(header-1, c))
		if !strings.HasPrefix(id, "IPD_") {
			continue
		}
		i := slices.IndexFunc(columns, func(l layoutColumn) bool { return l.id == id && l.name == name })
		switch {
		case i < 0:
			faults.add(g.name, header+1, c+1, "unknown column %s %s", id, name)
		case seen[id]:
			faults.add(g.name, header+1, c+1, "column %s %s stands twice", id, name)
		default:
			found[c], seen[id] = columns[i], true
		}
	}
	for _, l := range columns {
		if !seen[l.id] {
			faults.add(g.name, header+1, 0, "expected column %s is missing", l)
		}
	}
	return found
}
