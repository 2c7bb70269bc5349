/** Copying through the terminal (OSC 52): it works over SSH, where no clipboard program could. */

/** More than this is cut by terminals in silence. */
const most = 74_000;

/** The escape sequences that put a text on the clipboard; null = it is too long. */
export function copySequence(text: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  if (encoded.length > most) return null;
  const plain = `\u001b]52;c;${encoded}\u0007`;
  // tmux keeps it to itself unless it is told to hand it on; `set-clipboard on` takes the plain one, `allow-passthrough` the wrapped one.
  return env['TMUX'] === undefined ? plain : `${plain}\u001bPtmux;${plain.replaceAll('\u001b', '\u001b\u001b')}\u001b\\`;
}
