/**
 * What is kept as JSON in localStorage, whose only owner this is: settings and sentinels, never a word the person wrote.
 * Storage that is refused or full is no error: what was to be kept holds until the page is closed.
 */

/** What was kept under the key; null when there is nothing, or nothing that can be read. */
export function readKept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // refused or full
  }
}

export function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // refused
  }
}
