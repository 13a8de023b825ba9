import { useState } from "preact/hooks";
import type { Store } from "../../storage";
import { asking, type ChildProgress, type Detail, detail, progress } from "./actions";
import { Child } from "./Child";
import { Entrance } from "./Entrance";
import { Manage } from "./Manage";
import { useNames } from "./names";
import { Pupils } from "./Pupils";
import { usePoll } from "./poll";
import { clock, say } from "./strings";

const CALM = 15_000;
const LIVELY = 3_000;

interface Props {
  store: Store;
  id: string;
  /** The child whose page is open, if any. */
  child: string | undefined;
  onChild: (child: string | undefined) => void;
  onGone: () => void;
  onTrouble: (cause: unknown) => void;
}

/** One class: how to come in, what each child has done, and what can be changed. */
export function Classroom({ store, id, child, onChild, onGone, onTrouble }: Props) {
  const [lively, setLively] = useState(false);
  const figures = usePoll(() => progress(store, id), CALM, onTrouble);
  const door = usePoll(
    async () => {
      const room = await detail(store, id);
      const isOpen = stillOpen(room, figures.seen?.computed_at);
      setLively(isOpen);
      return { room, isOpen, phones: isOpen ? await asking(store, id) : [] };
    },
    lively ? LIVELY : CALM,
    onTrouble,
  );
  const names = useNames(store, id);
  const again = () => {
    door.again();
    figures.again();
  };
  const { seen, offline } = figures;
  if (!door.seen) return <p role="status">{say(offline ? "network" : "loading")}</p>;
  const { room, isOpen, phones } = door.seen;
  const tile = room.tiles.find((one) => one.id === child);
  const shared = { store, room, nameOf: names.of, onChanged: again, onTrouble };
  if (tile)
    return <Child key={tile.id} {...shared} tile={tile} onBack={() => onChild(undefined)} />;
  return (
    <div class="desk">
      <div class="main">
        <h1 tabIndex={-1}>{room.name}</h1>
        <Entrance {...shared} isOpen={isOpen} phones={phones} />
        {seen && <Glance pupils={seen.children} today={seen.computed_at} />}
        <Manage {...shared} names={names} onGone={onGone} />
      </div>
      <section class="sheet">
        <h2>{say("progress")}</h2>
        {seen && (
          <>
            <p role="status" class={offline ? "wrong" : "soft small"}>
              {say(offline ? "offline" : "as_of", { time: clock(seen.computed_at) })}
            </p>
            <Pupils pupils={seen.children} nameOf={names.of} onPick={onChild} />
            {seen.catalogue.some((story) => story.sensitive) && (
              <p class="small soft">{say("sensitive")}</p>
            )}
          </>
        )}
      </section>
    </div>
  );
}

/** By the server's clock, as far as it was seen; the phone's is not asked. */
function stillOpen({ joining_until }: Detail, now: string | undefined): boolean {
  if (joining_until === null) return false;
  return !now || Date.parse(joining_until) > Date.parse(now);
}

const WEEK = 7 * 86_400_000;

/** Today at a glance; each figure is a count over the table beside it. */
function Glance({ pupils, today }: { pupils: ChildProgress[]; today: string }) {
  const since = Date.parse(today) - WEEK;
  const recent = pupils.filter(({ last_day }) => last_day && Date.parse(last_day) >= since);
  const idle = pupils.filter(({ claimed, last_day }) => claimed && !last_day);
  const finished = pupils.reduce((sum, one) => sum + one.finished, 0);
  return (
    <dl class="glance sheet">
      <div>
        <dt>{say("played_week")}</dt>
        <dd>
          <b>{recent.length}</b> {say("of_all", { n: pupils.length })}
        </dd>
      </div>
      <div>
        <dt>{say("finished_all")}</dt>
        <dd>
          <b>{finished}</b>
        </dd>
      </div>
      <div>
        <dt>{say("not_begun")}</dt>
        <dd>
          <b>{idle.length}</b>
        </dd>
      </div>
    </dl>
  );
}
