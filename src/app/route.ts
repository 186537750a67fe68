import { westernDigits } from '#passport/partial-date.ts';

const alone = [
  'home',
  'welcome',
  'passport',
  'flare',
  'show',
  'share',
  'scan',
  'bad-link',
  'more',
  'history',
  'removed',
  'pages',
  'keep',
  'safety',
  'lock',
] as const;
const keepSteps = ['backup', 'restore', 'trusted', 'move', 'folder'] as const;

/** Where an address leads. A code starts with a digit; everything else with `#/`. */
export type Route =
  | { readonly to: 'code'; readonly fragment: string }
  | { readonly to: (typeof alone)[number] | 'unknown' }
  | { readonly to: 'unlock-flare' }
  | { readonly to: 'part'; readonly part: string }
  | { readonly to: 'record' | 'record-history'; readonly part: string; readonly record: string }
  | { readonly to: 'part-history'; readonly part: string }
  | { readonly to: 'page'; readonly record: string }
  | { readonly to: 'keep-step'; readonly step: (typeof keepSteps)[number] }
  | { readonly to: 'paste'; readonly what: 'problems' | 'medicines' }
  | { readonly to: 'share-with'; readonly reader: string };

/** Reads `location.hash`: any text is a route, an unknown one included. */
export function readRoute(hash: string): Route {
  if (/^#\d/.test(hash)) return { to: 'code', fragment: hash };
  const route = readPlace(hash);
  const code = route.to === 'unknown' ? codeIn(hash) : null;
  return code === null ? route : { to: 'code', fragment: `#${code}` };
}

/** The digits of a code in any part of an address, however its `#` was written; null when there are too few for one. */
export function codeIn(address: string): string | null {
  let text = address;
  try {
    text = /%(?!(?:25)*23)/u.test(address) ? decodeURIComponent(address) : address;
  } catch {
    // not a text that was encoded: read as it stands
  }
  return /(?:%(?:25)*23)?(\d{26,})/u.exec(westernDigits(text))?.[1] ?? null;
}

function readPlace(hash: string): Route {
  const [place = '', a, b, ...more] = hash.replace(/^#?\/?/, '').split('/');
  if (more.length > 0) return { to: 'unknown' };
  if (a === undefined) {
    if (place === '') return { to: 'home' };
    return { to: alone.find((name) => name === place && name !== 'home') ?? 'unknown' };
  }
  if (b === undefined) {
    if (place === 'passport') return { to: 'part', part: a };
    if (place === 'flare' && a === 'unlock') return { to: 'unlock-flare' };
    if (place === 'history') return { to: 'part-history', part: a };
    if (place === 'pages' && isId(a)) return { to: 'page', record: a };
    const step = place === 'keep' ? keepSteps.find((one) => one === a) : undefined;
    if (step) return { to: 'keep-step', step };
    if (place === 'share') return { to: 'share-with', reader: a };
    if (place === 'paste' && (a === 'problems' || a === 'medicines')) return { to: 'paste', what: a };
    return { to: 'unknown' };
  }
  if (!isId(b)) return { to: 'unknown' };
  if (place === 'passport') return { to: 'record', part: a, record: b };
  if (place === 'history') return { to: 'record-history', part: a, record: b };
  return { to: 'unknown' };
}

function isId(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text) && !(text in {});
}
