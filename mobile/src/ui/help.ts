/** The help book as data (fixtures/help/gt.yaml), and how sure its numbers are. */
export interface Both {
  es: string;
  en: string;
}

export interface Channel {
  key: string;
  name: Both;
  number?: string;
  whatsapp?: string;
  url?: string;
  for: Both;
  hours: Both | null;
  source_date: string | null;
  verified_on: string | null;
  review_by: string;
}

export interface Situation {
  id: string;
  title: Both;
  steps: { es: string[]; en: string[] };
  words: Both;
  channels: string[];
}

export interface HelpBook {
  channels: Channel[];
  situations: Situation[];
}

/**
 * Since when a channel is unconfirmed: undefined when somebody called it and its review is not yet due,
 * null when not even the source has a date.
 */
export function unconfirmedSince(channel: Channel, today: string): string | null | undefined {
  if (channel.verified_on && today <= channel.review_by) return undefined;
  return channel.verified_on ?? channel.source_date;
}
