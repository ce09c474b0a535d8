// datapackage.mjs FILE: validates a Data Package, reads every row of every table, casts it to its type and prints it;
// see print-rows.mjs. The library knows version 1 of the standard, which has no type "list" (such a column is read as
// the text it is in the file) and names the table itself by "" in a foreign key.
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import datapackage from "datapackage";
import { printRows } from "./print-rows.mjs";

const file = process.argv[2];
const descriptor = JSON.parse(readFileSync(file, "utf8"));
for (const resource of descriptor.resources) {
  resource.profile = "tabular-data-resource";
  for (const field of resource.schema.fields) {
    if (field.type === "list") field.type = "string";
  }
  for (const key of resource.schema.foreignKeys ?? []) key.reference.resource ??= "";
}
const loaded = await datapackage.Package.load(descriptor, { basePath: dirname(file), strict: false });
for (const error of loaded.errors) console.error(String(error));
if (!loaded.valid) process.exit(1);
for (const resource of loaded.resources) {
  await printRows(resource.name, await resource.read());
}
