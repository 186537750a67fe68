import { readRoute } from '#app/route.ts';
import { partOf, parts } from '#passport/catalogue.ts';
import { emptyPassport, fold, recordOf } from '#passport/fold.ts';
import { groupProblems } from '#passport/paste/problem-groups.ts';
import { readProblemList } from '#passport/paste/problem-list.ts';
import { editsToChanges } from '#passport/write.ts';
import { rowToEdit, textToRows } from '#screens/paste/medicine-row.ts';
import { listToEdits } from '#screens/paste/problem-edits.ts';
import { nothingHeld, takeFragment } from '#screens/reader/held.ts';
import type { Artefacts } from './artefacts.ts';
import type { Door, Knock } from './door.ts';
import { anyText } from './hostile.ts';
import { mutateText } from './mutate.ts';
import type { Random } from './random.ts';

const world = { now: () => new Date(0), random: (count: number) => new Uint8Array(count) };
const person = { by: '', lang: 'en-GB' };

/** A problem list pasted from a record, read, grouped and kept. */
export function problemsDoor(things: Artefacts): Door {
  return {
    name: 'paste-problems',
    share: 25,
    cap: 0,
    make(random): Knock {
      const text = pasteFrom(random, things);
      const isGrouped = random.chance(0.5);
      return async () => {
        if (isGrouped) groupProblems(readProblemList(text).entries);
        let made = 0;
        const nextId = () => `p${made++}`;
        editsToChanges(emptyPassport, listToEdits(text, emptyPassport, nextId).edits, person, world);
        return 'taken';
      };
    },
  };
}

/** Medicines pasted one a line, read and kept. */
export function medicinesDoor(things: Artefacts): Door {
  return {
    name: 'paste-medicines',
    share: 50,
    cap: 0,
    make(random): Knock {
      const text = pasteFrom(random, things);
      return async () => {
        const edits = textToRows(text, '2026-11-30').rows.map((row, at) => rowToEdit(row, `m${at}`));
        editsToChanges(emptyPassport, edits, person, world);
        return 'taken';
      };
    },
  };
}

/** `location.hash`: whatever follows the `#`. */
export function routeDoor(things: Artefacts): Door {
  const passport = fold(things.changes);
  return {
    name: 'route',
    share: 520,
    cap: 0,
    make(random): Knock {
      const hash = hashFrom(random, things);
      return async () => {
        const route = readRoute(hash);
        if (route.to === 'code') {
          const { said } = takeFragment(nothingHeld, hash);
          return said?.kind === 'problem' ? said.problem : 'taken';
        }
        if (route.to === 'unknown') return 'passed-over';
        if ('part' in route && route.part !== undefined) {
          const part = partOf(route.part);
          if (part && !parts.some((one) => one === part)) throw new Error('A part that is none.');
          const record = 'record' in route ? recordOf(passport, route.part, route.record) : undefined;
          if (record && record.id !== ('record' in route && route.record)) throw new Error('A record that is none.');
        }
        return 'taken';
      };
    },
  };
}

const pieces: readonly string[] = [
  ...[
    'Active problems',
    'Significant Past',
    'Past medication:',
    'Allergies',
    'Problem\tOnset Date',
    'Repeat:',
    'Page 1 of 2',
  ],
  ...[
    '20-Feb-2017',
    '2012',
    '29.4.13',
    '31/02/2015',
    '2010 - 2015',
    'since',
    'Started',
    'Ended',
    '(F26..)',
    '[D]',
    'NEC',
    'NOS',
  ],
  ...[
    'Migraine',
    'Type 1 diabetes',
    'of knee',
    'left',
    'without',
    'penicillin',
    'allergic to',
    'rash',
    'ألم',
    'naproxen',
  ],
  ...[
    '10mg',
    '30/500',
    '5micrograms/hour',
    '2.5 %',
    'tablets',
    'modified release',
    'one at night',
    'stopped 2016',
    '1-2',
  ],
  ...['\t', '  ', ' ', ',', ';', '|', ' - ', ':', '(', ')', '"', '1.', '•', '…', '....', '\n', '\r\n', '\n\n'],
];

function pasteFrom(random: Random, things: Artefacts): string {
  const piece = () => (random.chance(0.9) ? random.pick(pieces) : anyText(random));
  return random.way<string>([
    [5, () => mutateText(random, random.pick(things.pastes), things.pastes)],
    [5, () => Array.from({ length: random.few(120) }, piece).join(random.pick(['', ' ', ' ', '\n']))],
    // one thing over and over, up to as long as a line is read, and longer
    [1, () => (piece() + piece()).repeat(random.few(200)).slice(0, random.pick([399, 400, 401, 5_000])) + piece()],
    [1, () => anyText(random)],
  ]);
}

const places: readonly string[] = [
  ...[
    '',
    'home',
    'welcome',
    'passport',
    'flare',
    'show',
    'share',
    'scan',
    'more',
    'history',
    'paste',
    'keep',
    'safety',
    'lock',
  ],
  ...[
    'removed',
    'pages',
    'medicines',
    'problems',
    'gp',
    'm1',
    'example-duloxetine',
    '__proto__',
    'constructor',
    'toString',
  ],
];

function hashFrom(random: Random, things: Artefacts): string {
  const place = () => (random.chance(0.8) ? random.pick(places) : anyText(random));
  const path = () => `#/${Array.from({ length: 1 + random.few(4) }, place).join('/')}`;
  return random.way<string>([
    [6, path],
    [2, () => mutateText(random, path(), places)],
    [1, () => [...new TextEncoder().encode(path())].map((byte) => `%${byte.toString(16)}`).join('')],
    [1, () => `#${random.pick(things.addresses).split('#')[1]?.slice(0, random.few(400))}`],
    [1, () => anyText(random)],
  ]);
}
