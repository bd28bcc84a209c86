import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { writeZip } from '../model/zip.ts';
import { sharedAddress } from '../store/follow-address.ts';
import { takeSeries } from '../store/picture.ts';
import { download } from './download.ts';
import { PictureProgress } from './picture-progress.tsx';
import { writeSeriesPage } from './series-page.ts';
import { pictureText } from './text/picture.ts';
import { usePictureJob } from './use-picture-job.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** The dates on which Dutch shadow studies are drawn, and the hours that they ask for. */
const days = ['03-21', '06-21', '09-23', '12-22'] as const;
const hours = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
const YEAR = new Date().getFullYear();

export function ShadowSeries() {
  const language = useLanguage();
  const text = pictureText[language];
  const format = useFormat();
  const name = useTwin(({ municipality }) => (municipality.status === 'ready' ? municipality.value.name : ''));
  const [chosen, setChosen] = useState<readonly string[]>(days);
  const [from, setFrom] = useState(9);
  const [until, setUntil] = useState(18);
  const job = usePictureJob();
  const asked = days
    .filter((day) => chosen.includes(day))
    .flatMap((day) =>
      hours.filter((hour) => hour >= from && hour <= until).map((hour) => ({ date: `${YEAR}-${day}`, hour })),
    );

  async function make(signal: AbortSignal, onProgress: (done: number, all: number) => void) {
    onProgress(0, asked.length);
    const link = sharedAddress();
    const moments = asked.map(({ date, hour }) => ({ date, minutes: hour * 60 }));
    const items = await takeSeries(moments, { scale: 1, type: 'image/jpeg' }, signal, (done) =>
      onProgress(done, asked.length),
    );
    const cells = asked.map((cell) => ({ ...cell, file: `${cell.date}-${String(cell.hour).padStart(2, '0')}00.jpg` }));
    const notes = [text.seriesLimits, text.notice];
    const page = writeSeriesPage(text.seriesTitle(name), notes, link, cells, language, text, format);
    const files = await Promise.all(
      items.map(async ({ picture }, i) => ({
        name: cells[i]?.file ?? '',
        bytes: new Uint8Array(await picture.blob.arrayBuffer()),
      })),
    );
    download(
      text.file.zip,
      writeZip([{ name: 'index.html', bytes: new TextEncoder().encode(page) }, ...files], new Date()),
    );
    return text.file.zip;
  }

  return (
    <section className="tw-measure tw-picture__series" aria-labelledby="series-title">
      <h3 id="series-title" className="nl-heading nl-heading--level-4">
        {text.series}
      </h3>
      <p className="nl-paragraph">{text.seriesIntro}</p>
      <fieldset className="tw-fieldset">
        <legend className="tw-heading">{text.days}</legend>
        <div className="tw-picture__days">
          {days.map((day) => (
            <label key={day}>
              <input
                type="checkbox"
                checked={chosen.includes(day)}
                onChange={({ currentTarget: { checked } }) =>
                  setChosen(checked ? [...chosen, day] : chosen.filter((item) => item !== day))
                }
              />
              {text.day[day]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="tw-picture__hours">
        <HourSelect label={text.from} value={from} list={hours} onChange={setFrom} />
        <HourSelect label={text.until} value={until} list={hours} onChange={setUntil} />
      </div>
      <div>
        <Button
          purpose="secondary"
          className="tw-small-button"
          disabled={job.status.kind === 'busy' || asked.length === 0}
          onClick={() => job.start(make)}
        >
          {text.zip(asked.length)}
        </Button>
      </div>
      <PictureProgress status={job.status} onCancel={job.cancel} />
    </section>
  );
}

interface HourSelectProps {
  readonly label: string;
  readonly value: number;
  readonly list: readonly number[];
  readonly onChange: (hour: number) => void;
}

function HourSelect({ label, value, list, onChange }: HourSelectProps) {
  const text = pictureText[useLanguage()];
  return (
    <label className="tw-picture__field">
      <span className="tw-heading">{label}</span>
      <select
        className="utrecht-textbox"
        value={value}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      >
        {list.map((hour) => (
          <option key={hour} value={hour}>
            {text.clock(hour)}
          </option>
        ))}
      </select>
    </label>
  );
}
