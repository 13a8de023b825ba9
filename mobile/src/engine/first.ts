/** The engine of the first response: stories whose asks are all `choose`. */

export { holds } from "./conditions";
export * from "./model";
export * from "./replay";
export { score } from "./score";
