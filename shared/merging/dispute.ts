/** What whoever’s own was merged says, with words of their own after it or without (Z3). */
export const NOT_THE_SAME = '这不是同一件';
