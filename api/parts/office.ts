import { analysisRoutes } from '../../shared/contract/analysis.ts';
import { boardRoutes } from '../../shared/contract/boards.ts';
import { bulletinRoutes } from '../../shared/contract/bulletins.ts';
import { checkRoutes } from '../../shared/contract/checks.ts';
import { companyRoutes } from '../../shared/contract/company.ts';
import { contactRoutes } from '../../shared/contract/contacts.ts';
import { drawRoutes } from '../../shared/contract/draws.ts';
import { dutyRoutes } from '../../shared/contract/duties.ts';
import { exchangeRoutes } from '../../shared/contract/exchanges.ts';
import { guideRoutes } from '../../shared/contract/guide.ts';
import { hotlineRoutes } from '../../shared/contract/hotlines.ts';
import { mailboxRoutes } from '../../shared/contract/mailbox.ts';
import { manualRoutes } from '../../shared/contract/manual.ts';
import { needsRoutes } from '../../shared/contract/needs.ts';
import { openLetterRoutes } from '../../shared/contract/open-letters.ts';
import { priceRoutes } from '../../shared/contract/prices.ts';
import { publicationRoutes } from '../../shared/contract/publications.ts';
import { questionnaireRoutes } from '../../shared/contract/questionnaires.ts';
import { registerRoutes } from '../../shared/contract/registers.ts';
import { searchRoutes } from '../../shared/contract/search.ts';
import { settingRoutes } from '../../shared/contract/settings.ts';
import { surveyCallRoutes } from '../../shared/contract/survey-calls.ts';
import { surveyPaperRoutes } from '../../shared/contract/survey-paper.ts';
import { surveyRoutes } from '../../shared/contract/surveys.ts';
import { templateRoutes } from '../../shared/contract/templates.ts';
import { analysisActions, giveAction } from '../analysis/actions.ts';
import { analysis, analysisTickets } from '../analysis/reading.ts';
import { decideApproval, submitTemplate, templates } from '../approvals/templates.ts';
import { board, late, lateLines } from '../boards/reading.ts';
import { addEstate, changeOffice, layOutHomes } from '../company/commands.ts';
import { company, companyOffice } from '../company/reading.ts';
import { readRoster } from '../company/roster.ts';
import { bulletins } from '../complaints/bulletins.ts';
import { register } from '../contacts/reading.ts';
import { decideCheck } from '../content/commands.ts';
import { checks } from '../content/reading.ts';
import { draw, draws } from '../draws/reading.ts';
import { nameKeeper, openRound, recordRound } from '../duties/commands.ts';
import { duties, duty, dutyReceived, keepers } from '../duties/reading.ts';
import { amendExchange, distributeExchange, noteExchange, setAsideExchange } from '../exchange/commands.ts';
import { exchange, exchanges, exchangeUnits } from '../exchange/reading.ts';
import { addGuide, changeGuide, withdrawGuide } from '../guide/commands.ts';
import { guide, guideEntry, nearGuide } from '../guide/reading.ts';
import { proposeHotline } from '../hotlines/commands.ts';
import { hotlines } from '../hotlines/reading.ts';
import {
  answerByDocument,
  arrangeTalk,
  confirmTalk,
  denyTalk,
  moveTalk,
  recordTalk,
  takeBackLetter,
  writeToMailbox,
  writeUnsigned,
} from '../mailbox/commands.ts';
import { mailbox, mailboxLetter, needsRegister } from '../mailbox/reading.ts';
import { manual, manualClause } from '../manual/reading.ts';
import { photographExchange } from '../photos/papers.ts';
import { prices, savePrice, withdrawPrice } from '../prices/prices.ts';
import { previewNotice, submitNotice, withdrawNotice } from '../publications/commands.ts';
import { buildings, publication, publications } from '../publications/reading.ts';
import { exportRegister, exports, registers } from '../registers/registers.ts';
import { search } from '../search/reading.ts';
import { proposeSetting, setSetting } from '../settings/commands.ts';
import { settingChanges, settingHistory, settings } from '../settings/reading.ts';
import { answerByPhone, surveyCallNumber, surveyCalls, trySurveyCall } from '../surveys/calls.ts';
import { surveyCode } from '../surveys/code.ts';
import { analyseSurvey, answerSurvey, issueSurvey, reviewSurvey, sendSurveyUp, tellProvider } from '../surveys/commands.ts';
import { askContact } from '../surveys/contact.ts';
import { openLetter } from '../surveys/letter-view.ts';
import { submitLetter } from '../surveys/letters.ts';
import {
  analyseNeeds,
  answerNeeds,
  answerNeedsSurvey,
  companyDocuments,
  issueNeeds,
  needsProgress,
  needsSurvey,
  needsSurveys,
} from '../surveys/needs.ts';
import { openSurvey } from '../surveys/opening.ts';
import { replaceHome, surveyHomes, surveyPaper, surveySheet, takeBackTick, tickSheet, typeSheet } from '../surveys/paper.ts';
import { questionnaires, submitQuestionnaire } from '../surveys/questionnaires.ts';
import { survey, surveyProgress, surveyResults, surveys, surveyWords } from '../surveys/reading.ts';
import { surveyTelling } from '../surveys/telling.ts';
import { partOf } from './part.ts';

/** What a service centre keeps: boards, registers, prices, notices, the manual, approvals. */
export const part = partOf(
  {
    ...boardRoutes,
    ...analysisRoutes,
    ...bulletinRoutes,
    ...registerRoutes,
    ...publicationRoutes,
    ...searchRoutes,
    ...contactRoutes,
    ...checkRoutes,
    ...priceRoutes,
    ...guideRoutes,
    ...manualRoutes,
    ...templateRoutes,
    ...drawRoutes,
    ...surveyRoutes,
    ...openLetterRoutes,
    ...surveyPaperRoutes,
    ...surveyCallRoutes,
    ...questionnaireRoutes,
    ...needsRoutes,
    ...mailboxRoutes,
    ...companyRoutes,
    ...dutyRoutes,
    ...exchangeRoutes,
    ...settingRoutes,
    ...hotlineRoutes,
  },
  {
    needsSurveys,
    needsSurvey,
    answerNeedsSurvey,
    needsProgress,
    issueNeeds,
    analyseNeeds,
    answerNeeds,
    companyDocuments,
    mailbox,
    company,
    companyOffice,
    addEstate,
    changeOffice,
    layOutHomes,
    readRoster,
    writeToMailbox,
    writeUnsigned,
    needsRegister,
    mailboxLetter,
    arrangeTalk,
    moveTalk,
    recordTalk,
    answerByDocument,
    confirmTalk,
    denyTalk,
    takeBackLetter,
    surveys,
    survey,
    answerSurvey,
    openLetter,
    submitLetter,
    askContact,
    surveyResults,
    surveyWords,
    surveyProgress,
    surveyCalls,
    answerByPhone,
    surveyCallNumber,
    trySurveyCall,
    questionnaires,
    submitQuestionnaire,
    openSurvey,
    issueSurvey,
    analyseSurvey,
    sendSurveyUp,
    reviewSurvey,
    surveyTelling,
    tellProvider,
    surveyPaper,
    surveyHomes,
    surveySheet,
    surveyCode,
    tickSheet,
    takeBackTick,
    typeSheet,
    replaceHome,
    draws,
    draw,
    prices,
    savePrice,
    withdrawPrice,
    register,
    checks,
    decideCheck,
    guide,
    nearGuide,
    guideEntry,
    addGuide,
    changeGuide,
    withdrawGuide,
    manual,
    manualClause,
    registers,
    exportRegister,
    exports,
    publications,
    publication,
    buildings,
    previewNotice,
    submitNotice,
    withdrawNotice,
    board,
    late,
    lateLines,
    analysis,
    analysisTickets,
    analysisActions,
    giveAction,
    bulletins,
    search,
    templates,
    submitTemplate,
    decideApproval,
    keepers,
    nameKeeper,
    duties,
    duty,
    dutyReceived,
    openRound,
    recordRound,
    exchanges,
    exchange,
    exchangeUnits,
    noteExchange,
    photographExchange,
    amendExchange,
    distributeExchange,
    setAsideExchange,
    settings,
    settingHistory,
    settingChanges,
    setSetting,
    proposeSetting,
    hotlines,
    proposeHotline,
  },
);
