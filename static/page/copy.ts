/** What a button copies: an address, relative to the page, or the text of an element. */
function wordsOf(button: HTMLButtonElement): string {
  const element = button.dataset["copyText"];
  if (element !== undefined) return document.getElementById(element)?.textContent ?? "";
  return new URL(button.dataset["copy"] ?? "", document.baseURI).href;
}

/** Shows the copy buttons, if the browser can copy, and makes them work. */
export function enableCopyButtons(): void {
  // Absent on pages that came over plain http.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy], button[data-copy-text]")) {
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    button.after(status);
    button.hidden = false;
    button.addEventListener("click", () => {
      const words = wordsOf(button);
      clipboard.writeText(words).then(
        () => say(status, button.dataset["copied"] ?? ""),
        () => say(status, `${button.dataset["copyFailed"] ?? ""} ${words}`),
      );
    });
  }
}

/** Empties the status first, so that the same words are spoken again. */
function say(status: HTMLElement, words: string): void {
  status.textContent = "";
  setTimeout(() => {
    status.textContent = words;
  }, 50);
}
