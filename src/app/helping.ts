import { partOf } from '#passport/catalogue.ts';
import { type Passport, recordOf } from '#passport/fold.ts';
import { isPrivatePart, isPrivateRecord } from '#passport/private.ts';
import type { Route } from './route.ts';

/**
 * What an address is to whoever helps on the person's device. 'open': as it is, with private fields and records out of
 * it. 'person': only the person can do this, and the page says so. 'nowhere': it leads nowhere, as an address of nothing.
 */
export type Reach = 'open' | 'person' | 'nowhere';

/** Every address. Copies, the lock and what was pasted and not placed hold private things, or decide who may see them. */
const reaches: Readonly<Record<Route['to'], Reach>> = {
  home: 'open',
  welcome: 'open',
  passport: 'open',
  part: 'open',
  record: 'open',
  'record-history': 'open',
  'part-history': 'open',
  history: 'open',
  removed: 'open',
  flare: 'open',
  'unlock-flare': 'open',
  show: 'open',
  share: 'open',
  'share-with': 'open',
  code: 'open',
  scan: 'open',
  'bad-link': 'open',
  more: 'open',
  safety: 'open',
  unknown: 'open',
  // medicines are never held; a pasted problem list is, see below
  paste: 'open',
  keep: 'person',
  'keep-step': 'person',
  lock: 'person',
  pages: 'nowhere',
  page: 'nowhere',
};

/** How far an address can be reached while someone helps; `passport` is the person's own. */
export function reachWhileHelped(route: Route, passport: Passport): Reach {
  if (route.to === 'paste' && partOf(route.what)?.held) return 'person';
  if ('part' in route) {
    const part = partOf(route.part);
    const record = part && 'record' in route ? recordOf(passport, part.id, route.record) : undefined;
    if (part && (isPrivatePart(part) || (record && isPrivateRecord(part, record)))) return 'nowhere';
  }
  return reaches[route.to];
}
