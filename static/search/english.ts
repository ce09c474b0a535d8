/** Takes the commonest endings off an English word; the twin of Stem in generator/search/english.go. */
export function stem(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && word.endsWith("sses")) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
  const ending = ["ing", "ed"].find((e) => word.endsWith(e) && word.length - e.length > 2);
  if (ending !== undefined) {
    word = word.slice(0, -ending.length);
    if (/([^ls])\1$/.test(word)) word = word.slice(0, -1);
  }
  return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
}
