// A section counts as being read while it crosses this line, a quarter of the
// window below its upper edge.
const readingLine = "-25% 0px -74% 0px";

/** Marks the link of the section being read with aria-current="location". */
export function markSectionBar(bar: HTMLElement): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of bar.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section) links.set(section, link);
  }
  if (links.size === 0 || !("IntersectionObserver" in window)) return;

  let current: HTMLAnchorElement | undefined;
  const mark = (link: HTMLAnchorElement | undefined): void => {
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    if (link) reveal(bar, link);
  };

  // A link just followed stays marked until the reader scrolls: the last
  // sections may be too short to ever reach the line.
  let followed = false;
  bar.addEventListener("click", (event) => {
    for (const link of links.values()) {
      if (!event.composedPath().includes(link)) continue;
      mark(link);
      followed = true;
    }
  });
  const release = (): void => {
    followed = false;
  };
  for (const scrolling of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(scrolling, release, { passive: true, capture: true });
  }

  const reading = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) reading.add(entry.target);
        else reading.delete(entry.target);
      }
      if (followed) return;
      // Between two sections the last one read stays marked.
      const first = [...links.keys()].find((section) => reading.has(section));
      if (first) mark(links.get(first));
    },
    { rootMargin: readingLine },
  );
  for (const section of links.keys()) observer.observe(section);
}

/** Scrolls the bar sideways, never the page, until the link can be seen. */
function reveal(bar: HTMLElement, link: HTMLElement): void {
  const scroller = link.closest("ul") ?? bar;
  for (const box of [bar, scroller]) {
    const hidden = link.getBoundingClientRect();
    const seen = box.getBoundingClientRect();
    if (hidden.left < seen.left) box.scrollLeft -= seen.left - hidden.left;
    if (hidden.right > seen.right) box.scrollLeft += hidden.right - seen.right;
  }
}
