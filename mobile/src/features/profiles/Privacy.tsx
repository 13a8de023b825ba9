import "../../i18n/more";
import { t } from "../../i18n";
import { adopt } from "../../ui/adopt";
import { Nav, Tools } from "../../ui/Bar";
import { Icon } from "../../ui/Icon";
import css from "./profiles.css?inline";

adopt(css);

const says = ["privacy_1", "privacy_2", "privacy_3", "privacy_4", "privacy_5"] as const;

/** What is kept and what is not, in words a child can read. */
export function Privacy() {
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
        <h1 tabIndex={-1}>{t("privacy_title")}</h1>
        <div class="faja thin" />
        <section class="cotton rooms">
          <ul class="says">
            {says.map((key) => (
              <li key={key}>
                <Icon name="check" />
                {t(key)}
              </li>
            ))}
          </ul>
        </section>
      </main>
      <Nav at="#/privacy" />
    </>
  );
}
