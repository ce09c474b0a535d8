// The words a script says are written in the page, in its language: as the items of template#words, each named by its
// data-key.

/** The words of a key, with {name} replaced by the value of that name. "" for a key the page does not have. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function readWords(): Words {
  const known = new Map<string, string>();
  const template = document.querySelector<HTMLTemplateElement>("template#words");
  for (const item of template?.content.querySelectorAll<HTMLElement>("[data-key]") ?? []) {
    known.set(item.dataset["key"] ?? "", item.textContent);
  }
  return (key, values = {}) => (known.get(key) ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
