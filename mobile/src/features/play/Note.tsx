import { t } from "../../i18n";
import { Tools } from "../../ui/Bar";

/** Before a sensitive story: what it is about, and that leaving it costs nothing. */
export function Note({ title, note, onGo }: { title: string; note: string; onGo: () => void }) {
  return (
    <div class="play night">
      <header class="bar head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
        </div>
        <Tools />
      </header>
      <main class="after" tabIndex={-1}>
        <div class="grow" />
        <article class="card cotton">
          <p class="eyebrow">{t("note")}</p>
          <h2 tabIndex={-1}>{note}</h2>
          <p>{t("note_more")}</p>
        </article>
        <button type="button" class="b" onClick={onGo}>
          {t("note_go")}
        </button>
        <a class="b line" href="#/">
          {t("note_skip")}
        </a>
        <div class="grow" />
      </main>
    </div>
  );
}
