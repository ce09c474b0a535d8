package export

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"shigotoatlas/generator/ingest"
)

// views are the joins that most questions need, with the names beside the codes.
//
//go:embed views.sql
var views string

// mostParameters is the most values handed to SQLite in one statement; a statement of many rows saves calls.
const mostParameters = 900

func (r *Release) writeDatabase(write func(string, []byte) error) error {
	data, err := r.encodeDatabase()
	if err != nil {
		return fmt.Errorf("writing the database: %w", err)
	}
	return write("shigoto-atlas.sqlite", data)
}

// encodeDatabase builds the database in memory, with one connection, from first to last in the same order, so that its
// pages and its change counter are the same each time.
func (r *Release) encodeDatabase() (data []byte, err error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	ctx := context.Background()
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if _, err := conn.ExecContext(ctx, "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN"); err != nil {
		return nil, err
	}
	for _, t := range r.Tables {
		if err := fillTable(ctx, conn, t); err != nil {
			return nil, fmt.Errorf("table %s: %w", t.Name, err)
		}
	}
	if _, err := conn.ExecContext(ctx, views+"COMMIT;"); err != nil {
		return nil, fmt.Errorf("views: %w", err)
	}
	if err := checkReferences(ctx, conn); err != nil {
		return nil, err
	}
	err = conn.Raw(func(driver any) (err error) {
		data, err = driver.(interface{ Serialize() ([]byte, error) }).Serialize()
		return err
	})
	return data, err
}

// checkReferences holds every foreign key against the table it refers to; they are not enforced while tables fill.
func checkReferences(ctx context.Context, conn *sql.Conn) error {
	rows, err := conn.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		var table, parent string
		var row sql.NullInt64
		var key int
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		return fmt.Errorf("table %s: row %d refers to nothing in %s", table, row.Int64, parent)
	}
	return rows.Err()
}

func fillTable(ctx context.Context, conn *sql.Conn, t ingest.Data) error {
	if _, err := conn.ExecContext(ctx, createTable(t.Table)); err != nil {
		return err
	}
	batch := max(1, mostParameters/len(t.Fields))
	row := "(?" + strings.Repeat(",?", len(t.Fields)-1) + ")"
	var statement *sql.Stmt
	for records := range slices.Chunk(t.Records, batch) {
		if statement == nil || len(records) < batch {
			var err error
			statement, err = conn.PrepareContext(ctx, "INSERT INTO "+quoted(t.Name)+" VALUES "+row+strings.Repeat(","+row, len(records)-1))
			if err != nil {
				return err
			}
			defer statement.Close()
		}
		values, err := databaseValues(t.Fields, records)
		if err != nil {
			return err
		}
		if _, err := statement.ExecContext(ctx, values...); err != nil {
			return err
		}
	}
	return nil
}

func databaseValues(fields []ingest.Field, records [][]string) ([]any, error) {
	values := make([]any, 0, len(records)*len(fields))
	for _, record := range records {
		for i, f := range fields {
			value, err := databaseValue(f, record[i])
			if err != nil {
				return nil, err
			}
			values = append(values, value)
		}
	}
	return values, nil
}

// databaseValue is a cell as SQLite keeps it; a list stays one text.
func databaseValue(f ingest.Field, cell string) (any, error) {
	switch {
	case cell == "":
		return nil, nil
	case f.Type == ingest.Integer:
		return strconv.ParseInt(cell, 10, 64)
	case f.Type == ingest.Number:
		return strconv.ParseFloat(cell, 64)
	}
	return cell, nil
}

// createTable declares a table; its words go into the declaration, where .schema shows them.
func createTable(t ingest.Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s ( -- %s / %s\n", quoted(t.Name), comment(t.Title+"。"+t.About), comment(t.TitleEN))
	for _, f := range t.Fields {
		fmt.Fprintf(&b, "  %s %s", quoted(f.Name), map[ingest.Type]string{ingest.Integer: "INTEGER", ingest.Number: "REAL", ingest.String: "TEXT", ingest.List: "TEXT"}[f.Type])
		if f.Required {
			b.WriteString(" NOT NULL")
		}
		fmt.Fprintf(&b, ", -- %s / %s\n", comment(f.About), comment(f.AboutEN))
	}
	for _, reference := range t.References {
		fmt.Fprintf(&b, "  FOREIGN KEY (%s) REFERENCES %s (%s),\n", quoted(reference.Field), quoted(reference.Table), quoted(reference.Column))
	}
	fmt.Fprintf(&b, "  PRIMARY KEY (%s)\n) WITHOUT ROWID", quotedAll(t.Key))
	return b.String()
}

func comment(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// quoted is a name of SQL; some of ours, such as values, are its words too.
func quoted(name string) string { return `"` + name + `"` }

func quotedAll(names []string) string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = quoted(name)
	}
	return strings.Join(all, ", ")
}
