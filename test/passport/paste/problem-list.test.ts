import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProblemList } from '#passport/paste/problem-list.ts';

const PRINTED = readFileSync(new URL('../../fixtures/problem-list.tsv', import.meta.url), 'utf8');
const ROWS = PRINTED.trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [string, string, string]);
const BODY = ROWS.slice(1);
const read = (text: string) => readProblemList(text).entries.map(({ name, began }) => `${name} | ${began}`);
const one = (line: string) => {
  const { entries, unread } = readProblemList(line);
  expect(unread).toEqual([]);
  expect(entries).toHaveLength(1);
  const [entry] = entries;
  return [entry?.name, entry?.began, entry?.ended, entry?.recordSays];
};

describe('the printed list of the example', () => {
  const { entries, unread } = readProblemList(PRINTED);

  it('gives its 26 entries and loses none', () => {
    expect(entries).toHaveLength(26);
    expect(unread).toEqual([]);
    expect(entries.map((entry) => entry.original)).toEqual(PRINTED.trimEnd().split('\n').slice(1));
  });

  it('shows names without NEC, NOS, [D] or dates, and keeps them in the original', () => {
    const shown = entries.map((entry) => entry.name);
    expect(shown.filter((name) => /\bNEC\b|\bNOS\b|\[D\]|\d\d?\.\d|\t/.test(name))).toEqual([]);
    expect(shown).toContain('Chest discomfort excercise related');
    expect(shown).toContain('Helicobacter pylori gastrointestinal tract infection');
    expect(shown).toContain('Chlamydial infection of genital organs');
    expect(shown).toContain('Introduction of gamete into uterine cavity');
    expect(shown).toContain('Secondary infertility unspecified -9yrs');
    expect(entries.find((entry) => entry.name.startsWith('Chest'))?.original).toContain('[D]Chest');
  });

  it('takes the date of the column, not the one inside a name', () => {
    expect(read(PRINTED)).toContain('Helicobacter pylori gastrointestinal tract infection | 2012-12-28');
    expect(read(PRINTED)).toContain('Chlamydial infection of genital organs | 2007-11-21');
    expect(read(PRINTED)).toContain('Chest discomfort excercise related | 2012');
    expect(read(PRINTED)).toContain('Infertility - female | 1998-09-01');
  });

  const layouts: [string, string][] = [
    ['without its column names', BODY.map((row) => row.join('\t')).join('\n')],
    ['with commas', ROWS.map((row) => row.join(',')).join('\n')],
    ['with commas and no column names', BODY.map(([, name, date]) => `${name},${date}`).join('\n')],
    ['with quoted commas', ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')],
    ['with semicolons and Windows line ends', ROWS.map((row) => row.join('; ')).join('\r\n')],
    ['as a table of bars', ROWS.map((row) => `| ${row.join(' | ')} |`).join('\n')],
    ['in columns of spaces', ROWS.map(([i, name, date]) => i.padEnd(4) + name.padEnd(70) + date).join('\n')],
    ['with one space between the columns', ROWS.map((row) => row.join(' ')).join('\n')],
    ['with hard spaces and old line ends', BODY.map(([, name, date]) => `\u00a0${name}\u00a0\u00a0${date}`).join('\r')],
    ['with a byte order mark', `\ufeff${PRINTED}`],
    ['date first', BODY.map(([, name, date]) => `${date} ${name}`).join('\n')],
    ['date first in a column', BODY.map(([, name, date]) => `${date}\t${name}`).join('\n')],
    ['date first with a colon', BODY.map(([, name, date]) => `${date}: ${name}`).join('\n')],
    ['with bullets and dashes', BODY.map(([, name, date]) => `- ${name} - ${date}`).join('\n')],
    ['numbered, dates in brackets', BODY.map(([, name, date], i) => `${i + 1}. ${name} (${date})`).join('\n')],
    ['with "Started"', BODY.map(([, name, date]) => `• ${name} Started ${date}`).join('\n')],
    ['with "Started … Ended …"', BODY.map(([, name, date]) => `${name}  Started ${date}  Ended 1.2.2019`).join('\n')],
    ['with dots that lead to the date', BODY.map(([, name, date]) => `${name} ........ ${date}`).join('\n')],
    ['with Read codes', BODY.map(([, name, date]) => `${name} (F26..)\t${date}`).join('\n')],
    ['with SNOMED codes', BODY.map(([, name, date]) => `${name} (disorder) [195967001], ${date}`).join('\n')],
    ['with columns of codes', BODY.map(([, name, date]) => `${name}\tH33z.\t195967001\t${date}`).join('\n')],
  ];
  it.each(layouts)('reads the same %s', (_, text) => {
    expect(read(text)).toEqual(read(PRINTED));
    expect(readProblemList(text).unread).toEqual([]);
  });

  it('reads it without dates', () => {
    const { entries: undated } = readProblemList(BODY.map((row) => row[1]).join('\n'));
    expect(undated.map((entry) => entry.name)).toEqual(entries.map((entry) => entry.name));
    expect(undated.every((entry) => entry.ended === null)).toBe(true);
  });
});

describe('one line', () => {
  const lines: [string, (string | null)[]][] = [
    ['Asthma', ['Asthma', null, null, null]],
    ['Asthma NOS - Started 3/4/2001 Ended 05/06/2007', ['Asthma', '2001-04-03', '2007-06-05', null]],
    ['Hypertension 2010 - 2015', ['Hypertension', '2010', '2015', null]],
    ['Back pain from March 2015 to present', ['Back pain', '2015-03', null, null]],
    ['Carcinoma of cervix 14th of March 2015', ['Carcinoma of cervix', '2015-03-14', null, null]],
    ['March 4, 2015 Sprain of ankle', ['Sprain of ankle', '2015-03-04', null, null]],
    ['2015-03-04T10:30:00Z, Sciatica', ['Sciatica', '2015-03-04', null, null]],
    ['Hypothyroidism 01.02.03 10:35', ['Hypothyroidism', '2003-02-01', null, null]],
    ['Chickenpox 1/2/58', ['Chickenpox', '1958-02-01', null, null]],
    ['Diagnosed in 2015 Rheumatoid arthritis', ['Rheumatoid arthritis', '2015', null, null]],
    ['Since about 2009: low back pain', ['low back pain', '2009', null, null]],
    ['Swine flu (2009)', ['Swine flu', '2009', null, null]],
    ['Influenza 2009 pandemic contact', ['Influenza 2009 pandemic contact', null, null, null]],
    ['Decompression of nerve', ['Decompression of nerve', null, null, null]],
    ['G43.9 Migraine', ['Migraine', null, null, null]],
    ['Fracture, closed, of wrist, 2004-05-06', ['Fracture, closed, of wrist', '2004-05-06', null, null]],
    ['"Anxiety, generalised","2001-02-03","Active"', ['Anxiety, generalised', '2001-02-03', null, 'active']],
    ['Active: Fibromyalgia', ['Fibromyalgia', null, null, 'active']],
    ['Sciatica (resolved)', ['Sciatica', null, null, 'past']],
    ['TB\t2001', ['TB', '2001', null, null]],
    ['MS\tActive\t2002', ['MS', '2002', null, 'active']],
    ['COVID-19', ['COVID-19', null, null, null]],
    ['H/O: hysterectomy [V] 2003', ['H/O: hysterectomy', '2003', null, null]],
    ['L4/5 disc prolapse (L5)', ['L4/5 disc prolapse (L5)', null, null, null]],
    ['Renal calculus (Read code K120.)', ['Renal calculus', null, null, null]],
    ['مرض السكري ٢٠١٢', ['مرض السكري', '2012', null, null]],
  ];
  it.each(lines)('%s', (line, expected) => expect(one(line)).toEqual(expected));

  it('leaves a date that no calendar has in sight', () => {
    expect(one('Vitamin D deficiency 31-Feb-2017')).toEqual(['Vitamin D deficiency 31-Feb-2017', null, null, null]);
  });

  it('reads an end column by its title', () => {
    const text = 'Problem,Onset Date,Date Ended\nSciatica,2001-01-01,2005-02-03\n"Fall, at home",,2006';
    expect(readProblemList(text).entries.map((entry) => [entry.name, entry.began, entry.ended])).toEqual([
      ['Sciatica', '2001-01-01', '2005-02-03'],
      ['Fall, at home', null, '2006'],
    ]);
  });

  it('keeps L and R, the sides of the body, although an index of single letters goes', () => {
    expect(read('L knee pain\nR knee pain\nL hip pain\nR hip pain')).toEqual([
      'L knee pain | null',
      'R knee pain | null',
      'L hip pain | null',
      'R hip pain | null',
    ]);
  });
});

describe('headings', () => {
  it('say what the record thinks is active and what is past', () => {
    const text = [
      'Active Problems (2)',
      'Asthma',
      'Significant Past',
      'Appendicectomy 1998',
      '** Minor past: **',
      'Sprain of ankle',
      'Current conditions',
      'Migraine',
      'Past Medical History:',
      'Fracture of radius',
      'Problem list',
      'Sciatica',
    ].join('\n');
    expect(readProblemList(text).entries.map((entry) => [entry.name, entry.recordSays])).toEqual([
      ['Asthma', 'active'],
      ['Appendicectomy', 'past'],
      ['Sprain of ankle', 'past'],
      ['Migraine', 'active'],
      ['Fracture of radius', 'past'],
      ['Sciatica', null],
    ]);
  });

  it('of another section keep its lines as text until problems come again', () => {
    const { entries, unread } = readProblemList(
      'Medication:\nAmitriptyline 10mg\nProblems\nMigraine\nAllergies\nAsthma',
    );
    expect(entries.map((entry) => entry.name)).toEqual(['Migraine', 'Allergies', 'Asthma']);
    expect(unread).toEqual(['Medication:', 'Amitriptyline 10mg']);
  });
});

describe('what is put aside as no problem', () => {
  it.each([
    'Page 1 of 2',
    'NHS number: 943 476 5919',
    '943 476 5919',
    'Date of birth: 1/2/1960',
    'Riverside Surgery, 4 Mill Lane, Northgate',
    'NORTHGATE MEDICAL CENTRE',
    '12 High Street, Northgate NG1 1AA',
    'Mrs Ann Example',
    'WHITE, Ann Mary   Born 17-Apr-1968',
    'Tel: 01234 567890',
    'Problems printed 30-Nov-2026',
    'Usual GP: Dr A Example',
  ])('"%s", about the print-out, the person or a place', (line) => {
    expect(readProblemList(`${line}\nMigraine`)).toMatchObject({ aside: [line], entries: [{ name: 'Migraine' }] });
  });

  it.each([
    'Hip surgery',
    'Cardiac Surgery',
    'Admission to hospital',
    'Hospital admission',
    'MS, relapsing remitting',
    'Fracture of hand, 4 March 2001',
    'Number 4 cranial nerve palsy',
    'Walking difficulty',
    'Patient reported pain',
    'Dry eyes',
  ])('"%s" is a problem', (line) => {
    expect(readProblemList(line)).toMatchObject({ aside: [], unread: [] });
    expect(readProblemList(line).entries).toHaveLength(1);
  });

  it('takes a surgery by its name alone only where an address or its like stands beside it', () => {
    expect(readProblemList('Riverside Surgery\n4 Mill Lane, Northgate\nGout').aside).toHaveLength(2);
    expect(readProblemList('Bariatric Surgery\nGout').entries).toHaveLength(2);
  });
});

describe('one line is one thing', () => {
  it.each([
    'asthma\nmigraine\ngout',
    'Asthma\nmigraine\nGout',
    'Chronic low back pain with radiation\nMigraine\nGout',
    'Arthritis\n    Left knee\n    Right knee',
    'ASTHMA\nMIGRAINE\nGOUT',
  ])('%j is three', (text) => expect(readProblemList(text).entries).toHaveLength(3));

  it('a code in brackets leaves a name wherever it stands, and stays in the original', () => {
    for (const line of ['Asthma (H33..) since childhood', '[195967001] Asthma', 'Asthma {ICD10 J45} of adults']) {
      const [entry] = readProblemList(line).entries;
      expect(entry?.name).toMatch(/^Asthma[a-z ]*$/);
      expect(entry?.original).toBe(line);
    }
    for (const line of ['BRCA1 (BRCA1) carrier', 'Disc prolapse (L5) left', 'Vitamin (B12) deficiency']) {
      expect(readProblemList(line).entries[0]?.name).toBe(line);
    }
  });
});

describe('what cannot be read', () => {
  it('is kept as text, as it was', () => {
    const odd = ['12/03/2015', '? 7', 'K'];
    const { entries, unread, aside } = readProblemList(`-----\n${odd.join('\n')}\nMigraine`);
    expect(aside).toEqual(['-----']);
    expect(entries.map((entry) => entry.name)).toEqual(['Migraine']);
    expect(unread).toEqual(odd);
  });

  it('is nothing at all in an empty paste', () => {
    for (const text of ['', '\n \r\n\t\n', '\ufeff'])
      expect(readProblemList(text)).toEqual({ entries: [], unread: [], aside: [] });
  });
});
