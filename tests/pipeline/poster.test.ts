import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { seedRandom } from '../../src/model/random.ts';
import { addPosterCommand } from '../../src/pipeline/poster/command.ts';
import { encodePoster } from '../../src/pipeline/poster/encode.ts';
import { callCommand } from '../fixtures/call-command.ts';

/** The hardest that there is to make small: every pixel a colour of its own. */
async function drawNoise(width: number, height: number): Promise<Buffer> {
  const random = seedRandom(7);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = context.createImageData(width, height);
  for (let i = 0; i < data.length; i++) pixels.data[i] = i % 4 === 3 ? 255 : Math.floor(random() * 256);
  context.putImageData(pixels, 0, 0);
  return canvas.encode('png');
}

describe('posters', () => {
  it('are as good as fits, and keep their size', async () => {
    const png = await drawNoise(240, 135);
    const [small, large] = [await encodePoster(png, 12_000), await encodePoster(png, 200_000)];
    expect(small?.length).toBeLessThanOrEqual(12_000);
    expect(large?.length ?? 0).toBeGreaterThan(small?.length ?? 0);
    const image = await loadImage(small as Buffer);
    expect([image.width, image.height]).toEqual([240, 135]);
    expect(await encodePoster(png, 500)).toBeUndefined();
  });

  it('of a municipality that was not made are refused in one line', async () => {
    await expect(callCommand(addPosterCommand, 'nowhere')).rejects.toThrow(
      /public\/made\/nowhere: no made municipality/,
    );
  });
});
