import { useEffect, useState } from "preact/hooks";
import type { Store } from "../../storage";
import { changePassword, endSession, type SessionRow, sessions } from "./account";
import { Form, Password } from "./Door";
import { day, say } from "./strings";

interface Props {
  store: Store;
  attempt: (work: () => Promise<void>) => Promise<void>;
  onSignOut: () => void;
}

/** A teacher's password, and the devices on which they are signed in. */
export function Account({ store, attempt, onSignOut }: Props) {
  const [rows, setRows] = useState<SessionRow[]>([]);
  const [changed, setChanged] = useState(false);
  const load = () => attempt(async () => setRows(await sessions(store)));
  useEffect(() => void load(), []);
  return (
    <div class="desk">
      <section class="sheet main">
        <Form
          title="change_password"
          submit="change_do"
          onSend={(of) =>
            void attempt(async () => {
              await changePassword(store, of("current"), of("password"));
              setChanged(true);
              setRows(await sessions(store));
            })
          }
        >
          <Password name="current" label="current_password" autocomplete="current-password" />
          <Password name="password" label="new_password" autocomplete="new-password" />
        </Form>
        <p role="status" class="done">
          {changed && say("password_changed_here")}
        </p>
      </section>
      <section class="sheet">
        <h2>{say("sessions")}</h2>
        <ul class="lines">
          {rows.map((row) => (
            <li key={row.id}>
              <span>
                {say("phone_of", {
                  since: day(row.created_at),
                  last: row.last_seen_day ? day(row.last_seen_day) : say("never"),
                })}
              </span>
              {row.current ? (
                <b class="small">{say("this_device")}</b>
              ) : (
                <button
                  class="b line"
                  type="button"
                  onClick={() =>
                    void attempt(async () => {
                      await endSession(store, row.id);
                      await load();
                    })
                  }
                >
                  {say("end_phone")}
                </button>
              )}
            </li>
          ))}
        </ul>
        <button class="b ink" type="button" onClick={onSignOut}>
          {say("sign_out")}
        </button>
      </section>
    </div>
  );
}
