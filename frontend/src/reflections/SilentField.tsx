import { FormattedMessage, useIntl } from 'react-intl';
import { TextArea } from '#ui/TextArea.tsx';
import { problemWords } from '../platform/parts/refusals.ts';
import type { SilentDraft } from './silent-draft.ts';
import css from './SilentRoom.module.css';

/** One post's field: a page to write on. */
export function SilentField({
  draft,
  number,
  colleague,
  problem,
  onType,
  onLeave,
}: {
  draft: SilentDraft;
  number: number;
  /** Whose words they are, when it isn't one's own. */
  colleague: string | null;
  problem: string | null;
  onType: (text: string) => void;
  onLeave: () => void;
}) {
  const intl = useIntl();
  return (
    <div className={css.field} data-colleague={colleague ? '' : undefined}>
      {colleague && (
        <p className={css.colleague}>
          <b>
            <FormattedMessage id="reflections.for" defaultMessage="For {name}" values={{ name: colleague }} />
          </b>
          <span className="small ink2">
            <FormattedMessage
              id="reflections.for.explain"
              defaultMessage="Kun du kan se det, til alle indlæg vises. Så tæller det som {name}s."
              values={{ name: colleague }}
            />
          </span>
        </p>
      )}
      <TextArea
        look="sheet"
        label={
          colleague
            ? intl.formatMessage(
                { id: 'reflections.field.for', defaultMessage: 'Indlæg for {name}' },
                { name: colleague },
              )
            : intl.formatMessage({ id: 'reflections.field', defaultMessage: 'Mit indlæg {number}' }, { number })
        }
        hideLabel
        rows={colleague || number > 1 ? 3 : 8}
        placeholder={intl.formatMessage({ id: 'reflections.placeholder', defaultMessage: 'Skriv her …' })}
        value={draft.text}
        onChange={onType}
        onBlur={onLeave}
        fault={problem ? problemWords(intl, problem) : undefined}
      />
    </div>
  );
}
