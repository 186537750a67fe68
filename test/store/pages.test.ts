import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { privateTicks } from '#passport/extract.ts';
import { recordOf } from '#passport/fold.ts';
import { openStore } from '#store/open.ts';
import { openPages, type Pages } from '#store/pages.ts';
import { homeOf, isHomeChange } from '#store/pages-home.ts';
import type { Store } from '#store/store.ts';
import { begun, pagesOf, storeOf, title } from './pages-world.ts';
import { dumpAll, me, open, save, testStorage, testWorld, wipe } from './world.ts';

/** The same device, started again. */
async function again(main: Store, pages: Pages): Promise<{ main: Store; pages: Pages }> {
  await pages.close();
  await main.close();
  const next = await open({ name: 'mf-main' });
  return { main: next, pages: pagesOf(next) };
}

/** The databases on the device, but for the list of passports. */
async function databases(): Promise<readonly string[]> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  return names.filter((name) => name !== 'mf').sort();
}

beforeEach(wipe);
afterEach(() => void vi.useRealTimers());

describe('private pages', () => {
  test('are not there until they are begun', async () => {
    const main = await open({ name: 'mf-main' });
    const pages = pagesOf(main);
    expect(pages.state()).toBe('none');
    expect(pages.store()).toBeNull();
    expect(await pages.changes()).toEqual({ ok: true, changes: [], count: 0 });
    expect(await databases()).toEqual(['mf-main']);
    await main.close();
  });

  test('keep what is written apart from the passport, and open again with it', async () => {
    const { main, pages } = await begun(null);
    await save(storeOf(pages), title('p', 'A winter nobody knows of'));
    expect(JSON.stringify(main.passport())).not.toContain('winter');
    expect(JSON.stringify(await main.log())).not.toContain('winter');
    expect(await dumpAll()).not.toContain('winter');
    expect(privateTicks(main.passport())).toEqual([]);
    const next = await again(main, pages);
    expect(next.pages.state()).toBe('closed');
    expect(next.pages.hasPassphrase()).toBe(false);
    expect(await next.pages.open()).toEqual({ ok: true });
    expect(recordOf(storeOf(next.pages).passport(), 'pages', 'p')?.entries['title']?.value).toBe(
      'A winter nobody knows of',
    );
    await next.pages.close();
    await next.main.close();
  });

  test('with a passphrase open with it and with no other, and wrong ones slow down', async () => {
    const { main, pages } = await begun('four green chairs');
    await save(storeOf(pages), title('p', 'Shut away'));
    const world = testWorld();
    const next = await again(main, pages);
    const shut = pagesOf(next.main, world);
    expect(shut.hasPassphrase()).toBe(true);
    expect(await shut.open()).toEqual({ ok: false, problem: 'pages-closed' });
    expect(await shut.changes()).toEqual({ ok: false, problem: 'pages-closed' });
    for (const wrong of ['four green chair', 'four green chair s', 'five', 'six']) {
      expect(shut.wait()).toBe(0);
      expect(await shut.open(wrong)).toEqual({ ok: false, problem: 'unlock-wrong' });
    }
    expect(shut.wait()).toBe(5_000);
    expect(await shut.open('four green chairs')).toEqual({ ok: false, problem: 'unlock-wait' });
    world.wait(5_000);
    expect(await shut.open(' four green chairs ')).toEqual({ ok: true });
    expect(recordOf(storeOf(shut).passport(), 'pages', 'p')?.entries['title']?.value).toBe('Shut away');
    await shut.close();
    await next.main.close();
  });

  test('count wrong passphrases as the lock does: kept through a reload, and cleared only by the right one', async () => {
    vi.stubGlobal('localStorage', testStorage());
    const { main, pages, world } = await begun('four green chairs');
    const counted = localStorage.length;
    for (let at = 0; at < 4; at += 1) {
      expect(await pages.setPassphrase(null, `guess ${at}`)).toEqual({ ok: false, problem: 'unlock-wrong' });
    }
    await pages.close();
    const later = pagesOf(main, world);
    expect(later.wait()).toBe(5_000);
    expect(await later.open('four green chairs')).toEqual({ ok: false, problem: 'unlock-wait' });
    world.wait(5_000);
    expect(await later.open('five')).toEqual({ ok: false, problem: 'unlock-wrong' });
    expect(pagesOf(main, world).wait()).toBe(15_000);
    world.wait(15_000);
    expect(await later.open('four green chairs')).toEqual({ ok: true });
    expect(localStorage.length).toBe(counted);
    await later.close();
    await main.close();
    vi.unstubAllGlobals();
  });

  test('where the memory for a passphrase cannot be had nothing is begun', async () => {
    const main = await open({ name: 'mf-main' });
    const pages = openPages(main, {
      world: testWorld(),
      stretch: async () => null,
      openStore: (options) => openStore({ ...options, disk: null }),
    });
    expect(await pages.begin('four green chairs')).toEqual({ ok: false, problem: 'argon-failed' });
    expect(pages.state()).toBe('none');
    await main.close();
  });

  test('are gone from memory two minutes after the last one looking has left, and on closing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { main, pages, world } = await begun(null);
    const letGo = pages.hold();
    const also = pages.hold();
    letGo();
    letGo();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(pages.state()).toBe('open');
    also();
    await vi.advanceTimersByTimeAsync(119_000);
    expect(pages.state()).toBe('open');
    const back = pages.hold();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(pages.state()).toBe('open');
    back();
    // asleep: no timer runs, the clock does
    world.wait(120_000);
    const late = pages.hold();
    expect(pages.state()).toBe('closed');
    expect(pages.store()).toBeNull();
    late();
    vi.useRealTimers();
    await main.close();
  });

  test('with another passphrase everything is sealed anew, and nothing of the old key is left', async () => {
    const { main, pages } = await begun(null);
    await save(storeOf(pages), title('p', 'First'), title('q', 'Second'));
    await storeOf(pages).drafts.keep('pages/q/text', 'half a sen');
    const before = homeOf(main.passport());
    expect(await pages.setPassphrase('four green chairs')).toEqual({ ok: true });
    const after = homeOf(main.passport());
    expect(after?.name).not.toBe(before?.name);
    const log = await main.log();
    expect(log.filter(isHomeChange)).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain(before?.keys[0]?.key);
    expect(await databases()).toEqual(['mf-main', after?.name].sort());
    expect((await storeOf(pages).drafts.all()).get('pages/q/text')).toBe('half a sen');
    const next = await again(main, pages);
    expect(await next.pages.open('four green chairs')).toEqual({ ok: true });
    expect(await next.pages.setPassphrase(null)).toEqual({ ok: false, problem: 'pages-closed' });
    expect(await next.pages.setPassphrase(null, 'four grey chairs')).toEqual({ ok: false, problem: 'unlock-wrong' });
    expect(await next.pages.setPassphrase(null, 'four green chairs')).toEqual({ ok: true });
    expect(next.pages.hasPassphrase()).toBe(false);
    expect(recordOf(storeOf(next.pages).passport(), 'pages', 'q')?.entries['title']?.value).toBe('Second');
    await next.pages.close();
    await next.main.close();
  });

  test('tell of every change on them', async () => {
    const { main, pages } = await begun(null);
    const heard = vi.fn();
    pages.subscribe(heard);
    await save(storeOf(pages), title('p', 'One more'));
    expect(heard).toHaveBeenCalled();
    await pages.close();
    await main.close();
  });

  test('a page removed for ever is gone, under a key that only the passport knows', async () => {
    const { main, pages } = await begun('four green chairs');
    await save(storeOf(pages), title('p', 'Never again'), title('q', 'Stays'));
    const before = homeOf(main.passport())?.keys;
    expect(await storeOf(pages).removeForEver(['p'])).toEqual({ ok: true });
    const after = homeOf(main.passport())?.keys;
    expect(after).toHaveLength(1);
    expect(after?.[0]?.epoch).toBe((before?.[0]?.epoch ?? 0) + 1);
    expect((await main.log()).filter(isHomeChange)).toHaveLength(1);
    expect(JSON.stringify(await storeOf(pages).log())).not.toContain('Never again');
    const next = await again(main, pages);
    expect(await next.pages.open('four green chairs')).toEqual({ ok: true });
    expect(Object.keys(storeOf(next.pages).passport().parts['pages'] ?? {})).toEqual(['q']);
    await next.pages.close();
    await next.main.close();
  });

  test('go into a backup and come out of one, without where they were kept', async () => {
    const { main, pages } = await begun(null);
    await save(storeOf(pages), title('p', 'Carried over'));
    await pages.close();
    const read = await pages.changes();
    if (!read.ok) throw new Error(read.problem);
    expect(read.count).toBe(1);
    const file = await main.download(read.changes);
    expect(pages.state()).toBe('closed');
    await main.close();
    await wipe();

    const fresh = await open({ name: 'mf-fresh' });
    const restored = await fresh.restore(file);
    if (!restored.ok) throw new Error(restored.problem);
    const theirs = pagesOf(fresh);
    expect(theirs.state()).toBe('none');
    expect(JSON.stringify(fresh.passport())).not.toContain('Carried over');
    expect(await theirs.take(restored.apart)).toEqual({ ok: true });
    expect(await theirs.take(restored.apart)).toEqual({ ok: true });
    expect(recordOf(storeOf(theirs).passport(), 'pages', 'p')?.entries['title']?.value).toBe('Carried over');
    expect(await storeOf(theirs).log()).toHaveLength(1);
    await theirs.close();
    await fresh.close();
  });

  test('while they are shut a backup cannot be put into them, and says so', async () => {
    const { main, pages } = await begun('four green chairs');
    await pages.close();
    const change = { id: 'x', n: 1, at: '', by: '', lang: '', part: 'pages', record: 'z', set: { title: 'New' } };
    expect(await pages.take([change])).toEqual({ ok: false, problem: 'pages-closed' });
    await main.close();
  });

  test('removed from the device leave nothing that could be opened', async () => {
    const { main, pages } = await begun('four green chairs');
    const name = homeOf(main.passport())?.name;
    await pages.close();
    await pages.erase();
    expect(pages.state()).toBe('none');
    expect((await main.log()).some(({ set }) => JSON.stringify(set ?? {}).includes(name ?? '-'))).toBe(false);
    expect(await databases()).toEqual(['mf-main']);
    await main.close();
  });

  test('shut themselves when the passport can save no more', async () => {
    const { main, pages } = await begun(null);
    await main.append([{ part: 'pages', record: 'pages', set: { home: null } as never }], me);
    expect(pages.state()).toBe('none');
    expect(pages.store()).toBeNull();
    await main.close();
  });
});
