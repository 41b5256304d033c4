import type { GuideSection } from '../../shared/guide/sections.ts';
import type { OfficeLetters } from './company.ts';

/** What an estate's service centre keeps for whoever asks, to begin with. All invented; `{desk}` is the estate's own number. */
export interface GuideSeed {
  section: GuideSection;
  title: string;
  words: string;
  phone?: string;
  /** One estate only; none for all. */
  only?: OfficeLetters;
}

// biome-ignore format: a table reads best as one
export const GUIDE: readonly GuideSeed[] = [
  { section: 'ways', title: '装修要办什么手续', words: '带房产证和装修图纸到服务中心填申请表，两天内批。装修公司来办施工证，每人一张，进门时给门岗看。' },
  { section: 'ways', title: '装修垃圾放哪里', words: '装袋扎紧，放到北门临时堆放点，上午八点到晚上六点。不要放楼道、不要倒进生活垃圾桶。清运费按车算，价目表上有。' },
  { section: 'ways', title: '大件搬出去要办放行条', words: '在服务中心开放行条，写清楚搬哪几件、什么时候。租客要业主同意，打电话核对就行。' },
  { section: 'ways', title: '办车位月卡', words: '带行驶证到服务中心办，当天可用。换车了把新车牌告诉我们，旧的当天停用。', phone: '{desk}' },
  { section: 'ways', title: '门禁卡丢了怎么办', words: '先打服务中心电话，马上停用旧卡；带身份证件来补，十分钟拿到新卡。', phone: '{desk}' },
  { section: 'questions', title: '晚上几点以后不能装修', words: '工作日早八点到晚六点可以施工，中午十二点到两点停。周末和节假日不能敲打、不能用电锯。' },
  { section: 'questions', title: '快递放在哪里', words: '快递柜在一栋架空层，二十四小时可取。放不下的在服务中心，三天内来取。', only: 'WT' },
  { section: 'questions', title: '快递放在哪里', words: '快递柜在东门大厅，二十四小时可取。放不下的在服务中心，三天内来取。', only: 'HT' },
  { section: 'questions', title: '可以在楼道给电动车充电吗', words: '不可以，有起火的危险。充电棚在地面停车场旁边，扫码就能充，满了自己断电。' },
  { section: 'phones', title: '服务中心', words: '早八点到晚六点有人；别的时间打同一个号码，值班的人接。', phone: '{desk}' },
  { section: 'phones', title: '燃气抢修', words: '闻到煤气味先开窗、关总阀，不开灯不打火，到屋外再打。', phone: '0571-0000 0177' },
  { section: 'phones', title: '社区居委会', words: '居住证明、老年卡、医保的事问这里。工作日早八点半到下午五点。', phone: '0571-0000 0188' },
  { section: 'functions', title: '服务中心在哪里', words: '一栋一楼，南门进来右手边。轮椅可以从西侧坡道上来。', only: 'WT' },
  { section: 'functions', title: '服务中心在哪里', words: '二栋一楼，东门进来直走。轮椅可以从北侧坡道上来。', only: 'HT' },
  { section: 'functions', title: '各个门几点开', words: '南门二十四小时；北门早六点到晚十点，货车和搬家车走北门。' },
  { section: 'functions', title: '老人活动室和儿童乐园', words: '活动室在三栋架空层，早八点到晚九点；儿童乐园在中心花园，晚九点以后请小声些。' },
  { section: 'activities', title: '每月第一个周六便民日', words: '上午九点到十一点，中心花园：磨刀、配钥匙、量血压，不收费。下雨改在活动室。' },
  { section: 'activities', title: '周三晚上合唱队', words: '晚上七点到八点半，活动室，谁都可以来，不用报名。' },
  { section: 'surroundings', title: '最近的医院和药店', words: '社区卫生站出南门左转三百米，早八点到下午五点；药店在卫生站隔壁，开到晚上十点。' },
  { section: 'surroundings', title: '公交和地铁', words: '南门外就是公交站，到地铁站两站路，走路大约十二分钟。' },
  { section: 'surroundings', title: '菜场、银行和超市', words: '菜场在北门外，早五点半开；银行和超市在南门外的街上，自助取款机全天可用。' },
];
