import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useBlocker } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';

/**
 * What is written in a form and not saved is not left without a question, be it by a link, the browser's way back or a closed window.
 * @param isNew nothing of it has been saved before
 * @returns the question, drawn where it is put; and what lets one go without it, once all is saved
 */
export function useUnsaved(isDirty: boolean, isNew = false): { question: ReactNode; letGo: () => void } {
  const intl = useIntl();
  const free = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && !free.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isDirty) return undefined;
    // The browser asks in its own words; there is nothing else to stop a window with.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  const letGo = useCallback(() => {
    free.current = true;
  }, []);
  const stay = () => blocker.state === 'blocked' && blocker.reset();
  const question = blocker.state === 'blocked' && (
    <Dialog
      isOpen
      alert
      size="small"
      onClose={stay}
      title={intl.formatMessage({ id: 'template.unsaved', defaultMessage: 'Gå uden at gemme?' })}
      closeLabel={intl.formatMessage({ id: 'template.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={() => blocker.proceed()}>
            <FormattedMessage id="template.unsaved.leave" defaultMessage="Gå uden at gemme" />
          </Button>
          <Button variant="primary" onPress={stay}>
            <FormattedMessage id="template.unsaved.stay" defaultMessage="Bliv her" />
          </Button>
        </>
      }
    >
      <p>
        {isNew ? (
          <FormattedMessage
            id="template.unsaved.new"
            defaultMessage="Den nye skabelon er ikke gemt endnu. Går I nu, er det, I har skrevet, væk."
          />
        ) : (
          <FormattedMessage
            id="template.unsaved.what"
            defaultMessage="Det, I har rettet i skabelonen, er ikke gemt endnu. Går I nu, er rettelserne væk; skabelonen selv står, som den sidst blev gemt."
          />
        )}
      </p>
    </Dialog>
  );
  return { question, letGo };
}
