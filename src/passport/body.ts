import type { TermOf } from './terms.ts';

/**
 * One body, seen from the front and from behind, for the screen and for paper. Paths hold only absolute M, L, C and Z,
 * in a box of `bodySize`, and are to be clipped by `bodyOutline`: regions share their edges, so that nothing lies
 * between them. Sides are the person's own: from the front, their right is at the left of the drawing.
 */
type BodyRegion = { readonly id: TermOf<'body'>; readonly path: string };
export type BodySide = 'front' | 'back';

export const bodySize = { width: 180, height: 400 } as const;

/** The left half of the outline, from the crown down to between the legs. */
const half = [
  'C 76.5 7 69.5 17 69.5 31 C 69.5 40 72 48.5 77 54 C 78.6 57 78.6 61 77.8 65.5 C 76.8 70.5 69 73 58.5 76.2',
  'C 47 79.5 41 87 40.2 98 C 39.2 111 37.2 120 35 132 C 31.5 146 27.5 160 24.6 177 C 23.6 183 17.8 190 17.2 200',
  'C 17 208 18.2 216.6 22.4 218.4 C 26.4 219.8 29.4 213 30.8 205.6 C 33 208.4 36.8 205.6 37 199 C 37.2 192.4 32.8 186.4 34.6 180',
  'C 39.4 166 45.2 151 48 137 C 50.8 125 53.6 115.5 55.6 106 C 57.2 118 59.6 131 59.6 143',
  'C 59.8 156 53.6 169 52 187 C 50.6 210 54.4 238 58.4 262 C 60 273 59.4 284 58.6 294',
  'C 55.6 313 59.6 338 64 360 C 64.6 366 60.4 373 57.4 380 C 55.4 385.4 56.6 390.6 64 391.4',
  'C 72 392.2 77.4 389 78 383 C 78.4 376 77.2 368 77.4 361 C 80.4 342 84 321 82.6 300',
  'C 82.2 288 83.2 279 84.4 267 C 86.8 246 88.4 228 88.6 211 C 88.8 207 89.4 206 90 206',
].join(' ');

export const bodyOutline = `M 90 7 ${half} ${backwards(half, '90 7')} Z`;

const head = 'M 60 0 L 120 0 L 120 29 C 106 24.5 74 24.5 60 29 Z';
const face = 'M 60 29 C 74 24.5 106 24.5 120 29 L 120 46 C 108 48 72 48 60 46 Z';
const jaw = 'M 60 46 C 72 48 108 48 120 46 L 120 50 L 104 54 C 100 64.5 80 64.5 76 54 L 60 50 Z';
const neckFront =
  'M 60 50 L 76 54 C 80 64.5 100 64.5 104 54 L 120 50 L 120 70 L 110 73.4 C 102 76 98 82 90 82 C 82 82 78 76 70 73.4 L 60 70 Z';
const chest =
  'M 70 73.4 C 78 76 82 82 90 82 C 98 82 102 76 110 73.4 C 117 82 122 94 124.4 106 L 124.4 126 C 112 132 103 126 90 122 C 77 126 68 132 55.6 126 L 55.6 106 C 58 94 63 82 70 73.4 Z';
const belly =
  'M 55.6 126 C 68 132 77 126 90 122 C 103 126 112 132 124.4 126 L 130 166 C 116 166 110 169 104 173 C 96 176 84 176 76 173 C 70 169 64 166 50 166 Z';
const pelvis = 'M 76 173 C 84 176 96 176 104 173 C 102 186 97 198 93 207 L 90 212 L 87 207 C 83 198 78 186 76 173 Z';
const hip = 'M 40 166 L 50 166 C 64 166 70 169 76 173 C 78 186 83 198 87 207 C 74 213 60 212 40 207 Z';
const thigh = 'M 40 207 C 60 212 74 213 87 207 L 90 212 L 90 266 C 80 260 66 260 40 264 Z';
const knee = 'M 40 264 C 66 260 80 260 90 266 L 90 295 C 80 301 68 301 40 294 Z';
const shin = 'M 40 294 C 68 301 80 301 90 295 L 90 362 C 80 358 68 358 40 361 Z';
const foot = 'M 40 361 C 68 358 80 358 90 362 L 90 400 L 40 400 Z';
const shoulder = 'M 70 73.4 C 63 82 58 94 55.6 106 C 50 111 44 112 30 110 L 30 70 L 60 70 Z';
const arm = 'M 30 110 C 44 112 50 111 55.6 106 L 55.6 112 L 54.6 140 L 40 182 C 34 184 28 182 10 178 L 10 140 Z';
const hand = 'M 10 178 C 28 182 34 184 40 182 L 44 182 L 44 224 L 10 224 Z';

const headBack = 'M 60 0 L 120 0 L 120 52 L 104 53 C 98 58 82 58 76 53 L 60 52 Z';
const neckBack = 'M 60 52 L 76 53 C 82 58 98 58 104 53 L 120 52 L 120 70 L 110 73.4 C 100 79 80 79 70 73.4 L 60 70 Z';
const upperBack =
  'M 70 73.4 C 80 79 100 79 110 73.4 C 117 82 122 94 124.4 106 L 124.4 118 C 112 121 68 121 55.6 118 L 55.6 106 C 58 94 63 82 70 73.4 Z';
const middleBack = 'M 55.6 118 C 68 121 112 121 124.4 118 L 124.4 144 C 112 147 68 147 55.6 144 Z';
const lowerBack = 'M 55.6 144 C 68 147 112 147 124.4 144 L 132 174 C 116 172 100 173 90 180 C 80 173 64 172 48 174 Z';
const buttock = 'M 40 174 L 48 174 C 64 172 80 173 90 180 L 90 206 C 82 217 66 217 40 209 Z';
const thighBack = 'M 40 209 C 66 217 82 217 90 206 L 90 266 C 80 270 66 270 40 266 Z';
const kneeBack = 'M 40 266 C 66 270 80 270 90 266 L 90 292 C 80 289 66 289 40 292 Z';
const calf = 'M 40 292 C 66 289 80 289 90 292 L 90 356 C 80 352 68 352 40 355 Z';
const heel = 'M 40 355 C 68 352 80 352 90 356 L 90 400 L 40 400 Z';
const armAbove = 'M 30 110 C 44 112 50 111 55.6 106 L 55.6 112 L 55.4 127 C 46 131 38 130 26 126 Z';
const elbow = 'M 26 126 C 38 130 46 131 55.4 127 L 53 146.5 C 44 151 36 150 22 145 Z';
const armBelow = 'M 22 145 C 36 150 44 151 53 146.5 L 40 182 C 34 184 28 182 10 178 Z';

/** Every region of each view, large ones first. Those seen from both sides are the same region. */
export const bodyRegions: Readonly<Record<BodySide, readonly BodyRegion[]>> = {
  front: [
    { id: 'chest', path: chest },
    { id: 'belly', path: belly },
    { id: 'pelvis', path: pelvis },
    { id: 'head', path: head },
    { id: 'face', path: face },
    { id: 'jaw', path: jaw },
    { id: 'neck_front', path: neckFront },
    { id: 'shoulder_r', path: shoulder },
    { id: 'shoulder_l', path: mirrored(shoulder) },
    { id: 'arm_r', path: arm },
    { id: 'arm_l', path: mirrored(arm) },
    { id: 'hand_r', path: hand },
    { id: 'hand_l', path: mirrored(hand) },
    { id: 'hip_r', path: hip },
    { id: 'hip_l', path: mirrored(hip) },
    { id: 'thigh_r', path: thigh },
    { id: 'thigh_l', path: mirrored(thigh) },
    { id: 'knee_r', path: knee },
    { id: 'knee_l', path: mirrored(knee) },
    { id: 'shin_r', path: shin },
    { id: 'shin_l', path: mirrored(shin) },
    { id: 'foot_r', path: foot },
    { id: 'foot_l', path: mirrored(foot) },
  ],
  back: [
    { id: 'upper_back', path: upperBack },
    { id: 'middle_back', path: middleBack },
    { id: 'lower_back', path: lowerBack },
    { id: 'head_back', path: headBack },
    { id: 'neck_back', path: neckBack },
    { id: 'shoulder_l', path: shoulder },
    { id: 'shoulder_r', path: mirrored(shoulder) },
    { id: 'arm_l', path: `${armAbove} ${armBelow}` },
    { id: 'arm_r', path: mirrored(`${armAbove} ${armBelow}`) },
    { id: 'elbow_l', path: elbow },
    { id: 'elbow_r', path: mirrored(elbow) },
    { id: 'hand_l', path: hand },
    { id: 'hand_r', path: mirrored(hand) },
    { id: 'buttock_l', path: buttock },
    { id: 'buttock_r', path: mirrored(buttock) },
    { id: 'thigh_back_l', path: thighBack },
    { id: 'thigh_back_r', path: mirrored(thighBack) },
    { id: 'knee_l', path: kneeBack },
    { id: 'knee_r', path: mirrored(kneeBack) },
    { id: 'calf_l', path: calf },
    { id: 'calf_r', path: mirrored(calf) },
    { id: 'heel_l', path: heel },
    { id: 'heel_r', path: mirrored(heel) },
  ],
};

/** The view in whose list a region stands: the front, for those seen from both sides; null when it is not drawn. */
export function bodySideOf(id: string): BodySide | null {
  if (bodyRegions.front.some((region) => region.id === id)) return 'front';
  return bodyRegions.back.some((region) => region.id === id) ? 'back' : null;
}

/** The same path on the other side. */
function mirrored(path: string): string {
  return path.replace(
    /(-?[\d.]+) (-?[\d.]+)/g,
    (_, x: string, y: string) => `${round(bodySize.width - Number(x))} ${y}`,
  );
}

/** The mirrored path drawn from its end to `start`, so that two halves close into one outline. */
function backwards(path: string, start: string): string {
  const points = [...mirrored(`${start} ${path}`).matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map((found) => found[0]);
  const steps = [...path.matchAll(/[LC]/g)].map((found) => (found[0] === 'C' ? 3 : 1)).reverse();
  let at = points.length - 1;
  return steps
    .map((count) => {
      const taken = points.slice(at - count, at).reverse();
      at -= count;
      return `${count === 3 ? 'C' : 'L'} ${taken.join(' ')}`;
    })
    .join(' ');
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
