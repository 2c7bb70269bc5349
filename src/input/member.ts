/** What is in an archive, one after the other, as streams: nothing is ever written to disk, and names are labels. */
import type { InputLimits } from './limits.ts';
import { InputError } from './source.ts';

export type Member =
  | {
      readonly kind: 'file';
      /** As the archive says; only ever shown. */
      readonly name: string;
      /** Milliseconds UTC; null = not said. */
      readonly modified: number | null;
      /** Has to be read, or left, before the next member is asked for. @throws InputError while it is read */
      readonly bytes: AsyncIterable<Uint8Array>;
    }
  /** No file, as a link or a device: nothing is to be read. */
  | { readonly kind: 'other'; readonly name: string; readonly reason: string }
  /** It, or the archive around it, is damaged: what follows is still read. */
  | { readonly kind: 'damage'; readonly name: string | null; readonly message: string };

export const whatCame = 'what came before was read';

export function tooMany(archive: string, limits: InputLimits): InputError {
  return new InputError(archive, `has more than ${limits.members} members; --max-members raises the limit`);
}

export function counted(members: number): string {
  return members === 1 ? '1 member' : `${members} members`;
}
