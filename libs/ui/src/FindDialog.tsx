import { Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Autocomplete,
  Button,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { ScrollingBody } from './Dialog.tsx';
import css from './FindDialog.module.css';

/** Something to go to or to do. */
export interface FindEntry {
  id: string;
  /** What a screen reader says of it, and what it is called by. */
  words: string;
  /** The same as it is drawn, with what was sought marked. */
  title: ReactNode;
  detail?: ReactNode;
  icon?: ReactNode;
}

export interface FindGroup {
  id: string;
  title: string;
  entries: readonly FindEntry[];
}

export interface FindDialogProps {
  isOpen: boolean;
  onClose: () => void;
  label: string;
  closeLabel: string;
  clearLabel: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  groups: readonly FindGroup[];
  onChoose: (id: string) => void;
  /** Under the field: nothing found, or what went wrong. */
  instead?: ReactNode;
  /** The lowest line: what the keys do. */
  foot?: ReactNode;
}

/** One field in the middle of the page and, as one types, a list in groups; all of it from the keyboard. */
export function FindDialog({
  isOpen,
  onClose,
  label,
  closeLabel,
  clearLabel,
  placeholder,
  text,
  onText,
  groups,
  onChoose,
  instead,
  foot,
}: FindDialogProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable className={css.overlay!}>
      <Modal className={css.modal!}>
        <Dialog aria-label={label} className={css.inside!}>
          <Autocomplete inputValue={text} onInputChange={onText}>
            <div
              className={css.top}
              // The field would only empty itself; here Esc closes, whatever stands in it.
              onKeyDownCapture={(event) => {
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                onClose();
              }}
            >
              <SearchField aria-label={label} autoFocus className={css.field!}>
                <Search aria-hidden />
                <Input className={css.input!} placeholder={placeholder} maxLength={100} />
                <Button className={css.clear!} aria-label={clearLabel}>
                  <X aria-hidden />
                </Button>
              </SearchField>
              <Button slot="close" className={css.close!}>
                {closeLabel}
              </Button>
            </div>
            <ScrollingBody className={css.body!}>
              <ListBox
                aria-label={label}
                items={groups}
                className={css.list!}
                selectionMode="none"
                onAction={(key) => onChoose(String(key))}
                renderEmptyState={() => null}
              >
                {(group) => (
                  <ListBoxSection id={group.id} className={css.group!}>
                    <Header className={css.title!}>{group.title}</Header>
                    <Collection items={group.entries}>
                      {(entry) => (
                        <ListBoxItem id={entry.id} textValue={entry.words} className={css.entry!}>
                          <span className={css.icon}>{entry.icon}</span>
                          <span className={css.words}>
                            <span className={css.name}>{entry.title}</span>
                            {entry.detail && <span className={css.detail}>{entry.detail}</span>}
                          </span>
                        </ListBoxItem>
                      )}
                    </Collection>
                  </ListBoxSection>
                )}
              </ListBox>
              {instead && <div className={css.instead}>{instead}</div>}
            </ScrollingBody>
            {foot && <p className={css.foot}>{foot}</p>}
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface FindButtonProps {
  label: string;
  /** The keys that do the same, drawn at the right end: "Ctrl K". */
  keys?: string;
  /** `field` looks like the field that it opens; `icon` is a magnifying glass alone. */
  look: 'field' | 'icon';
  onPress: () => void;
}

/** Opens a FindDialog. */
export function FindButton({ label, keys, look, onPress }: FindButtonProps) {
  return (
    <Button
      className={look === 'field' ? css.asField! : css.asIcon!}
      onPress={onPress}
      aria-keyshortcuts="Control+K Meta+K"
      {...(look === 'icon' && { 'aria-label': label })}
    >
      <Search aria-hidden />
      {look === 'field' && <span className={css.asWords}>{label}</span>}
      {look === 'field' && keys && (
        <kbd className={css.keys} aria-hidden="true">
          {keys}
        </kbd>
      )}
    </Button>
  );
}
