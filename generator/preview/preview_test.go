package preview

import (
	"bufio"
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, address string) (int, string) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

func TestHandler(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "index.html"), "<head></head>home")
	write(t, filepath.Join(dir, "fields/index.html"), "<head></head>fields")
	write(t, filepath.Join(dir, "404.html"), "<head></head>lost")
	write(t, filepath.Join(dir, "icon.svg"), "<svg></svg>")
	server := httptest.NewServer(handler(dir, newReloader()))
	defer server.Close()
	const added = `<script defer src="/__reload.js"></script></head>`
	for _, c := range []struct {
		path   string
		status int
		body   string
	}{
		{"/", 200, "<head>" + added + "home"},
		{"/fields/", 200, "<head>" + added + "fields"},
		{"/nowhere/", 404, "<head>" + added + "lost"},
		{"/..%2f..%2fetc/", 404, "<head>" + added + "lost"},
		{"/icon.svg", 200, "<svg></svg>"},
		{"/__reload.js", 200, script},
	} {
		if status, body := get(t, server.URL+c.path); status != c.status || body != c.body {
			t.Errorf("%s: %d %q, want %d %q", c.path, status, body, c.status, c.body)
		}
	}
}

// TestServe changes a source twice: a good change makes pages reload, a fault reaches them as a message.
func TestServe(t *testing.T) {
	source, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(out, "index.html"), "<head></head>")
	var builds atomic.Int32
	var failing atomic.Bool
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- Serve(ctx, Options{Address: address, Dir: out, Watch: []string{source}, Log: log.New(io.Discard, "", 0), Build: func() error {
			builds.Add(1)
			if failing.Load() {
				return errors.New("a.md:1:1: a fault")
			}
			return nil
		}})
	}()
	events := listen(t, "http://"+address+"/__reload")
	write(t, filepath.Join(source, "new/a.md"), "one")
	if got := <-events; got != "data: " {
		t.Errorf("after a change pages hear %q", got)
	}
	failing.Store(true)
	write(t, filepath.Join(source, "new/a.md"), "two")
	if got := <-events; !strings.Contains(got, "a.md:1:1: a fault") {
		t.Errorf("after a fault pages hear %q", got)
	}
	stop()
	if err := <-done; err != nil || builds.Load() < 3 {
		t.Errorf("ended with %v after %d builds", err, builds.Load())
	}
}

// listen gives the messages of an event stream, once the server answers.
func listen(t *testing.T, address string) <-chan string {
	t.Helper()
	events := make(chan string, 8)
	for range 200 {
		response, err := http.Get(address)
		if err != nil {
			time.Sleep(10 * time.Millisecond)
			continue
		}
		go func() {
			defer response.Body.Close()
			lines := bufio.NewScanner(response.Body)
			for lines.Scan() {
				if lines.Text() != "" {
					events <- lines.Text()
				}
			}
		}()
		return events
	}
	t.Fatal("the server does not answer")
	return nil
}
