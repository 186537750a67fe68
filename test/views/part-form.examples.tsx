import { parts } from '#passport/catalogue.ts';
import { exampleEdits } from '#passport/example/example.ts';
import { emptyPassport, fold, recordsOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { editsToChanges } from '#passport/write.ts';
import { PartForm } from '#views/part-form.tsx';

let count = 0;
const world = { now: () => new Date('2026-11-21T09:00:00Z'), random: (n: number) => new Uint8Array(n).fill(count++) };
const passport = fold(editsToChanges(emptyPassport, exampleEdits(), { by: '', lang: 'en-GB' }, world));

const shared = {
  drafts: new Map<string, string>(),
  onDraft: () => undefined,
  onChange: () => undefined,
  linkable: [{ id: 'a', name: 'Jo Pike' }],
};

/** Every part: empty, filled from the example, half typed, and while someone helps. */
export const examples = (parts as readonly Part[]).flatMap((part) => {
  const [record] = recordsOf(passport, part);
  const form = { ...shared, part, recordId: record?.id ?? part.id };
  return [
    { name: `${part.id}, empty`, view: <PartForm {...form} record={undefined} isHelped={false} /> },
    { name: `${part.id}, filled`, view: <PartForm {...form} record={record} isHelped={false} /> },
    { name: `${part.id}, helped`, view: <PartForm {...form} record={record} isHelped={true} /> },
  ];
});
