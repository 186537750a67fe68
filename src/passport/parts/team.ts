import { definePart } from '#passport/part.ts';

/** Who looks after me, and what they do for me. */
export const team = definePart({
  id: 'team',
  tag: 11,
  many: true,
  title: 'name',
  detail: ['role', 'phone'],
  fields: {
    name: { tag: 1, kind: 'text', card: 'clinic', first: true, exact: true },
    role: { tag: 2, kind: 'term', card: 'clinic', set: 'role', own: true, first: true },
    phone: { tag: 3, kind: 'text', card: 'clinic', ltr: true, control: 'phone', first: true, exact: true },
    usual: { tag: 4, kind: 'yes', card: 'clinic' },
    since: { tag: 5, kind: 'date', card: 'full' },
    place: { tag: 6, kind: 'text', card: 'full' },
    does: { tag: 7, kind: 'long', card: 'full' },
  },
});
