/**
 * Many phones in one process, each on the client's own storage and outbox, against a server behind a bad network.
 * The first line of stdin is the plan, "stop" ends the playing and drains, and what the phones hold is written
 * to the plan's `out`. Usage: tsx phones.ts
 */
import "fake-indexeddb/auto";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Scenario } from "../../src/engine";
import { dice } from "./answers";
import { install } from "./locks";
import { type Fault, Phone, type Plan } from "./phone";

interface Orders {
  /** Where the phones believe the server to be. */
  origin: string;
  seed: number;
  fault: Fault;
  /** The mean time between two answers of a child. */
  paceMs: number;
  /** Stories that the phones have and the server has not. */
  late: { hash: string; scenario: Scenario }[];
  phones: Plan[];
  /** How long the phones may take to get rid of everything at the end. */
  drainMs: number;
  out: string;
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const orders: Orders = JSON.parse((await lines.next()).value);
install();
Object.assign(globalThis, { location: { origin: orders.origin } });

const phones = orders.phones.map(
  (plan, n) => new Phone(plan, dice(orders.seed * 1000 + n), orders.fault, orders.paceMs),
);
const byName = new Map(phones.map((phone) => [phone.plan.name, phone]));
let playing = true;

async function live(phone: Phone): Promise<void> {
  phone.lateStories = orders.late.filter(({ scenario }) => scenario.tier === phone.plan.tier);
  await phone.start();
  await phone.settle();
  say("ready");
  await phone.play(() => playing, byName.get(phone.plan.twin ?? ""));
}

/** Milliseconds until nothing waits any more on any phone, or until the patience is over. */
async function drain(): Promise<number> {
  const began = Date.now();
  for (;;) {
    const left = await Promise.all(phones.map((phone) => phone.drain()));
    const spent = Date.now() - began;
    if (left.every((n) => n === 0) || spent > orders.drainMs) return spent;
    await new Promise((go) => setTimeout(go, 200));
  }
}

function say(what: string): void {
  process.stdout.write(`${what}\n`);
}

const lives = phones.map(live);
await lines.next();
playing = false;
await Promise.all(lives);
say("played");
await lines.next();
const drainedMs = await drain();
const held = await Promise.all(phones.map((phone) => phone.holds()));
writeFileSync(orders.out, JSON.stringify({ drainedMs, phones: held }));
process.exit(0);
