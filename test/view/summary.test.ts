import { describe, expect, test } from 'vitest';
import type { Analysis } from '#model/index.ts';
import { clockFace } from '#view/axis.ts';
import { summaryOf } from '#view/summary.ts';
import { analysisOf } from '../fixtures/build.ts';
import { byHand, crowd, hostNeverCame, overNight, seed, severalHosts } from '../fixtures/meetings.ts';
import { type DrawnOptions, drawn } from '../fixtures/notation.ts';

function story(analysis: Analysis, zone = 'UTC'): string {
  const meeting = analysis.spaces[0]?.meetings[0];
  return meeting === undefined ? '' : summaryOf(analysis, meeting, clockFace(zone)).join(' ');
}

function storyOf(drawing: string, options: DrawnOptions = {}): string {
  return story(analysisOf([drawn(drawing, options)]));
}

describe('the story of a meeting', () => {
  test('of the seed', () => {
    expect(story(seed)).toBe(
      '2 guests waited up to 18.698 s for host stejanss.movi@steven.lab, who joined at 17:49:26.670. ' +
        '2 guests went back to the lobby at 17:49:30.833, when stejanss.movi@steven.lab left, and are still there when the log ends.',
    );
  });

  test('with deactivationModeTime, how much later they went back', () => {
    expect(story(severalHosts)).toContain(
      '3 guests went back to the lobby at 09:30:00.000, 3 min 00 s after ida.lind@example.org had left.',
    );
  });

  test('without a host', () => {
    expect(story(hostNeverCame)).toBe(
      '2 guests left without having been let in, after up to 10 min 00 s; 1 was still waiting when the log ends, after 5 min 30 s. No host came.',
    );
  });

  test('let in by hand, and sent back', () => {
    expect(story(byHand)).toBe(
      '2 guests waited up to 4 s and were let in, though no host joined at that moment. 1 guest was sent to the lobby while a host was there.',
    );
  });

  test('with some who gave up', () => {
    expect(story(crowd(1000))).toContain('65 guests left without having been let in, after up to 17 min 26 s.');
  });

  test('on another day, with its date', () => {
    expect(story(overNight, 'Europe/Vienna')).toContain('went back to the lobby on 2024-03-31 at 08:30:00.000');
  });

  test('with several hosts who let people in', () => {
    const drawing = `hal | host  |  AAA
       ida | host  |       AAA
       ann | guest | LAAAL
       bo  | guest |      LAAAL`;
    expect(storyOf(drawing)).toBe(
      '2 guests waited up to 1 s until host hal or ida joined. Back to the lobby 2 times, as the last host left.',
    );
  });

  test.each([
    ['nobody waits', 'ann | unknown | AAAA', 'Nobody waited in the lobby.'],
    ['the log does not tell', 'ann | guest | <????', 'The log does not tell whether anybody waited in the lobby.'],
    ['only machines', 'rec | recorder | AAAA', 'Only a recorder or streamer was there.'],
    ['one, still waiting', 'ann | guest | LLLL>', '1 guest was still waiting when the log ends. No host came.'],
  ])('%s', (_, drawing, sentence) => {
    expect(storyOf(drawing)).toBe(sentence);
  });

  test('whoever waited is called a participant, where not all are known to be guests', () => {
    expect(storyOf('ann | unknown | LLLL\nbo | guest | LLLL')).toBe(
      '2 participants left without having been let in, after up to 4 s. No host came.',
    );
  });
});
