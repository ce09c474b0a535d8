// Package search makes the static index that the visitor's browser searches, and runs the browser's own script for the
// command search and for tests. Visitors type what they call a job, not what we call it; this is where the two meet.
//
// # Goals
//
//   - Everyday names, readings, abbreviations, sentences and misspelt words find the occupation, best first.
//   - No server: files on a CDN, a USB stick or in a Kiwix box, and a script of 10 KB. The first search loads at most
//     40 KB with script, index and what is shown; later ones 8 KB in the median.
//   - One implementation of query and ranking, static/search, for the browser, the command and the tests.
//   - Equal content gives equal bytes; equal bytes and query give equal answers on every machine.
//   - A file that is missing or damaged is an error that names it, never another answer.
//
// # Non-goals
//
//   - No index that grows with use: documents are those of the build.
//   - No positions of words: phrases are looked up in the texts of the few documents that have all of their words.
//   - No learning from visitors. What people call things is content: content/synonyms.yaml.
//   - No dictionary in the browser: it cuts a query by the index's own vocabulary.
//
// # From content to files
//
// A document is an occupation, a guide, a story, a licence, a term, or the English text of an occupation; the list is
// in kinds.go. Documents lie in collections that are searched by themselves: ja (occupations), more (guides, stories,
// licences, terms), en. Each document has fields: title, alias, summary, task, licence, tag (field, themes, industries,
// tools), body, and synonym, which holds what synonyms.yaml says of it in sentences.
//
// kagome cuts Japanese texts with the IPA dictionary in search mode; particles, auxiliaries and endings are left out,
// verbs and adjectives taken in their base form. Words in Latin letters are kept whole, and so are names, aliases,
// licences and synonyms of three characters or more wherever they stand. Every word goes through the rules of normal.go.
// The words of a text are kept in build/cache by the digest of the text, because cutting all of them takes a second; so
// is each collection, by the digest of all that it is made of.
//
// Bluge inverts each collection in one batch, and its dictionary and postings are read back. On them, in this order:
// scores (below), exact names with a rank from 15 (the name) to 3 (a licence), ends and first words of names, synonyms,
// readings (of names as the content has them, of other words as kagome reads them; letters such as SE by their names),
// and the pairs of neighbouring characters of every name.
//
// Files are described in encode.go. The vocabulary is sorted and cut into files of about 2 KB by the first character of
// a key, or the first two where it is no kanji, so that one place of a query needs one file. Documents are in the order
// of their fields, so that what is found together is shown from few blocks. Every name of a file has the checksum of its
// content, and the file that names it says so.
//
// # Ranking
//
// BM25F: the occurrences of a term in each field, weighted and divided by how long the field is, make one frequency f;
// f / (f + k1), in 31 steps, is the impact that a posting keeps, beside the field that gave most. The client multiplies
// it by the term's importance, its idf in sixteenths. For the idf a document that has the term in running text alone
// counts for three tenths: 学校 stands in most texts, but where it is part of a name it tells much. Whole numbers, and
// plain fractions of them, keep the order equal on every machine; of equals the earlier document stands first.
//
// A synonym lends its postings at six tenths and its exact names two ranks lower. A whole name earns 160 points a rank
// when it is all that is asked, 12 as a part.
//
// # Queries
//
// static/search/parse.ts reads operators: words are all wanted, OR and | either, - and NOT unwanted, quotation marks as
// written, each also in full width and in Japanese. static/search/cut.ts cuts what stands without spaces: the whole as a
// name; else from left to right the longest entry of the vocabulary, also inflected or by its reading, words of grammar
// left out; else pairs of characters, and names that differ in a character. In a sentence a document need not have all
// words but 55 % of what they tell; where fewer than three do, those with 25 % follow. Where fewer than three documents
// have all words of a query, those that have half of them follow.
//
// # What was measured
//
// `make bench` measures bytes, time, size and quality beside Pagefind. Two sets of judged queries lie in testdata: one
// written from the names alone before there was a ranking (the first ranking answered 83.5 % of it first and 86.8 %
// among three; now 98.3 % and 100 %, synonyms written since among the reasons), one written later. operators.txt are
// queries of every shape; all of them are answered alike by goja and by Chromium.
package search
