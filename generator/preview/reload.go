package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
)

// A reloader tells the open pages, by server-sent events, that there is a new build or why there is none.
type reloader struct {
	mu    sync.Mutex
	pages map[chan string]bool
}

func newReloader() *reloader { return &reloader{pages: map[chan string]bool{}} }

// tell sends a message to every page: "" to reload, or the faults of a build. A page that is not listening just now
// misses the message and keeps what it shows.
func (r *reloader) tell(message string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for page := range r.pages {
		select {
		case page <- message:
		default:
		}
	}
}

func (r *reloader) add(page chan string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.pages[page] = true
}

func (r *reloader) remove(page chan string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.pages, page)
}

func (r *reloader) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "events are not possible on this connection", http.StatusInternalServerError)
		return
	}
	page := make(chan string, 1)
	r.add(page)
	defer r.remove(page)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	flusher.Flush()
	for {
		select {
		case <-request.Context().Done():
			return
		case message := <-page:
			data := ""
			if message != "" {
				encoded, _ := json.Marshal(message)
				data = string(encoded)
			}
			fmt.Fprintf(w, "data: %s\n\n", data)
			flusher.Flush()
		}
	}
}
