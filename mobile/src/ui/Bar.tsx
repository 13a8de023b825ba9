import { t } from "../i18n";
import { Icon } from "./Icon";
import { leave } from "./leave";

/** Help and quick exit: the same place, labelled, on every screen of a story. */
export function Tools({ help = true }: { help?: boolean }) {
  return (
    <>
      {help && (
        <a class="tool" href="#/help">
          <Icon name="help" />
          {t("help")}
        </a>
      )}
      <button type="button" class="tool" onClick={leave}>
        <Icon name="exit" />
        {t("exit")}
      </button>
    </>
  );
}

const places = [
  ["#/", "sky", "sky"],
  ["#/badges", "badge", "badges"],
  ["#/help", "help", "help"],
] as const;

export function Nav({ at }: { at: string }) {
  return (
    <nav class="nav" aria-label={t("places")}>
      {places.map(([href, icon, label]) => (
        <a key={href} class="tool" href={href} aria-current={at === href ? "page" : undefined}>
          <Icon name={icon} />
          {t(label)}
        </a>
      ))}
    </nav>
  );
}
