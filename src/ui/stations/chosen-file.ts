import { ok } from '#domain/base/result.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** One file of the officer's choice; undefined where none was chosen, or it is too large, which is then said. */
export async function chosenFile(
  action: Action,
  session: Session,
  maximumOctets: number,
): Promise<Uint8Array | undefined> {
  const chosen = await action.perform(
    async () => ok(await session.office.media.open({ accept: [], multiple: false, maximumOctets })),
    { needs: 'nothing' },
  );
  const [file] = chosen.ok ? chosen.value : [];
  if (file !== undefined && file.octets === undefined)
    action.refuse(() => words.t.exchange.tooLarge(file.name));
  return file?.octets;
}
