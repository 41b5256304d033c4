import { complaintRoutes } from '../../shared/contract/complaints.ts';
import { doorCommands } from '../../shared/contract/door.ts';
import { errandRoutes } from '../../shared/contract/errands.ts';
import { facilityRoutes } from '../../shared/contract/facilities.ts';
import { followerRoutes } from '../../shared/contract/followers.ts';
import { intakeRoutes } from '../../shared/contract/intake.ts';
import { mergingRoutes } from '../../shared/contract/merging.ts';
import { quoteCommands } from '../../shared/contract/quotes.ts';
import { remarkRoutes } from '../../shared/contract/remarks.ts';
import { replyRoutes } from '../../shared/contract/replies.ts';
import { revealRoutes } from '../../shared/contract/reveals.ts';
import { serviceRoutes } from '../../shared/contract/services.ts';
import { ticketCommands } from '../../shared/contract/ticket-commands.ts';
import { ticketRoutes } from '../../shared/contract/tickets.ts';
import { visitRoutes } from '../../shared/contract/visits.ts';
import { voiceRoutes } from '../../shared/contract/voices.ts';
import { complain, takeComplaint } from '../complaints/arriving.ts';
import * as complaintCommands from '../complaints/commands.ts';
import { accusable } from '../complaints/reading.ts';
import * as errandCommands from '../errands/commands.ts';
import * as deedCommands from '../errands/deeds.ts';
import * as letterCommands from '../errands/letters.ts';
import { errand, errands, errandsOfTicket, errandUnits } from '../errands/reading.ts';
import { nameFacility, spend } from '../facilities/commands.ts';
import { facilities, publicCostLines, publicCosts } from '../facilities/reading.ts';
import { intake } from '../intake/commands.ts';
import { intakeHomes } from '../intake/reading.ts';
import { addPhoto, finaliseUpload } from '../photos/commands.ts';
import { photographLetter } from '../photos/papers.ts';
import * as quoteHandlers from '../quotes/commands.ts';
import * as doorHandlers from '../quotes/door.ts';
import * as remarkCommands from '../remarks/commands.ts';
import { praisable } from '../remarks/reading.ts';
import { speak, takeRemark } from '../remarks/speaking.ts';
import { replies, saveReply, ticketReplies, withdrawReply } from '../replies/replies.ts';
import { reveal } from '../reveals/commands.ts';
import { ownReveals, reveals } from '../reveals/reading.ts';
import * as serviceCommands from '../services/commands.ts';
import { oralOrder, order } from '../services/orders.ts';
import { saveService, services, withdrawService } from '../services/services.ts';
import * as commands from '../tickets/commands.ts';
import { alike, follow, unfollow } from '../tickets/followers.ts';
import { look } from '../tickets/look.ts';
import { disputeMerge, duplicates, keepMerged, merge, unmerge } from '../tickets/merging.ts';
import { doneToday, technicians, ticket, tickets, workbench } from '../tickets/reading.ts';
import { report } from '../tickets/report.ts';
import * as visitCommands from '../visits/commands.ts';
import { ticketVisits, visitCallers, visitRecords, visits } from '../visits/reading.ts';
import { addVoice, finaliseVoice } from '../voices/commands.ts';
import { partOf } from './part.ts';

/** Tickets, from the first word to the last return visit. */
export const part = partOf(
  {
    // Before the ticket of an id: /tickets/alike is none.
    ...followerRoutes,
    ...ticketRoutes,
    ...ticketCommands,
    ...voiceRoutes,
    ...facilityRoutes,
    ...visitRoutes,
    ...intakeRoutes,
    ...replyRoutes,
    ...revealRoutes,
    ...quoteCommands,
    ...serviceRoutes,
    ...remarkRoutes,
    ...complaintRoutes,
    ...errandRoutes,
    ...doorCommands,
    ...mergingRoutes,
  },
  {
    report,
    intakeHomes,
    intake,
    tickets,
    workbench,
    doneToday,
    ticket,
    technicians,
    alike,
    follow,
    unfollow,
    ...commands,
    ...visitCommands,
    visits,
    ticketVisits,
    visitCallers,
    visitRecords,
    look,
    duplicates,
    merge,
    unmerge,
    disputeMerge,
    keepMerged,
    ...doorHandlers,
    ...quoteHandlers,
    services,
    saveService,
    withdrawService,
    order,
    oralOrder,
    ...serviceCommands,
    speak,
    takeRemark,
    praisable,
    ...remarkCommands,
    complain,
    takeComplaint,
    ...complaintCommands,
    ...errandCommands,
    ...letterCommands,
    ...deedCommands,
    errand,
    errands,
    errandsOfTicket,
    errandUnits,
    accusable,
    replies,
    saveReply,
    withdrawReply,
    ticketReplies,
    addPhoto,
    finalisePhoto: finaliseUpload,
    photographLetter,
    addVoice,
    finaliseVoice,
    facilities,
    nameFacility,
    spend,
    publicCosts,
    publicCostLines,
    reveal,
    reveals,
    ownReveals,
  },
);
