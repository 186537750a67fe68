/** "34 kB", as people there write it. */
export function sizeToWords(bytes: number, lang: string): string {
  const isLarge = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(`${lang}-u-nu-latn`, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: 1,
  });
  return format.format(isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000)));
}
