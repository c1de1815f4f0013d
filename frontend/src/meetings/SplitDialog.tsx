import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MOST_PARTS } from '#inputs/meeting-plan.ts';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { NumberStepper } from '#ui/NumberStepper.tsx';
import { Stack } from '#ui/Stack.tsx';
import { TextField } from '#ui/TextField.tsx';
import type { Mutated } from '../live/parts/use-mutate.ts';
import { problemWords, refusalWords } from '../platform/parts/refusals.ts';
import type { ItemData } from './parts/meeting.documents.ts';
import css from './SplitDialog.module.css';
import type { ItemPart } from './use-plan.ts';

const rule = { max: TEXT_LIMITS.title, required: true };
/** Half for each to begin with; the whole stays as long as it was. */
const halves = (item: ItemData): ItemPart[] => {
  const second = Math.max(1, Math.floor(item.plannedMin / 2));
  return [
    { title: item.title, plannedMin: Math.max(1, item.plannedMin - second) },
    { title: '', plannedMin: second },
  ];
};

/** Divides an item that is too large to be reached into smaller ones. */
export function SplitDialog({
  item,
  split,
  onClose,
}: {
  item: ItemData;
  split: (parts: readonly ItemPart[]) => Promise<Mutated<unknown>>;
  onClose: () => void;
}) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [parts, setParts] = useState(() => halves(item));
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const change = (at: number, to: Partial<ItemPart>) =>
    setParts(parts.map((part, n) => (n === at ? { ...part, ...to } : part)));
  const divide = async () => {
    setTried(true);
    if (parts.some((part) => problemIn(part.title, rule))) return;
    const { error: fault } = await split(parts.map((part) => ({ ...part, title: part.title.trim() })));
    if (fault) return setError(fault);
    announce(
      intl.formatMessage(
        { id: 'plan.split.done', defaultMessage: '{title} er delt i {count} punkter' },
        { title: item.title, count: parts.length },
      ),
    );
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={intl.formatMessage({ id: 'plan.split.title', defaultMessage: 'Del »{title}« op' }, { title: item.title })}
      closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="plan.split.keep" defaultMessage="Fortryd" />
          </Button>
          <Button variant="primary" onPress={() => void divide()}>
            <FormattedMessage
              id="plan.split.do"
              defaultMessage="Del op i {count} punkter"
              values={{ count: parts.length }}
            />
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <p>
          <FormattedMessage
            id="plan.split.what"
            defaultMessage="Hvad er det mindste, I kan nå? Den første del beholder noter og handlinger fra tidligere møder."
          />
        </p>
        {parts.map((part, n) => {
          const problem = problemIn(part.title, { ...rule, required: tried });
          return (
            <div key={n} className={css.part}>
              <TextField
                autoFocus={n === 1}
                label={intl.formatMessage({ id: 'plan.split.part', defaultMessage: 'Del {number}' }, { number: n + 1 })}
                value={part.title}
                onChange={(title) => change(n, { title })}
                fault={problem ? problemWords(intl, problem) : undefined}
              />
              <NumberStepper
                label={intl.formatMessage(
                  { id: 'plan.split.minutes', defaultMessage: 'Del {number}, minutter' },
                  { number: n + 1 },
                )}
                unit={intl.formatMessage({ id: 'plan.min', defaultMessage: 'min' })}
                lessLabel={intl.formatMessage(
                  { id: 'plan.split.less', defaultMessage: 'Et minut mindre til del {number}' },
                  { number: n + 1 },
                )}
                moreLabel={intl.formatMessage(
                  { id: 'plan.split.more', defaultMessage: 'Et minut mere til del {number}' },
                  { number: n + 1 },
                )}
                minValue={1}
                maxValue={240}
                value={part.plannedMin}
                onChange={(plannedMin) => {
                  if (Number.isInteger(plannedMin)) change(n, { plannedMin });
                }}
              />
            </div>
          );
        })}
        {parts.length < MOST_PARTS && (
          <div>
            <Button
              variant="quiet"
              icon={<Plus aria-hidden />}
              onPress={() => setParts([...parts, { title: '', plannedMin: 5 }])}
            >
              <FormattedMessage id="plan.split.another" defaultMessage="En del mere" />
            </Button>
          </div>
        )}
        {error ? <p role="alert">{refusalWords(intl, error)}</p> : null}
      </Stack>
    </Dialog>
  );
}
