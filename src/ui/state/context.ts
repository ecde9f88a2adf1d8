import { getContext, setContext } from 'svelte';
import type { Office } from '#operations/office.ts';
import type { Session } from './session.svelte.ts';

const key = Symbol('session');

/** The session and, through it, the office's acts: for every page below `App.svelte`. */
export function provideSession(session: Session): void {
  setContext(key, session);
}

export function useSession(): Session {
  return getContext<Session>(key);
}

export function useOffice(): Office {
  return useSession().office;
}
