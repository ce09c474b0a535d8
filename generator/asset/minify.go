package asset

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/svg"
)

// htmlMinifier keeps everything but white space and comments. The bytes that
// dropping tags and quotes would save, compression saves anyway; what they cost
// is documents that other tools read differently.
func htmlMinifier() *html.Minifier {
	return &html.Minifier{
		KeepDefaultAttrVals: true, // style sheets and scripts select input[type=text]
		KeepDocumentTags:    true,
		KeepEndTags:         true,
		KeepQuotes:          true,
	}
}

// MinifySVG minifies a stand-alone SVG file.
func MinifySVG(src []byte) ([]byte, error) {
	out, err := runMinifier((&svg.Minifier{}).Minify, src)
	if err != nil {
		return nil, fmt.Errorf("minifying SVG: %w", err)
	}
	return out, nil
}

// MinifyJSON removes white space. Numbers stay as they are written: published
// figures are text, 3.50 is not 3.5.
func MinifyJSON(src []byte) ([]byte, error) {
	var out bytes.Buffer
	if err := json.Compact(&out, src); err != nil {
		return nil, fmt.Errorf("minifying JSON: %w", err)
	}
	return out.Bytes(), nil
}

// runMinifier runs one minifier alone, so that nothing embedded in its
// language is minified.
func runMinifier(run minify.MinifierFunc, src []byte) ([]byte, error) {
	var out bytes.Buffer
	err := run(minify.New(), &out, bytes.NewReader(src), nil)
	return out.Bytes(), err
}
