/** SHA-256 in hex. `crypto.subtle` is missing on a school's plain http, and a story must open there too. */
export function sha256(bytes: Uint8Array): string {
  const words = padded(bytes);
  const hash = roots(8, 1 / 2);
  const keys = roots(64, 1 / 3);
  for (let at = 0; at < words.length; at += 16) compress(hash, keys, words.subarray(at, at + 16));
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}

/** The first 32 bits of the fractions of powers of the first primes. */
function roots(count: number, power: number): Uint32Array {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (isPrime(n)) found.push(n);
  return Uint32Array.from(found, (prime) => (prime ** power % 1) * 2 ** 32);
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

function padded(bytes: Uint8Array): Uint32Array {
  const size = Math.ceil((bytes.length + 9) / 64) * 64;
  const view = new DataView(new ArrayBuffer(size));
  for (const [at, byte] of bytes.entries()) view.setUint8(at, byte);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(size - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(size - 4, (bytes.length * 8) >>> 0);
  return Uint32Array.from({ length: size / 4 }, (_, at) => view.getUint32(at * 4));
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function compress(hash: Uint32Array, keys: Uint32Array, chunk: Uint32Array): void {
  const w = schedule(chunk);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i++) {
    const mix = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + mix + ((e & f) ^ (~e & g)) + (keys[i] ?? 0) + (w[i] ?? 0)) | 0;
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) hash[at] = (hash[at] ?? 0) + word;
}

function schedule(chunk: Uint32Array): Uint32Array {
  const w = new Uint32Array(64);
  w.set(chunk);
  const of = (at: number) => w[at] ?? 0;
  for (let i = 16; i < 64; i++) {
    const s0 = turn(of(i - 15), 7) ^ turn(of(i - 15), 18) ^ (of(i - 15) >>> 3);
    const s1 = turn(of(i - 2), 17) ^ turn(of(i - 2), 19) ^ (of(i - 2) >>> 10);
    w[i] = of(i - 16) + s0 + of(i - 7) + s1;
  }
  return w;
}
