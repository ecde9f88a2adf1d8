import { refusalText, type WordedRefusal } from '#ui/i18n/refusal-text.ts';
import type { FileSaving, FileToSave } from '#ui/exchange/file-saving.svelte.ts';
import type { Result } from '#domain/base/result.ts';

/** Leaves the making of a file, so that nothing is written; holds why. */
class Refused extends Error {
  readonly refusal: WordedRefusal;

  constructor(refusal: WordedRefusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

/** Saves what an act makes; what the act refuses is said where the file's fate is said. `after`: as `FileSaving` has it. */
export async function saveActResult(
  saving: FileSaving,
  file: FileToSave,
  make: () => Promise<Result<Uint8Array, WordedRefusal>>,
  after?: (name: string, octets: Uint8Array) => Promise<void>,
): Promise<void> {
  try {
    await saving.save(
      file,
      async () => {
        const made = await make();
        if (!made.ok) throw new Refused(made.error);
        return made.value;
      },
      after,
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    saving.failure = refusalText(error.refusal);
  }
}
