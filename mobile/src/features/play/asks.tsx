import { useState } from "preact/hooks";
import type { Ask } from "../../engine/first";
import { t } from "../../i18n";
import { Icon } from "../../ui/Icon";
import { Star } from "../../ui/Star";
import { Hint } from "./Hint";
import type { AskProps } from "./Player";
import { shuffle } from "./shuffle";

type Of<K extends Ask["kind"]> = Omit<AskProps, "ask"> & { ask: Extract<Ask, { kind: K }> };
type Marks = { marked: string[]; clear: () => void };

/** The asks beyond `choose`: all by taps, so that they work by keyboard and by screen reader. */
export function OtherAsk({ ask, ...props }: AskProps & Marks) {
  return (
    <>
      <h2 tabIndex={-1}>{ask.text}</h2>
      {ask.kind === "spot" && <Spot ask={ask} {...props} />}
      {ask.kind === "sort" && <Sort ask={ask} {...props} />}
      {ask.kind === "order" && <Order ask={ask} {...props} />}
      {ask.kind === "say" && <Say ask={ask} {...props} />}
      <Hint hint={ask.hint} />
    </>
  );
}

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function Spot({ marked, clear, onAnswer }: Of<"spot"> & Marks) {
  return (
    <>
      <p class="soft count" role="status">
        {t(marked.length ? "spot_count" : "spot_how", { n: marked.length })}
        <span aria-hidden="true">
          {marked.map((id) => (
            <Star key={id} stars={2} size={26} />
          ))}
        </span>
      </p>
      <div class="pair">
        <button type="button" class="b line" disabled={!marked.length} onClick={clear}>
          {t("clear")}
        </button>
        <button type="button" class="b" onClick={() => onAnswer([...marked].sort(byCode))}>
          {t(marked.length ? "done" : "spot_none")}
        </button>
      </div>
    </>
  );
}

function Sort({ ask, seed, onAnswer }: Of<"sort">) {
  const [put, set] = useState<Record<string, string>>({});
  const left = ask.cards.length - Object.keys(put).length;
  const answer = () => onAnswer(Object.entries(put).sort(([a], [b]) => byCode(a, b)));
  return (
    <>
      {shuffle(ask.cards, seed).map((card) => (
        <fieldset key={card.id} class="sort">
          <legend>{card.text}</legend>
          {ask.bins.map((bin) => (
            <label key={bin.id}>
              <input
                type="radio"
                name={card.id}
                checked={put[card.id] === bin.id}
                onChange={() => set({ ...put, [card.id]: bin.id })}
              />
              <span>{bin.text}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <button type="button" class="b" disabled={left > 0} onClick={answer}>
        {left ? t("left", { n: left }) : t("done")}
      </button>
    </>
  );
}

/** A list the child builds by tapping; tapping again takes the piece back. */
function usePicks() {
  const [picked, set] = useState<string[]>([]);
  const tap = (id: string) =>
    set(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  return [picked, tap] as const;
}

function Order({ ask, seed, onAnswer }: Of<"order">) {
  const [picked, tap] = usePicks();
  const left = ask.steps.length - picked.length;
  return (
    <>
      <p class="soft small">{t("order_how")}</p>
      <ul class="opts">
        {shuffle(ask.steps, seed).map(({ id, text }) => (
          <li key={id}>
            <button
              type="button"
              class="opt"
              aria-pressed={picked.includes(id)}
              onClick={() => tap(id)}
            >
              <span class={picked.includes(id) ? "oct place-n on" : "oct place-n"}>
                {picked.includes(id) ? picked.indexOf(id) + 1 : ""}
              </span>
              {text}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="b" disabled={left > 0} onClick={() => onAnswer(picked)}>
        {left ? t("left", { n: left }) : t("done")}
      </button>
    </>
  );
}

const MOST = 8;

function Say({ ask, seed, onAnswer }: Of<"say">) {
  const [picked, tap] = usePicks();
  const text = (id: string) => ask.pieces.find((piece) => piece.id === id)?.text;
  const rest = shuffle(ask.pieces, seed).filter(({ id }) => !picked.includes(id));
  return (
    <>
      <fieldset class="draft" aria-label={t("your_answer")}>
        {picked.length === 0 && <p class="soft">{t("say_how")}</p>}
        {picked.map((id) => (
          <button
            key={id}
            type="button"
            aria-label={t("take_out", { words: text(id) ?? "" })}
            onClick={() => tap(id)}
          >
            {text(id)}
          </button>
        ))}
      </fieldset>
      <div class="pieces">
        {rest.map(({ id, text: words }) => (
          <button
            key={id}
            type="button"
            class="piece"
            disabled={picked.length >= MOST}
            onClick={() => tap(id)}
          >
            <Icon name="plus" size={16} />
            {words}
          </button>
        ))}
      </div>
      <button type="button" class="b" disabled={!picked.length} onClick={() => onAnswer(picked)}>
        {t("send")}
      </button>
    </>
  );
}
