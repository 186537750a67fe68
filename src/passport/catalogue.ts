import type { Part } from './part.ts';
import { allergies } from './parts/allergies.ts';
import { flare } from './parts/flare.ts';
import { goals } from './parts/goals.ts';
import { matters } from './parts/matters.ts';
import { me } from './parts/me.ts';
import { medicines } from './parts/medicines.ts';
import { pages } from './parts/pages.ts';
import { problems } from './parts/problems.ts';
import { team } from './parts/team.ts';
import { tried } from './parts/tried.ts';
import { visit } from './parts/visit.ts';
import { words } from './parts/words.ts';

/** Every part, private ones too, in the order a person meets them and a summary is filled. What is listed is `openParts`. */
export const parts = [
  me,
  words,
  visit,
  matters,
  allergies,
  medicines,
  flare,
  problems,
  tried,
  goals,
  team,
  pages,
] as const;

export type PartId = (typeof parts)[number]['id'];

const byId: ReadonlyMap<string, Part> = new Map(parts.map((part) => [part.id, part]));
const byTag: ReadonlyMap<number, Part> = new Map(parts.map((part) => [part.tag, part]));

/** The part with this id; undefined for one from a newer version. */
export function partOf(id: string): Part | undefined {
  return byId.get(id);
}

export function partOfTag(tag: number): Part | undefined {
  return byTag.get(tag);
}

export function isPartId(id: string): id is PartId {
  return byId.has(id);
}
