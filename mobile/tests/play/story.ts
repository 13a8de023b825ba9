import type { Option, Scenario, Scene } from "../../src/engine";

const option = (id: string, is: Option["is"], to: string): Option => ({
  id,
  text: `option ${id}`,
  is,
  why: "why",
  next: "next",
  effects: {},
  goto: [{ to }],
});

const narration = (text: string) => ({ kind: "narration" as const, text });

const scene = (id: string, rest: Partial<Scene>): Scene => ({
  id,
  look: "chat",
  beats: [narration(`${id} one`), narration(`${id} two`)],
  help: [],
  ...rest,
});

const ask = (options: Option[]): Scene["ask"] => ({
  kind: "choose",
  text: "?",
  objectives: ["stop"],
  repairs: [],
  options,
});

/** Two asks in one chat, then an ending told as a story. */
export const story: Scenario = {
  format: 1,
  id: "a-story",
  kind: "story",
  tier: "ages-10-12",
  topic: "false-profiles",
  risks: ["grooming"],
  objectives: { primary: "stop" },
  title: "A story",
  summary: "",
  minutes: 3,
  flags: [],
  start: "first",
  scenes: [
    scene("first", {
      ask: ask([option("stay", "unsafe", "second"), option("leave", "safe", "end")]),
    }),
    scene("second", { ask: ask([option("tell", "safe", "end")]) }),
    scene("end", { look: "story", ending: { tone: "safe", title: "End", text: "." } }),
  ],
};
