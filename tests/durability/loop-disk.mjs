import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A small ext4 disk in a file, whose power can be cut.
 *
 * @typedef {object} LoopDisk
 * @property {() => string} folder where it is mounted now
 * @property {() => void} settle everything that was written so far is on the disk, as the kernel has it after half a minute
 * @property {() => void} cutPower nothing reaches the disk from here on, and the journal is not flushed
 * @property {() => Promise<void>} powerOn mounts a copy of the image as the cut left it; whoever used the old one must be gone
 * @property {(path: string) => void} keepCut what the last cut left, as it was before anybody looked at it, to that file
 * @property {() => Promise<void>} remove
 */

/** Why no loop device can be had here; undefined when one can. @returns {Promise<string | undefined>} */
export async function whyNoLoopDisk() {
  if (process.platform !== 'linux') return 'only Linux has loop devices';
  if (process.getuid?.() !== 0) return 'mounting needs root';
  try {
    const disk = makeLoopDisk(8);
    try {
      disk.cutPower();
    } finally {
      await disk.remove();
    }
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? (cause.message.split('\n')[0] ?? 'unknown') : String(cause);
  }
}

/**
 * @param {number} megabytes
 * @returns {LoopDisk}
 */
export function makeLoopDisk(megabytes) {
  const home = mkdtempSync(join(tmpdir(), 'tirkelim-disk-'));
  const [image, folder, asCut] = [join(home, 'disk.img'), join(home, 'mounted'), join(home, 'as-cut.img')];
  writeFileSync(image, '');
  truncateSync(image, megabytes * 1024 * 1024);
  mkdirSync(folder);
  run('mkfs.ext4', '-q', '-F', '-m', '0', image);
  run('mount', '-o', 'loop', image, folder);
  return {
    folder: () => folder,
    settle: () => run('sync', '-f', folder),
    cutPower: () => shutDown(folder),
    powerOn: async () => {
      const copy = join(home, 'copy.img');
      // The old image is still mounted and still without power: what is copied is what the disk has, not what the kernel remembers.
      run('cp', '--sparse=always', image, copy);
      await unmount(folder);
      run('cp', '--sparse=always', copy, asCut);
      run('mv', copy, image);
      run('mount', '-o', 'loop', image, folder);
    },
    keepCut: (path) => {
      mkdirSync(dirname(path), { recursive: true });
      if (existsSync(asCut)) run('cp', '--sparse=always', asCut, path);
    },
    remove: async () => {
      await unmount(folder);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/**
 * ext4's own ioctl for a power cut: FS_IOC_SHUTDOWN (`_IOR('X', 125, __u32)`) with EXT4_GOING_FLAGS_NOLOGFLUSH, 2. From then on
 * every write and every fsync fails, and nothing that was only in memory is written, so the copy of the image is of one instant.
 *
 * @param {string} folder
 */
function shutDown(folder) {
  run(
    'perl',
    '-e',
    'open(my $f, "<", $ARGV[0]) or die; my $how = pack("L", 2); ioctl($f, 0x8004587d, $how) or die "ioctl: $!"',
    folder,
  );
}

/** @param {string} folder */
async function unmount(folder) {
  for (let attempt = 1; ; attempt++) {
    try {
      run('umount', folder);
      return;
    } catch (cause) {
      // A killed process lets go of its files a moment later, on a busy machine many seconds later.
      if (attempt === 600) throw cause;
      await sleep(100);
    }
  }
}

/**
 * @param {string} command
 * @param {...string} words
 */
function run(command, ...words) {
  execFileSync(command, words, { stdio: 'pipe' });
}
