// Narrows a list to the rows whose data-words hold every word typed: occupations by name, reading or other names, columns
// of the dataset by name or description. The list is whole without this script; a query in the address (from the search
// box of the home page) is applied at once. Rows that lie folded are unfolded while they are being looked for.

/** Brings spellings together: width, case, katakana to hiragana, long vowel marks left out. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/[ー\-・]/g, "");
}

export function filterList(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-filter]");
  const input = form?.querySelector<HTMLInputElement>("input[name=q]");
  const status = document.querySelector<HTMLElement>("[data-filter-status]");
  if (!form || !input || !status) return;
  const rows = Array.from(document.querySelectorAll<HTMLElement>("[data-words]"), (row) => ({
    row,
    words: plain(row.dataset["words"] ?? ""),
  }));

  const found = status.dataset["found"] ?? "職業";
  const none = status.dataset["none"] ?? "見つかりません。別の呼び方で試すか、分野から探してください。";

  const apply = (): void => {
    const wanted = plain(input.value).split(/\s+/).filter((w) => w !== "");
    let shown = 0;
    for (const { row, words } of rows) {
      row.hidden = !wanted.every((w) => words.includes(w));
      if (!row.hidden) shown++;
    }
    for (const details of new Set(rows.map(({ row }) => row.closest("details")))) {
      if (details) details.open = wanted.length > 0;
    }
    for (const section of new Set(rows.map(({ row }) => row.closest("section")))) {
      if (section) section.hidden = !section.querySelector("[data-words]:not([hidden])");
    }
    status.textContent = wanted.length === 0 ? "" : shown === 0 ? none : `${shown}${found}`;
  };

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", apply);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  apply();
}
