import './picture.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, useState } from 'react';
import { writePdf } from '../model/pdf.ts';
import { composeSheet } from '../model/picture-sheet.ts';
import { takePicture } from '../store/picture.ts';
import { twin } from '../store/twin.ts';
import { download } from './download.ts';
import { describePicture } from './picture-facts.ts';
import { PictureProgress } from './picture-progress.tsx';
import { ShadowSeries } from './shadow-series.tsx';
import { pictureText } from './text/picture.ts';
import { usePictureJob } from './use-picture-job.ts';
import { useFormat, useLanguage, useText, useTwin } from './use-twin.ts';

const sizes = [1, 2, 4] as const;

export function PictureTool() {
  const text = pictureText[useLanguage()];
  const common = useText();
  const format = useFormat();
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const name = useTwin(({ municipality }) => (municipality.status === 'ready' ? municipality.value.name : ''));
  const [title, setTitle] = useState<string>();
  const [scale, setScale] = useState<(typeof sizes)[number]>(2);
  const job = usePictureJob();
  const id = useId();
  const heading = title ?? text.defaultTitle(name);

  async function makePng(signal: AbortSignal) {
    const { blob } = await takePicture({ scale, type: 'image/png' }, signal);
    download(text.file.png, blob);
    return text.file.png;
  }

  async function makePdf(signal: AbortSignal) {
    const picture = await takePicture({ scale, type: 'image/jpeg' }, signal);
    const jpeg = new Uint8Array(await picture.blob.arrayBuffer());
    const facts = await describePicture(twin.getState(), text, common, format, picture);
    const sheet = composeSheet({ ...facts, ...picture, jpeg, title: heading });
    download(text.file.pdf, writePdf(sheet));
    return text.file.pdf;
  }

  if (!supported) return <p className="nl-paragraph">{text.unsupported}</p>;
  const isBusy = job.status.kind === 'busy';
  return (
    <>
      <p className="nl-paragraph">{text.intro}</p>
      <label className="tw-picture__field">
        <span className="tw-heading">{text.title}</span>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          value={heading}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <label className="tw-picture__field" htmlFor={`${id}-size`}>
        <span className="tw-heading">{text.size}</span>
        <select
          id={`${id}-size`}
          className="utrecht-textbox"
          value={scale}
          onChange={(event) => setScale(sizes.find((size) => size === Number(event.currentTarget.value)) ?? 2)}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              {text.sizes[size]}
            </option>
          ))}
        </select>
      </label>
      <div className="tw-row">
        <Button purpose="primary" className="tw-small-button" disabled={isBusy} onClick={() => job.start(makePng)}>
          {text.png}
        </Button>
        <Button purpose="secondary" className="tw-small-button" disabled={isBusy} onClick={() => job.start(makePdf)}>
          {text.pdf}
        </Button>
      </div>
      <PictureProgress status={job.status} onCancel={job.cancel} />
      <ShadowSeries />
      <p className="nl-paragraph tw-subtle">{text.notice}</p>
    </>
  );
}
