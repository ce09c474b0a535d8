// On the page of an occupation: puts it on my list, or takes it off, and leads to the list.

import { addToList, inMyList, removeFromList } from "../store/list";
import { onChange } from "../store/store";

export function enableKeeping(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-keep]")) {
    const id = Number(place.dataset["keep"]);
    const button = place.querySelector("button");
    const status = place.querySelector<HTMLElement>("[role=status]");
    if (!button || !status) continue;
    const show = (): void => {
      button.setAttribute("aria-pressed", String(inMyList(id)));
      button.textContent = inMyList(id) ? "リストから外す" : "リストに入れる";
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      const done = inMyList(id) ? removeFromList(id) : addToList(id);
      status.textContent = done ? "" : "リストに入れられませんでした。リストがいっぱいか、ブラウザーが保存を許していません。";
    });
    onChange(show);
    show();
  }
}
