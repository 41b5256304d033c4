import { AFTER_FLOWS } from './flows/after.ts';
import { ANALYSIS_FLOWS } from './flows/analysis.ts';
import { BEFORE_FLOWS } from './flows/before.ts';
import { COMPANY_FLOWS } from './flows/company.ts';
import { COMPLAINT_FLOWS } from './flows/complaints.ts';
import { DRAW_FLOWS } from './flows/draws.ts';
import { DUTY_FLOWS } from './flows/duties.ts';
import { ERRAND_FLOWS } from './flows/errands.ts';
import { EXCHANGE_FLOWS } from './flows/exchange.ts';
import { GUIDE_FLOWS } from './flows/guide.ts';
import { HOTLINE_FLOWS } from './flows/hotlines.ts';
import { IDENTITY_FLOWS } from './flows/identity.ts';
import { INTAKE_FLOWS } from './flows/intake.ts';
import { KEPT_MESSAGE_FLOWS } from './flows/kept-message.ts';
import { MERGE_FLOWS } from './flows/merge.ts';
import { MONEY_FLOWS } from './flows/money.ts';
import { NEEDS_FLOWS } from './flows/needs.ts';
import { NEWCOMER_FLOWS } from './flows/newcomer.ts';
import { PAPER_FLOWS } from './flows/papers.ts';
import { PEOPLE_FLOWS } from './flows/people.ts';
import { PAGE_FLOWS } from './flows/photos-and-pages.ts';
import { PUBLIC_FLOWS } from './flows/public.ts';
import { RED_LINE_FLOWS } from './flows/red-line.ts';
import { REMARK_FLOWS } from './flows/remarks.ts';
import { REPAIR_FLOWS } from './flows/repair.ts';
import { RESIDENT_FLOWS } from './flows/residents.ts';
import { FINDING_FLOWS } from './flows/search-and-manual.ts';
import { SERVICE_FLOWS } from './flows/services.ts';
import { SETTING_FLOWS } from './flows/settings.ts';
import { SURVEY_FLOWS } from './flows/surveys.ts';
import { SURVEY_CONTACT_FLOWS } from './flows/surveys-contact.ts';
import { OTHER_SURVEY_FLOWS } from './flows/surveys-others.ts';
import { SURVEY_PAPER_FLOWS } from './flows/surveys-paper.ts';
import { SPECIAL_SURVEY_FLOWS } from './flows/surveys-special.ts';
import { TECHNICIAN_FLOWS } from './flows/technician.ts';
import { THREAD_FLOWS } from './flows/thread.ts';
import { VISIT_FLOWS } from './flows/visits.ts';
import { WEAK_NETWORK_FLOWS } from './flows/weak-network.ts';
import type { Flow } from './walk.ts';

/** Every flow a person can walk, in a real browser at 390 × 844. Another capability is another file. */
export const FLOWS: readonly Flow[] = [
  // The page of jobs begins with the most pressing one: before other flows leave theirs behind.
  ...TECHNICIAN_FLOWS,
  ...COMPANY_FLOWS,
  ...REPAIR_FLOWS,
  ...VISIT_FLOWS,
  ...BEFORE_FLOWS,
  ...PAGE_FLOWS,
  ...FINDING_FLOWS,
  ...IDENTITY_FLOWS,
  ...PEOPLE_FLOWS,
  ...WEAK_NETWORK_FLOWS,
  ...KEPT_MESSAGE_FLOWS,
  ...THREAD_FLOWS,
  ...RED_LINE_FLOWS,
  ...MONEY_FLOWS,
  ...SERVICE_FLOWS,
  ...REMARK_FLOWS,
  ...GUIDE_FLOWS,
  ...COMPLAINT_FLOWS,
  ...ERRAND_FLOWS,
  ...EXCHANGE_FLOWS,
  ...PAPER_FLOWS,
  ...INTAKE_FLOWS,
  ...PUBLIC_FLOWS,
  ...MERGE_FLOWS,
  ...ANALYSIS_FLOWS,
  // Days pass here.
  ...AFTER_FLOWS,
  ...DUTY_FLOWS,
  ...NEWCOMER_FLOWS,
  ...DRAW_FLOWS,
  ...SETTING_FLOWS,
  ...HOTLINE_FLOWS,
  // Months do.
  ...SURVEY_FLOWS,
  ...SURVEY_CONTACT_FLOWS,
  ...SURVEY_PAPER_FLOWS,
  ...OTHER_SURVEY_FLOWS,
  ...SPECIAL_SURVEY_FLOWS,
  ...NEEDS_FLOWS,
  ...RESIDENT_FLOWS,
];
