import type { Beat, Scenario } from "../../engine/first";
import { t } from "../../i18n";
import { Icon } from "../../ui/Icon";
import { Portrait } from "../../ui/Portrait";
import { Star } from "../../ui/Star";
import type { Line, Said } from "./machine";
import { Picture } from "./Picture";

/** Beats that can be marked while the child looks for warning signs. */
export interface Marking {
  ids: string[];
  marked: string[];
  toggle: (id: string) => void;
}

interface Props {
  scenario: Scenario;
  lines: (Line | Said)[];
  marking?: Marking;
}

export function Beats({ scenario, lines, marking }: Props) {
  return (
    <ol class="beats">
      {lines.map((line, n) => (
        <li key={line.key}>
          {"said" in line ? (
            <p class="mine">
              <span class="sr">{t("you")}: </span>
              {line.said}
              <span class="receipt">
                <Icon name="check" size={14} />
                {t(n < lines.length - 1 ? "seen" : "sent")}
              </span>
            </p>
          ) : (
            <Marked beat={line.beat} marking={marking}>
              <Shown scenario={scenario} beat={line.beat} />
            </Marked>
          )}
        </li>
      ))}
    </ol>
  );
}

interface MarkedProps {
  beat: Beat;
  marking: Marking | undefined;
  children: preact.ComponentChildren;
}

function Marked({ beat, marking, children }: MarkedProps) {
  const id = beat.id;
  if (!id || !marking?.ids.includes(id)) return <>{children}</>;
  const on = marking.marked.includes(id);
  return (
    <button
      type="button"
      class={on ? "mark on" : "mark"}
      aria-pressed={on}
      onClick={() => marking.toggle(id)}
    >
      {children}
      {on && <Star stars={2} size={26} />}
    </button>
  );
}

/** A colour for each person met in the story; an unknown sender's name stays in neutral ink. */
const inks = ["#1a5c9c", "#8a4f00", "#0b6b53", "#7a2c6b", "#343980"];

export function personOf(scenario: Scenario, id: string | undefined) {
  const people = scenario.characters ?? [];
  const n = people.findIndex((one) => one.id === id);
  const found = people[n];
  if (!found) return undefined;
  const known = found.known !== false;
  return {
    name: found.name,
    portrait: known ? (found.portrait ?? "girl-1") : "unknown",
    ink: known ? inks[n % inks.length] : "#191a36",
  };
}

function Shown({ scenario, beat }: { scenario: Scenario; beat: Beat }) {
  const person = personOf(scenario, beat.from);
  if (beat.kind === "picture") return <Picture art={beat.art} text={beat.text} />;
  if (beat.kind === "narration" || !person) return <p class="narration">{beat.text}</p>;
  const face = (
    <Portrait name={person.portrait} mood={beat.mood} size={beat.kind === "call" ? 72 : 40} />
  );
  return (
    <div class={beat.kind}>
      {face}
      <div class="bubble">
        <p class="who" style={{ color: person.ink }}>
          {person.name}
          {person.portrait === "unknown" && <span class="sr">, {t("unknown_sender")}</span>}
        </p>
        <p>{beat.text}</p>
        {beat.kind === "post" && (
          <p class="acts" aria-hidden="true">
            <Icon name="heart" />
            <Icon name="chat" />
            <Icon name="share" />
          </p>
        )}
      </div>
    </div>
  );
}

export function Typing({ scenario, beat }: { scenario: Scenario; beat: Beat }) {
  const person = personOf(scenario, beat.from);
  if (!person) return null;
  return (
    <div class="message typing" aria-hidden="true">
      <Portrait name={person.portrait} />
      <p class="bubble">
        <i />
        <i />
        <i />
      </p>
    </div>
  );
}
