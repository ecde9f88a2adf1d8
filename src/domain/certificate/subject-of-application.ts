import type { ApplicationContent } from '#domain/application/application.ts';
import { commonNameOf } from '#domain/application/certificate-subject.ts';
import type { SubjectName } from './subject-name.ts';

/** The subject that an application gets: an individual's (N-F1) or that of a person for a legal entity (N-F2). */
export function subjectOfApplication(content: ApplicationContent): SubjectName {
  const { region, city, iin, email, bin, organisationShortName, legalRole } = content;
  const person = { region, city, commonName: commonNameOf(content), iin, email };
  if (bin === undefined || organisationShortName === undefined || legalRole === undefined)
    return { kind: 'individual', ...person };
  return { kind: 'legal-entity', ...person, organization: organisationShortName, bin, role: legalRole };
}
