import { useEffect, useState } from "preact/hooks";
import { NetworkError } from "../../api/errors";
import type { Store } from "../../storage";
import {
  type ChildProgress,
  type ClassProgress,
  progress,
  type Classroom as Room,
  setJoining,
  wantsNotice,
} from "./actions";
import { NoticeFirst } from "./Notice";
import { clock, say } from "./strings";

const EVERY = 15_000;

interface Props {
  store: Store;
  room: Room;
  onTrouble: (cause: unknown) => void;
}

/** One class: its code, and what each child has done, as fresh as the network allows. */
export function Classroom({ store, room: first, onTrouble }: Props) {
  const [room, setRoom] = useState(first);
  const { seen, offline } = useProgress(store, room.id, onTrouble);
  const isOpen = stillOpen(room, seen);
  const [asked, setAsked] = useState(false);
  const turn = (notice?: string) =>
    setJoining(store, room, !isOpen, notice).then(
      (now) => {
        setRoom(now);
        setAsked(false);
      },
      (cause) => (wantsNotice(cause) ? setAsked(true) : onTrouble(cause)),
    );
  return (
    <section>
      <h1>{room.name}</h1>
      <p class="soft">{say("code_is")}</p>
      <p class="big">{isOpen ? room.code : "····-····"}</p>
      <p>
        {isOpen && room.joining_until
          ? say("open_until", { time: clock(room.joining_until) })
          : say("closed")}
      </p>
      {asked ? (
        <NoticeFirst onGiven={turn} onTrouble={onTrouble} />
      ) : (
        <button class="b" type="button" onClick={() => turn()}>
          {say(isOpen ? "close" : "open")}
        </button>
      )}
      <h2>{say("progress")}</h2>
      {seen && (
        <>
          <p role="status" class={offline ? "wrong" : "soft"}>
            {say(offline ? "offline" : "as_of", { time: clock(seen.computed_at) })}
          </p>
          <Table pupils={seen.children} />
          {seen.catalogue.some((story) => story.sensitive) && (
            <p class="small soft">{say("sensitive")}</p>
          )}
        </>
      )}
      {!seen && offline && <p class="wrong">{say("network")}</p>}
    </section>
  );
}

/** By the server's clock, as far as it was seen; the phone's is not asked. */
function stillOpen({ joining_until }: Room, seen: ClassProgress | undefined): boolean {
  if (joining_until === null) return false;
  return !seen || Date.parse(joining_until) > Date.parse(seen.computed_at);
}

/** Asks every 15 seconds while the page is in sight; keeps what was seen last when nobody answers. */
function useProgress(store: Store, id: string, onTrouble: (cause: unknown) => void) {
  const [seen, setSeen] = useState<ClassProgress>();
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      if (document.visibilityState === "hidden") return;
      try {
        const now = await progress(store, id);
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
    const timer = setInterval(ask, EVERY);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [store, id]);
  return { seen, offline };
}

/** A table that a narrow phone lays out as cards; each cell names its column for that. */
function Table({ pupils }: { pupils: ChildProgress[] }) {
  return (
    <table>
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
              {child.nickname}
              {!child.claimed && <span class="small soft"> · {say("unclaimed")}</span>}
            </th>
            <td data-of={say("finished")}>{child.finished}</td>
            <td data-of={say("stars")}>{child.stars}</td>
            <td data-of={say("last")}>{child.last_day ?? say("never")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
