import { Icon } from './icon.tsx';

interface DialogTitleProps {
  /** Names the dialog. */
  readonly id: string;
  readonly title: string;
  readonly close: string;
  readonly onClose: () => void;
}

/** Head of a dialog: what it is, and the button that closes it. */
export function DialogTitle({ id, title, close, onClose }: DialogTitleProps) {
  return (
    <div className="tw-dialog__title">
      <h2 id={id} className="nl-heading nl-heading--level-3">
        {title}
      </h2>
      <button type="button" className="tw-icon-button" aria-label={close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
