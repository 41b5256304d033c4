import type { DemoParts } from './shape.ts';

// What stands in the demo's place in every other build.
export const DemoSignIn: DemoParts['DemoSignIn'] = () => null;
export const DemoForward: DemoParts['DemoForward'] = () => null;
