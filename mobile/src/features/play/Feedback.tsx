import { t } from "../../i18n";
import { Icon } from "../../ui/Icon";
import { PETALS, STAR } from "../../ui/Star";
import type { Feedback } from "./feedback";

interface Props {
  feedback: Feedback;
  onGo: () => void;
  onMoment: () => void;
}

/** Fact, then "no fue tu culpa", then how to mend it; trying again is offered second. */
export function FeedbackCard({ feedback, onGo, onMoment }: Props) {
  const { result, said, findings, verdict } = feedback;
  const { consequence, no_fault } = result;
  return (
    <main class="after" tabIndex={-1}>
      <Thread loose={verdict !== "safe"} />
      <article class="card cotton">
        <p class="eyebrow">{t(consequence ? "after" : "feedback")}</p>
        <h2 tabIndex={-1}>{consequence?.title ?? (said ? quoted(said) : t("why"))}</h2>
        {consequence && <p>{consequence.text}</p>}
        {no_fault && <p class="calm">{no_fault}</p>}
        {findings.length > 0 && (
          <ul class="found">
            {findings.map((one) => (
              <li key={one.id} class={one.found ? "on" : undefined}>
                <Icon name={one.found ? "check" : "search"} />
                <div>
                  <p>{one.text}</p>
                  {one.why && <p class="small soft">{one.why}</p>}
                </div>
              </li>
            ))}
          </ul>
        )}
        <p>{result.why}</p>
        {result.next && (
          <div class="now">
            <h3>{t("what_now")}</h3>
            <p>{result.next}</p>
          </div>
        )}
      </article>
      <button type="button" class="b" onClick={onGo}>
        {t("go")}
      </button>
      {verdict !== "safe" && (
        <button type="button" class="b text" onClick={onMoment}>
          {t("moment")}
        </button>
      )}
    </main>
  );
}

/** An option that is speech has its quotation marks already. */
const quoted = (said: string) => (said.includes("«") ? said : `«${said}»`);

/** The thread of the story: it holds, or it hangs loose until it is mended. Never red for an answer. */
function Thread({ loose }: { loose: boolean }) {
  return (
    <svg class={loose ? "knot loose" : "knot"} viewBox="0 0 360 84" aria-hidden="true">
      <path class="yarn" d="M0 30c60-14 90 22 180 12" />
      <path
        class="yarn"
        d={
          loose
            ? "M190 46c20-4 14 24 34 24s14-26 32-26 16 22 34 22 30-16 70-12"
            : "M180 42c60-10 120 16 180-8"
        }
      />
      <g transform="translate(180 42) scale(3.6)">
        <path class="under" d={STAR} />
        <path class={loose ? "out" : "full"} d={STAR} />
        <path class={loose ? "full" : "shade"} d={PETALS} />
      </g>
      <path
        class="dust"
        d="M30 58l3 4-3 4-3-4zM92 66l3 4-3 4-3-4zM262 12l3 4-3 4-3-4zM316 8l4 5-4 5-4-5z"
      />
    </svg>
  );
}
