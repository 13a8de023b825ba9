/**
 * A child's pictures on this phone: a salted hash beside the profile, checked here, never sent
 * (docs/decisions/pictures-stay-on-the-phone.md).
 */
import type { Json, Store } from "../../storage";

const ROUNDS = 100_000;
/** Seconds to wait after the first, second, ... wrong try; the last one holds from there on. */
const WAITS = [0, 0, 0, 10, 30];

interface Lock {
  salt: string;
  hash: string;
  /** The server's `secret_generation` when the pictures were chosen. */
  generation: number;
  wrong: number;
  /** Milliseconds since 1970 when the next try is allowed. */
  until: number;
}

const key = (profile: string) => `lock:${profile}`;

/** False on a page that was not served safely: it has no WebCrypto, and so no lock. */
export const canLock = (): boolean => globalThis.crypto?.subtle !== undefined;

/** How many pictures a child of this tier remembers, of how many. */
export const sizeOf = (tier: string): { chosen: number; of: number } =>
  tier === "ages-7-9" ? { chosen: 2, of: 9 } : { chosen: 4, of: 20 };

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (two) => parseInt(two, 16));
const hex = (some: Uint8Array) =>
  [...some].map((one) => one.toString(16).padStart(2, "0")).join("");

async function hashed(pictures: readonly string[], salt: string): Promise<string> {
  const secret = new TextEncoder().encode(pictures.join(" "));
  const base = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: ROUNDS };
  return hex(new Uint8Array(await crypto.subtle.deriveBits(how, base, 256)));
}

const read = async (store: Store, profile: string): Promise<Lock | undefined> =>
  (await store.note(key(profile))) as unknown as Lock | undefined;

const keep = (store: Store, profile: string, lock: Lock) =>
  store.keepNote(key(profile), { ...lock } as Json);

/** Sets the pictures of a profile, in their order. */
export async function setLock(
  store: Store,
  profile: string,
  pictures: readonly string[],
  generation: number,
): Promise<void> {
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
  const hash = await hashed(pictures, salt);
  await keep(store, profile, { salt, hash, generation, wrong: 0, until: 0 });
}

/** The generation of the profile's lock, or undefined when it has none. */
export async function lockOf(store: Store, profile: string): Promise<number | undefined> {
  return (await read(store, profile))?.generation;
}

/** Seconds until the next try is allowed; never more than the longest wait, whatever the clock did. */
export async function waitOf(store: Store, profile: string, now = Date.now()): Promise<number> {
  const left = Math.ceil((((await read(store, profile))?.until ?? 0) - now) / 1000);
  return Math.min(Math.max(left, 0), WAITS.at(-1) as number);
}

/** Whether these are the pictures. A wrong try counts and may bring a wait; during a wait nothing opens. */
export async function tryLock(
  store: Store,
  profile: string,
  pictures: readonly string[],
  now = Date.now(),
): Promise<boolean> {
  const lock = await read(store, profile);
  if (!lock) return true;
  if (await waitOf(store, profile, now)) return false;
  const right = (await hashed(pictures, lock.salt)) === lock.hash;
  const wait = WAITS[Math.min(lock.wrong, WAITS.length - 1)] as number;
  const next = right ? { wrong: 0, until: 0 } : { wrong: lock.wrong + 1, until: now + wait * 1000 };
  await keep(store, profile, { ...lock, ...next });
  return right;
}
