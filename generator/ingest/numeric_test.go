package ingest

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// plasterer and teacher are made-up profiles.
func plasterer() map[string]string {
	return occupation("12",
		"IPD_04_01_001", "3.200", "IPD_04_01_002", "2.743", "IPD_04_02_003", "4.100", "IPD_04_02_011", "2.000",
		"IPD_04_03_01_001", "0.000", "IPD_04_03_02_001", "1", "IPD_04_03_01_031", "5.250", "IPD_04_03_02_031", "0",
		"IPD_04_05_023_01", "0.444", "IPD_04_06_002", "0.852",
		"IPD_05_00_01", "家を建てる。　", "IPD_05_01_01", "壁を塗る。", "IPD_05_01_02", "0.900", "IPD_05_01_03", "4.500",
		"IPD_05_03_01", "道具を\n洗う。 ", "IPD_05_03_03", "3.000", "IPD_05_04_01", "片付ける。",
		"IPD_77_04_01", "就業者(Webモニター)", "IPD_88_04_01", "2019", "IPD_77_04_06", "就業者(直接依頼)", "IPD_88_04_06", "2023",
		"IPD_77_05", "就業者(直接依頼)", "IPD_88_05", "2022", "IPD_88_01_01", "2018",
		"IPD_99_01_01_initial", "0", "IPD_99_01_01_2020", "2", "IPD_99_01_01_2022_A", "1")
}

func teacher() map[string]string {
	return occupation("3", "IPD_04_01_004", "4.900", "IPD_04_12_035", "5.000", "IPD_77_04_12", "就業者(Webモニター)", "IPD_88_04_12", "2022")
}

func importSheet(t *testing.T, s sheet) Import {
	t.Helper()
	imported, err := IPDNumeric(s.csv(t), Origin{Obtained: "2026-11-20"})
	if err != nil {
		t.Fatal(err)
	}
	return imported
}

func TestIPDNumeric(t *testing.T) {
	imported := importSheet(t, newSheet(t, "7.00", plasterer(), teacher()))
	for table, want := range map[string]string{
		// ordered by id; an empty cell stays empty; an occupation without any figure has no row
		"interests":         "3,,,,4.900,,\n12,3.200,2.743,,,,\n",
		"values":            "12,,,4.100,,,,,,,,2.000\n",
		"education":         "12,,0.852,,,,,,,\n",
		"training_before":   "",
		"experience_before": "",
		// numbers keep gaps, missing rates stay missing, no statement comes along
		"tasks": "12,1,0.900,4.500\n12,3,,3.000\n12,4,,\n",
		// 教育と訓練 speaks for four domains
		"surveys": "3,abilities,就業者(Webモニター),2022\n" +
			"12,interests,就業者(Webモニター),2019\n" +
			"12,education,就業者(直接依頼),2023\n12,training_before,就業者(直接依頼),2023\n" +
			"12,experience_before,就業者(直接依頼),2023\n12,training_after,就業者(直接依頼),2023\n" +
			"12,tasks,就業者(直接依頼),2022\n",
		"sample_flags": "12,0,2,,,,1" + strings.Repeat(",", 13) + "\n",
	} {
		wantText(t, table, records(t, imported, table), want)
	}
}

// A mark of "not relevant" stands beside a low score and takes nothing away.
func TestNotRelevantKeepsScore(t *testing.T) {
	imported := importSheet(t, newSheet(t, "7.00", plasterer()))
	wantText(t, "score", value(t, imported, "skills", "12", "reading"), "0.000")
	wantText(t, "mark", value(t, imported, "skills_not_relevant", "12", "reading"), "1")
	wantText(t, "score", value(t, imported, "skills", "12", "repairing"), "5.250")
	wantText(t, "mark", value(t, imported, "skills_not_relevant", "12", "repairing"), "0")
	wantText(t, "unmarked", value(t, imported, "skills_not_relevant", "12", "writing"), "")
}

func TestColumnsFoundByIDAndName(t *testing.T) {
	s := newSheet(t, "7.00", plasterer(), teacher())
	want := importSheet(t, s)
	s.columns = slices.Clone(s.columns)
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(s.columns), func(i, j int) { s.columns[i], s.columns[j] = s.columns[j], s.columns[i] })
	if got := importSheet(t, s); !reflect.DeepEqual(got.Tables, want.Tables) {
		t.Error("shuffled columns give other tables")
	}
}

// Ids that were given to other items: the name decides (DATA.md, traps).
func TestIDsReusedOverVersions(t *testing.T) {
	row := occupation("1", "IPD_04_02_003", "3.000", "IPD_04_05_022", "2.000")
	old, now := importSheet(t, newSheet(t, "1.8", row)), importSheet(t, newSheet(t, "7.00", row))
	wantText(t, "1.8 社会的認知・地位", value(t, old, "values", "1", "recognition"), "3.000")
	wantText(t, "7.00 専門性", value(t, now, "values", "1", "expertise"), "3.000")
	wantText(t, "7.00 社会的認知・地位", value(t, now, "values", "1", "recognition"), "")
	wantText(t, "1.8 仕事の構造化", value(t, old, "natures", "1", "structured_work"), "2.000")
	wantText(t, "7.00 優先順位や目標の自己設定", value(t, now, "natures", "1", "setting_priorities"), "2.000")

	row = occupation("1", "IPD_77_05", "就業者(Webモニター)")
	wantText(t, "1.8 IPD_77_05", records(t, importSheet(t, newSheet(t, "1.8", row)), "surveys"), "1,natures,就業者(Webモニター),\n")
	wantText(t, "7.00 IPD_77_05", records(t, importSheet(t, newSheet(t, "7.00", row)), "surveys"), "1,tasks,就業者(Webモニター),\n")
}

// Version 1.8 has fewer domains, other ids for the same items, no importance of
// tasks, and its date is the day number of a workbook.
func TestVersion18(t *testing.T) {
	s := newSheet(t, "1.8", occupation("7", "IPD_04_023_02", "0.036", "IPD_04_02_005", "3.500", "IPD_05_02_01", "量る。", "IPD_05_02_02", "0.500", "IPD_99_01_03", "1"))
	s.date = "43945"
	imported := importSheet(t, s)
	wantText(t, "date", imported.Sources[0].Date, "2020-04-24")
	wantText(t, "irregular", value(t, imported, "natures", "7", "schedule_irregular"), "0.036")
	wantText(t, "労働条件", value(t, imported, "values", "7", "working_conditions"), "3.500")
	wantText(t, "tasks", records(t, imported, "tasks"), "7,2,0.500,\n")
	wantText(t, "flags", records(t, imported, "sample_flags"), "7,,,1\n")
	if slices.ContainsFunc(imported.Tables, func(d Data) bool { return d.Name == "abilities" }) {
		t.Error("1.8 has no abilities, but there is a table")
	}
}

// A workbook stores 2.743 as a binary fraction and 3.200 as 3.2; its tables are
// those of the CSV file.
func TestWorkbookGivesTheSameTables(t *testing.T) {
	s := newSheet(t, "6.01", plasterer(), teacher())
	want := importSheet(t, s)
	file := edit(t, s.xlsx(t), "xl/worksheets/sheet1.xml", func(text string) string {
		text = strings.ReplaceAll(text, "<v>2.743</v>", "<v>2.7429999999999999</v>")
		return strings.ReplaceAll(text, "<v>0.444</v>", "<v>44.399999999999999E-2</v>")
	})
	got, err := IPDNumeric(file, Origin{Obtained: "2026-11-20"})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Tables, want.Tables) {
		t.Errorf("workbook:\n%v\nCSV:\n%v", got.Tables, want.Tables)
	}
}

// Readings (rPh) that stand beside the text of a cell do not get into it.
func TestReadingsStayOutOfText(t *testing.T) {
	s := newSheet(t, "7.00", teacher())
	file := edit(t, s.xlsx(t), "xl/sharedStrings.xml", func(text string) string {
		return strings.Replace(text, "<t>就業者(Webモニター)</t>", `<t>就業者(Webモニター)</t><rPh sb="0" eb="3"><t>シュウギョウシャ</t></rPh><phoneticPr fontId="1"/>`, 1)
	})
	imported, err := IPDNumeric(file, Origin{})
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, "source", records(t, imported, "surveys"), "3,abilities,就業者(Webモニター),2022\n")
}

func TestHeaderNameVariants(t *testing.T) {
	s := newSheet(t, "7.00", occupation("1", "IPD_04_09_001", "0.250", "IPD_77_04_10", "就業者(Webモニター)", "IPD_88_04_10", "2022"))
	s.columns = slices.Clone(s.columns)
	for i, c := range s.columns {
		for _, v := range nameVariants {
			if c.id == v.id {
				s.columns[i].name = v.variant
			}
			if v.reason == "" {
				t.Errorf("%s: no reason", v.id)
			}
		}
	}
	imported := importSheet(t, s)
	wantText(t, "training_after", value(t, imported, "training_after", "1", "none"), "0.250")
	wantText(t, "surveys", records(t, imported, "surveys"), "1,activities,就業者(Webモニター),2022\n")
}

func TestNumericSource(t *testing.T) {
	s := importSheet(t, newSheet(t, "7.00", teacher())).Sources[0]
	wantText(t, "citation", s.Citation, "独立行政法人労働政策研究・研修機構（JILPT）作成「職業情報データベース 簡易版数値系ダウンロードデータ ver.7.00」（2026年2月10日更新）、職業情報提供サイト（job tag）（https://shigoto.mhlw.go.jp/User/download）のデータを加工して作成")
	wantText(t, "date", s.Date, "2026-02-10")
	wantText(t, "obtained", s.Obtained, "2026-11-20")
	wantText(t, "file", s.Files[0].Name, "profiles.csv")
	if len(s.Files[0].SHA256) != 64 || s.Files[0].Bytes == 0 {
		t.Errorf("file is not identified: %+v", s.Files[0])
	}
}
