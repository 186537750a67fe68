/** Everyday words and the words of a record that say the same. Spelling only: nothing here is worked out. */
const TWINS: readonly (readonly [said: string, written: string])[] = [
  ['lumbago|lower back ?ache|low back ?ache|lower back pain', 'low back pain'],
  ['back ?ache|bad back|sore back', 'back pain'],
  ['neck ?ache', 'neck pain'],
  ['head ?aches?', 'headache'],
  ['ear ?ache', 'ear pain'],
  ['tooth ?ache', 'tooth pain'],
  ['(?:stomach|tummy|belly) ?aches?|(?:stomach|tummy|belly) pains?', 'abdominal pain'],
  ['heart attack', 'myocardial infarction'],
  ['(?:high|raised) blood pressure|hypertensive disorder', 'hypertension'],
  ['low blood pressure', 'hypotension'],
  ['stroke|cva', 'cerebrovascular accident'],
  ['mini ?stroke|tia', 'transient ischaemic attack'],
  ['piles', 'haemorrhoids'],
  ['shingles', 'herpes zoster'],
  ['chicken ?pox', 'varicella'],
  ['hay ?fever', 'allergic rhinitis'],
  ['under ?active thyroid', 'hypothyroidism'],
  ['over ?active thyroid', 'hyperthyroidism'],
  ['acid reflux|heartburn|gord|gerd', 'gastro oesophageal reflux disease'],
  ['ibs', 'irritable bowel syndrome'],
  ['copd|coad', 'chronic obstructive pulmonary disease'],
  ['cfs', 'chronic fatigue syndrome'],
  ['crps', 'complex regional pain syndrome'],
  ['uti|water infection|urine infection', 'urinary tract infection'],
  ['dvt', 'deep vein thrombosis'],
  ['t2dm', 'type 2 diabetes mellitus'],
  ['t1dm', 'type 1 diabetes mellitus'],
  ['oa', 'osteoarthritis'],
  ['fibro', 'fibromyalgia'],
  ['slipped dis[ck]', 'disc prolapse'],
  ['frozen shoulder', 'adhesive capsulitis of shoulder'],
  ['tennis elbow', 'lateral epicondylitis'],
  ['golfers elbow', 'medial epicondylitis'],
  ['glandular fever', 'infectious mononucleosis'],
  ['broken', 'fracture'],
  ['collar ?bone', 'clavicle'],
  ['(?:urinary )?incontinence of urine', 'urinary incontinence'],
];

const READERS = TWINS.map(
  ([said, written]) => [new RegExp(`(?<![\\p{L}\\p{N}])(?:${said})(?![\\p{L}\\p{N}])`, 'gu'), written] as const,
);

/** `name` (in small letters) with everyday words as a record writes them, so that backache and lumbago meet. */
export function twinsFolded(name: string): string {
  return READERS.reduce((text, [said, written]) => text.replace(said, written), name);
}
