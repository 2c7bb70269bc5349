/** Heads that copying has cut: the first characters of a line are lost, or its stamp. Only where a line begins. */
import { callBridge, type FramingName } from '#model/index.ts';
import type { Head } from './heads.ts';
import { noStamp, stampOf } from './stamp.ts';

const b = ' {0,16}';
const level = '(?:INFO|WARNING|WARN|ERROR|ERR|DEBUG|TRACE|VERBOSE|NOTICE|FATAL|CRITICAL)';
const bridge = `host ?: ?server ?:${b}(?:${level}${b}:)?${b}`;
const otherName = '(?!host ?:)[A-Za-z_][\\w.\\/+\\-]{0,63}';
const hostName = '[A-Za-z0-9][\\w.\\-]{0,252}';
const time =
  '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{3}(?:\\d{3}){0,2}|\\d{7}|\\d{1,2}))?';
const shortLevel = '(?:Info|Warning|Error|INFO|WARNING|ERROR)';
const facility = '(?:kern|user|daemon|auth|authpriv|syslog|local[0-7])\\.(?:emerg|alert|crit|error|err|warning|notice|info|debug)';

/** A remainder of a date: `ul 26 `, `-05-04  `, `4 `, or nothing. */
const dateRest = '(?:[A-Za-z]{0,2} {0,2}\\d{1,2} {1,2}|[\\d\\-]{0,9}[ T]{0,2})';

/** A whole time of day where a line begins, and no date: diagnostics (F10) are written so, and cut heads of Web Admin. */
const dateless = `${time}[ |]{1,16}${shortLevel}[ |]{1,16}`;

/** From what keeps most to what keeps least. */
const sources: readonly string[] = [
  dateless,
  `${dateRest}${time}${b}${facility}${b}(?<host>${hostName}?)${b}${bridge}`,
  `${dateRest}${time} {1,4}(?<host>${hostName}) {1,4}${bridge}`,
  `${dateRest}${time}[ |]{1,16}${shortLevel}[ |]{1,16}`,
  // The time itself is cut: `:33.120 user.info bridge1 host:server:` and further, down to `host:server:`.
  `[\\d:.]{0,14} {0,2}[a-z0-9]{0,8}\\.?[a-z]{1,8} {1,2}(?<host>${hostName}) {1,2}${bridge}`,
  `(?<host>${hostName}) {1,2}${bridge}`,
  bridge,
  `(?:[\\d:]{0,6}[:.])?\\d{0,3} {1,4}${shortLevel} {1,16}`,
  // Of another process, whose numbers of calls are others.
  `(?:${dateRest}${time}${b})?${facility} {1,4}(?<host>${hostName}) {1,4}(?:[0-9a-f]{12} )?(?<process>${otherName})(?:\\[\\d{1,7}\\])? ?:${b}(?:\\d{1,12}\\.\\d{1,6} ?:${b})?(?:${level}?${b}:${b})?`,
  `[hostserv]{0,6}:${b}${level}${b}:${b}`,
];

/**
 * The cut head at `at` (where a line begins), or null. It keeps its own time of day where that is whole.
 * One without a date that lost nothing else is given as `diagnostics`.
 * The date is never guessed from what is left of it: the neighbours have it whole.
 */
export function createCutHeadFinder(): (text: string, at: number) => Head | null {
  const patterns = sources.map((source) => ({ pattern: new RegExp(source, 'y'), framing: framingOf(source) }));
  return (text, at) => {
    for (const { pattern, framing } of patterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null || match[0] === '') continue;
      const parts = match.groups ?? {};
      const whole = stampOf(parts);
      return {
        start: at,
        end: at + match[0].length,
        framing,
        stamp: { ...noStamp, time: whole.time, precision: whole.precision },
        host: parts['host'] ?? null,
        process: parts['process'] ?? callBridge,
        strong: true,
      };
    }
    return null;
  };
}

function framingOf(source: string): FramingName {
  return source === dateless ? 'diagnostics' : 'headless';
}

/** What every cut head holds: a text without it needs no look at its lines. */
export const cutHeadHint =
  /(?:user|daemon|kern|auth|authpriv|local[0-7])\.(?:info|err|warning|notice|debug)|host ?: ?server ?:|server ?:|ver ?: {0,16}[A-Z]{4,8} ?:|(?:I(?:nfo|NFO)|W(?:arning|ARNING)|E(?:rror|RROR))[ |]/;
