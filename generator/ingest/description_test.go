package ingest

import (
	"reflect"
	"strings"
	"testing"
)

// described is a small file of descriptions: the columns that are read, one body and two rows.
func described() [][]string {
	return [][]string{
		{"1", "", "version 6.00"}, {"2", "", "【最終更新日】"}, {"3", "", "2025/6/20"},
		{"4", "", "収録番号", "職業名", "簡易説明文", "どんな職業か", "就くには", "労働条件の特徴", "関連団体１", "関連団体１_URL"},
		{"5", "", "IPD_01_01_001", "IPD_02_01_001", "IPD_03_01_000", "IPD_03_01_001", "IPD_03_01_002", "IPD_03_01_003", "IPD_03_03_01_01", "IPD_03_03_01_02"},
		{"6", "1", "9", "風車守", "風車を\n預かる。", "　丘に立つ。\n\n　風を読む。", "道は一つ。", "夜も働く。", "風の国　組合", "https://mill.example/"},
		{"7", "2", "3", "霧見張", "海を見る。", "岬に立つ。", "道は二つ。", "朝も働く。", "", ""},
	}
}

func TestIPDDescription(t *testing.T) {
	found, source, err := IPDDescription(File{"d.csv", cp932(t, csvText(t, described()))}, Origin{Obtained: "2026-11-20"})
	if err != nil {
		t.Fatal(err)
	}
	want := []Description{
		{3, "霧見張", "海を見る。", []DescribedSection{{"work", []string{"岬に立つ。"}}, {"entry", []string{"道は二つ。"}}, {"conditions", []string{"朝も働く。"}}}, nil},
		{9, "風車守", "風車を預かる。", []DescribedSection{{"work", []string{"丘に立つ。", "風を読む。"}}, {"entry", []string{"道は一つ。"}}, {"conditions", []string{"夜も働く。"}}},
			[]DescribedBody{{"風の国 組合", "https://mill.example/"}}},
	}
	if !reflect.DeepEqual(found, want) {
		t.Errorf("found\n%+v\nwant\n%+v", found, want)
	}
	if source.Key != "ipd-description" || source.Version != "6.00" || source.Date != "2025-06-20" || !strings.Contains(source.Citation, "解説系ダウンロードデータ ver.6.00」（2025年6月20日更新）") {
		t.Errorf("source %+v", source)
	}
}

// TestIPDDescriptionFaults: every fault at once, each at its place, and nothing is read.
func TestIPDDescriptionFaults(t *testing.T) {
	change := func(edit func(rows [][]string)) []byte {
		rows := described()
		edit(rows)
		return cp932(t, csvText(t, rows))
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"another file": {[]byte("a,b\n"), "d.csv: not a file of descriptions: expected a row with IPD_01_01_001 (収録番号) and IPD_03_01_001 (どんな職業か), found none"},
		"another layout": {change(func(rows [][]string) { rows[3][6], rows[4][7], rows[4][9] = "入職するには", "IPD_03_09_001", "" }),
			"d.csv:5:7: column IPD_03_01_002 is \"入職するには\", expected \"就くには\"\nd.csv:5:8: unknown column IPD_03_09_001 労働条件の特徴\n" +
				"d.csv:5: expected column IPD_03_01_002 就くには is missing\nd.csv:5: expected column IPD_03_01_003 労働条件の特徴 is missing"},
		"cells": {change(func(rows [][]string) { rows[5][2], rows[6][2], rows[6][5] = "x", "0", "　" }),
			"d.csv:6:3: IPD_01_01_001 収録番号: \"x\" is not a whole number of 1 or more\nd.csv:7:3: IPD_01_01_001 収録番号: \"0\" is not a whole number of 1 or more\n" +
				"d.csv:7:6: IPD_03_01_001 どんな職業か is empty"},
		"one id twice": {change(func(rows [][]string) { rows[6][2] = "9" }), "d.csv:7: 収録番号 9 stands in row 6 too"},
		"no version":   {change(func(rows [][]string) { rows[0][2] = "" }), "d.csv: expected a cell \"version N.NN\" above the header, found none"},
	} {
		_, _, err := IPDDescription(File{"d.csv", c.data}, Origin{})
		if err == nil || err.Error() != c.want {
			t.Errorf("%s:\n%v\nwant\n%s", name, err, c.want)
		}
	}
}

// TestRealDescriptions: 541 occupations, counted by another program in the notes on the data.
func TestRealDescriptions(t *testing.T) {
	found, source, err := IPDDescription(realFile(t, "jilpt/IPD_DL_description_6_00_06.xlsx"), Origin{Obtained: "2026-11-20"})
	if err != nil || len(found) != 541 || source.Version != "6.00" {
		t.Fatalf("%d descriptions of version %s: %v", len(found), source.Version, err)
	}
	if first := found[0]; first.ID != 1 || first.Title != "豆腐製造、豆腐職人" || len(first.Bodies) != 1 || first.Bodies[0].Name != "一般財団法人 全国豆腐連合会" {
		t.Errorf("the first is %d %s with %v", first.ID, first.Title, first.Bodies)
	}
}

func FuzzIPDDescription(f *testing.F) {
	f.Add([]byte(csvText(f, described())))
	f.Add(workbook(f, "d.xlsx", named{"解説系", described()}).Data)
	f.Fuzz(func(t *testing.T, data []byte) {
		found, _, err := IPDDescription(File{"fuzz", data}, Origin{Obtained: "2026-11-20"})
		if err == nil && len(found) == 0 {
			t.Error("no description and no error")
		}
	})
}
