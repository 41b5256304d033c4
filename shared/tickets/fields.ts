/** I18: what a matter is about, by field of service. What a resident says comes unsorted; the agent sorts it. */
export const FIELDS = {
  unsorted: '还没归类',
  buildings: '房屋本体',
  equipment: '设备设施',
  environment: '环境卫生',
  greening: '绿化',
  security: '秩序维护',
  fire: '消防',
  vehicles: '车辆和道路',
  special: '特约服务',
  on_request: '其他委托',
} as const;

export type Field = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as [Field, ...Field[]];

/** What somebody may sort a matter into. */
export const SORTED_FIELDS = FIELD_NAMES.filter((name) => name !== 'unsorted') as [Field, ...Field[]];

/** A field in words; null where it names none. */
export const labelOfField = (field: string): string | null => FIELDS[field as Field] ?? null;
