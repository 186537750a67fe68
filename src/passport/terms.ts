/**
 * The sets of terms a field may be picked from. A term is stored by id and coded by its number, so that a summary
 * written in Polish opens in English. Numbers are for ever: never reused, never given another meaning. A term that is
 * no longer offered moves to `retired` below and is still read.
 */
export const terms = {
  pronouns: { she: 1, he: 2, they: 3 },
  languages: {
    en: 1, pl: 2, ar: 3, bn: 4, ur: 5, pa: 6, gu: 7, ta: 8, hi: 9, so: 10, tr: 11, ku: 12, ckb: 13, fa: 14, ps: 15,
    ro: 16, pt: 17, es: 18, fr: 19, it: 20, de: 21, lt: 22, bg: 23, ru: 24, uk: 25, el: 26, sq: 27, hu: 28, cs: 29,
    sk: 30, zh: 31, yue: 32, vi: 33, ti: 34, am: 35, yo: 36, ig: 37, sw: 38, ne: 39, si: 40, ml: 41, te: 42, fil: 43,
    he: 44, yi: 45, cy: 46, ga: 47, bsl: 48,
  },
  interpreter: { no: 1, sometimes: 2, yes: 3 },
  communication: {
    large_print: 1, bsl: 2, easy_read: 3, extra_time: 4, written_down: 5, someone_with_me: 6, face_me: 7, no_phone: 8,
    quiet_place: 9, one_thing: 10,
  },
  alone: { see_me_alone: 1, no_relative: 2 },
  label: { persistent: 1, long_term: 2, chronic: 3, fibromyalgia: 4, arthritis: 5, back: 6, nerve: 7, migraine: 8 },
  body: {
    head: 1, face: 2, jaw: 3, neck_front: 4, chest: 5, belly: 6, pelvis: 7, shoulder_r: 8, shoulder_l: 9, arm_r: 10,
    arm_l: 11, hand_r: 12, hand_l: 13, hip_r: 14, hip_l: 15, thigh_r: 16, thigh_l: 17, knee_r: 18, knee_l: 19, shin_r: 20,
    shin_l: 21, foot_r: 22, foot_l: 23, head_back: 24, neck_back: 25, upper_back: 26, middle_back: 27, lower_back: 28,
    buttock_r: 29, buttock_l: 30, thigh_back_r: 31, thigh_back_l: 32, calf_r: 33, calf_l: 34, heel_r: 35, heel_l: 36,
    elbow_r: 37, elbow_l: 38, everywhere: 39, moves: 40,
  },
  helpful: { believe: 1, together: 2, ask: 3, plain: 4, no_hurry: 5 },
  please_do: { sit: 1, write: 2, one: 3, ask_touch: 4, explain: 5, time: 6, believe: 7, include: 8 },
  please_dont: { rush: 1, talk_over: 2, touch: 3, change: 4, assume: 5, stare_at_screen: 6 },
  hard: { read: 1, ask: 2, not_today: 3 },
  problem_status: { active: 1, past: 2, does_not_fit: 3, missing: 4, discuss: 5 },
  form: {
    tablet: 1, capsule: 2, liquid: 3, patch: 4, cream: 5, injection: 6, spray: 7, drops: 8, inhaler: 9, suppository: 10,
    plaster: 11, powder: 12,
  },
  release: { usual: 1, slow: 2, fast: 3 },
  how_often: {
    once: 1, morning: 2, night: 3, twice: 4, three: 5, four: 6, every_four: 7, every_six: 8, as_needed: 9,
    other_day: 10, weekly: 11, patch_three: 12, patch_seven: 13, monthly: 14, three_monthly: 15, with_food: 16,
  },
  pattern: { regular: 1, as_needed: 2, flares: 3, stopped: 4 },
  helps: { lot: 1, little: 2, not_really: 3, worse: 4, not_sure: 5 },
  stopped_by: { me: 1, gp: 2, specialist: 3, pharmacist: 4, together: 5, hospital: 6 },
  source: { prescribed: 1, counter: 2 },
  reaction: { allergy: 1, bad_reaction: 2, not_sure: 3 },
  therapy: {
    physiotherapy: 1, pain_clinic: 2, programme: 3, talking: 4, mindfulness: 5, breathing: 6, tens: 7, acupuncture: 8,
    injections: 9, surgery: 10, exercise: 11, water: 12, groups: 13, knitting: 14, massage: 15, heat: 16, osteopathy: 17,
    occupational: 18, yoga: 19, pacing: 20, diet: 21, hypnosis: 22,
  },
  again: { yes: 1, maybe: 2, later: 3, no: 4 },
  sure: { very: 1, fairly: 2, little: 3, not_yet: 4 },
  going: { not_started: 1, on_the_go: 2, well: 3, paused: 4, stepped_back: 5, stay: 6, done: 7 },
  role: {
    gp: 1, nurse: 2, pharmacist: 3, physio: 4, pain_clinic: 5, psychologist: 6, specialist: 7, social_prescriber: 8,
    occupational: 9, social_worker: 10, carer: 11, family: 12, friend: 13, dentist: 14, interpreter: 15,
  },
} as const satisfies Record<string, Record<string, number>>;

export type TermSet = keyof typeof terms;
export type TermOf<S extends TermSet> = keyof (typeof terms)[S] & string;

/** Terms still read but no longer offered, as `set.term`. */
export const retired: ReadonlySet<string> = new Set<string>([]);

/** The ids a person may pick from, in the order they are offered. */
export function offered(set: TermSet): readonly string[] {
  return Object.keys(terms[set]).filter((term) => !retired.has(`${set}.${term}`));
}

export function isTerm(set: TermSet, id: string): boolean {
  return Object.hasOwn(terms[set], id);
}

/** The number of a term for the compact code; null for a term this version does not know. */
export function termToTag(set: TermSet, id: string): number | null {
  return isTerm(set, id) ? ((terms[set] as Record<string, number>)[id] ?? null) : null;
}

/** The term with this number; null when a newer version made it. */
export function tagToTerm(set: TermSet, tag: number): string | null {
  return Object.entries(terms[set]).find(([, number]) => number === tag)?.[0] ?? null;
}
