// The suggestions below the search box, after the combobox pattern of the ARIA Authoring Practices ("list autocomplete
// with manual selection"): the focus stays in the box, arrows move through the list, Enter takes, Escape closes.

import { make } from "../page/element";

export interface Choice {
  /** Put into the box when it is taken. */
  readonly text: string;
  /** Shown beside it, such as a reading or a kind; "" for nothing. */
  readonly note: string;
}

interface Combobox {
  readonly close: () => void;
}

/**
 * Offers suggestions for what is typed. say tells a screen reader how many there are; taken is called when one is
 * taken, after its text stands in the box.
 */
export function suggestWhileTyping(
  box: HTMLInputElement, list: HTMLElement, suggest: (text: string) => Promise<readonly Choice[]>, say: (count: number) => void, taken: () => void,
): Combobox {
  let active = -1;
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  list.setAttribute("role", "listbox");

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("li")];
  const mark = (n: number): void => {
    active = n;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === n)));
    const option = options()[n];
    if (option) {
      box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  };
  const close = (): void => {
    list.hidden = true;
    list.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const take = (option: HTMLElement): void => {
    box.value = option.dataset["text"] ?? "";
    close();
    taken();
  };
  const show = (choices: readonly Choice[]): void => {
    list.replaceChildren(...choices.map(({ text, note }, i) => {
      const option = make("li", { id: `${list.id}-${i}`, role: "option", "aria-selected": "false", "data-text": text }, make("span", {}, text), make("span", { class: "small quiet" }, note));
      // The focus stays in the box.
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => take(option));
      return option;
    }));
    list.hidden = choices.length === 0;
    box.setAttribute("aria-expanded", String(choices.length > 0));
    mark(-1);
    say(choices.length);
  };

  let asked = 0;
  box.addEventListener("input", () => {
    const turn = ++asked;
    const text = box.value;
    if (text.trim() === "") {
      close();
      return;
    }
    suggest(text).then((choices) => {
      if (turn === asked && document.activeElement === box) show(choices);
    }, close); // why it failed, the search says
  });
  box.addEventListener("blur", () => {
    asked++;
    close();
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const count = options().length;
    const option = options()[active];
    if (event.key === "ArrowDown") mark((active + 1) % count);
    else if (event.key === "ArrowUp") mark((active <= 0 ? count : active) - 1);
    else if (event.key === "Enter" && option) take(option);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  return {
    close: () => {
      asked++;
      close();
    },
  };
}
