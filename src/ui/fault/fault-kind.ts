import type { SeenFault } from '#ui/state/faults.svelte.ts';

/** What an officer has to be told apart: each has sentences of its own. */
export const faultKinds = [
  'act',
  'page',
  'background',
  'start',
  'program-file',
  'register',
  'custody-worker',
  'printing-worker',
  'verification-worker',
  'gost-worker',
  'register-touched',
  'register-newer',
  'register-closed',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export function faultKindOf({ code, place, error }: SeenFault): FaultKind {
  const known = faultKinds.find((kind) => kind === code);
  if (known !== undefined) return known;
  if (code.startsWith('TransactionAborted') || isOfDatabase(error)) return 'register';
  if (isOfProgramFile(error)) return 'program-file';
  return place;
}

/** IndexedDB's own errors are DOMExceptions: a full or failing disk, a database that was closed. */
function isOfDatabase(error: unknown): boolean {
  return (
    error instanceof DOMException && ['UnknownError', 'InvalidStateError', 'AbortError'].includes(error.name)
  );
}

/** A module that did not come: each browser has a sentence of its own for it, and no class. */
function isOfProgramFile(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|importing a module script|loading a module/iu.test(error.message)
  );
}
