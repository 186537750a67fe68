/** Hash addresses: plain anchors lead to them, and nothing of them reaches a server. Codes start with a digit instead. */
export const routes = {
  home: '#/',
  welcome: '#/welcome',
  passport: '#/passport',
  part: (part: string) => `#/passport/${part}`,
  record: (part: string, record: string) => `#/passport/${part}/${record}`,
  history: (part: string, record: string) => `#/history/${part}/${record}`,
  pasteProblems: '#/paste/problems',
  pasteMedicines: '#/paste/medicines',
  flare: '#/flare',
  show: '#/show',
  share: '#/share',
  shareWith: (reader: string) => `#/share/${reader}`,
  scan: '#/scan',
  more: '#/more',
} as const;
