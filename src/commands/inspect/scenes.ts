/** Scenes by need: made when there is time, kept while they are likely to be looked at again. */
import type { Meeting } from '#model/index.ts';
import type { Book, Entry, Scene, Scenes } from '#render/inspector/book.ts';
import { sceneInSteps } from '#render/inspector/create-scene.ts';
import type { Chores } from './chores.ts';

/** Scenes that are kept, and participants in all of them: a thousand take some ten megabytes. */
const mostKept = 48;
const mostPeople = 3000;

export interface SceneStore extends Scenes {
  /** Has what will probably be looked at next at hand. */
  foresee(entries: readonly Entry[]): void;
}

/** What scenes are made of. */
export interface Stage {
  book(): Book;
  /** The meeting of an entry, made in steps; null = there is none any more. */
  meeting(key: string): Generator<undefined, Meeting> | null;
}

interface Wanted {
  readonly entry: Entry;
  /** Somebody waits for it. */
  urgent: boolean;
}

/** @param come told of every scene that is there now */
export function createScenes(chores: Chores, stage: Stage, come: (scene: Scene) => void): SceneStore {
  const kept = new Map<string, Scene>();
  const wanted = new Map<string, Wanted>();

  function want(entry: Entry, urgent: boolean): void {
    const known = wanted.get(entry.key);
    if (known?.entry === entry && (known.urgent || !urgent)) return;
    const asked: Wanted = { entry, urgent };
    wanted.set(entry.key, asked);
    chores.add(function* () {
      if (wanted.get(entry.key) !== asked) return;
      const scene = yield* laidOut(entry);
      if (wanted.get(entry.key) === asked) wanted.delete(entry.key);
      if (scene === null || kept.get(entry.key)?.entry === entry) return;
      keep(scene);
      come(scene);
    }, urgent);
  }

  function* laidOut(entry: Entry): Generator<undefined, Scene | null> {
    const { inputs, face, findings } = stage.book();
    const steps = stage.meeting(entry.key);
    if (steps === null) return null;
    const meeting = yield* steps;
    yield;
    const own = entry.findings.numbers.flatMap((number) => findings.at(number)?.finding ?? []);
    return yield* sceneInSteps(inputs, face, entry, meeting, own);
  }

  function keep(scene: Scene): void {
    kept.delete(scene.entry.key);
    kept.set(scene.entry.key, scene);
    let people = kept.values().reduce((sum, { meeting }) => sum + meeting.participants.length, 0);
    for (const [key, { meeting }] of kept) {
      if (kept.size === 1 || (kept.size <= mostKept && people <= mostPeople)) break;
      people -= meeting.participants.length;
      kept.delete(key);
    }
  }

  return {
    of(entry) {
      const scene = kept.get(entry.key);
      if (scene?.entry !== entry) want(entry, true);
      // What was known before is better than nothing until it has come.
      return scene ?? null;
    },
    foresee(entries) {
      for (const entry of entries) if (kept.get(entry.key)?.entry !== entry) want(entry, false);
    },
  };
}
