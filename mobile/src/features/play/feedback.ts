/** What the child reads after an answer: put together from the authored pieces, never from a score. */
import type { Answer, Judgement, Result, Scene, Verdict } from "../../engine/first";

export interface Finding {
  id: string;
  text: string;
  why?: string;
  /** Whether the child had it. */
  found: boolean;
}

export interface Feedback {
  scene: Scene;
  /** The child's own words, for the transcript; empty when there are none. */
  said: string;
  verdict: Verdict;
  result: Result;
  findings: Finding[];
}

export function feedbackOf(scene: Scene, answer: Answer, { verdict, result }: Judgement): Feedback {
  return { scene, verdict, result, ...detail(scene, answer) };
}

function detail({ ask, beats }: Scene, answer: Answer): Pick<Feedback, "said" | "findings"> {
  const list = answer as string[];
  switch (ask?.kind) {
    case "choose":
      return { said: ask.options.find(({ id }) => id === answer)?.text ?? "", findings: [] };
    case "spot": {
      const words = (id: string) => beats.find((beat) => beat.id === id)?.text ?? "";
      const signs = ask.signs.map(({ id, text }) => ({
        id,
        text: words(id),
        why: text,
        found: list.includes(id),
      }));
      const decoys = ask.decoys.filter(({ id }) => list.includes(id));
      return {
        said: "",
        findings: [
          ...signs,
          ...decoys.map(({ id, text }) => ({ id, text: words(id), why: text, found: false })),
        ],
      };
    }
    case "sort": {
      const put = new Map(answer as [string, string][]);
      return {
        said: "",
        findings: ask.cards.map((card) => ({ ...card, found: put.get(card.id) === card.bin })),
      };
    }
    case "order":
      return {
        said: "",
        findings: ask.steps.map((one, n) => ({ ...one, found: list[n] === one.id })),
      };
    case "say":
      return {
        said: list.map((id) => ask.pieces.find((piece) => piece.id === id)?.text).join(" "),
        findings: [],
      };
    default:
      return { said: "", findings: [] };
  }
}
