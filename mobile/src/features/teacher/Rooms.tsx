import type { NewClass, Classroom as Room } from "./actions";
import { field } from "./fields";
import { say } from "./strings";

const TIERS = ["ages-7-9", "ages-10-12", "ages-13-15", "ages-16-18"] as const;

interface RoomsProps {
  rooms: Room[];
  onPick: (room: Room) => void;
  onMake: (body: NewClass) => void;
}

/** The teacher's classes, and the making of one. */
export function Rooms({ rooms, onPick, onMake }: RoomsProps) {
  return (
    <div class="desk">
      <section class="main sheet">
        <h1 tabIndex={-1}>{say("classes")}</h1>
        {!rooms.length && <p>{say("no_classes")}</p>}
        <ul class="rooms">
          {rooms.map((room) => (
            <li key={room.id}>
              <button type="button" onClick={() => onPick(room)}>
                <b>{room.name}</b>
                <span class="soft">
                  {say(room.tier)} · {say("pupils_count", { n: room.pupils })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section class="sheet">
        <NewClassForm onMake={onMake} />
      </section>
    </div>
  );
}

function NewClassForm({ onMake }: { onMake: (body: NewClass) => void }) {
  const send = (form: HTMLFormElement) =>
    onMake({
      name: field(form, "name").trim(),
      tier: field(form, "tier") as NewClass["tier"],
      pupils: Number(field(form, "pupils")),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
    >
      <h2>{say("new_class")}</h2>
      <label>
        {say("name")}
        <input name="name" maxLength={60} value={say("my_class")} required />
      </label>
      <label>
        {say("tier")}
        <select name="tier">
          {TIERS.map((tier) => (
            <option key={tier} value={tier}>
              {say(tier)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say("pupils")}
        <input name="pupils" type="number" min={1} max={60} value={30} required />
      </label>
      <button class="b" type="submit">
        {say("make")}
      </button>
    </form>
  );
}
