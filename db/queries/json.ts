/** A row as one JSON object, as statements that gather several tables answer. */
export type Json = Record<string, unknown>;
