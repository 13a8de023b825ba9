import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Notice, Sky } from "../features/sky/Sky";
import { Welcome } from "../features/sky/Welcome";
import { type Lang, language, register, speak, t } from "../i18n";
import { speaker } from "../ui/speak";
import type { First } from "./content";
import { Late } from "./Late";
import { keepMirror, type Mirror, type Person } from "./mirror";
import { useRoute } from "./router";

const letters: Record<string, string> = {
  "ages-7-9": "A",
  "ages-10-12": "B",
  "ages-13-15": "C",
  "ages-16-18": "D",
};

const life = () => import("./life");

/** The home; every other place comes with its own code. */
export function App({ first, start }: { first: First; start: Mirror }) {
  const [mirror, set] = useState(start);
  const [topics, name] = useState(first.topics);
  const [fresh, setFresh] = useState<string>();
  const [notice, tell] = useState<Notice>();
  const [kept, setKept] = useState<string>();
  const route = useRoute();
  const person = mirror.people.find(({ id }) => id === mirror.current);
  const tier = person?.tier ?? "ages-10-12";
  const stories = mirror.stories[tier] ?? first.catalogue.filter((entry) => entry.tier === tier);
  const change = (next: (old: Mirror) => Mirror) =>
    set((old) => {
      const now = next(old);
      keepMirror(now);
      return now;
    });
  register(tier);
  useAnnounced(route.at + route.arg);
  useLayoutEffect(() => {
    document.documentElement.dataset.t = letters[tier];
  }, [tier]);
  useEffect(() => {
    if (route.at !== "#/" && route.at !== "#/play") setFresh(undefined);
  }, [route.at]);
  useEffect(() => {
    if (mirror.lang !== language()) talk(mirror.lang);
    afterIdle(async () => (await life()).begin(change, tell));
  }, []);
  useEffect(() => {
    if (person) afterIdle(async () => (await life()).follow(person, change, tell, setKept));
  }, [person?.id]);

  async function talk(lang: Lang) {
    const words = await import("./words");
    speak(lang, await words.of(lang));
    name(await words.topicsIn(lang));
    change((old) => ({ ...old, lang }));
    if (person) (await life()).restock(tier, change);
  }

  if (route.at !== "#/" && (person || route.at !== "#/play"))
    return (
      <Late key="rooms" load={() => import("./Rooms")}>
        {({ Rooms }) => (
          <Rooms
            route={route}
            mirror={mirror}
            person={person as Person}
            stories={stories}
            kept={kept}
            change={change}
            talk={talk}
            onSewn={setFresh}
          />
        )}
      </Late>
    );
  if (!person)
    return <Welcome onTier={async (chosen) => (await life()).guest(chosen, mirror, change)} />;
  return (
    <Sky
      key={person.id}
      tier={tier}
      nickname={person.nickname || t("guest")}
      avatar={person.avatar}
      topics={topics}
      catalogue={stories}
      sewn={mirror.sewn[person.id] ?? {}}
      now={Date.now()}
      fresh={fresh}
      open={mirror.open[person.id]}
      notice={notice}
      kept={kept}
      onListen={speaker()}
    />
  );
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

const afterIdle = (work: () => void) =>
  "requestIdleCallback" in window ? requestIdleCallback(work) : setTimeout(work, 200);
