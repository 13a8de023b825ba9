import { useState } from "preact/hooks";
import { say } from "./strings";

interface Props {
  label: string;
  /** What will happen, in a sentence, and whether it can be undone. */
  question: string;
  yes: string;
  onYes: () => void;
}

/** A button that asks once more before it does what it says. */
export function Sure({ label, question, yes, onYes }: Props) {
  const [asked, ask] = useState(false);
  if (!asked)
    return (
      <button class="b line" type="button" onClick={() => ask(true)}>
        {label}
      </button>
    );
  const answer = () => {
    ask(false);
    onYes();
  };
  return (
    <div class="sure" role="alertdialog" aria-label={label}>
      <p>{question}</p>
      <div class="row">
        <button class="b ink" type="button" onClick={() => ask(false)}>
          {say("no_leave")}
        </button>
        <button class="b line danger" type="button" onClick={answer}>
          {yes}
        </button>
      </div>
    </div>
  );
}
