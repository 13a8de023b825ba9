import { useEffect, useState } from "preact/hooks";
import type { AttemptRow, Profile, Store } from "../../storage";
import { adopt } from "../../ui/adopt";
import { Tools } from "../../ui/Bar";
import { Icon } from "../../ui/Icon";
import { Portrait } from "../../ui/Portrait";
import { Ask } from "./Ask";
import {
  type Bound,
  claim,
  type Joining,
  look,
  mustChoose,
  showCard,
  trouble,
  unclaimed,
} from "./actions";
import { Choose } from "./Choose";
import { cleaned, grouped, LENGTH } from "./code";
import css from "./join.css?inline";
import { setLock } from "./lock";
import lockCss from "./lock.css?inline";
import { meant, Scan } from "./Scan";
import { speakTo } from "./sayer";
import { type Key, say } from "./strings";

adopt(lockCss);
adopt(css);

interface Props {
  store: Store;
  /** From the class's square: its code. */
  code?: string;
  /** From a printed card: its secret. */
  card?: string;
  /** A scenario's title, for the list of what a guest played. */
  titleOf: (scenario: string) => string;
  /** The child is bound to this phone and its tokens are kept: wake sync, show the sky. */
  onJoined: (profile: Profile) => void;
}

type Stage =
  | { at: "code" }
  | { at: "scan" }
  | { at: "tiles"; code: string; joining: Joining }
  | { at: "ask"; code: string }
  | { at: "pictures"; bound: Bound }
  | { at: "yours"; profile: Profile; rows: AttemptRow[] };

/** From a class code or a card to a child's own profile on this phone. */
export function Join({ store, code: given = "", card, titleOf, onJoined }: Props) {
  const [stage, setStage] = useState<Stage>({ at: "code" });
  const [wrong, setWrong] = useState<Key>();
  const [busy, setBusy] = useState(false);

  const failed = (cause: unknown) => setWrong(trouble(cause));
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setWrong(undefined);
    await work().catch(failed);
    setBusy(false);
  };
  const find = (code: string) =>
    code.length < LENGTH
      ? setWrong("short")
      : attempt(async () => setStage({ at: "tiles", code, joining: await look(code) }));
  const settle = async (profile: Profile) => {
    const rows = await unclaimed(store);
    if (rows.length) setStage({ at: "yours", profile, rows });
    else onJoined(profile);
  };
  const bind = async (bound: Bound) => {
    speakTo(bound.profile.tier);
    if (await mustChoose(store, bound)) setStage({ at: "pictures", bound });
    else await settle(bound.profile);
  };
  const take = (code: string, tile: string) =>
    attempt(async () => bind(await claim(store, code, tile)));
  const show = (secret: string) => {
    // A card opens a child's profile: it shall not stay in the address or in the history.
    history.replaceState(null, "", "#/join");
    return attempt(async () => bind(await showCard(store, secret)));
  };
  const lock = ({ profile, generation }: Bound, pictures: string[]) =>
    attempt(async () => {
      await setLock(store, profile.id, pictures, generation);
      await settle(profile);
    });
  const start = (from: { code?: string; card?: string }) => {
    if (from.card) void show(from.card);
    else if (from.code) void find(cleaned(from.code));
  };
  const read = (text: string) => {
    const from = meant(text);
    if (!from) return false;
    setStage({ at: "code" });
    start(from);
    return true;
  };
  useEffect(() => start({ code: given, card }), [given, card]);
  const own = (profile: Profile, rows: AttemptRow[]) =>
    attempt(async () => {
      for (const row of rows) await store.claim([row.id], row.profile, profile.id);
      onJoined(profile);
    });

  return (
    <>
      <header class="bar night">
        <a class="tool" href="#/">
          <Icon name="back" />
          {say("back")}
        </a>
        <div />
        <Tools />
      </header>
      <main class="join cotton" tabIndex={-1} aria-busy={busy}>
        {stage.at === "code" && (
          <CodeForm
            given={cleaned(given)}
            busy={busy}
            onCode={find}
            onScan={() => setStage({ at: "scan" })}
          />
        )}
        {stage.at === "scan" && <Scan onRead={read} onStop={() => setStage({ at: "code" })} />}
        {stage.at === "tiles" && (
          <Tiles
            joining={stage.joining}
            busy={busy}
            onTake={(tile) => take(stage.code, tile)}
            onElsewhere={() => setStage({ at: "ask", code: stage.code })}
          />
        )}
        {stage.at === "ask" && (
          <Ask
            store={store}
            code={stage.code}
            onBound={(bound) => attempt(() => bind(bound))}
            onTrouble={failed}
          />
        )}
        {stage.at === "pictures" && (
          <Choose
            tier={stage.bound.profile.tier}
            onChosen={(pictures) => lock(stage.bound, pictures)}
          />
        )}
        {stage.at === "yours" && (
          <Yours
            rows={stage.rows}
            busy={busy}
            titleOf={titleOf}
            onOwn={(rows) => own(stage.profile, rows)}
          />
        )}
        <p class="wrong" role="alert">
          {wrong && say(wrong)}
        </p>
      </main>
    </>
  );
}

interface CodeProps {
  given: string;
  busy: boolean;
  onCode: (code: string) => void;
  onScan: () => void;
}

function CodeForm({ given, busy, onCode, onScan }: CodeProps) {
  const [code, setCode] = useState(given);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <h1>{say("title")}</h1>
      <label for="class-code">{say("code")}</label>
      <input
        id="class-code"
        class="code"
        value={grouped(code)}
        onInput={(event) => setCode(cleaned(event.currentTarget.value))}
        aria-describedby="class-code-help"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <p id="class-code-help" class="soft">
        {say("code_help")}
      </p>
      <button class="b" type="submit" disabled={busy}>
        {say("look")}
      </button>
      <button class="b line" type="button" disabled={busy} onClick={onScan}>
        <Icon name="camera" />
        {say("scan")}
      </button>
    </form>
  );
}

function Tiles({
  joining,
  busy,
  onTake,
  onElsewhere,
}: {
  joining: Joining;
  busy: boolean;
  onTake: (tile: string) => void;
  onElsewhere: () => void;
}) {
  return (
    <section>
      <p class="soft">{joining.classroom.name}</p>
      <h1>{say("which")}</h1>
      <p>{say(joining.tiles.length ? "which_help" : "no_tiles")}</p>
      <ul class="tiles">
        {joining.tiles.map((tile) => (
          <li key={tile.id}>
            <button type="button" disabled={busy} onClick={() => onTake(tile.id)}>
              <Portrait name={tile.avatar} mood="happy" size={64} />
              <b>{tile.nickname}</b>
            </button>
          </li>
        ))}
      </ul>
      <button class="b line" type="button" disabled={busy} onClick={onElsewhere}>
        {say("elsewhere")}
      </button>
    </section>
  );
}

interface YoursProps {
  rows: AttemptRow[];
  busy: boolean;
  titleOf: (scenario: string) => string;
  onOwn: (rows: AttemptRow[]) => void;
}

/** What a guest played: nothing is marked beforehand, so that nobody's stars go to another child by haste. */
function Yours({ rows, busy, titleOf, onOwn }: YoursProps) {
  const [mine, setMine] = useState<string[]>([]);
  const turn = (id: string) =>
    setMine(mine.includes(id) ? mine.filter((one) => one !== id) : [...mine, id]);
  return (
    <section>
      <h1>{say("yours")}</h1>
      <p>{say("yours_help")}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <label class="row">
              <input
                type="checkbox"
                checked={mine.includes(row.id)}
                onChange={() => turn(row.id)}
              />
              <span>
                <b>{titleOf(row.scenario)}</b>{" "}
                {row.finishedAt ? say("stars", { n: row.shown?.stars ?? 1 }) : say("unfinished")}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button
        class="b"
        type="button"
        disabled={busy || !mine.length}
        onClick={() => onOwn(rows.filter((row) => mine.includes(row.id)))}
      >
        {say("take")}
      </button>
      <button class="b line" type="button" disabled={busy} onClick={() => onOwn([])}>
        {say("none")}
      </button>
    </section>
  );
}
