import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeEmbedFile } from '../../src/pipeline/embed-files.ts';

const sizeOf = async (name: string) => gzipSync((await makeEmbedFile(name, "default-src 'none'")) ?? '').length;

describe('the script for other sites', () => {
  it('is one file of at most 12 kB compressed, without dependency', async () => {
    const code = (await makeEmbedFile('embed.js')) ?? '';
    expect(gzipSync(code).length).toBeLessThan(12 * 1024);
    expect(code).toContain('tweelingstad-view');
    expect(code).not.toMatch(/\bimport\s*[({"']/);
    expect(code).not.toMatch(/\beval\(|new Function/);
  });

  it('leaves room for a poster: the light page and its script stay under 10 kB', async () => {
    const sizes = await Promise.all(['embed.html', 'embed-page.js', 'embed-page.css'].map(sizeOf));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10 * 1024);
    expect(await makeEmbedFile('other.js')).toBeUndefined();
  });
});
