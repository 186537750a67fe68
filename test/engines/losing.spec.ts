import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask, say } from '../e2e/say.ts';
import { addStorePage } from '../faults/bundle.ts';
import { Person } from './person.ts';
import { tell, test } from './walk.ts';
import { until } from './wire.ts';

/** What the page below tells: what it found when it was opened, then each thing that is saved. */
type Heard = { readonly found?: { readonly ok: boolean }; readonly names?: readonly string[]; readonly saved?: string };

/** The store's own page, let loose: nobody drives it. It says over the network what it was told is saved. */
const page = `<!doctype html><title>Store</title><script type="module">
  await import('/assets/store-page.js');
  const tell = (heard) => fetch('/heard', { method: 'POST', body: JSON.stringify(heard) });
  const asked = new URLSearchParams(location.search);
  const found = await faults.open({ fresh: asked.has('fresh') });
  await tell({ found, names: found.ok ? await faults.names() : [] });
  window.acknowledged = (saved) => tell({ saved });
  await faults.saveForEver(asked.get('label'));
</script>`;

test('kills', async ({ engine, folder, site }) => {
  test.setTimeout(20 * 60_000);
  const kills = Number(process.env['ENGINES_KILLS'] ?? 30);
  await addStorePage(site);
  let heard: Heard[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/') return response.setHeader('Content-Type', 'text/html').end(page);
    if (path.startsWith('/assets/')) {
      const type = path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
      return response.setHeader('Content-Type', type).end(site.read(path.slice(1)));
    }
    let body = '';
    request.on('data', (more) => {
      body += more;
    });
    request.on('end', () => {
      if (path === '/heard') heard.push(JSON.parse(body));
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const lost: string[] = [];
  let saved: string[] = [];
  let all = 0;
  try {
    for (let kill = 0; kill <= kills; kill += 1) {
      // now and then another passport, so that logs stay of a person's size
      const isFresh = kill % 10 === 9;
      heard = [];
      const end = await engine.leave(folder, `${address}?label=kill${kill}${isFresh ? '&fresh' : ''}`);
      try {
        const { found, names = [] } = await until('the store to open', () => heard.find((what) => what.found), 60);
        expect(found, `opening after kill ${kill}`).toMatchObject({ ok: true });
        if (isFresh) saved = [];
        lost.push(...saved.filter((name) => !names.includes(name)));
        await until('something to be saved', () => heard.find((what) => what.saved));
        // never twice at the same moment
        await new Promise((resolve) => setTimeout(resolve, 150 + ((kill * 137) % 600)));
      } finally {
        await end();
      }
      const told = heard.flatMap(({ saved: name }) => name ?? []);
      expect(told.filter((name) => !name.startsWith('kill'))).toEqual([]);
      saved.push(...told);
      all += told.length;
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  expect(lost).toEqual([]);
  tell(`${kills} kills, ${all} acknowledged saves, ${lost.length} lost`);
});

const writeName = async (person: Person) => {
  await person.goTo('#/passport/me');
  await person.write(ask('me', 'preferredName'), 'Sam');
  await person.reads(say('saved'));
};

test('a cleared database', async ({ engine, folder, site, device }) => {
  if (engine.id === 'webkit') {
    // driven, it keeps nothing when it is closed: the database goes while it is open
    const person = new Person(device, site.address);
    await writeName(person);
    const isMarked = () => /"count":[1-9]/.test(localStorage.getItem('mf-sentinel') ?? '');
    await until('what was written to be counted', async () => (await person.run(isMarked)) || undefined);
    await person.goTo('manifest.webmanifest');
    await person.run(() =>
      indexedDB.databases().then((all) =>
        Promise.all(
          all.map(
            ({ name = '' }) =>
              new Promise((done) => {
                indexedDB.deleteDatabase(name).onsuccess = done;
              }),
          ),
        ),
      ),
    );
    await person.goTo('#/');
    await person.seesHeading('lost.title');
    await person.reads(say('lost.noSafe'));
    return tell('it says that something is missing, and that there is no second copy');
  }
  const first = await engine.start(folder);
  await writeName(new Person(first, site.address));
  const person = new Person(first, site.address);
  await person.goTo('#/keep');
  await person.reads(say('keep:now.safe.kept'), 60);
  await first.close();
  const storage = join(folder, 'storage', 'default');
  const origin = readdirSync(storage).find((name) => name.endsWith(`+${new URL(site.address).port}`)) ?? '';
  rmSync(join(storage, origin, 'idb'), { recursive: true });
  const second = await engine.start(folder);
  try {
    const again = new Person(second, site.address);
    await again.goTo('#/passport/me');
    await again.seesHeading('lost.title');
    await again.button('lost.restore');
    expect(await again.value(ask('me', 'preferredName'))).toBe('Sam');
  } finally {
    await second.close();
  }
  tell('the second copy brings everything back');
});
