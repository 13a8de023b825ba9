/** Woven volcanoes, the lake and the hills: one triangle, stacked. Decoration only. */
const bands: Record<string, [x: number, y: number, fill: string][]> = {
  left: [
    [58, 34, "v-a"],
    [58, 43, "v-b"],
    [58, 64, "v-c"],
    [58, 78, "v-b"],
    [58, 88, "v-d"],
  ],
  right: [
    [312, 30, "v-e"],
    [312, 48, "v-f"],
    [312, 50, "v-e"],
    [312, 70, "v-g"],
    [312, 88, "v-f"],
    [312, 90, "v-g"],
  ],
  middle: [
    [180, 0, "v-f"],
    [180, 12, "v-e"],
    [180, 34, "v-k"],
    [180, 38, "brocade"],
    [180, 66, "v-k"],
    [180, 70, "v-g"],
    [180, 90, "v-e"],
  ],
};

export function Landscape() {
  return (
    <svg class="land" viewBox="0 0 360 230" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
      <defs>
        <pattern
          id="bro"
          width="14"
          height="14"
          patternUnits="userSpaceOnUse"
          patternTransform="translate(173)"
        >
          <path class="v-h" d="M0 0h14v14H0z" />
          <path class="v-i" d="M7 1l6 6-6 6-6-6z" />
          <path class="v-j" d="M7 4.500l2.5 2.500L7 9.5 4.5 7z" />
        </pattern>
        <pattern
          id="ola"
          width="22"
          height="12"
          patternUnits="userSpaceOnUse"
          patternTransform="translate(0 110)"
        >
          <path d="M0 8l5.5-5 11 10 5.5-5" transform="translate(0 -2)" fill="none" class="wave" />
        </pattern>
      </defs>
      {["left", "right", "middle"].map((side) =>
        bands[side]?.map(([x, y, fill]) => (
          <path
            key={`${x} ${y}`}
            class={fill}
            fill={fill === "brocade" ? "url(#bro)" : undefined}
            d={`M${x} ${y}L${x + 130} ${y + 130}H${x - 130}Z`}
          />
        )),
      )}
      <path class="lake" d="M0 110h360v120H0z" />
      <path fill="url(#ola)" d="M0 110h360v34H0z" />
      <path class="hill" d="M0 128l24 24 12 12h288l36-36v102H0z" />
      <path
        class="hem"
        d="M0 152l10 10-10 10M360 152l-10 10 10 10M0 176l10 10-10 10M360 176l-10 10 10 10M0 200l10 10-10 10M360 200l-10 10 10 10"
      />
      <path
        class="lamp"
        d="M14 103l3 4-3 4-3-4zM25 100l3 4-3 4-3-4zM37 104l3 4-3 4-3-4zM94 103l3 4-3 4-3-4zM106 101l3 4-3 4-3-4zM252 103l3 4-3 4-3-4zM263 100l3 4-3 4-3-4zM275 104l3 4-3 4-3-4zM340 102l3 4-3 4-3-4z"
      />
    </svg>
  );
}
