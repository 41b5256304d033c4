import type { FollowerDeeds } from '../deeds.ts';
import type { Teller } from './teller.ts';

export const followerDeeds = ({ api, homeId }: Teller): FollowerDeeds => ({
  hearsOfAlike: async (category, where = '') => {
    const { homes } = await api.session({});
    const { items } = await api.alike({ homeId: homes[0]?.id ?? (await homeId('3栋2单元502')), category, where });
    return items.map((one) => one.id);
  },
  follows: async ({ id }) => {
    await api.follow({ id });
  },
  unfollows: async ({ id }) => {
    await api.unfollow({ id });
  },
  shares: async ({ id }) => {
    await api.share({ id });
  },
});
