/** Lays out a graph: DOT on the standard input, SVG on the standard output (for `chumil graph`). */
import { readFileSync } from "node:fs";
import { instance } from "@viz-js/viz";

const viz = await instance();
process.stdout.write(viz.renderString(readFileSync(0, "utf8"), { format: "svg", engine: "dot" }));
