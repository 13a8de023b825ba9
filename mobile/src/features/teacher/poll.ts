import { useEffect, useState } from "preact/hooks";
import { NetworkError } from "../../api/errors";

interface Polled<T> {
  seen: T | undefined;
  /** Nobody answers: what was seen last still stands. */
  offline: boolean;
  again: () => void;
}

/** Asks at once and then every so many milliseconds while the page is in sight. */
export function usePoll<T>(
  load: () => Promise<T>,
  every: number,
  onTrouble: (cause: unknown) => void,
): Polled<T> {
  const [seen, setSeen] = useState<T>();
  const [offline, setOffline] = useState(false);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      if (document.visibilityState === "hidden") return;
      try {
        const now = await load();
        if (gone) return;
        setSeen(now);
        setOffline(false);
      } catch (cause) {
        if (gone) return;
        if (cause instanceof NetworkError) setOffline(true);
        else onTrouble(cause);
      }
    };
    void ask();
    const timer = setInterval(ask, every);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [every, times]);
  return { seen, offline, again: () => setTimes((n) => n + 1) };
}
