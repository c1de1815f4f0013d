import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { MenuButton } from '#ui/Menu.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { download } from '../platform/parts/download.ts';
import { refusalWords } from '../platform/parts/refusals.ts';

/** The minutes, or the leader's copy of them, as a file: to read and print, to work on, to file. @param from the address, without the sort */
export function DownloadMinutes({ from }: { from: string }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const viewer = useViewer();
  const isFetching = useRef(false);
  const [fault, setFault] = useState<unknown>(null);
  const fetchAs = async (sort: string) => {
    if (isFetching.current) return;
    isFetching.current = true;
    setFault(null);
    try {
      await download(`${from}/${sort}`, viewer.id);
      announce(intl.formatMessage({ id: 'minutes.download.done', defaultMessage: 'Referatet er hentet' }));
    } catch (error) {
      setFault(error);
    } finally {
      isFetching.current = false;
    }
  };
  return (
    <>
      <MenuButton
        icon={<Download aria-hidden />}
        label={intl.formatMessage({ id: 'minutes.download.menu', defaultMessage: 'Hent referatet som fil' })}
        entries={[
          {
            id: 'pdf',
            label: intl.formatMessage({ id: 'minutes.download.pdf', defaultMessage: 'PDF' }),
            detail: intl.formatMessage({
              id: 'minutes.download.pdfDetail',
              defaultMessage: 'Til at læse, dele og printe',
            }),
          },
          {
            id: 'word',
            label: intl.formatMessage({ id: 'minutes.download.word', defaultMessage: 'Word' }),
            detail: intl.formatMessage({
              id: 'minutes.download.wordDetail',
              defaultMessage: 'Til at skrive videre i',
            }),
          },
          {
            id: 'arkiv',
            label: intl.formatMessage({ id: 'minutes.download.archive', defaultMessage: 'PDF til journalen' }),
            detail: intl.formatMessage({
              id: 'minutes.download.archiveDetail',
              defaultMessage: 'PDF/A, til at gemme i mange år',
            }),
          },
        ]}
        onAction={(sort) => void fetchAs(sort)}
      >
        <FormattedMessage id="minutes.download" defaultMessage="Hent" />
      </MenuButton>
      {fault !== null && (
        <p role="alert">
          {fault instanceof TypeError ? (
            <FormattedMessage
              id="minutes.download.away"
              defaultMessage="Serveren svarer ikke, og referatet blev ikke hentet. Prøv igen om lidt."
            />
          ) : (
            refusalWords(intl, fault)
          )}
        </p>
      )}
    </>
  );
}
