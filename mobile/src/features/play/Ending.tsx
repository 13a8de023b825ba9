import "../../i18n/more";
import { useEffect } from "preact/hooks";
import type { Scenario } from "../../engine/first";
import { t } from "../../i18n";
import { Icon } from "../../ui/Icon";
import { Patch } from "../../ui/Patch";
import { STAR, Stars } from "../../ui/Star";
import { pluck } from "../../ui/sound";

export interface EndingProps {
  scenario: Scenario;
  ending: { title: string; text: string; tone?: "safe" | "repaired" | "open" };
  stars: number;
  /** What this playing showed the child can do, in the child's own words. */
  can: string[];
  /** Badges met by this playing. */
  badges: { id: string; title: string; reason: string; art: string }[];
  onAgain: () => void;
}

export function Ending({ scenario, ending, stars, can, badges, onAgain }: EndingProps) {
  useEffect(() => pluck(392, 494, 587, 784), []);
  return (
    <main class="end" tabIndex={-1}>
      <section class="sewn night">
        <BigStar />
        <h1 tabIndex={-1}>{t("sewn", { title: scenario.title })}</h1>
        <Stars got={stars} label={t("stars_of", { n: stars })} />
        <p class="soft">{t(stars < 3 || ending.tone === "open" ? "more_stars" : "all_stars")}</p>
      </section>
      <div class="faja" />
      <section class="page-c cotton">
        <div>
          <h2>{ending.title}</h2>
          <p>{ending.text}</p>
        </div>
        <div>
          <p class="eyebrow">{t("take_away")}</p>
          <p class="take">{scenario.takeaway}</p>
        </div>
        {can.length > 0 && (
          <div>
            <p class="eyebrow">{t("practised")}</p>
            <ul class="did">
              {can.map((words) => (
                <li key={words}>
                  <Icon name="check" />
                  {words}
                </li>
              ))}
            </ul>
          </div>
        )}
        {badges.map((badge) => (
          <a key={badge.id} class="new-badge" href="#/badges">
            <Patch art={badge.art} earned />
            <span>
              <b>{badge.title}</b>
              <br />
              {badge.reason}
            </span>
          </a>
        ))}
        <Family scenario={scenario} />
        <div class="grow" />
        <a class="b ink" href="#/">
          {t("to_sky")}
        </a>
        <button type="button" class="b text" onClick={onAgain}>
          {t("once_more")}
        </button>
        <p class="small soft last">{t("enough")}</p>
      </section>
    </main>
  );
}

function BigStar() {
  return (
    <svg class="big" width="150" height="132" viewBox="-15 -13 30 26" aria-hidden="true">
      <path class="way" d="M0-12.5L12.5 0 0 12.5-12.5 0ZM-60 2L-12.5 0M12.5 0L60-2" />
      <path class="draw" d={STAR} />
      <g class="petals">
        <path fill="#f5ad2e" d={STAR} />
        <path fill="#ffd27a" d="M0 0V-4L-4-8V-4ZM0 0H4L8-4H4ZM0 0V4L4 8V4ZM0 0H-4L-8 4H-4Z" />
      </g>
      <path class="seam" d="M0-4V4M-4 0H4M0 0l4-4M0 0l4 4M0 0l-4 4M0 0l-4-4" />
    </svg>
  );
}

/** To take home: never says who played or what was chosen. */
function Family({ scenario }: { scenario: Scenario }) {
  const questions = scenario.family ?? [];
  const text = [scenario.title, ...questions.map((one) => `• ${one}`)].join("\n");
  const share = () => navigator.share({ text }).catch(() => undefined);
  return (
    <section class="family">
      <h2>
        <Icon name="home" />
        {t("at_home")}
      </h2>
      <ul>
        {questions.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <div class="pair">
        {"share" in navigator && (
          <button type="button" class="b line" onClick={share}>
            {t("share")}
          </button>
        )}
        <button type="button" class="b line" onClick={() => print()}>
          {t("print")}
        </button>
      </div>
    </section>
  );
}
