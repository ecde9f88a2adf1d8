import { common } from './frame.ts';
import { lost, rebuilt, shortcuts, trialDialog, unlockDialog, verdict, workDone, works } from './dialogs.ts';
import { calendar } from './calendar.ts';
import { units } from './units.ts';
import { refusals } from './refusals.ts';
import { setUp } from './setUp.ts';
import { application } from './application.ts';
import { examination } from './examination.ts';
import { certificate } from './certificate.ts';
import { register } from './register.ts';
import { root } from './root.ts';
import { revocation } from './revocation.ts';
import { publication } from './publication.ts';
import { revocationApplication } from './revocation-application.ts';
import { crl } from './crl.ts';
import { today } from './today.ts';
import { audit } from './audit.ts';
import { media } from './media.ts';
import { ceremony } from './ceremony.ts';
import { officers } from './officers.ts';
import { station } from './station.ts';
import { forms } from './forms.ts';
import { microscope } from './microscope.ts';
import { microscopeFields } from './microscope-fields.ts';
import { gost } from './gost.ts';
import { archive } from './archive.ts';
import { exchange } from './exchange.ts';
import { archivePackage } from './archive-package.ts';
import { clauses } from './clauses.ts';
import { body } from './body.ts';
import { revocationLetters } from './revocation-letters.ts';
import { recovery } from './recovery.ts';
import { rehearsal } from './rehearsal.ts';
import { screen } from './screen.ts';
import { together } from './together.ts';
import { search } from './search.ts';
import { renewal } from './renewal.ts';
import { ruleSet } from './rule-set.ts';
import type { Catalogue } from '#ui/i18n/catalogue.ts';

export const ru: Catalogue = {
  common,
  shortcuts,
  trialDialog,
  unlockDialog,
  lost,
  rebuilt,
  verdict,
  works,
  workDone,
  calendar,
  units,
  refusals,
  setUp,
  application,
  examination,
  certificate,
  register,
  revocation,
  revocationApplication,
  publication,
  root,
  crl,
  today,
  audit,
  media,
  ceremony,
  officers,
  station,
  forms,
  gost,
  microscope,
  microscopeFields,
  archive,
  archivePackage,
  exchange,
  clauses,
  body,
  revocationLetters,
  recovery,
  rehearsal,
  screen,
  search,
  together,
  renewal,
  ruleSet,
};
