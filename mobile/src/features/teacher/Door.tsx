import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { confirm, forgot, type Next, reset, signUp } from "./account";
import { field } from "./fields";
import { type Key, say } from "./strings";

/** Where a mailed link leads, with its token. */
export interface Link {
  to: "confirm" | "invited" | "reset";
  token: string;
}

interface Props {
  link: Link | undefined;
  onEnter: (email: string, password: string) => void;
  attempt: (work: () => Promise<void>) => Promise<void>;
}

type Place = "in" | "up" | "forgot" | "reset";

/** Everything before a teacher is signed in. */
export function Door({ link, onEnter, attempt }: Props) {
  const first: Place = link?.to === "reset" ? "reset" : link?.to === "invited" ? "up" : "in";
  const [place, setPlace] = useState<Place>(first);
  const [told, tell] = useState<Key>();
  const go = (to: Place, words?: Key) => {
    setPlace(to);
    tell(words);
  };
  useEffect(() => {
    if (link?.to === "confirm")
      void attempt(async () => go("in", nextWords[await confirm(link.token)]));
  }, [link?.token]);
  return (
    <section class="sheet door">
      {told && (
        <p role="status" class="done">
          {say(told)}
        </p>
      )}
      {place === "in" && (
        <Form title="title" submit="sign_in" onSend={(of) => onEnter(of("email"), of("password"))}>
          <Email />
          <Password name="password" label="password" autocomplete="current-password" />
        </Form>
      )}
      {place === "up" && (
        <Form
          title="sign_up"
          submit="sign_up_do"
          onSend={(of) =>
            void attempt(async () => {
              const invitation = link?.to === "invited" ? link.token : "";
              const body = {
                email: of("email").trim(),
                password: of("password"),
                display_name: of("display_name").trim(),
                invitation,
              };
              const next = await signUp(body);
              if (next === "sign_in") onEnter(body.email, body.password);
              else go("in", nextWords[next]);
            })
          }
        >
          <label>
            {say("your_name")}
            <input name="display_name" maxLength={60} autocomplete="name" required />
          </label>
          <Email />
          <Password name="password" label="new_password" autocomplete="new-password" />
        </Form>
      )}
      {place === "forgot" && (
        <Form
          title="forgot"
          submit="forgot_do"
          onSend={(of) =>
            void attempt(async () => {
              await forgot(of("email").trim());
              go("in", "forgot_sent");
            })
          }
        >
          <p>{say("forgot_help")}</p>
          <Email />
        </Form>
      )}
      {place === "reset" && (
        <Form
          title="reset"
          submit="reset_do"
          onSend={(of) =>
            void attempt(async () => {
              await reset(link?.token ?? "", of("password"));
              go("in", "password_changed");
            })
          }
        >
          <Password name="password" label="new_password" autocomplete="new-password" />
        </Form>
      )}
      <div class="row">
        {place !== "in" && (
          <button class="b text" type="button" onClick={() => go("in")}>
            {say("have_account")}
          </button>
        )}
        {place === "in" && (
          <>
            <button class="b line" type="button" onClick={() => go("up")}>
              {say("sign_up")}
            </button>
            <button class="b text" type="button" onClick={() => go("forgot")}>
              {say("forgot")}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

const nextWords: Record<Next, Key> = {
  sign_in: "next_sign_in",
  confirm_email: "next_confirm_email",
  wait_for_approval: "next_wait_for_approval",
};

interface FormProps {
  title: Key;
  submit: Key;
  /** Gets a reader of the form's fields. */
  onSend: (of: (name: string) => string) => void;
  children: ComponentChildren;
}

export function Form({ title, submit, onSend, children }: FormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        onSend((name) => field(form, name));
      }}
    >
      <h1 tabIndex={-1}>{say(title)}</h1>
      {children}
      <button class="b" type="submit">
        {say(submit)}
      </button>
    </form>
  );
}

const Email = () => (
  <label>
    {say("email")}
    <input name="email" type="email" autocomplete="username" required />
  </label>
);

interface PasswordProps {
  name: string;
  label: Key;
  autocomplete: "current-password" | "new-password";
}

export function Password({ name, label, autocomplete }: PasswordProps) {
  return (
    <label>
      {say(label)}
      <input name={name} type="password" autocomplete={autocomplete} required />
      {autocomplete === "new-password" && <span class="small soft">{say("password_help")}</span>}
    </label>
  );
}
