/**
 * Turns the built client into one response: styles, the home of a first visit, its content and the entry code
 * stand in index.html; everything else stays in chunks. Then the service worker's list, the hashes for the
 * security policy, the icons and the compressed siblings.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { icon } from "./icon.mjs";

const dist = "dist";
const read = (path) => readFileSync(join(dist, path), "utf8");
const write = (path, body) => writeFileSync(join(dist, path), body);
const files = () =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(dist.length + 1));

const { page } = await import("../var/prerender/prerender.js");
const html = read("index.html");
const entry = /src="\/(assets\/[^"]+\.js)"/.exec(html)[1];
const style = /<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"[^>]*>/.exec(html);
const first = read("content/first.json").replaceAll("<", "\\u003c");

/**
 * The entry and what it imports stand inside the page, where no chunk can import them: each leaves its exports
 * on the window, by its name, and every import of it becomes a reading from there.
 */
const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["'`]\.\/([^"'`]+)["'`];?/g;

function inlinedFrom(name, seen = []) {
  for (const [, , other] of read(`assets/${name}`).matchAll(IMPORT))
    if (!seen.includes(other)) inlinedFrom(other, seen);
  seen.push(name);
  return seen;
}

const inlined = inlinedFrom(entry.split("/").pop());

const unlink = (code) =>
  code.replace(IMPORT, (whole, names, other) =>
    inlined.includes(other)
      ? `const{${names.replace(/\s+as\s+/g, ":")}}=$chumil["${other}"];`
      : whole,
  );

function inlineCode(name) {
  const shared = [];
  const body = unlink(read(`assets/${name}`))
    .replace(/export\s*\{([^}]*)\};?\s*$/, (_, names) => {
      for (const one of names.split(",")) {
        const [inner, outer = inner] = one.trim().split(/\s+as\s+/);
        if (inner) shared.push(`${outer}:${inner}`);
      }
      return "";
    })
    .replace(/import\((["'`])\.\//g, "import($1/assets/");
  return `(()=>{${body}\n$chumil["${name}"]={${shared.join()}}})();`.replaceAll(
    "</script",
    "<\\/script",
  );
}

const script = `window.$chumil={};${inlined.map(inlineCode).join("")}`;
if (/[;}]import\s*["'{]/.test(script))
  throw new Error("the page imports a chunk: it would need a second request");
for (const chunk of files().filter((name) => name.startsWith("assets/") && name.endsWith(".js"))) {
  // The one style sheet stands in the page: nothing to load beside a chunk.
  write(chunk, unlink(read(chunk)).replace(/__vite__mapDeps\(\[[\d,]*\]\)/g, "[]"));
}

const out = html
  .replace(/\s*<script type="module"[^>]*><\/script>/, "")
  .replace(style[0], () => `<style>${read(style[1])}</style>`)
  .replace('<div id="app"></div>', () => `<div id="app">${page()}</div>`)
  .replace(
    "</body>",
    () =>
      `<script type="application/json" id="first">${first}</script><script type="module">${script}</script></body>`,
  )
  .replace(/>\s+</g, "><");
write("index.html", out);
for (const name of inlined) rmSync(join(dist, "assets", name));
rmSync(join(dist, style[1]));
if (files().some((name) => name.endsWith(".css")))
  throw new Error("a lazy part brings a style sheet: import it ?inline and adopt it");
rmSync(join(dist, "content/first.json"));

for (const size of [192, 512]) write(`icon-${size}.png`, icon(size));
const sha = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const scripts = [...out.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(([, code]) =>
  sha(code),
);
const styles = [...out.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => sha(css));
write("csp.txt", `script-src 'self' ${scripts.join(" ")}\nstyle-src 'self' ${styles.join(" ")}\n`);
// The hashes of stories that stand in the page itself: none, a story comes with its own request.
write("inlined.json", "[]");

const shell = ["/", "/neutral.html", "/manifest.webmanifest"];
// A guest sees no animal: they come with a class, over its network, and are kept from then on.
const kept = files().filter(
  (name) => name.startsWith("assets/") && !/Teacher|Join|scanner|animals/.test(name),
);
const books = ["help", "badges", "objectives", "catalogue", "topics"].map(
  (name) => `content/${name}.json`,
);
const list = [...shell, ...[...kept, ...books].map((name) => `/${name}`)];
const version = createHash("sha256")
  .update(out + list.join())
  .digest("hex")
  .slice(0, 12);
write(
  "sw.js",
  read("sw.js")
    .replace('"VERSION"', JSON.stringify(version))
    .replace('["LIST"]', JSON.stringify(list)),
);

for (const name of files().filter((one) => /\.(html|js|css|json|svg|webmanifest|txt)$/.test(one))) {
  const body = readFileSync(join(dist, name));
  write(
    `${name}.br`,
    brotliCompressSync(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  );
  write(`${name}.gz`, gzipSync(body, { level: 9 }));
}
console.log(
  `index.html ${statSync(join(dist, "index.html.br")).size} bytes brotli, ${list.length} files kept offline`,
);
