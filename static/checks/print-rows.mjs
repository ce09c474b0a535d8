// The readers in this directory print what they read as one JSON array to a line: the name of the table, then the
// cells of a row. Tests of the exports hold these lines against the dataset.

/** Prints the rows of a table; a row is an array of cells. */
export async function printRows(table, rows) {
  let text = "";
  for (const row of rows) {
    text += JSON.stringify([table, ...row], (_, value) => (typeof value === "bigint" ? Number(value) : value)) + "\n";
    if (text.length > 1 << 20) {
      await print(text);
      text = "";
    }
  }
  await print(text);
}

function print(text) {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}
