// Package search makes the static index that the visitor's browser searches, and runs the browser's own search script
// for commands and tests.
package search
