const nearest = 12;
const surroundings = 6; // times larger than the whole
const step = 1.5; // nearer or farther by this, at a press of a button

/** The part of the map that is seen, and what changes it. */
export class Lens {
  onChange = (): void => {};
  nearness = 1; // how many times larger than the whole
  private readonly whole: DOMRect;
  private x: number;
  private y: number;
  private readonly touches = new Map<number, PointerEvent>();
  private moved = false;
  private readonly box: HTMLElement;
  private readonly map: SVGSVGElement;

  constructor(box: HTMLElement, map: SVGSVGElement) {
    this.box = box;
    this.map = map;
    const { x, y, width, height } = map.viewBox.baseVal;
    this.whole = new DOMRect(x, y, width, height);
    this.x = x;
    this.y = y;
    this.addButtons();
    this.followPointers();
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "職業の地図。プラスとマイナスで大きさを、矢印キーで見る所を変えます");
    box.addEventListener("keydown", (event) => this.press(event));
    box.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return; // the wheel alone scrolls the page
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? step : 1 / step, this.at(event));
      },
      { passive: false },
    );
  }

  get width(): number {
    return this.whole.width / this.nearness;
  }

  get height(): number {
    return this.whole.height / this.nearness;
  }

  sees(x: number, y: number): boolean {
    return x >= this.x && x <= this.x + this.width && y >= this.y && y <= this.y + this.height;
  }

  /** Units of the drawing for a pixel of the screen. */
  get unit(): number {
    return this.width / Math.max(1, this.map.clientWidth);
  }

  /** Goes near enough to a place that its surroundings fill the box. */
  show(x: number, y: number): void {
    this.nearness = surroundings;
    this.x = x - this.width / 2;
    this.y = y - this.height / 2;
    this.box.classList.add("near");
    this.move(0, 0);
  }

  private addButtons(): void {
    const group = document.createElement("div");
    group.className = "landscape-zoom";
    for (const [sign, name, act] of [
      ["＋", "拡大する", () => this.zoom(step)],
      ["－", "縮小する", () => this.zoom(1 / step)],
      ["全", "全体を見る", () => this.zoom(0)],
    ] as const) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", name);
      button.addEventListener("click", act);
      group.append(button);
    }
    (this.box.nextElementSibling ?? this.box).after(group); // below the ends of the axis
  }

  private press(event: KeyboardEvent): void {
    const part = 0.2;
    const acts: Record<string, () => void> = {
      "+": () => this.zoom(step),
      "-": () => this.zoom(1 / step),
      "0": () => this.zoom(0),
      ArrowLeft: () => this.move(-part * this.width, 0),
      ArrowRight: () => this.move(part * this.width, 0),
      ArrowUp: () => this.move(0, -part * this.height),
      ArrowDown: () => this.move(0, part * this.height),
    };
    const act = acts[event.key];
    // At the whole there is nothing to move to: the keys scroll the page.
    if (!act || event.ctrlKey || event.metaKey || event.altKey || (this.nearness === 1 && event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    act();
  }

  /** One finger or the mouse moves the map once it is near; two fingers change how near it is. */
  private followPointers(): void {
    this.box.addEventListener("pointerdown", (event) => {
      this.touches.set(event.pointerId, event);
      this.moved = false;
    });
    this.box.addEventListener("pointermove", (event) => {
      const before = this.touches.get(event.pointerId);
      if (!before) return;
      const [other] = [...this.touches.values()].filter((touch) => touch.pointerId !== event.pointerId);
      if (other) {
        const spread = (touch: PointerEvent): number => Math.hypot(touch.clientX - other.clientX, touch.clientY - other.clientY);
        this.moved = true;
        this.zoom(spread(event) / Math.max(1, spread(before)), this.at(other));
      } else if (this.nearness > 1 && (this.moved || Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) > 4)) {
        this.moved = true;
        this.move((before.clientX - event.clientX) * this.unit, (before.clientY - event.clientY) * this.unit);
      } else {
        return; // too little to be meant: measured from where it began
      }
      this.touches.set(event.pointerId, event);
    });
    for (const end of ["pointerup", "pointercancel", "pointerleave"] as const) {
      this.box.addEventListener(end, (event) => this.touches.delete(event.pointerId));
    }
    // A point under a finger that moved the map is not followed.
    this.map.addEventListener("dragstart", (event) => event.preventDefault());
    this.map.addEventListener("click", (event) => {
      if (this.moved) event.preventDefault();
    });
  }

  /** The place on the map under a pointer. */
  private at(event: MouseEvent): DOMPoint {
    const seen = this.map.getBoundingClientRect();
    return new DOMPoint(this.x + (event.clientX - seen.left) * this.unit, this.y + (event.clientY - seen.top) * this.unit);
  }

  /** Goes nearer by a factor, or farther; 0 shows the whole. The centre stays where it is on the screen. */
  private zoom(factor: number, centre = new DOMPoint(this.x + this.width / 2, this.y + this.height / 2)): void {
    const before = this.nearness;
    this.nearness = Math.min(nearest, Math.max(1, before * factor));
    const left = before / this.nearness;
    this.x = centre.x - (centre.x - this.x) * left;
    this.y = centre.y - (centre.y - this.y) * left;
    this.box.classList.toggle("near", this.nearness > 1);
    this.move(0, 0);
  }

  private move(x: number, y: number): void {
    const within = (value: number, least: number, room: number): number => Math.min(least + room, Math.max(least, value));
    this.x = within(this.x + x, this.whole.x, this.whole.width - this.width);
    this.y = within(this.y + y, this.whole.y, this.whole.height - this.height);
    this.map.setAttribute("viewBox", [this.x, this.y, this.width, this.height].map((v) => v.toFixed(2)).join(" "));
    this.onChange();
  }
}
