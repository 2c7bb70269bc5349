import { describe, expect, it } from 'vitest';
import type { Analysis, Meeting } from '#model/index.ts';
import { instant } from '#model/index.ts';
import { clockFace } from '#view/axis.ts';
import { statesAt } from '#view/chronicle/instant.ts';
import { meetingEntries } from '#view/chronicle/meeting.ts';
import { personEntries } from '#view/chronicle/person.ts';
import { roleEntries } from '#view/chronicle/roles.ts';
import { plain } from '#view/chronicle/sentence.ts';
import { shortened } from '#view/chronicle/shortened.ts';
import { spanOfLog } from '#view/presence.ts';
import { analysisOf } from '../../fixtures/build.ts';
import { byHand, crowd, cutOff, hostile, hostNeverCame, seed, severalHosts } from '../../fixtures/meetings.ts';
import { drawn } from '../../fixtures/notation.ts';
import { unsafe } from '../../render/hostile.ts';

const face = clockFace('UTC');

function meetingOf({ spaces }: Analysis): Meeting {
  const [meeting] = spaces.flatMap(({ meetings }) => meetings);
  if (meeting === undefined) throw new Error('a meeting is expected');
  return meeting;
}

function chronicle(analysis: Analysis): readonly string[] {
  const entries = shortened(meetingEntries(meetingOf(analysis), spanOfLog(analysis)?.to ?? null));
  return entries.map(({ at, sentence }) => `${at === null ? 'before' : face.time(at)} ${plain(sentence)}`);
}

const small = (lanes: string): Analysis => analysisOf([drawn(lanes)]);

describe('the chronicle of a meeting', () => {
  it('tells the seed: who waited, whose arrival let them in, whose leaving sent them back, and that the log ends', () => {
    expect(chronicle(seed)).toEqual([
      '17:49:07.972 2000@steven.lab joined 13.163 s after calling and had to wait in the lobby: no host was there.',
      '17:49:12.463 1060@steven.lab joined 13.169 s after calling and had to wait in the lobby: no host was there.',
      '17:49:26.670 Host stejanss.movi@steven.lab joined 9.798 s after calling and let in 2 guests (2000@steven.lab after 18.698 s and 1060@steven.lab after 14.207 s).',
      '17:49:30.833 Host stejanss.movi@steven.lab left (remote SIP teardown); with the last host gone, 2 guests (2000@steven.lab and 1060@steven.lab) went back to the lobby.',
      '17:49:30.833 The log ends; still in the lobby: 2000@steven.lab and 1060@steven.lab.',
    ]);
  });

  it('keeps several hosts apart, and names the delay where people went back later', () => {
    const lines = chronicle(severalHosts);
    expect(lines).toContain('09:23:00.000 Host hal.okafor@example.org left (remote SIP teardown); 1 other host stayed.');
    expect(lines).toContain('09:27:00.000 Host ida.lind@example.org left (remote SIP teardown), the last host.');
    expect(lines).toContain(
      '09:30:00.000 3 guests (ann@example.org, bo@example.org and cleo@example.org) went back to the lobby, 3 min 00 s after ida.lind@example.org, the last host, had left.',
    );
    expect(lines).toContain('09:08:00.000 The recorder recorder1@media.example joined.');
  });

  it('does not invent a host for people let in by hand', () => {
    expect(chronicle(byHand).filter((line) => line.includes('let in'))).toEqual([
      '09:00:05.000 2 guests (ann after 4 s and bo after 3 s) were let in although no host joined at that moment: an operator or the API admitted them, a lock ended, or an activator joined on another Call Bridge.',
      '09:00:17.000 Guest ann was let in after 4 s in the lobby although no host joined at that moment: an operator or the API admitted them, a lock ended, or an activator joined on another Call Bridge.',
    ]);
  });

  it('tells who gave up, and after how long', () => {
    expect(chronicle(hostNeverCame)).toContain('09:06:30.000 bo left without having been let in, after 3 min 30 s there.');
  });

  it('says what a log that is cut off does not tell', () => {
    const lines = chronicle(cutOff);
    expect(lines[0]).toBe(
      'before When the log begins, 3 people (hal, ann and cy) are there already; since when, and in which state, it does not tell.',
    );
    expect(lines.at(-1)).toBe('09:00:19.000 The log ends; still in the lobby: ann and bo; there in a state that it does not tell: cy.');
  });

  it('stays short with a thousand participants, and loses nobody', () => {
    const analysis = crowd(1000);
    const entries = shortened(meetingEntries(meetingOf(analysis), null));
    expect(entries.length).toBeLessThan(12);
    expect(new Set(entries.flatMap(({ participants }) => participants)).size).toBe(1001);
    expect(plain(entries[0]?.sentence ?? [])).toMatch(
      /^\d+ joined and had to wait in the lobby, as no host was there, within .* and \d+ more\.$/u,
    );
  });

  it('rests every sentence but the end of the log on records', () => {
    for (const analysis of [seed, severalHosts, byHand, hostNeverCame]) {
      for (const entry of meetingEntries(meetingOf(analysis), null)) {
        if (entry.kind !== 'log-ends') expect(entry.evidence.length).toBeGreaterThan(0);
      }
    }
  });

  it('has nothing that a terminal obeys, whatever the names', () => {
    expect(chronicle(hostile).join('\n')).not.toMatch(unsafe);
  });
});

describe('the chronicle of a participant', () => {
  function person(analysis: Analysis, id: string): readonly string[] {
    const meeting = meetingOf(analysis);
    const end = spanOfLog(analysis)?.to ?? null;
    const participant = meeting.participants.find((each) => each.id === id || each.name === id);
    if (participant === undefined) throw new Error(`${id} is expected`);
    return personEntries(participant, new Map(meeting.participants.map((each) => [each.id, each])), meetingEntries(meeting, end), end).map(
      ({ at, sentence }) => `${at === null ? 'before' : face.time(at)} ${plain(sentence)}`,
    );
  }

  it('of a guest tells each state: since when, for how long, why, by whom', () => {
    expect(person(seed, '2000')).toEqual([
      '17:48:54.809 2000@steven.lab called guestpin.space@acano.steven.lab (SIP, call 38); joining took 13.163 s.',
      '17:49:07.972 2000@steven.lab joined and had to wait in the lobby for 18.698 s: no host was there.',
      '17:49:26.670 2000@steven.lab was let in and active for 4.163 s: host stejanss.movi@steven.lab joined in that moment.',
      '17:49:30.833 2000@steven.lab went back to the lobby: stejanss.movi@steven.lab, the last host, left in that moment, and was so still when the log ends.',
    ]);
  });

  it('of a host tells what coming and going did to others', () => {
    expect(person(seed, 'stejanss')).toEqual([
      '17:49:16.872 stejanss.movi@steven.lab called guestpin.space@acano.steven.lab (SIP, call 40); joining took 9.798 s.',
      '17:49:26.670 Host stejanss.movi@steven.lab joined 9.798 s after calling and let in 2 guests (2000@steven.lab after 18.698 s and 1060@steven.lab after 14.207 s).',
      '17:49:30.833 Host stejanss.movi@steven.lab left (remote SIP teardown); with the last host gone, 2 guests (2000@steven.lab and 1060@steven.lab) went back to the lobby.',
    ]);
  });

  it('of a host who left before the grace ended tells the effect, too', () => {
    expect(person(severalHosts, 'ida.lind@example.org').at(-1)).toMatch(
      /^09:30:00\.000 3 guests .* went back to the lobby, 3 min 00 s after ida\.lind/u,
    );
  });
});

describe('who was in which state at a moment', () => {
  const states = (analysis: Analysis, time: number): readonly string[] => {
    const meeting = meetingOf(analysis);
    return statesAt(meeting, meeting.participants, instant(time), face).map(({ sentence }) => plain(sentence));
  };

  it('is told with since when, why, and until when', () => {
    expect(states(seed, Date.parse('2017-02-21T17:49:28Z'))).toEqual([
      'Host stejanss.movi@steven.lab was active since 17:49:26.670, 1.33 s by then; left at 17:49:30.833 (remote SIP teardown).',
      '2000@steven.lab and 1060@steven.lab were active since 17:49:26.670, 1.33 s by then (host stejanss.movi@steven.lab joined in that moment); in the lobby from 17:49:30.833 on (stejanss.movi@steven.lab, the last host, left in that moment).',
    ]);
  });

  it('is nobody before the first call and after the last leaving', () => {
    expect(states(seed, Date.parse('2017-02-21T17:48:00Z'))).toEqual([]);
    expect(states(small('ann | guest | ·LLL'), Date.parse('2024-03-05T10:00:00Z'))).toEqual([]);
  });

  it('is told together for those of one state and reason where there are many', () => {
    const lines = states(crowd(1000), Date.UTC(2024, 2, 5, 9, 20));
    expect(lines.length).toBeLessThan(8);
    expect(lines.join('\n')).toMatch(
      /\d+ guests were active since 09:18:00\.000 \(host anna\.berger@example\.org joined in that moment\): /u,
    );
  });
});

describe('who is who', () => {
  it('is told with what it rests on, hosts first', () => {
    expect(roleEntries(meetingOf(severalHosts).participants).map(({ sentence }) => plain(sentence))).toEqual([
      'hal.okafor@example.org: host (released others by joining).',
      'hal.okafor@example.org: host (released others by joining).',
      'ida.lind@example.org: host (sent others to the lobby by leaving).',
      'ann@example.org: guest (was deactivated).',
      'bo@example.org: guest (was deactivated).',
      'cleo@example.org: guest (was deactivated).',
      'dan@example.org: role not known.',
    ]);
  });
});
