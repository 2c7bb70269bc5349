/**
 * Pseudonyms: for the same original always the same, numbered in the order in which a log names them. They tell nothing of the original,
 * not even to who guesses it, and the same log gives the same ones.
 */

/** What an original is, and with it what its pseudonym looks like. */
export type Kind = 'person' | 'address' | 'domain' | 'space' | 'call-bridge' | 'call-id' | 'ip' | 'guid' | 'client' | 'log';

export interface Pseudonyms {
  /** The pseudonym of an original. */
  of(kind: Kind, original: string): string;
  /** Remembers what a longer text was made of: `person-3@domain-1.example`. */
  remember(pseudonym: string, original: string): string;
  /** The text that a pseudonym stands for; any other text as it is. */
  original(pseudonym: string): string;
  /** All that were given, in their order. */
  entries(): readonly (readonly [pseudonym: string, original: string])[];
}

/** Originals that differ in case or blanks alone are one to some comparisons and two to others: so are their pseudonyms. */
interface Known {
  readonly number: number;
  readonly spellings: Map<string, string>;
}

export function createPseudonyms(): Pseudonyms {
  const known = new Map<string, Known>();
  const counts = new Map<Kind, number>();
  const originals = new Map<string, string>();

  function remember(pseudonym: string, original: string): string {
    if (!originals.has(pseudonym)) originals.set(pseudonym, original);
    return pseudonym;
  }

  return {
    of(kind, original) {
      const key = `${kind} ${original.replace(/\s+/gu, '').toLowerCase()}`;
      let entry = known.get(key);
      if (entry === undefined) {
        const number = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, number);
        entry = { number, spellings: new Map() };
        known.set(key, entry);
      }
      const given = entry.spellings.get(original);
      if (given !== undefined) return given;
      const pseudonym = spelled(shaped(kind, entry.number), entry.spellings.size);
      entry.spellings.set(original, pseudonym);
      return remember(pseudonym, original);
    },
    remember,
    original: (pseudonym) => originals.get(pseudonym) ?? pseudonym,
    entries: () => [...originals],
  };
}

function shaped(kind: Kind, number: number): string {
  switch (kind) {
    case 'person':
    case 'address':
    case 'space':
    case 'call-bridge':
    case 'call-id':
    case 'client':
    case 'log':
      return `${kind}-${number}`;
    case 'domain':
      return `domain-${number}.example`;
    case 'ip':
      // Reserved, and never routed.
      return `240.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
    case 'guid':
      // The number first, because views shorten a GUID to its beginning.
      return `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
  }
}

/** The nth way to write a text in capitals and small letters; the first has none but small ones. */
function spelled(text: string, turn: number): string {
  let rest = turn;
  return [...text]
    .map((sign) => {
      if (!/[a-z]/u.test(sign)) return sign;
      const isCapital = rest % 2 === 1;
      rest = Math.floor(rest / 2);
      return isCapital ? sign.toUpperCase() : sign;
    })
    .join('');
}
