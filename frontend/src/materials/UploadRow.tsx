import { CircleAlert, Upload as UploadIcon } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { refusalOf } from '../platform/parts/refusals.ts';
import css from './Materials.module.css';
import { materialFault } from './material-words.ts';
import type { Upload } from './upload-line.ts';

/** A file on its way, with how far it has come; or why it was not taken. */
export function UploadRow({ upload, onDrop, onAgain }: { upload: Upload; onDrop: () => void; onAgain: () => void }) {
  const intl = useIntl();
  const { file, part, state, error } = upload;
  const Icon = state === 'failed' ? CircleAlert : UploadIcon;
  const percent = Math.floor(part * 100);
  // What is wrong with the file itself is as wrong the next time.
  const isWorthTrying = state === 'failed' && refusalOf(error)?.code !== 'FILE_REFUSED';
  return (
    <li className={css.row} data-failed={state === 'failed' || undefined}>
      <Icon aria-hidden strokeWidth={1.75} className={css.icon} />
      <div className={css.words}>
        <span className={css.name}>{file.name}</span>
        {state === 'failed' ? (
          <p role="alert" className={css.fault}>
            {materialFault(intl, error)}
          </p>
        ) : (
          <>
            <progress
              className={css.progress}
              max={100}
              value={percent}
              aria-label={intl.formatMessage(
                { id: 'materials.sending.label', defaultMessage: 'Sender {name}' },
                { name: file.name },
              )}
            />
            <span className={css.what}>
              {state === 'waiting' ? (
                <FormattedMessage id="materials.sending.waiting" defaultMessage="Venter på den forrige" />
              ) : part < 1 ? (
                <FormattedMessage
                  id="materials.sending.part"
                  defaultMessage="Sender, {percent} %"
                  values={{ percent }}
                />
              ) : (
                <FormattedMessage id="materials.sending.checking" defaultMessage="Sendt. Filen tjekkes …" />
              )}
            </span>
          </>
        )}
        <div className={css.under}>
          {isWorthTrying && (
            <Button size="small" onPress={onAgain}>
              <FormattedMessage id="materials.sending.again" defaultMessage="Prøv igen" />
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            onPress={onDrop}
            aria-label={
              state === 'failed'
                ? intl.formatMessage(
                    { id: 'materials.sending.closeName', defaultMessage: 'Luk beskeden om {name}' },
                    { name: file.name },
                  )
                : intl.formatMessage(
                    { id: 'materials.sending.cancelName', defaultMessage: 'Afbryd {name}' },
                    { name: file.name },
                  )
            }
          >
            {state === 'failed' ? (
              <FormattedMessage id="materials.sending.close" defaultMessage="Luk" />
            ) : (
              <FormattedMessage id="materials.sending.cancel" defaultMessage="Afbryd" />
            )}
          </Button>
        </div>
      </div>
    </li>
  );
}
