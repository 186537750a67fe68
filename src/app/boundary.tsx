import { Component, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';

type Props = { title: string; text: string; reload: string; children: ReactNode };

/** A fault of ours never leaves a blank page: it says that what is saved is safe, and offers to load again. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    const { title, text, reload, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <Page title={title}>
        <p>{text}</p>
        <Button look="main" onPress={() => window.location.reload()}>
          {reload}
        </Button>
      </Page>
    );
  }
}
