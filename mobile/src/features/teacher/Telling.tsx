import { useEffect, useState } from "preact/hooks";
import { adopt } from "../../ui/adopt";
import { Channels } from "../../ui/Channels";
import channelCss from "../../ui/channels.css?inline";
import type { Channel, HelpBook } from "../../ui/help";
import { say } from "./strings";

adopt(channelCss);

/** Whom an adult calls: first for danger now, then to tell and to report. */
const CALL = ["pnc-110", "linea-1510", "mp-1574", "pgn", "alba-keneth-1546"];
const STEPS = ["tell_believe", "tell_ask", "tell_promise", "tell_keep", "tell_call"] as const;
const WORDS = ["tell_word_1", "tell_word_2", "tell_word_3"] as const;

/** What a teacher does when a child tells of violence; the numbers come from the help book of the phone. */
export function Telling({ onBack }: { onBack: () => void }) {
  const [channels, setChannels] = useState<Channel[]>([]);
  useEffect(() => {
    const load = async () => {
      const answer = await fetch("/content/help.json");
      const book = (await answer.json()) as HelpBook;
      setChannels(CALL.flatMap((key) => book.channels.find((one) => one.key === key) ?? []));
    };
    load().catch(() => {});
  }, []);
  return (
    <div class="desk">
      <section class="sheet main">
        <h1 tabIndex={-1}>{say("tell")}</h1>
        <ol class="steps">
          {STEPS.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ol>
        <h2>{say("tell_say")}</h2>
        <ul class="words">
          {WORDS.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
        <button class="b line" type="button" onClick={onBack}>
          {say("back")}
        </button>
      </section>
      <section class="sheet">
        <h2>{say("tell_whom")}</h2>
        <Channels list={channels} />
        <a class="b line" href="#/help">
          {say("tell_more")}
        </a>
      </section>
    </div>
  );
}
