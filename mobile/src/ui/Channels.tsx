import { language, t } from "../i18n";
import { type Channel, unconfirmedSince } from "./help";
import { Icon } from "./Icon";

/** Ways to call for help; an old number is never hidden, it says since when nobody confirmed it. */
export function Channels({ list }: { list: Channel[] }) {
  return (
    <ul class="channels">
      {list.map((one) => (
        <li key={one.key}>
          <Call channel={one} />
          <p class="small soft">
            {one.for[language()]}
            {one.hours && ` ${one.hours[language()]}.`}
          </p>
          <Doubt channel={one} />
        </li>
      ))}
    </ul>
  );
}

function Call({ channel }: { channel: Channel }) {
  const name = channel.name[language()];
  if (channel.number)
    return (
      <a class="call-b" href={`tel:${channel.number}`}>
        <Icon name="phone" />
        <span>
          <b>{channel.number}</b> {name.replace(new RegExp(`\\s*${channel.number}\\s*`), " ")}
        </span>
      </a>
    );
  if (channel.url)
    return (
      <a class="call-b" href={channel.url} rel="noreferrer" target="_blank">
        <Icon name="share" />
        <span>{name}</span>
      </a>
    );
  return <p class="place-b">{name}</p>;
}

function Doubt({ channel }: { channel: Channel }) {
  const since = unconfirmedSince(channel, new Date().toISOString().slice(0, 10));
  if (since === undefined) return null;
  const month =
    since &&
    new Intl.DateTimeFormat(language(), { month: "long", year: "numeric", timeZone: "UTC" });
  return (
    <p class="small doubt">
      {month ? t("unconfirmed_since", { month: month.format(new Date(since)) }) : t("unconfirmed")}
    </p>
  );
}
