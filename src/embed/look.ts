/**
 * The element's look. Colours and letters follow the page's design tokens of NL Design System where it has them. As a constructable
 * style sheet, so that a page's `style-src 'self'` allows it.
 */
const css = `
:host { display: block; container-type: inline-size; color: inherit; font: inherit; }
:host([hidden]) { display: none; }
.stage { position: relative; max-inline-size: 100%; }
::slotted(img) { max-inline-size: 100%; block-size: auto; }
.stage img { display: block; inline-size: 100%; block-size: auto; aspect-ratio: 16 / 9; object-fit: cover; }
.bare { min-block-size: 12rem; background: var(--tw-accent-tint, #e2eeec); }
button {
  min-block-size: 44px; padding: 8px 20px; border: 2px solid transparent; cursor: pointer; font: inherit; font-weight: 600;
  border-radius: var(--basis-border-radius-md, 6px);
  background: var(--basis-color-action-1-inverse-bg-default, #0b5559); color: var(--basis-color-action-1-inverse-color-default, #fff);
}
button:hover { filter: brightness(0.85); }
button:focus-visible, a:focus-visible {
  outline: 3px solid var(--basis-focus-outline-color, #1c2a2c); outline-offset: 2px;
  box-shadow: 0 0 0 5px var(--basis-focus-inverse-outline-color, #fff);
}
.open { position: absolute; inset: auto auto max(12px, 5%) max(12px, 3%); box-shadow: 0 1px 6px rgb(0 0 0 / 40%); }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
.bar:has(> :not([hidden], :empty)) { padding-block-end: 8px; }
.bar p { margin: 0; }
progress { inline-size: 8rem; accent-color: var(--basis-color-action-1-inverse-bg-default, #0b5559); }
.stage:has(iframe) { aspect-ratio: var(--tweelingstad-ratio, 16 / 9); min-block-size: min(480px, 80vh); }
iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; background: #e9eee4; }
.stage:has(iframe) > :not(iframe, .veil) { display: none; }
.veil { position: absolute; inset: 0; display: grid; place-content: center; gap: 12px; padding: 16px; text-align: center;
  background: #e9eee4; color: #1c2a2c; }
@media (forced-colors: active) { button { border-color: ButtonText; } }
[hidden] { display: none !important; }
`;

let sheet: CSSStyleSheet | undefined;

/** One for all elements of the page. */
export function lookSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
