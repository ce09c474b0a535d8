// hyparquet.mjs DIRECTORY TABLE…: reads the Parquet file of every table and prints the rows; see print-rows.mjs.
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { printRows } from "./print-rows.mjs";

const [directory, ...tables] = process.argv.slice(2);
for (const table of tables) {
  const file = await asyncBufferFromFile(`${directory}/${table}.parquet`);
  const columns = parquetSchema(await parquetMetadataAsync(file)).children.map((child) => child.element.name);
  const rows = await parquetReadObjects({ file, compressors });
  await printRows(table, rows.map((row) => columns.map((column) => row[column])));
}
