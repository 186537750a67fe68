/** When the app locks itself, in minutes: with its page hidden (0 is at once), and with nothing touched (0 is never). */
export type AutoLock = { readonly hidden: number; readonly idle: number };

export const hiddenMinutes: readonly number[] = [0, 1, 2, 5, 15];
export const idleMinutes: readonly number[] = [2, 5, 10, 15, 30, 0];
