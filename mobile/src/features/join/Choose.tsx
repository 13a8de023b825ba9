import { useState } from "preact/hooks";
import { sizeOf } from "./lock";
import { say } from "./lock-strings";
import { Pad } from "./Pad";

interface Props {
  tier: string;
  onChosen: (pictures: string[]) => void;
}

/** A child chooses pictures to be known by on this phone, and shows them once more. */
export function Choose({ tier, onChosen }: Props) {
  const size = sizeOf(tier);
  const [first, setFirst] = useState<string[]>();
  const [entered, setEntered] = useState<string[]>([]);
  const [differs, setDiffers] = useState(false);
  const enter = (now: string[]) => {
    setDiffers(false);
    setEntered(now);
    if (now.length < size.chosen) return;
    setEntered([]);
    if (!first) setFirst(now);
    else if (first.join() === now.join()) onChosen(now);
    else {
      setFirst(undefined);
      setDiffers(true);
    }
  };
  return (
    <section>
      <Pad
        key={first ? "again" : "first"}
        {...size}
        title={say(first ? "pictures_again" : "pictures_choose", { n: size.chosen })}
        entered={entered}
        onEntered={enter}
      />
      <p class={differs ? "wrong" : "soft"} role="status">
        {say(differs ? "pictures_differ" : "pictures_why")}
      </p>
    </section>
  );
}
