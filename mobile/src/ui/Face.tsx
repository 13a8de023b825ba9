import { useEffect, useState } from "preact/hooks";

type Drawn = typeof import("./Portrait");

/** A portrait for the home: the drawings are heavy, so they arrive after the first paint. */
export function Face({ name }: { name: string }) {
  const [drawn, set] = useState<Drawn>();
  useEffect(() => {
    import("./Portrait").then(set);
  }, []);
  return drawn ? <drawn.Portrait name={name} mood="happy" /> : <span class="oct mono" />;
}
