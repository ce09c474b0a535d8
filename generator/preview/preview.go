// Package preview serves a built site on the author's own machine, builds it anew when a source changes, and makes
// open pages reload. The site on disk is the one that would be published: the script that waits for a new build is
// added to pages on their way out and stands in no file.
//
// A build that fails leaves the site as it was; its faults are shown in the terminal and in the open pages' console.
// The server is for one author: it listens where it is told to, which should be the loopback address.
package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Options say what is served and watched.
type Options struct {
	Address string       // such as 127.0.0.1:8080
	Dir     string       // the built site
	Watch   []string     // directories whose files make the site, with all below them
	Build   func() error // builds the site into Dir
	Log     *log.Logger
}

// settle is how long changes are gathered before a build: editors write a file in several steps.
const settle = 50 * time.Millisecond

// Serve builds and serves until the context ends.
func Serve(ctx context.Context, o Options) error {
	if err := o.Build(); err != nil {
		return err
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watching for changes: %w", err)
	}
	defer watcher.Close()
	for _, dir := range o.Watch {
		if err := watchBelow(watcher, dir); err != nil {
			return fmt.Errorf("watching %s: %w", dir, err)
		}
	}
	listener, err := net.Listen("tcp", o.Address)
	if err != nil {
		return fmt.Errorf("serving on %s: %w", o.Address, err)
	}
	pages := newReloader()
	server := &http.Server{Handler: handler(o.Dir, pages), ReadHeaderTimeout: 5 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	go rebuild(ctx, o, watcher, pages)
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	o.Log.Printf("serving on http://%s/", listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving on %s: %w", o.Address, err)
	}
	return nil
}

func watchBelow(w *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if entry.Name() == "node_modules" {
			return filepath.SkipDir
		}
		return w.Add(name)
	})
}

// rebuild builds after changes have settled, one build at a time.
func rebuild(ctx context.Context, o Options, w *fsnotify.Watcher, pages *reloader) {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-w.Events:
			if info, err := os.Stat(event.Name); err == nil && info.IsDir() && event.Has(fsnotify.Create) {
				watchBelow(w, event.Name)
			}
			timer.Reset(settle)
		case err := <-w.Errors:
			o.Log.Printf("watching for changes: %v", err)
		case <-timer.C:
			start := time.Now()
			if err := o.Build(); err != nil {
				o.Log.Print(err)
				pages.tell(err.Error())
				continue
			}
			o.Log.Printf("built in %d ms", time.Since(start).Milliseconds())
			pages.tell("")
		}
	}
}

const script = `new EventSource("/__reload").onmessage=e=>{if(e.data)console.error(JSON.parse(e.data));else location.reload()}`

// handler serves the files of dir, adds the waiting script to pages, and answers a missing page with 404.html.
func handler(dir string, pages *reloader) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/__reload", pages)
	mux.HandleFunc("/__reload.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		fmt.Fprint(w, script)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		name := filepath.FromSlash(strings.TrimPrefix(r.URL.Path, "/"))
		if strings.HasSuffix(r.URL.Path, "/") {
			name = filepath.Join(name, "index.html")
		}
		if filepath.Ext(name) != ".html" && filepath.IsLocal(name) {
			http.ServeFile(w, r, filepath.Join(dir, name))
			return
		}
		servePage(w, dir, name)
	})
	return mux
}

func servePage(w http.ResponseWriter, dir, name string) {
	status := http.StatusOK
	var page []byte
	err := fs.ErrNotExist
	if filepath.IsLocal(name) {
		page, err = os.ReadFile(filepath.Join(dir, name))
	}
	if err != nil {
		status = http.StatusNotFound
		page, _ = os.ReadFile(filepath.Join(dir, "404.html"))
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(bytes.Replace(page, []byte("</head>"), []byte(`<script defer src="/__reload.js"></script></head>`), 1))
}
