import { useEffect, useRef, useState } from 'react';
import { encode } from 'uqr';
import { printedAddress } from '../store/follow-address.ts';
import { DialogTitle } from './dialog-title.tsx';
import { Icon } from './icon.tsx';
import { eveningText } from './text/evening.ts';
import { useLanguage, useText, useTwin } from './use-twin.ts';

const isThisComputer = (host: string) => /^(localhost|.*\.localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(host);

/** A square that takes a phone to the same picture, without the evening around it. */
export function EveningPhone() {
  const text = eveningText[useLanguage()];
  const common = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const alone = useTwin((state) => state.evening?.isAlone ?? false);
  const lacksDrawing = useTwin((state) => printedAddress(state).lacksDrawing);

  // Nobody is there any more to scan it: the evening goes on in sight.
  useEffect(() => {
    if (alone) dialog.current?.close();
  }, [alone]);

  return (
    <>
      <button
        type="button"
        className="tw-chip tw-evening__phone"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        <Icon name="phone" />
        {text.phone}
      </button>
      <dialog
        ref={dialog}
        className="tw-dialog tw-phone"
        aria-labelledby="phone-title"
        closedby="any"
        onClose={() => setOpen(false)}
      >
        <DialogTitle
          id="phone-title"
          title={text.phoneTitle}
          close={common.close}
          onClose={() => dialog.current?.close()}
        />
        {isOpen && <QrCode label={text.phoneCode} />}
        <p className="nl-paragraph">{isThisComputer(location.hostname) ? text.phoneLocal : text.phoneText}</p>
        {lacksDrawing && <p className="nl-paragraph">{text.phoneLacks}</p>}
      </dialog>
    </>
  );
}

/** Follows the picture: a flight may still be under way when someone asks for the code. */
function QrCode({ label }: { readonly label: string }) {
  const address = useTwin((state) => printedAddress({ ...state, evening: undefined }).url);
  const { data, size } = encode(address, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="tw-phone__code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={`M0 0h${size}v${size}h-${size}z`} className="tw-phone__paper" />
      <path d={path} />
    </svg>
  );
}
