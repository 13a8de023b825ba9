import "../../i18n/more";
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { type AttemptRow, isWaiting } from "../../storage";
import { adopt } from "../../ui/adopt";
import { Nav, Tools } from "../../ui/Bar";
import { Icon } from "../../ui/Icon";
import css from "./profiles.css?inline";

adopt(css);

interface Props {
  /** What was played by this person on this phone. */
  rows: AttemptRow[];
  titleOf: (scenario: string) => string;
  /** Sends a refused one again; gives all rows as they are then. */
  onAgain: (id: string) => Promise<AttemptRow[]>;
}

/** For an adult: what is kept, what was sent, and what the server would not take. Never an answer. */
export function Saved({ rows, titleOf, onAgain }: Props) {
  const [now, set] = useState(rows);
  const played = now.filter((row) => row.path.length > row.copied).reverse();
  return (
    <>
      <header class="bar night">
        <a class="tool" href="#/profiles">
          <Icon name="back" />
          {t("back")}
        </a>
        <div />
        <Tools />
      </header>
      <main class="people" tabIndex={-1}>
        <h1 tabIndex={-1}>{t("saved_title")}</h1>
        <div class="faja thin" />
        <section class="cotton rooms">
          <p class="small soft">{t("adult_page")}</p>
          {!played.length && <p class="empty">{t("saved_none")}</p>}
          <ul class="says">
            {played.map((row) => (
              <li key={row.id}>
                <Icon name={row.refused ? "warn" : "check"} />
                <div class="grow">
                  <b>{titleOf(row.scenario)}</b>
                  <p class="small soft">
                    {new Date(row.updatedAt).toLocaleString(document.documentElement.lang, {
                      dateStyle: "medium",
                      timeStyle: "short",
                    })}{" "}
                    · {stateOf(row)}
                  </p>
                </div>
                {row.refused && (
                  <button type="button" class="b line" onClick={() => onAgain(row.id).then(set)}>
                    {t("try_again")}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      </main>
      <Nav at="#/profiles" />
    </>
  );
}

function stateOf(row: AttemptRow): string {
  if (row.refused) return t("row_refused", { code: row.refused.code });
  if (!row.finishedAt) return t("row_open");
  if (row.acked >= row.path.length) return t("row_sent");
  return t(isWaiting(row) ? "row_waiting" : "row_here");
}
