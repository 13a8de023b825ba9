const done = new Set<string>();

/** Gives the page the styles of a part that was loaded later (the security policy allows no style tag). */
export function adopt(css: string) {
  if (done.has(css)) return;
  done.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
