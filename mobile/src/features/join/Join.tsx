import { useState } from "preact/hooks";
import type { AttemptRow, Profile, Store } from "../../storage";
import { adopt } from "../../ui/adopt";
import { Tools } from "../../ui/Bar";
import { Portrait } from "../../ui/Portrait";
import { claim, type Joining, look, trouble, unclaimed } from "./actions";
import { cleaned, grouped, LENGTH } from "./code";
import css from "./join.css?inline";
import { type Key, say } from "./strings";

adopt(css);

interface Props {
  store: Store;
  /** A scenario's title, for the list of what a guest played. */
  titleOf: (scenario: string) => string;
  /** The child is bound to this phone and its tokens are kept: wake sync, show the sky. */
  onJoined: (profile: Profile) => void;
}

type Stage =
  | { at: "code" }
  | { at: "tiles"; code: string; joining: Joining }
  | { at: "yours"; profile: Profile; rows: AttemptRow[] };

/** From a class code to a child's own profile on this phone. */
export function Join({ store, titleOf, onJoined }: Props) {
  const [stage, setStage] = useState<Stage>({ at: "code" });
  const [wrong, setWrong] = useState<Key>();
  const [busy, setBusy] = useState(false);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setWrong(undefined);
    await work().catch((cause) => setWrong(trouble(cause)));
    setBusy(false);
  };
  const find = (code: string) =>
    code.length < LENGTH
      ? setWrong("short")
      : attempt(async () => setStage({ at: "tiles", code, joining: await look(code) }));
  const take = (code: string, tile: string) =>
    attempt(async () => {
      const profile = await claim(store, code, tile);
      const rows = await unclaimed(store);
      if (rows.length) setStage({ at: "yours", profile, rows });
      else onJoined(profile);
    });
  const own = (profile: Profile, rows: AttemptRow[]) =>
    attempt(async () => {
      for (const row of rows) await store.claim([row.id], row.profile, profile.id);
      onJoined(profile);
    });

  return (
    <>
      <header class="bar night">
        <a class="tool" href="#/">
          {say("back")}
        </a>
        <div />
        <Tools />
      </header>
      <main class="join cotton" tabIndex={-1} aria-busy={busy}>
        {stage.at === "code" && <CodeForm busy={busy} onCode={find} />}
        {stage.at === "tiles" && (
          <Tiles joining={stage.joining} busy={busy} onTake={(tile) => take(stage.code, tile)} />
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

function CodeForm({ busy, onCode }: { busy: boolean; onCode: (code: string) => void }) {
  const [code, setCode] = useState("");
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
    </form>
  );
}

function Tiles({
  joining,
  busy,
  onTake,
}: {
  joining: Joining;
  busy: boolean;
  onTake: (tile: string) => void;
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
