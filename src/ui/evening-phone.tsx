import { useRef, useState } from 'react';
import { encode } from 'uqr';
import { sharedAddress } from '../store/follow-address.ts';
import { twin } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { eveningText } from './text/evening.ts';
import { useLanguage, useText } from './use-twin.ts';

const isThisComputer = (host: string) => /^(localhost|.*\.localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(host);

/** A square that takes a phone to the same picture, without the evening around it. */
export function EveningPhone() {
  const text = eveningText[useLanguage()];
  const common = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  // Written when asked for: the picture behind an open dialog does not move.
  const [address, setAddress] = useState<string>();
  return (
    <>
      <button
        type="button"
        className="tw-chip tw-evening__phone"
        onClick={() => {
          setAddress(sharedAddress({ ...twin.getState(), evening: undefined }));
          dialog.current?.showModal();
        }}
      >
        <Icon name="phone" />
        {text.phone}
      </button>
      <dialog ref={dialog} className="tw-dialog tw-phone" aria-labelledby="phone-title" closedby="any">
        <div className="tw-dialog__title">
          <h2 id="phone-title" className="nl-heading nl-heading--level-3">
            {text.phoneTitle}
          </h2>
          <button
            type="button"
            className="tw-icon-button"
            aria-label={common.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        {address !== undefined && <QrCode address={address} label={text.phoneCode} />}
        <p className="nl-paragraph">{isThisComputer(location.hostname) ? text.phoneLocal : text.phoneText}</p>
      </dialog>
    </>
  );
}

function QrCode({ address, label }: { readonly address: string; readonly label: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="tw-phone__code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={`M0 0h${size}v${size}h-${size}z`} className="tw-phone__paper" />
      <path d={path} />
    </svg>
  );
}
