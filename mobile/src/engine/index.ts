/** The story engine, whole. Importing it makes every kind of ask playable, for `first` too. */

import { learn } from "./asks";
import { order } from "./asks/order";
import { say } from "./asks/say";
import { sort } from "./asks/sort";
import { spot } from "./asks/spot";

learn({ spot, sort, order, say });

export * from "./awards";
export * from "./first";
