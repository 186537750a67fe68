import { spawnSync } from 'node:child_process';

const packages: Readonly<Record<string, string>> = {
  age: 'age',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  script: 'bsdutils',
  zbarimg: 'zbar-tools',
};

/** Whether a command-line tool is installed; where it is not, says so, and which Debian package brings it. */
export function hasTool(name: string): boolean {
  const found = spawnSync(name, ['--version']).error === undefined;
  if (!found) {
    const from = packages[name];
    console.warn(`Skipped: ${name} is not installed${from === undefined ? '' : ` (Debian: apt-get install ${from})`}.`);
  }
  return found;
}
