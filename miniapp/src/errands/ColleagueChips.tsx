import { View } from '@tarojs/components';
import { Chip } from '../kernel/parts/Choice.tsx';

interface Props {
  people: readonly { id: string; name: string; post: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** One colleague of several, each with their post. */
export const ColleagueChips = ({ people, chosen, onChoose }: Props) => (
  <View className="chips">
    {people.map(({ id, name, post }) => (
      <Chip key={id} id={`colleague-${id}`} on={id === chosen} onPress={() => onChoose(id)}>
        {name} {post}
      </Chip>
    ))}
  </View>
);
