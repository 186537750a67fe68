import { definePart } from '#passport/part.ts';

/** Anything, for nobody else. Never in the passport's own log: pages are kept in a store of their own, with their own key. */
export const pages = definePart({
  id: 'pages',
  tag: 12,
  many: true,
  private: true,
  title: 'title',
  detail: ['text'],
  fields: {
    title: { tag: 1, kind: 'text', card: 'clinic', first: true },
    text: { tag: 2, kind: 'long', card: 'clinic', first: true },
  },
});
