package report

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"slices"
	"strings"
	"testing"
)

const (
	phone   = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
	desktop = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"
	crawler = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
)

var site = Site{Base: "https://atlas.example/", Occupations: map[string]string{"nurse": "看護師", "baker": "パン製造", "plasterer": "左官"}}

func counted(t *testing.T, s Site, logs ...string) Report {
	t.Helper()
	c, err := NewCounter(s)
	if err != nil {
		t.Fatal(err)
	}
	for i, log := range logs {
		c.Read(fmt.Sprintf("log%d", i+1), strings.NewReader(log))
	}
	return c.Report()
}

// line is a line of the combined format.
func line(stamp, request, status, referrer, agent string) string {
	return fmt.Sprintf("192.0.2.7 - - [%s] %q %s 512 %q %q\n", stamp, request, status, referrer, agent)
}

func view(stamp, path string) string {
	return line(stamp, "GET "+path+" HTTP/2.0", "200", "-", phone)
}

// TestViews counts by hand: a page asked for in the last hour of October in Coordinated Universal Time belongs to
// November in Japan.
func TestViews(t *testing.T) {
	r := counted(t, site,
		view("31/Oct/2026:14:59:59 +0000", "/occupations/nurse/")+ // 23:59:59 in Japan
			view("31/Oct/2026:15:00:00 +0000", "/occupations/nurse/")+
			view("02/Nov/2026:09:00:00 +0900", "/")+
			view("02/Nov/2026:09:00:00 +0900", "/en/tools/interests/")+
			view("02/Nov/2026:09:00:00 +0900", "/assets/main-ABC.css")+
			line("02/Nov/2026:09:00:01 +0900", "POST / HTTP/2.0", "200", "-", phone)+
			line("02/Nov/2026:09:00:01 +0900", "GET /occupations/no-such/ HTTP/2.0", "404", "-", phone)+
			line("02/Nov/2026:09:00:02 +0900", "GET /occupations/nurse/ HTTP/2.0", "304", "-", desktop)+
			line("02/Nov/2026:09:00:03 +0900", "GET /occupations/nurse/ HTTP/2.0", "200", "-", crawler))
	if want := (Lines{Read: 9, Views: 5, Robots: 1, Other: 3}); r.Lines.Read != want.Read || r.Lines.Views != want.Views || r.Lines.Robots != want.Robots ||
		r.Lines.Other != want.Other || r.Lines.Malformed != 0 {
		t.Errorf("lines %+v, want %+v", r.Lines, want)
	}
	if want := []string{"2026-10", "2026-11"}; !slices.Equal(r.Months, want) {
		t.Errorf("months %v, want %v", r.Months, want)
	}
	want := "[{occupations [1 2] 3} {home [0 1] 1} {tools [0 1] 1}]"
	if got := fmt.Sprint(r.Sections); got != want {
		t.Errorf("sections %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(r.Devices), "[{phone [1 3] 4} {desktop [0 1] 1}]"; got != want {
		t.Errorf("devices %s, want %s", got, want)
	}
}

// TestMeanRank: in November nurse and baker share the first place and plasterer is third; in December baker is first
// and nurse second. So nurse has the mean rank (1+2)/2 = 1.5, baker 1 and plasterer 3 of the one month it was read.
func TestMeanRank(t *testing.T) {
	var log strings.Builder
	for month, views := range map[string][]string{"Nov": {"nurse", "nurse", "baker", "baker", "plasterer"}, "Dec": {"baker", "baker", "nurse"}} {
		for _, slug := range views {
			log.WriteString(view("05/"+month+"/2026:12:00:00 +0900", "/occupations/"+slug+"/"))
		}
	}
	r := counted(t, site, log.String())
	var top []string
	for _, x := range r.Top {
		top = append(top, fmt.Sprintf("%s %d %s %d", x.Month, x.Rank, x.Name, x.Views))
	}
	if want := []string{"2026-11 1 パン製造 2", "2026-11 1 看護師 2", "2026-11 3 左官 1", "2026-12 1 パン製造 2", "2026-12 2 看護師 1"}; !slices.Equal(top, want) {
		t.Errorf("top %v, want %v", top, want)
	}
	if got, want := fmt.Sprint(r.Years), "[{2026 baker パン製造 1 2 4} {2026 nurse 看護師 1.5 2 3} {2026 plasterer 左官 3 1 1}]"; got != want {
		t.Errorf("years %s, want %s", got, want)
	}
}

// TestSearches: words are brought together by width and case; those that came fewer than three times are not named.
func TestSearches(t *testing.T) {
	const at = "05/Nov/2026:12:00:00 +0900"
	r := counted(t, site, view(at, "/search/?q=%EF%BC%B3%EF%BC%A5")+view(at, "/search/?q=se&field=it")+view(at, "/search/?q=SE+&field=it&sort=pay")+
		view(at, "/search/?q=%E7%A7%98%E5%AF%86")+view(at, "/search/?q=%zz"))
	if got, want := fmt.Sprint(r.Words), "[{se  3}]"; got != want || r.RareWords != 1 {
		t.Errorf("words %s and %d rare, want %s and 1", got, r.RareWords, want)
	}
	if got, want := fmt.Sprint(r.Filters), "[{field  2} {sort  1}]"; got != want {
		t.Errorf("filters %s, want %s", got, want)
	}
}

func TestReferrers(t *testing.T) {
	const at = "05/Nov/2026:12:00:00 +0900"
	var log strings.Builder
	for _, from := range []string{"https://www.google.co.jp/", "https://www.google.co.jp/", "https://atlas.example/fields/", "-", "https://t.co/x",
		"https://www.mhlw.go.jp/a", "https://school.ed.jp/", "https://blog.example/", "::"} {
		log.WriteString(line(at, "GET / HTTP/1.1", "200", from, desktop))
	}
	want := "[{www.google.co.jp search 2} { none 1} {? unknown 1} {blog.example other 1} {school.ed.jp school 1} {t.co social 1} {www.mhlw.go.jp government 1}]"
	if got := fmt.Sprint(counted(t, site, log.String()).Referrers); got != want {
		t.Errorf("referrers %s, want %s", got, want)
	}
}

// TestFormats: the same view in each format, packed and plain, below a path of the host.
func TestFormats(t *testing.T) {
	below := site
	below.Base = "https://atlas.example/atlas/"
	logs := map[string]string{
		"combined": view("26/Nov/2026:09:30:00 +0900", "/atlas/occupations/baker/"),
		"CloudFront": "#Version: 1.0\n#Fields: date time c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query\n" +
			"2026-11-26\t00:30:00\t192.0.2.7\tGET\tatlas.example\t/atlas/occupations/baker/\t200\t-\t" + strings.ReplaceAll(phone, " ", "%20") + "\t-\n",
		"Cloudflare": `{"ClientIP":"192.0.2.7","ClientRequestMethod":"GET","ClientRequestURI":"/atlas/occupations/baker/","ClientRequestReferer":"",` +
			`"ClientRequestUserAgent":"` + phone + `","EdgeResponseStatus":200,"EdgeStartTimestamp":"2026-11-26T00:30:00Z"}` + "\n",
		"Cloudflare with nanoseconds": `{"ClientRequestMethod":"GET","ClientRequestURI":"/atlas/occupations/baker/","ClientRequestUserAgent":"` + phone +
			`","EdgeResponseStatus":200,"EdgeStartTimestamp":1795653000000000000}` + "\n",
	}
	for name, log := range logs {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		if _, err := w.Write([]byte(log)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		r := counted(t, below, log, packed.String())
		if got := fmt.Sprint(r.Top, r.Devices, r.Lines.Malformed); got != "[{2026-11 1 baker パン製造 2}] [{phone [2] 2}] 0" {
			t.Errorf("%s: %s, faults %v", name, got, r.Lines.Faults)
		}
	}
}

// TestMalformed: what cannot be read is counted and named, and the rest of the log is read.
func TestMalformed(t *testing.T) {
	good := view("26/Nov/2026:09:30:00 +0900", "/")
	r := counted(t, site, good+"nonsense\n"+strings.Replace(good, "200", "OK", 1)+strings.Replace(good, "Nov", "Nix", 1)+strings.Repeat("x", 70_000)+"\n"+good,
		"#Fields: date time cs-uri-stem\n2026-11-26\n", "{\n{\"ClientRequestURI\":\"/\",\"EdgeStartTimestamp\":\"yesterday\"}\n", "\x1f\x8b"+strings.Repeat("\x00", 3))
	want := []string{
		`log1:2: expected ADDRESS - - [time] "request" status size "referrer" "agent"`,
		`log1:3: status "OK" is not a number`,
		`log1:4: time "26/Nix/2026:09:30:00 +0900" is not like 26/Nov/2026:09:30:00 +0900`,
		`log1:5: longer than 65536 bytes`,
		`log2:2: expected the 3 columns of the #Fields line, found 1`,
		`log3:1: not a JSON object of Logpush: unexpected end of JSON input`,
		`log3:2: EdgeStartTimestamp "yesterday" is neither RFC 3339 nor a number`,
		`log4:1: the file breaks off: unexpected EOF`,
	}
	var got []string
	for _, f := range r.Lines.Faults {
		got = append(got, fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Reason))
	}
	if !slices.Equal(got, want) {
		t.Errorf("faults\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if r.Lines.Malformed != len(want) || r.Lines.Views != 2 {
		t.Errorf("%d malformed and %d views, want %d and 2", r.Lines.Malformed, r.Lines.Views, len(want))
	}
}

// TestNoAddress: nothing that is written holds a visitor's address.
func TestNoAddress(t *testing.T) {
	files, err := counted(t, site, view("26/Nov/2026:09:30:00 +0900", "/occupations/nurse/")+"192.0.2.7 nonsense\n").Files()
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 9 {
		t.Errorf("%d files, want the page and 8 tables", len(files))
	}
	for name, text := range files {
		if bytes.Contains(text, []byte("192.0.2.7")) {
			t.Errorf("%s holds an address", name)
		}
	}
	if got, want := string(files["occupations.csv"]), "\ufeffmonth,rank,slug,name,page_views\r\n2026-11,1,nurse,看護師,1\r\n"; got != want {
		t.Errorf("occupations.csv is %q, want %q", got, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(view("26/Nov/2026:09:30:00 +0900", "/search/?q=a"))
	f.Add("#Fields: date time cs-method cs-uri-stem sc-status\n2026-11-26\t00:30:00\tGET\t/\t200\n")
	f.Add(`{"ClientRequestMethod":"GET","ClientRequestURI":"/","EdgeResponseStatus":200,"EdgeStartTimestamp":1}`)
	f.Add("\x1f\x8b\x08")
	f.Fuzz(func(t *testing.T, log string) {
		c, err := NewCounter(site)
		if err != nil {
			t.Fatal(err)
		}
		c.Read("log", strings.NewReader(log))
		l := c.Report().Lines
		if sum := l.Views + l.Robots + l.Other + l.Malformed; sum < l.Read {
			t.Errorf("%d lines read, %d accounted for", l.Read, sum)
		}
	})
}
