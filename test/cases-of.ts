/**
 * How many generated cases a property meets: an eighth in `npm test`, at least twenty; all of them in
 * `npm run test:all`, which has an hour.
 */
export function casesOf(all: number): number {
  return process.env['TEST_ALL'] ? all : Math.min(all, Math.max(20, Math.ceil(all / 8)));
}
