/**
 * The name a file is saved under. Takes a plain one (`summary.pdf`, `backup-2026-11-21.age`) and gives it back; where
 * the person chose to be discreet it says only "notes", with its day and its ending.
 */
export function fileName(name: string, { discreet }: { discreet: boolean }): string {
  if (!discreet) return name;
  const [day = ''] = /-\d{4}-\d{2}-\d{2}/.exec(name) ?? [];
  const [ending = ''] = /\.[^.]+$/.exec(name) ?? [];
  return `notes${day}${ending}`;
}
