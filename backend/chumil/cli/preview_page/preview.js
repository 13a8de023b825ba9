/**
 * The page around the phone. The client in the frame is the built one, untouched: this page stands in its origin,
 * so it puts a guest and a begun attempt where the client keeps them, and reads the path back from there.
 */
const $ = (id) => document.getElementById(id);
const frame = document.querySelector("iframe");
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const GUEST = "00000000-0000-7000-8000-000000000001";
let draft = { version: 0, story: null, scenes: [], problems: [] };
let opened = "";
let path = [];
let plays = 0;

const json = async (place, options) => (await fetch(place, options)).json();
const report = (now) =>
  json("report", { method: "POST", body: JSON.stringify({ path: now }), headers: { "Content-Type": "application/json" } });

/** The client's own database, once the client has made it. */
async function database() {
  while (!(await indexedDB.databases()).some(({ name }) => name === "chumil")) await wait(100);
  return new Promise((done, fail) => {
    const opening = indexedDB.open("chumil");
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
}

const finished = (tx) =>
  new Promise((done, fail) => {
    tx.oncomplete = done;
    tx.onabort = tx.onerror = () => fail(tx.error);
  });

/** A guest of the story's tier who has given these answers and goes on from there. */
async function prepare(answers) {
  const { id, hash, tier } = draft.story;
  const person = { id: GUEST, kind: "guest", nickname: "", avatar: "girl-2", tier };
  localStorage.setItem("chumil", JSON.stringify({ current: GUEST, people: [person] }));
  const db = await database();
  const now = new Date().toISOString();
  const tx = db.transaction(["profiles", "attempts"], "readwrite");
  tx.objectStore("profiles").put({ ...person, createdAt: now });
  tx.objectStore("attempts").clear();
  tx.objectStore("attempts").put({
    id: `00000000-0000-7000-8000-${String(Date.now()).padStart(12, "0").slice(-12)}`,
    profile: GUEST,
    scenario: id,
    version: hash,
    engine: 1,
    path: answers,
    copied: 0,
    startedAt: now,
    updatedAt: now,
    finishedAt: null,
    sequence: 0,
    shown: null,
    acked: 0,
    asked: null,
  });
  await finished(tx);
  db.close();
}

const loaded = (place) =>
  new Promise((done) => {
    frame.onload = done;
    frame.src = place;
  });

/** Plays the draft from where these answers lead. */
async function play(answers) {
  plays += 1;
  await loaded(plays === 1 ? "/" : "about:blank");
  await prepare(answers);
  path = answers;
  opened = draft.story.hash;
  await loaded(`/?play=${plays}#/play/${draft.story.id}`);
  show(await report(answers));
}

/** The path of the newest attempt that the client keeps. */
async function played() {
  const db = await database();
  const rows = await new Promise((done) => {
    const asked = db.transaction("attempts").objectStore("attempts").getAll();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => done([]);
  });
  db.close();
  return rows.sort((a, b) => b.sequence - a.sequence)[0]?.path ?? [];
}

function show(at) {
  if (!at.meters) return;
  $("scene").value = at.scene;
  $("meters").replaceChildren(
    ...at.meters.map(({ id, label, value }) => {
      const bar = Object.assign(document.createElement("meter"), { max: 5, value, title: id });
      return item([`${label}`, bar, String(value)]);
    }),
  );
  $("flags").replaceChildren(...at.flags.map(({ id, on }) => item([id], on ? "on" : "")));
  $("score").textContent = `${at.got} de ${at.max} puntos · ${at.percent} % · ${at.answers} respuestas${
    at.finished ? ` · ${at.stars} de 3 estrellas` : ""
  }`;
}

function item(parts, name = "") {
  const one = document.createElement("li");
  one.className = name;
  one.append(...parts);
  return one;
}

function tell() {
  const { story, scenes, problems } = draft;
  $("title").textContent = story?.title ?? "Todavía no se puede jugar";
  document.title = `Ensayo: ${story?.title ?? "…"}`;
  $("about").textContent = story ? `${story.id} · ${story.tier} · ${story.hash.slice(0, 12)}` : "";
  $("scene").replaceChildren(
    ...scenes.map(({ id, kind, reached }) =>
      Object.assign(document.createElement("option"), {
        value: id,
        textContent: `${id} (${kind})${reached ? "" : ": nadie llega"}`,
        disabled: !reached,
      }),
    ),
  );
  const errors = problems.filter((one) => one.severity === "error").length;
  $("count").textContent = `(${errors} errores, ${problems.length - errors} avisos)`;
  $("problems").replaceChildren(
    ...problems.map(({ line, column, code, severity, message, cure }) => {
      const small = Object.assign(document.createElement("small"), { textContent: cure });
      return item([`línea ${line}:${column} · ${code} · ${message}`, small], severity);
    }),
  );
}

async function begin(scene) {
  const { path: way } = await json(`way?scene=${encodeURIComponent(scene)}`);
  $("said").textContent = way ? "" : `Nadie llega a la escena «${scene}»: se empieza desde el principio.`;
  await play(way ?? []);
}

async function follow() {
  for (;;) {
    try {
      const next = await json(`state?since=${draft.version}`);
      if (next.version === draft.version) continue;
      const first = draft.version === 0;
      draft = next;
      tell();
      if (!draft.story) continue;
      const wanted = decodeURIComponent(location.hash.slice(1));
      if (first && wanted) await begin(wanted);
      else if (draft.story.hash !== opened) await play((await report(path)).path);
      else show(await report(path));
      if (!first) $("said").textContent = `Guardado y vuelto a abrir: versión ${draft.version}.`;
    } catch {
      $("said").textContent = "chumil preview ya no contesta.";
      await wait(1000);
    }
  }
}

async function watch() {
  for (;;) {
    await wait(400);
    if (!opened) continue;
    const now = await played();
    if (JSON.stringify(now) === JSON.stringify(path)) continue;
    path = now;
    show(await report(now));
  }
}

$("scene").onchange = ({ target }) => begin(target.value);
$("start").onclick = () => play([]);
follow();
watch();
