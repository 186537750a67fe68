import { describe, expect, test } from 'vitest';
import { type FolderHandle, isFolderOpen, writeToFolder } from '#store/folder.ts';

/** A folder in memory that behaves as a chosen one does; `faults` go wrong as disks and permissions do. */
function folderOf(files: Map<string, Uint8Array>, faults: { write?: string; spoil?: boolean; remove?: boolean } = {}) {
  const handle = {
    name: 'Backups',
    async getFileHandle(name: string) {
      if (faults.write === 'NotAllowedError') throw new DOMException('', 'NotAllowedError');
      if (!files.has(name)) files.set(name, new Uint8Array(0));
      return {
        async createWritable() {
          let next = new Uint8Array(0);
          return {
            async write(bytes: Uint8Array) {
              if (faults.write) throw new DOMException('', faults.write);
              next = Uint8Array.from(bytes);
              if (faults.spoil) next[5] = (next[5] ?? 0) ^ 1;
            },
            async close() {
              files.set(name, next);
            },
          };
        },
        getFile: async () => new Blob([files.get(name) as Uint8Array<ArrayBuffer>]),
      };
    },
    async removeEntry(name: string) {
      if (faults.remove) throw new DOMException('', 'NoModificationAllowedError');
      files.delete(name);
    },
  };
  return handle as unknown as FolderHandle;
}

const bytes = new Uint8Array(500).fill(7);

describe('a file for the folder that keeps itself', () => {
  test('is written, and the last three stay', async () => {
    const files = new Map<string, Uint8Array>([['letter.pdf', bytes]]);
    let written: readonly string[] = [];
    for (const name of ['1.age', '2.age', '3.age', '4.age', '5.age']) {
      const result = await writeToFolder(folderOf(files), name, bytes, written);
      if (!result.ok) throw new Error(result.problem);
      written = result.written;
    }
    expect(written).toEqual(['3.age', '4.age', '5.age']);
    expect([...files.keys()]).toEqual(['letter.pdf', '3.age', '4.age', '5.age']);
    expect(files.get('5.age')).toEqual(bytes);
  });

  test('that does not read back as it was written goes again, and the older ones stay', async () => {
    const files = new Map<string, Uint8Array>([
      ['1.age', bytes],
      ['2.age', bytes],
      ['3.age', bytes],
    ]);
    const result = await writeToFolder(folderOf(files, { spoil: true }), '4.age', bytes, [...files.keys()]);
    expect(result).toEqual({ ok: false, problem: 'folder-failed' });
    expect([...files.keys()]).toEqual(['1.age', '2.age', '3.age']);
  });

  test.each([
    ['NotAllowedError', 'folder-lost'],
    ['QuotaExceededError', 'folder-full'],
    ['InvalidStateError', 'folder-failed'],
  ])('that meets %s is said to be %s, and takes nothing away', async (write, problem) => {
    const files = new Map<string, Uint8Array>([['1.age', bytes]]);
    expect(await writeToFolder(folderOf(files, { write }), '2.age', bytes, ['1.age'])).toEqual({ ok: false, problem });
    expect([...files.keys()]).toEqual(['1.age']);
  });

  test('that is older and may not be removed is no matter', async () => {
    const files = new Map<string, Uint8Array>();
    const result = await writeToFolder(folderOf(files, { remove: true }), '4.age', bytes, ['1.age', '2.age', '3.age']);
    expect(result).toEqual({ ok: true, written: ['2.age', '3.age', '4.age'] });
  });
});

test('whether a folder may be written to is the browser’s to say', async () => {
  const asked: string[] = [];
  const handle = {
    queryPermission: async () => 'prompt',
    requestPermission: async ({ mode }: { mode: string }) => {
      asked.push(mode);
      return 'granted';
    },
  } as unknown as FolderHandle;
  expect(await isFolderOpen(handle)).toBe(false);
  expect(await isFolderOpen(handle, true)).toBe(true);
  expect(asked).toEqual(['readwrite']);
  expect(await isFolderOpen({} as FolderHandle)).toBe(true);
});
