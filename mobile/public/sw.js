/** Keeps the client on the phone. The build fills in the version and the list of files. */
const VERSION = "VERSION";
const LIST = ["LIST"];
const SHELL = `shell-${VERSION}`;
/** Stories are named by their hash and never change; they and the font outlive versions of the client. */
const LASTING = "lasting";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(LIST)));
});

// A newer version waits until no page is open, or until the child says so on the home: never in mid-story.
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const old = (name) => name !== SHELL && name !== LASTING;
  const sweep = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(sweep.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const lasting = /^\/content\/(i18n\/\w+\/)?[0-9a-f]{64}\.json$|^\/fonts\//.test(url.pathname);
  if (lasting) event.respondWith(lastingOf(request));
  else if (url.pathname.startsWith("/assets/") && !LIST.includes(url.pathname)) event.respondWith(usedOf(request));
  else if (url.pathname === "/" || LIST.includes(url.pathname)) event.respondWith(shellOf(url.pathname, request));
});

const shellOf = async (path, request) => (await caches.match(path)) ?? fetch(request);

const lastingOf = (request) => keptIn(LASTING, request);

/** Parts that need the network anyway (joining, the teacher's screens, the pupils' animals): kept once they were used. */
const usedOf = (request) => keptIn(SHELL, request);

async function keptIn(name, request) {
  const cache = await caches.open(name);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
