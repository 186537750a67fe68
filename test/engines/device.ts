import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { Wire } from './wire.ts';

/** A browser with a window, on a profile of its own, and in a process group of its own. */
export type Device = {
  readonly wire: Wire;
  /** The browser's own name and version. */
  readonly version: string;
  /** Where it puts what it downloads. */
  readonly downloads: string;
  /** As a person closes it. */
  close(): Promise<void>;
  /** SIGKILL to every process of it. */
  kill(): Promise<void>;
};

export type Engine = {
  readonly id: 'firefox' | 'webkit';
  /** Why it cannot be driven here; `undefined` when it can. */
  missing(): string | undefined;
  /** A browser that is driven. */
  start(profile: string): Promise<Device>;
  /** A browser that nobody drives, at this address: gives the way to kill it. */
  leave(profile: string, address: string): Promise<() => Promise<void>>;
};

const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) killGroup(child);
});

/** Starts a program in a process group of its own; `kill` ends all of the group at once, and resolves when it has ended. */
export function launch(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(command, args, { detached: true, stdio: 'ignore', env: { ...process.env, ...env } });
  living.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => {
      living.delete(child);
      resolve();
    });
  });
  const kill = async () => {
    killGroup(child);
    await ended;
  };
  return { ended, kill };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** What a program answers to `--version`; `undefined` when there is no such program. */
export function versionOf(command: string): string | undefined {
  const { error, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return error ? undefined : (/[\d.]+/.exec(stdout)?.[0] ?? '');
}
