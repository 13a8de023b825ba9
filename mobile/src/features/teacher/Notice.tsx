import { useEffect, useState } from "preact/hooks";
import { type Notice, notice } from "./actions";
import { say } from "./strings";

interface Props {
  onGiven: (version: string) => void;
  onTrouble: (cause: unknown) => void;
}

/** Before a class opens for the first time: what families are told, and that they were told it. */
export function NoticeFirst({ onGiven, onTrouble }: Props) {
  const [text, setText] = useState<Notice>();
  useEffect(() => {
    notice().then(setText, onTrouble);
  }, [onTrouble]);
  if (!text) return null;
  return (
    <section class="notice" aria-labelledby="notice-title">
      <h2 id="notice-title">{text.title}</h2>
      <p class="soft">{say("notice_why")}</p>
      {text.paragraphs.map((each) => (
        <p key={each}>{each}</p>
      ))}
      <button class="b" type="button" onClick={() => onGiven(text.version)}>
        {say("notice_given")}
      </button>
    </section>
  );
}
