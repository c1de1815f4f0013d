import { useQuery } from '@apollo/client/react';
import { ChevronLeft, ChevronRight, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import type { ClosedStretch } from '#domain/closing-days.ts';
import { copenhagenDate } from '#domain/copenhagen.ts';
import {
  isSchoolYear,
  schoolYearBeside,
  schoolYearBounds,
  schoolYearOf,
  shownSchoolYear,
} from '#domain/school-year.ts';
import { Button } from '#ui/Button.tsx';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { serverNow } from '../platform/parts/server-clock.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './ClosingDays.module.css';
import { CLOSING_DAYS } from './closing-days.documents.ts';
import { ClosingDayDialog } from './ClosingDayDialog.tsx';
import { stretchOf, stretchWords, type ClosingDay } from './closing-day-words.ts';
import { Removed } from './Removed.tsx';
import { UsualHolidays } from './UsualHolidays.tsx';
import { useRemoving } from './use-removing.ts';

type Open = { what: 'USUAL' } | { what: 'ONE'; id: string | null; begun: ClosedStretch };

/** "Hvornår er der lukket?" The municipality's holidays and its schools' own closed days, a school year at a time. */
export function ClosingDays() {
  const intl = useIntl();
  const { municipalityId, municipalityName } = useViewer();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<Open | null>(null);
  const today = copenhagenDate(serverNow());
  const asked = search.get('aar');
  const schoolYear = isSchoolYear(asked) ? asked : schoolYearOf(today);
  const { data, previousData, error, refetch } = useQuery(CLOSING_DAYS, { variables: { schoolYear } });
  const read = (data ?? previousData)?.closingDays;
  const removing = useRemoving(schoolYear, () => void refetch());
  useFollow('MUNICIPALITY', municipalityId, read?.liveVersion, () => void refetch());
  const title = intl.formatMessage({ id: 'screens.closed.title', defaultMessage: 'Ferie og lukkedage' });
  usePageTitle(title);
  if (error && !read) throw error;
  if (!read)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'screens.closed.loading', defaultMessage: 'Henter ferier og lukkedage' })}
        lines={10}
      />
    );
  const shown = shownSchoolYear(read.schoolYear);
  const go = (by: number) => {
    removing.forget();
    setSearch({ aar: schoolYearBeside(read.schoolYear, by) }, { replace: true });
  };
  const { startsOn } = schoolYearBounds(read.schoolYear);
  const first = schoolYearOf(today) === read.schoolYear ? today : startsOn;
  const hasOwn = read.days.some(({ school, from }) => !school && from >= startsOn);
  const usual = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} onPress={() => setOpen({ what: 'USUAL' })}>
      <FormattedMessage id="screens.closed.usual" defaultMessage="Sæt de sædvanlige danske ferier ind" />
    </Button>
  );
  const row = (day: ClosingDay) => ({
    id: day.id,
    cells: {
      name: day.name,
      days: <span className="figures">{stretchWords(intl, day)}</span>,
      where: day.school?.name ?? <FormattedMessage id="screens.closed.everywhere" defaultMessage="Hele kommunen" />,
      ...(read.mayKeep
        ? {
            acts: (
              <span className={css.acts}>
                <IconButton
                  icon={<Pencil aria-hidden />}
                  label={intl.formatMessage(
                    { id: 'screens.closed.change', defaultMessage: 'Ret {name}' },
                    { name: day.name },
                  )}
                  onPress={() => setOpen({ what: 'ONE', id: day.id, begun: stretchOf(day) })}
                />
                <IconButton
                  icon={<Trash2 aria-hidden />}
                  label={intl.formatMessage(
                    { id: 'screens.closed.remove', defaultMessage: 'Slet {name}' },
                    { name: day.name },
                  )}
                  onPress={() => void removing.remove(day)}
                />
              </span>
            ),
          }
        : {}),
    },
  });
  return (
    <div className={css.page}>
      <PageHeader
        title={intl.formatMessage(
          { id: 'screens.closed.heading', defaultMessage: 'Ferie og lukkedage {year}' },
          { year: shown },
        )}
        kicker={municipalityName}
        lead={
          <p>
            <FormattedMessage
              id="screens.closed.lead"
              defaultMessage="Når et team planlægger sit år, springer Pejling disse dage over. Teamet kan stadig vælge en af dem."
            />
          </p>
        }
        aside={
          <div className={css.buttons}>
            <Button icon={<ChevronLeft aria-hidden />} onPress={() => go(-1)}>
              {shownSchoolYear(schoolYearBeside(read.schoolYear, -1))}
            </Button>
            <Button iconAfter={<ChevronRight aria-hidden />} onPress={() => go(1)}>
              {shownSchoolYear(schoolYearBeside(read.schoolYear, 1))}
            </Button>
          </div>
        }
      />
      <Removed removing={removing} />
      {!hasOwn && (
        <EmptyState
          sentence={intl.formatMessage(
            {
              id: 'screens.closed.none',
              defaultMessage: 'Kommunen har ingen egne ferier i {year} endnu.',
            },
            { year: shown },
          )}
          detail={intl.formatMessage({
            id: 'screens.closed.none.detail',
            defaultMessage:
              'Indtil da springer vi de ferier over, som de fleste skoler holder. Fra den første dag, I skriver for hele kommunen, gælder kun det, der står her.',
          })}
          action={read.mayKeep && usual('primary')}
        />
      )}
      {read.days.length > 0 && (
        <DataTable
          caption={intl.formatMessage(
            { id: 'screens.closed.caption', defaultMessage: 'Ferier og lukkedage i skoleåret {year}' },
            { year: shown },
          )}
          columns={[
            { id: 'name', head: intl.formatMessage({ id: 'screens.closed.name', defaultMessage: 'Navn' }) },
            { id: 'days', head: intl.formatMessage({ id: 'screens.closed.days', defaultMessage: 'Dage' }) },
            { id: 'where', head: intl.formatMessage({ id: 'screens.closed.where', defaultMessage: 'Gælder for' }) },
            ...(read.mayKeep
              ? [
                  {
                    id: 'acts',
                    head: intl.formatMessage({ id: 'screens.closed.acts', defaultMessage: 'Ret eller slet' }),
                    align: 'end' as const,
                    hideHead: true,
                  },
                ]
              : []),
          ]}
          rows={read.days.map(row)}
        />
      )}
      <footer className={css.buttons}>
        {read.mayKeep && (
          <>
            <Button
              variant={hasOwn ? 'primary' : 'secondary'}
              onPress={() =>
                setOpen({ what: 'ONE', id: null, begun: { name: '', schoolId: null, from: first, to: first } })
              }
            >
              <FormattedMessage id="screens.closed.add" defaultMessage="Tilføj ferie eller lukkedag" />
            </Button>
            {hasOwn && usual('secondary')}
          </>
        )}
        <WhoCanSee abilities={['closedDays.read', 'series.read']} />
      </footer>
      {open?.what === 'USUAL' && (
        <UsualHolidays
          schoolYear={read.schoolYear}
          there={read.days.filter(({ school }) => !school)}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.what === 'ONE' && (
        <ClosingDayDialog
          id={open.id}
          begun={open.begun}
          schoolYear={read.schoolYear}
          schools={read.schools}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
