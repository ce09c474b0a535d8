import type { Dot } from "./dot";
import { plain } from "../page/filter";

/** Shows the form above the map and marks which dots fit what is typed and chosen there. */
export class Finder {
  onChange = (): void => {};
  private readonly form = document.querySelector<HTMLFormElement>("form[data-landscape]");
  private readonly status = document.querySelector<HTMLElement>("[data-landscape-status]");
  private readonly dots: readonly Dot[];
  private readonly words: string[];

  constructor(dots: readonly Dot[]) {
    this.dots = dots;
    this.words = dots.map(({ name, row }) => plain(`${name} ${row.dataset["words"] ?? ""}`));
    if (!this.form) return;
    this.form.hidden = false;
    this.form.addEventListener("input", () => this.apply());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.apply();
    });
  }

  apply(): void {
    const wanted = plain(this.value("q")).split(/\s+/).filter((word) => word !== "");
    const field = this.value("field");
    this.dots.forEach((dot, i) => {
      const words = this.words[i] ?? "";
      dot.fits = wanted.every((word) => words.includes(word)) && (field === "" || dot.row.dataset["field"] === field);
      dot.link.classList.toggle("aside", !dot.fits);
      dot.row.hidden = !dot.fits;
    });
    const shown = this.dots.filter((dot) => dot.fits).length;
    if (this.status) {
      const all = wanted.length === 0 && field === "";
      this.status.textContent = all ? "" : shown === 0 ? "地図の上には見つかりません。別の呼び方で試してください。" : `${shown}職業`;
    }
    this.onChange();
  }

  private value(name: string): string {
    const control = this.form?.elements.namedItem(name);
    return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.value : "";
  }
}
