import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";

interface Props<T> {
  load: () => Promise<T>;
  children: (loaded: T) => ComponentChildren;
}

/** Shows its children once what they need has arrived. */
export function Late<T>({ load, children }: Props<T>) {
  const [got, set] = useState<{ value: T } | "missing">();
  useEffect(() => {
    load().then(
      (value) => set({ value }),
      () => set("missing"),
    );
  }, []);
  if (got && got !== "missing") return <>{children(got.value)}</>;
  return (
    <main class="wait" tabIndex={-1}>
      <p role="status">{t(got ? "missing" : "loading")}</p>
      {got && (
        <a class="b" href="#/">
          {t("back")}
        </a>
      )}
    </main>
  );
}
