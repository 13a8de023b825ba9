import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import { type Answer, type Ask, optionsOf } from "../../engine/first";
import { t } from "../../i18n";
import { Tools } from "../../ui/Bar";
import { Icon } from "../../ui/Icon";
import { pluck } from "../../ui/sound";
import { speaker } from "../../ui/speak";
import { Beats, Typing } from "./Beats";
import { FeedbackCard } from "./Feedback";
import { Hint } from "./Hint";
import { coming, here, lines, type Play, step } from "./machine";
import { PARTS, partsDone } from "./progress";
import { shuffle } from "./shuffle";

/** What comes after the first question: the other asks, help scenes and the ending. */
export interface Rest {
  OtherAsk: ComponentType<AskProps & { marked: string[]; clear: () => void }>;
  HelpScene: ComponentType<{ keys: readonly string[] }>;
}

export interface AskProps {
  ask: Ask;
  seed: string;
  onAnswer: (answer: Answer) => void;
}

interface Props {
  start: Play;
  /** Identifies the attempt; shuffles the options. */
  seed: string;
  rest: Rest;
  /** Called once for each new answer, and when an ending is reached. */
  onPath: (play: Play) => void;
  onAgain: (path: Answer[]) => void;
  onEnd: (play: Play) => void;
}

/** A tap within this many ms of a change of screen was meant for what stood there before. */
const SETTLE = 350;
const RHYTHM = 500;
/** Of the screen's height, px that the head covers: a question taller than the rest is read from its first line. */
const HEAD = 62;

export function Player({ start, seed, rest, onPath, onAgain, onEnd }: Props) {
  const [play, send] = useReducer(step, start);
  const since = useRef(0);
  const [typing, setTyping] = useState(false);
  const [marked, setMarked] = useState<string[]>([]);
  const dock = useRef<HTMLElement>(null);
  const scene = play.feedback && play.phase === "feedback" ? play.feedback.scene : here(play);

  useLayoutEffect(() => {
    since.current = performance.now();
    const tall = (dock.current?.offsetHeight ?? 0) > innerHeight - HEAD;
    dock.current?.scrollIntoView?.({ block: tall ? "start" : "end" });
  }, [play, typing]);
  useEffect(() => {
    if (play.path.length > start.path.length) onPath(play);
  }, [play.path]);
  useEffect(() => {
    if (!typing) return;
    const timer = setTimeout(reveal, RHYTHM);
    return () => clearTimeout(timer);
  }, [typing]);
  useEffect(() => {
    if (play.phase === "feedback" || play.phase === "ask")
      dock.current?.querySelector("h2")?.focus({ preventScroll: true });
  }, [play.phase, play.state.scene]);

  function reveal() {
    setTyping(false);
    send({ do: "forward" });
  }
  function forward() {
    const next = coming(play);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (typing || still || next?.kind !== "message") reveal();
    else setTyping(true);
  }
  function answer(given: Answer) {
    if (performance.now() - since.current < SETTLE) return;
    setMarked([]);
    pluck(392, 523);
    send({ do: "answer", at: play.path.length, answer: given });
  }
  function toggle(id: string) {
    setMarked(marked.includes(id) ? marked.filter((one) => one !== id) : [...marked, id]);
  }

  const next = play.phase === "beats" ? coming(play) : undefined;
  const ask = play.phase === "ask" ? scene.ask : undefined;
  const marking =
    ask?.kind === "spot"
      ? { ids: [...ask.signs, ...ask.decoys].map(({ id }) => id), marked, toggle }
      : undefined;
  if (play.phase === "feedback" && play.feedback) {
    return (
      <div class="play night">
        <Head play={play} />
        <FeedbackCard
          feedback={play.feedback}
          onGo={() => send({ do: "go" })}
          onMoment={() => onAgain(play.path.slice(0, -1))}
        />
      </div>
    );
  }
  return (
    <div class={`play look-${scene.look}`}>
      <Head play={play} />
      <div class="faja thin" />
      <main class="story cotton" tabIndex={-1} aria-live="polite" aria-relevant="additions">
        {scene.place && <p class="place small soft">{scene.place}</p>}
        <Beats scenario={play.scenario} lines={lines(play)} marking={marking} />
        {typing && next && <Typing scenario={play.scenario} beat={next} />}
        {play.phase !== "beats" && scene.help.length > 0 && <rest.HelpScene keys={scene.help} />}
      </main>
      <section class="dock night" ref={dock}>
        {play.scenario.tier === "ages-7-9" && <Listen play={play} />}
        {play.phase === "beats" && (
          <button type="button" class="b line" onClick={forward}>
            {t("forward")}
          </button>
        )}
        {ask?.kind === "choose" && (
          <Choose key={play.path.length} play={play} ask={ask} seed={seed} onAnswer={answer} />
        )}
        {ask && ask.kind !== "choose" && (
          <rest.OtherAsk
            key={play.path.length}
            ask={ask}
            seed={seed}
            onAnswer={answer}
            marked={marked}
            clear={() => setMarked([])}
          />
        )}
        {play.phase === "end" && (
          <button type="button" class="b" onClick={() => onEnd(play)}>
            {t("go")}
          </button>
        )}
      </section>
    </div>
  );
}

/** For those who read slowly: what was said last, then the question and its options, by the voice of the device. */
function Listen({ play }: { play: Play }) {
  const say = speaker();
  if (!say) return null;
  const words = () => {
    const { ask, id } = here(play);
    const told = lines(play).flatMap((line) =>
      "beat" in line && line.key.split(".")[1] === id ? [line.beat.text] : [],
    );
    const asked = play.phase === "ask" && ask ? [ask.text] : [];
    const options =
      asked.length && ask?.kind === "choose"
        ? optionsOf(play.scenario, play.state).map(({ text }) => text)
        : [];
    return [...(asked.length ? told : told.slice(-1)), ...asked, ...options].join(". ");
  };
  return (
    <button type="button" class="b text hear-b" onClick={() => say(words())}>
      <Icon name="speak" />
      {t("listen")}
    </button>
  );
}

function Head({ play }: { play: Play }) {
  const done = partsDone(play.scenario, play.state);
  return (
    <header class="bar head night">
      <div>
        <h1 tabIndex={-1}>{play.scenario.title}</h1>
        <p class="band" role="img" aria-label={t("progress", { n: done, of: PARTS })}>
          {Array.from({ length: PARTS }, (_, n) => (
            <i key={n} class={n < done ? "on" : undefined} />
          ))}
        </p>
      </div>
      <Tools />
    </header>
  );
}

interface ChooseProps {
  play: Play;
  ask: Extract<Ask, { kind: "choose" }>;
  seed: string;
  onAnswer: (answer: Answer) => void;
}

function Choose({ play, ask, seed, onAnswer }: ChooseProps) {
  const options = shuffle(optionsOf(play.scenario, play.state), `${seed}/${play.state.scene}`);
  return (
    <>
      <h2 tabIndex={-1}>{ask.text}</h2>
      <ul class="opts">
        {options.map((option) => (
          <li key={option.id}>
            <button type="button" class="opt" onClick={() => onAnswer(option.id)}>
              <i aria-hidden="true" />
              {option.text}
            </button>
          </li>
        ))}
      </ul>
      <Hint hint={ask.hint} />
    </>
  );
}
