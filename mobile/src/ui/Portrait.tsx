/** Octagon faces drawn for this project. An account nobody has met is a helmet, never a face. */
import { useEffect, useState } from "preact/hooks";

export type Mood = "calm" | "happy" | "worried" | "sad" | "angry" | "relieved" | "proud";

type Hair = "short" | "long" | "puffs" | "braids" | "bun" | "curly" | "cap" | "hood" | "bald";
type Top = "plain" | "huipil" | "collar" | "hoodie" | "stripe";
type Extra = "glasses" | "aid" | "beard" | "lines";
type Face = [
  skin: string,
  hair: Hair,
  hairColour: string,
  top: Top,
  cloth: string,
  ground: string,
  ...extras: Extra[],
];

const faces: Record<string, Face> = {
  "girl-1": ["#c08457", "long", "#231a24", "huipil", "#b81d45", "#0b6b53"],
  "girl-2": ["#7a4a2e", "puffs", "#1d1419", "plain", "#1a5c9c", "#f5ad2e"],
  "girl-3": ["#d9a27a", "braids", "#3b2418", "stripe", "#0b6b53", "#343980", "glasses"],
  "girl-4": ["#a86b42", "bun", "#231a24", "hoodie", "#8a4f00", "#7cc0f5", "aid"],
  "boy-1": ["#d09a6c", "short", "#231a24", "collar", "#0b6b53", "#1a5c9c"],
  "boy-2": ["#a86b42", "cap", "#b81d45", "plain", "#343980", "#f2e6cd"],
  "boy-3": ["#7a4a2e", "curly", "#1d1419", "stripe", "#8a4f00", "#55d1a9", "aid"],
  "boy-4": ["#c08457", "hood", "#56506a", "hoodie", "#56506a", "#f5ad2e", "glasses"],
  "woman-1": ["#b67a4d", "bun", "#231a24", "huipil", "#1a5c9c", "#f2e6cd"],
  "woman-2": ["#d9a27a", "long", "#5a3a22", "collar", "#8a4f00", "#0b6b53", "glasses"],
  "man-1": ["#a86b42", "short", "#231a24", "collar", "#343980", "#d8c6a0", "beard"],
  "man-2": ["#c08457", "bald", "#231a24", "plain", "#0b6b53", "#7cc0f5"],
  "grandma-1": ["#b67a4d", "braids", "#c9c4cf", "huipil", "#b81d45", "#343980", "lines"],
  "grandpa-1": ["#a86b42", "short", "#c9c4cf", "plain", "#56506a", "#55d1a9", "lines", "glasses"],
};
export const portraits = Object.keys(faces);

const hairs: Record<Hair, string> = {
  short: "M9 17c-1-9 3-12 11-12s12 3 11 12c-2-5-5-6-8-6-4 1-10 0-14 6z",
  long: "M8 34c-2-22-1-29 12-29s14 7 12 29h-4V16c-5-1-8-3-9-5-1 3-4 5-7 6v17z",
  puffs:
    "M9 18c-7 1-9-9-3-11 3-1 5 0 6 2 4-3 12-3 16 0 1-2 3-3 6-2 6 2 4 12-3 11-2-6-6-7-11-7s-9 1-11 7z",
  braids: "M9 18C8 8 12 5 20 5s12 3 11 13l3 15h-4l-2-16c-4-1-7-2-8-6-1 4-4 5-8 6l-2 16H6z",
  bun: "M9 18C8 10 12 7 16 6c-2-5 10-5 8 0 4 1 8 4 7 12-3-5-7-6-11-6s-8 1-11 6z",
  curly:
    "M9 18c-4-2-2-6 0-7-1-4 4-5 5-4 2-4 7-4 8-1 3-2 7 0 6 3 4 1 5 6 3 9-2-4-5-5-11-5s-9 1-11 5z",
  cap: "M8 15c0-8 4-10 12-10s11 3 12 9h5v3H8z",
  hood: "M5 38C4 12 8 3 20 3s16 9 15 35h-5c3-16 0-25-10-25S7 22 10 38z",
  bald: "M9 18c0-3 1-5 2-6l-1 6zM31 18c0-3-1-5-2-6l1 6z",
};
const mouths: Record<Mood, string> = {
  calm: "M16 25q4 2 8 0",
  happy: "M15 24q5 5 10 0",
  worried: "M16 26.500q2-2 4 0t4 0",
  sad: "M16 27q4-3.5 8 0",
  angry: "M16 26.500h8",
  relieved: "M15 24.500q5 4 10 0",
  proud: "M15 24q6 5 10-1",
};
const brows: Record<Mood, string> = {
  calm: "M13.5 16.500h4M22.5 16.500h4",
  happy: "M13.5 16q2-1.5 4 0M22.5 16q2-1.5 4 0",
  worried: "M13.5 17l4-2M26.5 17l-4-2",
  sad: "M13.5 17.500l4-2M26.5 17.500l-4-2",
  angry: "M13.5 15l4 2M26.5 15l-4 2",
  relieved: "M13.5 15.500q2-1 4 0M22.5 15.500q2-1 4 0",
  proud: "M13.5 15.500q2-1.5 4 0M22.5 15q2-1.5 4 0",
};
const closed = new Set<Mood>(["relieved", "proud"]);

const shapes: Record<Top, string> = {
  plain: "",
  huipil: "M10 35l3 3 3-3 4 4 4-4 3 3 3-3",
  collar: "M15 32l5 5 5-5",
  hoodie: "M13 33q7 6 14 0M17 36v3M23 36v3",
  stripe: "M8 36h24",
};

/** A stable face for a name the table does not have, so that a story never shows a hole. */
const known = (name: string): Face => {
  const alike = portraits.filter((key) => key.startsWith(name.split("-")[0] ?? ""));
  const list = alike.length ? alike : portraits;
  const sum = [...name].reduce((total, c) => total + c.charCodeAt(0), 0);
  return faces[list[sum % list.length] as string] as Face;
};

function Helmet() {
  return (
    <>
      <path fill="#343980" d="M0 0h40v40H0z" />
      <path fill="#191a36" d="M7 40V20C7 9 12 6 20 6s13 3 13 14v20z" />
      <path fill="#7cc0f5" d="M10 18h20v7l-3 4H13l-3-4z" />
      <path fill="#d2e9fc" d="M10 18h7l-5 9-2-2z" />
      <path fill="#b81d45" d="M18 8h4v5h-4zM15 32h10v3H15z" />
    </>
  );
}

function Head({ face, mood }: { face: Face; mood: Mood }) {
  const [skin, hair, colour, top, cloth, ground, ...extras] = face;
  const line = {
    fill: "none",
    stroke: "#191a36",
    "stroke-width": 1.6,
    "stroke-linecap": "round",
  } as const;
  const behind = hair === "long" || hair === "braids" || hair === "hood";
  return (
    <>
      <path fill={ground} d="M0 0h40v40H0z" />
      {behind && <path fill={colour} d={hair === "hood" ? hairs.hood : "M9 14h22v20H9z"} />}
      <path fill={cloth} d="M3 40c1-7 7-9 17-9s16 2 17 9z" />
      <path fill={skin} d="M16 27h8v6q-4 3-8 0z" />
      <path
        fill="none"
        stroke={top === "huipil" ? "#f5ad2e" : "#fffefa"}
        stroke-width="2"
        d={shapes[top]}
      />
      <path fill={skin} d="M10 17c0-7 4-10 10-10s10 3 10 10c0 8-4 13-10 13S10 25 10 17z" />
      {hair !== "hood" && <path fill={colour} d={hairs[hair]} />}
      {extras.includes("beard") && (
        <path fill={colour} d="M11 22c1 8 5 10 9 10s8-2 9-10c-3 1-5 0-9 0s-6 1-9 0z" />
      )}
      {extras.includes("lines") && (
        <path {...line} stroke-width="1" opacity=".5" d="M12 22l2 2M28 22l-2 2" />
      )}
      {closed.has(mood) ? (
        <path {...line} d="M14 20q1.5-1.5 3 0M23 20q1.5-1.5 3 0" />
      ) : (
        <path
          fill="#191a36"
          d="M14.2 19.500a1.4 1.6 0 102.8 0 1.4 1.6 0 10-2.8 0M23 19.500a1.4 1.6 0 102.8 0 1.4 1.6 0 10-2.8 0"
        />
      )}
      <path {...line} stroke-width="1.2" d={brows[mood]} />
      <path {...line} d={mouths[mood]} stroke={extras.includes("beard") ? "#fbf4e6" : "#191a36"} />
      {extras.includes("glasses") && (
        <path {...line} stroke-width="1.2" d="M12 17h7v5h-7zM21 17h7v5h-7zM19 18.500h2" />
      )}
      {extras.includes("aid") && <path {...line} stroke="#fbf4e6" d="M30 17q3 2 0 5" />}
    </>
  );
}

let animals: typeof import("./animals") | undefined;

/** A pupil's animal: its drawings arrive on first use, and until then the octagon is plain. */
function Late({ name, mood }: { name: string; mood: Mood }) {
  const [drawn, set] = useState(animals);
  useEffect(() => {
    if (!drawn)
      import("./animals").then(
        (all) => {
          animals = all;
          set(all);
        },
        () => {},
      );
  }, [drawn]);
  if (!drawn) return <path fill="#8f93c9" d="M0 0h40v40H0z" />;
  return name in drawn.animals ? (
    <drawn.Animal name={name} />
  ) : (
    <Head face={known(name)} mood={mood} />
  );
}

interface Props {
  /** A name of the table, an animal, or "unknown". */
  name: string;
  mood?: Mood;
  size?: number;
}

export function Portrait({ name, mood = "calm", size = 40 }: Props) {
  return (
    <svg class="oct" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      {name === "unknown" ? (
        <Helmet />
      ) : faces[name] ? (
        <Head face={faces[name]} mood={mood} />
      ) : (
        <Late name={name} mood={mood} />
      )}
    </svg>
  );
}
