import "../i18n/more";
import "../ui/icons";
import type { Entry } from "../features/sky/sky";
import type { Lang } from "../i18n";
import { soundIs } from "../ui/sound";
import { badgeRules, helpBook } from "./content";
import { Late } from "./Late";
import type { Mirror, Person } from "./mirror";
import { PlayScreen } from "./PlayScreen";
import { joined, type Kept, restored, store, sync, withPlay } from "./phone";
import type { Route } from "./router";

interface Props {
  route: Route;
  mirror: Mirror;
  /** Who plays; nobody before the first visit's choice of an age. */
  person: Person | undefined;
  stories: Entry[];
  kept: string | undefined;
  change: (next: (old: Mirror) => Mirror) => void;
  talk: (lang: Lang) => void;
  /** A story was finished: its star is sewn at the next look at the sky. */
  onSewn: (story: string) => void;
}

/** Every place but the home. */
export function Rooms(props: Props) {
  soundIs(props.mirror.sound);
  const { route, mirror, person, stories, change } = props;
  switch (route.at) {
    case "#/play":
      return <Stage {...props} />;
    case "#/badges":
      return (
        <Late
          key="badges"
          load={() => Promise.all([import("../features/badges/Badges"), badgeRules()])}
        >
          {([{ Badges }, badges]) => (
            <Badges
              badges={badges}
              earned={mirror.badges[person?.id ?? ""] ?? []}
              nickname={person?.nickname ?? ""}
              tier={person?.tier}
              complete={stories.length > 0 && stories.every(isSewn(mirror, person))}
            />
          )}
        </Late>
      );
    case "#/profiles":
      return <People {...props} />;
    case "#/saved":
      return (
        <Late
          key="saved"
          load={async () => {
            const [{ Saved }, phone] = await Promise.all([
              import("../features/profiles/Saved"),
              store(),
            ]);
            return { Saved, phone, rows: await phone.attempts(person?.id) };
          }}
        >
          {({ Saved, phone, rows }) => (
            <Saved
              rows={rows}
              titleOf={titleIn(stories)}
              onAgain={async (id) => {
                await phone.readmit(id);
                await (await sync()).wake();
                return phone.attempts(person?.id);
              }}
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
    case "#/join":
    case "#/card":
      return (
        <Late key="join" load={() => Promise.all([import("../features/join/Join"), store()])}>
          {([{ Join }, phone]) => (
            <Join
              store={phone}
              {...{ [route.at === "#/card" ? "card" : "code"]: route.arg }}
              titleOf={titleIn(stories)}
              onJoined={async (profile) => {
                const found = await restored();
                change((old) => ({ ...joined(old, found), current: profile.id }));
                location.hash = "#/";
                await (await sync()).signedIn(profile.id);
              }}
            />
          )}
        </Late>
      );
    case "#/unlock":
      return <Unlock key={route.arg} {...props} />;
    case "#/teacher":
    case "#/confirm":
    case "#/invited":
    case "#/reset":
      return (
        <Late
          key="teacher"
          load={() => Promise.all([import("../features/teacher/Teacher"), store()])}
        >
          {([{ Teacher }, phone]) => <Teacher store={phone} link={linkIn(route)} />}
        </Late>
      );
    default:
      return (
        <Late key="help" load={() => Promise.all([import("../features/help/Help"), helpBook()])}>
          {([{ Help }, book]) => <Help book={book} />}
        </Late>
      );
  }
}

/** What a mailed link wants of the teacher's door. */
function linkIn({ at, arg }: Route) {
  const to = at.slice(2);
  if (to !== "confirm" && to !== "invited" && to !== "reset") return undefined;
  return { to, token: arg } as const;
}

const titleIn = (stories: Entry[]) => (id: string) =>
  stories.find((entry) => entry.id === id)?.title ?? id;

const isSewn = (mirror: Mirror, person: Person | undefined) => (entry: Entry) =>
  entry.sensitive || !!mirror.sewn[person?.id ?? ""]?.[entry.id];

function Stage({ route, mirror, person, stories, change, onSewn }: Props) {
  if (!person) return null;
  const entry = stories.find(({ id }) => id === route.arg);
  const onKept = (kept: Kept | undefined) => {
    if (!entry) return;
    change((old) => withPlay(old, person.id, entry.id, kept));
    if (kept) onSewn(entry.id);
  };
  return (
    <PlayScreen
      key={`${person.id} ${route.arg}`}
      entry={entry}
      profile={person.id}
      earned={mirror.badges[person.id] ?? []}
      onKept={onKept}
    />
  );
}

/** Another child takes the phone: first the pictures, then their sky. */
function Unlock({ route, mirror, change }: Props) {
  const next = mirror.people.find(({ id }) => id === route.arg);
  if (!next) return null;
  return (
    <Late load={() => Promise.all([import("../features/join/Lock"), store()])}>
      {([{ Lock }, phone]) => (
        <Lock
          store={phone}
          person={next}
          onOpen={() => {
            change((old) => ({ ...old, current: next.id }));
            location.hash = "#/";
          }}
        />
      )}
    </Late>
  );
}

function People({ mirror, person, kept, change, talk }: Props) {
  const home = (current: string | undefined) => {
    change((old) => ({ ...old, current }));
    location.hash = "#/";
  };
  return (
    <Late key="profiles" load={() => import("../features/profiles/Profiles")}>
      {({ Profiles }) => (
        <Profiles
          people={mirror.people}
          current={mirror.current}
          kept={kept}
          onPick={(id) => {
            const next = mirror.people.find((one) => one.id === id);
            if (id === mirror.current || next?.kind === "guest") home(id);
            else location.hash = `#/unlock/${id}`;
          }}
          onNew={() => home(undefined)}
          onLanguage={talk}
          sound={mirror.sound}
          onSound={(sound) => change((old) => ({ ...old, sound }))}
          onLeave={
            person?.kind === "child"
              ? async () => (await import("./life")).leave(person)
              : undefined
          }
        />
      )}
    </Late>
  );
}
