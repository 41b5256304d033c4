/** Every clause the product runs so far. A finished feature adds its own; each is cited by a scenario, and nothing else is. */
export const CLAUSES_RUN = ['I2', 'I5', 'I7', 'I9', 'I16', 'R1', 'R2', 'R3', 'R8', 'R9', 'R11', 'D1', 'D2', 'A1', 'A2', 'A3', 'Z18'] as const;
