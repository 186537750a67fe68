import type { Dexie, Table } from 'dexie';
import type { Counted } from './backups.ts';
import { declareDatabase } from './database.ts';

/** A folder the person chose, and what is remembered about it: how many changes the last file written holds, too. */
export type Folder = Counted & {
  readonly handle: FolderHandle;
  /** The names of the files written here, oldest first: only those are ever removed. */
  readonly written: readonly string[];
  /** When the last one was written, as an ISO date and time; null before the first. */
  readonly at: string | null;
};

type Mode = { readonly mode: 'readwrite' };
/** WICG File System Access: what the DOM library does not declare yet. */
export type FolderHandle = FileSystemDirectoryHandle & {
  queryPermission?(mode: Mode): Promise<PermissionState>;
  requestPermission?(mode: Mode): Promise<PermissionState>;
};
type Picker = (options: Mode & { readonly id: string; readonly startIn: string }) => Promise<FolderHandle>;

/** 'folder-lost': it may not be written to any more, or is gone. 'folder-failed': it was written and did not read back. */
export type FolderProblem = 'folder-lost' | 'folder-full' | 'folder-failed';
export type FolderWritten =
  | { readonly ok: true; readonly written: readonly string[] }
  | { readonly ok: false; readonly problem: FolderProblem };

/** How many files stay in the folder. */
const kept = 3;

type FolderRow = Folder & { readonly place: 'folder' };
type Folders = Dexie & { folders: Table<FolderRow, string> };

/** A database of its own: a handle is the browser's own object and cannot be sealed. It names a folder and files, and how much they hold. */
async function inFolders<T>(task: (folders: Folders) => PromiseLike<T>): Promise<T> {
  const folders = declareDatabase('mf-folder') as Folders;
  folders.version(1).stores({ folders: 'place' });
  try {
    await folders.open();
    return await task(folders);
  } finally {
    folders.close();
  }
}

/** True where a folder can be chosen at all: Chromium, on most computers and some phones. */
function canChooseFolder(): boolean {
  return typeof (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker === 'function';
}

/** Lets the person choose a folder, at a tap; null when they let it be or the browser refuses. */
export async function chooseFolder(): Promise<FolderHandle | null> {
  const { showDirectoryPicker } = window as { showDirectoryPicker?: Picker };
  try {
    return (await showDirectoryPicker?.({ mode: 'readwrite', id: 'backup', startIn: 'documents' })) ?? null;
  } catch {
    return null;
  }
}

/** The folder that was chosen; null when none was, or it can no longer be read. */
export async function readFolder(): Promise<Folder | null> {
  return inFolders((folders) => folders.folders.get('folder')).then(
    // a row from before private pages were counted says nothing of them
    (row) => (row ? { ...row, pages: row.pages ?? null } : null),
    () => null,
  );
}

export function keepFolder(folder: Folder): Promise<unknown> {
  return inFolders((folders) => folders.folders.put({ ...folder, place: 'folder' }));
}

/** Forgets which folder it was; what is in it stays. */
export async function forgetFolder(): Promise<void> {
  if (canChooseFolder()) await declareDatabase('mf-folder').delete({ disableAutoOpen: true });
}

/** True when the folder may be written to now. `ask` lets the browser ask, which it does only at a tap. */
export async function isFolderOpen(handle: FolderHandle, ask = false): Promise<boolean> {
  const mode = { mode: 'readwrite' } as const;
  try {
    const answer = await (ask ? handle.requestPermission?.(mode) : handle.queryPermission?.(mode));
    return (answer ?? 'granted') === 'granted';
  } catch {
    return false;
  }
}

/**
 * Writes a file into the folder, reads it back and compares; only then do those of `written` beyond the last three go.
 * A file that did not arrive whole is taken away again, and the older ones stay. `written` is oldest first, in and out.
 */
export async function writeToFolder(
  handle: FolderHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  written: readonly string[],
): Promise<FolderWritten> {
  try {
    const file = await handle.getFileHandle(name, { create: true });
    const stream = await file.createWritable();
    await stream.write(bytes);
    await stream.close();
    const found = new Uint8Array(await (await file.getFile()).arrayBuffer());
    if (found.length !== bytes.length || found.some((byte, at) => byte !== bytes[at])) {
      await remove(handle, name);
      return { ok: false, problem: 'folder-failed' };
    }
  } catch (error) {
    const { name: why } = error as { name?: string };
    if (why === 'NotAllowedError' || why === 'NotFoundError' || why === 'SecurityError') {
      return { ok: false, problem: 'folder-lost' };
    }
    await remove(handle, name);
    return { ok: false, problem: why === 'QuotaExceededError' ? 'folder-full' : 'folder-failed' };
  }
  const all = [...written.filter((old) => old !== name), name];
  for (const old of all.slice(0, -kept)) await remove(handle, old);
  return { ok: true, written: all.slice(-kept) };
}

/** One that is gone already, or may not be removed, is no matter. */
async function remove(handle: FolderHandle, name: string): Promise<void> {
  await handle.removeEntry(name).catch(() => undefined);
}
