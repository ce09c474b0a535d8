package ingest

import (
	"slices"
	"testing"
)

// Each case breaks one thing of a good file and names the whole message.
func TestNumericFaults(t *testing.T) {
	cases := map[string]struct {
		change func(*sheet)
		want   []string
	}{
		"unknown version": {
			func(s *sheet) { s.version = "8.00" },
			[]string{`profiles.csv: version "8.00" of the numeric profiles has no layout (known: 1.8, 6.01, 7.00); how it differs from 7.00:`},
		},
		"unknown version, other columns": {
			func(s *sheet) { s.version = "8.00"; s.columns[3].name = "勤勉的" },
			[]string{
				`profiles.csv: version "8.00" of the numeric profiles has no layout (known: 1.8, 6.01, 7.00); how it differs from 7.00:`,
				"profiles.csv:6:6: unknown column IPD_04_01_002 勤勉的",
				"profiles.csv:6: expected column IPD_04_01_002 研究的 is missing",
			},
		},
		"no version": {
			func(s *sheet) { s.version = "" },
			[]string{`profiles.csv: expected a cell "version N.NN" above the header, found none`},
		},
		"no date": {
			func(s *sheet) { s.date = "きのう" },
			[]string{"profiles.csv: expected a date below 【最終更新日】, found none"},
		},
		"column missing": {
			func(s *sheet) { s.columns = slices.Delete(s.columns, 2, 3) },
			[]string{"profiles.csv:6: expected column IPD_04_01_001 現実的 is missing"},
		},
		"column added": {
			func(s *sheet) {
				s.columns = append(s.columns, layoutColumn{id: "IPD_04_13_001", name: "新しい項目"})
			},
			[]string{"profiles.csv:6:482: unknown column IPD_04_13_001 新しい項目"},
		},
		"column twice": {
			func(s *sheet) { s.columns = append(s.columns, s.columns[2]) },
			[]string{"profiles.csv:6:482: column IPD_04_01_001 現実的 stands twice"},
		},
		"names of two ids swapped": {
			func(s *sheet) { s.columns[2].name, s.columns[3].name = s.columns[3].name, s.columns[2].name },
			[]string{
				"profiles.csv:6:5: unknown column IPD_04_01_001 研究的",
				"profiles.csv:6:6: unknown column IPD_04_01_002 現実的",
				"profiles.csv:6: expected column IPD_04_01_001 現実的 is missing",
				"profiles.csv:6: expected column IPD_04_01_002 研究的 is missing",
			},
		},
		"not profiles": {
			func(s *sheet) { s.columns[0].id = "ID" },
			[]string{"profiles.csv: not a file of numeric profiles: expected a row with IPD_01_01_001 (収録番号) and IPD_02_01_001 (職業名), found none"},
		},
		"no occupations": {
			func(s *sheet) { s.rows = nil },
			[]string{"profiles.csv:6: expected occupations below the header, found none"},
		},
		"outside the range": {
			func(s *sheet) { s.rows[0]["IPD_04_01_001"] = "5.001" },
			[]string{"profiles.csv:7:5: IPD_04_01_001 現実的: 5.001 is outside 1–5"},
		},
		"share above one": {
			func(s *sheet) { s.rows[0]["IPD_04_05_023_01"] = "1.001" },
			[]string{"profiles.csv:7:188: IPD_04_05_023_01 規則的（ルーチンやスケジュールが決まっている）: 1.001 is outside 0–1"},
		},
		"not a number": {
			func(s *sheet) { s.rows[0]["IPD_04_03_01_001"] = "-" },
			[]string{`profiles.csv:7:22: IPD_04_03_01_001 読解力: "-" is not a number`},
		},
		"too many decimals": {
			func(s *sheet) { s.rows[0]["IPD_04_01_001"] = "2.7431" },
			[]string{"profiles.csv:7:5: IPD_04_01_001 現実的: 2.7431 has more than 3 decimals"},
		},
		"mark neither 0 nor 1": {
			func(s *sheet) { s.rows[0]["IPD_04_04_02_001"] = "2" },
			[]string{`profiles.csv:7:133: IPD_04_04_02_001 ビジネスと経営_無関係フラグ: "2" is not one of 0, 1`},
		},
		"sample flag above 2": {
			func(s *sheet) { s.rows[0]["IPD_99_01_01_2020"] = "3" },
			[]string{`profiles.csv:7:464: IPD_99_01_01_2020 2020年度調査項目のサンプルサイズ不足フラグ: "3" is not one of 0, 1, 2`},
		},
		"year before the first survey": {
			func(s *sheet) { s.rows[0]["IPD_88_05"] = "1999" },
			[]string{"profiles.csv:7:462: IPD_88_05 タスク_直近更新年度: 1999 is outside ≥ 2018"},
		},
		"no id": {
			func(s *sheet) { s.rows[1]["IPD_01_01_001"] = "" },
			[]string{"profiles.csv:8:3: IPD_01_01_001 収録番号: is empty"},
		},
		"id not whole": {
			func(s *sheet) { s.rows[1]["IPD_01_01_001"] = "1.5" },
			[]string{"profiles.csv:8:3: IPD_01_01_001 収録番号: 1.5 is not a whole number"},
		},
		"id twice": {
			func(s *sheet) { s.rows[1]["IPD_01_01_001"] = "12" },
			[]string{"profiles.csv:8: 収録番号 12 stands in row 7 too"},
		},
		"all faults at once": {
			func(s *sheet) {
				s.rows[0]["IPD_04_01_001"], s.rows[0]["IPD_05_01_02"] = "0.9", "90%"
				s.rows[1]["IPD_04_12_035"] = "6"
			},
			[]string{
				"profiles.csv:7:5: IPD_04_01_001 現実的: 0.9 is outside 1–5",
				`profiles.csv:7:332: IPD_05_01_02 タスク1_実施率: "90%" is not a number`,
				"profiles.csv:8:329: IPD_04_12_035 発話明瞭性: 6 is outside 1–5",
			},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := newSheet(t, "7.00", plasterer(), teacher())
			s.columns = slices.Clone(s.columns)
			c.change(&s)
			imported, err := IPDNumeric(s.csv(t), Origin{})
			wantFaults(t, err, c.want...)
			if len(imported.Tables)+len(imported.Sources) != 0 {
				t.Error("a refused file gave tables")
			}
		})
	}
}

func TestUnreadableFiles(t *testing.T) {
	s := newSheet(t, "7.00", teacher())
	good := s.csv(t).Data
	broken := append(slices.Clone(good), 0x81, 0x20)
	_, err := IPDNumeric(File{"a.csv", broken}, Origin{})
	wantFaults(t, err, `a.csv:10:1: is not text in UTF-8 or cp932: "� "`)
	_, err = IPDNumeric(File{"b.csv", append(slices.Clone(good), `"open`...)}, Origin{})
	wantFaults(t, err, `b.csv:10:6: read CSV: extraneous or missing " in quoted-field`)
	_, err = IPDNumeric(File{"c.xlsx", []byte("PK\x03\x04 no more")}, Origin{})
	wantFaults(t, err, "c.xlsx: open workbook: zip: not a valid zip file")
}
