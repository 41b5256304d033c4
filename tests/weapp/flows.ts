import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { A_PHOTO } from '../support/http-story.ts';
import type { Phone } from './phone.ts';
import type { Stage } from './stage.ts';

/** One flow a person can walk on a phone, in the app as WeChat would be given it. */
export interface Flow {
  title: string;
  walk(stage: Stage): Promise<void>;
}

async function newestTicket(stage: Stage): Promise<{ id: string; number: string; status: string; photos: number }> {
  const [row] = await stage.house.db.execute<{ id: string; number: string; status: string; photos: number }>(
    sql`select id, number, status, (select count(*)::int from photos where ticket_id = tickets.id and finalised_at is not null) as photos
        from tickets order by id desc limit 1`,
  );
  assert(row, 'nothing was reported');
  return row;
}

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await look())) {
    assert(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Reports from the home page, and stays on 收到了. */
async function report(phone: Phone, category: string, words: string, pictures: Uint8Array[] = []): Promise<void> {
  await phone.tap('go-report');
  await phone.tap(`category-${category}`);
  await phone.write('words', words);
  for (const picture of pictures) {
    const before = (await phone.pictures()).length;
    phone.album.push(picture);
    await phone.tap('add-photo');
    await until('the photo never showed', async () => (await phone.pictures()).length === before + 1);
  }
  await phone.tap('submit');
  await phone.arrivesAt('tickets/submitted/index');
}

/** What colleagues do until it is mended. */
async function mend(stage: Stage, id: string): Promise<void> {
  const agent = await stage.client('林晓芸');
  const technician = await stage.client('赵建国');
  await agent.dispatch({ id, technicianId: await stage.personId('赵建国'), content: '上门换软管' });
  await technician.accept({ id });
  await technician.arrive({ id });
  await technician.finish({ id, result: '换了一根不锈钢软管，试水不漏', photoIds: [await stage.photo('赵建国', id)] });
}

export const FLOWS: readonly Flow[] = [
  {
    title: '微信里：第一次来，手机号一键绑定 → 住户报修带两张照片 → 收到了 → 看进度、留言 → 同事派人、到场、修好 → 住户确认',
    walk: async (stage) => {
      const phone = await stage.phone('王秀兰');
      await phone.open();
      await phone.arrivesAt('pages/sign-in/index');
      await phone.tap('wechat-sign-in');
      await phone.sees('第一次来，先绑定您的房屋');
      assert.equal(phone.storage.has('huiyin.token'), false);
      await phone.pressPhoneNumber('vouched-number');
      await phone.arrivesAt('pages/home/index');
      await phone.sees('报修');
      await report(phone, 'burst_pipe', '厨房水槽下面的水管爆了', [A_PHOTO, A_PHOTO]);
      await phone.sees('收到了');
      await phone.sees('2小时内');
      await until('the photos never arrived', async () => (await newestTicket(stage)).photos === 2);
      await phone.sees('照片 2 张都传好了');
      const ticket = await newestTicket(stage);
      assert.match(ticket.number, /^WT-BX-\d{6}-\d{3}$/);
      await phone.sees(ticket.number);
      await phone.tap('copy');
      assert.deepEqual(
        phone.called('setClipboardData').map((one) => one.data),
        [ticket.number],
      );

      await phone.tap('see-progress');
      await phone.arrivesAt('tickets/detail/index');
      await phone.sees('厨房水槽下面的水管爆了');
      await phone.tap('write');
      await phone.write('message', '总阀关上了，谢谢');
      await phone.tap('send');
      await phone.gone('send');
      await phone.sees('总阀关上了，谢谢');

      await mend(stage, ticket.id);
      await phone.pullDown();
      await phone.sees('换了一根不锈钢软管，试水不漏');
      await phone.sees('赵建国');
      await phone.sees('这张照片正在核对');
      await stage.judgesPictures();
      await phone.pullDown();
      await until('the picture of the work never showed', async () => (await phone.pictures()).filter((url) => url.includes('/api/')).length === 3);
      assert(!(await phone.words()).includes('正在核对'));
      const pictures = (await phone.pictures()).filter((url) => url.includes('/api/'));
      assert.equal(pictures.length, 3, `the page draws ${pictures.join(', ')}`);
      for (const url of pictures) {
        const { status, type } = await phone.load(url);
        assert.equal(status, 200);
        assert.match(type ?? '', /^image\//);
      }

      await phone.tap('go-confirm');
      await phone.tap('fixed');
      await phone.tap('score-5');
      await phone.tap('submit');
      await until('it was not closed', async () => (await newestTicket(stage)).status === 'closed');
      await phone.toTab('home');
      await phone.sees('报修');
      assert.deepEqual(phone.complaints, []);
    },
  },
  {
    title: '微信里：写到一半退出，再打开还在；没有网先存在手机里，退出再打开、有网了自己发出去；到了却没有回音，也只留下一件',
    walk: async (stage) => {
      const phone = await stage.phone('马建军');
      await stage.signIn(phone);
      await phone.tap('go-report');
      await phone.tap('category-tap');
      await phone.write('words', '阳台龙头滴水');
      phone.album.push(A_PHOTO);
      await phone.tap('add-photo');
      await until('the photo never showed', async () => (await phone.pictures()).length === 1);
      await phone.open();
      await phone.tap('go-report');
      assert.equal(await phone.written('words'), '阳台龙头滴水');
      await until('the photo was gone', async () => (await phone.pictures()).length === 1);

      phone.network('none');
      await phone.tap('submit');
      await phone.sees('先存在手机里了');
      await phone.sees('我们收到以后才有报修号');
      assert.equal(await reportsOf(stage, '马建军'), 0);
      await phone.open();
      phone.network('wifi');
      await until('it was never sent', async () => (await reportsOf(stage, '马建军')) === 1);
      await until('the photo never followed', async () => (await newestTicket(stage)).photos === 1);

      await phone.arrivesAt('pages/home/index');
      await phone.tap('go-report');
      assert.equal(await phone.written('words'), '');
      await phone.tap('category-tap');
      await phone.write('words', '厨房龙头也滴水');
      phone.network('lost');
      await phone.tap('submit');
      await phone.sees('先存在手机里了');
      assert.equal(await reportsOf(stage, '马建军'), 2);
      phone.network('wifi');
      await phone.arrivesAt('tickets/submitted/index');
      assert.equal(await reportsOf(stage, '马建军'), 2);
    },
  },
  {
    title: '微信里：不同意隐私指引或不选照片，照样报修；沙箱里没有浏览器和 Node，也不能由文字生成代码',
    walk: async (stage) => {
      const phone = await stage.phone('王秀兰');
      await stage.signIn(phone);
      phone.answers.privacy = 'disagree';
      await phone.tap('go-report');
      await phone.tap('category-tap');
      phone.album.push(A_PHOTO);
      await phone.tap('add-photo');
      await until('no picture was asked for', async () => phone.called('chooseImage').length + phone.called('chooseMedia').length === 1);
      assert.deepEqual((await phone.pictures()).length, 0);
      await phone.tap('submit');
      await phone.arrivesAt('tickets/submitted/index');
      assert.equal((await newestTicket(stage)).photos, 0);
      const { known, makesCode } = await phone.sandbox(['wx', 'getApp', 'window', 'document', 'fetch', 'process', 'URL', 'Intl', 'localStorage']);
      assert.deepEqual(known, ['wx', 'getApp']);
      assert.equal(makesCode, false);
    },
  },
  {
    title: '微信里：师傅在自己手机上接下、到场、报价，住户在自己手机上同意，师傅拍照、修好，住户看到花了多少，确认打分',
    walk: async (stage) => {
      const resident = await stage.phone('李德明');
      await stage.signIn(resident);
      await report(resident, 'drain', '厨房下水慢');
      const { id } = await newestTicket(stage);
      await (await stage.client('林晓芸')).dispatch({ id, technicianId: await stage.personId('赵建国'), content: '上门疏通' });

      const technician = await stage.phone('赵建国');
      await stage.signIn(technician);
      await technician.tap(`ticket-${id}`);
      await technician.arrivesAt('staff/ticket/index');
      await technician.tap('do-accept');
      await technician.gone('do-accept');
      // What was tapped first is still on its way: the next tap counts once it is through.
      await until('he never arrived', async () => {
        if ((await newestTicket(stage)).status === 'on_site') return true;
        await technician.tapIfThere('do-arrive');
        return false;
      });
      await technician.tap('more');
      await technician.tap('choose-quote');
      await technician.arrivesAt('staff/quote/index');
      await technician.write('find-price', '疏通');
      await technician.tap('price-疏通洗手池、地漏');
      await technician.tap('submit');
      const stand = async () => (await (await stage.client('李德明')).ticket({ id })).quote?.stand;
      await until('no price was offered', async () => (await stand()) === 'offered');
      await resident.tap('see-progress');
      await resident.sees('请您看报价');
      await resident.tap('accept-quote');
      await until('it was not accepted', async () => (await stand()) === 'accepted');

      await technician.arrivesAt('staff/ticket/index');
      await technician.pullDown();
      await technician.tap('do-finish');
      await technician.arrivesAt('staff/finish/index');
      technician.album.push(A_PHOTO);
      await technician.tap('add-photo');
      await technician.sees('1 / 9 张');
      await technician.write('result', '疏通了，放水试过');
      await technician.tap('submit');
      await until('it was not finished', async () => (await newestTicket(stage)).status === 'finished');
      assert.equal((await newestTicket(stage)).photos, 1);

      await resident.pullDown();
      await resident.sees('疏通了，放水试过');
      await resident.tap('go-confirm');
      await resident.sees(/一共\d+元/);
      await resident.tap('fixed');
      await resident.tap('score-5');
      await resident.tap('submit');
      await until('it was not closed', async () => (await newestTicket(stage)).status === 'closed');
      assert.deepEqual([...resident.complaints, ...technician.complaints], []);
    },
  },
  {
    title:
      '微信里：投诉写两句、拍一张、说一段，退出再打开都还在 → 没有网先存在手机里，拿回来改成只用说的 → 有网只发一次，照片语音跟上 → 看到编号，听得到、看得到',
    walk: async (stage) => {
      const phone = await stage.phone('王秀兰');
      await stage.signIn(phone);
      await phone.tap('go-speak');
      await phone.arrivesAt('tickets/speak/index');
      await phone.write('speak-words', '前台态度差，问了半天没人管');
      phone.album.push(A_PHOTO);
      await phone.tap('add-photo');
      await until('the photo never showed', async () => (await phone.pictures()).length === 1);
      await phone.tap('record');
      await phone.sees('正在听您说');
      await phone.tap('record');
      await phone.sees('语音1秒');
      await phone.open();
      await phone.tap('go-speak');
      await phone.sees('语音1秒');
      await phone.tap('to-complain');
      await phone.arrivesAt('tickets/complain/index');
      assert.equal(await phone.written('complain-words'), '前台态度差，问了半天没人管');
      await phone.sees('语音1秒');
      await until('the photo was gone', async () => (await phone.pictures()).length === 1);

      phone.network('none');
      await phone.tap('submit');
      await phone.arrivesAt('pages/home/index');
      await phone.tap('offline');
      await phone.sees('照片1张、语音，随后发');
      await phone.tap('take-held');
      await phone.tap('change-held');
      await phone.arrivesAt('tickets/complain/index');
      await phone.sees('语音1秒');
      await until('the photo was not taken back', async () => (await phone.pictures()).length === 1);
      await phone.write('complain-words', '');
      await phone.tap('submit');
      await phone.arrivesAt('pages/home/index');
      assert.equal(await reportsOf(stage, '王秀兰'), 0);
      await phone.open();
      phone.network('wifi');
      await until('it was never sent', async () => (await reportsOf(stage, '王秀兰')) === 1);
      await until('its photo and its voice never followed', async () => (await newestTicket(stage)).photos === 2);
      const { id, number } = await newestTicket(stage);
      assert.match(number, /^WT-TS-\d{6}-\d{4}$/);
      assert.equal(await reportsOf(stage, '王秀兰'), 1);
      await phone.toTab('progress');
      await phone.tap(`ticket-${id}`);
      await phone.arrivesAt('tickets/detail/index');
      await phone.sees(number);
      await phone.sees('语音1秒');
      await phone.sees('这张照片正在核对');
      await stage.judgesPictures();
      const { photos, thread } = await (await stage.client('林晓芸')).ticket({ id });
      assert.deepEqual([photos.length, thread[0]?.body, thread[0]?.voice?.seconds], [1, '语音留言', 1]);
      assert.deepEqual(phone.complaints, []);
    },
  },
  {
    title: '微信里：客服记一件涉及赔偿的投诉，信拍下来一起交 → 编号就是回执，记完打不开，信的照片到了',
    walk: async (stage) => {
      const phone = await stage.phone('林晓芸');
      await stage.signIn(phone);
      await phone.tap('go-remark');
      await phone.tap('to-complaint');
      await phone.arrivesAt('staff/complaint/index');
      await phone.write('home-query', '3-2-502');
      await phone.tap(`person-${await stage.personId('王秀兰')}`);
      await phone.tap('channel-hotline_service');
      await phone.write('words', '漏水泡了地板，要求赔');
      phone.album.push(A_PHOTO);
      await phone.tap('add-photo');
      await until('the photo never showed', async () => (await phone.pictures()).length === 1);
      await phone.tap('flag-compensation');
      await phone.tap('submit');
      await phone.sees('请把编号告诉住户');
      const { id, number } = await newestTicket(stage);
      await phone.sees(number);
      await until('the letter never followed', async () => (await newestTicket(stage)).photos === 1);
      await assert.rejects(async () => (await stage.client('林晓芸')).ticket({ id }));
      assert.equal((await (await stage.client('曾勇')).ticket({ id })).photos.length, 1);
      assert.deepEqual(phone.complaints, []);
    },
  },
  {
    title: '微信里：客服写单子，少填有提示，退出再打开写的还在 → 交给环境部 → 负责人在自己手机上看到、接下、答应时间',
    walk: async (stage) => {
      const resident = await stage.client('周文静');
      const { homes } = await resident.session({});
      const { id } = await resident.speak({ kind: 'suggestion', homeId: homes[0]!.id, words: '建议楼下的绿篱每个月修一次' });
      const agent = await stage.phone('林晓芸');
      await stage.signIn(agent);
      await agent.tap(`ticket-${id}`);
      await agent.arrivesAt('staff/ticket/index');
      await agent.tap('hand-to-department');
      await agent.arrivesAt('errands/write/index');
      await agent.tap('unit-environment');
      await agent.write('content', '请看看绿篱能不能每月修一次');
      await agent.tap('submit');
      await agent.at('refusal');
      await agent.open();
      await agent.tap(`ticket-${id}`);
      await agent.tap('hand-to-department');
      await agent.arrivesAt('errands/write/index');
      assert.equal(await agent.written('content'), '请看看绿篱能不能每月修一次');
      await agent.sees('交给环境部罗芳，对方马上收到');
      await agent.tap('moment-1');
      await agent.tap('submit');
      await agent.sees('等对方接下');
      const [slip] = await stage.house.db.execute<{ id: string }>(sql`select id from errands where ticket_id = ${id}`);

      const head = await stage.phone('罗芳');
      await stage.signIn(head);
      await head.tap('go-owed-errands');
      await head.tap(`errand-${slip!.id}`);
      await head.tap('open-take');
      await head.tap('moment-0');
      await head.tap('do-take');
      await head.sees('在办，答应');
      assert.deepEqual([...agent.complaints, ...head.complaints], []);
    },
  },
  {
    title: '微信里：没登录到登录页；登录过期自己续上；微信已解绑，过期就到登录页',
    walk: async (stage) => {
      const stranger = await stage.phone('王秀兰');
      await stranger.open();
      await stranger.arrivesAt('pages/sign-in/index');

      const phone = await stage.phone('王秀兰');
      await stage.signIn(phone);
      await phone.sees('报修');
      const before = phone.storage.get('huiyin.token');
      stage.passes(3 * 60);
      await phone.open();
      await until('the session was never renewed', async () => phone.storage.has('huiyin.token') && phone.storage.get('huiyin.token') !== before);
      await phone.sees('报修');
      assert.equal(await phone.path(), 'pages/home/index');

      await stage.unbinds(phone);
      stage.passes(3 * 60);
      await phone.open();
      await phone.arrivesAt('pages/sign-in/index');
      assert.equal(phone.storage.has('huiyin.token'), false);
      await phone.tap('wechat-sign-in');
      await phone.sees('第一次来，先绑定您的房屋');
    },
  },
];

/** How many tickets this person ever reported. */
const reportsOf = async (stage: Stage, name: string) =>
  (
    await stage.house.db.execute<{ n: number }>(
      sql`select count(*)::int as n from followers where via = 'reported' and person_id = ${await stage.personId(name)}`,
    )
  )[0]!.n;
