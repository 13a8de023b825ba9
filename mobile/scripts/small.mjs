/** A picture of the screen with at most 255 colours: a third of the bytes, and nobody sees it. */
import { deflateSync } from "node:zlib";
import { chunk } from "./icon.mjs";

/** The pixels of a PNG as RGBA bytes, read by the browser that took it. */
async function pixelsOf(page, png) {
  const { width, height, data } = await page.evaluate(async (base64) => {
    const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const picture = await createImageBitmap(blob);
    const paper = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    paper.drawImage(picture, 0, 0);
    const { data } = paper.getImageData(0, 0, picture.width, picture.height);
    let text = "";
    for (let i = 0; i < data.length; i += 4)
      text += String.fromCharCode(data[i], data[i + 1], data[i + 2]);
    return { width: picture.width, height: picture.height, data: btoa(text) };
  }, png.toString("base64"));
  return { width, height, rgb: Buffer.from(data, "base64") };
}

const coarse = (value) => Math.min(255, value + 2) & 0xfc;

/** The most frequent colours, each by its number. */
function paletteOf(rgb) {
  const counts = new Map();
  for (let i = 0; i < rgb.length; i += 3) {
    const colour = (coarse(rgb[i]) << 16) | (coarse(rgb[i + 1]) << 8) | coarse(rgb[i + 2]);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
}

function nearest(colours, wanted) {
  const far = (one) =>
    [16, 8, 0].reduce((sum, bit) => sum + (((one >> bit) & 255) - ((wanted >> bit) & 255)) ** 2, 0);
  return colours.reduce((best, _, n) => (far(colours[n]) < far(colours[best]) ? n : best), 0);
}

export async function small(page, png) {
  const { width, height, rgb } = await pixelsOf(page, png);
  const all = paletteOf(rgb);
  const kept = all.slice(0, 255);
  const place = new Map(all.map((colour, n) => [colour, n < 255 ? n : nearest(kept, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const colour = (coarse(rgb[at]) << 16) | (coarse(rgb[at + 1]) << 8) | coarse(rgb[at + 2]);
      rows[y * (width + 1) + x + 1] = place.get(colour);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk(
      "PLTE",
      Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
