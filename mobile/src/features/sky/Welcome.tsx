import { t } from "../../i18n";
import { Icon } from "../../ui/Icon";
import { STAR } from "../../ui/Star";
import { Firmament, Landscape, Quetzal } from "./Night";

export const tiers = [
  ["ages-7-9", "7 – 9"],
  ["ages-10-12", "10 – 12"],
  ["ages-13-15", "13 – 15"],
  ["ages-16-18", "16 – 18"],
] as const;

/** First visit: one question, and the child plays. */
export function Welcome({ onTier }: { onTier: (tier: string) => void }) {
  return (
    <>
      <div class="faja" />
      <main class="night welcome" tabIndex={-1}>
        <Firmament chart={false} />
        <p class="brand">
          <svg width="28" height="28" viewBox="-9 -9 18 18" aria-hidden="true">
            <path d={STAR} fill="#f5ad2e" />
          </svg>
          Chumil
          <a class="tool" href="#/help">
            <Icon name="help" />
            {t("help")}
          </a>
        </p>
        <h1 tabIndex={-1}>{t("welcome")}</h1>
        <p class="soft">{t("welcome_more")}</p>
        <h2>{t("how_old")}</h2>
        <ul class="ages">
          {tiers.map(([tier, years]) => (
            <li key={tier}>
              <button type="button" class="age cotton" onClick={() => onTier(tier)}>
                <svg width="30" height="30" viewBox="-9 -9 18 18" aria-hidden="true">
                  <path d={STAR} />
                </svg>
                <b>{years}</b>
                <span class="small soft">{t("years")}</span>
              </button>
            </li>
          ))}
        </ul>
        <div class="doors">
          <a class="b line" href="#/join">
            {t("to_class")}
          </a>
          <a class="b text" href="#/teacher">
            {t("to_teacher")}
          </a>
        </div>
        <div class="shore">
          <Landscape />
          <Quetzal />
        </div>
      </main>
    </>
  );
}
