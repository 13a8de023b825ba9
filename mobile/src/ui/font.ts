/** The typeface of the project, for a phone that has it already: the first paint never waits for it. */
const face = (file: string, range: string) =>
  `@font-face{font-family:"Chumil Sans";src:url(/fonts/${file}.woff2);font-weight:400 800;font-display:optional;unicode-range:${range}}`;

export function useFont() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    face("chumil-sans", "U+0-196,U+198-267,U+269-307,U+309-1E8B,U+2000-206F") +
      face("chumil-sans-maya", "U+197,U+268,U+308,U+1E8C-1E8D,U+A78B-A78C"),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
