import "../../engine";
import "../../i18n/more";
import { t } from "../../i18n";
import { adopt } from "../../ui/adopt";
import { Channels } from "../../ui/Channels";
import channelCss from "../../ui/channels.css?inline";
import type { HelpBook } from "../../ui/help";
import { Portrait } from "../../ui/Portrait";
import { OtherAsk } from "./asks";
import type { Rest } from "./Player";
import css from "./rest.css?inline";

adopt(css);
adopt(channelCss);

/** Everything a story needs after its first question. */
export function restWith(book: HelpBook): Rest {
  return { OtherAsk, HelpScene: ({ keys }) => <HelpScene keys={keys} book={book} /> };
}

/** The help entry inside a story: the adult first, then the lines. */
function HelpScene({ keys, book }: { keys: readonly string[]; book: HelpBook }) {
  const channels = keys.flatMap((key) => book.channels.filter((channel) => channel.key === key));
  return (
    <aside class="helpers" aria-label={t("helpers")}>
      <h2>{t("helpers")}</h2>
      {keys.includes("trusted_adult") && (
        <p class="adult">
          <Portrait name="grandma-1" mood="relieved" />
          {t("trusted_adult")}
        </p>
      )}
      <Channels list={channels} />
      <a class="b line" href="#/help">
        {t("see_help")}
      </a>
    </aside>
  );
}
