import { useState } from "preact/hooks";
import type { Store } from "../../storage";
import { Portrait } from "../../ui/Portrait";
import {
  type Asking,
  approve,
  type Detail,
  refuse,
  release,
  setJoining,
  type Tile,
  wantsNotice,
} from "./actions";
import { NoticeFirst } from "./Notice";
import { Qr } from "./Qr";
import { clock, say } from "./strings";

interface Props {
  store: Store;
  room: Detail;
  isOpen: boolean;
  phones: Asking[];
  nameOf: (child: string) => string;
  onChanged: () => void;
  onTrouble: (cause: unknown) => void;
}

/** How a class comes in: code and square shown large, the tiles as they fill, phones that ask. */
export function Entrance(props: Props) {
  const { store, room, isOpen, phones, nameOf, onChanged, onTrouble } = props;
  const [asked, setAsked] = useState(false);
  const turn = (notice?: string) =>
    setJoining(store, room, !isOpen, notice).then(
      () => {
        setAsked(false);
        onChanged();
      },
      (cause) => (wantsNotice(cause) ? setAsked(true) : onTrouble(cause)),
    );
  const then = (work: Promise<void>) => void work.then(onChanged, onTrouble);
  return (
    <section class="entrance night" aria-label={say("entrance")}>
      <div class="faja thin" />
      <div class="inside">
        {isOpen ? <Code room={room} /> : <p class="soft">{say("closed")}</p>}
        {asked ? (
          <NoticeFirst onGiven={turn} onTrouble={onTrouble} />
        ) : (
          <button class={isOpen ? "b line" : "b"} type="button" onClick={() => turn()}>
            {say(isOpen ? "close" : "open")}
          </button>
        )}
        {phones.map((phone) => (
          <AskingPhone
            key={phone.id}
            phone={phone}
            nameOf={nameOf}
            onYes={(child) => then(approve(store, room.id, phone.id, child))}
            onNo={() => then(refuse(store, room.id, phone.id))}
          />
        ))}
        {isOpen && (
          <Filling tiles={room.tiles} onUndo={(child) => then(release(store, room.id, child))} />
        )}
      </div>
    </section>
  );
}

function Code({ room }: { room: Detail }) {
  return (
    <div class="code">
      <Qr text={`${location.origin}/#/join/${room.code}`} label={say("qr")} />
      <div>
        <p class="soft">{say("code_is")}</p>
        <p class="big">{room.code}</p>
        <p class="soft">
          {room.joining_until && say("open_until", { time: clock(room.joining_until) })}
        </p>
        <p class="small soft">{say("how_to_join", { where: location.host })}</p>
      </div>
    </div>
  );
}

interface FillingProps {
  tiles: Tile[];
  onUndo: (child: string) => void;
}

/** Free tiles are empty places; a taken one shows its child, and a tap undoes it. */
function Filling({ tiles, onUndo }: FillingProps) {
  const taken = tiles.filter((tile) => tile.claimed);
  return (
    <>
      <p role="status">
        <b>{say("are_in", { n: taken.length, of: tiles.length })}</b>
      </p>
      <ul class="filling">
        {tiles.map((tile) => (
          <li key={tile.id} class={tile.claimed ? "taken" : ""}>
            {tile.claimed ? <Portrait name={tile.avatar} mood="happy" /> : <span class="oct" />}
            <span>{tile.nickname}</span>
            {tile.claimed && (
              <button
                type="button"
                aria-label={say("undo_claim", { who: tile.nickname })}
                onClick={() => onUndo(tile.id)}
              >
                {say("undo")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface AskingProps {
  phone: Asking;
  nameOf: (child: string) => string;
  onYes: (child: string) => void;
  onNo: () => void;
}

/** Another phone of a child: the four digits on it must be those that the child shows. */
function AskingPhone({ phone, nameOf, onYes, onNo }: AskingProps) {
  return (
    <div class="asks" role="alert">
      <p>
        {say("phone_asks")} <b class="digits">{phone.code}</b>
      </p>
      <p class="small soft">{say("phone_asks_help")}</p>
      <div class="row">
        {phone.children.map((child) => (
          <button key={child.id} class="b" type="button" onClick={() => onYes(child.id)}>
            {say("let_in", { who: `${child.nickname} ${nameOf(child.id)}`.trim() })}
          </button>
        ))}
        <button class="b line" type="button" onClick={onNo}>
          {say("refuse")}
        </button>
      </div>
    </div>
  );
}
