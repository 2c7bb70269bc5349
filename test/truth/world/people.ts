/** Names: plain ones, and those that a grammar stumbles over. */
import { at } from './random.ts';

const ADDRESSES = [
  '2000@lab.example',
  'ann@lab.example',
  "o'neil@lab.example",
  'room(4)@lab.example',
  'müller.jörg@büro.example',
  '+4930123456@gw.example',
  '"quoted"@lab.example',
  'board_room@lab.example',
  '10.20.30.40',
  'a/b@lab.example',
  'left.space@lab.example',
  '会议室@例子.example',
] as const;

const DISPLAYS = [
  'Ann',
  'Ann (x) "y"',
  "Pat O'Brien",
  'Jörg Müller – Büro',
  '李雷',
  'Bob / Sales',
  'Ops "war room"',
  '😀 Kim',
  'Mr. Nobody (guest)',
  'a',
] as const;

const SPACES = [
  'Board',
  'Guest/Host PIN',
  'Space 1 (webapp.com)',
  'Ops "war room"',
  'Büro (Süd)',
  '9999',
  '会议室',
  'it\'s (a) "test"',
] as const;

/** From this number on, people are plain: big meetings have more people than there are hard names. */
export const HARD_NAMES = ADDRESSES.length;

export function address(person: number): string {
  return person < ADDRESSES.length ? at(ADDRESSES, person) : `user${person}@lab.example`;
}

export function memberAddress(person: number): string {
  return `member${person}@lab.example`;
}

export function display(person: number): string {
  return person < DISPLAYS.length ? at(DISPLAYS, person) : `Guest Number ${person}`;
}

export function spaceName(index: number): string {
  return index < SPACES.length ? at(SPACES, index) : `Space ${index}`;
}
