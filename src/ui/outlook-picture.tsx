import { useEffect, useRef } from 'react';
import { OUTLINE, type OutlookClass, type OutlookFigure, outlookClasses } from '../model/outlook.ts';
import { windowText } from './text/window.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** Red, green, blue; the legend's in the style sheet are the same. */
const colours: Record<OutlookClass, readonly [number, number, number]> = {
  sky: [214, 231, 242],
  ground: [197, 206, 168],
  existing: [190, 168, 150],
  new: [200, 72, 40],
};
/** How much darker an outline is. */
const OUTLINE_SHADE = 0.62;

interface OutlookPictureProps {
  readonly figure: OutlookFigure;
  readonly title: string;
}

/** A flat drawing of what was counted, with its legend; it needs no 3D. */
export function OutlookPicture({ figure, title }: OutlookPictureProps) {
  const text = windowText[useLanguage()];
  const format = useFormat();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, samples } = figure.picture;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    for (let i = 0; i < samples.length; i++) {
      const sample = samples[i] as number;
      const colour = colours[outlookClasses[sample % OUTLINE] ?? 'sky'];
      const shade = sample >= OUTLINE ? OUTLINE_SHADE : 1;
      for (let k = 0; k < 3; k++) image.data[4 * i + k] = (colour[k] as number) * shade;
      image.data[4 * i + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [width, height, samples]);

  return (
    <figure className="tw-outlook-picture">
      <canvas ref={canvas} width={width} height={height} role="img" aria-label={text.picture(title)} />
      <figcaption>
        {text.picture(title)}
        <ul className="tw-outlook-legend">
          {outlookClasses.map((part) => (
            <li key={part} data-part={part}>
              {text.parts[part]} {format.number(100 * figure.shares[part], 1)}&nbsp;%
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
