/**
 * One playing of one story, as a pure reducer: beats at the child's pace, an ask, its feedback, the next scene.
 * A step that does not fit the moment (a double tap, a late answer) changes nothing.
 */
import {
  type Answer,
  advance,
  type Beat,
  beatsOf,
  begin,
  isError,
  judge,
  type Scenario,
  type Scene,
  type State,
} from "../../engine/first";
import { type Feedback, feedbackOf } from "./feedback";

export interface Line {
  beat: Beat;
  /** The scene the line was said in and its place there: a stable key. */
  key: string;
}

/** What the child answered, kept in the transcript as a line of their own. */
export interface Said {
  said: string;
  key: string;
}

export type Phase = "beats" | "ask" | "feedback" | "end";

export interface Play {
  scenario: Scenario;
  state: State;
  path: Answer[];
  phase: Phase;
  /** Beats of this scene already shown. */
  shown: number;
  /** What was said in earlier scenes of the same place. */
  past: (Line | Said)[];
  feedback?: Feedback;
}

export type Step = { do: "forward" } | { do: "answer"; at: number; answer: Answer } | { do: "go" };

/** Stands at the end of `path`, with all that was said on the way there; undefined when the path does not belong to this story. */
export function resume(scenario: Scenario, path: Answer[]): Play | undefined {
  let play = enter(scenario, begin(scenario), [], []);
  for (const given of path) {
    const asked = { ...play, shown: said(play).length };
    const answered = answer(asked, given);
    if (answered === asked) return undefined;
    play = go(answered);
  }
  return play;
}

export function step(play: Play, what: Step): Play {
  if (what.do === "forward") return forward(play);
  if (what.do === "go") return go(play);
  return play.phase === "ask" && what.at === play.path.length ? answer(play, what.answer) : play;
}

export const here = ({ scenario, state }: Play): Scene =>
  scenario.scenes.find(({ id }) => id === state.scene) as Scene;

/** All lines to show: earlier ones of this place, then this scene's, as far as the child has come. */
export function lines(play: Play): (Line | Said)[] {
  if (play.phase === "feedback") return play.past;
  return [...play.past, ...said(play).slice(0, play.shown)];
}

/** The beat that comes when the child taps forward. */
export const coming = (play: Play): Beat | undefined => said(play)[play.shown]?.beat;

function said({ scenario, state }: Play): Line[] {
  return beatsOf(scenario, state).map((beat, n) => ({
    beat,
    key: `${state.length}.${state.scene}.${n}`,
  }));
}

function enter(scenario: Scenario, state: State, path: Answer[], past: Play["past"]): Play {
  const play: Play = { scenario, state, path, past, phase: "beats", shown: 1 };
  return settle(play);
}

/** When the last beat is out, the ask or the ending stands. */
function settle(play: Play): Play {
  if (play.shown < said(play).length) return play;
  return { ...play, phase: here(play).ending ? "end" : "ask" };
}

const forward = (play: Play): Play =>
  play.phase === "beats" ? settle({ ...play, shown: play.shown + 1 }) : play;

function answer(play: Play, given: Answer): Play {
  const judged = judge(play.scenario, play.state, given);
  const state = advance(play.scenario, play.state, given);
  if (isError(judged) || isError(state)) return play;
  const feedback = feedbackOf(here(play), given, judged);
  const mine: Said = { said: feedback.said, key: `${play.path.length}.said` };
  const past = [...lines(play), ...(feedback.said ? [mine] : [])];
  return { ...play, state, path: [...play.path, given], phase: "feedback", past, feedback };
}

function go(play: Play): Play {
  const before = play.feedback?.scene;
  if (play.phase !== "feedback" || !before) return play;
  const scene = here(play);
  const stays =
    before.look === scene.look && before.place === scene.place && scene.look !== "story";
  return enter(play.scenario, play.state, play.path, stays ? play.past : []);
}
