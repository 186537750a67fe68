/** Why a save did not happen. Whatever was typed is still with the caller. */
export type SaveProblem = 'save-full' | 'save-refused' | 'save-newer-tab' | 'save-gone' | 'save-too-long';
export type OpenProblem =
  | 'store-refused'
  | 'store-full'
  | 'store-newer'
  | 'store-damaged'
  | 'store-behind'
  | 'store-key-missing';

/** True when the error, or one it wraps, has one of these names. Dexie wraps the browser's error in `inner`. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  for (let at = error, depth = 0; at instanceof Object && depth < 5; at = (at as { inner?: unknown }).inner, depth++) {
    if (names.includes((at as { name?: string }).name ?? '')) return true;
  }
  return false;
}

/** True when the browser does not open a database that may be damaged: at all, or because it is emptying it just then. */
export function isRefusal(error: unknown): boolean {
  return isNamed(error, 'UnknownError', 'AbortError');
}

/** True when a row is there and its value is not: Chromium keeps large values in files of their own beside the table. */
export function isUnreadable(error: unknown): boolean {
  return isNamed(error, 'NotReadableError', 'DataError');
}

/** True when a row with this key is there already: another tab was first. */
export function isCollision(error: unknown): boolean {
  return isNamed(error, 'ConstraintError');
}

/**
 * True when the connection broke under us (iOS: "Connection to Indexed Database server lost"), or an unexplained end of
 * the transaction that may mean so: worth opening again.
 */
export function isLost(error: unknown): boolean {
  if (isNamed(error, 'QuotaExceededError', 'ConstraintError', 'VersionError')) return false;
  return isNamed(error, 'DatabaseClosedError', 'UnknownError', 'InvalidStateError', 'AbortError', 'TimeoutError');
}

/** The problem a failed write stands for. */
export function errorToSaveProblem(error: unknown): SaveProblem {
  if (isNamed(error, 'QuotaExceededError')) return 'save-full';
  if (isNamed(error, 'VersionError')) return 'save-newer-tab';
  if (isLost(error)) return 'save-gone';
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) throw error;
  return 'save-refused';
}
