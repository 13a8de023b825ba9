/** The sixteen animals a pupil can be, drawn for this project: a ground, then flat shapes from back to front. */
type Drawing = [ground: string, ...shapes: [fill: string, d: string][]];

const ink = "#191a36";
const white = "#fffefa";

export const animals: Record<string, Drawing> = {
  quetzal: [
    "#d9ecfb",
    ["#0b6b53", "M20 20l5-2 8 17-3 5h-2zM18 24h4l2 16h-4z"],
    ["#169a72", "M10 11l1-6 3 1 2-5 3 4 4-1 1 6 4 6v7l-5 4h-6l-6-5z"],
    ["#b81d45", "M11 15h6l4 5v8l-4 1-6-7z"],
    ["#0b6b53", "M19 14l9 4v7l-4 4-5-7z"],
    ["#f5ad2e", "M11 8v5l-6-1z"],
    [ink, "M14 8h3v3h-3z"],
  ],
  jaguar: [
    "#0b6b53",
    ["#f5ad2e", "M7 6h6l4 3h6l4-3h6v8l2 7-4 9-6 5H15l-6-5-4-9 2-7z"],
    [
      ink,
      "M9 8h3l2 2-4 3zM31 8h-3l-2 2 4 3zM19 10h2v4h-2zM15 11l2 3-2 1-1-2zM25 11l-2 3 2 1 1-2zM7 20l3 1-2 2zM33 20l-3 1 2 2zM8 25l3-1v3zM32 25l-3-1v3z",
    ],
    [white, "M11 18l5-1 2 3-3 2zM29 18l-5-1-2 3 3 2zM15 25l5-2 5 2 2 4-4 4h-6l-4-4z"],
    [ink, "M13 18h2v3h-2zM25 18h2v3h-2zM16 23h8l-3 4v3l3 1h-8l3-1v-3z"],
  ],
  tortuga: [
    "#7cc0f5",
    ["#a3c644", "M28 22l2-7 5-2 3 3v5l-5 1-2 6zM7 26h7v8H8zM24 26h7l-1 8h-6zM7 25l-5 3 6 1z"],
    ["#0b6b53", "M4 27l3-9 6-6h10l6 6 3 9z"],
    ["#55d1a9", "M15 15h6l3 4-3 4h-6l-3-4zM8 24l2-3 3 4zM28 24l-2-3-3 4z"],
    [ink, "M33 16h2v2h-2z"],
  ],
  colibri: [
    "#ffc2cc",
    ["#1a5c9c", "M11 17l3-5h6l3 4 2 7 8 11-7-1-3 3-5-6-6-5z"],
    ["#7cc0f5", "M19 17L24 3l3 6 6-1-2 6 6 2-7 5-8 2z"],
    ["#b81d45", "M11 17l8 1 1 7-4 2-4-4z"],
    [ink, "M11 15l1 3-10 3zM14 14h3v3h-3z"],
  ],
  conejo: [
    "#b81d45",
    [white, "M10 2h6l3 13h2l3-13h6l-2 14 4 6v8l-6 6H14l-6-6v-8l4-6z"],
    ["#ff8098", "M12 4h2l2 10h-2zM28 4h-2l-2 10h2zM17 25h6l-3 3zM10 27h4v2h-4zM26 27h4v2h-4z"],
    [ink, "M13 20h3v4h-3zM24 20h3v4h-3zM19 28h2v3h3v2h-8v-2h3z"],
  ],
  tucan: [
    "#55d1a9",
    [ink, "M8 40V20l3-9 6-4 5 2 2 6-2 12 1 13z"],
    [white, "M14 18l8-1-1 9-4 4-4-5z"],
    ["#f5ad2e", "M19 8h10l6 4 3 6v8l-4-5-5-3H19z"],
    ["#b81d45", "M35 13l3 5v8l-3-4z"],
    ["#0b6b53", "M20 14h10l5 4v3l-5-3H20z"],
    ["#7cc0f5", "M14 9h6v6h-6z"],
    [ink, "M16 11h2v2h-2z"],
  ],
  venado: [
    "#f7c96b",
    ["#5a3a22", "M13 15L6 11V3h3v6l3 1V4h3v11zM27 15l7-4V3h-3v6l-3 1V4h-3v11z"],
    ["#a8602f", "M14 13h12l9 1-3 6-4 1-3 12-3 3h-4l-3-3-3-12-4-1-3-6z"],
    ["#f2e6cd", "M16 27h8l-1 6-2 3h-2l-2-3zM8 16l5 1-2 2zM32 16l-5 1 2 2z"],
    [ink, "M14 19h3v4h-3zM23 19h3v4h-3zM17 27h6l-3 4z"],
  ],
  armadillo: [
    "#7a4a2e",
    [
      "#d9a9a0",
      "M24 18l6 2 8 8-2 2-6 1-6-3zM25 18l1-6 4 6zM10 26h4v7H9zM20 26h5v7h-5zM6 22L2 30l9-3z",
    ],
    ["#b9b4c6", "M4 27l1-9 6-7 7-2 7 3 3 8-2 7z"],
    ["#7d7891", "M9 13h2v14H9zM13 11h2v16h-2zM17 9h2v18h-2zM21 11h2v16h-2z"],
    [ink, "M30 22h2v2h-2zM36 27l2 1-2 2z"],
  ],
  mono: [
    "#d6e27a",
    ["#4a2c20", "M13 6h14l6 6v6h4l2 3v4l-3 3h-4l-5 8H13l-5-8H4l-3-3v-4l2-3h4v-6z"],
    [
      "#d9a27a",
      "M13 12h5l2 2 2-2h5l3 4v6l-2 3 1 5-4 4H15l-4-4 1-5-2-3v-6zM4 21h3v4H4zM33 21h3v4h-3z",
    ],
    [ink, "M14 16h3v4h-3zM23 16h3v4h-3zM18 23h1v2h-1zM21 23h1v2h-1zM14 27h12l-3 3h-6z"],
  ],
  pez: [
    "#1a5c9c",
    ["#f5ad2e", "M3 20l8-8h8l7 6 9-8v20l-9-8-7 6h-8z"],
    ["#e2661f", "M13 12l4-6 8 3-5 4zM13 28l5 5 4-6zM35 10v20l-4-10z"],
    [white, "M14 12h4l2 8-2 8h-4l2-8zM6 16h4v4H6z"],
    [ink, "M7 17h2v2H7z"],
  ],
  abeja: [
    "#c6c8e8",
    [white, "M18 16L12 5l6-3 6 13zM22 16l4-11 7 2-5 10z"],
    ["#f5ad2e", "M8 18l6-3h13l6 5v5l-6 6H14l-7-5z"],
    [
      ink,
      "M16 15h4v16h-4zM24 15h3l1 1v14l-1 1h-3zM33 21l5 2-5 2zM10 20h2v3h-2zM9 17L5 11l1-1 5 6zM12 15l-2-6h2l2 6z",
    ],
  ],
  mariposa: [
    "#343980",
    ["#ff8098", "M19 17L9 5 2 10l1 10 7 3 9-3zM21 17L31 5l7 5-1 10-7 3-9-3z"],
    ["#f5ad2e", "M19 20l-10 4-3 7 6 5 7-9zM21 20l10 4 3 7-6 5-7-9z"],
    [white, "M6 12h4v4H6zM30 12h4v4h-4zM11 27h3v3h-3zM26 27h3v3h-3z"],
    [ink, "M18 13h4v18l-2 3-2-3zM18 13l-4-7 1-1 5 8 5-8 1 1-4 7z"],
  ],
  buho: [
    "#5a5fb0",
    ["#8a5a2c", "M8 4l7 4h10l7-4v25l-6 8H14l-6-8z"],
    ["#d8c6a0", "M14 24h12v8l-3 5h-6l-3-5z"],
    [white, "M10 11h8l2 3 2-3h8v9l-3 3h-5l-2-3-2 3h-5l-3-3z"],
    ["#f5ad2e", "M12 13h6v6h-6zM22 13h6v6h-6zM18 20h4l-2 5z"],
    [ink, "M14 14h3v4h-3zM23 14h3v4h-3z"],
  ],
  ardilla: [
    "#2b8f72",
    ["#f0915a", "M19 36l7-7-4-9 1-10 7-6 6 5 2 8-4 5 2 7-5 7z"],
    ["#a5431a", "M9 13V6l4 3h5l4 5v5l-2 3 5 7-2 7H10l3-6-2-6-6-2-1-3z"],
    ["#f2e6cd", "M11 22l6-1 2 6-3 7h-3l2-5z"],
    ["#5a3a22", "M6 23h7v5l-3 3-3-3z"],
    [ink, "M12 14h3v3h-3zM4 18h2v2H4z"],
  ],
  tepezcuintle: [
    "#d8c6a0",
    ["#7a3f1d", "M2 23l3-8 6-4h11l4 1 1-3h4l1 3 4 3 2 5v4l-3 3h-7l-2 3v4h-4v-4H12v4H8v-5l-5-3z"],
    ["#e9a58c", "M28 10h2v3h-2z"],
    [
      white,
      "M7 16h3v2H7zM12 14h3v2h-3zM17 14h3v2h-3zM6 20h3v2H6zM11 19h3v2h-3zM16 19h3v2h-3zM21 18h3v2h-3zM9 24h3v2H9zM14 24h3v2h-3zM19 23h3v2h-3zM28 21h5l2 4-2 2h-5z",
    ],
    [ink, "M32 15h2v3h-2zM36 18h2v4h-2z"],
  ],
  garza: [
    "#1f7f9c",
    ["#f5ad2e", "M16 4v4L4 9zM20 28h2v7h4v2h-6zM25 28h2v5h3v2h-5z"],
    [white, "M16 3h5l3 4v5l-5 5v2l8-2 9 7-12 5-8-2-3-6 2-7 4-4-1-2-3-2z"],
    ["#c6c8e8", "M20 22l7-2 9 4-8 3z"],
    [ink, "M17 5h2v2h-2zM21 3l8 2-6 2z"],
  ],
};

/** The shapes of one animal on the 40-unit grid of a portrait; nothing for any other name. */
export function Animal({ name }: { name: string }) {
  const drawing = animals[name];
  if (!drawing) return null;
  const [ground, ...shapes] = drawing;
  return (
    <>
      <path fill={ground} d="M0 0h40v40H0z" />
      {shapes.map(([fill, d]) => (
        <path key={d} fill={fill} d={d} />
      ))}
    </>
  );
}
