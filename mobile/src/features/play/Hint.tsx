import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { Icon } from "../../ui/Icon";

/** A hint never scores and is never recorded. */
export function Hint({ hint }: { hint: string | undefined }) {
  const [open, show] = useState(false);
  if (!hint) return null;
  if (open)
    return (
      <p class="hint" role="status">
        <Icon name="bulb" />
        {hint}
      </p>
    );
  return (
    <button type="button" class="b text hint-b" onClick={() => show(true)}>
      <Icon name="bulb" />
      {t("hint")}
    </button>
  );
}
