import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { toggleLarge, useLarge } from '../../kernel/scale.ts';
import { chooseHome, type Viewer } from '../../kernel/session.ts';
import './greeting.scss';

/** Who, and which home, with a chooser where there are several; 大字版 beside it. */
export function Greeting({ viewer }: { viewer: Viewer }) {
  const { person, homes } = viewer.session;
  const [choosing, setChoosing] = useState(false);
  const isLarge = useLarge();
  const severalHomes = homes.length > 1;
  return (
    <View className="hello">
      <View className="grow">
        <View className="title">{person.name}，您好</View>
        {viewer.home && (
          <Press id="choose-home" className="hello-where" off={!severalHomes} onPress={() => setChoosing(true)}>
            <Icon name="pin" />
            <Text>{viewer.home.label}</Text>
            {severalHomes && <Icon name="down" className="little-ic" />}
          </Press>
        )}
      </View>
      <Press id="large" className={`chip ${isLarge ? 'on' : ''}`} onPress={toggleLarge}>
        {isLarge ? '标准字' : '大字版'}
      </Press>
      {choosing && (
        <Sheet title="看哪个家" onClose={() => setChoosing(false)}>
          <View className="mt12">
            {homes.map((home) => (
              <Press
                key={home.id}
                id={`home-${home.id}`}
                className={`pick ${home.id === viewer.home?.id ? 'on' : ''}`}
                role="radio"
                onPress={() => {
                  chooseHome(home.id);
                  setChoosing(false);
                }}
              >
                <View className="radio" />
                <View className="grow">
                  <View className="b">{home.label}</View>
                  <Text className="sub">{home.officeName}</Text>
                </View>
              </Press>
            ))}
          </View>
        </Sheet>
      )}
    </View>
  );
}
