import { useState } from "preact/hooks";
import type { Store } from "../../storage";
import {
  addTeacher,
  archive,
  cards,
  type Detail,
  dropTeacher,
  moreTiles,
  newCode,
} from "./actions";
import { download } from "./download";
import { field } from "./fields";
import { NamesOf } from "./NamesOf";
import type { KeptNames } from "./names";
import { Sure } from "./Sure";
import { say } from "./strings";

interface Props {
  store: Store;
  room: Detail;
  names: KeptNames;
  onChanged: () => void;
  onGone: () => void;
  onTrouble: (cause: unknown) => void;
}

/** What a teacher does now and then: cards, names, more tiles, a colleague, another code, the year's end. */
export function Manage({ store, room, names, onChanged, onGone, onTrouble }: Props) {
  const [done, setDone] = useState("");
  const act = (work: Promise<unknown>, words: string) =>
    void work.then(() => {
      setDone(words);
      onChanged();
    }, onTrouble);
  const print = () =>
    cards(store, room.id, null).then((file) => download(file, `${room.name}.pdf`));
  return (
    <section class="sheet manage">
      <h2>{say("manage")}</h2>
      <p role="status" class="done">
        {done}
      </p>
      <details>
        <summary>{say("names")}</summary>
        <NamesOf room={room} names={names} />
      </details>
      <details>
        <summary>{say("cards")}</summary>
        <p>{say("cards_help")}</p>
        <Sure
          label={say("cards_print")}
          question={say("cards_sure")}
          yes={say("cards_yes")}
          onYes={() => act(print(), say("cards_made"))}
        />
      </details>
      <details>
        <summary>{say("more_tiles")}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const pupils = Number(field(event.currentTarget, "pupils"));
            act(moreTiles(store, room.id, pupils), say("tiles_made", { n: pupils }));
          }}
        >
          <label>
            {say("how_many_more")}
            <input name="pupils" type="number" min={1} max={60} value={1} required />
          </label>
          <button class="b ink" type="submit">
            {say("more_tiles")}
          </button>
        </form>
      </details>
      <details>
        <summary>{say("teachers")}</summary>
        <Teachers store={store} room={room} act={act} />
      </details>
      <details>
        <summary>{say("code_and_end")}</summary>
        <div class="row">
          <Sure
            label={say("new_code")}
            question={say("new_code_sure")}
            yes={say("new_code")}
            onYes={() => act(newCode(store, room.id), say("new_code_made"))}
          />
          <Sure
            label={say("archive")}
            question={say("archive_sure")}
            yes={say("archive")}
            onYes={() => void archive(store, room.id).then(onGone, onTrouble)}
          />
        </div>
      </details>
    </section>
  );
}

interface TeachersProps {
  store: Store;
  room: Detail;
  act: (work: Promise<unknown>, words: string) => void;
}

function Teachers({ store, room, act }: TeachersProps) {
  return (
    <>
      <ul class="lines">
        {room.teachers.map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.display_name}</b> <span class="small soft">{say(one.role)}</span>
            </span>
            {one.role === "co" && (
              <button
                class="b line"
                type="button"
                onClick={() => act(dropTeacher(store, room.id, one.id), say("teacher_gone"))}
              >
                {say("take_off")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const email = field(event.currentTarget, "email").trim();
          act(addTeacher(store, room.id, email), say("teacher_added"));
        }}
      >
        <label>
          {say("colleague")}
          <input name="email" type="email" required />
        </label>
        <button class="b ink" type="submit">
          {say("add")}
        </button>
      </form>
    </>
  );
}
