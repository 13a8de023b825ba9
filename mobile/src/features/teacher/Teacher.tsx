import { useEffect, useState } from "preact/hooks";
import { SessionEnded } from "../../api/errors";
import { type Store, TEACHER } from "../../storage";
import { adopt } from "../../ui/adopt";
import { Icon } from "../../ui/Icon";
import { Account } from "./Account";
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
import { Door, type Link } from "./Door";
import { Rooms } from "./Rooms";
import { type Key, say } from "./strings";
import { Telling } from "./Telling";
import css from "./teacher.css?inline";

adopt(css);

type Page = "classes" | "account" | "tell";

interface Props {
  store: Store;
  /** From a mail. */
  link?: Link;
}

/** The teacher's part: the account, the classes, and what to do when a child tells something. */
export function Teacher({ store, link }: Props) {
  const [signedIn, setSignedIn] = useState<boolean>();
  const [page, setPage] = useState<Page>("classes");
  const [rooms, setRooms] = useState<Room[]>([]);
  const [room, setRoom] = useState<Pick<Room, "id" | "name">>();
  const [child, setChild] = useState<string>();
  const [wrong, setWrong] = useState<Key>();

  const failed = (cause: unknown) => {
    setWrong(trouble(cause));
    if (cause instanceof SessionEnded) setSignedIn(false);
  };
  const attempt = (work: () => Promise<void>) => {
    setWrong(undefined);
    return work().catch(failed);
  };
  useEffect(() => {
    // A mailed link is for this account's door, whoever is signed in; its token leaves the address.
    if (link) history.replaceState(null, "", "#/teacher");
    void attempt(async () => setSignedIn(!link && (await store.tokens(TEACHER)) !== undefined));
  }, [store]);
  useEffect(() => {
    if (signedIn && !room) void attempt(async () => setRooms(await classes(store)));
  }, [signedIn, room]);

  const enter = (email: string, password: string) =>
    attempt(async () => {
      await signIn(store, email, password);
      setSignedIn(true);
    });
  const make = (body: NewClass) => attempt(async () => setRoom(await makeClass(store, body)));
  const leave = () =>
    attempt(async () => {
      await signOut(store);
      setRoom(undefined);
      setSignedIn(false);
    });
  const go = (to: Page, where: typeof room = undefined) => {
    setWrong(undefined);
    setPage(to);
    setRoom(where);
    setChild(undefined);
  };
  const back = () => {
    if (page !== "classes") setPage("classes");
    else if (child) setChild(undefined);
    else go("classes");
  };
  const deep = page !== "classes" || room !== undefined;

  return (
    <div class="teacher">
      <header class="rail night">
        {deep ? (
          <button type="button" class="tool" onClick={back}>
            <Icon name="back" />
            {say("back")}
          </button>
        ) : (
          <a class="tool" href="#/">
            <Icon name="back" />
            {say("back")}
          </a>
        )}
        <p class="where">{room?.name ?? say("title")}</p>
        <button
          type="button"
          class="tool"
          aria-current={page === "tell" ? "page" : undefined}
          onClick={() => setPage("tell")}
        >
          <Icon name="help" />
          {say("tell_short")}
        </button>
        {signedIn && (
          <button
            type="button"
            class="tool"
            aria-current={page === "account" ? "page" : undefined}
            onClick={() => setPage("account")}
          >
            <Icon name="key" />
            {say("account")}
          </button>
        )}
        <p class="private small soft">{say("private")}</p>
      </header>
      <div class="faja" />
      <main tabIndex={-1}>
        <p class="wrong" role="alert">
          {wrong && say(wrong)}
        </p>
        {page === "tell" && <Telling onBack={() => setPage("classes")} />}
        {page !== "tell" && signedIn === false && (
          <Door link={link} onEnter={enter} attempt={attempt} />
        )}
        {page === "account" && signedIn && (
          <Account store={store} attempt={attempt} onSignOut={leave} />
        )}
        {page === "classes" && signedIn && !room && (
          <Rooms rooms={rooms} onPick={setRoom} onMake={make} />
        )}
        {page === "classes" && signedIn && room && (
          <Classroom
            key={room.id}
            store={store}
            id={room.id}
            child={child}
            onChild={setChild}
            onGone={() => go("classes")}
            onTrouble={failed}
          />
        )}
      </main>
    </div>
  );
}
