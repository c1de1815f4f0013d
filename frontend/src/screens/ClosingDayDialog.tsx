import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { closingFault, type ClosedStretch } from '#domain/closing-days.ts';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { DayField } from '#ui/DayField.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { Inline, Stack } from '#ui/Stack.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { refusalOf, refusalWords } from '../platform/parts/refusals.ts';
import { ADD_CLOSING_DAYS, CHANGE_CLOSING_DAY } from './closing-days.documents.ts';
import { closingWords, problemAt, stretchWords } from './closing-day-words.ts';

const EVERYWHERE = 'EVERYWHERE';

/** One holiday or closed day: what it is called, from when to when, and where. */
export function ClosingDayDialog({
  id,
  begun,
  schoolYear,
  schools,
  onClose,
}: {
  /** Null for a new one. */
  id: string | null;
  begun: ClosedStretch;
  schoolYear: string;
  schools: readonly { id: string; name: string }[];
  onClose: () => void;
}) {
  const intl = useIntl();
  const [draft, setDraft] = useState(begun);
  const [seen, setSeen] = useState(begun);
  const [isOneDay, setOneDay] = useState(id === null);
  const [tried, setTried] = useState(false);
  const [add, adding] = useMutate(ADD_CLOSING_DAYS);
  const [change, changing] = useMutate(CHANGE_CLOSING_DAY);
  const { error, forget } = id ? changing : adding;
  const refusal = refusalOf(error);
  const nameRule = { max: TEXT_LIMITS.name, required: true };
  const nameProblem = problemIn(draft.name, { ...nameRule, required: tried }) ?? problemAt(refusal, 'name');
  const fault = tried ? closingFault(draft, schoolYear) : null;
  const schoolProblem = problemAt(refusal, 'schoolId');
  const words = (problem: string | null | undefined) => (problem ? closingWords(intl, problem, schoolYear) : undefined);
  const put = (fields: Partial<ClosedStretch>) => {
    setDraft((known) => ({ ...known, ...fields }));
    if (refusal?.code !== 'CHANGED_MEANWHILE') forget();
  };
  const save = async () => {
    setTried(true);
    if (problemIn(draft.name, nameRule) || closingFault(draft, schoolYear)) return;
    const done = id
      ? await change({ id, schoolYear, day: draft, seen: plain(seen) })
      : await add({ schoolYear, days: [draft] });
    if (done.id) onClose();
    else if (done.refusal?.code === 'CHANGED_MEANWHILE') setSeen(done.refusal.current as unknown as ClosedStretch);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        id
          ? intl.formatMessage({ id: 'screens.closed.change.title', defaultMessage: 'Ret ferie eller lukkedag' })
          : intl.formatMessage({ id: 'screens.closed.add.title', defaultMessage: 'Ny ferie eller lukkedag' })
      }
      closeLabel={intl.formatMessage({ id: 'screens.closed.close', defaultMessage: 'Luk' })}
      foot={
        <Button variant="primary" isDisabled={adding.pending || changing.pending} onPress={() => void save()}>
          <FormattedMessage id="screens.closed.save" defaultMessage="Gem" />
        </Button>
      }
    >
      <Stack gap={5}>
        {refusal?.code === 'CHANGED_MEANWHILE' ? (
          <Banner
            tone="warn"
            title={intl.formatMessage({
              id: 'screens.closed.meanwhile',
              defaultMessage: 'En anden har rettet det imens',
            })}
          >
            <FormattedMessage
              id="screens.closed.meanwhile.what"
              defaultMessage="Nu står der »{name}«, {days}. Gem igen, hvis det skal være, som I har skrevet her."
              values={{ name: seen.name, days: stretchWords(intl, seen) }}
            />
          </Banner>
        ) : refusal?.code === 'NOT_FOUND' ? (
          <Banner
            tone="warn"
            title={intl.formatMessage({
              id: 'screens.closed.gone',
              defaultMessage: 'En anden har slettet det imens. Intet er gemt; luk, og skriv det ind som nyt.',
            })}
          />
        ) : error && !refusal?.fields.length ? (
          <Banner tone="danger" title={refusalWords(intl, error)} />
        ) : null}
        <TextField
          autoFocus
          label={intl.formatMessage({ id: 'screens.closed.name', defaultMessage: 'Navn' })}
          aside={intl.formatMessage({ id: 'screens.closed.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
          value={draft.name}
          onChange={(name) => put({ name })}
          fault={words(nameProblem)}
        />
        <Inline gap={4} align="start">
          <DayField
            label={intl.formatMessage({ id: 'screens.closed.from', defaultMessage: 'Første dag' })}
            value={parseDate(draft.from)}
            onChange={(day) => put({ from: day.toString(), ...(isOneDay ? { to: day.toString() } : {}) })}
            fault={words(fault?.field === 'from' ? fault.problem : problemAt(refusal, 'from'))}
          />
          <DayField
            label={intl.formatMessage({ id: 'screens.closed.to', defaultMessage: 'Sidste dag' })}
            value={parseDate(draft.to)}
            onChange={(day) => {
              setOneDay(false);
              put({ to: day.toString() });
            }}
            fault={words(fault?.field === 'to' ? fault.problem : problemAt(refusal, 'to'))}
          />
        </Inline>
        <Select
          label={intl.formatMessage({ id: 'screens.closed.where', defaultMessage: 'Gælder for' })}
          options={[
            {
              id: EVERYWHERE,
              label: intl.formatMessage({ id: 'screens.closed.everywhere', defaultMessage: 'Hele kommunen' }),
            },
            ...schools.map(({ id: school, name }) => ({ id: school, label: name })),
          ]}
          value={draft.schoolId ?? EVERYWHERE}
          onChange={(school) => put({ schoolId: school === EVERYWHERE ? null : school })}
          fault={words(schoolProblem)}
        />
      </Stack>
    </Dialog>
  );
}

/** Without what the server's answer brought besides. */
const plain = ({ name, schoolId, from, to }: ClosedStretch): ClosedStretch => ({ name, schoolId, from, to });
