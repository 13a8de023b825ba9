/** The rules of each kind of ask. `choose` is here from the start; `learn` adds the others. */

import type { Ask } from "../model";
import type { Rule } from "./answers";
import { choose } from "./choose";

const rules: Record<string, Rule> = { choose };

/** Make more kinds playable: the first response carries `choose` alone. */
export const learn = (more: Record<string, Rule>): void => {
  Object.assign(rules, more);
};

/** The rule of an ask's kind, which must have been learnt. */
export const ruleOf = (ask: Ask): Rule => rules[ask.kind] as Rule;
