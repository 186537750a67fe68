import { expect, test } from 'vitest';
import { sessionWithPages } from './pages-in-memory.ts';
test('x', async () => {
  const session = sessionWithPages();
  console.log(await session.pages.begin('four green chairs'));
  await session.pages.close();
  console.log(await session.pages.open('four green tables'), await session.pages.open('four green chairs'), session.pages.state());
});
