/** What stands in which hole, so that each gets the right pseudonym. A field that is not named here is taken for a name: too much rather than too little. */
import type { EventKind, HoleKind } from '#model/index.ts';
import { address, ip, isMachine, person } from './people.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { scrubbed } from './words.ts';

type Treatment = 'person' | 'called' | 'space' | 'call-bridge' | 'call-id' | 'client' | 'words';

const byField: Readonly<Record<string, Treatment>> = {
  from: 'person',
  to: 'person',
  user: 'person',
  name: 'person',
  displayName: 'person',
  apiUser: 'person',
  dialled: 'called',
  spaceName: 'space',
  bridge: 'call-bridge',
  sipCallId: 'call-id',
  reason: 'words',
  client: 'client',
  via: 'words',
  running: 'words',
  outcome: 'words',
  action: 'words',
  state: 'words',
  _: 'words',
};

/** Events whose `name` is that of a conference: of a space. */
const ofConferences: ReadonlySet<EventKind> = new Set<EventKind>(['conference-correlated', 'conference-named', 'conference-unencrypted']);

/** What is to stand in a hole instead. */
export function redactedHole(event: EventKind, field: string, type: HoleKind, text: string, pseudonyms: Pseudonyms): string {
  switch (type) {
    case 'int':
    case 'duration':
      return text;
    case 'guid':
      return pseudonyms.of('guid', text);
    case 'ip':
      return ip(text, pseudonyms);
    case 'uri':
    case 'text':
      return redactedText(event, field, text, pseudonyms);
  }
}

function redactedText(event: EventKind, field: string, text: string, pseudonyms: Pseudonyms): string {
  if (text.trim() === '') return text;
  const treatment = field === 'name' && ofConferences.has(event) ? 'space' : (byField[field] ?? 'person');
  switch (treatment) {
    case 'person':
      return person(text, pseudonyms);
    case 'called':
      return address(text, 'address', pseudonyms);
    case 'space':
    case 'call-bridge':
    case 'call-id':
      return pseudonyms.of(treatment, text);
    case 'client':
      return isMachine(text) ? person(text, pseudonyms) : scrubbed(text);
    case 'words':
      return scrubbed(text);
  }
}
