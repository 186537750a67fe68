/** The middle one; of an even number, the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

export function heading(text) {
  console.log(`\n${text}`);
}

export function say(name, value) {
  console.log(`  ${name.padEnd(52)} ${value}`);
}

/** One ratio with its aim. */
export function judge(name, value, aim, unit = '×') {
  const met = value <= aim ? 'met' : 'MISSED';
  say(name, `${value.toFixed(3)}${unit}   aim ≤ ${aim}${unit}   ${met}`);
}

export function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

export function ms(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return `${median(numbers).toFixed(1)} ms (${sorted[0].toFixed(1)}–${sorted.at(-1).toFixed(1)}, ${numbers.length} rounds)`;
}
