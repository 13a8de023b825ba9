import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import { Nav } from "../../ui/Bar";
import { Face } from "../../ui/Face";
import { Icon } from "../../ui/Icon";
import { Star } from "../../ui/Star";
import { seatOf } from "./figures";
import { Landscape } from "./Landscape";
import { Quetzal } from "./Quetzal";
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
  onListen?: (words: string) => void;
}

const pages = <T,>(list: T[], size: number): T[][] =>
  list.length ? [list.slice(0, size), ...pages(list.slice(size), size)] : [];

export function Sky(props: SkyProps) {
  const { tier, sewn, now, catalogue } = props;
  const sky = constellations(props.topics, catalogue, sewn);
  const invited =
    catalogue.find((e) => e.id === props.open && !e.sensitive) ?? suggest(sky, sewn, now);
  const [chosen, choose] = useState<string | undefined>(props.fresh);
  const card = catalogue.find((entry) => entry.id === chosen) ?? invited;
  const young = tier === "ages-7-9";
  const size = young ? 2 : 4;
  return (
    <>
      <div class="faja" />
      <main class="night sky" tabIndex={-1}>
        <Greeting {...props} due={catalogue.find((e) => !e.sensitive && isDue(sewn[e.id], now))} />
        <div class="cloth">
          {pages(sky, size).map((page, n) => (
            <ul
              key={page[0]?.topic.id}
              class={`page of${page.length}`}
              aria-label={t("sky_page", { n: n + 1 })}
            >
              {page.map((one) => (
                <Weave key={one.topic.id} {...props} one={one} chosen={card?.id} choose={choose} />
              ))}
            </ul>
          ))}
        </div>
        {sky.length > size && (
          <p class="dots small soft">
            <span aria-hidden="true">
              {pages(sky, size)
                .map(() => "◆")
                .join(" ")}
            </span>{" "}
            {t("sky_more")}
          </p>
        )}
        <Landscape />
        {tier === "ages-10-12" && <Quetzal />}
        {card && <Next {...props} card={card} asked={card === invited} />}
      </main>
      <Nav at="#/" />
    </>
  );
}

function Greeting(props: SkyProps & { due: Entry | undefined }) {
  const old = props.tier === "ages-16-18";
  const total = starsOf(props.sewn);
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
        <p class="soft">
          {props.due ? t("due", { title: props.due.title }) : t(total ? "sky_goes" : "sky_first")}
        </p>
      </div>
      <p class="total" role="img" aria-label={t("stars_total", { n: total })}>
        <Star stars={2} size={30} /> {total}
      </p>
    </header>
  );
}

interface WeaveProps extends SkyProps {
  one: Constellation;
  chosen: string | undefined;
  choose: (id: string) => void;
}

function Weave({ one, sewn, now, chosen, choose, fresh }: WeaveProps) {
  const { figure, topic, entries, complete } = one;
  return (
    <li class={`weave k${one.colour}${complete ? " whole" : ""}`}>
      <div class="figure">
        <svg viewBox="0 0 100 100" aria-hidden="true">
          {complete && <path class="cloth-in" d={figure.fill} />}
          <path class="thread" d={figure.line} />
        </svg>
        {entries.map((entry, n) => {
          const [x, y] = seatOf(figure, n);
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

function Next({
  card,
  asked,
  topics,
  tier,
  sewn,
  open,
  onListen,
}: SkyProps & { card: Entry; asked: boolean }) {
  const young = tier === "ages-7-9";
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!asked) box.current?.scrollIntoView?.({ block: "nearest" });
  }, [card.id]);
  const topic = topics.find((one) => one.id === card.topic)?.title;
  const verb = card.id === open ? "go_on" : sewn[card.id] ? "play_again" : "start";
  return (
    <section
      ref={box}
      class={tier === "ages-16-18" ? "next night" : "next cotton"}
      aria-live="polite"
    >
      {young && <Quetzal />}
      <div class="grow">
        <p class="eyebrow">{t(asked ? "next_star" : sewn[card.id] ? "sewn_star" : "this_star")}</p>
        <h2>{card.title}</h2>
        <p class="small soft">
          {topic} · {t("minutes", { n: card.minutes })}
        </p>
      </div>
      {young && onListen && (
        <button
          type="button"
          class="hear"
          aria-label={t("listen")}
          onClick={() => onListen(card.title)}
        >
          <Icon name="speak" />
        </button>
      )}
      <a class="b" href={`#/play/${card.id}`}>
        {t(verb)}
      </a>
    </section>
  );
}
