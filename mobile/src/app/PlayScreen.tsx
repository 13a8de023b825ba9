import "../i18n/more";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../engine/first";
import type { EndingProps } from "../features/play/Ending";
import type { Play } from "../features/play/machine";
import { Note } from "../features/play/Note";
import { Player, type Rest } from "../features/play/Player";
import playCss from "../features/play/play.css?inline";
import type { Entry } from "../features/sky/sky";
import { language, t } from "../i18n";
import { StorageError } from "../storage";
import { adopt } from "../ui/adopt";
import { badgeRules, helpBook, objectives } from "./content";
import { Late } from "./Late";
import type { Kept, Playing } from "./phone";

adopt(playCss);

interface Props {
  entry: Entry | undefined;
  profile: string;
  /** Badges the child had before. */
  earned: readonly string[];
  /** An answer was kept; `kept` once the story is finished. */
  onKept: (kept: Kept | undefined) => void;
}

/** One story on the screen: its note, the playing, its ending, playing again from a decision. */
export function PlayScreen({ entry, profile, earned, onKept }: Props) {
  const [noted, agree] = useState(!entry?.sensitive);
  const [run, setRun] = useState<{ seed: string; start: Play }>();
  const [playing, setPlaying] = useState<Playing>();
  const [rest, setRest] = useState<Rest>();
  const [kept, setKept] = useState<Kept>();
  const [ended, end] = useState<Play>();
  const [lost, lose] = useState(!entry);
  const had = useRef(earned);
  const [unkept, setUnkept] = useState<Play>();

  useEffect(() => {
    if (entry) arrive(entry).catch(() => lose(true));
  }, []);

  async function arrive(story: Entry) {
    const [{ restWith }, book, phone] = await Promise.all([
      import("../features/play/rest"),
      helpBook(),
      import("./phone"),
    ]);
    const taken = await phone.take(profile, story);
    setRest(restWith(book));
    setPlaying(taken);
    setRun({ seed: taken.seed, start: taken.start });
  }
  async function keep(play: Play) {
    if (!playing) return;
    try {
      const done = await playing.keep(play);
      setUnkept(undefined);
      setKept(done);
      onKept(done);
    } catch (cause) {
      // The whole path is kept again with the next answer, or when the child taps "try again".
      if (!(cause instanceof StorageError)) throw cause;
      setUnkept(play);
    }
  }
  async function again(path: Answer[]) {
    if (!playing) return;
    const next = await playing.again(path);
    setPlaying(next);
    setKept(undefined);
    end(undefined);
    setRun({ seed: next.seed, start: next.start });
  }

  if (ended && kept && playing)
    return (
      <Late load={() => endingOf(ended, kept, had.current)}>
        {({ Ending, props }) => <Ending {...props} onAgain={() => again([])} />}
      </Late>
    );
  if (lost || !run || !rest || !playing || !entry) return <Waiting lost={lost} />;
  if (!noted)
    return (
      <Note
        title={entry.title}
        note={run.start.scenario.content_note ?? ""}
        onGo={() => agree(true)}
      />
    );
  return (
    <>
      {unkept && (
        <p class="unkept" role="alert">
          <span class="grow">{t("keep_failed")}</span>
          <button type="button" class="b" onClick={() => keep(unkept)}>
            {t("try_again")}
          </button>
        </p>
      )}
      <Player
        key={run.seed}
        start={run.start}
        seed={run.seed}
        rest={rest}
        onPath={keep}
        onAgain={again}
        onEnd={end}
      />
    </>
  );
}

function Waiting({ lost }: { lost: boolean }) {
  return (
    <main class="wait" tabIndex={-1}>
      <p role="status">{t(lost ? "missing" : "loading")}</p>
      <a class="b line" href="#/">
        {t("back")}
      </a>
    </main>
  );
}

/** What the ending says: the story's words, what was practised for the first time here, badges just met. */
async function endingOf(play: Play, { outcome, badges }: Kept, had: readonly string[]) {
  const [{ Ending }, can, rules] = await Promise.all([
    import("../features/play/Ending"),
    objectives(),
    badgeRules(),
  ]);
  const words = language();
  const safe = outcome.evidence
    .filter(({ verdict }) => verdict === "safe")
    .flatMap((one) => one.objectives);
  const fresh = rules.filter(({ id }) => badges.includes(id) && !had.includes(id));
  const scene = play.scenario.scenes.find(({ id }) => id === outcome.ending);
  const props: Omit<EndingProps, "onAgain"> = {
    scenario: play.scenario,
    ending: scene?.ending ?? { title: "", text: "" },
    stars: outcome.stars,
    can: can.filter(({ id }) => safe.includes(id)).map((one) => one.can[words]),
    badges: fresh.map((one) => ({
      id: one.id,
      art: one.art,
      title: one.title[words],
      reason: one.reason[words],
    })),
  };
  return { Ending, props };
}
