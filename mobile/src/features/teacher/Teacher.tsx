import { useEffect, useState } from "preact/hooks";
import { SessionEnded } from "../../api/errors";
import { type Store, TEACHER } from "../../storage";
import { adopt } from "../../ui/adopt";
import {
  classes,
  makeClass,
  type NewClass,
  type Classroom as Room,
  signIn,
  signOut,
  trouble,
} from "./actions";
import { Classroom } from "./Classroom";
import { type Key, say } from "./strings";
import css from "./teacher.css?inline";

adopt(css);

const TIERS = ["ages-7-9", "ages-10-12", "ages-13-15", "ages-16-18"] as const;

/** The teacher's part: sign-in, classes, one class. */
export function Teacher({ store }: { store: Store }) {
  const [signedIn, setSignedIn] = useState<boolean>();
  const [rooms, setRooms] = useState<Room[]>([]);
  const [room, setRoom] = useState<Room>();
  const [wrong, setWrong] = useState<Key>();

  const failed = (cause: unknown) => {
    setWrong(trouble(cause));
    if (cause instanceof SessionEnded) setSignedIn(false);
  };
  const attempt = (work: () => Promise<void>) => {
    setWrong(undefined);
    return work().catch(failed);
  };
  const load = async () => setRooms(await classes(store));
  useEffect(() => {
    void attempt(async () => setSignedIn((await store.tokens(TEACHER)) !== undefined));
  }, [store]);
  useEffect(() => {
    if (signedIn && !room) void attempt(load);
  }, [signedIn, room]);

  const enter = (email: string, password: string) =>
    attempt(async () => {
      await signIn(store, email, password);
      setSignedIn(true);
    });
  const make = (body: NewClass) =>
    attempt(async () => {
      setRoom(await makeClass(store, body));
    });
  const leave = () =>
    attempt(async () => {
      await signOut(store);
      setRoom(undefined);
      setSignedIn(false);
    });

  return (
    <>
      <header class="bar night">
        {room ? (
          <button type="button" class="tool" onClick={() => setRoom(undefined)}>
            {say("back")}
          </button>
        ) : (
          <a class="tool" href="#/">
            {say("back")}
          </a>
        )}
        <div>{say("title")}</div>
        {signedIn && (
          <button type="button" class="tool" onClick={leave}>
            {say("sign_out")}
          </button>
        )}
      </header>
      <main class="teacher cotton" tabIndex={-1}>
        {signedIn === false && <SignIn onEnter={enter} />}
        {signedIn && !room && <Rooms rooms={rooms} onPick={setRoom} onMake={make} />}
        {signedIn && room && (
          <Classroom key={room.id} store={store} room={room} onTrouble={failed} />
        )}
        <p class="wrong" role="alert">
          {wrong && say(wrong)}
        </p>
      </main>
    </>
  );
}

/** What a form's field holds. */
const field = (form: HTMLFormElement, name: string) => String(new FormData(form).get(name) ?? "");

function SignIn({ onEnter }: { onEnter: (email: string, password: string) => void }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onEnter(field(event.currentTarget, "email"), field(event.currentTarget, "password"));
      }}
    >
      <h1>{say("title")}</h1>
      <label>
        {say("email")}
        <input name="email" type="email" autocomplete="username" required />
      </label>
      <label>
        {say("password")}
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <button class="b" type="submit">
        {say("sign_in")}
      </button>
    </form>
  );
}

interface RoomsProps {
  rooms: Room[];
  onPick: (room: Room) => void;
  onMake: (body: NewClass) => void;
}

function Rooms({ rooms, onPick, onMake }: RoomsProps) {
  return (
    <section>
      <h1>{say("classes")}</h1>
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
      <NewClassForm onMake={onMake} />
    </section>
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
        <input name="name" maxLength={60} required />
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
