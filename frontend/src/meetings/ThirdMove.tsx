import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { asksToDecide } from '#domain/carry-over.ts';
import { Button } from '#ui/Button.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { ItemData } from './parts/meeting.documents.ts';
import css from './ThirdMove.module.css';
import type { Plan } from './use-plan.ts';

/** "Beslut, del op eller slip?", asked of an item that was moved three times. One that is to be decided has its answer. */
export function ThirdMove({
  item,
  mayPlan,
  plan,
  onSplit,
  onDrop,
}: {
  item: ItemData;
  mayPlan: boolean;
  plan: Plan;
  onSplit: () => void;
  onDrop: () => void;
}) {
  if (!asksToDecide(item.timesMoved) || !mayPlan) return null;
  if (item.kind === 'DECISION') {
    return (
      <p className={css.third}>
        <FormattedMessage id="plan.third.decided" defaultMessage="Denne gang beslutter I." />
      </p>
    );
  }
  const ways = [
    {
      id: 'decide',
      words: (
        <FormattedMessage id="plan.third.decide" defaultMessage="Beslut<hidden> {title}</hidden>" values={said(item)} />
      ),
      choose: () => void plan.setKind(item, 'DECISION'),
    },
    {
      id: 'split',
      words: (
        <FormattedMessage id="plan.third.split" defaultMessage="Del op<hidden> {title}</hidden>" values={said(item)} />
      ),
      choose: onSplit,
    },
    {
      id: 'drop',
      words: (
        <FormattedMessage id="plan.third.drop" defaultMessage="Slip<hidden> {title}</hidden>" values={said(item)} />
      ),
      choose: onDrop,
    },
  ];
  return (
    <div className={css.third}>
      <span>
        <FormattedMessage id="plan.third.ask" defaultMessage="Hvad nu?" />
      </span>
      {ways.map(({ id, words, choose }) => (
        <Button key={id} size="small" onPress={choose}>
          {words}
        </Button>
      ))}
    </div>
  );
}

/** Seen as one word, heard with which item it is about. */
const said = ({ title }: ItemData) => ({
  title,
  hidden: (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden>,
});
