// Package scoring holds the arithmetic of the site: what a person's answers,
// or an occupation's figures, say about the other occupations. The same code
// runs in the generator, in tests and, compiled to WebAssembly, in the
// visitor's browser.
//
// What always holds:
//
//   - Functions are pure: numbers in, numbers out. The package prints, reads
//     and remembers nothing, and imports neither fmt, reflect nor encoding/json.
//   - A missing figure is NaN and stays missing. It is never taken for zero or
//     for a mean. Whatever cannot be scored is left out and counted.
//   - What cannot be answered is refused with a [Refusal] or, where a single
//     number is asked for, with NaN. Infinities and slices of the wrong length
//     are refused like any other fault; nothing panics.
//   - The order in which occupations are given changes no result, not even in
//     its last bit: columns are summed in ascending order, and equals are
//     ordered by occupation id.
//   - Every machine computes the same bits. Products that are added up are
//     converted, float64(a*b), because Go may otherwise fuse the two steps
//     into one on some processors (https://go.dev/ref/spec#Floating_point_operators).
//
// What the package does not do: it knows no item texts, no names of
// occupations and no norms. It gives an order and a word of nearness, never a
// percentage of fit or a verdict about a person.
//
// # Standard scores
//
// Items differ in level: over all occupations 社会的 averages 3.47 and 芸術的
// 2.75. Figures are therefore compared as
//
//	z = (x − mean) / deviation
//
// with mean and deviation of that item over all occupations that have it. The
// deviation divides by n, not n − 1: the occupations described are the whole
// population spoken of, not a sample of a larger one. Where an item has the
// same figure everywhere, z is 0: the figure is known, and it does not differ.
//
// # Interests and work values
//
// Answers run from 0 to 4. The score of an area is the mean of its answered
// items; at least two thirds of them must be answered. Answers that are all
// alike are refused, and so are areas that hardly differ: their deviation
// must reach 5 % of the scale, which is 0.2 on answers 0–4. One answer of the
// short form (five items an area) moves its area by up to 0.8, so below that
// spread the order of the areas hangs on a single answer.
//
// The nearness of a person p and an occupation z over m areas is Pearson's
//
//	r = Σ (pᵢ − p̄)(zᵢ − z̄) / √(Σ (pᵢ − p̄)² Σ (zᵢ − z̄)²)
//
// the best of four indices compared in doi:10.1177/1069072720909825. Each
// summand, divided by the root, is what one area contributes: positive speaks
// for the occupation, negative against it, and together they are r.
//
// A person's scores are not standardised over occupations, for they are not
// an occupation's figures. Figures on the occupations' own scale, such as
// another occupation's profile, are: see [Table.RankFigures]. Only so does an
// occupation's own profile return that occupation first.
//
// Occupations whose r agrees to two decimals share a rank; more would pretend
// a precision that survey means do not have. Inside a rank the larger r comes
// first, then the smaller id. The bands follow from r alone:
//
//	band         a random profile gets there    r, 6 areas    r, 11 areas
//	VeryNear     1 time in 100                  0.88          0.69
//	Near         5 times in 100                 0.73          0.52
//	FairlyNear   10 times in 100                0.61          0.42
//
// These are the one-sided critical values of r without correlation (Fisher
// 1915, doi:10.2307/2331838), rounded to two decimals.
//
// # Similarity of occupations
//
// The similarity of two occupations is, over the k domains both have,
//
//	s = (r₁ + … + rₖ) / (k + ½)
//
// with r the Pearson correlation of their standard scores. A profile has
// elevation, scatter and shape, and correlation keeps the shape alone
// (Cronbach & Gleser 1953, doi:10.1037/h0057173). Shape is what is wanted
// here, because respondents of one occupation may rate everything higher than
// those of another. On release 7.00 of the official figures, the five nearest
// by correlation share the occupation's middle class of the 日本標準職業分類
// in 37 % of cases, the five nearest by root mean square distance in 32 %.
//
// The half in the divisor draws s towards 0 where few domains are shared. With
// the plain mean, an occupation with a single domain is a near neighbour 12
// times, one with all four 5 times: missing figures would help. No other
// occupation is nearer than the occupation itself, and s(a, b) = s(b, a).
//
// # What is distinctive, and the gap
//
// Distinctive of an occupation are the items with the largest z, so that what
// every occupation has in plenty is not named. Items flagged as not relevant
// are never named as high, whatever score stands there.
//
// The gap of an item is the target's figure minus one's own, in units of the
// item's scale. Its weight is the target's z where that is positive, else 0:
// what the target asks of its people no more than other occupations do needs
// no special preparation.
package scoring
