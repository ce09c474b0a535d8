/** Opens every closed <details> for printing and closes it again after. */
export function unfoldForPrint(): void {
  let opened: [details: HTMLDetailsElement, group: string | null][] = [];

  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("details:not([open])")) {
      // Of a named group only one may be open, so the name goes meanwhile.
      opened.push([details, details.getAttribute("name")]);
      details.removeAttribute("name");
      details.open = true;
    }
  });

  addEventListener("afterprint", () => {
    for (const [details, group] of opened) {
      details.open = false;
      if (group !== null) details.setAttribute("name", group);
    }
    opened = [];
  });
}
