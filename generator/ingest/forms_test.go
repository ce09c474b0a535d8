package ingest

import "testing"

func dictionary(notes ...string) [][]string {
	rows := [][]string{{"", "見本の細目"}, {"", "IPD-ＩＤ（仮）", "細目名称", "備考"}, {"", "IPD_04_01_001", "現実的", ""}, {"", "IPD_99_01_01_initial", "初期", "説明"}}
	forms := []string{"IPD_99_01_01_2030_A", "IPD_99_01_01_2030_B", "IPD_99_01_01_2030_common"}
	for i, note := range notes {
		rows = append(rows, []string{"", forms[i], "票_サンプルサイズ不足フラグ", note})
	}
	return rows
}

func TestIPDForms(t *testing.T) {
	// the first form speaks of occupations that only the second lists
	file := workbook(t, "profiles.xlsx", named{"IPD形式", [][]string{{"version 9.00"}, {"【最終更新日】"}, {"2030/04/10"}}},
		named{"インプットデータ細目", dictionary(
			"Ａ票：\n全職業のスキルと、教育と訓練。および新規等２職業のタスク。",
			"B票：新規等２職業（7, 9～11）の職業興味、仕事の内容（ワーク・アクティビティ）", "")})
	imported, err := IPDForms(file, Origin{})
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, "survey_forms", records(t, imported, "survey_forms"), "fy2030_a,2030,skills,all\n"+
		"fy2030_a,2030,education,all\nfy2030_a,2030,training_before,all\nfy2030_a,2030,experience_before,all\nfy2030_a,2030,training_after,all\n"+
		"fy2030_a,2030,tasks,7|9|10|11\n"+
		"fy2030_b,2030,interests,7|9|10|11\nfy2030_b,2030,activities,7|9|10|11\n")
	wantText(t, "version", imported.Sources[0].Version, "9.00")
	wantText(t, "date", imported.Sources[0].Date, "2030-04-10")
}

func TestFormFaults(t *testing.T) {
	form := func(note string) error {
		_, err := IPDForms(workbook(t, "p.xlsx", named{"インプットデータ細目", dictionary(note)}), Origin{})
		return err
	}
	wantFaults(t, form("A票：全職業のスキルと年収"), `p.xlsx!インプットデータ細目:5: note on a survey form: "年収" is not understood`)
	wantFaults(t, form("A票：スキル"), `p.xlsx!インプットデータ細目:5: note on a survey form: "スキル" is not understood`)
	wantFaults(t, form("A票：新規3職業のスキル"), `p.xlsx!インプットデータ細目:5: note on a survey form: "スキル" is not understood`)
	wantFaults(t, form(""), "p.xlsx!インプットデータ細目: expected notes on survey forms in the rows IPD_99_01_01_*, found none")
	_, err := IPDForms(workbook(t, "p.xlsx", named{"別", nil}), Origin{})
	wantFaults(t, err, "p.xlsx: expected a sheet インプットデータ細目, found none")
}
