package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// A hit is what a line of a log tells, without the visitor's address.
type hit struct {
	at       time.Time
	method   string
	target   string // path and query as asked for
	status   int
	referrer string
	agent    string
}

// A format reads the lines of one kind of log. A line of no request, such as a comment, gives no hit and no error.
type format interface {
	hit(line string) (h hit, ok bool, err error)
}

// formatOf tells the format of a log by its first line.
func formatOf(first string) format {
	switch {
	case strings.HasPrefix(first, "#"):
		return &cloudFront{}
	case strings.HasPrefix(first, "{"):
		return cloudflare{}
	}
	return &combined{}
}

// combined is the format of Apache and nginx:
//
//	192.0.2.1 - - [26/Nov/2026:09:30:00 +0900] "GET /occupations/nurse/ HTTP/2.0" 200 15700 "https://…" "Mozilla/5.0 …"
type combined struct {
	minute string // the last one read, and what it means: neighbouring lines mostly have the same
	at     time.Time
}

var errCombined = errors.New(`expected ADDRESS - - [time] "request" status size "referrer" "agent"`)

func (c *combined) hit(line string) (hit, bool, error) {
	_, rest, found := strings.Cut(line, " [")
	stamp, rest, closed := strings.Cut(rest, "] ")
	if !found || !closed {
		return hit{}, false, errCombined
	}
	at, err := c.time(stamp)
	if err != nil {
		return hit{}, false, err
	}
	request, rest, ok1 := quoted(rest)
	numbers, rest, _ := strings.Cut(strings.TrimPrefix(rest, " "), ` "`)
	referrer, rest, ok2 := quoted(`"` + rest)
	agent, _, ok3 := quoted(strings.TrimPrefix(rest, " "))
	if !ok1 || !ok2 || !ok3 {
		return hit{}, false, errCombined
	}
	digits, _, _ := strings.Cut(numbers, " ")
	status, err := strconv.Atoi(digits)
	if err != nil {
		return hit{}, false, fmt.Errorf("status %q is not a number", digits)
	}
	method, target, _ := strings.Cut(request, " ")
	target, _, _ = strings.Cut(target, " ")
	return hit{at, method, target, status, dash(referrer), dash(agent)}, true, nil
}

// time reads 26/Nov/2026:09:30:00 +0900, to the minute.
func (c *combined) time(stamp string) (time.Time, error) {
	const layout, seconds = "02/Jan/2006:15:04:05 -0700", len("02/Jan/2006:15:04:")
	if len(stamp) != len(layout) {
		return time.Time{}, fmt.Errorf("time %q is not like 26/Nov/2026:09:30:00 +0900", stamp)
	}
	if c.minute != "" && stamp[:seconds] == c.minute[:seconds] && stamp[seconds+2:] == c.minute[seconds+2:] {
		return c.at, nil
	}
	at, err := time.Parse(layout, stamp)
	if err != nil {
		return time.Time{}, fmt.Errorf("time %q is not like 26/Nov/2026:09:30:00 +0900", stamp)
	}
	c.minute, c.at = strings.Clone(stamp), at
	return at, nil
}

// quoted reads a text in double quotes, in which \" is a quote, and gives what follows it.
func quoted(s string) (text, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", "", false
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return s[1:i], s[i+1:], true
		}
	}
	return "", "", false
}

// dash is how logs write what is not there.
func dash(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

// cloudFront is the W3C extended format with the columns that its #Fields line names.
type cloudFront struct {
	columns []string
	minute  string
	at      time.Time
}

func (c *cloudFront) hit(line string) (hit, bool, error) {
	if names, ok := strings.CutPrefix(line, "#Fields:"); ok {
		c.columns = strings.Fields(names)
	}
	if strings.HasPrefix(line, "#") {
		return hit{}, false, nil
	}
	cells := strings.Split(line, "\t")
	if c.columns == nil || len(cells) < len(c.columns) {
		return hit{}, false, fmt.Errorf("expected the %d columns of the #Fields line, found %d", len(c.columns), len(cells))
	}
	var h hit
	var date, clock, status, query string
	for i, name := range c.columns {
		switch name {
		case "date":
			date = cells[i]
		case "time":
			clock = cells[i]
		case "cs-method":
			h.method = cells[i]
		case "cs-uri-stem":
			h.target = cells[i]
		case "cs-uri-query":
			query = dash(cells[i])
		case "sc-status":
			status = cells[i]
		case "cs(Referer)":
			h.referrer = plain(dash(cells[i]))
		case "cs(User-Agent)":
			h.agent = plain(dash(cells[i]))
		}
	}
	if query != "" {
		h.target += "?" + query
	}
	var err1, err2 error
	h.at, err1 = c.time(date + " " + clock)
	h.status, err2 = strconv.Atoi(status)
	return h, true, errors.Join(err1, err2)
}

func (c *cloudFront) time(stamp string) (time.Time, error) {
	const layout, minute = time.DateTime, len("2006-01-02 15:04")
	if len(stamp) == len(layout) && stamp[:minute] == c.minute {
		return c.at, nil
	}
	at, err := time.Parse(layout, stamp)
	if err != nil {
		return time.Time{}, fmt.Errorf("time %q is not like 2026-11-26 09:30:00", stamp)
	}
	c.minute, c.at = stamp[:minute], at
	return at, nil
}

// plain takes the percent signs from a value that CloudFront has encoded.
func plain(s string) string {
	if decoded, err := url.PathUnescape(s); err == nil {
		return decoded
	}
	return s
}

// cloudflare is the format of Logpush: an object per line, its time as RFC 3339, seconds or nanoseconds.
type cloudflare struct{}

func (cloudflare) hit(line string) (hit, bool, error) {
	var v struct {
		ClientRequestMethod    string
		ClientRequestURI       string
		ClientRequestReferer   string
		ClientRequestUserAgent string
		EdgeResponseStatus     int
		EdgeStartTimestamp     json.RawMessage
	}
	if err := json.Unmarshal([]byte(line), &v); err != nil {
		return hit{}, false, fmt.Errorf("not a JSON object of Logpush: %w", err)
	}
	at, err := stamp(string(v.EdgeStartTimestamp))
	if err != nil {
		return hit{}, false, err
	}
	if v.ClientRequestURI == "" {
		return hit{}, false, errors.New("ClientRequestURI is missing")
	}
	return hit{at, v.ClientRequestMethod, v.ClientRequestURI, v.EdgeResponseStatus, v.ClientRequestReferer, v.ClientRequestUserAgent}, true, nil
}

func stamp(raw string) (time.Time, error) {
	if number, err := strconv.ParseInt(raw, 10, 64); err == nil {
		if number < 1e12 {
			return time.Unix(number, 0), nil
		}
		return time.Unix(0, number), nil
	}
	at, err := time.Parse(time.RFC3339, strings.Trim(raw, `"`))
	if err != nil {
		return time.Time{}, fmt.Errorf("EdgeStartTimestamp %s is neither RFC 3339 nor a number", raw)
	}
	return at, nil
}
