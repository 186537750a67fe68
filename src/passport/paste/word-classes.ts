/**
 * Words of English problem lists that do not name a problem by themselves, by what they do. Every other word is taken
 * for a name ("helicobacter", "migraine"). Words are written so that `stem` meets them.
 */

/** How a word is compared: its accents, British ae/oe and z, and endings gone. "Depressive" and "Depression" meet. */
export function stem(word: string): string {
  const plain = foldWord(word);
  const ending = ENDINGS.find((end) => plain.endsWith(end) && plain.length - end.length >= 4);
  if (ending === undefined || (ending === 's' && /(?:ss|is|us)$/.test(plain))) return plain;
  return plain.slice(0, plain.length - ending.length);
}

/** A word in small letters, without accents, in one of the spellings used on either side of the Atlantic. */
export function foldWord(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length < 5
    ? plain
    : plain
        .replace(/ae|oe/g, 'e')
        .replace(/iz(?=[aei])/g, 'is')
        .replace(/our/g, 'or');
}

/** Whether a word ends like the name of an illness or an operation: such a word is a problem of its own. */
export function isIllnessWord(word: string): boolean {
  return ILLNESS_ENDING.test(foldWord(word));
}

const ILLNESS_ENDING =
  /(?:itis|osis|pathy|algia|oma|emia|uria|rrhagia|rrhea|plegia|paresis|ectomy|ostomy|otomy|plasty|scopy|penia|cele|plasia|dynia|megaly|trophy|lysis|pnea|phagia|phasia|edema|spasm|stenosis)$/;
const ENDINGS = (
  'isations isation ations ation ities ity ives ive ions ion ically ical ics ic ials ial als al ous iness ness ' +
  'ings ing ed ies ians ian ia isms ism ary ar es s e y'
).split(' ');

function stems(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(stem));
}

/** Words that say nothing about which problem it is. */
export const EMPTY_WORDS = stems(
  `a an the of in on at to by for from due as and or other into per via is was has had have been being about since after
  during related associated induced caused causing cause secondaryto unspecified specified otherwise elsewhere classified
  nos nec known possible probable suspected query likely confirmed diagnosed diagnosis history ho type stage grade
  class classification category group degree level site side area region current active past previous old new ongoing
  resolved remission recurrent intermittent persistent occasional continuous severe moderate mild major minor significant
  slight marked simple general generalised generalized localised diffuse multiple various mixed single whole specific
  seen review reviewed monitoring follow up first episode episodes onset initial started stated noted reported date nature
  status care management under excluding patient year years month months week weeks day days yr yrs`,
);

/** Words that only say "something is wrong"; they count when an entry holds no name. */
export const GENERAL_WORDS = new Map(
  Object.entries({
    disorder:
      'disorder disorders disease diseases problem problems condition conditions syndrome syndromes illness complaint trouble',
    symptom: 'symptom symptoms sign signs',
  }).flatMap(([one, words]) => [...stems(words)].map((word) => [word, one] as const)),
);

/** Words that make it another person's, a time before or after, a fear or an absence. */
export const CONTEXT_WORDS = stems(
  `no not non never absence denied familyhistory family mother father parent sister brother sibling partner
  husband wife son daughter child carer risk screening screen vaccination vaccine immunisation fear worried pre post
  exclude excluded declined allergy adverse reaction poisoning overdose advice counselling education invite invitation`,
);

/** Pairs and rows of which a problem has one: two entries with different ones are apart. */
export const AXES: ReadonlyMap<string, string> = new Map(
  [
    'with without',
    'left right bilateral',
    'upper lower',
    'low high raised elevated increased decreased reduced normal abnormal deficient excess',
    'acute chronic subacute',
    'primary secondary tertiary',
    'male female',
    'positive negative',
    'benign malignant',
    'open closed',
    'anterior posterior lateral medial',
    'internal external',
    'congenital acquired',
    'proximal distal',
    'stable unstable',
    'childhood adult infantile juvenile neonatal',
    'complete incomplete partial total',
    'early late',
  ].flatMap((row) => row.split(' ').map((word) => [stem(word), row.split(' ')[0] ?? ''] as const)),
);

/** Tests and what they are made on: how a problem was found, not which one it is. */
export const TEST_WORDS = stems(
  `test tests testing result results blood urine stool breath swab sample serum plasma scan xray ray mri ct ultrasound
  smear screen antibody antigen culture level titre count examination investigation finding findings serology`,
);

/** Findings, kinds of harm and of treatment: alike only when the rest is alike too. */
export const FINDING_WORDS = stems(
  `pain pains painful ache aching sore soreness tender tenderness discomfort swelling swollen lump mass cyst polyp
  ulcer stone stones rash itch itching bleed bleeding haemorrhage discharge infection infections infestation
  inflammation injury injured wound fracture fractured sprain strain tear rupture dislocation contusion bruise burn
  stiff stiffness weak weakness numb numbness tingling cramp cramps spasm tremor fatigue tired tiredness dizzy faint
  cough wheeze fever nausea vomiting deficiency excess overload dependence dependent misuse abuse addiction withdrawal
  intolerance failure insufficiency attack loss gain replacement repair removal release excision biopsy injection
  operation surgery transplant transfer insertion procedure cancer tumour neoplasm growth prolapse obstruction block
  lesion impairment disturbance dysfunction difficulty difficulties stress exercise exertion cold heat alcohol drug
  drugs tobacco smoking smoker medication induced prescribed pregnancy birth delivery labour death bereavement change
  changes disability enlarged enlargement palpitation palpitations collapse fall falls urge
  nervous allergic viral bacterial fungal autoimmune idiopathic functional organic essential traumatic surgical medical`,
);

/** Parts of the body and what it does, an adjective beside its noun. */
export const SITE_WORDS: ReadonlyMap<string, string> = new Map(
  `abdomen=abdominal tummy belly;ankle;anus=anal;arm;artery=arterial;back;bladder=vesical;bone;bowel=intestine intestinal;
  brain=cerebral;breast=mammary;bronchus=bronchial;buttock;cervix;cervical;chest=thorax thoracic;colon=colonic;cornea=corneal;
  disc=disk discs;ear=aural;elbow;eye=ocular ophthalmic;eyelid;face=facial;finger;foot=feet;gallbladder;gastrointestinal=gi;
  genital=genitalia;groin=inguinal;gum;hair;hand;head;heart=cardiac;heel;hip;jaw;joint=articular;kidney=renal;knee;leg;
  ligament;limb;lip;liver=hepatic;lumbar;lumbosacral;lung=pulmonary;meniscus=meniscal;mouth=oral;muscle=muscular;nail;
  neck;nerve;nipple;nose=nasal;oesophagus=oesophageal;organ;ovary=ovarian;pancreas=pancreatic;pelvis=pelvic;penis=penile;
  plantar;prostate=prostatic;rectum=rectal;retina=retinal;rib;sacroiliac;sacrum=sacral;scalp;shoulder;sinus;skin=cutaneous;
  skull;spine=spinal vertebra vertebral;stomach=gastric;tendon;testis=testicle testicular;thigh;throat;thumb;thyroid;toe;
  tongue;tooth=teeth dental;tract;trachea;ureter;urethra=urethral;urinary;uterus=uterine;vagina=vaginal;vein=venous;
  vulva=vulval;wrist;soft;tissue;cell;wall;sleep;appetite;memory;mood;vision=visual;hearing;speech;balance;weight;skin;
  radius=radial;ulna=ulnar;femur=femoral;tibia=tibial;fibula;humerus=humeral;patella=patellar;clavicle;coccyx`
    .split(';')
    .flatMap((row) => {
      const [site = '', others = ''] = row.trim().split('=');
      return [site, ...others.split(' ').filter(Boolean)].map((word) => [stem(word), site] as const);
    }),
);
