/** Scenes by need: asked of the thread that reads, made when there is time, kept while they are likely to be looked at again. */
import type { Participant } from '#model/index.ts';
import type { Book, Entry, Scene, Scenes } from '#render/inspector/book.ts';
import { sceneInSteps } from '#render/inspector/create-scene.ts';
import type { Chores } from './chores.ts';
import type { Report } from './report.ts';

/** Scenes that are kept; those of large meetings take some megabytes each. */
const mostKept = 48;

type Answer = Extract<Report, { readonly kind: 'meeting' | 'part' }>;

export interface SceneStore extends Scenes {
  /** Has what will probably be looked at next at hand. */
  foresee(entries: readonly Entry[]): void;
  take(answer: Answer, book: Book): void;
  /** All was read again: what was asked before may be answered with what is no more. */
  forget(): void;
}

interface Wanted {
  readonly entry: Entry;
  told: Extract<Answer, { readonly kind: 'meeting' }> | null;
  parts: number;
  readonly participants: Participant[];
}

/**
 * @param ask asks the thread for the meeting of an entry
 * @param come told of every scene that is there now
 */
export function createScenes(chores: Chores, ask: (key: string) => void, come: (scene: Scene) => void): SceneStore {
  const kept = new Map<string, Scene>();
  const wanted = new Map<string, Wanted>();

  function want(entry: Entry): void {
    if (wanted.get(entry.key)?.entry === entry) return;
    wanted.set(entry.key, { entry, told: null, parts: 0, participants: [] });
    ask(entry.key);
  }

  function keep(scene: Scene): void {
    kept.delete(scene.entry.key);
    kept.set(scene.entry.key, scene);
    for (const key of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(key);
    }
  }

  return {
    of(entry) {
      const scene = kept.get(entry.key);
      if (scene?.entry !== entry) want(entry);
      // What was known before is better than nothing until it has come.
      return scene ?? null;
    },
    foresee(entries) {
      for (const entry of entries) if (kept.get(entry.key)?.entry !== entry) want(entry);
    },
    take(answer, { inputs, face }) {
      const asked = wanted.get(answer.key);
      if (asked === undefined) return;
      if (answer.kind === 'meeting') {
        asked.told = answer;
        asked.parts = answer.parts;
      } else {
        asked.participants.push(...answer.participants);
        asked.parts -= 1;
      }
      const { entry, told, participants, parts } = asked;
      if (told === null || parts > 0) return;
      chores.add(function* () {
        const scene = yield* sceneInSteps(inputs, face, entry, { ...told.meeting, participants }, told.findings);
        if (wanted.get(entry.key)?.entry !== entry) return;
        wanted.delete(entry.key);
        keep(scene);
        come(scene);
      });
    },
    forget: () => wanted.clear(),
  };
}
