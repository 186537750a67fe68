import { beforeAll, describe, expect, test } from 'vitest';
import { casesOf } from '../cases-of.ts';
import type { Door } from './door.ts';
import { makeDoors } from './doors.ts';
import { type Fault, knockOn } from './knock.ts';
import seeds from './seeds.json' with { type: 'json' };

/** The same in every run: `npm run fuzz` takes new ones. */
const inputs = casesOf(100_000);
const names = [
  ...['link', 'scan', 'file', 'backup', 'change', 'paste-problems', 'paste-medicines', 'route', 'lock', 'safe-copy'],
];

let doors: readonly Door[];
beforeAll(async () => {
  doors = await makeDoors();
}, 60_000);

const again = ({ door, seed, what }: Fault) => `${what}  (npm run fuzz -- --door ${door} --seed ${seed})`;

describe('whatever comes', () => {
  test.each(names)(
    'by %s is read or refused with a sentence, in bounds and in time',
    { timeout: 120_000 },
    async (name) => {
      const door = doors.find((one) => one.name === name) as Door;
      const count = Math.max(150, Math.round((door.share * inputs) / 1_000));
      const tally = await knockOn(door, 1, count);
      expect(tally.faults.map(again)).toEqual([]);
      expect(tally.taken + tally.refused).toBe(count);
      expect(tally.taken).toBeGreaterThan(count / 50);
    },
  );

  test('is all of the ways in, and fifty thousand inputs in all', () => {
    expect(doors.map(({ name }) => name)).toEqual(names);
    expect(doors.reduce((sum, { share }) => sum + share, 0)).toBe(1_000);
  });

  test('that once did harm does none now', async () => {
    for (const { door: name, seed } of seeds as readonly { door: string; seed: number }[]) {
      const tally = await knockOn(doors.find((one) => one.name === name) as Door, seed, 1);
      expect(tally.faults.map(again)).toEqual([]);
    }
  });
});
