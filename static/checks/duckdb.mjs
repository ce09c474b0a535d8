// duckdb.mjs SQL TABLE…: runs a query for every table, its name put in the place of {}, and prints the rows; see
// print-rows.mjs.
import { DuckDBInstance } from "@duckdb/node-api";
import { printRows } from "./print-rows.mjs";

const [sql, ...tables] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(":memory:")).connect();
for (const table of tables) {
  const reader = await connection.runAndReadAll(sql.replaceAll("{}", table));
  await printRows(table, reader.getRowsJS());
}
