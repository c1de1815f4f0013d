import { Presentation } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { MenuButton } from '#ui/Menu.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import type { MeetingData } from '../../meetings/parts/meeting.documents.ts';
import css from '../LendScreen.module.css';
import { LendDialog } from '../LendDialog.tsx';
import { TAKE_BACK_SCREENS } from './projector.documents.ts';

/** Lends the meeting to the screen in the room; while it is shown there, everybody sees that it is, and can take it back. */
export function LendScreen({ meeting }: { meeting: Pick<MeetingData, 'id' | 'lentScreens' | 'may'> }) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const [takeBack] = useMutate(TAKE_BACK_SCREENS, { again: true });
  const shown = meeting.lentScreens > 0;
  useAnnounceShown(shown);
  if (!meeting.may.includes('projector.lend')) return null;
  return (
    <>
      {shown ? (
        <MenuButton
          size="small"
          variant="quiet"
          icon={<Presentation aria-hidden />}
          label={intl.formatMessage({
            id: 'projector.lend.menu',
            defaultMessage: 'Vises på skærmen i lokalet. Tag skærmen tilbage, eller vis mødet på en til',
          })}
          entries={[
            {
              id: 'back',
              label: intl.formatMessage({ id: 'projector.lend.back', defaultMessage: 'Tag skærmen tilbage' }),
            },
            {
              id: 'more',
              label: intl.formatMessage({ id: 'projector.lend.more', defaultMessage: 'Vis på en skærm til' }),
            },
          ]}
          onAction={(id) => (id === 'back' ? void takeBack({ meetingId: meeting.id }) : setOpen(true))}
        >
          <span className={css.onWide}>
            <FormattedMessage id="projector.lend.shown" defaultMessage="Vises på skærmen" />
          </span>
        </MenuButton>
      ) : (
        <Button size="small" variant="quiet" icon={<Presentation aria-hidden />} onPress={() => setOpen(true)}>
          <span className={css.onWide}>
            <FormattedMessage id="projector.lend" defaultMessage="Vis på skærmen" />
          </span>
        </Button>
      )}
      {open && <LendDialog meetingId={meeting.id} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Nobody is shown on a wall without hearing of it. */
function useAnnounceShown(shown: boolean): void {
  const intl = useIntl();
  const announce = useAnnounce();
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    announce(
      shown
        ? intl.formatMessage({ id: 'projector.lend.status', defaultMessage: 'Mødet vises på skærmen i lokalet' })
        : intl.formatMessage({
            id: 'projector.lend.statusBack',
            defaultMessage: 'Mødet vises ikke længere på skærmen i lokalet',
          }),
    );
  }, [shown, announce, intl]);
}
