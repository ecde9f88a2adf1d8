import type { ApplicationContent } from './application.ts';
import { commonNameOf } from './certificate-subject.ts';

/** Who applies, in one line: a person by surname and given name, an authority by the name in its certificate. */
export function applicantName(content: ApplicationContent): string {
  return content.form === 'R-F1' ? content.authorityShortName : commonNameOf(content);
}

/** IIN and BIN, as far as the applicant has them. */
export function applicantNumbers(content: ApplicationContent): readonly string[] {
  if (content.form === 'R-F1') return [];
  return content.bin === undefined ? [content.iin] : [content.iin, content.bin];
}
