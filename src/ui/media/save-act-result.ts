import type { Result } from '#domain/base/result.ts';
import type { FileSaving, FileToSave } from '#ui/exchange/file-saving.svelte.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { type Needs, Refused } from '#ui/state/action.svelte.ts';

/** Saves what an act makes; what the act refuses is said where the file's fate is said. `after`: as `FileSaving` has it. */
export function saveActResult(
  saving: FileSaving,
  file: FileToSave,
  make: () => Promise<Result<Uint8Array, WordedRefusal>>,
  { needs, after }: { readonly needs: Needs; readonly after?: Parameters<FileSaving['save']>[2] },
): Promise<void> {
  return saving.save(file, () => madeOrRefused(make()), after, needs);
}

/** For whoever makes a file's octets while it is saved: throws `Refused`. */
export async function madeOrRefused<T>(making: Promise<Result<T, WordedRefusal>>): Promise<T> {
  const made = await making;
  if (!made.ok) throw new Refused(made.error);
  return made.value;
}
