/** The pictures to take, and the phone they are taken on. */
import { readFileSync } from "node:fs";

const { catalogue } = JSON.parse(readFileSync("public/content/first.json", "utf8"));
const DAY = 86_400_000;
const faces = {
  "ages-7-9": "boy-3",
  "ages-10-12": "girl-1",
  "ages-13-15": "girl-4",
  "ages-16-18": "boy-4",
};

/** What the phone remembers of a child of this tier who has finished its first `done` stories. */
export function seed(tier, { done = 2, badges = [], ...more } = {}) {
  const id = "018f0000-0000-7000-8000-000000000001";
  const mine = catalogue.filter((entry) => entry.tier === tier).slice(0, done);
  const sewn = mine.map(({ id: story }, n) => [
    story,
    { stars: 3 - (n % 2), plays: 1, last: Date.now() - (n % 2 ? 2 : 0.1) * DAY },
  ]);
  const person = { id, kind: "guest", nickname: "Colibrí", avatar: faces[tier], tier };
  return JSON.stringify({
    current: id,
    people: [person],
    sewn: { [id]: Object.fromEntries(sewn) },
    badges: { [id]: badges },
    open: {},
    lang: "es",
    ...more,
  });
}

const tiers = ["ages-7-9", "ages-10-12", "ages-13-15", "ages-16-18"];
const homes = tiers.map((tier) => ({ name: `home-${tier}`, tier }));

const sizes = [
  ["412", 412, 915],
  ["1280", 1280, 800],
];
const larger = sizes.flatMap(([size, width, height]) =>
  tiers.map((tier) => ({ name: `home-${tier}-${size}`, tier, width, height })),
);

export const shots = [{ name: "welcome" }, ...homes, ...larger];
