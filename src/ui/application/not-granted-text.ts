import type { RequestedNotGranted } from '#domain/application/certification-request/requested-extensions.ts';
import { oidName } from '#domain/der/object-identifiers.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** What the request asks for beyond the profile: text only, never a link (A09, A17). */
export function notGrantedText(asked: RequestedNotGranted): string {
  const t = words.t.examination.asked;
  switch (asked.type) {
    case 'cA':
      return t.cA;
    case 'pathLength':
      return words.t.root.pathLength(asked.asked);
    case 'keyUsage':
      return t.keyUsage(asked.usages.join(', '));
    case 'extKeyUsage':
      return t.extKeyUsage(asked.oids.map((dotted) => oidName(dotted) ?? dotted).join(', '));
    case 'subjectAltName':
      return t.subjectAltName(
        asked.names.map((name) => `${name.kind} ${'value' in name ? name.value : ''}`).join(', '),
      );
    case 'attribute':
      return words.t.examination.attribute(oidName(asked.oid) ?? asked.oid, asked.texts.join(', '));
    case 'extension':
      return t.extension(oidName(asked.oid) ?? asked.oid, asked.critical);
  }
}
