import type { Condition } from "./model";

/** Whether the condition holds; no condition always does. */
export function holds(
  tree: Condition | undefined,
  meters: Readonly<Record<string, number>>,
  flags: readonly string[],
): boolean {
  if (!tree) return true;
  const inner = (each: Condition) => holds(each, meters, flags);
  switch (tree[0]) {
    case "flag":
      return flags.includes(tree[1]);
    case "not":
      return !inner(tree[1]);
    case "and":
      return (tree.slice(1) as Condition[]).every(inner);
    case "or":
      return (tree.slice(1) as Condition[]).some(inner);
  }
  const value = meters[tree[1]] as number;
  switch (tree[0]) {
    case ">=":
      return value >= tree[2];
    case "<=":
      return value <= tree[2];
    case ">":
      return value > tree[2];
    case "<":
      return value < tree[2];
    case "==":
      return value === tree[2];
    case "!=":
      return value !== tree[2];
  }
}
