import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Area, sayAreas } from '../../../../shared/publications/work-notices.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { toggleArea } from './draft.ts';

/** Whom it is for: buildings, or units of one; nothing chosen is the whole estate (P8). */
export function Areas({ officeId, areas, onChange }: { officeId: string; areas: readonly Area[]; onChange: (areas: Area[]) => void }) {
  const asked = useAsked(officeId ? () => api.buildings({ officeId }) : null, officeId);
  const [building, look] = useState<number | null>(areas[0]?.building ?? null);
  const has = (area: Area) => areas.some((one) => one.building === area.building && one.unit === area.unit);
  return (
    <Shown asked={asked}>
      {({ items }) => {
        const units = items.find((one) => one.building === building)?.units ?? [];
        return (
          <>
            <View className="chips">
              <Chip id="area-all" on={areas.length === 0} onPress={() => onChange([])}>
                全小区
              </Chip>
              {items.map((one) => (
                <Chip
                  key={one.building}
                  id={`building-${one.building}`}
                  on={areas.some((area) => area.building === one.building)}
                  onPress={() => {
                    look(one.building);
                    if (!areas.some((area) => area.building === one.building)) onChange(toggleArea(areas, { building: one.building, unit: null }));
                  }}
                >
                  {`${one.building}栋`}
                </Chip>
              ))}
            </View>
            {building !== null && units.length > 0 && (
              <View className="chips mt8">
                <Chip id="unit-all" on={has({ building, unit: null })} onPress={() => onChange(toggleArea(areas, { building, unit: null }))}>
                  {`${building}栋全栋`}
                </Chip>
                {units.map((unit) => (
                  <Chip key={unit} id={`unit-${unit}`} on={has({ building, unit })} onPress={() => onChange(toggleArea(areas, { building, unit }))}>
                    {`${unit}单元`}
                  </Chip>
                ))}
              </View>
            )}
            <View className="cap mt8">发给：{sayAreas(areas)}</View>
          </>
        );
      }}
    </Shown>
  );
}
