/** Every refusal there is: its HTTP status and a Chinese title that says what to do next. */
// prettier-ignore
export const PROBLEMS = {
  'request/malformed': { status: 400, title: '内容没读懂，请重新打开页面再试' },
  'request/invalid': { status: 422, title: '有一项没填对，改好再提交' },
  'request/too-large': { status: 413, title: '内容太大了，请分开发' },
  'request/wrong-type': { status: 415, title: '内容格式不对，请用最新版小程序' },
  'request/key-reused': { status: 422, title: '这次提交和之前的不是同一件，请重新填写' },
  'request/too-many': { status: 429, title: '一下子太多次了，请过一会儿再试' },
  'request/unknown-route': { status: 404, title: '没有这个地址' },
  'request/wrong-method': { status: 405, title: '这个地址不能这样用' },
  'sign-in/required': { status: 401, title: '请先登录' },
  'wechat/away': { status: 503, title: '微信那边暂时没有回应，请过一会儿再试' },
  'wechat/code-used': { status: 409, title: '这次登录已经过期，请再点一次' },
  'wechat/too-often': { status: 429, title: '点得太快了，请过一分钟再试' },
  'wechat/foreign-number': { status: 422, title: '只能用中国大陆的手机号，请改填号码，由服务中心核对' },
  'wechat/absent': { status: 409, title: '这里不能用微信登录，请在微信里打开小程序' },
  'sign-in/pass-over': { status: 401, title: '等得太久了，请重新点“用微信登录”' },
  'sign-in/invitation-needed': { status: 409, title: '同事的号码要用邀请码登录，请向主任要一个' },
  'binding/number-unknown': { status: 409, title: '这个号码还没有登记，请填下面的表，由服务中心核对' },
  'binding/answered': { status: 409, title: '这一条刚才已经有同事办了' },
  'binding/own-home': { status: 403, title: '自己或家里人的，请别的同事来核对' },
  'binding/colleague': { status: 409, title: '这位是同事，请主任发邀请码' },
  'binding/not-yours': { status: 403, title: '绑定由服务中心核对' },
  'invitation/not-good': { status: 409, title: '这个邀请码用过了、过期了，或者抄错了，请向发码的人再要一个' },
  'invitation/other-number': { status: 409, title: '这个邀请码不是发给这个手机号的，请用登记的手机号' },
  'invitation/not-yours': { status: 403, title: '邀请同事由主任办，总部的同事和主任由品质管理部、人事行政部或公司领导办' },
  'set-up/not-good': { status: 409, title: '这个码用过了、过期了，或者抄错了；再部署一次会给一个新的' },
  'set-up/done': { status: 409, title: '公司已经建好了，请向总经理或者主任要邀请码' },
  'company/not-yours': { status: 403, title: '公司和小区由公司领导来建；住户名单还可以由本小区主任、服务中心负责人导入' },
  'company/changed': { status: 409, title: '刚才有同事改过，请看看现在的写法再改' },
  'push/refused': { status: 401, title: '这条推送不是微信发给我们的，或者来得太晚' },
  'push/unknown-picture': { status: 404, title: '这张照片还没有记上，请稍后再推一次' },
  'cron/refused': { status: 401, title: '定时任务的口令不对' },
  'seen/not-found': { status: 404, title: '没找到这一件，可能已经撤回，或者不在您名下' },
  'ticket/not-yours': { status: 403, title: '这一步不归您办，可以留言告诉我们' },
  'ticket/action-refused': { status: 409, title: '这一件刚才有了变化，请看看现在的情况' },
  'ticket/urged-lately': { status: 409, title: '刚催过，他们都收到了，请过一会儿再催' },
  'ticket/busy': { status: 503, title: '好几个人同时在办这一件，请过几秒再试' },
  'promise/nothing-to-agree': { status: 409, title: '这一项已经不用再约时间了' },
  'search/staff-only': { status: 403, title: '搜索是同事办事用的；您家的事都在“进度”里' },
  'household/not-yours': { status: 403, title: '住户登记由服务中心办，主任可以看' },
  'household/own-home': { status: 403, title: '自己家的，请别的同事来登记' },
  'household/director-only': { status: 403, title: '重要客户由主任来定，请告诉他' },
  'household/changed': { status: 409, title: '这一户刚才有同事改过，请看看现在的情况' },
  'household/lives-there': { status: 409, title: '这一位已经登记住在这里了' },
  'household/number-taken': { status: 409, title: '这个号码登记的是另一位，请核对号码和姓名' },
  'family/not-yours': { status: 403, title: '请家人进来由业主办；业主还没有绑定微信的，住在这里的人也可以' },
  'family/full': { status: 409, title: '这一户请的人够多了，请先收回没用的邀请码，或者找服务中心登记' },
  'own-record/open': { status: 409, title: '您还有没办完的事，办完了再清除' },
  'own-record/colleague': { status: 409, title: '您在这里上班，资料请找人事行政部办' },
  'home/not-yours': { status: 403, title: '这个房屋不在您名下，请找服务中心登记' },
  'home/unknown': { status: 404, title: '没找到这个房屋，请核对房号' },
  'intake/staff-only': { status: 403, title: '替别人记一件是同事办的；您家的事请直接报修' },
  'intake/own-home': { status: 403, title: '自己家的事请用住户的身份报，或者请别的同事记' },
  'staff-posts/not-yours': { status: 403, title: '这个岗位不由您来定：本小区的由主任定，总部的和主任由公司定，都不高过自己' },
  'staff-posts/own': { status: 403, title: '自己的岗位由别人来定，请找上一级' },
  'staff-posts/held': { status: 409, title: '这位同事已经在这个岗位上了' },
  'staff-posts/ended': { status: 409, title: '刚才已经办过了，请看看现在怎样' },
  'staff-posts/not-the-same': { status: 409, title: '姓名和号码对不上，请和本人核对以后再填' },
  'staff/not-suitable': { status: 422, title: '这位同事不能接这一件，请另选一位' },
  'number/not-known': { status: 409, title: '没有登记号码，请当面找住户，或者在“沟通”里留言' },
  'checks/not-yours': { status: 403, title: '待看的话给客服、主任和公司看' },
  'check/own-words': { status: 403, title: '自己写的请另一位同事看' },
  'check/decided': { status: 409, title: '已经有同事看过了，请看看结果' },
  'visits/staff-only': { status: 403, title: '回访由同事来做；有话想说，请在这一件里留言' },
  'draws/staff-only': { status: 403, title: '抽样回访给管着的人看' },
  'visits/too-soon': { status: 409, title: '这户一周内打过电话了，过几天再打' },
  'visits/too-few-tries': { status: 409, title: '还不能算联系不上，请再打几次' },
  'reveals/not-yours': { status: 403, title: '这份记录只给主任、品质管理部和公司领导看' },
  'registers/not-yours': { status: 403, title: '登记表由本小区的客服、主管、主任和公司品质管理部导出' },
  'facilities/not-yours': { status: 403, title: '公共设施的名字给住在、上班在这个小区的人看' },
  'board/not-yours': { status: 403, title: '班组给工程主管、主任和服务中心负责人看' },
  'analysis/not-yours': { status: 403, title: '月度分析给主任、服务中心负责人、品质管理部、客诉专员和公司领导看' },
  'bulletins/staff-only': { status: 403, title: '公司的通报给同事看' },
  'late/not-yours': { status: 403, title: '守诺情况给主任、工程主管、品质管理部和公司领导看' },
  'approval/not-yours': { status: 403, title: '这一份不归您审，可以请主任来看' },
  'approval/decided': { status: 409, title: '这一份刚才有了变化，请看看现在的情况' },
  'publication/withdrawn': { status: 409, title: '这一张已经撤回了，要通知请另写一张' },
  'publications/staff-only': { status: 403, title: '通知由同事来写；您家的通知在首页“小区通知”里' },
  'errands/staff-only': { status: 403, title: '单子是同事之间用的；您家的事都在“进度”里' },
  'exchange/staff-only': { status: 403, title: '信息登记是同事用的；有话想说，请在首页“有话想说”里写' },
  'exchange/not-yours': { status: 403, title: '内部信息由服务中心、各部门负责人、主任和公司登记；外来的，谁都可以交给品质管理部' },
  'exchange/changed': { status: 409, title: '这一条刚才有同事改过，请看看现在的写法再改' },
  'templates/staff-only': { status: 403, title: '消息模板给同事看；想在微信里收到消息，在报修交上以后打开' },
  'replies/not-yours': { status: 403, title: '常用话由服务中心负责人或主任来改，请告诉他们' },
  'prices/not-yours': { status: 403, title: '价目表由工程主管和主任来改，请告诉他们' },
  'guide/not-yours': { status: 403, title: '办事指南由服务中心负责人和主任来写，请告诉他们' },
  'guide/changed': { status: 409, title: '这一条刚才有同事改过，请看看现在的写法再改' },
  'guide/withdrawn': { status: 409, title: '这一条已经撤下了，还要用请另写一条' },
  'keepers/not-yours': { status: 403, title: '各渠道由谁看，由主任和服务中心负责人来定，请告诉他们' },
  'surveys/closed': { status: 409, title: '这次调查已经截止，谢谢您' },
  'surveys/other-edition': { status: 409, title: '问题有了变化，请重新打开这一页' },
  'surveys/not-yet': { status: 409, title: '结果还没有出来，截止以后才看得到' },
  'mailbox/nobody': { status: 409, title: '公司还没有登记总经理，信箱现在没有人收' },
  'mailbox/not-yours': { status: 403, title: '信箱里的信只有总经理看得到' },
  'letters/stale': { status: 409, title: '信里有答应的日子过了，或者负责的同事不在了，请退回改一改' },
  'surveys/not-answered': { status: 409, title: '先答完这份调查，再请我们联系您' },
  'surveys/contact-asked': { status: 409, title: '这一户已经请我们联系了，还没有办完；有别的话，写在那一件里' },
  'surveys/two-people': { status: 409, title: '勾户和录入要两个人做，请换一位同事' },
  'surveys/none-left': { status: 409, title: '勾了的户都录入了；又有纸表交回来，请先勾户' },
  'surveys/too-few-ticked': { status: 409, title: '等勾够一批再录入，免得对得上是哪一户' },
  'surveys/not-your-tick': { status: 409, title: '这一户不是您勾的，请勾的人自己取消' },
  'surveys/tick-stays': { status: 409, title: '这一户取消不了了' },
  'surveys/counted': { status: 409, title: '这一户已经交回，不能再换' },
  'surveys/nobody-left': { status: 409, title: '没有可以换的户了，小区的户都发到了' },
  'surveys/not-approved': { status: 409, title: '这份问卷还没有审过，品质管理部和管理者代表都同意了才能发' },
  'surveys/opened-already': { status: 409, title: '这一次已经开过了，请在单子里看' },
  'surveys/company-only': { status: 403, title: '这一次由品质管理部打电话问，小区的同事不问，也不代填' },
  'surveys/out-of-reach': { status: 409, title: '这一户打够了次数，算联系不上，请打名单里的下一户' },
  'surveys/staff-only': { status: 403, title: '发了多少、交回多少给同事看；结果公布以后您看得到' },
  'duties/staff-only': { status: 403, title: '定期要做的事是同事的；有话想说，请在首页“有话想说”里写' },
  'services/not-yours': { status: 403, title: '特约服务由主任和服务中心负责人来改，请告诉他们' },
  'services/not-offered': { status: 409, title: '这一项现在不提供了，请重新选' },
  'services/price-changed': { status: 409, title: '价格刚才改了，请看新的价格再订' },
  'quote/not-accepted': { status: 409, title: '住户还没有同意报价，不能收费' },
  'photo/not-accepted': { status: 422, title: '这张照片用不了，请换一张 JPG 或 PNG' },
  'photo/too-many': { status: 409, title: '照片已经够了，不用再传' },
  'voice/not-accepted': { status: 422, title: '这段语音用不了，请再录一次' },
  'voice/too-many': { status: 409, title: '已经有一段语音了，还有话可以写留言' },
  'storage/unavailable': { status: 503, title: '现在存不了照片和语音，文字照样收得到' },
  'manual/staff-only': { status: 403, title: '公司手册给同事看；您家的规则，在每一件里点开就能看到' },
  'setting/refused': { status: 422, title: '这个设置不能改成这样' },
  'setting/changed': { status: 409, title: '这一项刚才有同事改过，请看看现在的再改' },
  'setting/not-yours': { status: 403, title: '公司的规矩由公司领导、管理者代表来定；小区自己的，由主任提' },
  'settings/staff-only': { status: 403, title: '公司的规矩给同事看；您家的规则，在每一件里点开就能看到' },
  'server/unreachable': { status: 503, title: '现在连不上，您填的都还在，请稍后再试' },
  'server/bug': { status: 500, title: '我们这边出了问题，您填的都还在，请稍后再试' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** One field that was refused, and why, in the reader's language. */
export interface FieldError {
  field: string;
  message: string;
}

/** An RFC 9457 body as it goes over the wire. */
export interface ProblemBody {
  type: string;
  code: ProblemCode;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
}

/** A refusal. Thrown anywhere, turned into `application/problem+json` in one place. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  /** After how many seconds the same may be tried again, where that is known. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, detail?: string, errors?: FieldError[], retryAfterSeconds?: number) {
    super(`${code}${detail ? `: ${detail}` : ''}`);
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  toBody(): ProblemBody {
    const { status, title } = PROBLEMS[this.code];
    return {
      type: `urn:huiyin:problem:${this.code}`,
      code: this.code,
      title,
      status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    };
  }
}

/** A refusal of one field, said in the reader's language. */
export function refuseField(field: string, message: string, code: ProblemCode = 'request/invalid'): Problem {
  return new Problem(code, message, [{ field, message }]);
}

/** A key made at one tap came again with something else. */
export const refuseReused = (): Problem => refuseField('Idempotency-Key', PROBLEMS['request/key-reused'].title, 'request/key-reused');
