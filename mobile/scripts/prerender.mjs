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

/** The entry stands inside the page, where no chunk can import it: it leaves its exports on the window instead. */
function inlineCode(code) {
  const shared = [];
  const body = code
    .replace(/export\s*\{([^}]*)\};?\s*$/, (_, names) => {
      for (const name of names.split(",")) {
        const [inner, outer = inner] = name.trim().split(/\s+as\s+/);
        if (inner) shared.push(`${outer}:${inner}`);
      }
      return "";
    })
    .replace(/import\((["'`])\.\//g, "import($1/assets/");
  return `${body}\nwindow.$chumil={${shared.join()}}`.replaceAll("</script", "<\\/script");
}

/** `import{a as b}from"./entry.js"` of a chunk becomes `const{a:b}=window.$chumil`. */
function unlink(chunk) {
  const name = entry.split("/").pop().replaceAll(".", "\\.");
  const pattern = new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["'\`]\\./${name}["'\`];?`, "g");
  const code = read(chunk);
  const changed = code.replace(
    pattern,
    (_, names) => `const{${names.replace(/\s+as\s+/g, ":")}}=window.$chumil;`,
  );
  if (new RegExp(name).test(changed)) throw new Error(`${chunk} still imports the entry`);
  if (changed !== code) write(chunk, changed);
}

const script = inlineCode(read(entry));
if (/\bimport\s*["'{]/.test(script))
  throw new Error("the entry imports a chunk: it would need a second request");
for (const chunk of files().filter(
  (name) => name.endsWith(".js") && name.startsWith("assets/") && name !== entry,
))
  unlink(chunk);

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
rmSync(join(dist, entry));
rmSync(join(dist, style[1]));
rmSync(join(dist, "content/first.json"));

for (const size of [192, 512]) write(`icon-${size}.png`, icon(size));
const sha = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const scripts = [...out.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(([, code]) =>
  sha(code),
);
const styles = [...out.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => sha(css));
write("csp.txt", `script-src 'self' ${scripts.join(" ")}\nstyle-src 'self' ${styles.join(" ")}\n`);
write("inlined.json", read("content/inlined.json"));

const shell = ["/", "/neutral.html", "/manifest.webmanifest"];
const kept = files().filter((name) => name.startsWith("assets/") && !/teacher/i.test(name));
const books = ["help", "badges", "objectives"].map((name) => `content/${name}.json`);
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
