import type { SeenFault } from '#ui/state/faults.svelte.ts';

/** Where the report was made; none of it is about a person. */
export interface ReportPlace {
  /** The program's version, SHA-256 in hex, or `—`. */
  readonly version: string;
  /** The address behind `#`. */
  readonly address: string;
  readonly browser: string;
  readonly language: string;
  /** RFC 3339. */
  readonly time: string;
}

/**
 * What may leave the office when the program broke: codes, names of errors' classes, places in the program's files. No message
 * of an error and no address of a record: both may hold what was typed.
 */
export function faultReport({ code, place, error }: SeenFault, where: ReportPlace): string {
  const [part = ''] = where.address.replace(/^\//u, '').split(/[/?]/u);
  return [
    'Tirkelim fault report',
    `fault: ${code}`,
    `place: ${place}, /${/^[a-z-]*$/u.test(part) ? part : ''}`,
    `version: ${where.version}`,
    `time: ${where.time}`,
    `language: ${where.language}`,
    `browser: ${where.browser}`,
    ...traces(error),
  ].join('\n');
}

/** An error and its causes, each with the places of its stack. */
function traces(error: unknown): readonly string[] {
  const lines: string[] = [];
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    lines.push(`${depth === 0 ? 'error' : 'cause'}: ${current.name}`, ...framesOf(current));
    current = current.cause;
  }
  return lines;
}

/** Chromium: `at name (https://host/assets/a.js:1:2)`; Firefox and Safari: `name@https://host/assets/a.js:1:2`. */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  // In Chromium the stack begins with the message, which may have several lines.
  const at = message === '' ? -1 : stack.indexOf(message);
  const frames = at === -1 ? stack : stack.slice(at + message.length);
  return frames.split('\n').flatMap((line) => {
    const seen =
      /^\s*(?:at )?(?:async )?([\w$.#<>]*).*?([\w.-]+\.(?:js|ts|svelte))(?:\?[^:]*)?:(\d+):(\d+)\)?$/u.exec(
        line,
      );
    if (seen === null) return [];
    const [, name = '', file = '', row = '', column = ''] = seen;
    return [`  ${name === '' || name.startsWith('http') ? '—' : name} ${file}:${row}:${column}`];
  });
}
