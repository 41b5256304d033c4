/** What the service centre keeps at hand for whoever asks (I12), in the order it is read. */
export const GUIDE_SECTIONS = {
  ways: '办事',
  questions: '常见问题',
  phones: '电话',
  functions: '功能布局',
  activities: '活动',
  surroundings: '周边',
} as const;
export type GuideSection = keyof typeof GUIDE_SECTIONS;
export const GUIDE_SECTION_NAMES = Object.keys(GUIDE_SECTIONS) as [GuideSection, ...GuideSection[]];
