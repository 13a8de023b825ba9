export { type Parts, Sync } from "./runner";
export { type Download, download } from "./scenarios";
export type { Status, Watched } from "./status";
export { sender } from "./transport";
