import { FormattedMessage, useIntl } from 'react-intl';
import { refusalWords } from '../platform/parts/refusals.ts';

/** Nothing was found: what to try, and where was looked. */
export function NoneFound({ text }: { text: string }) {
  return (
    <>
      <p>
        <FormattedMessage
          id="sharing.none"
          defaultMessage="Ingen fund for »{text}«. Prøv et kortere ord."
          values={{ text }}
        />
      </p>
      <p className="small ink2">
        <FormattedMessage
          id="sharing.none.where"
          defaultMessage="Der søges i det, du selv kan åbne: dine teams møder, noter, beslutninger, handlinger, referater, filer og links."
        />
      </p>
    </>
  );
}

/** A search that came to nothing, in words; what is written in the field stays. */
export function SearchFault({ error }: { error: unknown }) {
  return <p role="alert">{refusalWords(useIntl(), error)}</p>;
}
