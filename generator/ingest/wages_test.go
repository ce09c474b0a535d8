package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// smallClasses stand for the crosswalk: the first and the last of a page, one
// without a known code, and one whose label is spaced for print.
var smallClasses = wageClasses{{"1001", "左官", 1}, {"", "不詳", 2}, {"1003", "理容・美容師", 3}}

var figureHeadings = []string{"年齢", "勤続\n年数", "所定内\n実労働\n時間数", "超過\n実労働\n時間数", "きまって支給す\nる現金\n給与額", "", "年間賞与　その他特　別給与額", "労働者数"}

// table1 is a workbook like 職種第1表 with made-up figures; the figures of firm
// size n of class c begin with 100c + 10n.
func table1() [][]string {
	rows := [][]string{
		{"", "", "", "令和９年賃金構造基本統計調査"},
		{"", "（職種）第１表", "", "見本"},
		{},
		append([]string{"", "区　分", ""}, strings.Split("企業規模計（10人以上）||||||||1,000人以上||||||||100～999人||||||||10～99人|||||||", "|")...),
		{"", "", ""}, {"", "", ""}, {"", "", ""},
	}
	for range 4 {
		rows[4] = append(rows[4], figureHeadings...)
		rows[5] = append(rows[5], "", "", "", "", "", "所定内給与額", "", "")
		rows[6] = append(rows[6], "歳", "年", "時間", "時間", "千円", "千円", "千円", "十人")
	}
	for s, sex := range []string{"　男女計", "男", "女"} {
		for c, class := range []string{sex + "\n\n左官", "不詳", "理容・美容師　"} {
			row := []string{"", class, ""}
			for n := range 4 {
				base := 100*(c+1) + 10*n + s
				row = append(row, "40.5", "9", "160", "12", fmt.Sprint(base+5), fmt.Sprint(base), "599.7", "48")
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// table10 is a sheet of a workbook like 職種第10表 that agrees with table1.
func table10(size string, n int) [][]string {
	rows := [][]string{
		{"", "", "", "令和９年賃金構造基本統計調査"},
		{"", "（職種）第１０表", "", "見本"},
		{"", "", "性", "男女計"},
		{"", "", "企業規模", size},
		append([]string{"", "区　分", ""}, strings.Split("経験年数計|||０年|||１～４年|||５～９年|||１０～１４年|||１５年以上||", "|")...),
		{"", "", ""}, {"", "", ""},
	}
	for range 6 {
		rows[5] = append(rows[5], "所定内\n給与額", "年間賞与その他特別給与額", "労働者数")
		rows[6] = append(rows[6], "千円", "千円", "十人")
	}
	missing := slices.Repeat([]string{"-"}, 18)
	for c, class := range []string{"左官", "不詳", "理容・美容師"} {
		total := append([]string{"", class, "", fmt.Sprint(100*(c+1) + 10*n), "599.7", "48"}, missing[3:]...)
		rows = append(rows, total)
		for i, age := range strings.Split("　　　　～　１９歳|　２０　～　２４歳|　２５　～　２９歳|　３０　～　３４歳|　３５　～　３９歳|　４０　～　４４歳|　４５　～　４９歳|　５０　～　５４歳|　５５　～　５９歳|　６０　～　６４歳|　６５　～　６９歳|　７０歳～", "|") {
			row := append([]string{"", age, ""}, missing...)
			if c == 0 && i == 11 {
				row[18], row[19], row[20] = "415.6", "0", "0"
			}
			rows = append(rows, row)
		}
	}
	return rows
}

var tenSizes = []string{"企業規模計（10人以上）", "1,000人以上", "100～999人", "10～99人"}

func wageFiles(t testing.TB, change func(one [][]string, ten [][][]string)) (one, ten File) {
	t.Helper()
	rows, sheets := table1(), make([][][]string, 4)
	for n, size := range tenSizes {
		sheets[n] = table10(size, n)
	}
	change(rows, sheets)
	var all []named
	for n, s := range sheets {
		all = append(all, named{fmt.Sprint("規模", n), s})
	}
	return workbook(t, "table1.xlsx", named{"男女計、男、女", rows}), workbook(t, "table10.xlsx", all...)
}

func importSmallWages(t testing.TB, one, ten File) (Import, error) {
	t.Helper()
	var books []wageBook
	for _, file := range []File{one, ten} {
		book, err := readWageBook(file)
		if err != nil {
			return Import{}, err
		}
		books = append(books, book)
	}
	return importWages(books[0], books[1], smallClasses, Origin{Obtained: "2026-11-20"})
}

func unchanged([][]string, [][][]string) {}

func TestWages(t *testing.T) {
	one, ten := wageFiles(t, unchanged)
	// as a workbook stores 599.7
	one = edit(t, one, "xl/worksheets/sheet1.xml", func(text string) string {
		return strings.ReplaceAll(text, "<v>599.7</v>", "<v>599.70000000000005</v>")
	})
	imported, err := importSmallWages(t, one, ten)
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, "wage_classes", records(t, imported, "wage_classes"), "1001,左官,1\n1003,理容・美容師,3\n")
	got := strings.SplitAfter(records(t, imported, "wages"), "\n")
	wantText(t, "first wages", strings.Join(got[:5], ""),
		"1001,total,total,40.5,9,160,12,105,100,599.7,48\n"+
			"1001,total,1000,40.5,9,160,12,115,110,599.7,48\n"+
			"1001,total,100,40.5,9,160,12,125,120,599.7,48\n"+
			"1001,total,10,40.5,9,160,12,135,130,599.7,48\n"+
			"1001,male,total,40.5,9,160,12,106,101,599.7,48\n")
	if len(got) != 2*3*4+1 {
		t.Errorf("%d rows of wages, want 24", len(got)-1)
	}
	byAge := records(t, imported, "wages_by_age")
	for _, want := range []string{"1001,total,total,total,100,599.7,48\n", "1001,total,70,15,415.6,0,0\n", "1003,10,total,total,330,599.7,48\n"} {
		if !strings.Contains(byAge, want) {
			t.Errorf("wages_by_age has no row %s", want)
		}
	}
	if n := strings.Count(byAge, "\n"); n != 4*(2+1) {
		t.Errorf("%d rows of wages_by_age, want 12: rows without any figure stay out", n)
	}
	wantText(t, "skipped", strings.Join(imported.Sources[0].Skipped, ""), "職種「不詳」（番号を確かめられないため）")
	wantText(t, "year", imported.Sources[0].Version, "令和9年")
}

func TestWageFaults(t *testing.T) {
	cases := map[string]struct {
		change func(one [][]string, ten [][][]string)
		want   []string
	}{
		"another class": {
			func(one [][]string, ten [][][]string) { one[8][1] = "造園師" },
			[]string{`table1.xlsx!男女計、男、女:9:2: expected class "不詳", found "造園師"`},
		},
		"class missing": {
			func(one [][]string, ten [][][]string) { one[15] = nil },
			[]string{`table1.xlsx!男女計、男、女:15: expected 3 classes, the last being "理容・美容師"; found 2`},
		},
		"heading": {
			func(one [][]string, ten [][][]string) { one[4][3] = "学歴" },
			[]string{
				`table1.xlsx!男女計、男、女:5:4: unknown heading "学歴"`,
				"table1.xlsx!男女計、男、女:7: expected one column age of 企業規模計(10人以上), found 0",
			},
		},
		"unit": {
			func(one [][]string, ten [][][]string) { one[6][8] = "円" },
			[]string{"table1.xlsx!男女計、男、女:7:9: 所定内給与額: expected the unit 千円, found 円"},
		},
		"figure": {
			func(one [][]string, ten [][][]string) { one[7][3] = "…" },
			[]string{`table1.xlsx!男女計、男、女:8:4: age: "…" is not a number`},
		},
		"empty cell": {
			func(one [][]string, ten [][][]string) { one[7][3] = "" },
			[]string{"table1.xlsx!男女計、男、女:8:4: age: is empty"},
		},
		"age band": {
			func(one [][]string, ten [][][]string) { ten[2][8][1] = "　１５　～　１９歳" },
			[]string{`table10.xlsx!規模2:9:2: expected the age band "~19歳", found "１５\u3000～\u3000１９歳"`},
		},
		"firm size twice": {
			func(one [][]string, ten [][][]string) { ten[3] = table10(tenSizes[2], 2) },
			[]string{`table10.xlsx!規模0: expected one sheet per firm size (total, 1000, 100, 10), found ["100" "100" "1000" "total"]`},
		},
		"one sex only": {
			func(one [][]string, ten [][][]string) { ten[0][2][3] = "男" },
			[]string{`table10.xlsx!規模0: expected 性 男女計 and a known 企業規模 above the table, found 性 "男" and firm size "total"`},
		},
		"another year": {
			func(one [][]string, ten [][][]string) { ten[0][0][3] = "令和８年賃金構造基本統計調査" },
			[]string{"table10.xlsx: is of 令和8年, but table1.xlsx is of 令和9年"},
		},
		"tables disagree": {
			func(one [][]string, ten [][][]string) { ten[0][7][3] = "101" },
			[]string{`table10.xlsx: class 1001, firm size total: earnings, bonus and workers are ["101" "599.7" "48"], but ["100" "599.7" "48"] in table 1`},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			one, ten := wageFiles(t, c.change)
			_, err := importSmallWages(t, one, ten)
			wantFaults(t, err, c.want...)
		})
	}
}

func TestWagesNeedBothTables(t *testing.T) {
	one, ten := wageFiles(t, unchanged)
	_, err := Wages([]File{one, one}, Origin{})
	wantFaults(t, err, "table1.xlsx: is 職種第1表; expected 職種第1表 and 職種第10表, each once", "wages: expected 職種第10表 among the files, found none")
	_, err = Wages([]File{ten}, Origin{})
	wantFaults(t, err, "wages: expected 職種第1表 among the files, found none")
	_, err = Wages([]File{workbook(t, "other.xlsx", named{"a", [][]string{{"b"}}})}, Origin{})
	wantFaults(t, err, "other.xlsx: expected a title 賃金構造基本統計調査 and （職種）第N表 in the first five rows, found none")
}

// Codes that occupations of this name carry in the official table of wage codes
// (R8.3), and codes whose neighbours leave no other choice.
func TestWageClassCodes(t *testing.T) {
	classes, err := readWageClasses()
	if err != nil {
		t.Fatal(err)
	}
	labels, last := map[string]string{}, ""
	for _, c := range classes {
		if c.code == "" {
			continue
		}
		if c.code <= last {
			t.Errorf("code %s stands after %s", c.code, last)
		}
		labels[c.code], last = c.label, c.code
	}
	for code, want := range map[string]string{
		"1031": "管理的職業従事者", "1051": "研究者", "1091": "建築技術者", "1101": "システムコンサルタント・設計者", "1104": "ソフトウェア作成者",
		"1121": "医師", "1122": "歯科医師", "1123": "獣医師", "1124": "薬剤師", "1131": "保健師", "1132": "助産師", "1133": "看護師",
		"1141": "診療放射線技師", "1143": "臨床検査技師", "1146": "歯科衛生士", "1147": "歯科技工士", "1151": "栄養士", "1163": "保育士",
		"1173": "法務従事者", "1181": "公認会計士，税理士", "1194": "高等学校教員", "1197": "大学准教授（高専含む）", "1198": "大学講師・助教（高専含む）",
		"1224": "デザイナー", "1255": "秘書", "1361": "介護職員（医療・福祉施設等）", "1362": "訪問介護従事者", "1371": "看護助手", "1404": "航空機客室乗務員",
		"1453": "警備員", "1498": "金属溶接・溶断従事者", "1553": "自動車整備・修理従事者", "1601": "鉄道運転従事者", "1611": "バス運転者", "1612": "タクシー運転者",
		"1613": "乗用自動車運転者（タクシー運転者を除く）", "1614": "営業用大型貨物自動車運転者", "1624": "航空機操縦士", "1643": "クレーン・ウインチ運転従事者",
		"1661": "大工", "1666": "配管従事者", "1671": "電気工事従事者", "1702": "船内・沿岸荷役従事者", "1711": "ビル・建物清掃員", "1721": "包装従事者",
		"1739": "他に分類されない運搬・清掃・包装等従事者",
	} {
		if labels[code] != want {
			t.Errorf("code %s is %q, want %q", code, labels[code], want)
		}
	}
	if len(classes) != 145 || len(labels) != 143 {
		t.Errorf("%d classes, %d with a code; want 145 and 143", len(classes), len(labels))
	}
}
