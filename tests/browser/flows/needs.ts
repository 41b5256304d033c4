import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { isoDay, MINUTE, shanghaiTime } from '../../../shared/kernel/time.ts';
import { rowOfSurvey } from '../../../shared/surveys/rows.ts';
import type { Stage } from '../stage.ts';
import type { Flow } from '../walk.ts';
import { begins } from './surveys.ts';

const newest = async (stage: Stage, kind: 'mailbox' | 'needs') =>
  (await stage.house.db.execute<{ id: string }>(sql`select id from errands where kind = ${kind} order by given_at desc, id desc limit 1`))[0]!.id;

/** Signed: nobody between, answered face to face, and whoever wrote says so. */
async function mailbox(stage: Stage): Promise<void> {
  const writer = await stage.enter('赵建国');
  await writer.opens('/pages/me/index');
  await writer.at('go-mailbox').scrollIntoViewIfNeeded();
  await writer.tap('go-mailbox');
  await writer.at('write-letter').waitFor();
  await writer.shot('s6a-mailbox');
  await writer.tap('write-letter');
  await writer.tap('submit');
  await writer.at('refusal').waitFor();
  await writer.tap('need-work');
  await writer.at('refusal').waitFor({ state: 'hidden' });
  await writer.write('mailbox-words', '夜班排得太密，连着上了五个，白天干活没精神');
  await writer.at('unsigned').scrollIntoViewIfNeeded();
  await writer.shot('s6b-write');
  await writer.tap('submit');
  await writer.at('letter-standing').getByText('等总经理答复').waitFor();
  await writer.at('follows').getByText('发消息告诉您').waitFor();
  await writer.shot('s6c-sent');
  // Taken back only when it is said twice.
  await writer.tap('open-takeBackLetter');
  await writer.at('do-takeBackLetter').waitFor();
  await writer.shot('s6c2-take-back');
  const id = await newest(stage, 'mailbox');
  const manager = await stage.enter('蔡建华');
  await manager.tap('go-mailbox');
  await manager.at(`letter-${id}`).waitFor();
  await manager.shot('s6d-manager');
  await manager.tap(`letter-${id}`);
  await manager.at('letter-words').waitFor();
  await manager.shot('s6e-letter');
  await manager.tap('open-arrangeTalk');
  await manager.tap('do-arrangeTalk');
  await manager.at('letter-standing').getByText('当面谈').waitFor();
  stage.passes(24 * 60);
  await manager.opens('/pages/home/index');
  await manager.opens(`/mailbox/one/index?id=${id}`);
  await manager.tap('open-moveTalk');
  await manager.write('move-why', '昨天临时去海棠湾了');
  await manager.shot('s6e2-move');
  await manager.tap('do-moveTalk');
  await manager.at('letter-standing').getByText('改到').waitFor();
  await manager.shot('s6e3-moved');
  await manager.tap('open-recordTalk');
  await manager.write('agreed', '下个月起夜班最多连上三个');
  await manager.shot('s6f-talk');
  await manager.tap('do-recordTalk');
  await manager.at('letter-standing').getByText('等写信的人说是不是').waitFor();
  await writer.opens('/pages/home/index');
  await writer.opens(`/mailbox/one/index?id=${id}`);
  await writer.at('letter-standing').getByText('请您说是不是').waitFor();
  await writer.at('open-confirmTalk').waitFor();
  await writer.shot('s6g-confirm');
  await writer.tap('open-confirmTalk');
  await writer.at('letter-standing').getByText('当面谈过了').waitFor();
  const director = await stage.enter('郑涛');
  await director.opens('/pages/me/index');
  await director.tap('large');
  await director.opens(`/mailbox/one/index?id=${id}`);
  await director.at('letter-words').waitFor({ state: 'hidden' });
  await director.opens('/mailbox/write/index');
  await director.at('unsigned').waitFor();
  await director.tap('need-proposal');
  await director.tap('unsigned');
  await director.write('mailbox-words', '各小区的备件能不能互相调');
  await director.shot('s6h-unsigned-x14');
  await director.tap('submit');
  await director.at('sent').waitFor();
  await director.shot('s6i-unsigned-sent-x14');
  const unsigned = await newest(stage, 'mailbox');
  await manager.opens(`/mailbox/one/index?id=${unsigned}`);
  await manager.tap('open-answerByDocument');
  await manager.write('document-title', '关于备件互调');
  await manager.write('document-words', '下个月起，各小区的备件由品质管理部统一调');
  await manager.shot('s6j-document');
  await manager.tap('do-answerByDocument');
  await manager.at('document').waitFor();
  await manager.opens('/staff/registers/index');
  await manager.at('export-mailbox').scrollIntoViewIfNeeded();
  await manager.tap('export-mailbox');
  await manager.at('exported').getByText('2 行').waitFor();
  await manager.shot('s6j2-register');
  await director.opens('/mailbox/documents/index');
  await director.sees('关于备件互调');
  await director.shot('s6k-documents-x14');
}

/** September comes round; what many need is answered by a document. */
async function needs(stage: Stage): Promise<void> {
  await begins(stage, '郑涛', '何静');
  const now = stage.house.clock();
  const [month] = rowOfSurvey('colleagues').months;
  const [year, at] = isoDay(now).split('-').map(Number) as [number, number];
  const next = shanghaiTime(`${month! > at ? year : year + 1}-${String(month).padStart(2, '0')}-01 08:00`);
  stage.passes(Math.ceil((next.getTime() - now.getTime()) / MINUTE));
  for (let left = 20; left > 0; left -= 1) await stage.looksAfter();
  const id = await newest(stage, 'needs');
  const hr = await stage.enter('韩梅');
  await hr.opens('/errands/list/index');
  await hr.tap(`errand-${id}`);
  await hr.at('not-issued').waitFor();
  await hr.shot('s7a-needs-given');
  await hr.tap('do-issueNeeds');
  await hr.at('issued').waitFor();
  const [first, ...others] = ['赵建国', '孙磊', '钱大勇', '陈立', '丁强', '林晓芸'] as const;
  const one = await stage.enter(first);
  await one.opens('/surveys/needs/index');
  await one.tap(`needs-${id}`);
  await one.tap('hours-2');
  await one.tap('hours_why-staffing');
  await one.at('hours_why-staffing').scrollIntoViewIfNeeded();
  await one.shot('s7b-answer');
  await one.tap('submit');
  await one.at('counted').getByText('交上了，谢谢您').waitFor();
  await one.shot('s7c-counted');
  for (const name of others) {
    const other = await stage.enter(name);
    await other.opens(`/surveys/needs-answer/index?id=${id}`);
    await other.tap('hours-2');
    await other.tap('hours_why-staffing');
    await other.tap('submit');
    await other.at('counted').waitFor();
  }
  stage.passes(11 * 24 * 60);
  for (let left = 4; left > 0; left -= 1) await stage.looksAfter();
  await one.opens('/pages/home/index');
  await one.opens(`/surveys/needs-answer/index?id=${id}`);
  await one.at('counted').getByText('正在统计').waitFor();
  assert.equal(await one.at('go-results').isVisible(), false, 'leads to results that are not there yet');
  await hr.opens('/errands/list/index');
  await hr.opens(`/surveys/needs-work/index?id=${id}`);
  await hr.at('common').getByText('6 人').waitFor();
  await hr.shot('s7d-analysis');
  await hr.write('analysis-words', '人手最缺，年底前补上');
  await hr.tap('do-analyseNeeds');
  await hr.at('document-title').waitFor();
  await hr.write('document-title', '关于人手的答复');
  await hr.write('document-words', '公司看了大家的普查，先补人手');
  await hr.tap('do-answerNeeds');
  await hr.at('refusal').waitFor();
  assert.equal(await hr.page.locator('.label.wrong:visible').count(), 1, 'what is left out is not marked');
  await hr.write('gets-0', '梧桐里加两位师傅，十一月到岗');
  await hr.at('do-answerNeeds').scrollIntoViewIfNeeded();
  await hr.shot('s7e-document');
  await hr.tap('do-answerNeeds');
  await hr.at('document').getByText('梧桐里加两位师傅').waitFor();
  await hr.shot('s7f-answered');
  await one.opens('/mailbox/documents/index');
  await one.sees('梧桐里加两位师傅');
  await one.opens(`/surveys/results/index?id=${id}`);
  await one.at('whole').waitFor();
  await one.at('go-documents').scrollIntoViewIfNeeded();
  await one.shot('s7g-results');
  await one.opens(`/surveys/needs-answer/index?id=${id}`);
  await one.tap('go-results');
  await one.at('whole').waitFor();
}

/** What colleagues need, and their letters to the general manager (S11). Months pass here. */
export const NEEDS_FLOWS: readonly Flow[] = [
  { title: '总裁信箱：同事署名写 → 总经理约日子、当面谈、记下 → 写的人说谈过了；主任看不到；不署名的用公司文件答', walk: mailbox },
  { title: '员工需求普查：九月发给全体同事 → 不记名答 → 截止写分析 → 普遍的需求用公司文件答，同事看得到', walk: needs },
];
