package analysis

import (
	"os"
	"testing"

	"shigotoatlas/generator/ingest"
)

// TestTablesFitTheDataset: beside the tables of the dataset those of the results have no fault: every column is
// described, every cell fits its column, keys are unique, references lead somewhere.
func TestTablesFitTheDataset(t *testing.T) {
	d, err := ingest.Read(os.DirFS("../../dataset"))
	if err != nil {
		t.Fatal(err)
	}
	tables := real(t).Tables()
	d.Tables = append(d.Tables, tables...)
	if err := d.Check(); err != nil {
		t.Error(err)
	}
	for _, table := range tables {
		if len(table.Records) == 0 {
			t.Errorf("%s is empty", table.Name)
		}
		t.Logf("%s: %d rows, %d columns", table.Name, len(table.Records), len(table.Fields))
	}
}
