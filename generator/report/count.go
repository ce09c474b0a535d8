package report

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/mileusna/useragent"
	"golang.org/x/text/unicode/norm"
)

const (
	longestLine = 64 << 10 // bytes; a longer one is malformed
	keptFaults  = 20
	keptValues  = 20_000 // different referrers, words and filters that are told apart
	keptAgents  = 10_000
)

// japan is the time zone of the months. Japan has no daylight saving time.
var japan = time.FixedZone("JST", 9*60*60)

// A Counter counts the lines of any number of logs.
type Counter struct {
	site        Site
	path        string // of the site on its host
	host        string
	lines       Lines
	months      map[string]bool
	sections    monthly
	occupations monthly
	devices     monthly
	referrers   bounded
	words       bounded
	filters     bounded
	agents      map[string]string // kinds of device by what the browser calls itself
}

// NewCounter begins to count for a site.
func NewCounter(site Site) (*Counter, error) {
	base, err := url.Parse(site.Base)
	if err != nil || base.Host == "" {
		return nil, fmt.Errorf("address of the site %q: expected such as https://example.org/", site.Base)
	}
	return &Counter{
		site: site, path: cmp.Or(base.Path, "/"), host: base.Host,
		months: map[string]bool{}, sections: monthly{}, occupations: monthly{}, devices: monthly{}, agents: map[string]string{},
		referrers: bounded{}, words: bounded{}, filters: bounded{},
	}, nil
}

// Read counts one log, packed with gzip or not. Lines that cannot be read, and a file that breaks off, are counted as
// malformed.
func (c *Counter) Read(name string, log io.Reader) {
	r := bufio.NewReaderSize(log, longestLine)
	if magic, err := r.Peek(2); err == nil && bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		unpacked, err := gzip.NewReader(r)
		if err != nil {
			c.fault(name, 1, fmt.Errorf("the file breaks off: %w", err))
			return
		}
		defer unpacked.Close()
		r = bufio.NewReaderSize(unpacked, longestLine)
	}
	c.readLines(name, r)
}

func (c *Counter) readLines(name string, r *bufio.Reader) {
	var f format
	for number := 1; ; number++ {
		line, err := r.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			c.lines.Read++
			c.fault(name, number, fmt.Errorf("longer than %d bytes", longestLine))
			if err = skipLine(r); err == nil {
				continue
			}
		}
		if line = bytes.TrimRight(line, "\r\n"); len(line) > 0 && !errors.Is(err, bufio.ErrBufferFull) {
			text := string(line)
			if f == nil {
				f = formatOf(text)
			}
			c.readLine(name, number, f, text)
		}
		if err != nil {
			if err != io.EOF {
				c.fault(name, number, fmt.Errorf("the file breaks off: %w", err))
			}
			return
		}
	}
}

// skipLine passes over what is left of a line.
func skipLine(r *bufio.Reader) error {
	for {
		if _, err := r.ReadSlice('\n'); !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

func (c *Counter) readLine(name string, number int, f format, line string) {
	h, ok, err := f.hit(line)
	if err == nil && !ok {
		return
	}
	c.lines.Read++
	if err != nil {
		c.fault(name, number, err)
		return
	}
	c.count(h)
}

func (c *Counter) fault(name string, number int, err error) {
	c.lines.Malformed++
	if len(c.lines.Faults) < keptFaults {
		c.lines.Faults = append(c.lines.Faults, Fault{name, number, err.Error()})
	}
}

// count adds a hit, if it is a page view.
func (c *Counter) count(h hit) {
	target, query, _ := strings.Cut(h.target, "?")
	page, below := strings.CutPrefix(target, c.path)
	if h.method != "GET" || h.status != 200 && h.status != 304 || !below || page != "" && !strings.HasSuffix(page, "/") && !strings.HasSuffix(page, ".html") {
		c.lines.Other++
		return
	}
	device := c.device(h.agent)
	if device == robot {
		c.lines.Robots++
		return
	}
	c.lines.Views++
	month := h.at.In(japan).Format("2006-01")
	c.months[month] = true
	c.devices.add(month, device)
	parts := strings.Split(strings.TrimSuffix(page, "index.html"), "/")
	if parts[0] == "en" || parts[0] == "easy" {
		parts = append(parts[1:], "")
	}
	c.sections.add(month, section(parts[0]))
	if parts[0] == "occupations" && len(parts) > 1 && c.site.Occupations[parts[1]] != "" {
		c.occupations.add(month, parts[1])
	}
	if parts[0] == "search" {
		c.search(query)
	}
	c.referrer(h.referrer)
}

// section names a part of the site by the first element of its paths.
func section(element string) string {
	if element == "" {
		return "home"
	}
	return strings.TrimSuffix(element, ".html")
}

// search counts what a search page was opened with.
func (c *Counter) search(query string) {
	values, _ := url.ParseQuery(query) // what can be read of it counts
	for key, all := range values {
		if key != "q" {
			c.filters.add(key)
			continue
		}
		for _, words := range all {
			if words = strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(words)), " ")); words != "" {
				c.words.add(words)
			}
		}
	}
}

// referrer counts the host a visitor came from; pages of the site itself are none.
func (c *Counter) referrer(address string) {
	if address == "" {
		c.referrers.add("")
		return
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "":
		c.referrers.add("?")
	case u.Host != c.host:
		c.referrers.add(strings.ToLower(u.Hostname()))
	}
}

const robot = "robot"

// device tells the kind of device by what the browser calls itself.
func (c *Counter) device(agent string) string {
	if known, ok := c.agents[agent]; ok {
		return known
	}
	if len(c.agents) >= keptAgents {
		clear(c.agents)
	}
	kind := "other"
	switch ua := useragent.Parse(agent); {
	case ua.Bot || agent == "":
		kind = robot
	case ua.Tablet:
		kind = "tablet"
	case ua.Mobile:
		kind = "phone"
	case ua.Desktop:
		kind = "desktop"
	}
	c.agents[strings.Clone(agent)] = kind
	return kind
}

// bounded counts values of which a log may hold any number: those that come after keptValues different ones are
// counted together, under others.
type bounded map[string]int

const others = "(others)"

func (b bounded) add(value string) {
	if _, known := b[value]; !known && len(b) >= keptValues {
		value = others
	}
	b[value]++
}

// rows are the values that came at least so often, the most frequent first.
func (b bounded) rows(kind func(string) string, least int) []CountRow {
	var rows []CountRow
	for value, count := range b {
		if count >= least || value == others {
			row := CountRow{Value: value, Count: count}
			if kind != nil {
				row.Kind = kind(value)
			}
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(x, y CountRow) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), strings.Compare(x.Value, y.Value))
	})
	return rows
}

// rare is how often values came that came fewer times than least each.
func (b bounded) rare(least int) int {
	sum := 0
	for value, count := range b {
		if count < least && value != others {
			sum += count
		}
	}
	return sum
}

// referrerKinds sorts hosts by how they end; the first that fits counts.
var referrerKinds = []struct{ kind, names string }{
	{"search", "google. bing.com yahoo. duckduckgo.com ecosia.org baidu.com yandex. naver.com docomo.ne.jp"},
	{"social", "twitter.com x.com t.co facebook.com instagram.com line.me youtube.com note.com hatena.ne.jp linkedin.com"},
	{"government", ".go.jp .lg.jp"},
	{"school", ".ac.jp .ed.jp"},
}

// referrerKind sorts a host into a few kinds.
func referrerKind(host string) string {
	switch host {
	case "":
		return "none"
	case "?", others:
		return "unknown"
	}
	for _, k := range referrerKinds {
		for name := range strings.FieldsSeq(k.names) {
			inside := strings.HasSuffix(name, ".") && (strings.HasPrefix(host, name) || strings.Contains(host, "."+name))
			if inside || host == name || strings.HasSuffix(host, "."+strings.TrimPrefix(name, ".")) {
				return k.kind
			}
		}
	}
	return "other"
}
