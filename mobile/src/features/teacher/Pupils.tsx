import { Portrait } from "../../ui/Portrait";
import { STAR } from "../../ui/Star";
import type { ChildProgress } from "./actions";
import { day, say } from "./strings";

interface Props {
  pupils: ChildProgress[];
  nameOf: (child: string) => string;
  onPick: (child: string) => void;
}

/** Everyone of the class: when they last played, what they finished. No answers, ever. */
export function Pupils({ pupils, nameOf, onPick }: Props) {
  return (
    <table class="pupils">
      <thead>
        <tr>
          {(["child", "finished", "stars", "last"] as const).map((key) => (
            <th key={key} scope="col">
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pupils.map((child) => (
          <tr key={child.id}>
            <th scope="row">
              <button type="button" onClick={() => onPick(child.id)}>
                <Portrait name={child.avatar} mood="happy" />
                <span>
                  <b>{child.nickname}</b>
                  {nameOf(child.id) && <span class="small real"> {nameOf(child.id)}</span>}
                  {!child.claimed && <span class="small soft"> {say("unclaimed")}</span>}
                </span>
              </button>
            </th>
            <td data-of={say("finished")}>{child.finished}</td>
            <td data-of={say("stars")}>
              <svg viewBox="-9 -9 18 18" aria-hidden="true">
                <path class={child.stars ? "some" : ""} d={STAR} />
              </svg>
              {child.stars}
            </td>
            <td data-of={say("last")}>{lastOf(child)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lastOf({ claimed, last_day }: ChildProgress): string {
  if (last_day) return day(last_day);
  return claimed ? say("never") : "";
}
