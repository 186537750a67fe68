import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * An ext4 disk in a file, and the way to cut its power: what the kernel has not yet written to the file is then gone,
 * as it would be from the disk of a phone.
 */
export type LoopDisk = {
  /** Where it is mounted. */
  readonly folder: string;
  /** Cuts the power and switches on again: the disk is now as it was written, and no more. */
  cut(): void;
  end(): void;
};

/** Why there can be no such disk here; null where there can. */
export function whyNoLoopDisk(): string | null {
  if (process.platform !== 'linux') return 'a disk in a file needs Linux';
  if (process.getuid?.() !== 0) return 'only root can mount a disk to cut its power';
  const missing = ['mkfs.ext4', 'mount', 'losetup'].filter((tool) => run(['sh', '-c', `command -v ${tool}`]) !== 0);
  if (missing.length > 0) return `${missing.join(', ')} not found`;
  return run(['losetup', '--find']) === 0 ? null : 'this machine gives no loop devices';
}

export function makeLoopDisk(): LoopDisk {
  const home = mkdtempSync(join(tmpdir(), 'power-cut-'));
  const folder = join(home, 'disk');
  const image = join(home, 'image');
  const copy = join(home, 'copy');
  mkdirSync(folder);
  const unmount = () => run(['umount', folder]) === 0 || run(['umount', '--lazy', folder]) === 0;
  const end = () => {
    unmount();
    rmSync(home, { recursive: true, force: true });
    process.off('exit', end);
  };
  process.once('exit', end);
  try {
    must(['truncate', '--size', '400M', image]);
    must(['mkfs.ext4', '-q', '-F', image]);
    must(['mount', '-o', 'loop', image, folder]);
  } catch (error) {
    end();
    throw error;
  }
  return {
    folder,
    cut() {
      // The file itself, before unmounting writes back what is still in memory.
      must(['cp', '--sparse=always', image, copy]);
      if (!unmount()) throw new Error(`${folder} could not be unmounted.`);
      must(['mv', copy, image]);
      must(['mount', '-o', 'loop', image, folder]);
    },
    end,
  };
}

function run([command = '', ...args]: readonly string[]): number | null {
  return spawnSync(command, args, { stdio: 'ignore' }).status;
}

function must(line: readonly string[]): void {
  if (run(line) !== 0) throw new Error(`This did not work: ${line.join(' ')}`);
}
