/**
 * Who to ring about fear or violence at home, by country; `id` names the words beside the number. GB: Refuge's National
 * Domestic Abuse Helpline and Respect's Men's Advice Line; 999, then 55 on a mobile, is the police's Silent Solution.
 * PL: Ogólnopolskie Pogotowie dla Osób Doznających Przemocy Domowej „Niebieska Linia”.
 */
export const helpLines = [
  {
    country: 'GB',
    lines: [
      { id: 'emergency', phone: '999' },
      { id: 'abuse', phone: '0808 2000 247' },
      { id: 'men', phone: '0808 801 0327' },
    ],
  },
  {
    country: 'PL',
    lines: [
      { id: 'emergency', phone: '112' },
      { id: 'abuse', phone: '800 120 002' },
    ],
  },
] as const;
