import { useEffect, useState } from "preact/hooks";
import type { Store } from "../../storage";
import { Portrait } from "../../ui/Portrait";
import { type Asked, type Avatar, answerTo, ask, type Bound } from "./actions";
import { say } from "./strings";

const EVERY = 3_000;
const avatars: Avatar[] = [
  "quetzal",
  "jaguar",
  "tortuga",
  "colibri",
  "conejo",
  "tucan",
  "venado",
  "armadillo",
  "mono",
  "pez",
  "abeja",
  "mariposa",
  "buho",
  "ardilla",
  "tepezcuintle",
  "garza",
];

interface Props {
  store: Store;
  code: string;
  onBound: (bound: Bound) => void;
  onTrouble: (cause: unknown) => void;
}

/** A child whose tile lives on another phone asks the teacher to let this one in. */
export function Ask({ store, code, onBound, onTrouble }: Props) {
  const [asked, setAsked] = useState<Asked>();
  const [ended, setEnded] = useState<"refused" | "expired">();
  useEffect(() => {
    if (!asked) return;
    const timer = setInterval(() => {
      answerTo(store, asked.request).then((answer) => {
        if (answer === "waiting") return;
        clearInterval(timer);
        if (typeof answer !== "string") return onBound(answer);
        setAsked(undefined);
        setEnded(answer);
      }, onTrouble);
    }, EVERY);
    return () => clearInterval(timer);
  }, [asked]);
  if (asked) return <Digits code={asked.code} />;
  const start = (avatar: Avatar) =>
    ask(store, code, avatar).then((now) => {
      setEnded(undefined);
      setAsked(now);
    }, onTrouble);
  return (
    <section>
      <h1 tabIndex={-1}>{say("elsewhere_which")}</h1>
      <p role="status">{say(ended ?? "elsewhere_help")}</p>
      <ul class="tiles">
        {avatars.map((avatar) => (
          <li key={avatar}>
            <button type="button" onClick={() => start(avatar)}>
              <Portrait name={avatar} mood="happy" size={56} />
              <b>{say(avatar)}</b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Digits({ code }: { code: string }) {
  return (
    <section class="digits">
      <h1 tabIndex={-1}>{say("show_digits")}</h1>
      <p role="status">{code}</p>
      <p class="soft">{say("show_digits_help")}</p>
    </section>
  );
}
