/** Badges: rules as data, met or not by a history of finished plays. */

import type { Outcome, Scenario } from "./model";

export type Filter = Readonly<Record<string, string | number | boolean>>;

export type Rule =
  | { readonly count: Filter; readonly at_least: number }
  | { readonly complete: string }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] };

/** One finished play: what `played` gives. */
export interface Play {
  readonly scenario: string;
  readonly kind: string;
  readonly tier: string;
  readonly topic: string;
  readonly risks: readonly string[];
  readonly role: string | null;
  readonly stars: number;
  readonly objectives: readonly string[];
  readonly repaired: boolean;
  readonly asked_help: boolean;
}

export interface Entry {
  readonly id: string;
  readonly tier: string;
  readonly topic: string;
  readonly sensitive: boolean;
}

/** Sorted ids of the badges whose rule the history meets; scope `class`: the whole class's. */
export const awards = (
  rules: readonly { readonly id: string; readonly rule: Rule }[],
  history: readonly Play[],
  catalogue: readonly Entry[],
  tier: string,
): string[] => {
  const own = catalogue.filter((each) => each.tier === tier && !each.sensitive);
  return rules
    .filter((each) => met(each.rule, history, own))
    .map((each) => each.id)
    .sort();
};

/** The history entry of one finished play. */
export function played(scenario: Scenario, outcome: Outcome): Play {
  const safe = outcome.evidence.filter((each) => each.verdict === "safe");
  return {
    scenario: scenario.id,
    kind: scenario.kind,
    tier: scenario.tier,
    topic: scenario.topic,
    risks: scenario.risks,
    role: scenario.role ?? null,
    stars: outcome.stars,
    objectives: [...new Set(safe.flatMap((each) => each.objectives))].sort(),
    repaired: outcome.repaired.length > 0,
    asked_help: outcome.asked_help,
  };
}

/** `own`: the catalogue's unsensitive entries of the child's tier. */
function met(rule: Rule, history: readonly Play[], own: readonly Entry[]): boolean {
  const inner = (each: Rule) => met(each, history, own);
  if ("count" in rule) {
    const found = history.filter((play) => matches(rule.count, play)).map((each) => each.scenario);
    return new Set(found).size >= rule.at_least;
  }
  if ("complete" in rule) {
    const wanted = own.filter((each) => each.topic === rule.complete);
    const done = new Set(history.map((each) => each.scenario));
    return wanted.length > 0 && wanted.every((each) => done.has(each.id));
  }
  return "all" in rule ? rule.all.every(inner) : rule.any.some(inner);
}

const matches = (wanted: Filter, play: Play): boolean =>
  Object.entries(wanted).every(([key, value]) => {
    switch (key) {
      case "risk":
        return play.risks.includes(value as string);
      case "objective":
        return play.objectives.includes(value as string);
      case "min_stars":
        return play.stars >= (value as number);
    }
    return play[key as keyof Play] === value;
  });
