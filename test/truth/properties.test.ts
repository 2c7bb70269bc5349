/**
 * What the program must make of any lawful log, held against the truth.
 *
 * TRUTH_RUNS: so many random worlds a property (each of several meetings), other ones every time.
 * TRUTH_SEED: the seed of a failure. Without both, always the same worlds: a build does not fail by chance.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigScript } from './big.ts';
import { cutEnd, cutStart, type Damaged, doubled, inFiles, losing, oneContradicted, onlyFacility, perHost } from './damage.ts';
import { exported } from './door.ts';
import { judgeExactly, judgeLocally, judgeMarked, judgeModestly, report } from './judge.ts';
import { anyScript, type Kind, STARTS, withHeartbeat } from './scripts.ts';
import { truthOf } from './truth.ts';
import { play, type Release, type Script, type World } from './world.ts';
import { type Dialect, type Framing, type Line, UTC_TWIN, write } from './write.ts';

const RUNS = Number(process.env['TRUTH_RUNS'] ?? 200);

function seedOf(seed: string | undefined, runs: string | undefined): { seed?: number } {
  if (seed !== undefined) return { seed: Number(seed) };
  return runs === undefined ? { seed: 20_261_124 } : {};
}

const judgedMeetings = { count: 0 };
const SEED = seedOf(process.env['TRUTH_SEED'], process.env['TRUTH_RUNS']);

const MINUTE = 60_000;

const PLAIN: Kind = {
  releases: ['2.1', '2.9', '3.8'],
  framing: 'F4',
  bridges: 1,
  skewMs: 0,
  crashes: false,
  actions: 14,
  starts: STARTS,
};

interface Scene {
  readonly world: World;
  readonly lines: readonly Line[];
  readonly dialect: Dialect;
}

type Verdict = (scene: Scene, extra: number) => string;

/** Plays random worlds; `verdict` gives what is wrong, in words, or nothing. */
function holds(kind: Kind, zone: string, verdict: Verdict, share = 1, change = (script: Script): Script => script): void {
  const dialect: Dialect = { framing: kind.framing, zone };
  const property = fc.property(anyScript(kind), fc.nat({ max: 999_999 }), (script, extra) => {
    const world = play(change(script));
    const lines = write(world, dialect);
    for (const space of world.spaces) judgedMeetings.count += space.meetings.length;
    const wrong = lines.length === 0 ? '' : verdict({ world, lines, dialect }, extra);
    if (wrong !== '') throw new Error(wrong);
  });
  const numRuns = Math.max(1, Math.round(RUNS * share));
  const details = fc.check(property, { numRuns, ...SEED });
  if (!details.failed) return;
  const said = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  const script = JSON.stringify(details.counterexample);
  expect.fail(`TRUTH_SEED=${details.seed}\n${script}\n${said}`);
}

function judged(scene: Scene, found: unknown): string {
  const differences = judgeExactly(truthOf(scene.world, scene.dialect), found);
  return differences.length === 0 ? '' : report(differences, scene.lines);
}

function complete(scene: Scene, files: readonly (readonly Line[])[]): string {
  return judged(scene, exported(files, scene.world, scene.dialect));
}

function damaged(scene: Scene, damage: Damaged): string {
  const { world, dialect } = scene;
  if (damage.lines.length === 0) return '';
  const differences = judgeModestly(truthOf(world, dialect), exported([damage.lines], world, dialect), damage.sight);
  return differences.length === 0 ? '' : report(differences, damage.lines);
}

const GENERATIONS: readonly (readonly [string, Release])[] = [
  ['gen-1 (2.1)', '2.1'],
  ['gen-2 with XMPP (2.9)', '2.9'],
  ['gen-2 with the web app (3.8)', '3.8'],
];

describe('a complete log gives the truth to the millisecond', () => {
  it.each(GENERATIONS)('of %s', (_, release) => {
    holds({ ...PLAIN, releases: [release] }, 'UTC', (scene) => complete(scene, [scene.lines]), 3);
  });

  it.each<Framing>(['F1', 'F1a', 'F1b', 'F2', 'F3', 'F5', 'F6', 'F11'])('in the framing %s', (framing) => {
    holds({ ...PLAIN, framing }, 'UTC', (scene) => complete(scene, [scene.lines]));
  });

  it.each(['+05:30', '-04:00', 'Europe/Berlin', 'America/New_York'])('of boxes in the zone %s', (zone) => {
    holds(PLAIN, zone, (scene) => complete(scene, [scene.lines]), 0.5);
  });

  it('of a cluster, the records of all hosts merged', () => {
    holds({ ...PLAIN, bridges: 3 }, 'UTC', (scene) => complete(scene, [scene.lines]));
  });

  it('of a cluster, one file a host', () => {
    holds({ ...PLAIN, bridges: 3 }, 'UTC', (scene) => complete(scene, perHost(scene.lines)));
  });

  it('of a cluster whose clocks differ', () => {
    holds({ ...PLAIN, bridges: 3, skewMs: 4000 }, 'UTC', (scene) => complete(scene, [scene.lines]));
  });

  it('in rotated files', () => {
    holds(PLAIN, 'UTC', (scene, extra) => complete(scene, inFiles(scene.lines, 2 + (extra % 3))));
  });

  it('with records doubled', () => {
    holds(PLAIN, 'UTC', (scene, extra) => complete(scene, [doubled(scene.lines, (place) => (place * 7 + extra) % 3 === 0)]));
  });

  it('given twice', () => {
    holds(PLAIN, 'UTC', (scene) => complete(scene, [scene.lines, scene.lines]), 0.5);
  });
});

describe('a meeting of a thousand', () => {
  it.each(GENERATIONS)('is exact in %s', (_, release) => {
    const bridges = [{ name: 'cms1', skewMs: 0, firstCall: 1 }];
    const spaces = ['Board', 'Town hall'];
    const start = Date.UTC(2023, 4, 4, 9);
    const wish = { seed: 1, release, start, bridges, spaces, participants: 1000, lastsMs: 20 * MINUTE, quietMs: 60 };
    const world = play(bigScript(wish));
    const dialect: Dialect = { framing: 'F4', zone: 'UTC' };
    const lines = write(world, dialect);
    expect(complete({ world, lines, dialect }, [lines])).toBe('');
  });
});

describe('a complete log tells its own time', () => {
  it.each<Framing>(['F2', 'F3', 'F5'])('the year, in the framing %s', (framing) => {
    holds(
      { ...PLAIN, framing },
      'UTC',
      (scene) => judged(scene, exported([scene.lines], scene.world, scene.dialect, { year: false, zone: true })),
      0.5,
    );
  });

  it.each(['+05:30', '-04:00'])('the zone %s, by the messages of other processes', (zone) => {
    holds(
      { ...PLAIN, framing: 'F3' },
      zone,
      (scene) => judged(scene, exported([scene.lines], scene.world, scene.dialect, { year: true, zone: false })),
      0.5,
      (script) => withHeartbeat(script, MINUTE, MINUTE, MINUTE, UTC_TWIN),
    );
  });

  it.each([
    ['goes back', Date.UTC(2023, 9, 29, 0, 50)],
    ['goes on', Date.UTC(2024, 2, 31, 0, 58)],
  ])('when the clock of Europe/Berlin %s', (_, start) => {
    holds(
      { ...PLAIN, framing: 'F3', starts: [start] },
      'Europe/Berlin',
      (scene) => complete(scene, [scene.lines]),
      0.5,
      (script) => withHeartbeat(script, 4 * MINUTE, 60 * MINUTE, 120 * MINUTE, 0),
    );
  });
});

describe('of a damaged log nothing is told that is false', () => {
  it('when its beginning is cut off', () => {
    holds(PLAIN, 'UTC', (scene, extra) => damaged(scene, cutStart(scene.lines, (extra % 100) / 100, scene.dialect)), 2);
  });

  it('when its end is cut off', () => {
    holds(PLAIN, 'UTC', (scene, extra) => damaged(scene, cutEnd(scene.lines, (extra % 100) / 100, scene.dialect)), 2);
  });

  it.each(['local0', 'user'])('when only the facility %s is left', (facility) => {
    holds(PLAIN, 'UTC', (scene) => damaged(scene, onlyFacility(scene.lines, facility, scene.dialect)));
  });

  it('when a bridge of a cluster restarts', () => {
    holds({ ...PLAIN, bridges: 2, crashes: true }, 'UTC', (scene) => {
      const sight = { from: -Infinity, to: Infinity, toleranceMs: 0 };
      return damaged(scene, { lines: scene.lines, sight, touched: new Set() });
    });
  });

  it('when the log of one host of a cluster is missing', () => {
    holds({ ...PLAIN, bridges: 2 }, 'UTC', (scene) => {
      const [first] = perHost(scene.lines);
      const sight = { from: -Infinity, to: Infinity, toleranceMs: 0, hostsMissing: true };
      return damaged(scene, { lines: first ?? [], sight, touched: new Set() });
    });
  });
});

describe('single records lost at random do local damage', () => {
  it.each(GENERATIONS.slice(1))('in %s: the states of everybody else stay exact', (_, release) => {
    holds({ ...PLAIN, releases: [release] }, 'UTC', (scene, extra) => {
      const { lines, dialect, world } = scene;
      const lost = new Set([extra % lines.length, (extra * 7 + 3) % lines.length]);
      const damage = losing(lines, lost, dialect);
      const found = exported([damage.lines], world, dialect);
      const differences = judgeLocally(truthOf(world, dialect), found, damage.touched);
      const gone = [...lost].map((place) => `lost: ${lines[place]?.text}`);
      return differences.length === 0 ? '' : [...gone, report(differences, damage.lines)].join('\n');
    });
  });
});

describe('what the log contradicts', () => {
  it.each(GENERATIONS.slice(1))('is marked by a finding, in %s', (_, release) => {
    holds({ ...PLAIN, releases: [release] }, 'UTC', (scene, extra) => {
      const { lines, dialect, world } = scene;
      const place = oneContradicted(lines, extra);
      if (place === null) return '';
      const damage = losing(lines, new Set([place]), dialect);
      const found = exported([damage.lines], world, dialect);
      const unmarked = judgeMarked(truthOf(world, dialect), found, damage.touched);
      return unmarked.length === 0 ? '' : [`lost: ${lines[place]?.text}`, report(unmarked, damage.lines)].join('\n');
    });
  });
});

describe('all in all', () => {
  it.skipIf(process.env['TRUTH_RUNS'] !== undefined)('at least 10,000 meetings were judged', () => {
    expect(judgedMeetings.count).toBeGreaterThan(10_000);
  });
});
