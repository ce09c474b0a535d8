package export

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"

	"shigotoatlas/generator/ingest"
)

// rowGroupRows is the most rows of a row group. Rows stand in the order of the table's key, so the bounds of the
// groups tell an engine which of them a condition on the first column of the key concerns.
const rowGroupRows = 8192

// columns is a group of Parquet columns in the order of a table; the library's own groups are in that of the alphabet.
type columns struct {
	parquet.Group
	names []string
}

// Fields are the columns in the order of the table.
func (c columns) Fields() []parquet.Field {
	fields := c.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return slices.Index(c.names, a.Name()) - slices.Index(c.names, b.Name())
	})
	return fields
}

// encodeParquet writes a table as one Parquet file. A table with a partition column has row groups that hold one value
// of it each, if its rows are ordered so.
func (r *Release) encodeParquet(t ingest.Data) ([]byte, error) {
	var b bytes.Buffer
	w := parquet.NewWriter(&b, parquetSchema(t.Table), parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(rowGroupRows),
		parquet.CreatedBy("shigoto-atlas", r.Version, ""), parquet.DataPageStatistics(true))
	for _, note := range r.parquetNotes(t.Table) {
		w.SetKeyValueMetadata(note[0], note[1])
	}
	split := t.Column(t.Partition)
	for i, record := range t.Records {
		if i > 0 && split == 0 && record[split] != t.Records[i-1][split] {
			if err := w.Flush(); err != nil {
				return nil, err
			}
		}
		row, err := parquetRow(t.Fields, record)
		if err != nil {
			return nil, err
		}
		if _, err := w.WriteRows([]parquet.Row{row}); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// parquetNotes are the words that go into a file, so that it explains itself: keys and values in a fixed order.
func (r *Release) parquetNotes(t ingest.Table) [][2]string {
	notes := [][2]string{{"title", t.Title}, {"title_en", t.TitleEN}, {"description", t.About}, {"description_en", t.AboutEN}, {"version", r.Version}}
	for i, s := range r.sourcesOf(t) {
		number := strconv.Itoa(i + 1)
		notes = append(notes, [2]string{"citation_" + number, s.Citation}, [2]string{"terms_" + number, s.Terms})
	}
	return notes
}

func parquetSchema(t ingest.Table) *parquet.Schema {
	group := columns{parquet.Group{}, t.Columns()}
	for _, f := range t.Fields {
		group.Group[f.Name] = parquetNode(f)
	}
	return parquet.NewSchema(t.Name, group)
}

func parquetNode(f ingest.Field) parquet.Node {
	var node parquet.Node
	switch f.Type {
	case ingest.Integer:
		node = parquet.Encoded(parquet.Int(32), &parquet.RLEDictionary)
	case ingest.Number:
		node = parquet.Encoded(parquet.Leaf(parquet.DoubleType), &parquet.RLEDictionary)
	case ingest.List:
		node = parquet.List(parquet.Encoded(parquet.String(), &parquet.RLEDictionary))
	default:
		node = parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
	}
	if f.Required {
		return node
	}
	return parquet.Optional(node)
}

// parquetRow gives every value its levels: whether it is there (definition) and whether it goes on in the list before
// it (repetition), as the format has them.
func parquetRow(fields []ingest.Field, record []string) (parquet.Row, error) {
	row := make(parquet.Row, 0, len(fields))
	for i, f := range fields {
		defined := 0
		if !f.Required {
			defined = 1
		}
		switch {
		case record[i] == "":
			row = append(row, parquet.NullValue().Level(0, 0, i))
		case f.Type == ingest.List:
			for k, value := range strings.Split(record[i], listSeparator) {
				row = append(row, parquet.ByteArrayValue([]byte(value)).Level(min(k, 1), defined+1, i))
			}
		default:
			value, err := parquetValue(f, record[i])
			if err != nil {
				return nil, err
			}
			row = append(row, value.Level(0, defined, i))
		}
	}
	return row, nil
}

func parquetValue(f ingest.Field, cell string) (parquet.Value, error) {
	switch f.Type {
	case ingest.Integer:
		n, err := strconv.ParseInt(cell, 10, 32)
		return parquet.Int32Value(int32(n)), err
	case ingest.Number:
		x, err := strconv.ParseFloat(cell, 64)
		return parquet.DoubleValue(x), err
	}
	return parquet.ByteArrayValue([]byte(cell)), nil
}

// writePartitions writes a table once more, split as Spark and DuckDB expect it (Hive partitioning): a directory for
// each value of the partition column, which the files in it leave out.
func (r *Release) writePartitions(t ingest.Data, write func(string, []byte) error) error {
	split := t.Column(t.Partition)
	parts := map[string][][]string{}
	var values []string
	for _, record := range t.Records {
		value := record[split]
		if parts[value] == nil {
			values = append(values, value)
		}
		parts[value] = append(parts[value], slices.Delete(slices.Clone(record), split, split+1))
	}
	part := t
	part.Fields, part.Partition = slices.Delete(slices.Clone(t.Fields), split, split+1), ""
	for _, value := range values {
		part.Records = parts[value]
		data, err := r.encodeParquet(part)
		if err != nil {
			return fmt.Errorf("writing the partition %s=%s of %s: %w", t.Partition, value, t.Name, err)
		}
		if err := write(fmt.Sprintf("parquet-partitioned/%s/%s=%s/%s.parquet", t.Name, t.Partition, value, t.Name), data); err != nil {
			return err
		}
	}
	return nil
}
