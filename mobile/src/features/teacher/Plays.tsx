import { useEffect, useState } from "preact/hooks";
import type { Store } from "../../storage";
import { credit, type Detail, type Play, playsOf, type Tile, undoCredit } from "./actions";
import { day, say } from "./strings";

interface Props {
  store: Store;
  room: Detail;
  tile: Tile;
  nameOf: (child: string) => string;
  onTrouble: (cause: unknown) => void;
}

/** What counts for a child; what another child played by mistake is given to that child here, and back. */
export function Plays({ store, room, tile, nameOf, onTrouble }: Props) {
  const [plays, setPlays] = useState<Play[]>();
  const [marked, setMarked] = useState<string[]>([]);
  const [moved, setMoved] = useState<string[]>([]);
  const load = () => playsOf(store, room.id, tile.id).then(setPlays, onTrouble);
  useEffect(() => void load(), [tile.id]);
  const turn = (id: string) =>
    setMarked(marked.includes(id) ? marked.filter((one) => one !== id) : [...marked, id]);
  const give = (to: string) =>
    credit(store, room.id, marked, to).then((given) => {
      setMoved(given.map(({ id }) => id));
      setMarked([]);
      return load();
    }, onTrouble);
  const undo = (credits: string[]) =>
    Promise.all(credits.map((one) => undoCredit(store, room.id, one))).then(() => {
      setMoved([]);
      return load();
    }, onTrouble);
  return (
    <section class="sheet">
      <h2>{say("plays")}</h2>
      <p class="small soft">{say("plays_help")}</p>
      {moved.length > 0 && (
        <p role="status">
          {say("moved", { n: moved.length })}{" "}
          <button class="b line" type="button" onClick={() => void undo(moved)}>
            {say("undo")}
          </button>
        </p>
      )}
      {plays && !plays.length && <p>{say("no_plays")}</p>}
      <ul class="lines">
        {plays?.map((play) => (
          <li key={play.id}>
            <label class="check">
              <input
                type="checkbox"
                checked={marked.includes(play.id)}
                onChange={() => turn(play.id)}
              />
              <span>
                <b>{play.title}</b>
                <span class="small soft">
                  {day(play.at)} · {say(play.finished ? "play_finished" : "play_open")}
                  {play.stars != null && ` · ${say("play_stars", { n: play.stars })}`}
                </span>
              </span>
            </label>
            {play.credit && (
              <button
                class="b line"
                type="button"
                onClick={() => void undo([play.credit as string])}
              >
                {say("give_back", { who: play.sent_by?.nickname ?? "" })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {marked.length > 0 && (
        <label>
          {say("who_played", { n: marked.length })}
          <select onChange={({ currentTarget }) => void give(currentTarget.value)}>
            <option value="">{say("choose_child")}</option>
            {room.tiles
              .filter(({ id }) => id !== tile.id)
              .map(({ id, nickname }) => (
                <option key={id} value={id}>
                  {`${nickname} ${nameOf(id)}`.trim()}
                </option>
              ))}
          </select>
        </label>
      )}
    </section>
  );
}
