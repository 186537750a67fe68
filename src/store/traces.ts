/**
 * Whether something of a passport may be in this browser although localStorage says nothing of it, which can be cleared
 * by itself. Opens nothing. True where the browser does not tell.
 */
export async function mayHoldPassport(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.length > 0 || (await hasFiles());
  } catch {
    return true;
  }
}

async function hasFiles(): Promise<boolean> {
  const folder = await navigator.storage.getDirectory();
  for await (const _ of folder.keys()) return true;
  return false;
}
