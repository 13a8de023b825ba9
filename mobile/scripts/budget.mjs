/** Fails when the built client is heavier than mobile/budget.json allows. Bytes are brotli 11, as served. */
import { existsSync, readFileSync, statSync } from "node:fs";

const limits = JSON.parse(readFileSync("budget.json", "utf8"));
const br = (path) => statSync(`dist/${path}.br`).size;
const kept = JSON.parse(/const LIST = (\[.*?\]);/.exec(readFileSync("dist/sw.js", "utf8"))[1]);
const weigh = (path) => (existsSync(`dist/${path}.br`) ? br(path) : statSync(`dist/${path}`).size);

const offline = kept
  .map((path) => weigh(path === "/" ? "index.html" : path.slice(1)))
  .reduce((a, b) => a + b, 0);
const stories = JSON.parse(readFileSync("dist/content/catalogue.json", "utf8"));
const heaviest = Object.entries(limits.story).map(([tier, limit]) => {
  const mine = stories.filter((story) => story.tier === tier);
  return [
    `heaviest story of ${tier}`,
    [Math.max(0, ...mine.map(({ hash }) => br(`content/${hash}.json`))), limit],
  ];
});
const page = readFileSync("dist/index.html", "utf8");

const measures = {
  "first response": [br("index.html"), limits.first_response],
  "offline-ready, without stories": [offline, limits.offline_ready],
  ...Object.fromEntries(heaviest),
  "outside hosts": [(page.match(/(src|href)="https?:/g) ?? []).length, 0],
  "other files the first paint needs": [
    (page.match(/<script[^>]+src=|<link[^>]+stylesheet/g) ?? []).length,
    0,
  ],
};

let over = false;
for (const [name, [value, limit]] of Object.entries(measures)) {
  over ||= value > limit;
  console.log(`${value > limit ? "OVER" : "ok  "} ${name}: ${value} of ${limit}`);
}
if (!stories.length) {
  console.log("OVER no story was built in");
  over = true;
}
process.exitCode = over ? 1 : 0;
