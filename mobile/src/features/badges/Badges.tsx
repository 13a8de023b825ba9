import "../../i18n/more";
import { language, t } from "../../i18n";
import { adopt } from "../../ui/adopt";
import { Nav } from "../../ui/Bar";
import type { Both } from "../../ui/help";
import { Patch } from "../../ui/Patch";
import css from "./badges.css?inline";

adopt(css);

export interface Badge {
  id: string;
  title: Both;
  reason: Both;
  how: Both;
  art: string;
  scope: string;
}

interface Props {
  badges: Badge[];
  earned: string[];
  nickname: string;
  tier: string | undefined;
  /** Every story of the tier that is not sensitive is sewn. */
  complete: boolean;
}

/** The shelf of patches: the reason on those sewn, the way on those to come. No ranking, no count of days. */
export function Badges({ badges, earned, nickname, tier, complete }: Props) {
  const mine = badges.filter(({ scope, id }) => scope === "child" || earned.includes(id));
  const got = mine.filter(({ id }) => earned.includes(id));
  return (
    <>
      <div class="faja" />
      <main class="shelf" tabIndex={-1}>
        <header>
          <h1 tabIndex={-1}>{t("your_badges")}</h1>
          <p class="tally">
            <b>{got.length}</b> {t("of", { n: mine.length })}
          </p>
          <p class="soft">{t("badges_more")}</p>
        </header>
        <div class="cotton sheet">
          {got.length > 0 && <Row title={t("woven")} list={got} earned />}
          {complete && tier && <Diploma nickname={nickname} tier={tier} badges={got} />}
          <Row title={t("to_weave")} list={mine.filter((one) => !got.includes(one))} />
        </div>
      </main>
      <Nav at="#/badges" />
    </>
  );
}

/** To print at the end of a tier: what this person can do now, never which answers were given. */
function Diploma({ nickname, tier, badges }: { nickname: string; tier: string; badges: Badge[] }) {
  return (
    <section class="diploma">
      <Patch art="star" earned />
      <h2>{t("diploma", { name: nickname || t("guest") })}</h2>
      <p>{t("diploma_for", { tier: t(tier as "ages-7-9") })}</p>
      <ul>
        {badges.map((badge) => (
          <li key={badge.id}>{badge.title[language()]}</li>
        ))}
      </ul>
      <button type="button" class="b ink" onClick={() => print()}>
        {t("print")}
      </button>
    </section>
  );
}

function Row({ title, list, earned }: { title: string; list: Badge[]; earned?: boolean }) {
  const words = language();
  return (
    <section>
      <h2>{title}</h2>
      <ul class="patches">
        {list.map((badge) => (
          <li key={badge.id}>
            <Patch art={badge.art} earned={earned ?? false} />
            <h3>{badge.title[words]}</h3>
            <p class="small soft">{badge[earned ? "reason" : "how"][words]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
