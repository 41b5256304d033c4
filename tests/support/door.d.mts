/** Everything a door is given at its start, good for nothing else. */
export function throwawayEnvironment(): Record<string, string>;
