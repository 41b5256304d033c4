import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { sayRoles } from '../roles.ts';
import type { Viewer } from '../session.ts';

/** Who works here and as what. */
export function StaffHead({ viewer, note, children }: PropsWithChildren<{ viewer: Viewer; note: string }>) {
  const { person, appointments } = viewer.session;
  return (
    <View className="row staff-head">
      <View className="av">{person.name.slice(0, 1)}</View>
      <View className="grow">
        <View className="b">
          {person.name}　{sayRoles(appointments)}
        </View>
        <Text className="sub">
          {note}
          {viewer.posts.length > 1 && '（别的岗位在“我的”里换）'}
        </Text>
      </View>
      {children}
    </View>
  );
}
