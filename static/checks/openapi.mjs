// openapi.mjs DIRECTORY: validates openapi.json of the directory as OpenAPI 3.1, then every other JSON file in it against
// the schema of the one path that names it, and prints how many files each path has.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const directory = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(directory, name), "utf8"));
const description = read("openapi.json");
const result = await new Validator().validate(structuredClone(description));
if (!result.valid) fail(`openapi.json: ${JSON.stringify(result.errors, null, 1)}`);

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats(ajv);
const schemas = Object.fromEntries(Object.entries(description.components.schemas).map(([name, schema]) => [name, within(schema)]));
ajv.addSchema({ $id: "components", $defs: schemas });

/** Points references of the document at the schemas as the validator knows them. */
function within(schema) {
  return JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "components#/$defs/"));
}

const paths = Object.entries(description.paths).map(([path, { get }]) => ({
  path,
  pattern: new RegExp("^" + path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+") + "$"),
  valid: ajv.compile(within(get.responses["200"].content["application/json"].schema)),
  files: 0,
}));
for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
  const name = join(entry.parentPath ?? entry.path, entry.name).slice(directory.length).replace(/^\/?/, "/");
  if (entry.isDirectory() || name === "/openapi.json") continue;
  const matching = paths.filter(({ pattern }) => pattern.test(name));
  if (matching.length !== 1) fail(`${name} is named by ${matching.length} paths`);
  matching[0].files++;
  if (!matching[0].valid(read(name))) fail(`${name}: ${ajv.errorsText(matching[0].valid.errors)}`);
}
for (const { path, files } of paths) {
  if (files === 0) fail(`${path} names no file`);
  console.log(path, files);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
