/** What whoever did not say who they are is called, and their home: nobody is asked for a name (readings 21). */
export const UNNAMED = '不具名';
