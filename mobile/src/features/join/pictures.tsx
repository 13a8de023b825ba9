/** The twenty pictures a child chooses from, drawn for this project on a 32-unit grid. */
import type { ComponentChildren } from "preact";
import { language } from "../../i18n";

const [red, gold, green, blue, sky, ink, brown, cream] = [
  "#b81d45",
  "#f5ad2e",
  "#0b6b53",
  "#1a5c9c",
  "#7cc0f5",
  "#343980",
  "#8a4f00",
  "#fbf4e6",
] as const;

const p = (fill: string, d: string) => <path key={d} fill={fill} d={d} />;

interface Picture {
  es: string;
  en: string;
  art: ComponentChildren;
}

const all = {
  mountain: {
    es: "montaña",
    en: "mountain",
    art: [
      p(blue, "M2 27L16 4 30 27Z"),
      p(red, "M16 4L21 12 18.500 11 16 14 13.500 11 11 12Z"),
      p(sky, "M9 27L16 17 23 27Z"),
    ],
  },
  maize: {
    es: "maíz",
    en: "maize",
    art: [
      p(gold, "M16 2Q22 6 22 15T16 29Q10 24 10 15T16 2Z"),
      <path
        key="grid"
        stroke={brown}
        stroke-width="1.200"
        fill="none"
        d="M10.500 11H21.500M10 16H22M11 21H21M16 3V25"
      />,
      p(green, "M4 14Q15 18 16 30 5 28 4 14ZM28 14Q17 18 16 30 27 28 28 14Z"),
    ],
  },
  kite: {
    es: "barrilete",
    en: "kite",
    art: [
      p(red, "M16 2V13H5Z"),
      p(gold, "M16 2V13H27Z"),
      p(green, "M5 13H16V24Z"),
      p(blue, "M27 13H16V24Z"),
      <path key="tail" stroke={ink} stroke-width="2" fill="none" d="M16 24Q20 26 16 28T16 31" />,
    ],
  },
  sun: {
    es: "sol",
    en: "sun",
    art: [
      p(
        gold,
        "M16 1L19 8 26 5 24 13 31 16 24 19 26 27 19 24 16 31 13 24 6 27 8 19 1 16 8 13 6 5 13 8Z",
      ),
      p(red, "M16 10L20.500 11.500 22 16 20.500 20.500 16 22 11.500 20.500 10 16 11.500 11.500Z"),
    ],
  },
  fish: {
    es: "pez",
    en: "fish",
    art: [
      p(blue, "M1 16L12 6 22 14 31 6V26L22 18 12 26Z"),
      p(sky, "M12 6L17 16 12 26 8 16Z"),
      p(cream, "M5 14.500H7.500V17H5Z"),
    ],
  },
  flower: {
    es: "flor",
    en: "flower",
    art: [
      p(
        red,
        "M16 13L12 6 16 1 20 6ZM16 19L12 26 16 31 20 26ZM13 16L6 12 1 16 6 20ZM19 16L26 12 31 16 26 20Z",
      ),
      p(gold, "M16 11L21 16 16 21 11 16Z"),
    ],
  },
  jar: {
    es: "jarro",
    en: "jar",
    art: [
      p(brown, "M11 3H21V8L26 13V25L22 30H10L6 25V13L11 8Z"),
      <path
        key="band"
        stroke={gold}
        stroke-width="2.500"
        fill="none"
        d="M6 20L10 16 14 20 18 16 22 20 26 16"
      />,
    ],
  },
  bird: {
    es: "pájaro",
    en: "bird",
    art: [
      p(green, "M18 2L25 8V16L18 22 12 22 4 31 2 28 9 17 5 12 15 12Z"),
      p(red, "M25 12V17L19 22 17 17Z"),
      p(gold, "M25 7L31 9 25 12Z"),
      p(cream, "M20 7H22.500V9.500H20Z"),
    ],
  },
  moon: {
    es: "luna",
    en: "moon",
    art: [
      p(ink, "M19 2Q4 3 4 16T19 30Q26 28 28 21 17 24 15 15T19 2Z"),
      p(gold, "M24 5L25.500 8.500 29 10 25.500 11.500 24 15 22.500 11.500 19 10 22.500 8.500Z"),
    ],
  },
  house: {
    es: "casa",
    en: "house",
    art: [p(red, "M16 3L31 16H1Z"), p(gold, "M5 16H27V29H5Z"), p(blue, "M13 20H19V29H13Z")],
  },
  drum: {
    es: "tambor",
    en: "drum",
    art: [
      p(red, "M5 9H27V24L22 29H10L5 24Z"),
      p(cream, "M5 9L10 4H22L27 9 22 13H10Z"),
      <path
        key="lace"
        stroke={gold}
        stroke-width="2"
        fill="none"
        d="M5 14L10.500 26 16 14 21.500 26 27 14"
      />,
    ],
  },
  tree: {
    es: "árbol",
    en: "tree",
    art: [p(brown, "M13 20H19V31H13Z"), p(green, "M16 1L28 13 23 13 29 22H3L9 13H4Z")],
  },
  heart: {
    es: "corazón",
    en: "heart",
    art: [
      p(red, "M16 29L3 16V9L9 4 16 9 23 4 29 9V16Z"),
      p("#ff8098", "M7 10L10 7.500 13 10 9 14Z"),
    ],
  },
  boat: {
    es: "cayuco",
    en: "canoe",
    art: [
      p(brown, "M1 19H31L25 27H7Z"),
      p(gold, "M15 3V17H5Z"),
      p(red, "M18 6V17H26Z"),
      p(sky, "M1 28H31V31H1Z"),
    ],
  },
  butterfly: {
    es: "mariposa",
    en: "butterfly",
    art: [
      p(gold, "M15 15L3 3 2 14ZM17 15L29 3 30 14Z"),
      p(blue, "M15 17L4 19 8 29ZM17 17L28 19 24 29Z"),
      p(ink, "M14.500 8H17.500V27H14.500Z"),
    ],
  },
  basket: {
    es: "canasto",
    en: "basket",
    art: [
      p(brown, "M3 14H29L25 29H7Z"),
      <path
        key="handle"
        stroke={brown}
        stroke-width="2.500"
        fill="none"
        d="M7 14Q7 3 16 3T25 14"
      />,
      <path key="weave" stroke={gold} stroke-width="2" fill="none" d="M5 19H27M6 24H26" />,
    ],
  },
  bell: {
    es: "campana",
    en: "bell",
    art: [p(gold, "M13 3H19L24 9V19L28 25H4L8 19V9Z"), p(brown, "M13 26H19L16 31Z")],
  },
  turtle: {
    es: "tortuga",
    en: "turtle",
    art: [
      p(green, "M7 9L16 4 25 9V21L16 27 7 21Z"),
      p(gold, "M16 9L21 12V18L16 21 11 18V12Z"),
      p(
        brown,
        "M25 13L31 15.500 25 18ZM6 5L9 9 5 11ZM26 5L23 9 27 11ZM6 26L8 21 4 20ZM26 26L24 21 28 20Z",
      ),
    ],
  },
  ball: {
    es: "pelota",
    en: "ball",
    art: [
      p(blue, "M10 2H22L30 10V22L22 30H10L2 22V10Z"),
      p(cream, "M16 9L22 13.500 20 21H12L10 13.500Z"),
      <path
        key="seams"
        stroke={cream}
        stroke-width="1.500"
        fill="none"
        d="M16 9V2M22 13.500L30 11M20 21L23 29M12 21L9 29M10 13.500L2 11"
      />,
    ],
  },
  key: {
    es: "llave",
    en: "key",
    art: [
      p(gold, "M10 3L17 10V15L13 19H8L3 14V9L8 3Z"),
      p(cream, "M9 8H12V12H9Z"),
      p(brown, "M15 14L30 27 28 30 25 27.500 23 30 20 27 21.500 24.500 13 17Z"),
    ],
  },
} satisfies Record<string, Picture>;

const table: Record<string, Picture> = all;

/** Their names, in the order of the screen; the youngest see the first nine. */
export const names = Object.keys(table);

export const nameOf = (id: string): string => table[id]?.[language()] ?? id;

export function Drawn({ id }: { id: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      {table[id]?.art}
    </svg>
  );
}
