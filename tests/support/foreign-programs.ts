import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface WorkFolder {
  /** Writes a file and answers its path. */
  put(name: string, content: Uint8Array | string): string;
  path(name: string): string;
  remove(): void;
}

export function workFolder(): WorkFolder {
  const folder = mkdtempSync(join(tmpdir(), 'tirkelim-interop-'));
  return {
    put(name, content) {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    path: (name) => join(folder, name),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

export interface Said {
  readonly status: number | null;
  /** Both streams. */
  readonly text: string;
}

export function run(command: string, ...words: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', input: '' });
  return { status, text: `${stdout}${stderr}` };
}

/** Throws with what the program said when it ended with an error. */
export function runOrThrow(command: string, ...words: readonly string[]): string {
  const { status, text } = run(command, ...words);
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${text}`);
  return text;
}
