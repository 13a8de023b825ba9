import { STAR } from "./Star";

/** What is embroidered on a badge, on a 24-unit grid; cut out of cloth, so always a filled shape. */
const arts: Record<string, string> = {
  star: "M16 4V8H20L16 12 20 16H16V20L12 16 8 20V16H4L8 12 4 8H8V4L12 8Z",
  voice: "M4 5h16v11h-8l-5 4v-4H4z",
  thread: "M7 4h10v3h-2v10h2v3H7v-3h2V7H7zM16 9l4 3-4 3z",
  hands: "M4 9l4-3 4 4 4-4 4 3v4l-8 7-8-7z",
  shield: "M12 3l8 3v6l-8 9-8-9V6z",
  eye: "M2 12l10-6 10 6-10 6zM12 15l3-3-3-3-3 3z",
  key: "M3 9l3-3h4l3 3v1h8v3h-2v3h-3v-3h-3v1l-3 3H6l-3-3z",
  heart: "M12 20l-8-8V8l4-3 4 3 4-3 4 3v4z",
  kite: "M12 2l7 8-7 9-7-9zM11 19h2l2 4h-6z",
  torch: "M12 2l5 7-3 5h-4L7 9zM9 15h6l-1 7h-4z",
  maize: "M12 2l4 5v9l-4 4-4-4V7zM7 12l-4-3 1 7 6 5zM17 12l4-3-1 7-6 5z",
  pause: "M12 4l9 16H3zM9 12h2v5H9zM13 12h2v5h-2z",
  knot: "M4 8l4-4 4 4 4-4 4 4-4 4 4 4-4 4-4-4-4 4-4-4 4-4z",
  box: "M4 9h16v11H4zM3 5h18v4H3zM10 12h4v3h-4z",
  bridge: "M3 9l9-5 9 5v11h-4v-5l-5-4-5 4v5H3z",
  ceiba: "M4 11L8 4h8l4 7-7 2v5l3 3H8l3-3v-5z",
  volcano: "M2 20L9 7h6l7 13zM11 2h2v4h-2z",
  canoe: "M2 11h4l2 2h8l2-2h4l-5 7H7zM11 4h2v8h-2z",
  sky: "M12 2l2 4 4 2-4 2-2 4-2-4-4-2 4-2zM18 14l1 3 3 1-3 1-1 3-1-3-3-1 3-1zM6 15l1 2 2 1-2 1-1 2-1-2-2-1 2-1z",
};
const cloths = [
  ["#b81d45", "#f5ad2e"],
  ["#0b6b53", "#55d1a9"],
  ["#1a5c9c", "#d2e9fc"],
  ["#f5ad2e", "#7c0f2c"],
  ["#343980", "#f5ad2e"],
] as const;

/** A badge as a patch of cloth: dashed while it is still to be sewn. */
export function Patch({
  art,
  earned,
  size = 76,
}: {
  art: string;
  earned?: boolean;
  size?: number;
}) {
  const names = Object.keys(arts);
  const [cloth, thread] = cloths[Math.max(0, names.indexOf(art)) % cloths.length] ?? cloths[0];
  const drawing = arts[art];
  const line = { fill: "none", stroke: "#857a86", "stroke-width": 1.2 } as const;
  const picture = drawing ? (
    <path
      transform="translate(-9.6 -9.6) scale(.8)"
      fill-rule="evenodd"
      d={drawing}
      {...(earned ? { fill: thread } : line)}
    />
  ) : (
    <path d={STAR} {...(earned ? { fill: thread } : line)} />
  );
  return (
    <svg class="patch" width={size} height={size} viewBox="-24 -24 48 48" aria-hidden="true">
      {earned && <path fill={cloth} d="M0-23L23 0 0 23-23 0Z" />}
      <path
        d={earned ? "M0-19.5L19.5 0 0 19.5-19.5 0Z" : "M0-22L22 0 0 22-22 0Z"}
        fill="none"
        stroke={earned ? thread : "#857a86"}
        stroke-width="1.4"
        stroke-dasharray="3 2"
      />
      {picture}
    </svg>
  );
}
