import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import { Nav } from "../../ui/Bar";
import { Face } from "../../ui/Face";
import { Icon } from "../../ui/Icon";
import { Star } from "../../ui/Star";
import { Firmament, Landscape, Quetzal } from "./Night";
import { seatOf } from "./seats";
import {
  type Constellation,
  constellations,
  type Entry,
  isDue,
  type Sewn,
  starsOf,
  suggest,
  type Topic,
} from "./sky";

/** One line the home has to tell: a new version, a full phone, a session that ended. */
export interface Notice {
  words: string;
  label?: string;
  href?: string;
  act?: () => void;
}

export interface SkyProps {
  tier: string;
  nickname: string;
  avatar: string;
  topics: Topic[];
  catalogue: Entry[];
  sewn: Record<string, Sewn>;
  now: number;
  /** The story finished a moment ago: its star is sewn before the child's eyes. */
  fresh?: string;
  /** A story begun and not finished. */
  open?: string;
  /** How safe the child's work is: "Todo guardado · 4:12". */
  kept?: string;
  notice?: Notice;
  onListen?: (words: string) => void;
}

type Figures = typeof import("./figures");

const pages = <T,>(list: T[], size: number): T[][] =>
  list.length ? [list.slice(0, size), ...pages(list.slice(size), size)] : [];

export function Sky(props: SkyProps) {
  const { tier, sewn, now, catalogue } = props;
  const sky = constellations(props.topics, catalogue, sewn);
  const invited =
    catalogue.find((e) => e.id === props.open && !e.sensitive) ?? suggest(sky, sewn, now);
  const [chosen, choose] = useState<string | undefined>(props.fresh);
  const [drawn, draw] = useState<Figures>();
  useEffect(() => {
    import("./figures").then(draw);
  }, []);
  const card = catalogue.find((entry) => entry.id === chosen) ?? invited;
  const parts = pages(sky, tier === "ages-7-9" ? 2 : 4);
  const shown = parts.findIndex((part) => part.some((one) => one.topic.id === card?.topic));
  return (
    <>
      <div class="faja" />
      <main class="night sky" tabIndex={-1}>
        <Firmament chart={tier === "ages-16-18"} />
        <Greeting {...props} due={catalogue.find((e) => !e.sensitive && isDue(sewn[e.id], now))} />
        {props.notice && <Told {...props.notice} />}
        <Cloth parts={parts} shown={shown}>
          {(one) => (
            <Weave
              key={one.topic.id}
              {...props}
              one={one}
              drawn={drawn}
              chosen={card?.id}
              choose={choose}
            />
          )}
        </Cloth>
        <div class="shore">
          <Landscape />
          {card && <Next {...props} card={card} asked={card === invited} />}
        </div>
      </main>
      <Nav at="#/" />
    </>
  );
}

interface ClothProps {
  parts: Constellation[][];
  /** The part that holds the star on the card. */
  shown: number;
  children: (one: Constellation) => preact.ComponentChildren;
}

/** The sky in parts of the width of a phone, to be swiped or chosen; side by side where there is room. */
function Cloth({ parts, shown, children }: ClothProps) {
  const box = useRef<HTMLDivElement>(null);
  const [at, stand] = useState(0);
  const go = (n: number, behavior: ScrollBehavior) => {
    const page = box.current?.children[n] as HTMLElement | undefined;
    if (page) box.current?.scrollTo?.({ left: page.offsetLeft, behavior });
  };
  useLayoutEffect(() => go(shown, "auto"), []);
  return (
    <>
      <div
        class={`cloth all${parts.flat().length}`}
        ref={box}
        onScroll={({ currentTarget: c }) => stand(Math.round(c.scrollLeft / c.clientWidth))}
      >
        {parts.map((part, n) => (
          <ul
            key={part[0]?.topic.id}
            class={`page of${part.length}`}
            aria-label={t("sky_page", { n: n + 1 })}
          >
            {part.map(children)}
          </ul>
        ))}
      </div>
      {parts.length > 1 && (
        <div class="dots">
          {parts.map((part, n) => (
            <button
              key={part[0]?.topic.id}
              type="button"
              aria-label={t("sky_page", { n: n + 1 })}
              aria-pressed={n === at}
              onClick={() => go(n, "smooth")}
            />
          ))}
        </div>
      )}
    </>
  );
}

function Greeting(props: SkyProps & { due: Entry | undefined }) {
  const old = props.tier === "ages-16-18";
  const total = starsOf(props.sewn);
  const words = props.due
    ? t("due", { title: props.due.title })
    : (props.kept ?? t(total ? "sky_goes" : "sky_first"));
  return (
    <header class="hello">
      <a href="#/profiles" aria-label={t("who_plays")}>
        {old ? (
          <span class="oct mono">{props.nickname.slice(0, 2)}</span>
        ) : (
          <Face name={props.avatar} />
        )}
      </a>
      <div class="grow">
        <h1 tabIndex={-1}>{old ? t("your_sky") : t("hello", { name: props.nickname })}</h1>
        <p class="soft">{words}</p>
      </div>
      <p class="total" role="img" aria-label={t("stars_total", { n: total })}>
        <Star stars={2} size={30} /> {total}
      </p>
    </header>
  );
}

function Told({ words, label, href, act }: Notice) {
  return (
    <p class="told" role="status">
      <span class="grow">{words}</span>
      {label && (
        <a class="b" href={href ?? "#/"} onClick={act}>
          {label}
        </a>
      )}
    </p>
  );
}

interface WeaveProps extends SkyProps {
  one: Constellation;
  drawn: Figures | undefined;
  chosen: string | undefined;
  choose: (id: string) => void;
}

function Weave({ one, drawn, sewn, now, chosen, choose, fresh }: WeaveProps) {
  const { topic, entries, complete } = one;
  const figure = drawn?.figureOf(topic.figure.id);
  return (
    <li class={`weave k${one.colour}${complete ? " whole" : ""}`}>
      <div class="figure">
        {figure && (
          <svg viewBox="0 0 100 100" aria-hidden="true">
            {complete && <path class="cloth-in" d={figure.fill} />}
            <path class="thread" d={figure.line} />
          </svg>
        )}
        {entries.map((entry, n) => {
          const [x, y] = seatOf(topic.figure.id, n);
          const stars = sewn[entry.id]?.stars ?? 0;
          const due = isDue(sewn[entry.id], now);
          return (
            <button
              key={entry.id}
              type="button"
              class={`seat${stars ? " done" : ""}${entry.id === fresh ? " sew" : ""}`}
              style={{ left: `${x}%`, top: `${y}%` }}
              aria-pressed={entry.id === chosen}
              aria-label={t(due ? "star_due" : "star_named", { title: entry.title, n: stars })}
              onClick={() => choose(entry.id)}
            >
              <Star stars={stars} due={due} next={entry.id === chosen && !stars} />
            </button>
          );
        })}
      </div>
      <h2>{topic.figure.name}</h2>
      <p class="small">
        {topic.title}
        <span class="sr">{t("done_of", { n: one.done, of: entries.length })}</span>
      </p>
    </li>
  );
}

type NextProps = SkyProps & { card: Entry; asked: boolean };

function Next({ card, asked, topics, tier, sewn, open, now, onListen }: NextProps) {
  const mine = sewn[card.id];
  const label = t(asked ? "next_star" : mine ? "sewn_star" : "this_star");
  const verb = t(card.id === open ? "go_on" : mine ? "play_again" : "start");
  const topic = topics.find((one) => one.id === card.topic)?.title;
  if (tier === "ages-7-9") {
    const words = t(isDue(mine, now) ? "says_due" : mine ? "says_again" : "says_new");
    return <Guide card={card} words={words} verb={verb} onListen={onListen} />;
  }
  return (
    <section class={tier === "ages-16-18" ? "next night" : "next cotton"} aria-live="polite">
      {tier === "ages-10-12" && <Quetzal />}
      <div class="grow">
        <p class="eyebrow">{label}</p>
        <h2>{card.title}</h2>
        <p class="small soft">
          {topic} · {t("minutes", { n: card.minutes })}
        </p>
      </div>
      <a class="b" href={`#/play/${card.id}`}>
        {verb}
      </a>
    </section>
  );
}

interface GuideProps {
  card: Entry;
  words: string;
  verb: string;
  onListen: SkyProps["onListen"];
}

/** For the youngest the quetzal says one short sentence, aloud if asked; below it one large button. */
function Guide({ card, words, verb, onListen }: GuideProps) {
  return (
    <section class="guide" aria-live="polite">
      <Quetzal />
      <div class="speech cotton">
        <p>{words}</p>
        {onListen && (
          <button
            type="button"
            class="hear"
            aria-label={t("listen")}
            onClick={() => onListen(`${words} ${card.title}`)}
          >
            <Icon name="speak" />
          </button>
        )}
      </div>
      <a class="b go" href={`#/play/${card.id}`}>
        <span class="oct">
          <Star stars={2} size={34} />
        </span>
        <span class="grow">
          {card.title} <span class="small">{verb}</span>
        </span>
        <Icon name="next" />
      </a>
    </section>
  );
}
