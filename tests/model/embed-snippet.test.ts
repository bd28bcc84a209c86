import { describe, expect, it } from 'vitest';
import { heightOf, type SnippetWish, writeElement, writeFrame } from '../../src/model/embed-snippet.ts';

const place = { root: 'https://twin.example/', municipality: 'markerwaard' };
const wish: SnippetWish = {
  parts: ['time'],
  scenario: 'https://twin.example/#v=2&plan=haven/a',
  language: 'nl',
  by: 'element',
  ratio: '4/3',
  name: 'Markerwaard',
  caption: 'Het plan',
  summary: 'U ziet een haven.',
  link: 'Open de kaart',
  picture: { url: 'plan.webp', alt: 'Het plan van boven', width: 1200, height: 675 },
};
const payload = `"><script>alert(1)</script><img src=x onerror='alert(1)'>&amp;`;

describe('the code for a page', () => {
  it('holds the element with its words and picture between the tags, there without script too', () => {
    expect(writeElement(place, wish)).toBe(`<script src="https://twin.example/embed.js" defer></script>
<tweelingstad-view
  src="https://twin.example/made/markerwaard/municipality.json"
  scenario="v=2&amp;plan=haven/a"
  parts="time"
  ratio="4/3"
  lang="nl"
>
  <img slot="poster" src="plan.webp" width="1200" height="675" alt="Het plan van boven">
  <p><strong>Het plan</strong></p>
  <p>U ziet een haven.</p>
  <p><a href="https://twin.example/?municipality=markerwaard#v=2&amp;plan=haven/a">Open de kaart</a></p>
</tweelingstad-view>`);
  });

  it('or one frame that begins with the light page', () => {
    expect(writeFrame(place, { ...wish, poster: 'haven' }, 'Kaart')).toBe(
      '<iframe title="Kaart" src="https://twin.example/embed.html?municipality=markerwaard&amp;parts=time&amp;poster=haven#v=2&amp;plan=haven/a" width="100%" height="570" loading="lazy" allow="fullscreen"></iframe>',
    );
  });

  it('never becomes more markup than that by what data say', () => {
    const picture = { url: payload, alt: payload, width: 1, height: 1 };
    const evil = { ...wish, scenario: payload, caption: payload, summary: payload, link: payload, picture };
    const tags = (html: string) => html.match(/<\/?[a-z-]+/g);
    expect(tags(writeElement(place, evil))).toEqual(tags(writeElement(place, wish)));
    expect(tags(writeFrame(place, evil, payload))).toEqual(['<iframe', '</iframe']);
  });

  it('has no inline style or handler, which strict policies refuse', () => {
    expect(writeElement(place, wish) + writeFrame(place, wish, 'Kaart')).not.toMatch(/\sstyle=|\son[a-z]+=/);
  });

  it('knows how high it will be', () => {
    expect([heightOf('16/9', 760), heightOf('3/4', 320)]).toEqual([428, 427]);
  });
});
