import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ClosedStretch } from '#domain/closing-days.ts';
import { holidaysOf, shownSchoolYear } from '#domain/school-year.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Stack } from '#ui/Stack.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { holidayName } from '../meetings/parts/holiday-words.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { ADD_CLOSING_DAYS } from './closing-days.documents.ts';
import { stretchWords } from './closing-day-words.ts';

/** The usual Danish holidays as a start: shown before they are written, those that stand there already left out. */
export function UsualHolidays({
  schoolYear,
  there,
  onClose,
}: {
  schoolYear: string;
  /** What the whole municipality keeps closed already. */
  there: readonly Pick<ClosedStretch, 'from' | 'to'>[];
  onClose: () => void;
}) {
  const intl = useIntl();
  const usual = holidaysOf(schoolYear).map(({ key, from, to }) => ({
    key,
    day: { name: holidayName(key), schoolId: null, from, to },
    isThere: there.some((one) => one.from <= to && from <= one.to),
  }));
  const [out, setOut] = useState<ReadonlySet<string>>(
    () => new Set(usual.filter(({ isThere }) => isThere).map(({ key }) => key)),
  );
  const [add, { pending, error }] = useMutate(ADD_CLOSING_DAYS);
  const days = usual.filter(({ key }) => !out.has(key)).map(({ day }) => day);
  const write = async () => {
    const { id } = await add({ schoolYear, days });
    if (id) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={intl.formatMessage(
        { id: 'screens.closed.usual.title', defaultMessage: 'De sædvanlige ferier i {year}' },
        { year: shownSchoolYear(schoolYear) },
      )}
      closeLabel={intl.formatMessage({ id: 'screens.closed.close', defaultMessage: 'Luk' })}
      foot={
        <Button variant="primary" isDisabled={pending || days.length === 0} onPress={() => void write()}>
          <FormattedMessage
            id="screens.closed.usual.do"
            defaultMessage="{count, plural, =0 {Sæt ferier ind} one {Sæt én ferie ind} other {Sæt # ferier ind}}"
            values={{ count: days.length }}
          />
        </Button>
      }
    >
      <Stack gap={4}>
        <p>
          <FormattedMessage
            id="screens.closed.usual.lead"
            defaultMessage="Sådan holder de fleste skoler ferie. Vælg dem, I vil have med; bagefter kan I rette dagene, så de passer hos jer."
          />
        </p>
        {error ? <Banner tone="danger" title={refusalWords(intl, error)} /> : null}
        <Stack gap={2}>
          {usual.map(({ key, day, isThere }) => (
            <Checkbox
              key={key}
              isSelected={!out.has(key)}
              onChange={(isIn) => setOut(new Set(isIn ? [...out].filter((one) => one !== key) : [...out, key]))}
              detail={
                isThere
                  ? intl.formatMessage(
                      {
                        id: 'screens.closed.usual.there',
                        defaultMessage: '{days}. I har allerede fri på nogle af de dage.',
                      },
                      { days: stretchWords(intl, day) },
                    )
                  : stretchWords(intl, day)
              }
            >
              {day.name}
            </Checkbox>
          ))}
        </Stack>
      </Stack>
    </Dialog>
  );
}
