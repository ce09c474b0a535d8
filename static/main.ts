// The script of every page. A page is complete without it; it adds:
//   - in nav.bar-nav, which section is being read (aria-current);
//   - in print, everything that is folded;
//   - for button[data-copy][hidden], showing the button and copying the address
//     it names, relative to the page; empty names the page itself. The words to
//     say afterwards are in its data-copied and data-copy-failed. With
//     data-copy-text it copies the text of the element of that id.
// Light and dark follow the system and are left to the style sheet.

import { markSectionBar } from "./page/section-bar";
import { unfoldForPrint } from "./page/print";
import { enableCopyButtons } from "./page/copy";

for (const bar of document.querySelectorAll<HTMLElement>("nav.bar-nav")) {
  markSectionBar(bar);
}
unfoldForPrint();
enableCopyButtons();
