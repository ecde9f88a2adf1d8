import { words } from './language.svelte.ts';

/** The standards keep their Russian name in our tables; a Kazakh reads МЕМСТ, an English reader GOST. */
export function algorithmText(name: string): string {
  return name.replaceAll('ГОСТ', words.t.gost.standard);
}
