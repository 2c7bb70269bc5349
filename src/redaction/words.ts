/**
 * Free text: only words of which it is known that they name nobody stay. Whatever else stands there, in whatever form, goes: a list of
 * what looks like a name would always be one name too short.
 */

/** Words that CMS writes into reasons and notes (seen), and that telephony writes into reasons (RFC 3261, RFC 3326). */
const harmless = new Set(
  [
    'a an and as at by due for from has have in into is it its no not of on or out over the to up was while with without',
    'local remote far near end ended ending started starting stopped completed failed failure error errors invalid unknown expired',
    'sip h323 xmpp wb3 lync web webrtc rtp srtp dtls udt tcp tls udp bfcp tip ice turn http https json xml',
    'teardown destination uri matched unmatched reason cause code call calls leg legs party participant client server user users host guest',
    'timeout time timed answer answered busy decline declined cancel cancelled canceled reject rejected refused denied disconnect disconnected',
    'hang hung hangup request requested response terminated termination clearing normal temporarily unavailable available forbidden found',
    'gone moved many few too hop hops loop detected media session sessions signaling signalling control combined negotiation initiator responder',
    'setting encrypted unencrypted encryption audio video presentation connection connected connecting lost loss network internal resource',
    'resources limit exceeded reached conference space meeting ip address port new old before after during initial state active inactive',
    'chrome firefox safari edge opera chromium mobile android ios windows linux macos browser app desktop version',
  ].flatMap((line) => line.split(' ')),
);

export const removed = '[removed]';

/** The text without what might name somebody; several words in a row are removed as one. */
export function scrubbed(text: string): string {
  const pieces = text.split(/(\s+)/u);
  const kept = pieces.map((piece) => (/^\s*$/u.test(piece) ? ' ' : isHarmless(piece) ? piece : removed));
  return kept
    .join('')
    .replace(/\[removed\](?: \[removed\])+/gu, removed)
    .trim();
}

function isHarmless(piece: string): boolean {
  const bare = piece.replace(/^[("'[]+|(?<![)\]"',.;:!?])[)\]"',.;:!?]+$/gu, '');
  if (bare === '') return /^[-("'[\])"',.;:!?]*$/u.test(piece);
  // Codes of reasons have three digits and less; what is longer may be a telephone number.
  if (/^\d{1,3}$/u.test(bare)) return true;
  return bare.split(/[-/]/u).every((word) => word === '' || harmless.has(word.toLowerCase()));
}
