import { useState } from "preact/hooks";
import type { Detail } from "./actions";
import { download } from "./download";
import { field } from "./fields";
import { asFile, fromFile, given, type KeptNames, namesIn } from "./names";
import { say } from "./strings";

interface Props {
  room: Detail;
  names: KeptNames;
}

/** Which nickname is which pupil: for the teacher's eyes, on this device only. */
export function NamesOf({ room, names }: Props) {
  const [told, tell] = useState("");
  const add = async (text: string) => {
    const { names: now, left } = given(room.tiles, names.all, namesIn(text));
    await names.keep(now);
    tell(left.length ? say("names_left", { n: left.length }) : say("names_kept"));
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    const carried = fromFile(text, room.id);
    if (carried) {
      await names.keep({ ...names.all, ...carried });
      tell(say("names_kept"));
    } else if (text.trimStart().startsWith("{")) tell(say("names_other"));
    else await add(text);
  };
  return (
    <div class="names">
      <p>{say("names_help")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add(field(event.currentTarget, "list"));
          event.currentTarget.reset();
        }}
      >
        <label>
          {say("names_list")}
          <textarea name="list" rows={4} required />
        </label>
        <button class="b ink" type="submit">
          {say("names_keep")}
        </button>
      </form>
      <label>
        {say("names_open")}
        <input
          type="file"
          accept=".csv,.txt,.json"
          onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
        />
      </label>
      <p role="status">{told}</p>
      <table class="printed">
        <caption>{room.name}</caption>
        <tbody>
          {room.tiles.map(({ id, nickname }) => (
            <tr key={id}>
              <th scope="row">{nickname}</th>
              <td>
                <input
                  aria-label={say("name_of", { who: nickname })}
                  value={names.of(id)}
                  autocomplete="off"
                  onChange={({ currentTarget }) =>
                    void names.keep({ ...names.all, [id]: currentTarget.value.trim() })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="row">
        <button class="b line" type="button" onClick={() => print()}>
          {say("names_print")}
        </button>
        <button
          class="b line"
          type="button"
          onClick={() => download(asFile(room.id, names.all), `${room.name}-nombres.json`)}
        >
          {say("names_carry")}
        </button>
      </div>
    </div>
  );
}
