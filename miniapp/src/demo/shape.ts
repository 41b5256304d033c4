import type { FunctionComponent } from 'react';

/** What pages may ask of the demo; absent.tsx and parts.tsx both answer it. */
export interface DemoParts {
  DemoSignIn: FunctionComponent;
  DemoForward: FunctionComponent<{ onForward: () => unknown }>;
}
