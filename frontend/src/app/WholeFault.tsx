import { Component, type ReactNode } from 'react';
import { FaultWords } from './PageFault.tsx';

/** What is shown in place of everything when not even the frame of a page could be fetched or drawn: never nothing. */
export class WholeFault extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main id="main">
        <FaultWords error={error} />
      </main>
    );
  }
}
