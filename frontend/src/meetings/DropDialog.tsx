import { FormattedMessage, useIntl } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import type { ItemData } from './parts/meeting.documents.ts';
import { ReasonDialog } from './parts/ReasonDialog.tsx';
import type { Plan } from './use-plan.ts';

/** Letting an item go before the meeting: why, and where it can be found again. */
export function DropDialog({ item, plan, onClose }: { item: ItemData; plan: Plan; onClose: () => void }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const drop = async (reason: string) => {
    const { error } = await plan.dropItem(item, reason);
    if (error) return error;
    announce(
      intl.formatMessage({ id: 'plan.drop.done', defaultMessage: 'I har sluppet {title}' }, { title: item.title }),
    );
    return onClose();
  };
  return (
    <ReasonDialog
      title={intl.formatMessage({ id: 'plan.drop.title', defaultMessage: 'Slip »{title}«?' }, { title: item.title })}
      reason={intl.formatMessage({ id: 'plan.drop.reason', defaultMessage: 'Hvorfor slipper I det?' })}
      keep={<FormattedMessage id="plan.drop.keep" defaultMessage="Behold punktet" />}
      go={<FormattedMessage id="plan.drop.do" defaultMessage="Slip punktet" />}
      onGo={drop}
      onClose={onClose}
    >
      <p>
        <FormattedMessage
          id="plan.drop.what"
          defaultMessage="Det er helt i orden at slippe noget. Punktet kommer ikke igen af sig selv, men I finder det under dagsordenen. Aftalte handlinger lever videre."
        />
      </p>
    </ReasonDialog>
  );
}
