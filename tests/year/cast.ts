/** Who lives and works in an estate, and how they are. */
export interface Cast {
  agents: readonly string[];
  technicians: readonly string[];
  head: string;
  director: string;
  /** Takes days where others take hours. */
  lazy: string;
  residents: readonly string[];
  /** Those who say 没修好 whenever they can. */
  badTempered: readonly string[];
}

export const WUTONGLI: Cast = {
  agents: ['林晓芸', '何静'],
  technicians: ['赵建国', '孙磊', '钱大勇'],
  head: '陈立',
  director: '郑涛',
  lazy: '钱大勇',
  residents: ['王秀兰', '李德明', '吴晓雯', '方国栋', '周文静', '马建军'],
  badTempered: ['马建军', '周文静'],
};

/** Where the supervisor dispatches. */
export const HAITANGWAN: Cast = {
  agents: ['宋雨'],
  technicians: ['冯刚', '董平'],
  head: '梁宏',
  director: '谢军',
  lazy: '董平',
  residents: ['许若琳', '高志远', '沈佳怡'],
  badTempered: ['许若琳'],
};

/** Who asks for the whole company. */
export const QUALITY = ['吴桐', '程颖'] as const;

/** Who handles what is complained of, above the office. */
export const COMPLAINTS_OFFICER = '袁媛';
export const MANAGEMENT_REPRESENTATIVE = '彭浩';
export const LEADERSHIP = ['曾勇', '蒋文', '蔡建华'] as const;
