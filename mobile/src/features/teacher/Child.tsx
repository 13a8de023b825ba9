import { useEffect, useState } from "preact/hooks";
import type { Store } from "../../storage";
import { Portrait } from "../../ui/Portrait";
import {
  type Classroom,
  cards,
  classes,
  type Detail,
  endPhone,
  eraseChild,
  exportChild,
  moveChild,
  type Phone,
  phonesOf,
  release,
  resetPictures,
  type Tile,
} from "./actions";
import { download } from "./download";
import { Plays } from "./Plays";
import { Sure } from "./Sure";
import { day, say } from "./strings";

interface Props {
  store: Store;
  room: Detail;
  tile: Tile;
  nameOf: (child: string) => string;
  onBack: () => void;
  onChanged: () => void;
  onTrouble: (cause: unknown) => void;
}

/** One child: phones, pictures, card, what was played, and leaving. */
export function Child({ store, room, tile, nameOf, onBack, onChanged, onTrouble }: Props) {
  const [phones, setPhones] = useState<Phone[]>([]);
  const [done, setDone] = useState("");
  const name = nameOf(tile.id);
  const load = () => phonesOf(store, room.id, tile.id).then(setPhones, onTrouble);
  useEffect(() => void load(), [tile.id]);
  const act = (work: Promise<unknown>, words: string) =>
    void work.then(() => {
      setDone(words);
      onChanged();
      void load();
    }, onTrouble);
  const leave = (work: Promise<unknown>) =>
    void work.then(() => {
      onChanged();
      onBack();
    }, onTrouble);
  const take = (shape: "json" | "html") =>
    void exportChild(store, room.id, tile.id, shape).then(
      (file) => download(file, `${tile.nickname}.${shape}`),
      onTrouble,
    );
  const card = () =>
    cards(store, room.id, [tile.id]).then((file) => download(file, `${tile.nickname}.pdf`));
  return (
    <div class="desk">
      <div class="main">
        <section class="sheet whose">
          <Portrait name={tile.avatar} mood="happy" size={64} />
          <div>
            <h1 tabIndex={-1}>{tile.nickname}</h1>
            {name && <p class="real">{name}</p>}
            <p class="small soft">
              {tile.claimed_at ? say("in_since", { day: day(tile.claimed_at) }) : say("unclaimed")}
            </p>
          </div>
        </section>
        <p role="status" class="done">
          {done}
        </p>
        <section class="sheet">
          <h2>{say("phones")}</h2>
          {!phones.length && <p class="soft">{say("no_phones")}</p>}
          <ul class="lines">
            {phones.map((phone) => (
              <li key={phone.id}>
                <span>
                  {say("phone_of", {
                    since: day(phone.created_at),
                    last: phone.last_seen_day ? day(phone.last_seen_day) : say("never"),
                  })}
                </span>
                <button
                  class="b line"
                  type="button"
                  onClick={() =>
                    act(endPhone(store, room.id, tile.id, phone.id), say("phone_ended"))
                  }
                >
                  {say("end_phone")}
                </button>
              </li>
            ))}
          </ul>
          <div class="row">
            <button
              class="b ink"
              type="button"
              onClick={() => act(resetPictures(store, room.id, tile.id), say("pictures_cleared"))}
            >
              {say("clear_pictures")}
            </button>
            <button class="b line" type="button" onClick={() => act(card(), say("card_made"))}>
              {say("one_card")}
            </button>
            {tile.claimed && (
              <Sure
                label={say("undo_this")}
                question={say("undo_sure")}
                yes={say("undo_yes")}
                onYes={() => act(release(store, room.id, tile.id), say("undone"))}
              />
            )}
          </div>
        </section>
        <section class="sheet">
          <h2>{say("data")}</h2>
          <div class="row">
            <button class="b line" type="button" onClick={() => take("html")}>
              {say("export_page")}
            </button>
            <button class="b line" type="button" onClick={() => take("json")}>
              {say("export_file")}
            </button>
            <Move
              store={store}
              room={room}
              onMove={(to) => leave(moveChild(store, room.id, tile.id, to))}
              onTrouble={onTrouble}
            />
            <Sure
              label={say("erase")}
              question={say("erase_sure", { who: tile.nickname })}
              yes={say("erase_yes")}
              onYes={() => leave(eraseChild(store, room.id, tile.id))}
            />
          </div>
        </section>
      </div>
      <Plays store={store} room={room} tile={tile} nameOf={nameOf} onTrouble={onTrouble} />
    </div>
  );
}

interface MoveProps {
  store: Store;
  room: Detail;
  onMove: (to: string) => void;
  onTrouble: (cause: unknown) => void;
}

/** To another class of the same teacher. */
function Move({ store, room, onMove, onTrouble }: MoveProps) {
  const [rooms, setRooms] = useState<Classroom[]>();
  const others = rooms?.filter(({ id }) => id !== room.id);
  if (!others)
    return (
      <button
        class="b line"
        type="button"
        onClick={() => void classes(store).then(setRooms, onTrouble)}
      >
        {say("move")}
      </button>
    );
  if (!others.length) return <p class="soft">{say("no_other_class")}</p>;
  return (
    <fieldset>
      <legend>{say("move_where")}</legend>
      {others.map(({ id, name }) => (
        <button key={id} class="b line" type="button" onClick={() => onMove(id)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
