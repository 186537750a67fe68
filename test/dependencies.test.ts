import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
type Locked = Readonly<{
  version: string;
  license: string;
  integrity?: string;
  resolved?: string;
  dev?: true;
  optional?: true;
  devOptional?: true;
  peer?: true;
}>;
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };

/** Every package that comes with the app: name, version, licence. */
const shipped = Object.entries(packages)
  .filter(([path, it]) => path !== '' && !it.dev && !it.optional && !it.devOptional && !it.peer)
  .map(([path, { version, license }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version} ${license}`);

const listed = read('docs/dependencies.md')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 7 && /^\d/.test(cells[2] ?? ''));

describe('what others wrote and we ship', () => {
  test('is listed whole, with the version and licence that are installed', () => {
    expect(listed.map(([, name, version, licence]) => `${name} ${version} ${licence}`).sort()).toEqual(shipped.sort());
  });

  test('has a size and a reason each', () => {
    for (const [, name, , , size, reason] of listed) {
      expect(size, name).toMatch(/^\d/);
      expect(reason?.length, name).toBeGreaterThan(8);
    }
  });

  test('is free to be shipped', () => {
    for (const one of shipped) expect(one).toMatch(/ \(?(MIT|ISC|BSD-3-Clause|Apache-2\.0|OFL-1\.1)\b.*$/);
  });

  test('and everything it is built with has one exact version', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  test('is locked by its digest, on every kind of computer, and from no named host', () => {
    const locked = Object.entries(packages).filter(([path]) => path !== '');
    expect(locked.length).toBeGreaterThan(500);
    expect(locked.filter(([, it]) => !/^sha512-[\w+/]{86}==$/.test(it.integrity ?? '')).map(([path]) => path)).toEqual(
      [],
    );
    expect(locked.filter(([, it]) => it.resolved).map(([path]) => path)).toEqual([]);
  });

  test('and none of it runs anything while it is being installed', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
    expect(read('test/tools/install.mjs')).not.toContain('ignore-scripts=false');
  });
});
