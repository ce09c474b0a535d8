// Package asset prepares what the pages load and the form in which pages are
// sent: it bundles the scripts and the style sheet, compiles the scoring module
// to WebAssembly, and minifies templates and data.
//
// What holds always:
//
//   - Equal sources give equal bytes, wherever the project lies on disk.
//   - Everything that esbuild remarks on, warnings too, is an error with file,
//     line and column. A bundle is complete or there is none.
//   - A minified template renders the same document as its source, up to white
//     space that no browser shows; see MinifyTemplate for the exact terms.
//
// What it does not do: it writes no files of the site (that is publish), checks
// no types (that is tsc, see static/tsconfig.json), and minifies no rendered
// page. Pages are small because their templates are: minifying each template
// once at start costs milliseconds, minifying each page would cost seconds.
package asset
