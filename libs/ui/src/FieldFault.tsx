import { CircleAlert } from 'lucide-react';
import { FieldError } from 'react-aria-components';
import css from './field.module.css';

/** The fault under a field: icon and words, tied to the field by React Aria. Shows nothing when there is none. */
export function FieldFault({ fault }: { fault?: string | undefined }) {
  return (
    <FieldError className={css.fault!}>
      {({ validationErrors }) => (
        <>
          <CircleAlert aria-hidden />
          <span>{fault ?? validationErrors.join(' ')}</span>
        </>
      )}
    </FieldError>
  );
}
