package search

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/blugelabs/bluge"
	"github.com/blugelabs/bluge/analysis"
	"github.com/blugelabs/bluge/search"
)

// occurrences are how often each field of a document has a term.
type occurrences [fieldCount]uint16

// inverted is a collection turned round: for each term the documents that have it.
type inverted struct {
	terms   map[string]map[int]*occurrences
	lengths [][fieldCount]int // in words, by document
}

// invert has Bluge index the words of every document, given by field, and reads its dictionary and postings back.
// Bluge's own ranking is not used: the idf of its BM25 is not what the formula says, and a server would have to run it.
func invert(docs [][fieldCount][]string) (*inverted, error) {
	writer, err := bluge.OpenWriter(bluge.InMemoryOnlyConfig())
	if err != nil {
		return nil, fmt.Errorf("indexing: %w", err)
	}
	defer writer.Close()
	batch := bluge.NewBatch()
	inv := &inverted{terms: map[string]map[int]*occurrences{}, lengths: make([][fieldCount]int, len(docs))}
	for i, fields := range docs {
		batch.Insert(indexable(i, fields))
		for f := range fields {
			inv.lengths[i][f] = len(fields[f])
		}
	}
	if err := writer.Batch(batch); err != nil {
		return nil, fmt.Errorf("indexing: %w", err)
	}
	reader, err := writer.Reader()
	if err != nil {
		return nil, fmt.Errorf("reading the index back: %w", err)
	}
	defer reader.Close()
	if err := inv.read(reader); err != nil {
		return nil, fmt.Errorf("reading the index back: %w", err)
	}
	return inv, nil
}

func indexable(number int, fields [fieldCount][]string) *bluge.Document {
	doc := bluge.NewDocument(strconv.Itoa(number))
	for f, words := range fields {
		if len(words) > 0 {
			doc.AddField(bluge.NewTextField(strconv.Itoa(f), strings.Join(words, separator)).WithAnalyzer(cutAlready))
		}
	}
	return doc
}

// separator stands between words that are cut already; no word holds it.
const separator = "\x1f"

var cutAlready = &analysis.Analyzer{Tokenizer: splitter{}}

type splitter struct{}

func (splitter) Tokenize(input []byte) analysis.TokenStream {
	words := strings.Split(string(input), separator)
	stream := make(analysis.TokenStream, len(words))
	tokens := make([]analysis.Token, len(words))
	for i, w := range words {
		tokens[i] = analysis.Token{Term: []byte(w), PositionIncr: 1, Type: analysis.Ideographic}
		stream[i] = &tokens[i]
	}
	return stream
}

// capture is a query that finds nothing: it hands over the reader that Bluge gives queries, the only way to postings.
type capture struct{ reader search.Reader }

func (c *capture) Searcher(r search.Reader, options search.SearcherOptions) (search.Searcher, error) {
	c.reader = r
	return bluge.NewMatchNoneQuery().Searcher(r, options)
}

func (inv *inverted) read(reader *bluge.Reader) error {
	var c capture
	if _, err := reader.Search(context.Background(), bluge.NewTopNSearch(0, &c)); err != nil {
		return err
	}
	numbers, err := ourNumbers(c.reader, len(inv.lengths))
	if err != nil {
		return err
	}
	for f := range fieldCount {
		dictionary, err := c.reader.DictionaryIterator(strconv.Itoa(int(f)), nil, nil, nil)
		if err != nil {
			return err
		}
		entry, err := dictionary.Next()
		for ; err == nil && entry != nil; entry, err = dictionary.Next() {
			if err := inv.readPostings(c.reader, numbers, f, entry.Term()); err != nil {
				return err
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// ourNumbers gives our number of a document by Bluge's, which follow the order in which it was done with them.
func ourNumbers(reader search.Reader, count int) ([]int, error) {
	numbers := make([]int, count)
	for n := range numbers {
		err := reader.VisitStoredFields(uint64(n), func(name string, value []byte) bool {
			if name == "_id" {
				numbers[n], _ = strconv.Atoi(string(value)) // what indexable wrote
			}
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	return numbers, nil
}

func (inv *inverted) readPostings(reader search.Reader, numbers []int, f field, term string) error {
	postings, err := reader.PostingsIterator([]byte(term), strconv.Itoa(int(f)), true, false, false)
	if err != nil {
		return err
	}
	docs := inv.terms[term]
	if docs == nil {
		docs = map[int]*occurrences{}
		inv.terms[term] = docs
	}
	posting, err := postings.Next()
	for ; err == nil && posting != nil; posting, err = postings.Next() {
		number := numbers[posting.Number()]
		if docs[number] == nil {
			docs[number] = &occurrences{}
		}
		docs[number][f] += uint16(min(posting.Frequency(), 1<<15))
	}
	return err
}
