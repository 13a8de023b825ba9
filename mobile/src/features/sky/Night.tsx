/** The drawings of the night stand once in index.html; here they are only placed. Decoration, all of it. */

/** A range of woven volcanoes: as many as the screen is wide, the middle one on top. */
export function Landscape() {
  return (
    <svg
      class="land"
      viewBox="-720 0 1800 230"
      preserveAspectRatio="xMidYMin slice"
      aria-hidden="true"
    >
      {[-720, 720, -360, 360, 0].map((x) => (
        <use key={x} href="#land" x={x} />
      ))}
      <use href="#water" />
    </svg>
  );
}

/** The guide of the younger tiers. */
export function Quetzal() {
  return (
    <svg class="quetzal" viewBox="0 0 58 84" aria-hidden="true">
      <use href="#quetzal" />
    </svg>
  );
}

/** Far stars; over them, for the oldest, the lines of an astronomer's chart. */
export function Firmament({ chart }: { chart: boolean }) {
  return (
    <svg class="dust" viewBox="0 0 360 420" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
      <path d="M20 96h.01M104 82h.01M186 112h.01M182 182h.01M274 90h.01M346 100h.01M12 208h.01M340 222h.01M178 266h.01M26 320h.01M204 350h.01M348 312h.01M116 400h.01M260 412h.01" />
      {chart && (
        <g>
          <circle cx="180" cy="620" r="240" />
          <circle cx="180" cy="620" r="370" />
          <circle cx="180" cy="620" r="500" />
          <path d="M180 0V620L20-60M180 620L340-60M180 620L-180 0M180 620L540 0" />
        </g>
      )}
    </svg>
  );
}
