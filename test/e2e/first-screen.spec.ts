import { expect, type Page } from '@playwright/test';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { linkRoom, packExtract } from '#exchange/code/pack.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import type { ReaderId } from '#passport/readers.ts';
import { lives } from '../lives/lives.ts';
import { test } from './app.ts';

test.use({ serviceWorkers: 'block' });

const cook = lives.find(({ id }) => id === 'cook');
if (!cook) throw new Error('The life of the cook is not there.');

async function open(page: Page, reader: ReaderId, passport = cook?.passport): Promise<void> {
  if (!passport) return;
  const { cards } = await packExtract(pick(passport, emptyShare(reader), '2026-11-30'), linkRoom);
  await page.goto(`/${cardsToAddresses(cards, '')[0]}`);
  await page.getByRole('article').waitFor();
  // lines break elsewhere until the letters are there
  await page.waitForFunction(() => ['400', '700'].every((weight) => document.fonts.check(`${weight} 1rem Atkinson`)));
}

/** The ids of sections in the order in which they are read, and whether each ends within the first screen. */
async function sectionsOf(page: Page): Promise<readonly { id: string; bottom: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('article [data-section]')]
      .filter((section) => section.closest('details') === null)
      .map((section) => ({
        id: section.getAttribute('data-section') ?? '',
        bottom: section.getBoundingClientRect().bottom + window.scrollY,
      })),
  );
}

test('at a desk the first screen holds who this is, what is new, the wish, allergies, every medicine and please don’t', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const reader of ['gp', 'emergency'] as const) {
    await open(page, reader);
    await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
    const sections = await sectionsOf(page);
    for (const id of ['new', 'visit', 'allergies', 'medicines', 'please_dont']) {
      const found = sections.find((section) => section.id === id);
      expect(found?.bottom, `${reader}: ${id}`).toBeLessThanOrEqual(800);
    }
  }
});

test('on a phone a GP meets new, wish, allergies, medicines in this order; an ambulance the wish last', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const first = ['new', 'visit', 'allergies', 'medicines'];
  for (const [reader, order] of [
    ['gp', first],
    ['emergency', ['new', 'allergies', 'medicines', 'visit']],
  ] as const) {
    await open(page, reader);
    const sections = (await sectionsOf(page)).filter(({ id }) => first.includes(id));
    expect(sections.map(({ id }) => id)).toEqual(order);
    const bottoms = sections.map(({ bottom }) => bottom);
    expect(bottoms).toEqual([...bottoms].sort((a, b) => a - b));
  }
});

test('letters piled high in a label or a name push no allergy out of the first screen, nor paint over it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const tall = `${`N${'\u0351'.repeat(90)}`.repeat(20)} ${'\ufdfd'.repeat(60)} ${'𒐫'.repeat(40)}`;
  const passport = {
    ...cook.passport,
    parts: {
      ...cook.passport.parts,
      words: relabelled('words', { label: { own: tall } }),
      me: relabelled('me', { preferredName: tall, fullName: tall }),
    },
  };
  await open(page, 'gp', passport);
  const allergies = page.locator('[data-section="allergies"]').first();
  await expect(allergies).toBeInViewport({ ratio: 1 });
  const head = await page.locator('article h1').boundingBox();
  expect(head?.height).toBeLessThan(160);
});

function relabelled(part: string, set: Readonly<Record<string, unknown>>) {
  const records = cook?.passport.parts[part] ?? {};
  const head = records[part];
  if (!head) throw new Error(`The cook has no ${part}.`);
  const [entry] = Object.values(head.entries);
  if (!entry) throw new Error(`The cook has written nothing in ${part}.`);
  const entries = Object.fromEntries(
    Object.entries(set).map(([id, value]) => [id, { ...entry, value: value as never }]),
  );
  return { ...records, [part]: { ...head, entries: { ...head.entries, ...entries } } };
}
