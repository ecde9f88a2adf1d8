/**
 * A host name as a certificate may carry it (RFC 5280, 4.2.1.6: the preferred name syntax of RFC 1034, 3.5). Letters
 * beyond ASCII are refused: a certificate carries the A-label, and which one that is the applicant has to say.
 */
import { err, ok, type Result } from '#domain/base/result.ts';

export type DnsNameRefusal =
  | { readonly type: 'Empty' }
  | { readonly type: 'TooLong'; readonly max: number; readonly seen: number }
  | { readonly type: 'NotAscii'; readonly letter: string; readonly position: number }
  | { readonly type: 'NotInAHostName'; readonly letter: string; readonly position: number }
  | { readonly type: 'EmptyLabel' }
  | { readonly type: 'LabelTooLong'; readonly label: string; readonly max: number }
  | { readonly type: 'HyphenAtEdge'; readonly label: string }
  | { readonly type: 'OneLabelOnly' }
  /** An address in figures is none: the last label has a letter. */
  | { readonly type: 'NumericTopLabel'; readonly label: string };

/** Lower case comes back. */
export function parseDnsName(text: string): Result<string, DnsNameRefusal> {
  if (text === '') return err({ type: 'Empty' });
  if (text.length > 253) return err({ type: 'TooLong', max: 253, seen: text.length });
  const foreign = /[^\x20-\x7e]/u.exec(text);
  if (foreign !== null) return err({ type: 'NotAscii', letter: foreign[0], position: foreign.index });
  const stranger = /[^A-Za-z0-9.-]/.exec(text);
  if (stranger !== null)
    return err({ type: 'NotInAHostName', letter: stranger[0], position: stranger.index });
  const labels = text.toLowerCase().split('.');
  for (const label of labels) {
    // A leading dot, two in a row, or one at the end all leave a label empty.
    if (label === '') return err({ type: 'EmptyLabel' });
    if (label.length > 63) return err({ type: 'LabelTooLong', label, max: 63 });
    if (label.startsWith('-') || label.endsWith('-')) return err({ type: 'HyphenAtEdge', label });
  }
  const top = labels.at(-1) ?? '';
  if (/^(\d+|0x[0-9a-f]*)$/.test(top)) return err({ type: 'NumericTopLabel', label: top });
  return labels.length < 2 ? err({ type: 'OneLabelOnly' }) : ok(labels.join('.'));
}
