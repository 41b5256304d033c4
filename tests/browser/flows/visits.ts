import assert from 'node:assert/strict';
import type { Actor } from '../stage.ts';
import { dispatch, type Flow, mend, newestTicket, report, STAFF_TICKET, TICKET, untilStatus } from '../walk.ts';

/** Called once, the household owes no answer any more; that it is mended, they say by themselves: it is put on record, and ends it. */
async function isHeard(agent: Actor, id: string): Promise<void> {
  await agent.opens(`${STAFF_TICKET}${id}`);
  await agent.page.reload();
  await agent.tap('more');
  await agent.tap('choose-call');
  await agent.write('call-words', '告诉住户门框已经校正，不用等我们再打。');
  await agent.tap('do-call');
  await agent.at('do-call').waitFor({ state: 'hidden' });
  await agent.tap('more');
  await agent.tap('choose-returnVisit');
  await agent.sees('住户自己打来、走进来说的');
  await agent.tap('do-heard');
  await agent.at('refusal').waitFor();
  for (const name of ['quality', 'attitude', 'result']) await agent.tap(`answer-${name}-satisfied`);
  await agent.tap('visit-fixed');
  await agent.shot('13j-heard');
  await agent.write('heard-words', '她打来说，门关得严了，修好了。');
  await agent.at('do-heard').scrollIntoViewIfNeeded();
  await agent.shot('13k-heard-words');
  await agent.tap('do-heard');
  await agent.at('do-heard').waitFor({ state: 'hidden' });
}

/** Return visits as a queue, and checks of large defects. */
export const VISIT_FLOWS: readonly Flow[] = [
  {
    title: '回访队列：没打通记一次，打通了不满意就重开；主管标大缺陷，到现场检查；住户自己打来说修好了，记下就办完',
    walk: async (stage) => {
      const resident = await stage.enter('周文静');
      await report(resident, 'doors', '阳台门关不严');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      const technician = await stage.enter('赵建国');
      await dispatch(stage, agent, id, '赵建国', null);
      await mend(stage, technician, id, null);

      await agent.opens('/pages/home/index');
      await agent.page.reload();
      await agent.at('go-visits').waitFor();
      await agent.shot('13a-workbench-visits');
      await agent.tap('go-visits');
      await agent.at(`visit-${id}-return_visit`).waitFor();
      await agent.tap(`visit-${id}-return_visit`);
      await agent.at('visit-opening').waitFor();
      await agent.shot('13b-visit-form');
      await agent.tap('reached-no');
      await agent.sees('还差 3 次');
      await agent.tap('do-try');
      await agent.at('visit-tries').waitFor();
      stage.passes(130);
      await agent.page.reload();
      await agent.at('visit-opening').waitFor();
      await agent.tap('reached-no');
      await agent.sees('还差 2 次');
      await agent.shot('13c-not-reached');
      await agent.tap('reached-yes');
      await agent.tap('answer-quality-acceptable');
      await agent.tap('answer-attitude-satisfied');
      await agent.tap('answer-result-dissatisfied');
      await agent.tap('do-visit');
      await agent.at('refusal').waitFor();
      await agent.write('visit-words', '修完三天又关不上了');
      await agent.sees('自动重开');
      await agent.shot('13-return-visit');
      await agent.tap('do-visit');
      await untilStatus(stage, 'received');
      assert.equal((await newestTicket(stage)).round, 2);
      await agent.opens('/visits/queue/index');
      await agent.page.reload();
      await agent.at(`visit-${id}-special_visit`).waitFor();
      await agent.shot('13d-queue');
      await agent.tap('tab-records');
      await agent.sees('修完三天又关不上了');
      await agent.shot('13e-records');
      await agent.tap('tab-callers');
      await agent.sees('没打通 1 次');

      const head = await stage.enter('陈立');
      await head.opens(`${STAFF_TICKET}${id}`);
      await head.tap('more');
      await head.tap('choose-flag');
      await head.write('flag-words', '门框变形，墙角也有裂');
      await head.shot('13f-flag');
      await head.tap('do-flag');
      await head.at('do-flag').waitFor({ state: 'hidden' });
      await dispatch(stage, agent, id, '赵建国', null);
      await mend(stage, technician, id, null);
      await head.opens('/visits/queue/index');
      await head.at(`visit-${id}-defect_check_first`).waitFor();
      await head.shot('13g-head-queue');
      await head.tap(`visit-${id}-defect_check_first`);
      await head.tap('finding-sound');
      await head.photo('add-photo');
      await head.write('check-words', '门框校正了，裂缝没有再开');
      await head.page.waitForTimeout(500);
      await head.shot('13h-check');
      await head.tap('do-check');
      await head.at('do-check').waitFor({ state: 'hidden' });
      await head.opens('/visits/queue/index');
      await head.page.reload();
      await head.at('tab-records').waitFor();
      await head.tap('tab-records');
      await head.tap('kind-defect');
      await head.sees('门框校正了，裂缝没有再开');
      await head.shot('13i-defect-records');
      assert.equal((await newestTicket(stage)).status, 'finished');

      await isHeard(agent, id);
      await untilStatus(stage, 'closed');
      await resident.opens(`${TICKET}${id}`);
      await resident.page.reload();
      await resident.at('reopen-until').waitFor();
      await resident.shot('13l-heard-resident');
    },
  },
];
