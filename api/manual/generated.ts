// Written by `npm run manual`: do not edit.
import type { Asks } from '../../shared/manual/tables.ts';

export interface Generated {
  /** What rows ask for. */
  asks: Asks;
  /** Titles of the scenarios that prove a clause. */
  scenarios: Readonly<Record<string, readonly string[]>>;
  /** The pages that show it; `opens`: a colleague may open one as it stands. */
  screens: Readonly<Record<string, readonly { page: string; title: string; opens: boolean }[]>>;
}

export const GENERATED: Generated = {
  asks: {
    'promise on_site urgent 2026-01-01 repair': [
      {
        fact: 'urgency',
        values: ['urgent'],
      },
    ],
    'promise repaired urgent 2026-01-01 repair': [
      {
        fact: 'urgency',
        values: ['urgent'],
      },
    ],
    'promise repaired general 2026-01-01 repair': [
      {
        fact: 'urgency',
        values: ['general'],
      },
    ],
    'promise dispatched 2026-01-01 repair': [
      {
        fact: 'urgency',
        values: ['urgent'],
      },
      {
        fact: 'supervised',
        values: ['false'],
      },
    ],
    'promise passed_on 2026-01-01 repair': [
      {
        fact: 'urgency',
        values: ['urgent'],
      },
      {
        fact: 'supervised',
        values: ['true'],
      },
    ],
    'promise taken_on 2026-01-01 repair': [],
    'promise finished_as_promised 2026-01-01 repair': [],
    'promise called_again 2026-01-01 repair special_service suggestion praise enquiry complaint': [],
    'promise new_visit 2026-01-01 repair special_service': [],
    'promise new_date 2026-01-01 repair special_service': [],
    'promise named_visit 2026-01-01 repair': [],
    'promise named_visit of another 2026-01-01 repair': [],
    'promise on_site rework 2026-01-01 repair': [],
    'promise special_visit 2026-01-01 repair': [],
    'promise on_site warranty 2026-01-01 repair': [
      {
        fact: 'urgency',
        values: ['general'],
      },
      {
        fact: 'cameBack',
        values: ['true'],
      },
    ],
    'promise special_visit warranty 2026-01-01 repair': [
      {
        fact: 'cameBack',
        values: ['true'],
      },
    ],
    'promise phone_call 2026-01-01 repair special_service suggestion praise enquiry complaint': [],
    'promise first_reply 2026-01-01 repair special_service suggestion praise enquiry complaint': [],
    'promise return_visit 2026-01-01 repair special_service': [],
    'promise follow_up 2026-01-01 repair suggestion praise enquiry complaint': [],
    'promise defect_check_first 2026-01-01 repair': [
      {
        fact: 'largeDefect',
        values: ['true'],
      },
    ],
    'promise defect_check_second 2026-01-01 repair': [
      {
        fact: 'largeDefect',
        values: ['true'],
      },
    ],
    'promise defect_check_third 2026-01-01 repair': [
      {
        fact: 'largeDefect',
        values: ['true'],
      },
    ],
    'promise priced 2026-01-01 repair': [],
    'promise settled 2026-01-01 repair special_service': [
      {
        fact: 'charged',
        values: ['true'],
      },
      {
        fact: 'settled',
        values: ['false'],
      },
    ],
    'promise new_visit accepted 2026-01-01 repair special_service': [],
    'promise another_date 2026-01-01 repair special_service': [],
    'promise dispatched again 2026-01-01 repair': [
      {
        fact: 'urgency',
        values: ['urgent'],
      },
      {
        fact: 'supervised',
        values: ['false'],
      },
    ],
    'promise dispatched again by head 2026-01-01 repair': [
      {
        fact: 'urgency',
        values: ['urgent'],
      },
      {
        fact: 'supervised',
        values: ['true'],
      },
    ],
    'promise merge_answer 2026-01-01 repair': [],
    'promise cost_recorded 2026-01-01 repair': [
      {
        fact: 'place',
        values: ['public'],
      },
    ],
    'promise weekly_visit 2026-01-01 repair': [],
    'promise quality_visit of a repair 2026-01-01 repair': [],
    'promise director_contact 2026-01-01 repair special_service suggestion praise enquiry complaint': [
      {
        fact: 'keyCustomer',
        values: ['true'],
      },
    ],
    'promise arranged 2026-01-01 special_service': [],
    'promise service named_visit 2026-01-01 special_service': [],
    'promise service_done 2026-01-01 special_service': [],
    'promise provider_visit 2026-01-01 special_service': [],
    'promise quality_visit 2026-01-01 special_service': [],
    'promise first word 2026-01-01 suggestion praise enquiry complaint': [
      {
        fact: 'takenDown',
        values: ['false'],
      },
    ],
    'promise enquiry_answered 2026-01-01 suggestion praise enquiry complaint': [
      {
        fact: 'kind',
        values: ['enquiry'],
      },
    ],
    'promise enquiry_answered as promised 2026-01-01 suggestion praise enquiry complaint': [],
    'promise decided 2026-01-01 suggestion praise enquiry complaint': [
      {
        fact: 'kind',
        values: ['suggestion'],
      },
    ],
    'promise decided after a study 2026-01-01 suggestion praise enquiry complaint': [],
    'promise carried_out 2026-01-01 suggestion praise enquiry complaint': [],
    'promise answered_above 2026-01-01 suggestion praise enquiry complaint': [],
    'promise remark return_visit 2026-01-01 suggestion praise enquiry complaint': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'promise survey_visit 2026-01-01 suggestion praise enquiry complaint': [
      {
        fact: 'kind',
        values: ['suggestion', 'enquiry'],
      },
      {
        fact: 'visited',
        values: ['false'],
      },
      {
        fact: 'returned',
        values: ['false'],
      },
      {
        fact: 'keyCustomer',
        values: ['false'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'promise survey_visit in person 2026-01-01 suggestion praise enquiry complaint': [
      {
        fact: 'kind',
        values: ['suggestion', 'enquiry'],
      },
      {
        fact: 'visited',
        values: ['false'],
      },
      {
        fact: 'keyCustomer',
        values: ['true'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'promise formal_reply 2026-01-01 complaint': [],
    'promise formal_reply by whoever is next 2026-01-01 complaint': [
      {
        fact: 'answered',
        values: ['false'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
    ],
    'promise formal_reply as named 2026-01-01 complaint': [],
    'promise plan_step 2026-01-01 complaint': [
      {
        fact: 'steps',
        values: ['true'],
      },
    ],
    'promise cause_recorded 2026-01-01 complaint': [
      {
        fact: 'cause',
        values: ['false'],
      },
    ],
    'promise major_reported 2026-01-01 complaint': [
      {
        fact: 'major',
        values: ['true'],
      },
      {
        fact: 'reported',
        values: ['false'],
      },
    ],
    'promise return_visit of a complaint 2026-01-01 complaint': [
      {
        fact: 'level',
        values: ['office', 'director'],
      },
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'satisfied',
        values: ['false'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'called',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'promise final visit of a complaint 2026-01-01 complaint': [
      {
        fact: 'level',
        values: ['quality', 'managementRepresentative', 'leadership'],
      },
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'qualityCalled',
        values: ['false'],
      },
      {
        fact: 'nobodyToCall',
        values: ['false'],
      },
    ],
    'promise concluded 2026-01-01 complaint': [
      {
        fact: 'satisfied',
        values: ['true'],
      },
    ],
    'promise concluded without a name 2026-01-01 complaint': [
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['true'],
      },
    ],
    'promise concluded out of reach 2026-01-01 complaint': [
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'satisfied',
        values: ['false'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'promise bulletin_issued 2026-01-01 complaint': [
      {
        fact: 'major',
        values: ['true'],
      },
    ],
    'promise committee_told 2026-01-01 complaint': [
      {
        fact: 'meant',
        values: ['leadership'],
      },
      {
        fact: 'committee',
        values: ['false'],
      },
    ],
    'promise survey_visit of a complaint 2026-01-01 complaint': [
      {
        fact: 'left',
        values: ['false'],
      },
      {
        fact: 'called',
        values: ['false'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
      {
        fact: 'keyCustomer',
        values: ['false'],
      },
    ],
    'promise survey_visit of a complaint in person 2026-01-01 complaint': [
      {
        fact: 'left',
        values: ['false'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
      {
        fact: 'keyCustomer',
        values: ['true'],
      },
    ],
    'promise survey_visit of what has left the office 2026-01-01 complaint': [
      {
        fact: 'left',
        values: ['true'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'promise decided by director 2026-01-01 repair special_service suggestion praise enquiry complaint': [],
    'promise decided by management representative 2026-01-01 repair special_service suggestion praise enquiry complaint': [],
    'promise decided by leadership 2026-01-01 repair special_service suggestion praise enquiry complaint': [],
    'promise decided by general manager 2026-01-01 repair special_service suggestion praise enquiry complaint': [],
    'promise decided by quality 2026-01-01 repair special_service suggestion praise enquiry complaint': [],
    'action handOver 2026-01-01 repair received': [
      {
        fact: 'supervised',
        values: ['true'],
      },
      {
        fact: 'handedOver',
        values: ['false'],
      },
    ],
    'action takeOn 2026-01-01 repair received': [
      {
        fact: 'handedOver',
        values: ['true'],
      },
      {
        fact: 'takenOn',
        values: ['false'],
      },
    ],
    'action dispatch by agent 2026-01-01 repair received': [
      {
        fact: 'supervised',
        values: ['false'],
      },
    ],
    'action dispatch by head once taken on 2026-01-01 repair received': [
      {
        fact: 'takenOn',
        values: ['true'],
      },
    ],
    'action dispatch by head 2026-01-01 repair received': [
      {
        fact: 'supervised',
        values: ['false'],
      },
      {
        fact: 'handedOver',
        values: ['false'],
      },
    ],
    'action reassign by agent 2026-01-01 repair dispatched+on_site': [
      {
        fact: 'supervised',
        values: ['false'],
      },
    ],
    'action reassign by head 2026-01-01 repair dispatched+on_site': [],
    'action finish 2026-01-01 repair on_site': [],
    'action confirm 2026-01-01 repair finished': [
      {
        fact: 'still',
        values: ['reopenable', 'unanswered', 'silent', 'unheard', 'seen'],
      },
    ],
    'action confirm what the head has seen 2026-01-01 repair closed': [
      {
        fact: 'still',
        values: ['seen'],
      },
    ],
    'action reopen before it is confirmed 2026-01-01 repair finished': [
      {
        fact: 'still',
        values: ['reopenable', 'unanswered', 'silent', 'unheard', 'seen'],
      },
    ],
    'action reopen after it was confirmed 2026-01-01 repair closed': [
      {
        fact: 'still',
        values: ['reopenable', 'seen'],
      },
    ],
    'action reclassify 2026-01-01 repair received+dispatched+on_site': [],
    'action confirmPublic 2026-01-01 repair finished': [
      {
        fact: 'place',
        values: ['public'],
      },
    ],
    'action flag 2026-01-01 repair received+dispatched+on_site+finished+closed': [],
    'action checkDefect 2026-01-01 repair finished+closed': [
      {
        fact: 'largeDefect',
        values: ['true'],
      },
    ],
    'action change 2026-01-01 repair received+dispatched': [],
    'action rework 2026-01-01 repair closed': [
      {
        fact: 'still',
        values: ['unanswered', 'warranted', 'silent'],
      },
    ],
    'action accept 2026-01-01 repair special_service dispatched': [
      {
        fact: 'accepted',
        values: ['false'],
      },
    ],
    'action arrive 2026-01-01 repair special_service dispatched': [],
    'action answerClaim 2026-01-01 repair special_service received+dispatched+on_site+finished+closed': [
      {
        fact: 'claimed',
        values: ['true'],
      },
    ],
    'action say 2026-01-01 repair special_service suggestion praise enquiry received+dispatched+on_site+finished+closed': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action call 2026-01-01 repair special_service suggestion praise enquiry received+dispatched+on_site+finished+closed': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action agree 2026-01-01 repair special_service suggestion praise enquiry received+dispatched+on_site': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action explainMiss 2026-01-01 repair special_service suggestion praise enquiry received+dispatched+on_site+finished+closed+cancelled': [],
    'action reveal to whoever follows it 2026-01-01 repair special_service suggestion praise enquiry received+dispatched+on_site+finished+closed': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action reveal to whoever holds it 2026-01-01 repair special_service dispatched+on_site': [],
    'action note 2026-01-01 repair special_service suggestion praise enquiry received+dispatched+on_site+finished+closed+cancelled': [],
    'action share 2026-01-01 repair suggestion praise enquiry received+dispatched+on_site+finished+closed': [],
    'action unfollow 2026-01-01 repair special_service suggestion praise enquiry received+dispatched+on_site+finished+closed': [],
    'action cancel by the reporter 2026-01-01 repair special_service suggestion praise enquiry received+dispatched': [
      {
        fact: 'reopened',
        values: ['false'],
      },
      {
        fact: 'begun',
        values: ['false'],
      },
    ],
    'action cancel on a resident’s word 2026-01-01 repair special_service suggestion praise enquiry received+dispatched': [
      {
        fact: 'reopened',
        values: ['false'],
      },
      {
        fact: 'begun',
        values: ['false'],
      },
    ],
    'action cancel after a housemate’s refusal 2026-01-01 repair special_service received+dispatched+on_site': [
      {
        fact: 'quote',
        values: ['endAsked'],
      },
    ],
    'action cancel on a resident’s word after a housemate’s refusal 2026-01-01 repair special_service received+dispatched+on_site': [
      {
        fact: 'quote',
        values: ['endAsked'],
      },
    ],
    'action urge 2026-01-01 repair special_service suggestion praise enquiry received+dispatched+on_site': [],
    'action handBack 2026-01-01 repair special_service dispatched+on_site': [],
    'action return visit that was drawn 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'drawnWeekly',
        values: ['true'],
      },
    ],
    'action tryVisit of what was drawn 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'drawnWeekly',
        values: ['true'],
      },
    ],
    'action endVisit of what was drawn 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'drawnWeekly',
        values: ['true'],
      },
    ],
    'action quality visit that was drawn 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'drawnMonthly',
        values: ['true'],
      },
    ],
    'action tryVisit of what quality drew 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'drawnMonthly',
        values: ['true'],
      },
    ],
    'action endVisit of what quality drew 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'drawnMonthly',
        values: ['true'],
      },
    ],
    'action visit 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'visited',
        values: ['false'],
      },
    ],
    'action return visit without an answer 2026-01-01 repair special_service suggestion praise enquiry finished': [
      {
        fact: 'returned',
        values: ['false'],
      },
      {
        fact: 'drawnWeekly',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action return visit after a low score 2026-01-01 repair closed': [
      {
        fact: 'ratedLow',
        values: ['true'],
      },
      {
        fact: 'returned',
        values: ['false'],
      },
    ],
    'action return visit after silence 2026-01-01 repair closed': [
      {
        fact: 'returned',
        values: ['false'],
      },
      {
        fact: 'still',
        values: ['silent', 'seen'],
      },
    ],
    'action tryVisit after not fixed 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'visited',
        values: ['false'],
      },
    ],
    'action tryVisit after the repair 2026-01-01 repair special_service suggestion praise enquiry finished+closed': [
      {
        fact: 'returned',
        values: ['false'],
      },
      {
        fact: 'drawnWeekly',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action endVisit after not fixed 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'visited',
        values: ['false'],
      },
    ],
    'action endVisit after the repair 2026-01-01 repair special_service suggestion praise enquiry finished+closed': [
      {
        fact: 'returned',
        values: ['false'],
      },
      {
        fact: 'drawnWeekly',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action reveal of what was drawn 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action directorCall 2026-01-01 repair special_service suggestion praise enquiry complaint closed': [
      {
        fact: 'keyCustomer',
        values: ['true'],
      },
    ],
    'action visit after a survey 2026-01-01 suggestion praise enquiry complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'kind',
        values: ['suggestion', 'enquiry'],
      },
      {
        fact: 'visited',
        values: ['false'],
      },
      {
        fact: 'returned',
        values: ['false'],
      },
      {
        fact: 'keyCustomer',
        values: ['false'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'action visit of a key customer 2026-01-01 suggestion praise enquiry complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'kind',
        values: ['suggestion', 'enquiry'],
      },
      {
        fact: 'visited',
        values: ['false'],
      },
      {
        fact: 'keyCustomer',
        values: ['true'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'action visit of what has left the office 2026-01-01 complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'left',
        values: ['true'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'action tryVisit after a survey 2026-01-01 suggestion praise enquiry complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'kind',
        values: ['suggestion', 'enquiry'],
      },
      {
        fact: 'visited',
        values: ['false'],
      },
      {
        fact: 'returned',
        values: ['false'],
      },
      {
        fact: 'keyCustomer',
        values: ['false'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'action tryVisit of a key customer 2026-01-01 suggestion praise enquiry complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'kind',
        values: ['suggestion', 'enquiry'],
      },
      {
        fact: 'visited',
        values: ['false'],
      },
      {
        fact: 'keyCustomer',
        values: ['true'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'action tryVisit of what has left the office 2026-01-01 complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'left',
        values: ['true'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'action endVisit after a survey 2026-01-01 suggestion praise enquiry complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'kind',
        values: ['suggestion', 'enquiry'],
      },
      {
        fact: 'visited',
        values: ['false'],
      },
      {
        fact: 'returned',
        values: ['false'],
      },
      {
        fact: 'keyCustomer',
        values: ['false'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'action endVisit of a key customer 2026-01-01 suggestion praise enquiry complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'kind',
        values: ['suggestion', 'enquiry'],
      },
      {
        fact: 'visited',
        values: ['false'],
      },
      {
        fact: 'keyCustomer',
        values: ['true'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'action endVisit of what has left the office 2026-01-01 complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'left',
        values: ['true'],
      },
      {
        fact: 'contact',
        values: ['true'],
      },
    ],
    'action quote 2026-01-01 repair dispatched+on_site': [
      {
        fact: 'reopened',
        values: ['false'],
      },
      {
        fact: 'place',
        values: ['home'],
      },
      {
        fact: 'cameBack',
        values: ['false'],
      },
    ],
    'action price 2026-01-01 repair dispatched+on_site': [
      {
        fact: 'quote',
        values: ['pricing'],
      },
    ],
    'action acceptQuote 2026-01-01 repair special_service dispatched+on_site': [
      {
        fact: 'quote',
        values: ['offered'],
      },
    ],
    'action refuseQuote 2026-01-01 repair special_service dispatched+on_site': [
      {
        fact: 'quote',
        values: ['offered'],
      },
    ],
    'action recordAnswer 2026-01-01 repair special_service dispatched+on_site': [
      {
        fact: 'quote',
        values: ['offered'],
      },
    ],
    'action withdrawQuote 2026-01-01 repair dispatched+on_site': [
      {
        fact: 'quote',
        values: ['pricing', 'offered'],
      },
    ],
    'action settle 2026-01-01 repair special_service closed': [
      {
        fact: 'charged',
        values: ['true'],
      },
      {
        fact: 'settled',
        values: ['false'],
      },
    ],
    'action nobodyHome 2026-01-01 repair special_service dispatched+on_site': [
      {
        fact: 'place',
        values: ['home'],
      },
    ],
    'action proposeDate 2026-01-01 repair special_service dispatched+on_site': [
      {
        fact: 'triedAtDoor',
        values: ['true'],
      },
    ],
    'action acceptDate 2026-01-01 repair special_service received+dispatched+on_site': [
      {
        fact: 'newDate',
        values: ['true'],
      },
    ],
    'action declineDate 2026-01-01 repair special_service received+dispatched+on_site': [
      {
        fact: 'newDate',
        values: ['true'],
      },
    ],
    'action recordDate 2026-01-01 repair special_service received+dispatched+on_site': [
      {
        fact: 'newDate',
        values: ['true'],
      },
    ],
    'action nameFacility 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'place',
        values: ['public'],
      },
    ],
    'action spend 2026-01-01 repair on_site+finished+closed': [
      {
        fact: 'place',
        values: ['public'],
      },
    ],
    'action spend of the round before 2026-01-01 repair received+dispatched': [
      {
        fact: 'reopened',
        values: ['true'],
      },
      {
        fact: 'place',
        values: ['public'],
      },
    ],
    'action announce 2026-01-01 repair received+dispatched+on_site+finished+closed': [
      {
        fact: 'place',
        values: ['public'],
      },
    ],
    'action merge 2026-01-01 repair received+dispatched+on_site': [],
    'action unmerge 2026-01-01 repair cancelled': [
      {
        fact: 'merged',
        values: ['true'],
      },
    ],
    'action say in a merged one 2026-01-01 repair cancelled': [
      {
        fact: 'merged',
        values: ['true'],
      },
    ],
    'action call about a merged one 2026-01-01 repair cancelled': [
      {
        fact: 'merged',
        values: ['true'],
      },
    ],
    'action reveal of a merged one 2026-01-01 repair cancelled': [
      {
        fact: 'merged',
        values: ['true'],
      },
    ],
    'action share a merged one 2026-01-01 repair cancelled': [],
    'action rate what one’s own was merged into 2026-01-01 repair finished+closed': [
      {
        fact: 'still',
        values: ['reopenable', 'seen'],
      },
    ],
    'action return visit after a low score of a merged one 2026-01-01 repair cancelled+received+dispatched+on_site': [],
    'action tryVisit after a low score of a merged one 2026-01-01 repair cancelled+received+dispatched+on_site': [],
    'action endVisit after a low score of a merged one 2026-01-01 repair cancelled+received+dispatched+on_site': [],
    'action agree with whoever is owed apart 2026-01-01 repair cancelled': [],
    'action disputeMerge 2026-01-01 repair cancelled': [
      {
        fact: 'merged',
        values: ['true'],
      },
      {
        fact: 'disputed',
        values: ['false'],
      },
    ],
    'action keepMerged 2026-01-01 repair cancelled': [
      {
        fact: 'merged',
        values: ['true'],
      },
      {
        fact: 'disputed',
        values: ['true'],
      },
    ],
    'action arrange 2026-01-01 special_service received': [],
    'action rearrange 2026-01-01 special_service dispatched+on_site': [],
    'action offer another price 2026-01-01 special_service dispatched+on_site': [
      {
        fact: 'reopened',
        values: ['false'],
      },
      {
        fact: 'place',
        values: ['home'],
      },
      {
        fact: 'quote',
        values: ['none', 'pricing', 'accepted', 'refused', 'endAsked'],
      },
      {
        fact: 'cameBack',
        values: ['false'],
      },
    ],
    'action withdraw another price 2026-01-01 special_service dispatched+on_site': [
      {
        fact: 'quote',
        values: ['offered'],
      },
    ],
    'action arrival of an outside provider 2026-01-01 special_service dispatched': [
      {
        fact: 'quote',
        values: ['none', 'accepted', 'refused', 'endAsked'],
      },
      {
        fact: 'outside',
        values: ['true'],
      },
    ],
    'action nobody home to an outside provider 2026-01-01 special_service dispatched+on_site': [
      {
        fact: 'outside',
        values: ['true'],
      },
    ],
    'action complete 2026-01-01 special_service on_site': [],
    'action complete by an outside provider 2026-01-01 special_service on_site': [
      {
        fact: 'outside',
        values: ['true'],
      },
    ],
    'action acceptance of a service 2026-01-01 special_service finished': [],
    'action not done well, before acceptance 2026-01-01 special_service finished': [],
    'action not done well, after acceptance 2026-01-01 special_service closed': [
      {
        fact: 'still',
        values: ['reopenable', 'seen'],
      },
    ],
    'action acceptance once heard of again 2026-01-01 special_service closed': [
      {
        fact: 'still',
        values: ['unheard'],
      },
    ],
    'action not done well, once heard of again 2026-01-01 special_service closed': [
      {
        fact: 'still',
        values: ['unheard'],
      },
    ],
    'action heard of again on the telephone 2026-01-01 special_service closed': [
      {
        fact: 'still',
        values: ['unheard'],
      },
    ],
    'action providerVisit 2026-01-01 special_service finished+closed': [
      {
        fact: 'providerVisited',
        values: ['false'],
      },
    ],
    'action visit of an outside provider 2026-01-01 special_service finished+closed': [
      {
        fact: 'outside',
        values: ['true'],
      },
      {
        fact: 'providerVisited',
        values: ['false'],
      },
    ],
    'action visit for a technician who left 2026-01-01 special_service finished+closed': [
      {
        fact: 'providerVisited',
        values: ['false'],
      },
    ],
    'action qualityVisit 2026-01-01 special_service finished+closed': [
      {
        fact: 'qualityVisited',
        values: ['false'],
      },
    ],
    'action tryVisit of the provider 2026-01-01 special_service finished+closed': [
      {
        fact: 'providerVisited',
        values: ['false'],
      },
    ],
    'action tryVisit of quality 2026-01-01 special_service finished+closed': [
      {
        fact: 'qualityVisited',
        values: ['false'],
      },
    ],
    'action tryVisit of an outside provider 2026-01-01 special_service finished+closed': [
      {
        fact: 'outside',
        values: ['true'],
      },
      {
        fact: 'providerVisited',
        values: ['false'],
      },
    ],
    'action tryVisit for a technician who left 2026-01-01 special_service finished+closed': [
      {
        fact: 'providerVisited',
        values: ['false'],
      },
    ],
    'action endVisit of the provider 2026-01-01 special_service finished+closed': [
      {
        fact: 'providerVisited',
        values: ['false'],
      },
    ],
    'action endVisit of quality 2026-01-01 special_service finished+closed': [
      {
        fact: 'qualityVisited',
        values: ['false'],
      },
    ],
    'action endVisit of an outside provider 2026-01-01 special_service finished+closed': [
      {
        fact: 'outside',
        values: ['true'],
      },
      {
        fact: 'providerVisited',
        values: ['false'],
      },
    ],
    'action endVisit for a technician who left 2026-01-01 special_service finished+closed': [
      {
        fact: 'providerVisited',
        values: ['false'],
      },
    ],
    'action sort 2026-01-01 suggestion praise enquiry received': [],
    'action reply 2026-01-01 enquiry received': [],
    'action promiseAnswer 2026-01-01 enquiry received': [],
    'action study 2026-01-01 suggestion received': [
      {
        fact: 'objected',
        values: ['false'],
      },
    ],
    'action adopt 2026-01-01 suggestion received': [
      {
        fact: 'objected',
        values: ['false'],
      },
    ],
    'action carryOut 2026-01-01 suggestion received': [
      {
        fact: 'adopted',
        values: ['true'],
      },
      {
        fact: 'declined',
        values: ['false'],
      },
    ],
    'action decline 2026-01-01 suggestion received': [
      {
        fact: 'objected',
        values: ['false'],
      },
    ],
    'action object 2026-01-01 suggestion finished': [
      {
        fact: 'declined',
        values: ['true'],
      },
      {
        fact: 'objected',
        values: ['false'],
      },
    ],
    'action answerAbove 2026-01-01 suggestion received': [
      {
        fact: 'objected',
        values: ['true'],
      },
    ],
    'action thank 2026-01-01 praise received': [],
    'action content with an answer 2026-01-01 suggestion praise enquiry finished': [
      {
        fact: 'still',
        values: ['reopenable', 'unanswered', 'silent', 'unheard', 'seen'],
      },
    ],
    'action not answered, before it is confirmed 2026-01-01 enquiry finished': [
      {
        fact: 'still',
        values: ['reopenable', 'unanswered', 'silent', 'unheard', 'seen'],
      },
    ],
    'action not answered, after it was confirmed 2026-01-01 enquiry closed': [
      {
        fact: 'still',
        values: ['reopenable', 'seen'],
      },
    ],
    'action becomeComplaint 2026-01-01 suggestion praise enquiry received+finished': [],
    'action point 2026-01-01 complaint received+finished': [],
    'action escalate 2026-01-01 complaint received': [
      {
        fact: 'level',
        values: ['office', 'director', 'quality', 'managementRepresentative'],
      },
    ],
    'action letIn 2026-01-01 complaint received+finished': [
      {
        fact: 'left',
        values: ['true'],
      },
    ],
    'action interim 2026-01-01 complaint received': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action formalReply 2026-01-01 complaint received': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action setPlan 2026-01-01 complaint received+finished': [
      {
        fact: 'level',
        values: ['quality', 'managementRepresentative', 'leadership'],
      },
    ],
    'action stepDone 2026-01-01 complaint received+finished': [
      {
        fact: 'steps',
        values: ['true'],
      },
    ],
    'action recordCause 2026-01-01 complaint received+finished': [],
    'action review 2026-01-01 complaint received+finished': [],
    'action callMajor 2026-01-01 complaint received+finished': [
      {
        fact: 'major',
        values: ['false'],
      },
    ],
    'action reportMajor 2026-01-01 complaint received+finished': [
      {
        fact: 'major',
        values: ['true'],
      },
      {
        fact: 'reported',
        values: ['false'],
      },
    ],
    'action issueBulletin 2026-01-01 complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'reported',
        values: ['true'],
      },
    ],
    'action satisfied with a complaint 2026-01-01 complaint finished': [
      {
        fact: 'satisfied',
        values: ['false'],
      },
    ],
    'action complaint not solved 2026-01-01 complaint finished': [],
    'action complaint not solved after all 2026-01-01 complaint closed': [],
    'action conclude 2026-01-01 complaint finished': [
      {
        fact: 'satisfied',
        values: ['true'],
      },
      {
        fact: 'cause',
        values: ['true'],
      },
      {
        fact: 'steps',
        values: ['false'],
      },
    ],
    'action conclude without a name 2026-01-01 complaint finished': [
      {
        fact: 'cause',
        values: ['true'],
      },
      {
        fact: 'steps',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['true'],
      },
    ],
    'action fileUnheard 2026-01-01 complaint finished': [
      {
        fact: 'satisfied',
        values: ['false'],
      },
      {
        fact: 'unreached',
        values: ['true'],
      },
      {
        fact: 'cause',
        values: ['true'],
      },
      {
        fact: 'steps',
        values: ['false'],
      },
    ],
    'action tellCommittee 2026-01-01 complaint received+finished+closed': [
      {
        fact: 'meant',
        values: ['leadership'],
      },
      {
        fact: 'committee',
        values: ['false'],
      },
    ],
    'action answerUnnamed 2026-01-01 complaint received': [
      {
        fact: 'unnamed',
        values: ['true'],
      },
    ],
    'action recordNoContact 2026-01-01 complaint finished': [
      {
        fact: 'level',
        values: ['quality', 'managementRepresentative', 'leadership'],
      },
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'qualityCalled',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['true'],
      },
      {
        fact: 'nobodyToCall',
        values: ['false'],
      },
    ],
    'action say in a complaint 2026-01-01 complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action note in a complaint 2026-01-01 complaint received+dispatched+on_site+finished+closed': [],
    'action call in a complaint 2026-01-01 complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action reveal to whoever handles it 2026-01-01 complaint received+dispatched+on_site+finished+closed': [
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action why a complaint was late 2026-01-01 complaint received+dispatched+on_site+finished+closed': [],
    'action urge a complaint 2026-01-01 complaint received': [],
    'action taken back by the complainant 2026-01-01 complaint received': [],
    'action return visit of a complaint 2026-01-01 complaint finished': [
      {
        fact: 'level',
        values: ['office', 'director'],
      },
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'satisfied',
        values: ['false'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'called',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action final visit of a complaint 2026-01-01 complaint finished': [
      {
        fact: 'level',
        values: ['quality', 'managementRepresentative', 'leadership'],
      },
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'qualityCalled',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
      {
        fact: 'nobodyToCall',
        values: ['false'],
      },
    ],
    'action tryVisit of a complaint 2026-01-01 complaint finished': [
      {
        fact: 'level',
        values: ['office', 'director'],
      },
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'satisfied',
        values: ['false'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'called',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action tryVisit of a complaint by quality 2026-01-01 complaint finished': [
      {
        fact: 'level',
        values: ['quality', 'managementRepresentative', 'leadership'],
      },
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'qualityCalled',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
      {
        fact: 'nobodyToCall',
        values: ['false'],
      },
    ],
    'action endVisit of a complaint 2026-01-01 complaint finished': [
      {
        fact: 'level',
        values: ['office', 'director'],
      },
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'satisfied',
        values: ['false'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'called',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
    ],
    'action endVisit of a complaint by quality 2026-01-01 complaint finished': [
      {
        fact: 'level',
        values: ['quality', 'managementRepresentative', 'leadership'],
      },
      {
        fact: 'answered',
        values: ['true'],
      },
      {
        fact: 'filed',
        values: ['false'],
      },
      {
        fact: 'qualityCalled',
        values: ['false'],
      },
      {
        fact: 'unnamed',
        values: ['false'],
      },
      {
        fact: 'nobodyToCall',
        values: ['false'],
      },
    ],
    'notice complaint received for somebody 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['received'],
      },
      {
        fact: 'byResident',
        values: ['false'],
      },
      {
        fact: 'isComplaint',
        values: ['true'],
      },
    ],
    'notice complaint received 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['received'],
      },
      {
        fact: 'byResident',
        values: ['true'],
      },
      {
        fact: 'isComplaint',
        values: ['true'],
      },
    ],
    'notice became a complaint 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['became_complaint'],
      },
    ],
    'notice walled 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['walled'],
      },
    ],
    'notice escalated 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['escalated'],
      },
    ],
    'notice let in 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['let_in'],
      },
    ],
    'notice written to about a complaint 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['interim_replied', 'formally_replied'],
      },
    ],
    'notice plan set 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['plan_set'],
      },
    ],
    'notice plan step done 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['step_done'],
      },
    ],
    'notice reviewed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['reviewed'],
      },
    ],
    'notice called major 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['called_major'],
      },
    ],
    'notice concluded 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['concluded'],
      },
    ],
    'notice complainant answered 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['confirmed', 'reopened', 'urged', 'cancelled'],
      },
      {
        fact: 'isComplaint',
        values: ['true'],
      },
    ],
    'notice complainant wrote 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['said', 'reassured', 'asked'],
      },
      {
        fact: 'byResident',
        values: ['true'],
      },
      {
        fact: 'isComplaint',
        values: ['true'],
      },
    ],
    'notice complaint filed unheard 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['closed_unheard'],
      },
      {
        fact: 'isComplaint',
        values: ['true'],
      },
    ],
    'notice received urgent for somebody 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['received'],
      },
      {
        fact: 'urgency',
        values: ['urgent'],
      },
      {
        fact: 'byResident',
        values: ['false'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
    ],
    'notice received for somebody 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['received'],
      },
      {
        fact: 'urgency',
        values: ['general'],
      },
      {
        fact: 'byResident',
        values: ['false'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
    ],
    'notice received urgent 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['received'],
      },
      {
        fact: 'urgency',
        values: ['urgent'],
      },
      {
        fact: 'byResident',
        values: ['true'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
    ],
    'notice received 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['received'],
      },
      {
        fact: 'urgency',
        values: ['general'],
      },
      {
        fact: 'byResident',
        values: ['true'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
    ],
    'notice handed_over 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['handed_over'],
      },
    ],
    'notice taken_on 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['taken_on'],
      },
    ],
    'notice dispatched 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['dispatched'],
      },
    ],
    'notice accepted 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['accepted'],
      },
    ],
    'notice arrived 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['arrived'],
      },
    ],
    'notice claimed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['claimed'],
      },
    ],
    'notice claim answered 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['claim_upheld', 'claim_declined'],
      },
    ],
    'notice finished 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['finished'],
      },
    ],
    'notice confirmed dissatisfied 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['confirmed'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
      {
        fact: 'opinion',
        values: ['dissatisfied'],
      },
    ],
    'notice confirmed for several 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['confirmed'],
      },
      {
        fact: 'together',
        values: ['true'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
      {
        fact: 'opinion',
        values: ['satisfied', 'acceptable'],
      },
    ],
    'notice confirmed for somebody 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['confirmed'],
      },
      {
        fact: 'together',
        values: ['false'],
      },
      {
        fact: 'byResident',
        values: ['false'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
      {
        fact: 'opinion',
        values: ['satisfied', 'acceptable'],
      },
    ],
    'notice confirmed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['confirmed'],
      },
      {
        fact: 'together',
        values: ['false'],
      },
      {
        fact: 'byResident',
        values: ['true'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
      {
        fact: 'opinion',
        values: ['satisfied', 'acceptable'],
      },
    ],
    'notice reopened for several 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['reopened'],
      },
      {
        fact: 'together',
        values: ['true'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
    ],
    'notice reopened 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['reopened'],
      },
      {
        fact: 'together',
        values: ['false'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
    ],
    'notice said by resident 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['said', 'reassured'],
      },
      {
        fact: 'byResident',
        values: ['true'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
    ],
    'notice said 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['said', 'reassured'],
      },
      {
        fact: 'byResident',
        values: ['false'],
      },
    ],
    'notice agreed by a date accepted 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['agreed'],
      },
      {
        fact: 'why',
        values: ['date_accepted'],
      },
    ],
    'notice agreed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['agreed', 'rescheduled', 'visit_rescheduled'],
      },
    ],
    'notice asked 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['asked'],
      },
    ],
    'notice answered 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['answered'],
      },
    ],
    'notice rated_low 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['rated_low', 'co_rated_low'],
      },
    ],
    'notice handed_back 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['handed_back'],
      },
    ],
    'notice visited dissatisfied, one of several 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['visited'],
      },
      {
        fact: 'together',
        values: ['true'],
      },
      {
        fact: 'opinion',
        values: ['dissatisfied'],
      },
    ],
    'notice visited, one of several 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['visited', 'return_visited', 'weekly_visited'],
      },
      {
        fact: 'together',
        values: ['true'],
      },
      {
        fact: 'confirms',
        values: ['false'],
      },
    ],
    'notice visited dissatisfied 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['visited'],
      },
      {
        fact: 'together',
        values: ['false'],
      },
      {
        fact: 'opinion',
        values: ['dissatisfied'],
      },
    ],
    'notice visited and confirmed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['return_visited', 'weekly_visited'],
      },
      {
        fact: 'confirms',
        values: ['true'],
      },
    ],
    'notice visited 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['visited'],
      },
      {
        fact: 'opinion',
        values: ['satisfied', 'acceptable'],
      },
    ],
    'notice return_visited 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['return_visited'],
      },
      {
        fact: 'together',
        values: ['false'],
      },
      {
        fact: 'confirms',
        values: ['false'],
      },
    ],
    'notice visited for a service 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['provider_visited', 'quality_visited'],
      },
    ],
    'notice drawn 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['drawn'],
      },
    ],
    'notice drawn_by_quality 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['drawn_by_quality'],
      },
    ],
    'notice visit_ended 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['visit_ended'],
      },
    ],
    'notice flagged 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['flagged'],
      },
    ],
    'notice reclassified 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['reclassified'],
      },
    ],
    'notice price_asked 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['price_asked'],
      },
    ],
    'notice quoted 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['quoted'],
      },
    ],
    'notice priced 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['priced'],
      },
    ],
    'notice quote_accepted 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['quote_accepted'],
      },
    ],
    'notice quote_refused 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['quote_refused'],
      },
    ],
    'notice quote_withdrawn 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['quote_withdrawn'],
      },
    ],
    'notice nobody_home 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['nobody_home'],
      },
    ],
    'notice date_proposed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['date_proposed'],
      },
    ],
    'notice date_accepted 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['date_accepted'],
      },
    ],
    'notice date_declined by word of mouth 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['date_declined'],
      },
      {
        fact: 'byResident',
        values: ['false'],
      },
    ],
    'notice date_declined 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['date_declined'],
      },
      {
        fact: 'byResident',
        values: ['true'],
      },
    ],
    'notice date_lapsed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['date_lapsed'],
      },
    ],
    'notice recategorised by resident 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['recategorised'],
      },
      {
        fact: 'byResident',
        values: ['true'],
      },
    ],
    'notice changed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['changed'],
      },
    ],
    'notice urged 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['urged'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
    ],
    'notice cancelled by a refusal 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['cancelled'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
      {
        fact: 'why',
        values: ['quote_refused'],
      },
    ],
    'notice cancelled with the head 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['cancelled'],
      },
      {
        fact: 'supervised',
        values: ['true'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
      {
        fact: 'why',
        values: ['null', 'date_accepted'],
      },
    ],
    'notice cancelled 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['cancelled'],
      },
      {
        fact: 'supervised',
        values: ['false'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
      {
        fact: 'why',
        values: ['null', 'date_accepted'],
      },
    ],
    'notice merged 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['merged', 'unmerged'],
      },
    ],
    'notice merge_disputed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['merge_disputed'],
      },
    ],
    'notice merge_upheld 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['merge_upheld'],
      },
    ],
    'notice took_in 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['took_in', 'let_go'],
      },
    ],
    'notice confirmed_by_silence 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['confirmed_by_silence'],
      },
    ],
    'notice confirmed_by_head 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['confirmed_by_head'],
      },
    ],
    'notice closed_unheard 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['closed_unheard'],
      },
      {
        fact: 'isComplaint',
        values: ['false'],
      },
    ],
    'notice answered for good 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['replied', 'carried_out', 'declined', 'answered_above'],
      },
    ],
    'notice answer on its way 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['answer_promised', 'studied', 'adopted'],
      },
    ],
    'notice sorted 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['sorted'],
      },
    ],
    'notice objected 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['objected'],
      },
    ],
    'notice thanked 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['thanked'],
      },
    ],
    'notice warned 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['warned'],
      },
    ],
    'notice missed head 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['head'],
      },
    ],
    'notice missed director 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['director'],
      },
    ],
    'notice missed agent company 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['agent'],
      },
      {
        fact: 'owedTo',
        values: ['company'],
      },
    ],
    'notice missed agent 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['agent'],
      },
      {
        fact: 'owedTo',
        values: ['residents'],
      },
    ],
    'notice missed service centre head 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['serviceCentreHead'],
      },
    ],
    'notice missed quality 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['quality'],
      },
    ],
    'notice missed complaints officer 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['complaintsOfficer'],
      },
    ],
    'notice missed management representative 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['managementRepresentative'],
      },
    ],
    'notice missed leadership 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['leadership'],
      },
    ],
    'notice missed 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['missed'],
      },
      {
        fact: 'owedByRole',
        values: ['assignee'],
      },
    ],
    'notice unreached 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['unreached'],
      },
    ],
    'notice told_director 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['told_director'],
      },
    ],
    'notice told_quality 2026-01-01 2026-01-01': [
      {
        fact: 'what',
        values: ['told_quality'],
      },
    ],
  },
  scenarios: {
    I1: [
      '替来电、到访的人记一件 › 打热线来的，登记成她的报修：她在自己手机里看得到，时间照样算',
      '替来电、到访的人记一件 › 电话是早上接的，补记按接电话的时间算；将来的不行，最多补记 24 小时，多一分钟也不行',
      '替来电、到访的人记一件 › 家里没有登记住户，或者是别的人打来：只记怎么称呼，一样派人、修好；确认靠电话回访',
      '替来电、到访的人记一件 › 自己家的不能用同事的身份记；不在这里上班的，记不了',
    ],
    I2: [
      '来信的照片也请微信看：只有同事看得到的，马上看得到 › 没看完，同事也看得到；微信说没问题，就不再说什么',
      '来信的照片也请微信看：只有同事看得到的，马上看得到 › 微信拿不准的排进待看：看得到这封信、管这个小区的同事定；不展示，就只有拍的人还看得到',
      '来信的照片也请微信看：只有同事看得到的，马上看得到 › 微信没有回话，半小时后请同事看；放行以后照常',
      '来信的照片也请微信看：只有同事看得到的，马上看得到 › 说的是投诉主任的：墙里面的人待看里没有，也定不了',
      '来信的照片也请微信看：只有同事看得到的，马上看得到 › 信息交流的也一样：外来的由公司定',
      '照片先请微信看，看完再给别的住户看 › 没看完：自己和同事看得到，同住的人看不到；不在待看的里面',
      '照片先请微信看，看完再给别的住户看 › 微信拿到的地址打得开',
      '照片先请微信看，看完再给别的住户看 › 没有问题：大家看得到，推两次也一样',
      '照片先请微信看，看完再给别的住户看 › 同事看过再定',
      '照片先请微信看，看完再给别的住户看 › 30 分钟没有回话就请同事看，早一分钟还不用；来晚的回话仍然算数',
      '照片先请微信看，看完再给别的住户看 › 问不到微信：马上请同事看，照片照收',
      '照片先请微信看，看完再给别的住户看 › 师傅修好的照片同样，修好照样登记得上',
      '照片先请微信看，看完再给别的住户看 › a photo removed by rule takes its check along',
      '写下的话先请微信看一眼，再有疑问也照收 › 没有问题的，大家马上看得到',
      '写下的话先请微信看一眼，再有疑问也照收 › 报修收下，自己和同事看得到，同住的人和别人看不到',
      '写下的话先请微信看一眼，再有疑问也照收 › 名片上的几个字、核对内容的提示也看不到',
      '写下的话先请微信看一眼，再有疑问也照收 › 登记表和搜索：同事找得到，一家人里在这里上班的那位找不到',
      '写下的话先请微信看一眼，再有疑问也照收 › 公共地方的位置也是写下的话',
      '写下的话先请微信看一眼，再有疑问也照收 › 急修照样马上派人，时钟照走',
      '写下的话先请微信看一眼，再有疑问也照收 › 每一种写得出话的事都看，只给同事看的不看',
      '写下的话先请微信看一眼，再有疑问也照收 › 留着的答复放出来，才算答复了住户；之前写的不算答复之后的留言',
      '写下的话先请微信看一眼，再有疑问也照收 › 没写字的不问',
      '同事看过再定 › 放行：大家看得到，谁什么时候放的记着；再定一次不行',
      '同事看过再定 › 不展示：要说为什么，写的人读得到，别的住户一直看不到',
      '同事看过再定 › 谁也不定自己写的；住户、师傅、主管、别的小区都不定',
      '同事看过再定 › 两位同事一起定，只有一位定得成',
      '记一件时找房屋 › 客服按房号、姓名、后四位都找得到，号码打码；师傅只按房号找，看不到住的是谁',
      '记一件时找房屋 › 别的小区的找不到；品质管理部、客诉专员哪个小区的都找得到，住的是谁看不到；人事找不到；住户不能找',
      '登记表写的是真的来路 › 来路、什么时候说的、谁记的都在；记的时间另有一栏',
      'a note is read by colleagues and by nobody who lives there: not in the thread, the history, the register, the inbox or a search',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 从报修到确认的每一句都在，时间、渠道、地点、谁、内容、结果都有',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 登记表写得出每个人的岗位，部门负责人连着部门',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 登记表只给管这个小区的同事看；住户和师傅没有',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 客服自己家报的修，同事之间说的话在登记表里也看不到',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 传递单只有同事看得到，住户的页面上没有',
      '同事之间记的，住户看不到 › 办事的人都能记；住户不能；客服报自己家的修，也记不了',
      '替来电、到访的人记一件 › 打热线来的，登记成她的报修：她在自己手机里看得到，时间照样算',
      '替来电、到访的人记一件 › 电话是早上接的，补记按接电话的时间算；将来的不行，最多补记 24 小时，多一分钟也不行',
      '替来电、到访的人记一件 › 家里没有登记住户，或者是别的人打来：只记怎么称呼，一样派人、修好；确认靠电话回访',
      '替来电、到访的人记一件 › 自己家的不能用同事的身份记；不在这里上班的，记不了',
    ],
    I3: [
      '几个部门的事定一个牵头的 › 改由别的部门牵头，原来的就不是了；同时改，只有一个',
      '投诉、建议、表扬、咨询也能拍、能说 › 投诉带照片和语音：本人和处理的人看得到、听得到，被投诉的人、同住的人一样也打不开',
      '投诉、建议、表扬、咨询也能拍、能说 › 同住的人看得到，“只有我看”的打不开',
      '投诉、建议、表扬、咨询也能拍、能说 › 只用说的也收：写着“语音留言”，语音随后就到；什么都没说的不收',
      '建议里说的其实是投诉：转为投诉，前面的话都留着 › 建议的时间不用了，书面答复从收到时算；家里人看不到了',
      '有话想说：建议、表扬、咨询各有各的编号；归错了客服改，时间从收到时算 › 三种各有编号，客服都听到；家里人看得到，只有我看的除外',
      '有话想说：建议、表扬、咨询各有各的编号；归错了客服改，时间从收到时算 › 说成咨询的其实是建议：客服归类，另起建议的时间，咨询的那一项不用了',
      '有话想说：建议、表扬、咨询各有各的编号；归错了客服改，时间从收到时算 › 表扬的是谁，本人和主任都听到；不是本小区的同事选不了',
    ],
    I4: [
      '首问的同事 › 看得到这一件，号码一位也看不到；离开公司就看不到了',
      '首问的同事 › 同一下点两次只记一件；名字对得上这一户的，就是那位住户',
      '替人记一件，信和纸条拍下来一起交 › 记投诉的同事补得上照片，处理的人和住户看得到；别的同事补不上；过了时候就补不上了',
      '替人记一件，信和纸条拍下来一起交 › 记完就看不到的投诉，信的照片照样交得上；交上去也看不到这件投诉，住户拍了几张也看不出来',
      '替人记一件，信和纸条拍下来一起交 › 同事拍的信不占住户的九张：各有九张，一家人的合在一起数',
      '替人记一件，信和纸条拍下来一起交 › 补记昨天说的，也从记下来的时候算；离开公司就交不上了',
      '首问负责：谁先听到，谁跟到底 › 师傅路上听到一句，顺手记下：交给客服，安排了什么告诉他，他看得到、写得进',
      '首问负责：谁先听到，谁跟到底 › 重要客户的事办完，主任 3 天内再联系一次；不是重要客户就不用',
    ],
    I5: [
      '一处办理，从说出口到确认 › 住户在同一页看到步骤、谁负责、电话和每个承诺的来历',
      '一处办理，从说出口到确认 › 同事看到住户的称呼和打码的号码，住户看不到公司内部的承诺',
      '一处办理，从说出口到确认 › 第二个人派师傅时知道现在的情况，写过的内容没有存进去',
      '一处办理，从说出口到确认 › 办完了还欠一次回访的，还在客服的工作台上',
      '一处办理，从说出口到确认 › 同事也住在这里：以住户身份看，只有自己家的；轮到别人确认的不算他的',
      '一处办理，从说出口到确认 › 公共地方的往来，登记的地点是那个地方，不是报修人的家',
      '公共地方有人报过：跟着那一件，不重复派人 › 同一处、同一类才算；别的楼、别的类、办完的、太久的都不算；自己报的不算',
      '公共地方有人报过：跟着那一件，不重复派人 › 跟着的人听得到一样的进展，不能替报修的人确认或说没修好；点两次只算一户；不想跟了就不再听',
      '只有我看：同住的人看不到也听不到，同事照办；以后可以放开 › 同住的人看不到、听不到、办不了；报修的人照样听得到、确认得了',
      '只有我看：同住的人看不到也听不到，同事照办；以后可以放开 › 放开以后同住的人看得到、听得到；放开了收不回，本来就没关的没有这一步',
    ],
    I7: [
      '报价只有一个结果 › 住户同意的同时师傅改了报价：同意的是看到的那一份，或者一份也没同意',
      '报价只有一个结果 › 师傅和主管同时报价：两份都在，后一份作数；同时点两次修好，只记一次费用',
      '报价只有一个结果 › 等回话的在住户“等您办”里；邻居看不到这一件，跟着看的人看不到价钱',
      '催一下：办的人都收到，答应的时间不变 › 师傅、客服、工程主管都收到；每次隔一小时：整一小时可以，差一分钟不行',
      '催一下：办的人都收到，答应的时间不变 › 一天三次，第四次要等到明天；修好了不用催',
      '来不及时先和住户约好新时间 › 到期之前约好：按新时间算，第一个时间留在旁边，提醒和上报跟着走',
      '来不及时先和住户约好新时间 › 约好的时间也没做到：照样超时',
      '来不及时先和住户约好新时间 › 已经超时才约：超时照记，新时间另算一个承诺',
      '来不及时先和住户约好新时间 › 不能约到过去，也不能约已经做到的',
      '上门已经迟了，另约上门时间 › 按另约的时间到了就算做到，原来的超时照记',
      '要收费的，先把价格告诉住户，同意了再动手 › 价目表上的：师傅报价，住户马上看到全部价格；同意以后修好，只收同意的',
      '要收费的，先把价格告诉住户，同意了再动手 › 没报过价的，修好就是不收费；没同意过的价钱收不了',
      '要收费的，先把价格告诉住户，同意了再动手 › 改了报价就是新的一份：同意旧的那一份不算，前一份同意过的还作数',
      '要收费的，先把价格告诉住户，同意了再动手 › 住户不同意：接着修不收费的，或者不修了，都不收费',
      '要收费的，先把价格告诉住户，同意了再动手 › 家里别的人不同意、说不修了：报价不算了，这件事不因此结束；报修的人知道，由报修的人定',
      '要收费的，先把价格告诉住户，同意了再动手 › 等住户回话的时候时间照样走：修好的时间过了就是超时',
      '要收费的，先把价格告诉住户，同意了再动手 › 电话里答应的由客服记下；同事不能替自己家答应，师傅不能替住户答应',
      '采纳的来不及做成，先和住户约好新的日子 › 没过的日子可以约晚一点；过了就是超时，做成为止',
    ],
    I8: [
      '紧急的事：先打电话再写单，十五分钟内联系上人，报到公司，事后写报告 › 没打电话不能写；写了品质管理部和主任马上知道',
      '紧急的事：先打电话再写单，十五分钟内联系上人，报到公司，事后写报告 › 联系上、登记、报告、交回、写纠正和预防措施报告，都做了才能收下',
      '同事之间的单子也到微信 › 紧急的夜里也告诉部门负责人，只有数字、固定的词和时间，点开就是那张单；看过的、别的事照旧等早上',
    ],
    I9: [
      '动手之前把内容和住户核对一遍 › 派师傅时写明内容，住户马上看到“我们要做的”；不写派不了，别的都不变',
      '动手以前，报修的人可以改、可以补充 › 改得更急：从收到报修算起，客服和师傅知道',
      '动手以前，报修的人可以改、可以补充 › 改成不急的要同事看过：请在留言里说',
      '动手以前，报修的人可以改、可以补充 › 补充几句：同事看到；没有改动的不收；别人改不了，到场以后改不了',
      '住户说的上门时间：另记一条承诺，原来的时间照样算 › 派师傅时写上住户说的时间：15:00 到算做到，15:01 才算超时；R3 的两小时照记',
      '住户说的上门时间：另记一条承诺，原来的时间照样算 › 没写时间就没有这一条；换了师傅，承诺跟着走；来得及时可以另约',
      '住户说的上门时间：另记一条承诺，原来的时间照样算 › 先晚后早、太远的不收；存在手机里过了时间才发出的，报修照收',
    ],
    I10: [
      '建议答复采不采纳；要研究的说好时间，采纳的做成 › 七天内答复；采纳了说好哪天做成，做成了请住户看',
      '建议答复采不采纳；要研究的说好时间，采纳的做成 › 重要的先研究，主任按说好的时间答复',
    ],
    I11: ['不采纳要说理由；住户不认同，由上面答复 › 三天内品质管理部答复，办的人自己答不了；没有回话就办完'],
    I12: [
      '办事指南：服务中心备着大家常问的，住户自己查得到 › 服务中心负责人写的，本小区住户马上查得到；客服、师傅改不了，别的小区看不到',
      '办事指南：服务中心备着大家常问的，住户自己查得到 › 打第一个字就开始找；几个词都有的才算找到',
      '办事指南：服务中心备着大家常问的，住户自己查得到 › 写咨询的时候，像的几条先给住户看；只是在问、不像哪一条的不打扰',
      '办事指南：服务中心备着大家常问的，住户自己查得到 › 两个人同时改，后一个先看现在的写法；写过的每一版都留着；撤下的住户查不到，同事看得到',
      '指南里的电话是公共的，个人的手机号不登 › 写手机号的不收，写在字里也不收；公共的电话收下',
      '咨询答全，一时答不全就约好什么时候答复 › 一天内答复；住户说知道了，就办完',
      '咨询答全，一时答不全就约好什么时候答复 › 约好的时间是承诺，过了就是超时；住户说还没说清楚，接着答复',
    ],
    I13: [
      '各渠道由谁看 › 主任和服务中心负责人指定，别人不行；只能选在这个小区上班的；换过的都留着',
      '各渠道由谁看 › 一个渠道也没有指定过的小区，还什么都不用做；不上班的地方看不到',
      '一轮一轮地开 › 头一轮从下一个整周开始，每 7 天一轮；没有指定的归服务中心负责人；多看几遍、两边同时看，也只开一次',
      '一轮一轮地开 › 小区自己定得更勤，从下一轮起算',
      '一轮一轮地开 › 停了几个月再开：从最后一轮往后都补上，都记着没做；不一轮一轮地喊，每一级只听到一次',
      '一轮一轮地开 › 关掉的渠道不用看，正开着的一轮不算没做；再打开，从下一个整轮开始',
      '看一轮 › 打开、当场一张张记下来、写下结果；后来怎样，这一轮里看得到',
      '看一轮 › 里面没有，也是结果；别的同事不能替他开，服务中心负责人可以；住户看不到',
      '看一轮 › 两个人同时记，只有一个算数，另一个听到已经有了变化',
      '看一轮 › 过了那一周，补不上了：没做就是没做；下一轮照开，按时做了就不再是连着',
      '看一轮 › 负责人走了，这一轮归服务中心负责人；换了人，开着的一轮归新的人',
      '不会响的渠道有人看，一轮一轮地看 › 意见箱从下一个整周起，每 7 天开一轮，到那一周最后一天 24:00；用掉四分之三的时间提醒一次',
      '不会响的渠道有人看，一轮一轮地看 › 打开、看完、写下来；里面没有也算看过；别人不能替他记',
      '不会响的渠道有人看，一轮一轮地看 › 没有指定人的，服务中心负责人看；指定别人，手上这一轮归他；说没有这个渠道，就不用看了',
    ],
    I14: [
      '来信：登记，交给一个人负责，重要的抄送 › 登记一次是一封；没另定日子的七天内答复；在负责人“等我办”里，答复了就办完',
      '来信：登记，交给一个人负责，重要的抄送 › 到日子没答复：过一分钟算超时，负责人和登记的人知道；另定的日子照另定的',
      '来信：登记，交给一个人负责，重要的抄送 › 重要的抄送：公司领导和那些部门收得到、看得到，别的部门看不到；再抄送只给没有的',
      '来信：登记，交给一个人负责，重要的抄送 › 换人负责：日子不变，由接手的人欠着；登记错了，登记的人撤回',
      '来信：登记，交给一个人负责，重要的抄送 › 收到的日子不能在以后，也不能太早；师傅不登记，别的小区不登记',
      '来信：登记，交给一个人负责，重要的抄送 › 说的是一件投诉的：看不到那件投诉的人，负责不了，也看不到这封信、收不到抄送',
      '来信：登记，交给一个人负责，重要的抄送 › 来信登记表：谁来的、什么事、谁负责、抄送给谁、怎么答复的',
      '来信拍下来，和来信放在一起 › 登记的人拍的，负责的人、抄送到的领导看得到，链接打得开；看不到这封信的人拿不到照片',
      '来信拍下来，和来信放在一起 › 抄送到的只能看，不能加；别的单子不放照片；撤回的不再加，办完的还能补上答复的那张',
      '来信拍下来，和来信放在一起 › 说的是一件投诉的：被投诉的人看不到信，也看不到照片；墙后来立起来，开始传的照片也交不进去',
      '来信拍下来，和来信放在一起 › 离职的人交不进开始传的照片，也看不到',
    ],
    I15: [
      '写下的话先请微信看一眼，再有疑问也照收 › 留着的答复放出来，才算答复了住户；之前写的不算答复之后的留言',
      '在线留言：服务时间内 15 分钟先回一句 › 10:00 留言，10:15 整不算迟，10:16 记超时，服务中心负责人和住户都知道',
      '在线留言：服务时间内 15 分钟先回一句 › 第一句回复就算做到；没回之前再说几句，不另算一次；回了以后再问，重新算',
      '在线留言：服务时间内 15 分钟先回一句 › 迟了还没回，再留言也不另算一次；迟回的一句照样记超时',
      '在线留言：服务时间内 15 分钟先回一句 › 同事之间记的、打的电话都不算回复；师傅、主管回的算',
      '在线留言：服务时间内 15 分钟先回一句 › 17:55 留言，关门前算 5 分钟，第二天 8:10 到点；快到时间才提醒，不在夜里',
      '在线留言：服务时间内 15 分钟先回一句 › 22:00 留言，第二天 8:15 到点；周日照样开门，10:00 留言 10:15 到点',
      '在线留言：服务时间内 15 分钟先回一句 › 办完以后住户再留言，也欠一句回复',
      '说了一句，十五分钟内有人回；当面和电话里说的，当场就回了 › 网上说的，开门时间里十五分钟；回了一句就算',
    ],
    I16: [
      '按规则派的 › 没有人的名字，核对的内容就是报的内容',
      '客服直接派本小区的师傅 › 不用请示就能派；别的小区的师傅派不了',
      '客服直接派本小区的师傅 › 住户自己不能派，别的小区的客服看不到',
      '客服直接派本小区的师傅 › 已经派出，第二个人再派：说明现在的情况，不改变派给谁',
      '派给谁，一个算法说了算 › 水管爆了先派水电，手上少的在前；木工泥水排后面，每一位都说得出为什么',
      '派给谁，一个算法说了算 › 都一样忙，人就在这一栋的先去',
      '派给谁，一个算法说了算 › 小区开了“收到就按规则派人”：合适的当场派去，经过里写明是按规则派的；没人合适就留给客服',
      '派给谁，一个算法说了算 › 由工程主管派人的小区不会自己派',
    ],
    I18: [
      '有话想说：建议、表扬、咨询各有各的编号；归错了客服改，时间从收到时算 › 三种各有编号，客服都听到；家里人看得到，只有我看的除外',
      '有话想说：建议、表扬、咨询各有各的编号；归错了客服改，时间从收到时算 › 说成咨询的其实是建议：客服归类，另起建议的时间，咨询的那一项不用了',
      '有话想说：建议、表扬、咨询各有各的编号；归错了客服改，时间从收到时算 › 表扬的是谁，本人和主任都听到；不是本小区的同事选不了',
    ],
    R1: [
      '⑦ 有危险：先打电话，报修照样交得出去，按急修办 › 门窗本来是一般维修，点了“漏电冒火花”就是急修，两小时内上门',
      '⑦ 有危险：先打电话，报修照样交得出去，按急修办 › 点了危险，“其他”不用再写字，公共地方不用写在哪里；没点危险的照旧要写',
      '急修的七类 › 爆管、停电、下水、电梯、栏杆都是急修',
      '急修的七类 › 水龙头关不住是急修，滴漏是一般',
      '急修的七类 › 有人有危险就是急修：家里按⑦，公共地方按①',
    ],
    R2: ['一般维修的四类 › 门窗、洁具、屋面渗水、其他小修是一般', '一般维修的四类 › 选“其他”要写几个字；家里没有电梯这一类'],
    R3: [
      '师傅没有信号 › 地下室里 10:20 到的，14:05 才有信号：上门按 10:20 算做到；超时那一步已经记了，照样留着',
      '师傅没有信号 › 没有扫到以前信号就回来了：10:20 到的从来没有迟过，不记超时',
      '师傅没有信号 › 十二小时整直接算；过了十二小时按登记时间，等主管确认，确认了才改',
      '师傅没有信号 › 说在派人以前就到了：按登记时间，主管不认，超时照记',
      '师傅没有信号 › 手机说的时间比现在还晚，按收到的时间',
      '改急修或一般：从收到时算起（读法 3） › 到场以后换了人，再改成急修：到过就是到过，不能因为换人变成没到',
      '改急修或一般：从收到时算起（读法 3） › 一般改急修：2 小时从收到算，已经过了就是超时',
      '改急修或一般：从收到时算起（读法 3） › 急修改一般要写原因，师傅自己不能改；已经错过的照样算错过',
      '改急修或一般：从收到时算起（读法 3） › 到场以后才改成急修：到场时间算数',
      '改急修或一般：从收到时算起（读法 3） › 后来才知道有危险：改成急修，按危险那一条',
      '改急修或一般：从收到时算起（读法 3） › 只换类别不换急缓：承诺不动',
      '改急修或一般：从收到时算起（读法 3） › 错过以后来回改类别：只有一次超时，主任也只听一次',
      '急修：2 小时内到场，24 小时内修好 › 一直无人到场：11:00 整不算超时，11:01 记到场超时，只记一次',
      '急修：2 小时内到场，24 小时内修好 › 11:30 才到场：即使当时无人扫描，仍记到场超时',
      '急修：2 小时内到场，24 小时内修好 › 到场准时，24 小时整修好算准时',
      '急修：2 小时内到场，24 小时内修好 › 修好时间：24 小时过一分钟就是超时',
      '每次超时都记下原因 › 没超时的不用记；超时的由客服或主管记，写进承诺的来历',
      '一般维修：72 小时内修好，没有上门时限 › 72 小时整不算超时，过一分钟算',
      '一般维修：72 小时内修好，没有上门时限 › 夜里和周末照样算时间',
    ],
    R4: [
      '动手以前，报修的人可以撤回 › 派了师傅、还没到：撤回，答应的都不用办了，师傅和客服马上知道',
      '动手以前，报修的人可以撤回 › 不写原因也能撤回；同住的人、师傅不能替他撤',
      '动手以前，报修的人可以撤回 › 师傅到了就不能撤回；迟了的撤回以后照样是迟了，原因还能记',
      '动手以前，报修的人可以撤回 › 师傅来过又退回：动过手了，住户和客服都撤不了；白跑一趟、没进门的还能撤；家里人说不修了的，报修的人能定',
      '动手以前，报修的人可以撤回 › 客服只能按住户说的撤：要写怎么说的、说了什么',
      '动手以前，报修的人可以撤回 › 由主管派人的小区，撤回了主管也知道',
    ],
    R5: [
      '价目表以外的，工程主管先定价 › 师傅写的不在价目表上：等主管定价，默认 2 小时；定好了住户才看到',
      '价目表以外的，工程主管先定价 › 主管一直没定价：2 小时过一分钟报主任',
      '价目表以外的，工程主管先定价 › 超过两个工的，价目表上的也要主管过目；两个工整，师傅自己报',
      '价目表以外的，工程主管先定价 › 主管自己报价：写上价格，住户直接看到；没写价格的报不出去',
      '价目表以外的，工程主管先定价 › 公共地方不收费，没修好的返工也不收费：报不了价',
      '价目表以外的，工程主管先定价 › 住户一直不回话，师傅撤回报价，不收费的照样修完',
    ],
    R6: [
      '保修期内又坏了，免费返修 › 七天以内在原来那一件里接着办；七天以后、三个月以内另开一件返修',
      '保修期内又坏了，免费返修 › 从确认那天算三个月，最后一天 24 点为止',
      '保修期内又坏了，免费返修 › 没有确认的，从修好算起',
      '保修期内又坏了，免费返修 › 是同一处、同一样东西；不是这一户的看不到',
      '保修期内又坏了，免费返修 › 原来是急修，返修也是急修；原来一般的，返修也要 2 小时内上门、24 小时内特殊回访',
    ],
    R7: [
      '替来电的人记公共地方：起过名字的设施点一下，记下来就是那一处',
      '公共设施：起一次名字，以后接着用 › 同事起名字；别的同事再用就是同一处；住户点得到，写一样的名字也算',
      '公共设施：起一次名字，以后接着用 › 家里的没有设施；别的小区的名字用不了；不住也不上班的看不到',
      '公共维修用了多少工、多少料 › 师傅交的时候写上，主管再写一次算新的，以前的留着；住户不付钱，也看不到',
      '公共维修用了多少工、多少料 › 数字点得开：每一处后面是哪几件，没写是哪一处的另算',
      '公共维修用了多少工、多少料 › 费用表写明还有几件没记、是哪几件；没有花费的记一笔就不缺了',
      '公共维修用了多少工、多少料 › 没修好，重新办：上一次的还欠着，写明是谁修的；这一次交的时候写的只算这一次，补记的只算上一次',
      '公共维修用了多少工、多少料 › 家里的记不了；没写单价的、贵得离谱的记不了；没到场记不了',
      '工程通知：一个人写，另一个人批，才到住户手里 › 主管写，先数清发给几户；主任批准以前谁也看不到，批准以后那一单元的人收到',
      '工程通知：一个人写，另一个人批，才到住户手里 › 更正和撤回也要批准；批准以前原来的作数，以前的都留着；收过的都再收到',
      '工程通知：一个人写，另一个人批，才到住户手里 › 退回的写明原因，改了再送；主任没批的超过两天算迟',
      '工程通知：一个人写，另一个人批，才到住户手里 › 只有工程主管写；日子不对、家里的事、别的小区写不了；两个人同时批只发一次',
      '家里的和公共设施的各有各的登记表，从现在的数据导出 › 每张表都打得开，像公式的字还是字，一个公式也没有，号码打码',
      '家里的和公共设施的各有各的登记表，从现在的数据导出 › 维修用的纸表都在：传递单、安装维修单、费用统计、工程通知、特殊回访、大缺陷、收费标准',
      '家里的和公共设施的各有各的登记表，从现在的数据导出 › 口头定单（R12）：谁订的、什么服务、几点、价格、谁来做；自己在手机上订的不在里面',
      '家里的和公共设施的各有各的登记表，从现在的数据导出 › 只导出这段时间、这个小区的；日子不对、太长不导',
      '家里的和公共设施的分开记，公共设施有名字、有费用 › 公共地方的一件，师傅、客服、主管都能写是哪一处；家里的没有这一步，住户也没有',
      '家里的和公共设施的分开记，公共设施有名字、有费用 › 用工用料由师傅或主管记，到场以后才记；住户不付钱，也不用结算',
      '家里的和公共设施的分开记，公共设施有名字、有费用 › 一次最多写到价格上限',
      '家里的和公共设施的分开记，公共设施有名字、有费用 › 只有工程主管能给公共维修发工程通知',
      '公共维修修好以后，3 天内记下用工用料，没有花费也记一笔 › 修好时没记的，主管欠着：第 3 天 24 点不算超时，过一分钟算，主任知道，住户不知道',
      '公共维修修好以后，3 天内记下用工用料，没有花费也记一笔 › 没有花费也记一笔，就算记过了；师傅记的也算',
      '公共维修修好以后，3 天内记下用工用料，没有花费也记一笔 › 修好以前记过的不欠；没修好再修一次，那一次另记',
      '公共维修修好以后，3 天内记下用工用料，没有花费也记一笔 › 没修好，重新办：上一次用的还欠着，时间不变，到时没记照样是超时；补记那一次只算那一次，这一次的另记',
      '公共维修修好以后，3 天内记下用工用料，没有花费也记一笔 › 重新办的师傅只记自己这一次的，上一次的还是主管欠着',
      '公共维修修好以后，3 天内记下用工用料，没有花费也记一笔 › 重新办还没派人，主管就能补记上一次的；这一次修好以后照样要记',
      '公共维修修好以后，3 天内记下用工用料，没有花费也记一笔 › 家里修的按报价收，没有这一步',
    ],
    R8: [
      '班组 › 没派人的在最上面；每位师傅手上几件、在哪、迟几件、今天做好几件；别的小区看不到',
      '住户要知道、又通知不到的，打电话 › 修好了请确认，两小时没人看、也没法发微信：客服要打电话，打了就算做到',
      '住户要知道、又通知不到的，打电话 › 住户后来看到了，或者确认了，就不用打了；一家有一个人看到就行',
      '住户要知道、又通知不到的，打电话 › 电话里答复了报价、答复了新的时间，说到的就是那件事：不用再打',
      '住户要知道、又通知不到的，打电话 › 微信发出去了就不用打；没同意的照打；晚上的等到早上；不是非知道不可的不打',
      '住户要知道、又通知不到的，打电话 › 并在一起的几户，谁没看到打给谁：一户看到了不算别家看到，一户确认了也不算',
      '住户要知道、又通知不到的，打电话 › 报修的人没看到、并进来的看到了：打给报修的人；并进来的后来看到了，就不用打',
      '住户要知道、又通知不到的，打电话 › 多久没看到是小区自己的数字',
      '客服登记后马上派人，跟到修好 › 急修 15 分钟内派人：09:15 整不算迟，09:16 记超时，服务中心负责人知道',
      '客服登记后马上派人，跟到修好 › 一般维修没有派人时限',
      '客服登记后马上派人，跟到修好 › 师傅按顺序接下、到场、修好；别人不能替他点',
      '客服登记后马上派人，跟到修好 › 住户着急：客服答复时记下，当天 24 点前再打一次电话',
      '客服登记后马上派人，跟到修好 › 当天没再打电话：过了 24 点算超时，住户和负责人都知道',
      '每一步谁能办、谁知道 › 按钮：每个人在每一步能点的，不多也不少',
      '每一步谁能办、谁知道 › 消息：每一步谁听到',
      '每一步谁能办、谁知道 › 派错了人：改派，承诺连着原来的时间转过去；看到的人已经变了就不改',
      '派给谁，一个算法说了算 › 水管爆了先派水电，手上少的在前；木工泥水排后面，每一位都说得出为什么',
      '派给谁，一个算法说了算 › 都一样忙，人就在这一栋的先去',
      '派给谁，一个算法说了算 › 小区开了“收到就按规则派人”：合适的当场派去，经过里写明是按规则派的；没人合适就留给客服',
      '派给谁，一个算法说了算 › 由工程主管派人的小区不会自己派',
      '师傅退回，写明原因 › 退回就回到“收到了”，时间接着算，客服和主管都知道；刚退回的排最后，也还能再派',
      '师傅退回，写明原因 › 由主管派人的小区',
      '住户要知道、又通知不到的，客服打电话 › 两小时内打电话：11:00 整不算超时，11:01 算；报服务中心负责人，不惊动住户',
      '住户要知道、又通知不到的，客服打电话 › 住户看到了消息，或者自己来留言、确认了，就不用打',
    ],
    R9: [
      '修好后住户确认并写意见 › 报修人和同住的人都能确认，确认后办完',
      '修好后住户确认并写意见 › 不是这一户的人看不到，也确认不了；师傅不能替住户确认',
    ],
    R10: [
      '登记：回访、特殊回访、检查各一本，新的在前；自己家的看不到',
      '大缺陷：修好以后按日子到现场看 › 屋顶渗水修好后 7 天、30 天、90 天各看一次；到那天 24:00 不算超时，过一分钟算主管超时',
      '大缺陷：修好以后按日子到现场看 › 急修和大缺陷是两回事：门坏了不是；主管看了说是，就从那时起排检查；说不是，就都不用看了',
      '大缺陷：修好以后按日子到现场看 › 修好以前就标了：修好时才排；改成外墙开裂也算',
      '大缺陷：修好以后按日子到现场看 › 看一次记一次，只算那一次；同一天不能连着看三次',
      '大缺陷：修好以后按日子到现场看 › 到现场看到又渗水：重新办，24 小时内特殊回访；旧的日子作废，再修好重新排',
    ],
    R11: [
      '没修好：马上返工，24 小时内特殊回访 › 进入第二轮：2 小时内返工上门，24 小时内回访，旧的一轮照样留着',
      '没修好：马上返工，24 小时内特殊回访 › 回访由没有动手的客服做；24 小时整不算迟，过一分钟算',
      '没修好：马上返工，24 小时内特殊回访 › 返工上门也会超时',
      '返工后很快确认了，回访照样要做 › 这件事已经办完，回访没做：过了 24 小时照样超时',
    ],
    R12: [
      '特约服务公布出来，口头和书面的定单都记录，价格是成本加人工 › 住户看得到公布的项目：成本、人工、谁来做；便民服务不收费',
      '特约服务公布出来，口头和书面的定单都记录，价格是成本加人工 › 书面定单：自己的编号，按看到的价格算，撤得回；什么时候订的都在',
      '特约服务公布出来，口头和书面的定单都记录，价格是成本加人工 › 口头定单：客服替来电的住户记下，住户在自己手机上看得到；不能替自己家记',
      '特约服务公布出来，口头和书面的定单都记录，价格是成本加人工 › 主任和服务中心负责人改项目，从某一天起，以前的都留着；别人改不了',
      '特约服务公布出来，口头和书面的定单都记录，价格是成本加人工 › 看的时候一个价、交的时候另一个价：不收，请看新的；已经订的不变',
      '特约服务公布出来，口头和书面的定单都记录，价格是成本加人工 › 订了以后 4 小时内安排好人和时间；到点没安排，服务中心负责人知道',
      '特约服务公布出来，口头和书面的定单都记录，价格是成本加人工 › 价格要改：住户同意了才动手；不同意，按原来的价格做，或者不做了',
      '特约服务公布出来，口头和书面的定单都记录，价格是成本加人工 › 没改价格的按订的价格收；便民服务一分不收',
      '特约服务公布出来，口头和书面的定单都记录，价格是成本加人工 › 外面来做的由服务中心登记到场和做好；师傅做的自己登记；换人以后时间照算',
    ],
    R13: [
      '特约服务和报修分开看 › 守诺情况：选哪一种，数字和后面的每一件都只是那一种；两种加起来就是全部',
      '特约服务和报修分开看 › 班组：选哪一种，没派人的、手上的、迟的都只是那一种',
      '特约服务和报修分开看 › 没有这一种：说清楚，不出数字',
      '特约服务答应的要兑现，没做好的记下来、改好、告诉住户 › 约好的时间是承诺：到点没来就是超时，另约提前说',
      '特约服务答应的要兑现，没做好的记下来、改好、告诉住户 › 来了以后 24 小时内做完',
      '特约服务答应的要兑现，没做好的记下来、改好、告诉住户 › 师傅没有信号：到了、做好了按他点的时间算；太久的等主管确认（R3）',
      '特约服务答应的要兑现，没做好的记下来、改好、告诉住户 › 说没做好：原来那一件接着办，重新安排，返工不收费',
    ],
    R14: [
      '公共维修用了多少工、多少料 › 师傅交的时候写上，主管再写一次算新的，以前的留着；住户不付钱，也看不到',
      '公共维修用了多少工、多少料 › 数字点得开：每一处后面是哪几件，没写是哪一处的另算',
      '公共维修用了多少工、多少料 › 费用表写明还有几件没记、是哪几件；没有花费的记一笔就不缺了',
      '公共维修用了多少工、多少料 › 没修好，重新办：上一次的还欠着，写明是谁修的；这一次交的时候写的只算这一次，补记的只算上一次',
      '公共维修用了多少工、多少料 › 家里的记不了；没写单价的、贵得离谱的记不了；没到场记不了',
      '修完以结算和归档结束 › 用得少就收得少，不能比同意的多；确认以后 7 天内结算，只结一次',
      '修完以结算和归档结束 › 不收费的没有要结算的',
      '修完以结算和归档结束 › 返工不再收费，前一次收的留着',
    ],
    C1: [
      '投诉、建议、表扬、咨询也能拍、能说 › 投诉带照片和语音：本人和处理的人看得到、听得到，被投诉的人、同住的人一样也打不开',
      '投诉、建议、表扬、咨询也能拍、能说 › 同住的人看得到，“只有我看”的打不开',
      '投诉、建议、表扬、咨询也能拍、能说 › 只用说的也收：写着“语音留言”，语音随后就到；什么都没说的不收',
      '两扇门：小区的，和公司的 › 交给小区的，客服听到；交给公司的，客诉专员听到；号码是抽的，数不出有几件',
      '两扇门：小区的，和公司的 › 投诉公司别的部门，到品质管理部；客诉专员接到电话，哪个小区的都能记',
      '两扇门：小区的，和公司的 › 家里人也看不到投诉，只有投诉的人自己看得到',
    ],
    C2: [
      '小区先办；解决不了，最迟三天到品质管理部 › 三天没有书面答复，自己转到品质管理部，主任和住户都听到',
      '小区先办；解决不了，最迟三天到品质管理部 › 客服办不了，可以早报上去；品质管理部办不了，报公司领导；到最上面就没有再上面',
      '小区先办；解决不了，最迟三天到品质管理部 › 住户说没解决，小区办的转到品质管理部，原来的时间照记',
    ],
    C3: [
      '每月分析 › 投诉主任的，主任的每一个数里都没有它；公司的数里有',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 投诉主任的，小区没有人来说：写单的人和品质管理部的“等我办”里有',
      '谁也不替自己的事接单、收单 › 被投诉的部门负责人接不到这张单，往上走；单子里也看不到',
      '谁也不替自己的事接单、收单 › 自己家的事转不到自己手里；写单的人自己是负责人，往上走；接单的人不能替自己收下、撤回',
      '谁也不替自己的事接单、收单 › 总部没有小区的单子可写；牵头只是信息传递单的事',
      '替人记一件，信和纸条拍下来一起交 › 记投诉的同事补得上照片，处理的人和住户看得到；别的同事补不上；过了时候就补不上了',
      '替人记一件，信和纸条拍下来一起交 › 记完就看不到的投诉，信的照片照样交得上；交上去也看不到这件投诉，住户拍了几张也看不出来',
      '替人记一件，信和纸条拍下来一起交 › 同事拍的信不占住户的九张：各有九张，一家人的合在一起数',
      '替人记一件，信和纸条拍下来一起交 › 补记昨天说的，也从记下来的时候算；离开公司就交不上了',
      '一张单子说得出是哪一件、在哪里，轮到谁 › 投诉是谁家的，接单的部门不知道；打得开的才知道',
      '投诉里写得出谁看不到、谁来做 › 谁看不到，只说给投诉的人；看得到的同事那里没有这句话',
      '投诉里写得出谁看不到、谁来做 › 针对公司领导的、要赔偿的、没说是谁的，各是各的说法',
      '投诉里写得出谁看不到、谁来做 › 纠正方案的每一步写着谁做、什么时候前；做完的写着谁做完的',
      '单子说的事不给部门负责人看：像没人担任一样往上走 › 单子写好以后才点名部门负责人：在主任的“等我办”里，别人那里没有；交出去的也照样',
      '单子说的事不给部门负责人看：像没人担任一样往上走 › 整个小区都看不到了：走到品质管理部',
      '单子说的事不给部门负责人看：像没人担任一样往上走 › 来信由被点名的人负责：归主任，主任换人来答',
      '单子说的事不给部门负责人看：像没人担任一样往上走 › 部门负责人搬进了报的人家里：成了自己家的事，归主任',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 涉及赔偿的到公司领导，小区谁也看不到；主任、客服都没听到',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 投诉主任：到公司领导；品质管理部回访，主任看不到',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 投诉师傅、客服、主管的到主任；写明是谁，他就看不到，别的同事照办',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 后来才说是主任：当场离开小区，记的人也看不到了；时间不断，赔偿标了不退回小区',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 从一件报修投诉师傅：就是那一位，别的师傅不算',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 答复以后才说是主任：原来的答复不算，公司领导重新答复、品质管理部回访；小区的回访不用了',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 投诉只会说重，不会说轻：客服去不掉“有人受伤”',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 客服自己投诉：她自己不处理，别的客服处理',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 说过满意以后再写明情形：不再打一次回访电话，照样结案',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 公司领导可以请小区的一位同事来看；被投诉的不能请',
      '赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了 › 投诉品质管理部的到管理者代表，投诉管理者代表的到公司领导',
    ],
    C4: [
      '投诉里写得出谁看不到、谁来做 › 谁看不到，只说给投诉的人；看得到的同事那里没有这句话',
      '投诉里写得出谁看不到、谁来做 › 针对公司领导的、要赔偿的、没说是谁的，各是各的说法',
      '投诉里写得出谁看不到、谁来做 › 纠正方案的每一步写着谁做、什么时候前；做完的写着谁做完的',
      '品质管理部定纠正方案，小区一步步做完；最后由品质管理部回访 › 方案每一步有时间，做完一步才到下一步；没做完、没回访，不能结案',
    ],
    C5: [
      '三天内书面答复；没办完先回一封，说好新的时间 › 从收到起三天；先回的一封也算书面答复，新的时间另记',
      '三天内书面答复；没办完先回一封，说好新的时间 › 小区没按时答复：超时记在小区，品质管理部另有三天',
    ],
    C6: ['每一件都记根本原因和预防措施，答复以后三天内 › 没记原因不能结案'],
    C7: [
      '重大投诉发全企业通报 › 品质管理部发出去，全体同事每人听到一次，被挡住的人也一样；谁也打不开那一件，住户听不到',
      '重大投诉发全企业通报 › 没写报告不能发；小区不能发；公司领导也可以发',
      '重大投诉发全企业通报 › 通报里有投诉人的姓名、房号、号码、编号，发不出去，说清楚是哪一项，什么也没留下',
      '重大投诉发全企业通报 › 不认错人：没有号码、没有姓名的也查得了',
      '几户投诉同一栋楼、同一块，提示可能是重大投诉 › 够几户才提示品质管理部，同一户只算一户；太早的不算；定了就不再提示；小区看不到提示',
      '重大投诉：写纠正措施报告，发全企业通报 › 有人受伤的就是重大的；没写报告不能结案',
      '重大投诉：写纠正措施报告，发全企业通报 › 写好报告，品质管理部或公司领导把通报发给全体同事，只发一次；没写报告不能发，小区不能发',
      '重大投诉：写纠正措施报告，发全企业通报 › 品质管理部也可以定为重大的',
    ],
    C8: [
      '住户满意才算解决；没有回话不算 › 一个月没有回话也不结案；满意以后七天内结案，结案七天内还能说没解决',
      '住户满意才算解决；没有回话不算 › 打低分不算满意',
      '特约服务要住户满意才算办完 › 打低分不算验收：请说没做好；满意了才办完',
      '特约服务要住户满意才算办完 › 一直没有回话，也不会自己算验收',
      '特约服务做好以后没有验收：从做好或最后一次听到住户的话起 30 天，先归档，不算验收 › 不用打回访电话的也有头：做好 30 天没有验收就归档，以后照样可以验收',
      '特约服务做好以后没有验收：从做好或最后一次听到住户的话起 30 天，先归档，不算验收 › 回访问到了、没说验收：从那天起再等 30 天；客服、服务方、品质谁问到的都算',
      '特约服务做好以后没有验收：从做好或最后一次听到住户的话起 30 天，先归档，不算验收 › 住户留言也算有消息：每说一句，都从那天起再等 30 天；同事说的不算',
      '特约服务的住户联系不上：再等 30 天，先归档，不算验收 › 记了以后第 30 天 24 点还等着，过了才归档，不算验收、不打分、不催结算',
      '特约服务的住户联系不上：再等 30 天，先归档，不算验收 › 归档以后，住户随时可以验收，也可以说没做好',
      '特约服务的住户联系不上：再等 30 天，先归档，不算验收 › 归档以后住户打电话来说做好了：客服记下来，就算验收',
      '特约服务的住户联系不上：再等 30 天，先归档，不算验收 › 归档以后住户打电话来说不满意：客服记下来，重新办',
      '特约服务的住户联系不上：再等 30 天，先归档，不算验收 › 这中间住户说过话，就从那天起再等 30 天',
    ],
    C9: [
      '主要原因定纠正措施：有人做、有时间，做好了别人看有没有用 › 主任定 → 主管做 → 主任看，没有用再做 → 有用才算完',
      '主要原因定纠正措施：有人做、有时间，做好了别人看有没有用 › 主任自己做的，品质管理部看；公司定的也是',
      '主要原因定纠正措施：有人做、有时间，做好了别人看有没有用 › 做的人走不开，换个人，时间不变；换给主任，就由品质管理部看',
      '主要原因定纠正措施：有人做、有时间，做好了别人看有没有用 › 服务中心负责人定的，要看的主任在“等我办”里看得到；做的人走了，主任也看得到',
      '主要原因定纠正措施：有人做、有时间，做好了别人看有没有用 › 到时间没做好，往上报',
      '每月分析 › 一个月从上海的零点到零点；每个数打开都是那几件，一个不多一个不少',
      '每月分析 › 反复出现的：同一户、同一栋楼同一类；三户说同一件的标出来',
      '每月分析 › 主任看本小区，服务中心负责人一样；公司看各小区，选一个就按楼看；客诉专员只数投诉；别人看不到',
      '每月分析 › 投诉主任的，主任的每一个数里都没有它；公司的数里有',
      '每月分析 › 翻页不漏不重：二十一件，两页',
      '每月分析 › 周一到周日算一周，头尾在月边切开；哪一块，库里和规则说的一样',
      '每月要做的 › 各部门负责人向客服征求意见，服务中心汇总，主任看分析；月底过后 3 天内还算按时',
      '每月要做的 › 迟了可以补：还是记着没按时；主任没做，往上报的是第几次',
      '每个月问客服的意见，客服汇总建议，主任看分析 › 月底过后 3 天内还算按时；写下来主任听得到',
      '每个月问客服的意见，客服汇总建议，主任看分析 › 迟了可以补，记着没按时；主任没做的，报品质管理部',
    ],
    C10: [
      '每一件都有回音：after a thousand random histories nothing is stuck',
      '每一件投诉都有回音 › 收到就告诉住户谁在办、为什么；网上说的十五分钟内有人回',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 意见箱里的一张纸：不记住户，谁也不通知；记在哪里公开答复了，记了原因就结案，不用等谁说满意',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 品质管理部办的：回访照样欠着，记“没法回访”才算；打电话、打不通都点不了；没记不能结案',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 有名有姓的记不了“没法回访”，也不能用“记怎么答复的”代替书面答复',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 只在自己上班的小区记；投诉主任的一样到公司领导，小区看不到',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 没留姓名的建议：采纳、做成都照办，没有人可回访；转为投诉的，还是没留姓名',
    ],
    C11: ['追踪的投诉要会审 › 谁参加、怎么定的，只给同事看'],
    D1: [
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 一张单从头走到尾：转、接、说进展、交回、告诉住户、收下',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 部门说了进展、改了时间，第二天过完前告诉住户；说过几次也只欠一句，告诉过就不欠',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 接的时候就答应得比要求的晚，也要告诉住户；不是住户的事、没说是谁的，不欠',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 投诉主任的，小区没有人来说：写单的人和品质管理部的“等我办”里有',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 没人接：过了要求的时间记超时，对方和写单的人知道，再上去是主任',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 办得久：三天没有进展就超时；说了进展再从那天算',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 答应得比要求的晚，要写为什么；过去的时间、离谱的时间、空话都退回',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 没办好就退回再办：第二轮另有时间，第一轮留着；不归自己的不能动',
      '传递单写明内容、部门和答复时间 › 由主管派人的小区：客服转给工程主管，急修默认 15 分钟内答复',
      '传递单写明内容、部门和答复时间 › 一般维修默认 2 小时答复；也可以自己定，不能定在过去',
      '传递单写明内容、部门和答复时间 › 急修没及时转出：15 分钟后记超时',
    ],
    D2: [
      '谁也不替自己的事接单、收单 › 被投诉的部门负责人接不到这张单，往上走；单子里也看不到',
      '谁也不替自己的事接单、收单 › 自己家的事转不到自己手里；写单的人自己是负责人，往上走；接单的人不能替自己收下、撤回',
      '谁也不替自己的事接单、收单 › 总部没有小区的单子可写；牵头只是信息传递单的事',
      '部门负责人在要求的时间里给出确定的完成时间 › 接下、答应时间、派人，答应的时间是另一个承诺',
      '部门负责人在要求的时间里给出确定的完成时间 › 主管没有按时答复：报主任，不经过他自己的下一级',
      '部门负责人在要求的时间里给出确定的完成时间 › 不由主管派人的小区：没有转交这一步，主管可以直接派',
    ],
    D3: [
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 一张单从头走到尾：转、接、说进展、交回、告诉住户、收下',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 部门说了进展、改了时间，第二天过完前告诉住户；说过几次也只欠一句，告诉过就不欠',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 接的时候就答应得比要求的晚，也要告诉住户；不是住户的事、没说是谁的，不欠',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 投诉主任的，小区没有人来说：写单的人和品质管理部的“等我办”里有',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 没人接：过了要求的时间记超时，对方和写单的人知道，再上去是主任',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 办得久：三天没有进展就超时；说了进展再从那天算',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 答应得比要求的晚，要写为什么；过去的时间、离谱的时间、空话都退回',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 没办好就退回再办：第二轮另有时间，第一轮留着；不归自己的不能动',
    ],
    D4: [
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 一张单从头走到尾：转、接、说进展、交回、告诉住户、收下',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 部门说了进展、改了时间，第二天过完前告诉住户；说过几次也只欠一句，告诉过就不欠',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 接的时候就答应得比要求的晚，也要告诉住户；不是住户的事、没说是谁的，不欠',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 投诉主任的，小区没有人来说：写单的人和品质管理部的“等我办”里有',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 没人接：过了要求的时间记超时，对方和写单的人知道，再上去是主任',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 办得久：三天没有进展就超时；说了进展再从那天算',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 答应得比要求的晚，要写为什么；过去的时间、离谱的时间、空话都退回',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 没办好就退回再办：第二轮另有时间，第一轮留着；不归自己的不能动',
    ],
    D5: ['小区解决不了的转呈公司的部门，办好了由小区验证 › 转呈财务：办好三天内验证；没验证记超时；不行就退回'],
    D6: [
      '有价值的信息都登记，外来的标 * › 内部的归工作日志，部门转来的客户信息归与客户沟通登记表并写明哪个部门，外来的归信息交流表；单子也在里面',
      '有价值的信息都登记，外来的标 * › 内部的由服务中心、各部门负责人、主任和公司登记；别的小区的、师傅的、住户的不行；看得到的也是他们',
      '有价值的信息都登记，外来的标 * › 更正和补记后来怎样都另起一版，原来的留着；别人不能改，两个人同时改的只有一个成',
      '有价值的信息都登记，外来的标 * › 点了两次只记一条；时间不对、该写的没写的说是哪一项',
      '有价值的信息都登记，外来的标 * › 导出的信息交流登记表：标 *、来源、传达给谁、怎么处理的；转来的客户信息也在与客户沟通登记表里',
      '信息交流：纸上的拍下来 › 登记的人和品质管理部能加；传达到的部门看得到，不能加；没传达到的部门看不到',
      '信息交流：纸上的拍下来 › 小区自己的一本：这个小区记信息的人看得到，别的小区看不到；住户从来看不到',
    ],
    D7: [
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 一张单从头走到尾：转、接、说进展、交回、告诉住户、收下',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 部门说了进展、改了时间，第二天过完前告诉住户；说过几次也只欠一句，告诉过就不欠',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 接的时候就答应得比要求的晚，也要告诉住户；不是住户的事、没说是谁的，不欠',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 投诉主任的，小区没有人来说：写单的人和品质管理部的“等我办”里有',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 没人接：过了要求的时间记超时，对方和写单的人知道，再上去是主任',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 办得久：三天没有进展就超时；说了进展再从那天算',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 答应得比要求的晚，要写为什么；过去的时间、离谱的时间、空话都退回',
      '转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户 › 没办好就退回再办：第二轮另有时间，第一轮留着；不归自己的不能动',
    ],
    D8: [
      '外来信息由品质管理部收，按时传达给各部门 › 谁看到都可以交给品质管理部；三天内传达，第三天 24:00 还没有就是超时',
      '外来信息由品质管理部收，按时传达给各部门 › 传达给选好的部门，各部门负责人收到、回话；没回话的到时间超时，报主任；传达过的不再传',
      '外来信息由品质管理部收，按时传达给各部门 › 只有品质管理部传达；不用传达的写明为什么；没收到的部门看不到这一条',
      '外来信息由品质管理部收，按时传达给各部门 › 传错了可以撤回，撤回的再传一次；回过话的不能再回',
    ],
    D9: [
      '每个部门在例会上看收到的信息是怎么处理的 › 小区和公司每个有负责人的部门，每个月一次；月底过后 3 天内还算按时，过了就是没有做，补不上（Z8）',
      '每个部门在例会上看收到的信息是怎么处理的 › 看到这段时间收到的单子和外来信息，各到哪一步；记下来以后留着；上次会后来的，下次会上看',
      '每个部门每个月在例会上看一遍收到的信息 › 小区每个有负责人的部门一次，服务中心也一次；月底过后 3 天内还算按时，过了补不上',
    ],
    D10: [
      '每月要做的 › 各部门负责人向客服征求意见，服务中心汇总，主任看分析；月底过后 3 天内还算按时',
      '每月要做的 › 迟了可以补：还是记着没按时；主任没做，往上报的是第几次',
      '每个月问客服的意见，客服汇总建议，主任看分析 › 月底过后 3 天内还算按时；写下来主任听得到',
      '每个月问客服的意见，客服汇总建议，主任看分析 › 迟了可以补，记着没按时；主任没做的，报品质管理部',
    ],
    V1: [
      '谁看得到什么 › the caller sees what they are to call and nothing else; the estate sees that it is not theirs',
      '谁看得到什么 › whoever also works at the estate is no caller there; nobody left, the quality department calls',
      'the demo as of its present moment › the company drew every week, called, and has somebody left to call',
      '每周从修好的里面抽 20%，公司的人打电话 › 六件抽两件：往上取整；谁都打得通；周一抽，欠的是回访专人，两个星期内',
      '每周从修好的里面抽 20%，公司的人打电话 › 五件抽一件，二十一件抽五件：多一件、少一个百分点都不一样',
      '每周从修好的里面抽 20%，公司的人打电话 › 一件也抽一件；没有修好的，就没有可抽的',
      '每周从修好的里面抽 20%，公司的人打电话 › 没有电话可打的不抽，记着几件；20% 照全部算',
      '每周从修好的里面抽 20%，公司的人打电话 › 并到一起的只算一件；修好两次的也只算一件',
      '每周从修好的里面抽 20%，公司的人打电话 › 抽过的不再抽：再看几次还是那几件，次序也不变',
      '每周从修好的里面抽 20%，公司的人打电话 › 本小区的客服打不了，也替不了；动手修的人不行；品质管理部可以',
      '每周从修好的里面抽 20%，公司的人打电话 › 没抽到的，回访专人看不到；问完的也看不到了',
    ],
    V2: [
      'the demo as of its present moment › the company drew every week, called, and has somebody left to call',
      '品质管理部每月抽 10% 打电话 › 上个月修好的十件抽一件，二十天内；下个月十一件抽两件；别人打不了',
    ],
    V3: [
      '队列：先到期的在前；低分归服务中心负责人，检查归主管；动过手的和自己家的都不在里面',
      '没修好的，24 小时内特殊回访 › 修好以后做的特殊回访，不满意就再开一次；24 小时整不算超时，过一分钟算',
    ],
    V4: [
      '品质管理部办的，品质管理部自己回访；不满意就没办完 › 电话里说解决了，就是满意：不用再到小程序里说一次，可以结案',
      '品质管理部办的，品质管理部自己回访；不满意就没办完 › 回访说不满意：重开，再答复；小区办的由客服回访',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 意见箱里的一张纸：不记住户，谁也不通知；记在哪里公开答复了，记了原因就结案，不用等谁说满意',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 品质管理部办的：回访照样欠着，记“没法回访”才算；打电话、打不通都点不了；没记不能结案',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 有名有姓的记不了“没法回访”，也不能用“记怎么答复的”代替书面答复',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 只在自己上班的小区记；投诉主任的一样到公司领导，小区看不到',
      '没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来 › 没留姓名的建议：采纳、做成都照办，没有人可回访；转为投诉的，还是没留姓名',
    ],
    V5: [
      '师傅还在，服务方回访是他自己的；人走了，归客服，照样问、照样记没打通',
      '客服也没有人，归主任',
      '自己家的不归自己问',
      '特约服务两次回访：服务方和品质管理部，不满意就不算办完 › 做完 2 天内服务方回访，10 天内品质管理部回访；外面来做的由服务中心替他问',
      '特约服务两次回访：服务方和品质管理部，不满意就不算办完 › 本小区师傅做的，他自己回访；品质管理部不由动手的人来问',
      '特约服务两次回访：服务方和品质管理部，不满意就不算办完 › 两次都没问：到点各记一次超时，品质的报管理者代表',
      '特约服务两次回访：服务方和品质管理部，不满意就不算办完 › 回访时不满意：验收过的也重新办，原来的时间照样留着',
      '特约服务两次回访：服务方和品质管理部，不满意就不算办完 › 没验收的，服务中心也回访（V8）；品质的电话打过了，一周内不再打',
      '特约服务两次回访：服务方和品质管理部，不满意就不算办完 › 打不通：谁的回访谁来记，够次数才记联系不上',
    ],
    V6: [
      '请我们联系 › 点两下、换个钥匙、家里两个人一起点：一户只有一件',
      '请我们联系 › 名单上、答过的那一页上看得到请过没有；投诉家里别人看不到',
      '请我们联系 › 在回访的名单里：客服的、主任登门的、品质管理部的，各看各的；登记里写明是问卷',
      '答完调查请我们联系的，一周内逐户回访，重要客户登门 › 七天内客服回访，打电话、上门都行；记下住户怎么说就做到了',
      '答完调查请我们联系的，一周内逐户回访，重要客户登门 › 过了七天没去，算超时',
      '答完调查请我们联系的，一周内逐户回访，重要客户登门 › 公司定三天内',
      '答完调查请我们联系的，一周内逐户回访，重要客户登门 › 重要客户由主任登门，客服记不了，打电话不算',
      '答完调查请我们联系的，一周内逐户回访，重要客户登门 › 投诉主任的，小区看不到，由品质管理部回访',
      '答完调查请我们联系的，一周内逐户回访，重要客户登门 › 办完以前打了服务中心的回访，就不再打一次',
      '答完调查请我们联系的，一周内逐户回访，重要客户登门 › 改成投诉主任的，换品质管理部回访，天数照旧从收到算',
      '答完调查请我们联系的，一周内逐户回访，重要客户登门 › 打不通的，照回访的规矩：几次、分几天，才算联系不上',
    ],
    V7: [
      '抽样回访说不满意，重新办 › 回访专人记下不满意：同一件重开，时间照记；抽样这一次算问到了',
      '回访说不满意，就重新办 › 修好后电话回访，结果不满意：同一件开第 2 次，24 小时内特殊回访，师傅和主管马上知道',
      '回访说不满意，就重新办 › 态度不好、质量一般，结果满意：记下来，不重开',
      '回访说不满意，就重新办 › 三样都要问到；不满意的要写下怎么说的',
      '回访说不满意，就重新办 › 回访记了什么，住户马上知道，记得不对可以说；电话里说修好了的，只告诉一次',
      '回访说不满意，就重新办 › 确认过、打了低分，联系时说还是不满意：办完的也重新办',
      '回访说不满意，就重新办 › 还在返工时做特殊回访，住户不满意：不再开一次，师傅和主管知道；修好以后再不满意才重开',
    ],
    V8: [
      '队列：先到期的在前；低分归服务中心负责人，检查归主管；动过手的和自己家的都不在里面',
      '登记：回访、特殊回访、检查各一本，新的在前；自己家的看不到',
      '办完的每一件，服务中心都回访 › 先在小程序里问；三天没有回音就欠一次电话回访，打过或住户确认了就算做到',
      '办完的每一件，服务中心都回访 › 回访的人没动过手；回访过，住户还是能确认、能打分',
      '办完的每一件，服务中心都回访 › 住户说没修好，也是回音，不再打这个电话',
    ],
    S1: [
      '纸表也不记名：勾的户和录入的纸表对不上 › 照着一叠纸五户一批勾、一份一份录，搬走以后按写的时间、位置、编号都对不上；没搬以前对得上，证明这样查得出来',
      '纸表也不记名：勾的户和录入的纸表对不上 › 搬走以后，答案和勾的户、录入的数、点的那一下，没有一行是一起写的',
      '纸表也不记名：勾的户和录入的纸表对不上 › 没写楼栋的一份纸表，混在别的楼栋没有留下的里面，不会只有它没有楼栋',
      '不记名，也不能答两次 › 两百户一起答，有的点两下，有的再试一次：一户一份，一份不少；每次只写两行',
      '不记名，也不能答两次 › 时钟搬走以后，按写的时间、按位置、按编号，都对不上是哪一户；没搬以前对得上，证明这样查得出来',
      '问卷换了新的一版，旧的一版原样留着 › 调查还在收，公司出了新的一版：这一次照旧的问、照旧的答；答新的退回，下一次才问新的',
      '问卷换了新的一版，旧的一版原样留着 › 两版不一样，上半年的数照样排在旁边：同一个编号是同一题；总的是当时公布的那个数；新问的没有上一次',
      '调查发出来，截止前提醒 › 消息里有一条，点开就是那份调查；同意过的微信也告诉一次，只有编号、固定的词和时间',
      '调查发出来，截止前提醒 › 工作做到一半断了，再做一遍：谁也不听两次；夜里的提醒等到早上，那时答了就不发',
      '调查发出来，截止前提醒 › 时钟两个一起看、断了再看：提醒只记一次，说几户；同事看得到几户，看不到是谁',
      '调查发出来，截止前提醒 › 只发到抽中的几户：没抽中的不告诉',
      '半年一次的满意率调查 › 六月一号到小区，三天内发；发出去住户才看得到，截止以前谁也看不到结果',
      '半年一次的满意率调查 › 到期不够就延一次，再到期照实算；写好分析，住户才看得到',
      '半年一次的满意率调查 › 满五户答了，写的话才给同事看（Z4）',
      '半年一次的满意率调查 › 别人家的、没有的题、选不到的答案、旧的问题、截止以后，都说得清楚，什么也不记',
      '半年一次的满意率调查 › 一栋里打了分的不到五户，不单独列：别的户只写话、只说推荐，也替它遮不住',
      '半年一次的满意率调查 › 一栋里五户都打了分，就单独列',
      '调查发出来，发到的住户都知道 › 发到的每一户收到一条消息，只说一次；没发到的不收',
      '六月和十一月各问一次全体住户 › 六月一号到小区，一次只开一份；十一月再一次；月中才开始的小区，从下一次起',
      '六月和十一月各问一次全体住户 › 六月里才开始照手册办的小区，六月不欠',
      '六月和十一月各问一次全体住户 › 一户一份：家里谁答都行，第二个人答的不再算；别的小区的人答不到',
    ],
    S2: [
      '三天内发出去，全发，或者抽一部分 › 到小区以后三天，客服自己发不了，负责人和主任发',
      '三天内发出去，全发，或者抽一部分 › 住了五年以上的小区抽一成五，往上取整；没抽到的不用答',
      '三天内发出去，全发，或者抽一部分 › 公司可以定得更严，不能更松：抽一半',
      '三天内发出去，全发，或者抽一部分 › 定成二十年才算住得久，就抽三成',
    ],
    S3: [
      '意见表上的二维码 › 向微信要一次，以后都用这一张；码里只有是哪一次调查，没有房号、没有人',
      '意见表上的二维码 › 两个人同时打开，留一张',
      '意见表上的二维码 › 微信不给、不通、回得慢：不给码，什么也不记，下一次再要就有',
      '意见表上的二维码 › 没有接微信的，给网页用的号；住户、别的小区不给；公司的调查只给品质管理部',
      '意见表上的二维码 › 截止了的不给',
      '调查发出来，截止前提醒 › 消息里有一条，点开就是那份调查；同意过的微信也告诉一次，只有编号、固定的词和时间',
      '调查发出来，截止前提醒 › 工作做到一半断了，再做一遍：谁也不听两次；夜里的提醒等到早上，那时答了就不发',
      '调查发出来，截止前提醒 › 时钟两个一起看、断了再看：提醒只记一次，说几户；同事看得到几户，看不到是谁',
      '调查发出来，截止前提醒 › 只发到抽中的几户：没抽中的不告诉',
      '纸表：一人勾户，一人录入 › 勾了算交回，录入的没有房号；两个人各做各的，录入的不比勾的多',
      '纸表：一人勾户，一人录入 › 没截止以前，勾够五户才录入一批：只有一份的时候录入，就知道是谁家的；截止以后剩下的都能录入',
      '纸表：一人勾户，一人录入 › 哪一户交的是纸表，只有勾的人看得到；别人看着和手机上答的一样',
      '纸表：一人勾户，一人录入 › 手机上答过的勾不了，勾了的手机上不能再答；住户勾不了',
      '纸表：一人勾户，一人录入 › 勾错了当天自己能取消，取消了住户还能答；别人的、隔天的、已经录入的取消不了',
      '纸表：一人勾户，一人录入 › 同一下点两次只录入一份；没有的题、没发过的楼、旧的问题说得清楚，什么也不记',
      '纸表：一人勾户，一人录入 › 两个人同时勾一户、住户正好也在答：只算一份，一份答案',
      '纸表：一人勾户，一人录入 › 两个人同时录入最后一份：只录得进一份',
      '纸表：一人勾户，一人录入 › 截止以后不再勾，勾过的还能录入，写了分析就不能了；都算进结果',
      '截止以后录入的纸表，十份起才搬，留下五份 › 一次搬的不少于五份，最后剩下的也不少于五份',
      '截止以后录入的不到五份，不计入统计：看前后差多少，就知道那几份答了什么 › 截止以后录入 份：结果和先前一样，照交回算，写明几份没有计入',
      '截止以后录入的不到五份，不计入统计：看前后差多少，就知道那几份答了什么 › 截止以后录入的有五份，就都计入',
      '在任意两句之间断掉 › 勾、录入、取消：要么整个记下，要么没有；再点一次还是一份',
      '在任意两句之间断掉 › 换一户：问的户数一直不变',
      '截止前三天提醒没答的，只提醒一次 › 答过的不提醒；没答的一次；延了再一次，时钟看几遍都一样',
      '截止前三天提醒没答的，只提醒一次 › 公司定提前五天提醒',
      '纸上、电话里答的，一人勾户，一人录入 › 勾了就算交回一户；录入的只有答了什么；两样不能是同一个人，录入的不比勾的多',
      '纸上、电话里答的，一人勾户，一人录入 › 没截止以前，勾够五户才录入这五份，再多的等下一批；截止以后剩下的都能录入',
      '纸上、电话里答的，一人勾户，一人录入 › 一户一份：手机上答过的勾了不再算，纸表勾了的手机上不再算；工程部的人勾不了',
      '纸上、电话里答的，一人勾户，一人录入 › 勾错了，勾的人当天取消，住户还能自己答；过了这一天不行，这一批录入了也不行',
      '纸上、电话里答的，一人勾户，一人录入 › 截止以后不再勾；勾过的还能录入，写了分析就不能了',
      '十天内收回，至少收回七成半 › 收够了，到期就截止；没到期谁也截不了',
      '十天内收回，至少收回七成半 › 没收够，延五天，只延一次；还不够就照实算，写明没到要求（Z5）',
      '十天内收回，至少收回七成半 › 公司定收回八天、延三天、收回八成六',
    ],
    S4: [
      '截止以后录入的不到五份，不计入统计：看前后差多少，就知道那几份答了什么 › 截止以后录入 份：结果和先前一样，照交回算，写明几份没有计入',
      '截止以后录入的不到五份，不计入统计：看前后差多少，就知道那几份答了什么 › 截止以后录入的有五份，就都计入',
      '客户满意率统计表：一项一行、每一档几户，和屏幕上藏的一样；住户拿不到，没截止没有',
      '收回以后三天内统计分析 › 截止了同事才看得到结果；写好分析，住户也看得到；满意的除以答了的',
    ],
    S5: [
      '公开信 › 同事看得到说的人多的是哪几样；答的人少，不到五户的连是哪一样也不写',
      '公开信 › 没写全的、答应不了的，说清楚是哪一样；什么也没存',
      '公开信 › 别的小区的人、还没收回的、别的单子：没有这封信',
      '公开信 › 两个人同时送审，只有一份；两个人同时同意，只贴一次，答应的只欠一份',
      '公开信 › 住户看得到答应的和做到没有，看不到是谁做；经过只给同事，耽误在哪里看得出（Z7）',
      '公开信 › 管理者代表在消息里看到等他审，点开是这次调查',
      '说的人多的、严重的意见，两星期内贴公开信，先由管理者代表批准 › 三户说到同一样，就要写；两户不用写',
      '说的人多的、严重的意见，两星期内贴公开信，先由管理者代表批准 › 只有两户说到，又不严重，不用写；分析了就能交',
      '说的人多的、严重的意见，两星期内贴公开信，先由管理者代表批准 › 公司定成两户就要写，十天内',
      '说的人多的、严重的意见，两星期内贴公开信，先由管理者代表批准 › 只有一户说、但很严重，写分析的人说了算，从收回那天起还是两星期',
      '说的人多的、严重的意见，两星期内贴公开信，先由管理者代表批准 › 没批准以前住户看不到；批准了马上贴出去，全小区看得到，写的人自己不能批',
      '说的人多的、严重的意见，两星期内贴公开信，先由管理者代表批准 › 退回的改了再送，每一步两天，钟不停：在谁那里耽误看得出（Z7）',
      '说的人多的、严重的意见，两星期内贴公开信，先由管理者代表批准 › 日子过了的、公司的人来做的，答应不了；等批准等过了日子，退回改',
      '说的人多的、严重的意见，两星期内贴公开信，先由管理者代表批准 › 信里答应的，从贴出起就欠着住户，到那天为止',
      '没到要写公开信的，也可以写；写了一次，不再欠 › 先贴了信再写分析，分析里说严重，也不再欠一封；交上去以后贴的，不再欠交一次（S6）',
      '没到要写公开信的，也可以写；写了一次，不再欠 › 交上去了才贴的信，不另外再欠交一次（S6）',
    ],
    S6: [
      '客户满意率统计表：一项一行、每一档几户，和屏幕上藏的一样；住户拿不到，没截止没有',
      '公开信贴出以后五天内交品质管理部 › 要写信的，信贴出去才能交，从贴出算五天（S5）',
      '五天内交品质管理部，管理者代表评审 › 先写分析才能交；评审过了才办完',
    ],
    S7: [
      '公开信里答应的做了没有，品质管理部问住户，问到满意为止 › 做好了，品质管理部十四天内问；做的人和小区自己不能说好了',
      '公开信里答应的做了没有，品质管理部问住户，问到满意为止 › 还有住户不满意，另定日子再做，做好再问，直到满意（Z11）',
      '公开信里答应的做了没有，品质管理部问住户，问到满意为止 › 公司定成七天问；人不在了换个人做，日子不变',
    ],
    S8: [
      '小区自己的问卷 › 写了、审了、开了、答了、公布了：题库的题带着追问，另外问的各选了多少户，写的话只给同事',
      '小区自己的问卷 › 没审过的、别的小区的、不是问卷的、不归他开的，都开不了；同一个月只开一次',
      '小区自己的问卷 › 别的小区的人看不到、改不了；写的每一版都留着；列表说得出等谁审、谁能做什么',
      '公司的季度、年度调查，品质管理部有需要时开 › 一季一份，一年一份；小区的人开不了；开了照样抽、照样问',
      '小区自己的问卷，品质管理部审内容、管理者代表批准了才能发 › 客服写，两步都同意才能开；没审完开不了，写的人自己不能审',
      '小区自己的问卷，品质管理部审内容、管理者代表批准了才能发 › 退回要写原因，改了是新的一版，两步重来',
      '小区自己的问卷，品质管理部审内容、管理者代表批准了才能发 › 问的就是审过的那一版：后来再改，发出去的不变；题库的题照原来的编号',
      '小区自己的问卷，品质管理部审内容、管理者代表批准了才能发 › 题目要答得了：没有的题、只有一个答案的、重复的、一题也没有的，都退回',
    ],
    S9: [
      'a score is kept once a closure, seen by who reported it and by colleagues, and its words stand in the register',
      '队列：先到期的在前；低分归服务中心负责人，检查归主管；动过手的和自己家的都不在里面',
      '打低分，服务中心负责人只收到一条 › 1 分：收到打了低分这一条，不再另收确认的一条',
      '结果告诉住户以后、关单以前问满意不满意 › 修好以前不能打分，修好时问，确认时打一次分，关了不再问',
      '结果告诉住户以后、关单以前问满意不满意 › 原因要和分数对得上',
      '结果告诉住户以后、关单以前问满意不满意 › 2 分是低分，24 小时内联系住户；3 分不是',
      '结果告诉住户以后、关单以前问满意不满意 › 联系的人没动过手；记下问了什么、怎么说，才算做到，只记一次',
    ],
    S10: [
      '用过特约服务的住户，每季打电话问 › 没有人用过的小区，时间再来几次也不看；有人用过的只看到开了为止',
      '用过特约服务的住户，每季打电话问 › 说没做好、正在再做的，也是用过的；问哪几户和哪几家，抽的时候就定下来',
      '用过特约服务的住户，每季打电话问 › 用的人搬走了，不问新搬来的、不给看新住户的号码；家里还有人住着的照问',
      '用过特约服务的住户，每季打电话问 › 用过的都搬走了，就没有这一次',
      '结果告诉服务方 › 给服务方的只有满意率和我们的意见：没有房号、姓名，没有住户写的话；公布以前没有',
      '结果告诉服务方 › 看得到的是同事；记的是品质管理部，不归小区的人；填不对的说得出是哪一样',
      '结果告诉服务方 › 连点两下、两个人同时：一家记一次；最后一家记好，就办完',
      '结果告诉服务方 › 两家同时各记一家：都在，办完',
      '结果告诉服务方 › 特约服务意见调查记录：哪一季、抽了几户、几户答了、满意率、哪一家、什么时候、怎么告诉的；没有房号',
      '用过特约服务的住户，每季打电话问；结果及时告诉服务方 › 三、六、九、十二月一号，有人用过的小区一份；没有人用过的不开',
      '用过特约服务的住户，每季打电话问；结果及时告诉服务方 › 三个月以前做好的，上一季问过了，不再问',
      '用过特约服务的住户，每季打电话问；结果及时告诉服务方 › 只问用过的，品质管理部抽，小区的人抽不了、问不了；公司定抽五户，就是五户',
      '用过特约服务的住户，每季打电话问；结果及时告诉服务方 › 公布以后七天内一家一家告诉，都告诉了才办完；告诉过的不再告诉，小区的人不告诉',
      '用过特约服务的住户，每季打电话问；结果及时告诉服务方 › 过了七天还有一家没告诉，记超时',
      '用过特约服务的住户，每季打电话问；结果及时告诉服务方 › 都是本小区的人做的，写了分析就办完',
      '用过特约服务的住户，每季打电话问；结果及时告诉服务方 › 答的太少，没有能给服务方看的，写了分析就办完，不告诉',
    ],
    S11: [
      '员工需求普查不记名，也不能答两次 › 全公司一起答，有的点两下：一人一份，一份不少；每次只写两行',
      '员工需求普查不记名，也不能答两次 › 时钟搬走以后，按写的时间、按位置、按编号，都对不上是谁；没搬以前对得上，证明这样查得出来',
      '员工需求普查不记名，也不能答两次 › 住户的调查不能从同事这边答，同事的普查不能从住户那边答，也没有纸表、电话、公开信',
      '员工需求普查不记名，也不能答两次 › 四个人答的，一个数、一句话也不给看；结果只有全公司的，没有各小区的',
      '员工需求普查不记名，也不能答两次 › 走了的同事不算还没答的，提醒的人数里没有他',
      '总裁信箱：中间没有人 › 署名的一封，只有写的人和总经理看得到；别人一个列表里也没有，问编号就是没有',
      '总裁信箱：中间没有人 › 换了总经理，新的看得到，原来的看不到；没有总经理，信箱说明没有人收',
      '总裁信箱：中间没有人 › 不署名的，全库没有一行说得出是谁：没有编号、没有次数、没有提交的记录；点两下只有一封',
      '总裁信箱：中间没有人 › 不署名的不数谁写了几封，数全公司一小时几封',
      '总裁信箱：中间没有人 › 公司文件不写是谁提的、原话怎么说；住户看不到',
      '总裁信箱：中间没有人 › 答复和约谈同时点，只有一样算数；点两下谈过了，记一次',
      '总裁信箱：中间没有人 › 总经理不能写给自己：没有人答得了；有别的总经理，就归那一位',
      '总裁信箱：中间没有人 › 不署名的改了再交，用的还是那一下的编号：两封都在，一个字也不丢',
      '总裁信箱：中间没有人 › 改约：为什么改，写的人看得到，别的表里没有；点两下改一次；不当作说好的',
      '总裁信箱：中间没有人 › 记下谈过了没有人回话：两个扫描同时来，也只办完一次；之后没有可看的',
      '总裁信箱：中间没有人 › 过了最后一天才说没有谈过，扫描还没来也不算：和扫描同时来，办完一次',
      '总裁信箱 · 员工需求普查登记表 › 总经理导得出：署名的有名字，不署名的没有；怎么答的、普查里每一样得到什么，都在',
      '总裁信箱 · 员工需求普查登记表 › 别人导不出，也不知道有几封：品质管理部、公司领导、人事、写的人、主任',
      '总裁信箱 · 员工需求普查登记表 › 换了总经理，原来的导出过的也打不开',
      '每年一次员工需求普查，普遍的需求用公司文件答复 › 每年九月，时钟开一次，人事行政部三天内发给全公司每一位同事；八月没有',
      '每年一次员工需求普查，普遍的需求用公司文件答复 › 一人答一份，答第二次不算；住户答不了，截止以后谁也答不了',
      '每年一次员工需求普查，普遍的需求用公司文件答复 › 快截止了，只提醒还没答的，一次',
      '每年一次员工需求普查，普遍的需求用公司文件答复 › 五个人说到同一样，公布以后三十天内用公司文件答复，每一样都要有；全体同事看得到',
      '每年一次员工需求普查，普遍的需求用公司文件答复 › 只有四个人说到，写了分析就办完，不欠文件',
      '每年一次员工需求普查，普遍的需求用公司文件答复 › 收着的时候谁也看不到普遍的需求；小区主任不碰，品质管理部不代办',
      '总裁信箱：写给总经理，中间没有人；尖锐的当面谈 › 署名写的，只有总经理和写的人看得到，七天内答复',
      '总裁信箱：写给总经理，中间没有人；尖锐的当面谈 › 约一天当面谈，谈过记下说好的，写的人说是，才算办完',
      '总裁信箱：写给总经理，中间没有人；尖锐的当面谈 › 写的人说没有谈过，从那天起又欠七天',
      '总裁信箱：写给总经理，中间没有人；尖锐的当面谈 › 记下谈过了，写的人七天没有回话，当作谈过了，告诉写的人；第七天夜里还说得，过了说不得',
      '总裁信箱：写给总经理，中间没有人；尖锐的当面谈 › 第七天夜里说没有谈过，又欠着；再记下谈过了，从那天重新等',
      '总裁信箱：写给总经理，中间没有人；尖锐的当面谈 › 约好的日子，总经理写明为什么可以改，写的人看得到，按新的日子又欠着；过了的那一天还是没做到',
      '总裁信箱：写给总经理，中间没有人；尖锐的当面谈 › 不署名的，谁写的哪里也没有；只能用公司文件答复，全体同事看得到',
      '总裁信箱：写给总经理，中间没有人；尖锐的当面谈 › 迟了，只有总经理和署名的人知道；署名的没答复以前可以撤回',
    ],
    S12: [
      '品质管理部打电话问 › 电话里填的和住户自己填的一样，只写两行，不写谁填的；没接的另记一行',
      '品质管理部打电话问 › 没发、别的小区的、旧的问题、选不到的、小区的人、截止以后，都说得清楚，什么也不记',
      '品质管理部打电话问 › 小区的人碰不到公司的纸表：看不到问了哪几户，不勾、不取消、不录入、不换户；品质管理部也只打电话',
      '品质管理部打电话问 › 打电话以前看号码：只给打电话的人，一次一位，先记后看；住户看得到谁看过，小区主任看得到有人看过、看不到是谁家（A1）',
      '品质管理部打电话问 › 答过的、联系不上的、截止的、没发的，没登记号码的，都不给看，也不记',
      '品质管理部打电话问 › 四户答的，写的话一句也不给看，说得出为什么（Z4）',
      '品质管理部每月抽几户，问日常管理满意不满意 › 每月一号，一个小区一份；五月里才开始的，从六月起；过了月就算了（Z8、Z17）',
      '品质管理部每月抽几户，问日常管理满意不满意 › 品质管理部抽，小区的人抽不了；小区不到那么多户，就每一户都抽到',
      '品质管理部每月抽几户，问日常管理满意不满意 › 公司定抽五户，就是五户',
      '品质管理部每月抽几户，问日常管理满意不满意 › 品质管理部打电话填，一户一份，住户自己也能答；小区的人看不到名单，也不代填',
      '品质管理部每月抽几户，问日常管理满意不满意 › 打不通，两天里错开钟点打够三次，才换抽好的下一户（Z13）',
      '品质管理部每月抽几户，问日常管理满意不满意 › 写下意见办得怎么样，就办完了，不用交、不用评审；住户看得到',
    ],
    P1: [
      '价目表公开，改价从某一天起，以前的都留着 › 住户、师傅、总部都看得到；只有工程主管和主任能改，别的小区的看不到',
      '价目表公开，改价从某一天起，以前的都留着 › 明天起的价格今天还不算，明天算；不能改过去的，不能是负的、离谱的',
      '价目表公开，改价从某一天起，以前的都留着 › 报价用当天的价格，以后改价不动它；取消了的项目报不了',
    ],
    P2: [
      '工程通知：一个人写，另一个人批，才到住户手里 › 主管写，先数清发给几户；主任批准以前谁也看不到，批准以后那一单元的人收到',
      '工程通知：一个人写，另一个人批，才到住户手里 › 更正和撤回也要批准；批准以前原来的作数，以前的都留着；收过的都再收到',
      '工程通知：一个人写，另一个人批，才到住户手里 › 退回的写明原因，改了再送；主任没批的超过两天算迟',
      '工程通知：一个人写，另一个人批，才到住户手里 › 只有工程主管写；日子不对、家里的事、别的小区写不了；两个人同时批只发一次',
    ],
    P3: [
      '消息模板主任审一次 › 客服送审，主任在消息里看到，批准；别的小区、同一个人、第二次都不行',
      '消息模板主任审一次 › 两天内要审：3 月 4 日 24:00 前都不算迟，过了就记超时，送审的人和品质管理部知道',
      '消息模板主任审一次 › 两个人同时送审、同时批准，各只算一次',
      '微信消息：模板主任审过才发，一次同意一条 › 有同意、审过、没看过：告诉一次，只有编号、固定的词和时间',
      '微信消息：模板主任审过才发，一次同意一条 › 没审过、退回的、模板编号没填的，都不发；消息里照样有',
      '微信消息：模板主任审过才发，一次同意一条 › 看过了就不再发；同一件事几条没看的，只告诉最新的一条',
      '微信消息：模板主任审过才发，一次同意一条 › 晚上九点到早上八点不急的等到早上，那时看过了就不发；急修马上发',
      '微信消息：模板主任审过才发，一次同意一条 › 每个数字改一，结果就变：几点起、几点止、一天几条、多久没看到',
      '微信消息：模板主任审过才发，一次同意一条 › 同事收到的是自己的事，不分什么事都一个样',
      '同事之间的单子也到微信 › 紧急的夜里也告诉部门负责人，只有数字、固定的词和时间，点开就是那张单；看过的、别的事照旧等早上',
    ],
    P5: [
      '换过的号码 › 要打的都是新的，到那天以前是旧的；有危险打值班电话，没有另外的就打服务电话',
      '换过的号码 › 住户看得到自己小区的和公司的，看不到别的小区的、谁提过什么',
      '换过的号码 › 点两下只有一份；两次同时批，只换一次；公司的也一样',
      '换过的号码 › 不归他的、拨不了的，说清楚是哪一栏；谁也改不了以前的',
      '电话谁都看得到，换号码公司批准 › 小区的主任提，管理者代表批准了才换，从定的那天 0:00 起；以前的号码还在',
      '电话谁都看得到，换号码公司批准 › 公司的由品质管理部提，管理者代表批准；三种电话各是各的',
      '电话谁都看得到，换号码公司批准 › 批得晚了，从批准的第二天起；退回要写原因，改了再提',
      '电话谁都看得到，换号码公司批准 › 拨不了的、一样的、往回改的不收；服务电话不能没有，别的可以不再用',
    ],
    A1: [
      '自己填的号码由服务中心核对 › 填了不会自己绑上：等着，同意了才登录；同一张表再交一次还是那一条，改了以新的为准',
      '自己填的号码由服务中心核对 › 找住户：姓名、房号几种写法、后四位；找不到别的小区的人、同事、自己家的人',
      '自己填的号码由服务中心核对 › 号码和登记的不一样：不写怎么核对的就不行；写了，记下谁核对的、怎么核对的',
      '自己填的号码由服务中心核对 › 不同意要写原因，对方下次登录看得到，可以再填',
      '自己填的号码由服务中心核对 › 自己的、家里人的不能自己办；同事不能从这里绑；别的小区看不到，主任只看，住户和师傅不归他们办',
      '自己填的号码由服务中心核对 › 家里人也算：同住的客服不能办同住人的',
      '自己填的号码由服务中心核对 › 两位客服同时办：一个成，另一个知道已经办了；办的时候对方用手机号绑好了，也只有一个结果',
      '自己填的号码由服务中心核对 › many forms at once from one WeChat leave one open request',
      '自己填的号码由服务中心核对 › an estate that is none, the head office, a number that is none: the field is named',
      '自己填的号码由服务中心核对 › what was asked cannot be rewritten, and the typed number stands nowhere in clear',
      '请家人进来：一个号码一张码，用一次 › 业主发码，家人用那个号码进来，看得到以后这一户的事；转发给别的号码打不开，也看不到什么',
      '请家人进来：一个号码一张码，用一次 › 码的期限到点就不能用；再发一张，前一张作废；收回的不能用；发的人搬走了也不能用',
      '请家人进来：一个号码一张码，用一次 › 登录了的人（别处的住户）凭码进家：号码要是发给的那个；两户都在名下',
      '请家人进来：一个号码一张码，用一次 › 发给的号码登记过：姓名对不上，或者绑过别的微信的，交服务中心核对，不会打开别人的家',
      '请家人进来：一个号码一张码，用一次 › 谁能请：业主；业主绑了微信，住户就不能请；请进来的能请出去，业主也能，自己也能走，别人不能',
      '请家人进来：一个号码一张码，用一次 › 租客搬走，他请进来的家人一起搬走，没用的码作废',
      '请家人进来：一个号码一张码，用一次 › 一户最多请 位，没用的码也算；同一个号码再发不算，收回就空出来',
      '请家人进来：一个号码一张码，用一次 › 同时来：一张码只进来一个人一次；两张码抢最后一个名额，只发出一张',
      '住户登记：谁住在哪里，从哪天到哪天 › 按房号、姓名、后四位找；号码打码，绑没绑看得到；别的小区的找不到，主任只看，住户和师傅不归他们',
      '住户登记：谁住在哪里，从哪天到哪天 › 租客住进来：用登记的号码自己绑上，看得到以后的，看不到以前的；搬走当时就看不到新的，自己住着时的还在',
      '住户登记：谁住在哪里，从哪天到哪天 › 还没办完的事：搬走的人自己报的一直看得到，登记搬走前客服看得到还有几件；新来的看不到',
      '住户登记：谁住在哪里，从哪天到哪天 › 往前登记：住进来不早于上一位搬走，看不到上一位报的；搬走不能早于住进来；还没到的日子不收',
      '住户登记：谁住在哪里，从哪天到哪天 › 号码登记给了别人：号码和姓名要对得上；同一位再登记一户是同一个人，已经住着的不再登记',
      '住户登记：谁住在哪里，从哪天到哪天 › 两位客服同时登记：搬走只有一次，同一个号码只有一个人、一次住进来',
      '住户登记：谁住在哪里，从哪天到哪天 › 更正号码：写怎么核对的；原来的微信解绑、退出，新号码才绑得上；同事的、别人的号码改不了',
      '住户登记：谁住在哪里，从哪天到哪天 › 重要客户由主任定，改过的都留着；所属单位、联系人登记上，一户还是一户',
      '住户登记：谁住在哪里，从哪天到哪天 › 看住户的号码要写原因；住户自己、主任都看得到谁看过',
      '住户登记：谁住在哪里，从哪天到哪天 › who lived where is never edited, and neither is what changed',
      '住在两个小区：每一户带着自己小区的服务中心，事情各归各的小区',
      '记一件时找房屋 › 客服按房号、姓名、后四位都找得到，号码打码；师傅只按房号找，看不到住的是谁',
      '记一件时找房屋 › 别的小区的找不到；品质管理部、客诉专员哪个小区的都找得到，住的是谁看不到；人事找不到；住户不能找',
      '同事凭邀请码登录 › 主任发，本人的号码才能用，只能用一次；只存了摘要',
      '同事凭邀请码登录 › 七天：第七天 09:00 整作废；再发一个，前一个作废；抄错的不行',
      '同事凭邀请码登录 › 两个人同时用一个码：一个成',
      '同事凭邀请码登录 › 谁可以邀请谁：主任管本小区，总部的同事和主任由品质管理部、人事行政部或公司领导，不高过自己；不能邀请自己；住户不用邀请',
      '同事凭邀请码登录 › 离职以后邀请码就没用了',
      '我的资料：看得到、拿得走、清得掉 › 看得到这里知道我什么，别人的一件也没有',
      '我的资料：看得到、拿得走、清得掉 › 导出的文件人看得懂：自己报的、自己写的、谁看过号码；别人的拿不走，一小时几次',
      '我的资料：看得到、拿得走、清得掉 › 还有没办完的，说是哪几件，不清；办完了才清',
      '我的资料：看得到、拿得走、清得掉 › 清除：姓名、号码没了，微信解绑，所有手机都退出，不再住在这里；发生过的事还在；清除本身有记录',
      '我的资料：看得到、拿得走、清得掉 › 在这里上班的，不能自己清；连点两下，只清一次',
      '号码会换人：微信担保的号码，不一定还是登记的那个人 › 同一户已经有人绑了，后来的号码不会自己绑上，什么也不告诉，交服务中心核对；写明怎么核对的才同意',
      '号码会换人：微信担保的号码，不一定还是登记的那个人 › 以前绑过别的微信，解绑了也算；同一个微信回来，不用再核对',
      '号码会换人：微信担保的号码，不一定还是登记的那个人 › 搬走了的人的号码，不会自己绑上',
      '号码会换人：微信担保的号码，不一定还是登记的那个人 › 第一个绑的、别的户绑了、这一户的人都解绑了换回来：照样直接绑上',
      '号码会换人：微信担保的号码，不一定还是登记的那个人 › 填了另一个号码，就不是微信担保的',
      '号码会换人：微信担保的号码，不一定还是登记的那个人 › 同一户两个号码同时来：只有一个自己绑上',
      '导出过的都记下来 › 客服、主管、主任、品质导得出本小区的；师傅、住户、别的小区的不行',
      '导出过的都记下来 › 文件只给导出的人，几分钟内；过后、换了人、不再在这里工作都打不开',
      '导出过的都记下来 › 一次最多几行由设置定，多了就说明没有全',
      '号码平时打码，看要写原因，看过都记下来 › 客服和主管办这一件时看得到；主任、品质、领导、别的小区、没关系的人看不到，也没有记录',
      '号码平时打码，看要写原因，看过都记下来 › 师傅手里有这一件时看得到，修好了、改派了就看不到',
      '号码平时打码，看要写原因，看过都记下来 › 自己报的，当客服也不在这里看；没选原因、选了“其他”没写话，不给看',
      '号码平时打码，看要写原因，看过都记下来 › 没登记号码的，说清楚怎么办，不记',
      '号码平时打码，看要写原因，看过都记下来 › 同一个人同一件同一个原因，十分钟里再看不另记，同时点也只记一次；第十分钟起另记；换个原因、换人、换一件另记',
      '号码平时打码，看要写原因，看过都记下来 › 主任看本小区的，品质和领导看全部，别人看不到；新的在前，一页二十条',
      '号码平时打码，看要写原因，看过都记下来 › 住户自己看得到：谁、什么岗位、什么时候、为什么；别人的看不到',
      '号码平时打码，看要写原因，看过都记下来 › 号码只在那一次回答里，不进缓存；不在日志里，不在事件、往来和消息里',
      '一张单子说得出是哪一件、在哪里，轮到谁 › 投诉是谁家的，接单的部门不知道；打得开的才知道',
      '用微信登录 › 认识的微信直接登录；不认识的先绑定：微信担保的号码登记过，就绑上',
      '用微信登录 › 没有登记的号码：说清楚要服务中心登记，什么也不绑',
      '用微信登录 › 国外的号码请改填；同一个号码码只能用一次',
      '用微信登录 › 条子十分钟：09:10 整过期',
      '用微信登录 › 同事的号码不能一键绑定，要邀请码；又住这里又在这里上班的也一样',
      '任命：谁能任命谁，邀请码只给填的那个号码 › 主任任命一位师傅，号码对上才进得来，进来就在派单的人里；号码不留明文',
      '任命：谁能任命谁，邀请码只给填的那个号码 › 不高过自己：主任任命本小区主任以下，公司任命总部和主任，领导由总经理；自己的不行',
      '任命：谁能任命谁，邀请码只给填的那个号码 › 总经理交给下一位：自己的到此为止',
      '任命：谁能任命谁，邀请码只给填的那个号码 › 号码已经登记：姓名对不上就不办，也不说是谁；对上了就是同一个人，住户变同事',
      '任命：谁能任命谁，邀请码只给填的那个号码 › 服务中心核对绑上的住户成了同事，要凭邀请码再进一次',
      '任命：谁能任命谁，邀请码只给填的那个号码 › 要填的没填、日子不对，说是哪一项；同时任命两次只成一次',
      '任命：谁能任命谁，邀请码只给填的那个号码 › 名册只给定岗的人看：主任看本小区，人事看总部和各主任',
      '指南里的电话是公共的，个人的手机号不登 › 写手机号的不收，写在字里也不收；公共的电话收下',
    ],
    A2: [
      '导入住户名单 › 先看再写；住户的号码点一下就绑上；同一份再导一次什么也不变；两个人同时导只算一次',
      '导入住户名单 › 有一行不对，就一行都不写：哪一行、哪一列、为什么',
      '导入住户名单 › 不是表格、空的、少一列、太多行、炸弹：说清楚，什么也不写',
      '导入住户名单 › 五千行一次写完，再导一次不变',
      '只来过电话的人 › 够了年限，称呼也清掉；没够就留着',
      '够了年限，报价里写的项目清掉，价钱和数量留着',
      '我的资料：看得到、拿得走、清得掉 › 看得到这里知道我什么，别人的一件也没有',
      '我的资料：看得到、拿得走、清得掉 › 导出的文件人看得懂：自己报的、自己写的、谁看过号码；别人的拿不走，一小时几次',
      '我的资料：看得到、拿得走、清得掉 › 还有没办完的，说是哪几件，不清；办完了才清',
      '我的资料：看得到、拿得走、清得掉 › 清除：姓名、号码没了，微信解绑，所有手机都退出，不再住在这里；发生过的事还在；清除本身有记录',
      '我的资料：看得到、拿得走、清得掉 › 在这里上班的，不能自己清；连点两下，只清一次',
      'pictures of a  › 没传完的八天后连文件一起清掉',
      '来信和信息交流的照片 › 办完三年以后清掉；没办完的、后来又有事的留着；法规留着',
      'photos of a ticket › 没传完的过一天连文件一起清掉；之后用同一个编号还能再传',
      '够了年限按规矩清掉 › 三年整还在，过了三年才清：原话、照片、看号码的记录；事情、时间和承诺都留着',
      '够了年限按规矩清掉 › 清除本身有记录，只有数目和编号，没有姓名和原话；再跑一遍没有可清的',
      '够了年限按规矩清掉 › 没办完的、还有人在说的，多久都不清',
      '够了年限按规矩清掉 › 小区定了四年就是四年：年限差一年，清和不清就不一样',
      '够了年限按规矩清掉 › 搬走三年的人，姓名和号码清掉；还住着的、还在这里工作的、还有事没办完的，留着',
      '够了年限按规矩清掉 › 没传完的照片一天后清，传完的不动；旧的编号、任务和消息也清',
      '够了年限按规矩清掉 › 打的分、核对的记录，跟那件事的原话一起清；没办完的都留着',
      '够了年限按规矩清掉 › 谁正在看，过两天清；改过、撤下的常用回复够年限清旧的那一句，还在用的那一句留着',
      '够了年限按规矩清掉 › 改过、撤下的办事指南够年限清旧的那一版；还在用的那一版留着，撤下的最后才清',
      '够了年限按规矩清掉 › 登记的信息最后一次补记以后够了年限，写的字清掉，哪一天登记的留着；法规、标准不清',
      '够了年限按规矩清掉 › 满意率调查里写的话，截止以后够了年限清掉；打的分留着，统计还算得出来',
      '够了年限按规矩清掉 › 写给总经理的信、谈了什么，办完以后够了年限清掉；没办完的留着，公司文件留着',
      '够了年限按规矩清掉 › 工程通知完工以后够了年限，写的字、送审的稿和退回的话都清掉，谁批的、发给几家留着',
      '够了年限按规矩清掉 › 各扇门的角色清不了：没有这个权',
      '记录都找得到：each way of finding › by words of the resident and of colleagues, parts of words, whatever width and case; newest first',
      '记录都找得到：each way of finding › by number: whole, its tail, the day, and as far as it is typed',
      '记录都找得到：each way of finding › by home, as people write it',
      '记录都找得到：each way of finding › by the reporter’s name and the last four digits; nobody else’s, and neither is ever a term',
      '记录都找得到：each way of finding › a ticket found in several ways appears once',
      '记录都找得到：each way of finding › a hit is checked again: having the pairs is not having the words',
      '记录都找得到：each way of finding › odd queries are safe: too short is refused in plain words, five hundred characters too, pictures find nothing',
      '投诉的照片和语音，和别的一样留着，够年限一起清掉',
      'a voice note › 没发出的语音过一天清掉，发出的和来往的话一样留着，够年限再清',
    ],
    A3: [
      '谁也不改过去的记录：what is append-only stays so for the doors’ role',
      '离任、换岗：手上的都交出去 › 师傅离任：交给同事的归同事，没说的退回服务中心；离了的人什么也看不到，谁办的记着',
      '离任、换岗：手上的都交出去 › 客服离任：来信给上一级，她管的渠道给同事；客服全走了，往上走，页面说是谁',
      '离任、换岗：手上的都交出去 › 最后一位主任离任：往上走到品质管理部',
      '离任、换岗：手上的都交出去 › 做到某一天：那天 24:00 前照样干活，过了钟就交出去；钟走两遍、同时走，结果一样',
      '离任、换岗：手上的都交出去 › 升职：师傅升工程主管，手上的交出去；客服升主任由公司办；不能自己升自己',
      '离任、换岗：手上的都交出去 › 既是同事又是住户：离了任，家里的还在',
    ],
    A4: [
      '同事看得到的规矩 › 每一项都在，带着条款、单位、上下限和手册的话；住户看不到；别的小区的人看不到这个小区的，公司的看得到',
      '同事看得到的规矩 › 谁能改，页面就给谁改：领导改公司的，主任提自己小区的',
      '同事看得到的规矩 › 将来的看得到，历史里每一条都带着谁定的、为什么；谁改过的表新的在前，别的小区自己的不在里面',
      '同事看得到的规矩 › 谁改过的表一页二十条，翻得完',
      '一项只有一个结果 › 点两下只有一条；两个人同时改，后到的要看过现在的再改',
      '一项只有一个结果 › 主任点两下、两次同时提，只有一份；两个人同时记，只记一次',
      '一项只有一个结果 › 公司同时改得更严、品质管理部同时记，小区的不会比公司的松',
      '不收的 › 每一种都说是哪一栏',
      '不收的 › 定过的谁也改不了、删不掉（A3）',
      '不收的 › 主任收到记没记的消息，点开是规矩；品质管理部收到有一份等着',
      '公司的规矩由领导定，从明天或以后起 › 公司领导、管理者代表、总经理能定；品质管理部、主任、住户定不了',
      '公司的规矩由领导定，从明天或以后起 › 不能往回改：今天不行，最早明天 0:00；到那一刻以前还是原来的',
      '公司的规矩由领导定，从明天或以后起 › 已经开始算的不变，从那天起新报的才按新的',
      '公司的规矩由领导定，从明天或以后起 › 出了上下限、种类不对的不收；两样碰在一起的不收',
      '公司的规矩由领导定，从明天或以后起 › 收回也是新的一条：照手册；以前定的都在',
      '小区自己的规矩，品质管理部记下才算 › 主任提，品质管理部写上怎么看的，从定的那天起；没有记下的不算',
      '小区自己的规矩，品质管理部记下才算 › 记得晚了，从记下的第二天起，不往回算；退回的不算，改了再提',
      '小区自己的规矩，品质管理部记下才算 › 几家住户的小区只能比公司更严；一家客户的小区在上下限里都行',
      '小区自己的规矩，品质管理部记下才算 › 办事的方式没有更严更松，哪个小区都能提；全公司一个样的不能提',
      '小区自己的规矩，品质管理部记下才算 › 公司后来更严了，小区跟着公司；一家客户的小区不变',
      '小区自己的规矩，品质管理部记下才算 › 提的时候比公司严，记的时候不严了，记不成',
      '小区自己的规矩，品质管理部记下才算 › 不要自己的了，也要提、也要记：照公司的',
    ],
    Z1: [
      '修好后 7 天内，确认过也可以说没修好 › 第 7 天 24 点整还可以，过一分钟就不可以；接着办的是同一件，下一轮',
      '修好后 7 天内，确认过也可以说没修好 › 上一轮打的分留着；新的一轮修好了再打一次分',
      '七天没有回话，视为修好，不打分 › 第 7 天 24 点整还等着，过了才办完，只办一次；住户和客服知道',
      '七天没有回话，视为修好，不打分 › 没人去看也一样：过了时间，确认不了，留一句话之前先算修好',
      '七天没有回话，视为修好，不打分 › 欠着的回访电话照样要打',
      '七天没有回话，视为修好，不打分 › 说过没修好的，从这一轮修好算起',
    ],
    Z2: [
      '三个数分开 › 按最初的、按约好的、超时的各数各的；和账本说的一样；每个数打开都是那几件',
      '特约服务和报修分开看 › 守诺情况：选哪一种，数字和后面的每一件都只是那一种；两种加起来就是全部',
      '特约服务和报修分开看 › 班组：选哪一种，没派人的、手上的、迟的都只是那一种',
      '特约服务和报修分开看 › 没有这一种：说清楚，不出数字',
    ],
    Z3: [
      '并在一起的几户 › 回访了其中一户，别家看不到说了什么；同事看得到',
      '并在一起的几户 › 同事先替人记下，自己后报的又并了进来：是自己的事，不是同事的事',
      '并在一起的几户 › 并进来的一户打了低分：要打的电话上写的是这一户、它的话，修没修好看那一件；电话里说了什么，只有这一户看得到',
      '并在一起的几户 › 并进来的一户说过上门的时间：先报的一户看到的是约定的时间，不是“您说的”；拆开就看不到了',
      '并在一起的几户 › 和先报的一户另约了时间：并进来的一户听得到，自己那一件上写着答应它的照样算',
      '并在一起的几户 › 师傅自己报的并了进来，不派他自己；搬走的人不再替以前的家说没修好',
      '住户要知道、又通知不到的，打电话 › 并在一起的几户，谁没看到打给谁：一户看到了不算别家看到，一户确认了也不算',
      '住户要知道、又通知不到的，打电话 › 报修的人没看到、并进来的看到了：打给报修的人；并进来的后来看到了，就不用打',
      '单独答应过一户的，不并到别人那里去 › R11 说没修好再办的，不并：24 小时内的特殊回访还在',
      '单独答应过一户的，不并到别人那里去 › I4 重要客户的，不并到别人那里：主任的联系还在；别人的可以并到重要客户那里',
      '单独答应过一户的，不并到别人那里去 › R10 大缺陷要检查的，不并到不检查的那里；主管先标了大缺陷就可以',
      '单独答应过一户的，不并到别人那里去 › R3 师傅已经到了后报的那一件，就在那一件上修好',
      '单独答应过一户的，不并到别人那里去 › R7 公共地方的，不并到家里的那一件',
      '并在一起以后 › S9 两户都打了低分：各打各的电话，一通电话只算打给了那一户',
      '并在一起以后 › S9 已经回访过，后报的人打了低分：照样有人打电话；说不满意，那一件重新办，低分的电话到时间没打就是超时',
      '并在一起以后 › Z3 那一件修好了，住户说并错了：拆开，自己的接着办',
      '并在一起以后 › R1 并过来以后又说有危险的，拆开了还是急修',
      '并在一起，各家答应过的各算各的 › R8 并进来的那一户通知不到，也要打电话：打给谁算谁的',
      '并在一起，各家答应过的各算各的 › I9 别家说的上门时间：并过来的一户不算是它说的，拆开就回到自己那一件',
      '并在一起，各家答应过的各算各的 › I9 先报的那一户自己也说过时间：各是各的，谁的也不改成别家的；师傅到了，两户的都算做到',
      '并在一起，各家答应过的各算各的 › R3 并进已经超时的那一件：后报的那一户还是按自己的 72 小时，按时修好算做到，过了算超时',
      '并在一起，各家答应过的各算各的 › R3 师傅没信号时先做、后登记：主管确认的时间，并进来的一户也照样算',
      '并在一起，各家答应过的各算各的 › R3 并进已经超时的，又一起并进更早的：自己的时间跟着走，在那里修好才算做到；拆回来、再拆出来都还在',
      '并在一起，各家答应过的各算各的 › R3 那一件修好了，并进来的一户说不是同一件：自己的没修，不算做到，剩多少时间还有多少',
      '并在一起，各家答应过的各算各的 › R3 急修并错了，修好以后才拆开：因为它才有的超时也不算留下的那一件的',
      '并在一起，各家答应过的各算各的 › I7 和一户约了晚一点：只动那一户的；别家答应过的照旧，别家听得到新的时间，也可以再和它约',
      '并在一起，各家答应过的各算各的 › R3 急修并错了再拆开：因为它才有的超时不算留下的那一件的，原来答应的接着算',
      '几户报的是同一件：并在一起办 › 先报的那一件留下，从哪一件并都一样；并进去的不再另算，两边的人都听得到',
      '几户报的是同一件：并在一起办 › 没有人回话、视为修好，并进来的人也听得到；两件都是一个人报的，只听一遍',
      '几户报的是同一件：并在一起办 › 并在一起的，回访问的是其中一户：说了什么不告诉别家',
      '几户报的是同一件：并在一起办 › 公共地方的：主管到现场看过就算修好，哪一家都还能说没修好；别的主管、客服、干活的师傅不行，自己家里的不行',
      '几户报的是同一件：并在一起办 › 拆开以后又自己跟着那一件：和别人一样听得到，不再算并进去的',
      '几户报的是同一件：并在一起办 › 修过一次、收费的还没结算：不能并进别的一件，那笔钱要有地方结',
      '几户报的是同一件：并在一起办 › 更早的时间算数：先报的约晚了，后报的没有同意，按后报的时间',
      '几户报的是同一件：并在一起办 › 拆掉一件，另一件更早的时间照样算；并进来以后再约的时间，拆开也不动',
      '几户报的是同一件：并在一起办 › 急修并进一般维修：留下的改成急修，从它收到时算起；拆开就改回来',
      '几户报的是同一件：并在一起办 › 两件急修都并进来，拆开一件，还有一件急的：还是急修；都拆开了才改回来',
      '几户报的是同一件：并在一起办 › 住户说的上门时间，并过去照样算一条',
      '并进来的人：说没修好、打分，都算自己的 › 哪一户都可以说没修好，那一件重新办；各打各的分，一轮一次；低分有人联系',
      '并进来的人：说没修好、打分，都算自己的 › 过了那几天，就不能再说没修好，也不能打分',
      '并进来的人：说没修好、打分，都算自己的 › 自己的留言照样有人回；留下的那一件，先报的人不能替大家撤回',
      '并错了，拆开：答应过的接着算 › 以后才到期的还是原来的时间；并着的时候到期的，剩多少还给多少；并以前迟了的照样是迟了',
      '并错了，拆开：答应过的接着算 › 拆开以后各听各的；那一件修好了就不能再拆',
      '住户说“这不是同一件” › 不会自己拆开：记下一条答应过的时间，客服和主管都听到；拆开就算做到，住户听得到',
      '住户说“这不是同一件” › 是同一件的，写明为什么：住户听得到，别家听不到，还是一起办；还不同意可以再说一次',
      '住户说“这不是同一件” › 没有人回话，到时间就是超时：服务中心负责人和住户都听到；本小区可以定多久',
      '里面并了别的，还可以再并进更早的 › 里面的跟着过去，谁也不多听一遍，谁也不断了音讯；拆开就带着回来，再拆各办各的',
      '里面并了别的，还可以再并进更早的 › 跟着过去的也能单独拆出来、说没修好、说不是同一件；更早的时间照样算',
      '不能并的，说清楚 › 自己、已经并了的、办完的、别的小区的；住户和师傅不能并',
      '不能并的，说清楚 › 找同一件：同一类或同一处、前后三天里的；同一处同一类的排前面；先说清楚并了会怎样',
    ],
    Z4: ['不记名的话，一次调查登记一条 › 写好分析时登记有几户写了话，不写是谁、写了什么；没有人写就不登记'],
    Z5: [
      '抽到的户空着、搬走了，才换成下一户 › 换成同一栋次序里的下一户，再换再往下；换走的不再问，记着谁换的、为什么',
      '抽到的户空着、搬走了，才换成下一户 › 交了的不换，住户正在答的也不换；全部住户的调查没有可换的；都抽到了就没有下一户',
      '抽到的户空着、搬走了，才换成下一户 › 换上来的那一户，和当初发到的一样收到一次消息；再跑一遍、同一天再换别家都不重复，换走的不再收到',
      '抽到的户空着、搬走了，才换成下一户 › 截止以后不换',
      '在任意两句之间断掉 › 勾、录入、取消：要么整个记下，要么没有；再点一次还是一份',
      '在任意两句之间断掉 › 换一户：问的户数一直不变',
      '抽到的户，空着、搬走了才换 › 换成次序里的下一户：问的还是那么多户，换走的不再问，也不换回来',
      '抽到的户，空着、搬走了才换 › 交了的不换；全部住户都问的没有换；截止了不换',
      '抽到的户，空着、搬走了才换 › 全部住户都问的，没有可换的',
    ],
    Z6: [
      '一周只抽一次 › twice at once: one draw of each period, and nobody owes two calls',
      '一周只抽一次 › killed between any two statements: drawn whole or not at all, and the next time once',
      '谁都能再抽一遍 › the draw shows its frame, order and seed, and drawing again gives the same; no resident may look',
      '谁都能再抽一遍 › what was said on Sunday and put on record on Monday belongs to the week it was put on record in',
      '每周从修好的里面抽 20%，公司的人打电话 › 六件抽两件：往上取整；谁都打得通；周一抽，欠的是回访专人，两个星期内',
      '每周从修好的里面抽 20%，公司的人打电话 › 五件抽一件，二十一件抽五件：多一件、少一个百分点都不一样',
      '每周从修好的里面抽 20%，公司的人打电话 › 一件也抽一件；没有修好的，就没有可抽的',
      '每周从修好的里面抽 20%，公司的人打电话 › 没有电话可打的不抽，记着几件；20% 照全部算',
      '每周从修好的里面抽 20%，公司的人打电话 › 并到一起的只算一件；修好两次的也只算一件',
      '每周从修好的里面抽 20%，公司的人打电话 › 抽过的不再抽：再看几次还是那几件，次序也不变',
      '每周从修好的里面抽 20%，公司的人打电话 › 本小区的客服打不了，也替不了；动手修的人不行；品质管理部可以',
      '每周从修好的里面抽 20%，公司的人打电话 › 没抽到的，回访专人看不到；问完的也看不到了',
    ],
    Z7: [
      '写的人不能自己审，退回重新审 › 一步一步审：主任同意了还要公司领导同意，每一步两天，从轮到他那天算',
      '写的人不能自己审，退回重新审 › 主任自己写的，管理者代表审；退回要写原因；审过的不用再送，文字换了要重新送',
    ],
    Z8: [
      '迟了补抽，头一回从下一个整周起 › 钟停了两个星期：两周各补抽一次，一次都不少',
      '迟了补抽，头一回从下一个整周起 › 星期三才有第一件的小区，那一周不抽，下一周抽',
      '没做的一轮就是没做，一级只说一次 › 过了那一周补不上；连着第 1 次报服务中心负责人，第 2 次报主任，第 3 次报品质管理部，以后不再一轮一轮地喊',
      '没做的一轮就是没做，一级只说一次 › 停了几个月再开，从最后一轮往后都补记；每一级还是只听到一次',
    ],
    Z9: [
      '投诉公司领导：由另一位领导处理，没有别的领导就到品质管理部 › 写明是哪一位，另一位处理，他自己看不到；说不清是谁的先到品质管理部',
      '投诉公司领导：由另一位领导处理，没有别的领导就到品质管理部 › 三天内告诉业委会有这件投诉：只记什么时候、怎么、告诉了谁的职务；换人处理就由接手的人欠着，记过就不再欠',
      '投诉公司领导：由另一位领导处理，没有别的领导就到品质管理部 › 没告诉：过一分钟算超时，被投诉的那位不知道；不是投诉公司领导的，不用告诉业委会',
    ],
    Z12: [
      '同一户七天内不打两次 › 这户在另一件里刚打过电话：这一件的回访电话不打了，记下来',
      '同一户七天内不打两次 › 先打过电话、后修好的：七天以内到期的不打，七天以后到期的照样打',
      '同一户七天内不打两次 › 没修好的特殊回访、低分后的联系不在此列，照样要做',
      '一周内不打两次 › 抽到的，服务中心原来要打的电话不用打了，写在经过里',
      '一周内不打两次 › 三天前打过电话的那户，抽到了也要等满七天；到了那一分钟就能打',
    ],
    Z13: [
      '没打通的几次、还差什么，看得到；每个人打了几次，负责人看全部，客服看自己',
      '抽到的联系不上，按次序换下一户 › 三次、两天、错开钟点才换；换的是次序里的下一件，联系不上的还在数里',
      '打不通：三次，分两天，错开钟点，才算联系不上 › 第一天打两次，第二天换个钟点再打一次，才能记联系不上；不算做到',
      '打不通：三次，分两天，错开钟点，才算联系不上 › 三次、两天就够；少一次不行',
      '打不通：三次，分两天，错开钟点，才算联系不上 › 连着按三下只算一次；隔满两小时才算另一次',
      '打不通：三次，分两天，错开钟点，才算联系不上 › 三天都在同一个钟点打，不算；错开一小时也不算，错开两小时才算',
      '打不通：三次，分两天，错开钟点，才算联系不上 › 只结束这一次：另一轮的特殊回访照样欠着；打不通不算打过电话',
    ],
    Z14: [
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 留了卡片：住户马上知道，时间照样走，师傅可以再来',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 新的时间在 72 小时内，住户接受才算约好；比答应的晚，两个时间都留着',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 没留卡片的，试过三次才能定；定过以后再没人，又要重新数',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 住户要另约：第一个时间不变，写的话 15 分钟内回',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 接受以后师傅没来：另约的上门也记超时',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 新的时间过了住户没回话：不再等住户，两小时内客服另定一个，迟了有人过问',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 新的时间没到以前师傅又试过一次：过了没回话，照样马上能另定',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 师傅退回以后，定过的时间照样等住户回话：接受了就算约好，换了人也作数',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 师傅退回以后，住户要另约的照样听得到；时间过了没人回话，照样两小时内另定一个',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 住户在电话里说可以：客服记下来就算约好，写明是电话里说的、谁记的；住户和师傅都知道，只告诉一次',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 住户在电话里说不行：客服记下来，第一个时间不变，住户知道记了什么；说过话了不用再回留言，可以另定',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 新的时间过了，就没有可记的答复了',
      '家里没人：留卡片或试过三次，定一个 72 小时内的新时间 › 没回话以后电话里约好了修好的时间，就不用再另定',
      '特约服务上门没人：和报修一样 › 本小区师傅：留了卡片，住户马上知道；新的时间住户接受才算，做完的时间跟着往后',
      '特约服务上门没人：和报修一样 › 新的时间过了没回话，两小时内客服另定；打电话说好了哪天做完，也算',
      '特约服务上门没人：和报修一样 › 外面来做的：服务中心替他登记；到了时间没来，记超时',
      '特约服务上门没人：和报修一样 › 特约服务的新时间，住户也能在电话里答复，客服记下来',
      '特约服务上门没人：和报修一样 › 没留卡片的，试过三次才能定；住户要另约，原来的时间照样走',
    ],
    Z15: [
      '请假：谁代，没有人代的往上一级 › 主任请假，周敏代：审核归周敏，标着代郑涛；请假结束那天 24:00 还给郑涛',
      '请假：谁代，没有人代的往上一级 › 没有人代：主任的审核归上一级，品质管理部',
      '请假：谁代，没有人代的往上一级 › 写的人请了假，代他的人不能审他写的；代主任的人写的，也不是自己审',
      '请假：谁代，没有人代的往上一级 › 师傅请假：名字不在派单的人里，代的人在；手上的照选的交出去或者留着',
      '请假：谁代，没有人代的往上一级 › 代的人手上的活，请假完了还给本人；提前销假当场还',
      '请假：谁代，没有人代的往上一级 › 下周的假：到那天才算，要交的到那天交',
      '请假：谁代，没有人代的往上一级 › 投诉主任：代主任的人看不到，也轮不到他办',
      '请假：谁代，没有人代的往上一级 › 谁能批：主任批本小区的，公司批主任的；师傅、客服不能自己批，主任可以',
      '请假：谁代，没有人代的往上一级 › 代主任的人不任命、不叫人离任',
      '离任、换岗：手上的都交出去 › 师傅离任：交给同事的归同事，没说的退回服务中心；离了的人什么也看不到，谁办的记着',
      '离任、换岗：手上的都交出去 › 客服离任：来信给上一级，她管的渠道给同事；客服全走了，往上走，页面说是谁',
      '离任、换岗：手上的都交出去 › 最后一位主任离任：往上走到品质管理部',
      '离任、换岗：手上的都交出去 › 做到某一天：那天 24:00 前照样干活，过了钟就交出去；钟走两遍、同时走，结果一样',
      '离任、换岗：手上的都交出去 › 升职：师傅升工程主管，手上的交出去；客服升主任由公司办；不能自己升自己',
      '离任、换岗：手上的都交出去 › 既是同事又是住户：离了任，家里的还在',
    ],
    Z16: [
      '请我们联系 › 点两下、换个钥匙、家里两个人一起点：一户只有一件',
      '请我们联系 › 名单上、答过的那一页上看得到请过没有；投诉家里别人看不到',
      '请我们联系 › 在回访的名单里：客服的、主任登门的、品质管理部的，各看各的；登记里写明是问卷',
      '对不上答卷 › 答完马上请我们联系的，按写的时间、位置、编号都对不上哪一份答卷；那一件里没有答过的话',
      '请我们联系是另外一件，和答卷不连在一起 › 先答完才能请；一户一件没办完的，家里第二个人请不了；办完了可以再请',
      '请我们联系是另外一件，和答卷不连在一起 › 投诉是自己的事：家里别人不知道有，照样可以请',
      '请我们联系是另外一件，和答卷不连在一起 › 截止了就请不了，有话照平常说',
    ],
    Z17: [
      '一轮一轮地开 › 头一轮从下一个整周开始，每 7 天一轮；没有指定的归服务中心负责人；多看几遍、两边同时看，也只开一次',
      '一轮一轮地开 › 小区自己定得更勤，从下一轮起算',
      '一轮一轮地开 › 停了几个月再开：从最后一轮往后都补上，都记着没做；不一轮一轮地喊，每一级只听到一次',
      '一轮一轮地开 › 关掉的渠道不用看，正开着的一轮不算没做；再打开，从下一个整轮开始',
      '迟了补抽，头一回从下一个整周起 › 钟停了两个星期：两周各补抽一次，一次都不少',
      '迟了补抽，头一回从下一个整周起 › 星期三才有第一件的小区，那一周不抽，下一周抽',
      '不会响的渠道有人看，一轮一轮地看 › 意见箱从下一个整周起，每 7 天开一轮，到那一周最后一天 24:00；用掉四分之三的时间提醒一次',
      '不会响的渠道有人看，一轮一轮地看 › 打开、看完、写下来；里面没有也算看过；别人不能替他记',
      '不会响的渠道有人看，一轮一轮地看 › 没有指定人的，服务中心负责人看；指定别人，手上这一轮归他；说没有这个渠道，就不用看了',
    ],
    Z18: [
      '提醒停了，截止时间照常 › 停了三天：说得出停了多久，承诺照样按时间算超时；再走起来，每步一次，谁也不听两遍',
      '提醒停了，截止时间照常 › 超时记下了、消息还没发出：另说没发多久，发完归零',
      '提醒停了，截止时间照常 › 十分钟整还不算停，过了十分钟才说暂停',
      '提醒、超时、逐级上报 › 上门：10:29 不提醒，10:30 提醒师傅，11:01 报主管，11:30 报主任，13:00 报品质管理部，每步一次',
      '提醒、超时、逐级上报 › 没有派人也照样上报：算客服的',
      '提醒、超时、逐级上报 › 时钟停了三天再走：一次补齐，过了期的不再提醒，谁也不听两遍',
      '提醒、超时、逐级上报 › 派人时限：11 分 15 秒提醒客服，即 09:12 看时已提醒，09:11 还没有',
      '提醒、超时、逐级上报 › 做到以后不再提醒，也不再上报',
      '提醒、超时、逐级上报 › 72 小时的提醒在第 54 小时，主任在第 90 小时，品质管理部在第 144 小时',
    ],
  },
  screens: {
    I1: [
      {
        page: 'staff/remark/index',
        title: '记一句话',
        opens: true,
      },
      {
        page: 'staff/intake/index',
        title: '记一件',
        opens: true,
      },
      {
        page: 'staff/register/index',
        title: '沟通登记表',
        opens: true,
      },
      {
        page: 'settings/phones/index',
        title: '服务、投诉、值班电话',
        opens: true,
      },
    ],
    I2: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/intake/index',
        title: '记一件',
        opens: true,
      },
      {
        page: 'staff/register/index',
        title: '沟通登记表',
        opens: true,
      },
      {
        page: 'staff/checks/index',
        title: '待看的话',
        opens: true,
      },
      {
        page: 'staff/registers/index',
        title: '登记表导出',
        opens: true,
      },
    ],
    I3: [
      {
        page: 'tickets/speak/index',
        title: '有话想说',
        opens: false,
      },
      {
        page: 'staff/remark/index',
        title: '记一句话',
        opens: true,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
      {
        page: 'errands/write/index',
        title: '写单子',
        opens: true,
      },
    ],
    I4: [
      {
        page: 'staff/complaint/index',
        title: '记一件投诉',
        opens: true,
      },
      {
        page: 'staff/remark/index',
        title: '记一句话',
        opens: true,
      },
      {
        page: 'staff/oral/index',
        title: '口头定单',
        opens: true,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/intake/index',
        title: '记一件',
        opens: true,
      },
      {
        page: 'residents/home/index',
        title: '一户的登记',
        opens: false,
      },
    ],
    I5: [
      {
        page: 'pages/progress/index',
        title: '进度',
        opens: true,
      },
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
    ],
    I7: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/order/index',
        title: '订服务',
        opens: false,
      },
      {
        page: 'staff/arrange/index',
        title: '安排人、定时间',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/quote/index',
        title: '报价',
        opens: false,
      },
    ],
    I8: [
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
      {
        page: 'errands/write/index',
        title: '写单子',
        opens: true,
      },
    ],
    I9: [
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/order/index',
        title: '订服务',
        opens: false,
      },
      {
        page: 'staff/arrange/index',
        title: '安排人、定时间',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    I10: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/speak/index',
        title: '有话想说',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    I11: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/answer/index',
        title: '看看答复',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    I12: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/speak/index',
        title: '有话想说',
        opens: false,
      },
      {
        page: 'tickets/answer/index',
        title: '看看答复',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'publications/guide/index',
        title: '办事指南（住户看的）',
        opens: true,
      },
      {
        page: 'staff/guide/index',
        title: '办事指南',
        opens: true,
      },
    ],
    I13: [
      {
        page: 'staff/duties/index',
        title: '定期要做的事',
        opens: true,
      },
      {
        page: 'staff/round/index',
        title: '看一轮、写下来',
        opens: false,
      },
      {
        page: 'staff/keepers/index',
        title: '各渠道由谁看',
        opens: true,
      },
    ],
    I14: [
      {
        page: 'errands/letter/index',
        title: '登记来信',
        opens: true,
      },
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
    ],
    I15: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/speak/index',
        title: '有话想说',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/replies/index',
        title: '常用话',
        opens: true,
      },
    ],
    I16: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    I18: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/analysis/index',
        title: '月度分析',
        opens: true,
      },
    ],
    R1: [
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/intake/index',
        title: '记一件',
        opens: true,
      },
    ],
    R2: [
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/intake/index',
        title: '记一件',
        opens: true,
      },
    ],
    R3: [
      {
        page: 'pages/home/index',
        title: '首页',
        opens: true,
      },
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'tickets/submitted/index',
        title: '报修交上以后',
        opens: false,
      },
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/intake/index',
        title: '记一件',
        opens: true,
      },
      {
        page: 'staff/finish/index',
        title: '修好了',
        opens: false,
      },
      {
        page: 'staff/late/index',
        title: '守诺情况',
        opens: true,
      },
    ],
    R4: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    R5: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/prices/index',
        title: '价目表（住户看的）',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/quote/index',
        title: '报价',
        opens: false,
      },
      {
        page: 'staff/prices/index',
        title: '价目表',
        opens: true,
      },
    ],
    R6: [
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    R7: [
      {
        page: 'staff/registers/index',
        title: '登记表导出',
        opens: true,
      },
      {
        page: 'staff/spend/index',
        title: '用工用料',
        opens: false,
      },
      {
        page: 'staff/costs/index',
        title: '公共维修费用',
        opens: true,
      },
      {
        page: 'publications/list/index',
        title: '小区通知',
        opens: true,
      },
      {
        page: 'publications/write/index',
        title: '写工程通知',
        opens: false,
      },
    ],
    R8: [
      {
        page: 'pages/home/index',
        title: '首页',
        opens: true,
      },
      {
        page: 'pages/messages/index',
        title: '消息',
        opens: true,
      },
      {
        page: 'tickets/submitted/index',
        title: '报修交上以后',
        opens: false,
      },
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/board/index',
        title: '班组',
        opens: true,
      },
    ],
    R9: [
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
      {
        page: 'tickets/answer/index',
        title: '看看答复',
        opens: false,
      },
    ],
    R10: [
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    R11: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    R12: [
      {
        page: 'tickets/services/index',
        title: '特约服务（住户看的）',
        opens: false,
      },
      {
        page: 'tickets/order/index',
        title: '订服务',
        opens: false,
      },
      {
        page: 'staff/services/index',
        title: '特约服务',
        opens: true,
      },
      {
        page: 'staff/oral/index',
        title: '口头定单',
        opens: true,
      },
      {
        page: 'staff/arrange/index',
        title: '安排人、定时间',
        opens: false,
      },
    ],
    R13: [
      {
        page: 'tickets/accept/index',
        title: '验收',
        opens: false,
      },
      {
        page: 'staff/arrange/index',
        title: '安排人、定时间',
        opens: false,
      },
      {
        page: 'staff/complete/index',
        title: '特约服务做好了',
        opens: false,
      },
    ],
    R14: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/finish/index',
        title: '修好了',
        opens: false,
      },
      {
        page: 'staff/spend/index',
        title: '用工用料',
        opens: false,
      },
      {
        page: 'staff/costs/index',
        title: '公共维修费用',
        opens: true,
      },
    ],
    C1: [
      {
        page: 'tickets/complain/index',
        title: '投诉',
        opens: false,
      },
      {
        page: 'staff/complaint/index',
        title: '记一件投诉',
        opens: true,
      },
    ],
    C2: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/complain/index',
        title: '投诉',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    C3: [
      {
        page: 'tickets/complain/index',
        title: '投诉',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    C4: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    C5: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/complain/index',
        title: '投诉',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    C6: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    C7: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/bulletins/index',
        title: '公司通报',
        opens: true,
      },
    ],
    C8: [
      {
        page: 'tickets/accept/index',
        title: '验收',
        opens: false,
      },
      {
        page: 'tickets/answer/index',
        title: '看看答复',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    C9: [
      {
        page: 'staff/analysis/index',
        title: '月度分析',
        opens: true,
      },
      {
        page: 'staff/duties/index',
        title: '定期要做的事',
        opens: true,
      },
      {
        page: 'staff/round/index',
        title: '看一轮、写下来',
        opens: false,
      },
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
      {
        page: 'errands/action/index',
        title: '定纠正措施',
        opens: false,
      },
    ],
    C10: [
      {
        page: 'tickets/complain/index',
        title: '投诉',
        opens: false,
      },
    ],
    C11: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    D1: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'errands/list/index',
        title: '单子',
        opens: true,
      },
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
      {
        page: 'errands/write/index',
        title: '写单子',
        opens: true,
      },
    ],
    D2: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
    ],
    D3: [
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
    ],
    D4: [
      {
        page: 'errands/list/index',
        title: '单子',
        opens: true,
      },
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
    ],
    D5: [
      {
        page: 'errands/list/index',
        title: '单子',
        opens: true,
      },
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
      {
        page: 'errands/write/index',
        title: '写单子',
        opens: true,
      },
    ],
    D6: [
      {
        page: 'exchange/list/index',
        title: '信息交流',
        opens: true,
      },
      {
        page: 'exchange/one/index',
        title: '一条信息',
        opens: false,
      },
      {
        page: 'exchange/write/index',
        title: '登记信息',
        opens: true,
      },
    ],
    D7: [
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
    ],
    D8: [
      {
        page: 'errands/one/index',
        title: '一张单子',
        opens: false,
      },
      {
        page: 'exchange/list/index',
        title: '信息交流',
        opens: true,
      },
      {
        page: 'exchange/one/index',
        title: '一条信息',
        opens: false,
      },
      {
        page: 'exchange/write/index',
        title: '登记信息',
        opens: true,
      },
    ],
    D9: [
      {
        page: 'staff/duties/index',
        title: '定期要做的事',
        opens: true,
      },
      {
        page: 'staff/round/index',
        title: '看一轮、写下来',
        opens: false,
      },
    ],
    D10: [
      {
        page: 'staff/duties/index',
        title: '定期要做的事',
        opens: true,
      },
      {
        page: 'staff/round/index',
        title: '看一轮、写下来',
        opens: false,
      },
    ],
    V1: [
      {
        page: 'visits/draw/index',
        title: '一次抽样',
        opens: false,
      },
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    V2: [
      {
        page: 'visits/draw/index',
        title: '一次抽样',
        opens: false,
      },
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    V3: [
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    V4: [
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    V5: [
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    V6: [
      {
        page: 'surveys/contact/index',
        title: '答完调查，请联系我',
        opens: false,
      },
    ],
    V7: [
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    V8: [
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    S1: [
      {
        page: 'surveys/list/index',
        title: '满意率调查（住户看的）',
        opens: false,
      },
      {
        page: 'surveys/answer/index',
        title: '答满意率调查',
        opens: false,
      },
      {
        page: 'surveys/staff/index',
        title: '满意率调查（同事办的）',
        opens: false,
      },
    ],
    S2: [
      {
        page: 'surveys/print/index',
        title: '打印意见表',
        opens: false,
      },
      {
        page: 'surveys/staff/index',
        title: '满意率调查（同事办的）',
        opens: false,
      },
      {
        page: 'company/write/index',
        title: '小区登记',
        opens: false,
      },
    ],
    S3: [
      {
        page: 'surveys/results/index',
        title: '满意率调查的结果',
        opens: false,
      },
      {
        page: 'surveys/paper/index',
        title: '满意率调查的纸表和电话',
        opens: false,
      },
      {
        page: 'surveys/print/index',
        title: '打印意见表',
        opens: false,
      },
      {
        page: 'surveys/type/index',
        title: '录入一份纸表',
        opens: false,
      },
      {
        page: 'surveys/staff/index',
        title: '满意率调查（同事办的）',
        opens: false,
      },
    ],
    S4: [
      {
        page: 'surveys/results/index',
        title: '满意率调查的结果',
        opens: false,
      },
      {
        page: 'surveys/staff/index',
        title: '满意率调查（同事办的）',
        opens: false,
      },
    ],
    S5: [
      {
        page: 'surveys/letter/index',
        title: '公开信',
        opens: false,
      },
      {
        page: 'surveys/write/index',
        title: '写公开信',
        opens: false,
      },
    ],
    S6: [
      {
        page: 'surveys/staff/index',
        title: '满意率调查（同事办的）',
        opens: false,
      },
    ],
    S7: [
      {
        page: 'surveys/letter/index',
        title: '公开信',
        opens: false,
      },
    ],
    S8: [
      {
        page: 'surveys/office/index',
        title: '调查和问卷',
        opens: true,
      },
      {
        page: 'surveys/questionnaire/index',
        title: '写小区自己的问卷',
        opens: false,
      },
    ],
    S9: [
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
    ],
    S10: [
      {
        page: 'surveys/staff/index',
        title: '满意率调查（同事办的）',
        opens: false,
      },
      {
        page: 'surveys/calls/index',
        title: '打电话问调查',
        opens: false,
      },
    ],
    S11: [
      {
        page: 'surveys/results/index',
        title: '满意率调查的结果',
        opens: false,
      },
      {
        page: 'surveys/needs/index',
        title: '员工需求普查',
        opens: true,
      },
      {
        page: 'surveys/needs-answer/index',
        title: '答员工需求普查',
        opens: false,
      },
      {
        page: 'surveys/needs-work/index',
        title: '员工需求普查（人事行政部办的）',
        opens: false,
      },
      {
        page: 'mailbox/list/index',
        title: '总裁信箱',
        opens: true,
      },
      {
        page: 'mailbox/write/index',
        title: '写给总经理',
        opens: true,
      },
      {
        page: 'mailbox/one/index',
        title: '总裁信箱的一封信',
        opens: false,
      },
      {
        page: 'mailbox/documents/index',
        title: '您提了，公司这样答',
        opens: true,
      },
    ],
    S12: [
      {
        page: 'surveys/staff/index',
        title: '满意率调查（同事办的）',
        opens: false,
      },
      {
        page: 'surveys/calls/index',
        title: '打电话问调查',
        opens: false,
      },
    ],
    P1: [
      {
        page: 'tickets/prices/index',
        title: '价目表（住户看的）',
        opens: false,
      },
      {
        page: 'staff/prices/index',
        title: '价目表',
        opens: true,
      },
    ],
    P2: [
      {
        page: 'publications/list/index',
        title: '小区通知',
        opens: true,
      },
      {
        page: 'publications/notice/index',
        title: '一张工程通知',
        opens: false,
      },
      {
        page: 'publications/write/index',
        title: '写工程通知',
        opens: false,
      },
    ],
    P3: [
      {
        page: 'tickets/submitted/index',
        title: '报修交上以后',
        opens: false,
      },
      {
        page: 'staff/templates/index',
        title: '微信消息模板',
        opens: true,
      },
    ],
    P5: [
      {
        page: 'settings/phones/index',
        title: '服务、投诉、值班电话',
        opens: true,
      },
    ],
    A1: [
      {
        page: 'tickets/reveals/index',
        title: '谁看过我的号码',
        opens: true,
      },
      {
        page: 'staff/reveals/index',
        title: '看号码的记录',
        opens: true,
      },
      {
        page: 'staff/bindings/index',
        title: '绑定核对',
        opens: true,
      },
      {
        page: 'people/posts/index',
        title: '同事',
        opens: true,
      },
      {
        page: 'staff/invite/index',
        title: '邀请同事',
        opens: true,
      },
      {
        page: 'staff/registers/index',
        title: '登记表导出',
        opens: true,
      },
      {
        page: 'residents/list/index',
        title: '住户',
        opens: true,
      },
      {
        page: 'residents/home/index',
        title: '一户的登记',
        opens: false,
      },
      {
        page: 'residents/family/index',
        title: '我家的人（住户看的）',
        opens: false,
      },
      {
        page: 'residents/mine/index',
        title: '我的资料',
        opens: true,
      },
      {
        page: 'staff/guide/index',
        title: '办事指南',
        opens: true,
      },
    ],
    A2: [
      {
        page: 'staff/search/index',
        title: '找一件事',
        opens: true,
      },
      {
        page: 'staff/registers/index',
        title: '登记表导出',
        opens: true,
      },
      {
        page: 'company/roster/index',
        title: '导入住户名单',
        opens: false,
      },
      {
        page: 'residents/mine/index',
        title: '我的资料',
        opens: true,
      },
    ],
    A3: [
      {
        page: 'staff/register/index',
        title: '沟通登记表',
        opens: true,
      },
      {
        page: 'people/posts/index',
        title: '同事',
        opens: true,
      },
      {
        page: 'company/office/index',
        title: '一个小区',
        opens: false,
      },
      {
        page: 'company/write/index',
        title: '小区登记',
        opens: false,
      },
      {
        page: 'residents/home/index',
        title: '一户的登记',
        opens: false,
      },
      {
        page: 'residents/mine/index',
        title: '我的资料',
        opens: true,
      },
      {
        page: 'settings/one/index',
        title: '一项规矩',
        opens: false,
      },
      {
        page: 'staff/guide/index',
        title: '办事指南',
        opens: true,
      },
    ],
    A4: [
      {
        page: 'settings/list/index',
        title: '公司的规矩',
        opens: true,
      },
      {
        page: 'settings/one/index',
        title: '一项规矩',
        opens: false,
      },
      {
        page: 'settings/changes/index',
        title: '谁改过哪些规矩',
        opens: true,
      },
    ],
    Z1: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
      {
        page: 'tickets/answer/index',
        title: '看看答复',
        opens: false,
      },
    ],
    Z2: [
      {
        page: 'staff/late/index',
        title: '守诺情况',
        opens: true,
      },
      {
        page: 'staff/behind/index',
        title: '是哪几件',
        opens: false,
      },
      {
        page: 'staff/analysis/index',
        title: '月度分析',
        opens: true,
      },
    ],
    Z3: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    Z4: [
      {
        page: 'surveys/results/index',
        title: '满意率调查的结果',
        opens: false,
      },
    ],
    Z5: [
      {
        page: 'surveys/results/index',
        title: '满意率调查的结果',
        opens: false,
      },
      {
        page: 'surveys/paper/index',
        title: '满意率调查的纸表和电话',
        opens: false,
      },
    ],
    Z6: [
      {
        page: 'visits/draw/index',
        title: '一次抽样',
        opens: false,
      },
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
    ],
    Z7: [
      {
        page: 'staff/templates/index',
        title: '微信消息模板',
        opens: true,
      },
      {
        page: 'publications/notice/index',
        title: '一张工程通知',
        opens: false,
      },
      {
        page: 'surveys/office/index',
        title: '调查和问卷',
        opens: true,
      },
    ],
    Z8: [
      {
        page: 'staff/duties/index',
        title: '定期要做的事',
        opens: true,
      },
    ],
    Z9: [
      {
        page: 'tickets/complain/index',
        title: '投诉',
        opens: false,
      },
    ],
    Z12: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
    ],
    Z13: [
      {
        page: 'visits/draw/index',
        title: '一次抽样',
        opens: false,
      },
      {
        page: 'visits/queue/index',
        title: '回访',
        opens: true,
      },
      {
        page: 'visits/form/index',
        title: '记回访、记检查',
        opens: false,
      },
      {
        page: 'surveys/calls/index',
        title: '打电话问调查',
        opens: false,
      },
    ],
    Z14: [
      {
        page: 'tickets/detail/index',
        title: '进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    Z15: [
      {
        page: 'people/posts/index',
        title: '同事',
        opens: true,
      },
    ],
    Z16: [
      {
        page: 'surveys/contact/index',
        title: '答完调查，请联系我',
        opens: false,
      },
    ],
    Z17: [
      {
        page: 'staff/duties/index',
        title: '定期要做的事',
        opens: true,
      },
    ],
    Z18: [
      {
        page: 'pages/home/index',
        title: '首页',
        opens: true,
      },
      {
        page: 'pages/messages/index',
        title: '消息',
        opens: true,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
  },
};
