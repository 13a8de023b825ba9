/** What goes on behind the home once it stands: the database, sync, new stories, a new version of the app. */
import "../i18n/more";
import { as, unwrap } from "../api/client";
import { SessionEnded } from "../api/errors";
import type { Notice } from "../features/sky/Sky";
import { t } from "../i18n";
import { isWaiting } from "../storage";
import type { Status } from "../sync";
import type { Mirror, Person } from "./mirror";
import { joined, newGuest, restored, store, sync, trouble } from "./phone";
import { freshStories } from "./stories";
import { whenNewer } from "./version";

type Change = (next: (old: Mirror) => Mirror) => void;
type Tell = (notice: Notice | undefined) => void;

/** Takes over from the mirror: what the database knows, and what the home has to tell. */
export async function begin(change: Change, tell: Tell) {
  const found = await restored();
  change((old) => joined(old, found));
  const why = await trouble();
  if (why) tell({ words: t(`trouble_${why.trouble}`) });
  whenNewer((apply) => tell({ words: t("newer_version"), label: t("renew"), act: apply }));
  await sync();
  // The service worker keeps it for the next visit.
  await navigator.serviceWorker?.ready.then(() => fetch("/fonts/chumil-sans.woff2"));
}

/** Lets a guest play at once. */
export async function guest(tier: string, mirror: Mirror, change: Change) {
  const person = await newGuest(mirror, tier);
  change((old) => ({ ...old, current: person.id, people: [...old.people, person] }));
}

/** Keeps up with one person: how safe their work is, what the server has of them, stories made since. */
export async function follow(
  person: Person,
  change: Change,
  tell: Tell,
  say: (kept: string | undefined) => void,
) {
  const one = await sync();
  await one.follow(person.id);
  one.status.watch((status) => say(said(status)));
  await progress(person).then(
    async () => {
      const found = await restored();
      change((old) => joined(old, found));
    },
    (cause) => {
      if (cause instanceof SessionEnded)
        tell({ words: t("signed_out"), label: t("sign_in_again"), href: "#/join" });
    },
  );
  await restock(person.tier, change);
}

/** The stories of a tier as they are now, named in the language of the screens. */
export async function restock(tier: string, change: Change) {
  const stories = await freshStories(tier);
  if (stories) change((old) => ({ ...old, stories: { ...old.stories, [tier]: stories } }));
}

/** Stars and badges the child earned on another phone. */
async function progress(person: Person) {
  if (person.kind !== "child") return;
  const kept = await store();
  const mine = unwrap(await as(person.id, kept).GET("/api/v1/me/progress"));
  const finished = mine.finished.map(({ scenario, stars }) => ({ scenario, stars: stars ?? 1 }));
  await kept.keepNote(`finished:${person.id}`, finished);
  await kept.keepNote(`badges:${person.id}`, mine.badges);
}

/** In a child's words; nothing for a guest, who has nobody to send to. */
function said(status: Status): string | undefined {
  if (status.kind === "guest") return undefined;
  if (status.kind === "waiting")
    return status.stories === 1 ? t("one_to_send") : t("to_send", { n: status.stories });
  return status.at ? t("saved_at", { time: clock(new Date(status.at)) }) : t("saved");
}

function clock(at: Date): string {
  const words = document.documentElement.lang;
  const today = at.toDateString() === new Date().toDateString();
  return today
    ? at.toLocaleTimeString(words, { hour: "numeric", minute: "2-digit" })
    : at.toLocaleDateString(words, { day: "numeric", month: "short" });
}

/**
 * Ends a child's session on this phone. With stories still to send it does nothing and gives their number;
 * 0 once the session is over. Everything the child did stays on the phone.
 */
export async function leave(person: Person): Promise<number> {
  const kept = await store();
  await (await sync()).wake();
  const waiting = (await kept.attempts(person.id)).filter(isWaiting).length;
  if (waiting) return waiting;
  await as(person.id, kept)
    .POST("/api/v1/auth/sign-out")
    .catch(() => undefined);
  await kept.dropTokens(person.id);
  return 0;
}
