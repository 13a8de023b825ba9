/** A picture is a small woven panel with its words below; the words are the picture for who cannot see it. */
const scenes: Record<string, string> = {
  phone: "M52 12h36v66H52zM57 20h26v44H57zM67 71h6",
  home: "M30 78V44l40-30 40 30v34zM60 78V54h20v24",
  school: "M24 78V42h92v36zM58 78V56h24v22zM34 52h12v12H34zM94 52h12v12H94zM70 42V14h22v12H70",
  street:
    "M10 78h120M20 78V30h28v48M60 78V44h24v34M94 78V22h28v56M28 40h12M28 54h12M102 34h12M102 48h12M102 62h12",
  park: "M30 78V56M10 56l20-40 20 40zM96 78V50M72 50l24-36 24 36zM50 78h30M54 68h22",
  gift: "M40 40h60v38H40zM34 28h72v12H34zM70 28v50M70 28L54 12 48 24zM70 28l16-16 6 12z",
  people:
    "M44 38a12 12 0 100-24 12 12 0 000 24zM20 78c0-20 8-30 24-30s24 10 24 30M96 38a12 12 0 100-24 12 12 0 000 24zM72 78c0-20 8-30 24-30s24 10 24 30",
  hills: "M4 78l34-46 22 28 28-44 48 62zM28 14a9 9 0 100 18 9 9 0 000-18z",
  weave:
    "M70 12l32 33-32 33-32-33zM70 28l16 17-16 17-16-17zM16 32l12 13-12 13L4 45zM124 32l12 13-12 13-12-13z",
  game: "M36 26h68l16 44-12 8-20-18H52L32 78l-12-8zM46 36v14M39 43h14M92 36h4M98 48h4",
};

const kinds: [RegExp, string][] = [
  [/phone|video|sticker|call|post/, "phone"],
  [/game|juego|lobby/, "game"],
  [/gift|regalo|prize|diamond/, "gift"],
  [/school|class|escuela/, "school"],
  [/street|bus|market|calle|terminal/, "street"],
  [/park|tree|field/, "park"],
  [/kite|dawn|climb|peloton/, "hills"],
  [/home|house|room|kitchen|bed|casa/, "home"],
  [
    /friend|family|people|hug|table|mother|mom|sister|adult|together|party|birthday|puddles/,
    "people",
  ],
];

/** What no panel shows is left to its words, below a woven figure: better no picture than the wrong one. */
export function Picture({ art, text }: { art: string | undefined; text: string }) {
  const kind = kinds.find(([words]) => words.test(art ?? ""))?.[1] ?? "weave";
  return (
    <figure class="picture">
      <svg viewBox="0 0 140 90" aria-hidden="true">
        <path d={scenes[kind]} />
      </svg>
      <figcaption>{text}</figcaption>
    </figure>
  );
}
