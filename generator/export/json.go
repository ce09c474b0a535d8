package export

import (
	"encoding/json"
	"strings"

	"shigotoatlas/generator/ingest"
)

// encodeJSON writes a table as an array of objects, one row to a line.
func encodeJSON(t ingest.Data) ([]byte, error) {
	rows, err := objects(t, ",\n")
	if err != nil {
		return nil, err
	}
	return append(append([]byte("[\n"), rows...), "\n]\n"...), nil
}

// encodeLines writes a table as JSON Lines: one object to a line.
func encodeLines(t ingest.Data) ([]byte, error) {
	rows, err := objects(t, "\n")
	if err != nil {
		return nil, err
	}
	return append(rows, '\n'), nil
}

// objects writes the rows of a table as JSON objects. Numbers keep their published digits, lists are arrays, a missing
// value is null.
func objects(t ingest.Data, between string) ([]byte, error) {
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = `,"` + f.Name + `":`
	}
	names[0] = `{` + names[0][1:]
	var b []byte
	var err error
	for k, record := range t.Records {
		if k > 0 {
			b = append(b, between...)
		}
		for i, cell := range record {
			b = append(b, names[i]...)
			if b, err = appendCell(b, t.Fields[i].Type, cell); err != nil {
				return nil, err
			}
		}
		b = append(b, '}')
	}
	return b, nil
}

// appendCell writes a cell as a JSON value.
func appendCell(b []byte, kind ingest.Type, cell string) ([]byte, error) {
	switch {
	case cell == "":
		return append(b, "null"...), nil
	case kind == ingest.Integer || kind == ingest.Number:
		return append(b, cell...), nil
	case kind == ingest.List:
		list, err := json.Marshal(strings.Split(cell, listSeparator))
		return append(b, list...), err
	}
	return appendText(b, cell)
}

// listSeparator stands between the values of a cell of a list.
const listSeparator = "|"

// appendText writes a JSON string; most texts need no escaping.
func appendText(b []byte, text string) ([]byte, error) {
	if !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' || r == '"' || r == '\\' || r == 0x7f || r == '\u2028' || r == '\u2029'
	}) {
		return append(append(append(b, '"'), text...), '"'), nil
	}
	escaped, err := json.Marshal(text)
	return append(b, escaped...), err
}
