/** The woven star as a PNG, drawn point by point: no image library, no binary in the repository. */
import { deflateSync } from "node:zlib";
import { crc32 } from "./crc.mjs";

const STAR = [
  [4, -8],
  [4, -4],
  [8, -4],
  [4, 0],
  [8, 4],
  [4, 4],
  [4, 8],
  [0, 4],
  [-4, 8],
  [-4, 4],
  [-8, 4],
  [-4, 0],
  [-8, -4],
  [-4, -4],
  [-4, -8],
  [0, -4],
];
const NIGHT = [16, 18, 43];
const GOLD = [245, 173, 46];
const SHADE = [192, 124, 10];
/** The star fills the safe zone of a maskable icon: 26 units across for 16 of star. */
const SPAN = 26;
const FINE = 3;

function inside(x, y) {
  let odd = false;
  for (let i = 0, j = STAR.length - 1; i < STAR.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [STAR[i], STAR[j]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

/** Every other petal is in shade, as in the woven star: eighths of a turn. */
function colourAt(x, y) {
  if (!inside(x, y)) return NIGHT;
  const eighth = Math.floor((Math.atan2(y, x) / (Math.PI / 4) + 8) % 8);
  return eighth % 2 ? GOLD : SHADE;
}

function pixel(px, py, size) {
  const sum = [0, 0, 0];
  for (let i = 0; i < FINE * FINE; i++) {
    const at = (p, n) => ((p + (n + 0.5) / FINE) / size - 0.5) * SPAN;
    const colour = colourAt(at(px, i % FINE), at(py, Math.floor(i / FINE)));
    for (let c = 0; c < 3; c++) sum[c] += colour[c];
  }
  return sum.map((total) => Math.round(total / (FINE * FINE)));
}

export function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of `size` pixels each way, 8-bit RGB. */
export function icon(size) {
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, x) => pixel(x, y, size)).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
