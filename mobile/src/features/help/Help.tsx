import "../../i18n/more";
import { language, t } from "../../i18n";
import { adopt } from "../../ui/adopt";
import { Nav, Tools } from "../../ui/Bar";
import { Channels } from "../../ui/Channels";
import channelCss from "../../ui/channels.css?inline";
import type { HelpBook, Situation } from "../../ui/help";
import { Icon, type IconName } from "../../ui/Icon";
import css from "./help.css?inline";

adopt(css);
adopt(channelCss);

const looks: Record<string, [IconName, string]> = {
  "asked-for-photos": ["camera", "--cielo"],
  threatened: ["warn", "--rojo"],
  "my-photo-is-out": ["eye", "--noche3"],
  "someone-missing": ["search", "--flor-t"],
  "crossed-limits": ["heart", "--rojo"],
  "teased-online": ["chat", "--flor-t"],
  "strange-account": ["ask", "--noche3"],
  "strange-offer": ["home", "--jade"],
  "account-or-money": ["key", "--jade"],
  "a-friend": ["users", "--cielo"],
};

/** Help by situation: steps before numbers, no network, no sign-in, and nothing is recorded. */
export function Help({ book }: { book: HelpBook }) {
  const danger = book.situations.find(({ id }) => id === "danger-now");
  const rest = book.situations.filter((one) => one !== danger);
  const urgent = book.channels.find(({ key }) => key === danger?.channels[0]);
  return (
    <>
      <header class="bar night">
        <button type="button" class="tool" onClick={() => history.back()}>
          <Icon name="back" />
          {t("back")}
        </button>
        <div />
        <Tools help={false} />
      </header>
      <main class="help" tabIndex={-1}>
        <div class="ask-what">
          <h1 tabIndex={-1}>{t("help_title")}</h1>
          <p class="soft">{t("help_more")}</p>
        </div>
        <div class="faja thin" />
        <div class="cotton pad">
          {danger && urgent && (
            <a class="urgent" href={`tel:${urgent.number}`}>
              <Icon name="phone" size={30} />
              <span>
                <b>{danger.title[language()]}</b>
                {t("call_to", { name: urgent.name[language()], number: urgent.number ?? "" })}
              </span>
            </a>
          )}
          {rest.map((one) => (
            <Row key={one.id} one={one} book={book} />
          ))}
          <p class="small soft last">{t("help_show")}</p>
        </div>
      </main>
      <Nav at="#/help" />
    </>
  );
}

function Row({ one, book }: { one: Situation; book: HelpBook }) {
  const [icon, colour] = looks[one.id] ?? ["ask", "--tinta2"];
  const channels = one.channels.flatMap((key) =>
    book.channels.filter((channel) => channel.key === key),
  );
  return (
    <details name="help">
      <summary>
        <span class="oct sign" style={{ background: `var(${colour})` }}>
          <Icon name={icon} size={20} />
        </span>
        <b>{one.title[language()]}</b>
        <Icon name="down" />
      </summary>
      <ol class="steps">
        {one.steps[language()].map((words, n) => (
          <li key={words}>
            <span class="oct num" aria-hidden="true">
              {n + 1}
            </span>
            {words}
          </li>
        ))}
      </ol>
      <p class="calm">{t("not_your_fault")}</p>
      <div class="words">
        <p class="small soft">{t("say_this")}</p>
        <p>{one.words[language()]}</p>
      </div>
      <Channels list={channels} />
    </details>
  );
}
