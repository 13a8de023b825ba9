import "../../i18n/more";
import { useState } from "preact/hooks";
import { type Lang, language, t } from "../../i18n";
import type { Profile } from "../../storage";
import { adopt } from "../../ui/adopt";
import { Nav, Tools } from "../../ui/Bar";
import { Icon } from "../../ui/Icon";
import { Portrait } from "../../ui/Portrait";
import css from "./profiles.css?inline";

adopt(css);

/** Somebody who plays on this phone. */
export type Person = Omit<Profile, "createdAt">;

interface Props {
  people: Person[];
  current: string | undefined;
  onPick: (id: string) => void;
  onNew: () => void;
  onLanguage: (lang: Lang) => void;
  sound: boolean;
  onSound: (sound: boolean) => void;
  /** "Todo guardado · 4:12" */
  kept: string | undefined;
  /** Signs the child out of the class; gives how many stories must be sent before. */
  onLeave: (() => Promise<number>) | undefined;
}

/** Who plays on this phone, the class, the language and the pages for adults. */
export function Profiles(props: Props) {
  const { people, current, kept, onPick, onNew, onLanguage, onLeave } = props;
  return (
    <>
      <header class="bar night">
        <a class="tool" href="#/">
          <Icon name="back" />
          {t("back")}
        </a>
        <div />
        <Tools />
      </header>
      <main class="people" tabIndex={-1}>
        <h1 tabIndex={-1}>{t("who_plays")}</h1>
        <ul class="faces">
          {people.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-pressed={one.id === current}
                onClick={() => onPick(one.id)}
              >
                <Portrait name={one.avatar} mood="happy" size={64} />
                <b>{one.nickname || t("guest")}</b>
                <span class="small soft">{one.classroom?.name ?? t(one.tier as "ages-7-9")}</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={onNew}>
              <span class="oct plus">
                <Icon name="plus" />
              </span>
              <b>{t("new_one")}</b>
            </button>
          </li>
        </ul>
        <div class="faja thin" />
        <section class="cotton rooms">
          <a class="row" href="#/join">
            <Icon name="users" />
            {t("to_class")}
          </a>
          <a class="row" href="#/teacher">
            <Icon name="key" />
            {t("to_teacher")}
          </a>
          <a class="row" href="#/saved">
            <Icon name="check" />
            <span class="grow">
              {kept ?? t("saved_title")}
              {kept && <small class="small soft">{t("saved_title")}</small>}
            </span>
          </a>
          <a class="row" href="#/privacy">
            <Icon name="eye" />
            {t("privacy")}
          </a>
          {onLeave && <Leave onLeave={onLeave} />}
          <label class="row">
            <Icon name="speak" />
            <span class="grow">{t("sounds")}</span>
            <input
              type="checkbox"
              checked={props.sound}
              onChange={({ currentTarget }) => props.onSound(currentTarget.checked)}
            />
          </label>
          <fieldset class="langs">
            <legend>{t("language")}</legend>
            {(["es", "en"] as const).map((lang) => (
              <button
                key={lang}
                type="button"
                class="b line"
                aria-pressed={language() === lang}
                onClick={() => onLanguage(lang)}
              >
                {lang === "es" ? "Español" : "English"}
              </button>
            ))}
          </fieldset>
        </section>
      </main>
      <Nav at="#/profiles" />
    </>
  );
}

/** Leaving the class asks first, and waits for what is still to be sent. */
function Leave({ onLeave }: { onLeave: () => Promise<number> }) {
  const [asked, ask] = useState<"no" | "sure" | number>("no");
  if (asked === "no")
    return (
      <button type="button" class="row" onClick={() => ask("sure")}>
        <Icon name="exit" />
        {t("leave_class")}
      </button>
    );
  const out = async () => {
    const waiting = await onLeave();
    if (waiting) ask(waiting);
    else location.assign("/");
  };
  return (
    <div class="leave" role="alert">
      <p>{asked === "sure" ? t("leave_sure") : t("leave_wait", { n: asked })}</p>
      <div class="langs">
        <button type="button" class="b line" onClick={out}>
          {t(asked === "sure" ? "leave_yes" : "try_again")}
        </button>
        <button type="button" class="b ink" onClick={() => ask("no")}>
          {t("leave_no")}
        </button>
      </div>
    </div>
  );
}
