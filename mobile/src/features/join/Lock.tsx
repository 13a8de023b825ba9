import { useEffect, useState } from "preact/hooks";
import type { Profile, Store } from "../../storage";
import { adopt } from "../../ui/adopt";
import { Tools } from "../../ui/Bar";
import { Icon } from "../../ui/Icon";
import { Portrait } from "../../ui/Portrait";
import { Choose } from "./Choose";
import { generationOf } from "./generation";
import { canLock, lockOf, setLock, sizeOf, tryLock, waitOf } from "./lock";
import css from "./lock.css?inline";
import { say } from "./lock-strings";
import { Pad } from "./Pad";
import { speakTo } from "./sayer";

adopt(css);

type Person = Pick<Profile, "id" | "kind" | "nickname" | "avatar" | "tier">;

interface Props {
  store: Store;
  person: Person;
  onOpen: () => void;
}

/** Lets the child in who knows the pictures of this profile; works without a network. */
export function Lock({ store, person, onOpen }: Props) {
  const [stage, setStage] = useState<"asking" | "choose" | "enter">("asking");
  const [generation, setGeneration] = useState(0);
  speakTo(person.tier);
  const look = async () => {
    const mine = await lockOf(store, person.id);
    setStage(mine === undefined ? "choose" : "enter");
    const present = await generationOf(store, person.id);
    if (present === undefined) return;
    setGeneration(present);
    if (mine !== undefined && present > mine) setStage("choose");
  };
  useEffect(() => {
    if (person.kind === "guest" || !canLock()) onOpen();
    else void look();
  }, [person.id]);
  const chosen = async (pictures: string[]) => {
    await setLock(store, person.id, pictures, generation);
    onOpen();
  };
  return (
    <>
      <header class="bar night">
        <a class="tool" href="#/profiles">
          <Icon name="back" />
          {say("back")}
        </a>
        <div />
        <Tools />
      </header>
      <div class="who night">
        <Portrait name={person.avatar} mood="happy" size={64} />
        <b>{person.nickname}</b>
      </div>
      <div class="faja thin" />
      <main class="join cotton" tabIndex={-1}>
        {stage === "choose" && <Choose tier={person.tier} onChosen={chosen} />}
        {stage === "enter" && (
          <Enter store={store} person={person} onOpen={onOpen} onForgot={look} />
        )}
      </main>
    </>
  );
}

interface EnterProps extends Props {
  onForgot: () => Promise<void>;
}

function Enter({ store, person, onOpen, onForgot }: EnterProps) {
  const [entered, setEntered] = useState<string[]>([]);
  const [wrong, setWrong] = useState(false);
  const [wait, setWait] = useState(0);
  const [forgot, setForgot] = useState(false);
  const size = sizeOf(person.tier);
  useEffect(() => {
    void waitOf(store, person.id).then(setWait);
  }, [person.id]);
  useEffect(() => {
    if (!wait) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const enter = async (now: string[]) => {
    setEntered(now);
    setWrong(false);
    if (now.length < size.chosen) return;
    if (await tryLock(store, person.id, now)) return onOpen();
    setEntered([]);
    setWrong(true);
    setWait(await waitOf(store, person.id));
  };
  return (
    <section>
      <Pad
        {...size}
        title={say("pictures_enter", { n: size.chosen })}
        entered={entered}
        disabled={wait > 0}
        onEntered={enter}
      />
      <p class="wrong" role="alert">
        {wait > 0 ? say("pictures_wait", { n: wait }) : wrong && say("pictures_wrong")}
      </p>
      {forgot && <p>{say("forgot_help")}</p>}
      <button
        class="b text"
        type="button"
        onClick={() => {
          setForgot(true);
          void onForgot();
        }}
      >
        {say(forgot ? "forgot_again" : "forgot")}
      </button>
    </section>
  );
}
