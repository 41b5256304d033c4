import { analysisRoutes } from './analysis.ts';
import { bindingRoutes } from './bindings.ts';
import { boardRoutes } from './boards.ts';
import { bulletinRoutes } from './bulletins.ts';
import { checkRoutes } from './checks.ts';
import { companyRoutes } from './company.ts';
import { complaintRoutes } from './complaints.ts';
import { consentRoutes } from './consents.ts';
import { contactRoutes } from './contacts.ts';
import { doorCommands } from './door.ts';
import { drawRoutes } from './draws.ts';
import { dutyRoutes } from './duties.ts';
import { errandRoutes } from './errands.ts';
import { exchangeRoutes } from './exchanges.ts';
import { facilityRoutes } from './facilities.ts';
import { familyRoutes } from './family.ts';
import { followerRoutes } from './followers.ts';
import { guideRoutes } from './guide.ts';
import { healthRoutes } from './health.ts';
import { hotlineRoutes } from './hotlines.ts';
import { householdRoutes } from './households.ts';
import { inboxRoutes } from './inbox.ts';
import { intakeRoutes } from './intake.ts';
import { mailboxRoutes } from './mailbox.ts';
import { manualRoutes } from './manual.ts';
import { mergingRoutes } from './merging.ts';
import { needsRoutes } from './needs.ts';
import { openLetterRoutes } from './open-letters.ts';
import { ownRecordRoutes } from './own-record.ts';
import { priceRoutes } from './prices.ts';
import { publicationRoutes } from './publications.ts';
import { questionnaireRoutes } from './questionnaires.ts';
import { quoteCommands } from './quotes.ts';
import { registerRoutes } from './registers.ts';
import { remarkRoutes } from './remarks.ts';
import { replyRoutes } from './replies.ts';
import { revealRoutes } from './reveals.ts';
import { searchRoutes } from './search.ts';
import { serviceRoutes } from './services.ts';
import { sessionRoutes } from './session.ts';
import { settingRoutes } from './settings.ts';
import { signInRoutes } from './sign-in.ts';
import { staffPostRoutes } from './staff-posts.ts';
import { surveyCallRoutes } from './survey-calls.ts';
import { surveyPaperRoutes } from './survey-paper.ts';
import { surveyRoutes } from './surveys.ts';
import { templateRoutes } from './templates.ts';
import { ticketCommands } from './ticket-commands.ts';
import { ticketRoutes } from './tickets.ts';
import { visitRoutes } from './visits.ts';
import { voiceRoutes } from './voices.ts';

/** Every route of the API. */
export const API = {
  ...healthRoutes,
  ...sessionRoutes,
  ...signInRoutes,
  ...bindingRoutes,
  ...staffPostRoutes,
  ...householdRoutes,
  ...familyRoutes,
  ...ownRecordRoutes,
  // Before the ticket of an id: /tickets/alike is none.
  ...followerRoutes,
  ...ticketRoutes,
  ...ticketCommands,
  ...voiceRoutes,
  ...boardRoutes,
  ...analysisRoutes,
  ...bulletinRoutes,
  ...exchangeRoutes,
  ...registerRoutes,
  ...facilityRoutes,
  ...publicationRoutes,
  ...visitRoutes,
  ...drawRoutes,
  ...searchRoutes,
  ...intakeRoutes,
  ...contactRoutes,
  ...checkRoutes,
  ...inboxRoutes,
  ...revealRoutes,
  ...replyRoutes,
  ...priceRoutes,
  ...quoteCommands,
  ...serviceRoutes,
  ...guideRoutes,
  ...remarkRoutes,
  ...complaintRoutes,
  ...errandRoutes,
  ...doorCommands,
  ...mergingRoutes,
  ...dutyRoutes,
  ...manualRoutes,
  ...surveyRoutes,
  ...openLetterRoutes,
  ...surveyPaperRoutes,
  ...surveyCallRoutes,
  ...questionnaireRoutes,
  ...needsRoutes,
  ...mailboxRoutes,
  ...companyRoutes,
  ...settingRoutes,
  ...hotlineRoutes,
  ...templateRoutes,
  ...consentRoutes,
};
export type Api = typeof API;
