/** Names, numbers and lengths of time in sentences. */
import type { Participant } from '#model/index.ts';

/** What to call somebody: display name, else the name as logged, else what is known of the leg. */
export function nameOf({ name, leg }: Participant): string {
  const known = [leg.displayName, name].find((candidate) => candidate !== null && candidate.trim() !== '');
  if (known !== undefined && known !== null) return known;
  if (leg.callLegId !== null) return `leg ${leg.callLegId.slice(0, 8)}`;
  return leg.callNumber === null ? 'somebody without a name' : `call ${leg.callNumber}`;
}

/** `ann, bo and 14 others`. */
export function namesOf(participants: readonly Participant[]): string {
  return listed(participants.map(nameOf));
}

/** `guest ann`, `3 guests (ann, bo and cy)`; people of whom the log does not tell that they are guests are no guests. */
export function party(participants: readonly Participant[]): string {
  const guests = participants.every(({ role }) => role === 'guest');
  const [only, second] = participants;
  if (only !== undefined && second === undefined) return guests ? `guest ${nameOf(only)}` : nameOf(only);
  const many = guests ? counted(participants.length, 'guest') : counted(participants.length, 'person', 'people');
  return `${many} (${namesOf(participants)})`;
}

/** At the beginning of a sentence: a name stays as it is. */
export function capital(text: string): string {
  return text.startsWith('guest ') ? `G${text.slice(1)}` : text;
}

/** The first few by name, the others by number. */
export function listed(items: readonly string[], most = 3): string {
  const unique = [...new Set(items)];
  const [first] = unique;
  if (first === undefined) return 'nobody';
  if (unique.length === 1) return first;
  if (unique.length <= most) return `${unique.slice(0, -1).join(', ')} and ${unique.at(-1)}`;
  const rest = unique.length - most + 1;
  return `${unique.slice(0, most - 1).join(', ')} and ${rest} others`;
}

/** `1 guest`, `3 guests`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `once`, `twice`, `7 times`. */
export function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}

/** `840 ms`, `18.698 s`, `4 min 12 s`, `2 h 05 min`. */
export function lasting(ms: number): string {
  const whole = Math.abs(Math.round(ms));
  if (whole < 1000) return `${whole} ms`;
  if (whole < 60_000) return `${Number((whole / 1000).toFixed(3))} s`;
  const seconds = Math.round(whole / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
