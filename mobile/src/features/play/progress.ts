/** How far along: steps walked against the fewest still to walk, in sixths of the band. */
import type { Scenario, Scene, State } from "../../engine/first";

export const PARTS = 6;

export function partsDone(scenario: Scenario, state: State): number {
  const left = leftFrom(scenario, state.scene);
  if (left === 0) return PARTS;
  return Math.min(PARTS - 1, Math.floor((PARTS * state.length) / (state.length + left)));
}

function leftFrom(scenario: Scenario, from: string): number {
  const seen = new Set([from]);
  let ring = [from];
  for (let steps = 0; ring.length; steps++) {
    const scenes = scenario.scenes.filter((scene) => ring.includes(scene.id));
    if (scenes.some((scene) => scene.ending)) return steps;
    ring = [...new Set(scenes.flatMap(targets))].filter((id) => !seen.has(id));
    for (const id of ring) seen.add(id);
  }
  return PARTS;
}

function targets({ ask }: Scene): string[] {
  if (!ask) return [];
  const outcomes = ask.kind === "choose" ? ask.options : Object.values(ask.outcomes);
  return outcomes.flatMap((outcome) => outcome?.goto.map((way) => way.to) ?? []);
}
