/** The shapes of a pack, of a state of play, of an outcome and of an error: `docs/engine.md`. */

export const ENGINE = 1;
export const MAX_ANSWERS = 200;
export const MAX_PIECES = 8;

export type Verdict = "safe" | "unsure" | "unsafe";
export const WORTH: Readonly<Record<Verdict, number>> = { safe: 10, unsure: 5, unsafe: 0 };

export type ErrorCode =
  | "path_not_list"
  | "path_too_long"
  | "copied_invalid"
  | "after_ending"
  | "answer_shape"
  | "unknown_option"
  | "option_unavailable"
  | "answer_repeats"
  | "answer_unsorted"
  | "answer_incomplete";

/** Why a path is refused; `at` is the index of the answer, -1 for the path as a whole. */
export interface EngineError {
  readonly code: ErrorCode;
  readonly at: number;
}

export type Condition =
  | readonly ["flag", string]
  | readonly ["not", Condition]
  | readonly ["and" | "or", ...Condition[]]
  | readonly [">=" | "<=" | ">" | "<" | "==" | "!=", string, number];

export interface Goto {
  readonly to: string;
  readonly when?: Condition;
}

/** What an answer brings: feedback, effects and the way on. */
export interface Result {
  readonly why: string;
  readonly next: string;
  readonly effects: Readonly<Record<string, number | boolean>>;
  readonly goto: readonly Goto[];
  readonly consequence?: { readonly title: string; readonly text: string };
  readonly no_fault?: string;
  readonly misconception?: string;
  readonly tactic?: string;
}

export interface Option extends Result {
  readonly id: string;
  readonly text: string;
  readonly is: Verdict;
  readonly when?: Condition;
}

export interface Text {
  readonly id: string;
  readonly text: string;
}

export interface Card extends Text {
  readonly bin: string;
  readonly why: string;
}

interface AskBase {
  readonly text: string;
  readonly objectives: readonly string[];
  readonly repairs: readonly string[];
  readonly hint?: string;
}

export interface Choose extends AskBase {
  readonly kind: "choose";
  readonly options: readonly Option[];
}

interface Counted extends AskBase {
  readonly outcomes: Readonly<Record<Verdict, Result>>;
}

export interface Spot extends Counted {
  readonly kind: "spot";
  readonly signs: readonly Text[];
  readonly decoys: readonly Text[];
}

export interface Sort extends Counted {
  readonly kind: "sort";
  readonly bins: readonly Text[];
  readonly cards: readonly Card[];
}

export interface Order extends Counted {
  readonly kind: "order";
  readonly steps: readonly Text[];
}

export interface Say extends AskBase {
  readonly kind: "say";
  readonly pieces: readonly Text[];
  readonly scripts: readonly { readonly pieces: readonly string[]; readonly is: Verdict }[];
  readonly otherwise: Verdict;
  /** Only the verdicts that can occur. */
  readonly outcomes: Readonly<Partial<Record<Verdict, Result>>>;
}

export type Ask = Choose | Spot | Sort | Order | Say;

export interface Beat {
  readonly kind: "narration" | "message" | "post" | "call" | "picture";
  readonly text: string;
  readonly id?: string;
  readonly from?: string;
  readonly when?: Condition;
  readonly mood?: "calm" | "happy" | "worried" | "sad" | "angry" | "relieved" | "proud";
  readonly art?: string;
}

export interface Ending {
  readonly tone: "safe" | "repaired" | "open";
  readonly title: string;
  readonly text: string;
}

/** Beats, then exactly one of `ask` and `ending`. */
export interface Scene {
  readonly id: string;
  readonly look: "chat" | "feed" | "game" | "call" | "story";
  readonly beats: readonly Beat[];
  readonly help: readonly string[];
  readonly place?: string;
  readonly safety?: "calm" | "risk" | "harm" | "help" | "safe";
  readonly ask?: Ask;
  readonly ending?: Ending;
}

export interface Character {
  readonly id: string;
  readonly name: string;
  readonly portrait?: string;
  /** False: an account nobody has met. */
  readonly known?: boolean;
}

/** A pack, as published: the server has checked it. */
export interface Scenario {
  readonly format: 1;
  readonly id: string;
  readonly kind: "story" | "quiz";
  readonly tier: string;
  readonly topic: string;
  readonly risks: readonly string[];
  readonly objectives: { readonly primary: string; readonly secondary?: readonly string[] };
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly flags: readonly string[];
  readonly start: string;
  readonly scenes: readonly Scene[];
  readonly c4?: readonly string[];
  readonly role?: string;
  readonly aggressor?: string;
  readonly target_gender?: string;
  readonly content_note?: string;
  readonly script?: string;
  readonly takeaway?: string;
  readonly family?: readonly string[];
  readonly characters?: readonly Character[];
  readonly meters?: readonly {
    readonly id: string;
    readonly start: number;
    readonly label?: string;
  }[];
}

/** What a child answers; the ask's kind says which shape. */
export type Answer = string | readonly string[] | readonly (readonly [string, string])[];

/** One answer judged: 0 to 10 points, the verdict, and what it brings. */
export interface Judgement {
  readonly points: number;
  readonly verdict: Verdict;
  readonly result: Result;
}

/** The first answer to an ask; `at` is its index in the path. */
export interface Evidence {
  readonly ask: string;
  readonly objectives: readonly string[];
  readonly verdict: Verdict;
  readonly misconception?: string;
  readonly tactic?: string;
  readonly at: number;
}

/** Where play stands after `length` answers; `best` maps an answered ask to its best points. */
export interface State {
  readonly scene: string;
  readonly meters: Readonly<Record<string, number>>;
  readonly flags: readonly string[];
  readonly length: number;
  readonly scenes: readonly string[];
  /** A Map, so that an ask named "constructor" is not found before it is answered. */
  readonly best: ReadonlyMap<string, number>;
  readonly repaired: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface Score {
  readonly got: number;
  readonly max: number;
  readonly percent: number;
  readonly stars: number;
}

export interface Outcome extends Score {
  readonly engine: number;
  readonly finished: boolean;
  readonly scene: string;
  readonly ending: string | null;
  readonly meters: Readonly<Record<string, number>>;
  readonly flags: readonly string[];
  readonly scenes: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly repaired: readonly string[];
  readonly asked_help: boolean;
}

/** Whether the engine refused. */
export const isError = (given: object): given is EngineError => "code" in given;
