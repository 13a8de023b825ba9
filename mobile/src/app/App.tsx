import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Sky } from "../features/sky/Sky";
import type { Entry } from "../features/sky/sky";
import { Welcome } from "../features/sky/Welcome";
import { type Lang, language, register, speak, t } from "../i18n";
import { es } from "../i18n/es";
import { badgeRules, type First, helpBook } from "./content";
import { Late } from "./Late";
import { keepMirror, type Mirror } from "./mirror";
import type { Kept } from "./phone";
import { useRoute } from "./router";

const letters: Record<string, string> = {
  "ages-7-9": "A",
  "ages-10-12": "B",
  "ages-13-15": "C",
  "ages-16-18": "D",
};

export function App({ first, start }: { first: First; start: Mirror }) {
  const [mirror, set] = useState(start);
  const [fresh, setFresh] = useState<string>();
  const route = useRoute();
  const person = mirror.people.find(({ id }) => id === mirror.current);
  const tier = person?.tier ?? "ages-10-12";
  register(tier);
  useAnnounced(route.at + route.arg);
  useLayoutEffect(() => {
    document.documentElement.dataset.t = letters[tier];
  }, [tier]);
  useEffect(() => {
    if (route.at !== "#/" && route.at !== "#/play") setFresh(undefined);
  }, [route.at]);

  function change(next: Mirror) {
    set(remember(next));
  }
  async function reread() {
    const phone = await import("./phone");
    const found = await phone.restored();
    set((old) => remember(joined(old, found)));
    await phone.sync();
  }
  async function talk(lang: Lang) {
    await speakIn(lang);
    change({ ...mirror, lang });
  }
  useEffect(() => {
    if (mirror.lang !== language()) talk(mirror.lang);
    afterIdle(reread);
  }, []);

  useEffect(() => {
    if (person) afterIdle(() => ready(first.catalogue.filter((entry) => entry.tier === tier)));
  }, [person && tier]);

  const welcome = (
    <Welcome
      onTier={(chosen) =>
        import("./phone").then(({ newGuest }) => newGuest(mirror, chosen)).then(change)
      }
    />
  );
  switch (route.at) {
    case "#/help":
      return (
        <Late key="help" load={() => Promise.all([import("../features/help/Help"), helpBook()])}>
          {([{ Help }, book]) => <Help book={book} />}
        </Late>
      );
    case "#/badges":
      return (
        <Late
          key="badges"
          load={() => Promise.all([import("../features/badges/Badges"), badgeRules()])}
        >
          {([{ Badges }, badges]) => (
            <Badges badges={badges} earned={mirror.badges[person?.id ?? ""] ?? []} />
          )}
        </Late>
      );
    case "#/profiles":
      return (
        <Late key="profiles" load={() => import("../features/profiles/Profiles")}>
          {({ Profiles }) => (
            <Profiles
              people={mirror.people}
              current={mirror.current}
              onPick={(id) => {
                change({ ...mirror, current: id });
                location.hash = "#/";
              }}
              onNew={() => {
                change({ ...mirror, current: undefined });
                location.hash = "#/";
              }}
              onLanguage={talk}
            />
          )}
        </Late>
      );
    case "#/privacy":
      return (
        <Late key="privacy" load={() => import("../features/profiles/Privacy")}>
          {({ Privacy }) => <Privacy />}
        </Late>
      );
    case "#/play": {
      if (!person) return welcome;
      const entry = first.catalogue.find(({ id }) => id === route.arg);
      return (
        <Late key={`${person.id} ${route.arg}`} load={() => import("./PlayScreen")}>
          {({ PlayScreen }) => (
            <PlayScreen
              entry={entry}
              profile={person.id}
              earned={mirror.badges[person.id] ?? []}
              onKept={(kept) => {
                if (!entry) return;
                set((old) => remember(withPlay(old, person.id, entry.id, kept)));
                if (kept) setFresh(entry.id);
              }}
            />
          )}
        </Late>
      );
    }
    case "#/join":
      return (
        <Late key="join" load={() => Promise.all([import("../features/join/Join"), phoneStore()])}>
          {([{ Join }, store]) => (
            <Join
              store={store}
              titleOf={(id) => first.catalogue.find((entry) => entry.id === id)?.title ?? id}
              onJoined={async (profile) => {
                const phone = await import("./phone");
                const found = await phone.restored();
                set((old) => remember({ ...joined(old, found), current: profile.id }));
                location.hash = "#/";
                await (await phone.sync()).signedIn(profile.id);
              }}
            />
          )}
        </Late>
      );
    case "#/teacher":
      return (
        <Late
          key="teacher"
          load={() => Promise.all([import("../features/teacher/Teacher"), phoneStore()])}
        >
          {([{ Teacher }, store]) => <Teacher store={store} />}
        </Late>
      );
    default:
      if (!person) return welcome;
      return (
        <Sky
          tier={tier}
          nickname={person.nickname || t("guest")}
          avatar={person.avatar}
          topics={first.topics.map((topic) => ({
            id: topic.id,
            title: topic.title[language()],
            figure: { id: topic.figure.id, name: topic.figure.name[language()] },
          }))}
          catalogue={first.catalogue.filter((entry) => entry.tier === tier)}
          sewn={mirror.sewn[person.id] ?? {}}
          now={Date.now()}
          fresh={fresh}
          open={mirror.open[person.id]}
          onListen={speaker()}
        />
      );
  }
}

/** The mirror with what the store knows; it keeps what only the mirror has. */
function joined(mirror: Mirror, found: Pick<Mirror, "people" | "sewn" | "badges">): Mirror {
  const ids = found.people.map(({ id }) => id);
  const people = [...found.people, ...mirror.people.filter(({ id }) => !ids.includes(id))];
  const sewn = { ...mirror.sewn };
  const badges = { ...mirror.badges };
  for (const id of ids) {
    sewn[id] = { ...sewn[id], ...found.sewn[id] };
    badges[id] = [...new Set([...(badges[id] ?? []), ...(found.badges[id] ?? [])])];
  }
  return { ...mirror, people, sewn, badges, current: mirror.current ?? people.at(-1)?.id };
}

/** The mirror after an answer of a story, or after its end. */
function withPlay(mirror: Mirror, who: string, story: string, kept: Kept | undefined): Mirror {
  const open = { ...mirror.open, [who]: story };
  if (!kept) return { ...mirror, open };
  delete open[who];
  const earned = [...new Set([...(mirror.badges[who] ?? []), ...kept.badges])];
  return {
    ...mirror,
    open,
    sewn: { ...mirror.sewn, [who]: { ...mirror.sewn[who], [story]: kept.sewn } },
    badges: { ...mirror.badges, [who]: earned },
  };
}

function remember(mirror: Mirror): Mirror {
  keepMirror(mirror);
  return mirror;
}

async function speakIn(lang: Lang) {
  if (lang === "en") speak("en", (await import("../i18n/en")).en);
  else speak("es", { ...es, ...(await import("../i18n/more")).more });
}

/** Moves the reader's place to the title of a new screen, and the window to its top. */
function useAnnounced(place: string) {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("h1")?.focus();
  }, [place]);
}

/** Brings the player and the stories of a tier onto the phone while the child looks at the sky. */
async function ready(stories: Entry[]) {
  await import("./PlayScreen");
  if ("serviceWorker" in navigator) await navigator.serviceWorker.ready;
  for (const { hash } of stories) await fetch(`/content/${hash}.json`).catch(() => undefined);
}

const phoneStore = () => import("./phone").then(({ store }) => store());

const afterIdle = (work: () => void) =>
  "requestIdleCallback" in window ? requestIdleCallback(work) : setTimeout(work, 200);

/** Reads aloud with the voice of the device, where it has one. */
function speaker(): ((words: string) => void) | undefined {
  if (typeof speechSynthesis === "undefined") return undefined;
  return (words) => {
    const voice = new SpeechSynthesisUtterance(words);
    voice.lang = "es-GT";
    speechSynthesis.cancel();
    speechSynthesis.speak(voice);
  };
}
