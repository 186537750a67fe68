/** What one column of a table of medicines holds. */
export type MedicineRole = 'name' | 'strength' | 'form' | 'dose' | 'says' | 'purpose' | 'stopped' | 'supply';
/** Where the columns stand, as a line of column names showed. `at` is where each begins, for columns of spaces. */
export type MedicineColumns = {
  readonly mark: '\t' | '|' | ';' | ',' | ' ';
  readonly roles: readonly MedicineRole[];
  readonly at: readonly number[];
};
/** One row: the text of each column, and whether each column has its cell. */
export type MedicineCells = ReadonlyMap<MedicineRole, readonly string[]>;

const MARKS = ['\t', '|', ';', ','] as const;
const ROLES: readonly (readonly [MedicineRole, RegExp])[] = [
  [
    'stopped',
    /^(?:date )?(?:stopped|discontinued|ended|stop date|date of stopping)(?: on| date)?$|^reason (?:for stopping|stopped|ended)$/,
  ],
  [
    'supply',
    /^(?:quantity|qty|quantity ?\/ ?supply|pack size|supply|supplied|to supply|issues?|no\.? of issues|issue count|issue ?no\.?|ilość|الكمية|max issues|(?:last|next|first|latest) (?:issued?|review|order(?:ed)?|due)(?: date| on)?|(?:issued?|review|start(?:ed)?|scheduled end|end|added|authorised|prescribed|printed|order|expiry|due|medication review)(?: date| on| by)?|scheduled end(?: date)?|date(?: (?:issued|started|prescribed|added|authorised|of issue))?|prescriber|prescribed by|prescription type|type|code|snomed(?: code)?|dm\+d|no\.?|#|ref|pharmacy|cost|usage|days|days supply|gp to continue\??|continue\??|supply by gp)$/,
  ],
  [
    'says',
    /^(?:status|uwagi|ملاحظات|change|changes|action|comments?|notes?|remarks?|reason for change|status\/changes?|gp action|new\/changed\/stopped|information|additional information)$/,
  ],
  [
    'purpose',
    /^(?:wskazanie|na co|لماذا|السبب|indication|reason|purpose|what (?:it(?: i|['’])s|is it) for|what for|for|used for|reason for (?:prescribing|taking))$/,
  ],
  ['strength', /^strength$/],
  ['form', /^(?:form|formulation|preparation form)$/],
  [
    'dose',
    /^(?:dawka|dawkowanie|الجرعة|طريقة الاستخدام|dose|dosage|dosage instructions?|dose ?[/&] ?(?:frequency|directions|route)|dose and (?:frequency|directions|route)|directions?(?: for use)?|instructions?|sig|how (?:to|i) (?:take|use)(?: it| them)?|how taken|how much|how often|amount|route|frequency|freq|times?|when|when taken|timing|duration|course length|morning|lunch|midday|evening|tea|night|bedtime|daily dose)$/,
  ],
  [
    'name',
    /^(?:nazwa(?: leku)?|leki?|(?:اسم )?الدواء|drug|medicine|medication|medicines|medications|item|name|drug name|medicine name|name of (?:drug|medicine|medication)|product|template|preparation|description|drug ?\/ ?strength|drug(?: name)?(?:,| and| \/|\/) ?(?:form|strength|dose)(?:.{0,20})|medication item|prescription item|drug description)$/,
  ],
];

/** Reads where the columns stand from a line of column names; null for a line that is none. */
export function medicineColumns(header: string): MedicineColumns | null {
  if (header.length > 240) return null;
  const mark = MARKS.find((one) => header.includes(one)) ?? (/ {2,}/.test(header.trim()) ? ' ' : null);
  if (mark === null) return null;
  const { cells, at } = cut(header, mark);
  const roles = cells.map(roleOf);
  if (cells.filter((cell) => cell !== '').length < 2 || roles.filter((role) => role === 'name').length !== 1)
    return null;
  // A title that is not known keeps its column as words.
  const usage = cells.findIndex((cell) => /^usage$/iu.test(cell));
  if (usage >= 0 && !roles.includes('dose')) roles[usage] = 'dose';
  const known = roles.filter((role) => role !== null).length;
  const isSure = known >= 2 && cells.every((cell) => cell.split(' ').length <= 4 && !/\d/.test(cell));
  return isSure ? { mark, roles: roles.map((role, i) => role ?? (cells[i] === '' ? 'supply' : 'says')), at } : null;
}

/** Reads one line by the columns above it; null when it is no row of them. */
export function medicineCells(line: string, { mark, roles, at }: MedicineColumns): MedicineCells | null {
  const found = cut(line, mark);
  if (found.cells.length < 2 && mark !== ' ') return null;
  let cells: readonly string[];
  if (mark === ' ') cells = byPlace(found, at);
  else cells = found.cells.length > roles.length ? withSurplus(found.cells, roles) : found.cells;
  if (cells.length > roles.length) return null;
  const row = new Map<MedicineRole, string[]>();
  cells.forEach((cell, i) => {
    const role = roles[i] ?? 'supply';
    if (/[\p{L}\p{N}]/u.test(cell)) row.set(role, [...(row.get(role) ?? []), cell]);
  });
  return row;
}

/** What a line holds that is only the title of a column; null for any other line. */
export function isColumnTitle(line: string): MedicineRole | null {
  return line.length <= 40 ? roleOf(line) : null;
}

function roleOf(title: string): MedicineRole | null {
  const bare = title.toLowerCase().replace(/[*:]+/g, '').replace(/\s+/g, ' ').trim();
  return ROLES.find(([, words]) => words.test(bare))?.[0] ?? null;
}

/** A comma inside the directions makes more cells than columns: what is over belongs to the directions. */
function withSurplus(cells: readonly string[], roles: readonly MedicineRole[]): readonly string[] {
  const dose = roles.indexOf('dose');
  const over = cells.length - roles.length;
  if (dose < 0) return cells;
  return [
    ...cells.slice(0, dose),
    cells
      .slice(dose, dose + over + 1)
      .filter(Boolean)
      .join(', '),
    ...cells.slice(dose + over + 1),
  ];
}

function byPlace({ cells, at }: ReturnType<typeof cut>, starts: readonly number[]): readonly string[] {
  const row = starts.map(() => '');
  cells.forEach((cell, i) => {
    const start = at[i] ?? 0;
    const distances = starts.map((one) => Math.abs(one - start));
    const nearest = distances.indexOf(Math.min(...distances));
    row[nearest] = [row[nearest], cell].filter(Boolean).join(' ');
  });
  return row;
}

/** The cells of a line by a mark outside quotation marks, and where each begins. */
function cut(line: string, mark: string): { cells: string[]; at: number[] } {
  if (mark === ' ') {
    const found = [...line.matchAll(/\S+(?: \S+)*/g)];
    return { cells: found.map(([cell]) => cell), at: found.map(({ index }) => index) };
  }
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === mark && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  if (mark === '|') {
    if (cells[0] === '') cells.shift();
    if (cells.at(-1) === '') cells.pop();
  }
  return { cells, at: [] };
}
