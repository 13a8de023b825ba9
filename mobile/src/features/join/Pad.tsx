import { Icon } from "../../ui/Icon";
import { STAR } from "../../ui/Star";
import { say } from "./lock-strings";
import { Drawn, nameOf, names } from "./pictures";

interface Props {
  title: string;
  /** How many to tap, of how many. */
  chosen: number;
  of: number;
  entered: readonly string[];
  disabled?: boolean;
  onEntered: (entered: string[]) => void;
}

/** Pictures to tap in order. Entered ones show as stars, so that a neighbour does not read them. */
export function Pad({ title, chosen, of, entered, disabled, onEntered }: Props) {
  const places = Array.from({ length: chosen }, (_, at) => at);
  return (
    <div class="pad">
      <h1 tabIndex={-1}>{title}</h1>
      <div class="entered">
        {places.map((at) => (
          <span key={at} class={at < entered.length ? "got" : ""}>
            {at < entered.length && (
              <svg viewBox="-9 -9 18 18" aria-hidden="true">
                <path d={STAR} />
              </svg>
            )}
          </span>
        ))}
        <p class="sr" role="status">
          {say("entered", { n: entered.length, of: chosen })}
        </p>
        <button
          type="button"
          class="tool"
          disabled={!entered.length}
          onClick={() => onEntered(entered.slice(0, -1))}
        >
          <Icon name="back" />
          {say("take_out")}
        </button>
      </div>
      <ul class={of > 9 ? "small-ones" : ""}>
        {names.slice(0, of).map((id) => (
          <li key={id}>
            <button
              type="button"
              aria-label={nameOf(id)}
              disabled={disabled || entered.length >= chosen}
              onClick={() => onEntered([...entered, id])}
            >
              <Drawn id={id} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
