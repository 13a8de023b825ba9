/** Keeps the client on the phone. The build fills in the version and the list of files. */
const VERSION = "VERSION";
const LIST = ["LIST"];
const SHELL = `shell-${VERSION}`;
/** Stories are named by their hash: they never change, so they outlive versions of the client. */
const STORIES = "stories";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(LIST)));
});

// A newer version waits until no page is open, or until the child says so on the home: never in mid-story.
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const old = (name) => name !== SHELL && name !== STORIES;
  const sweep = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(sweep.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const story = /^\/content\/[0-9a-f]{64}\.json$/.test(url.pathname);
  if (story) event.respondWith(storyOf(request));
  else if (url.pathname === "/" || LIST.includes(url.pathname)) event.respondWith(shellOf(url.pathname, request));
});

const shellOf = async (path, request) => (await caches.match(path)) ?? fetch(request);

async function storyOf(request) {
  const cache = await caches.open(STORIES);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
